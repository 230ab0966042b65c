#include "base/result.h"

namespace broadsheet {

std::string Error::ToString() const {
  std::string out;
  if (!path.empty()) {
    out += path;
    if (line > 0) out += ":" + std::to_string(line);
    out += ": ";
  }
  return out += message;
}

}  // namespace broadsheet
