#include "base/utf8.h"
#include "index/term.h"
#include "index/typo_model.h"
#include "text/fold.h"

namespace broadsheet {

std::string LabelKey(char kind, std::string_view label) {
  std::string key = {kLabelMark, kind};
  bool is_parted = false;
  for (char c : Fold(label)) {
    const bool is_sign = static_cast<unsigned char>(c) < '0' || c == '_';
    const bool parts = is_sign && c != '#' && c != '+';
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

std::string TypoKey(std::string_view form, size_t dictionary) {
  size_t head = 0;
  size_t characters = 0;
  for (size_t at = 0; at < form.size(); ++characters) {
    const CodePoint point = DecodeUtf8(form, at);
    if (point.value < 'a' || (point.value > 'z' && point.value < 0x80)) return {};
    if (characters == kTypoHeads[dictionary]) head = at;
    at += point.size;
  }
  if (head == 0) return {};
  return std::string(form.substr(head)) + kClassMark + std::string(form.substr(0, head));
}

std::string FormOfTypoKey(std::string_view key) {
  const size_t mark = key.find(kClassMark);
  if (mark == std::string_view::npos) return {};
  return std::string(key.substr(mark + 1)) + std::string(key.substr(0, mark));
}

}  // namespace broadsheet
