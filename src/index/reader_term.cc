#include "base/utf8.h"
#include "index/term.h"
#include "text/fold.h"

namespace broadsheet {

std::string LabelKey(char kind, std::string_view label) {
  std::string key = {kLabelMark, kind};
  bool is_parted = false;
  for (char c : Fold(label)) {
    const bool parts = c == ' ' || c == '-' || c == '_' || static_cast<unsigned char>(c) < ' ';
    if (parts) {
      is_parted = key.size() > 2;
      continue;
    }
    if (is_parted) key += '-';
    is_parted = false;
    key += c;
  }
  return std::string(Utf8Prefix(key, kMaxTermBytes + 2));
}

}  // namespace broadsheet
