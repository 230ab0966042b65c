#include "base/result.h"

#include "base/number.h"

namespace broadsheet {

std::string Error::ToString() const {
  std::string out;
  if (!path.empty()) {
    out += path;
    if (line > 0) out += ":" + NumberText(line);
    out += ": ";
  }
  return out += message;
}

}  // namespace broadsheet
