#include "post/language_tag.h"

#include <algorithm>

#include "base/ascii.h"

namespace broadsheet {
namespace {

// One subtag after the other; "" at the end.
class Subtags {
 public:
  explicit Subtags(std::string_view text) : rest_(text) { Next(); }

  std::string_view tag() const { return tag_; }
  bool at_end() const { return at_end_; }
  void Next() {
    at_end_ = done_;
    const size_t hyphen = std::min(rest_.find('-'), rest_.size());
    tag_ = rest_.substr(0, hyphen);
    done_ = hyphen == rest_.size();
    rest_.remove_prefix(done_ ? hyphen : hyphen + 1);
  }
  bool Is(size_t least, size_t most) const {
    return tag_.size() >= least && tag_.size() <= most &&
           std::all_of(tag_.begin(), tag_.end(),
                       [](char c) { return IsAsciiLetter(c) || IsAsciiDigit(c); });
  }
  bool IsLetters(size_t least, size_t most) const {
    return Is(least, most) && std::all_of(tag_.begin(), tag_.end(), IsAsciiLetter);
  }
  bool IsVariant() const { return Is(5, 8) || (Is(4, 4) && IsAsciiDigit(tag_.front())); }
  bool IsRegion() const {
    return IsLetters(2, 2) || (Is(3, 3) && std::all_of(tag_.begin(), tag_.end(), IsAsciiDigit));
  }

 private:
  std::string_view rest_;
  std::string_view tag_;
  bool done_ = false;
  bool at_end_ = false;
};

// "x-plain", "u-nu-latn": a letter or digit, and what follows it.
bool SkipExtension(Subtags& tags) {
  if (!tags.Is(1, 1)) return false;
  const size_t least = tags.tag() == "x" || tags.tag() == "X" ? 1 : 2;
  tags.Next();
  if (!tags.Is(least, 8)) return false;
  while (tags.Is(least, 8)) tags.Next();
  return true;
}

}  // namespace

bool IsLanguageTag(std::string_view text) {
  Subtags tags(text);
  if (!tags.IsLetters(2, 3) && !tags.IsLetters(5, 8)) return false;
  tags.Next();
  if (tags.IsLetters(4, 4)) tags.Next();
  if (tags.IsRegion()) tags.Next();
  while (tags.IsVariant()) tags.Next();
  while (!tags.at_end()) {
    if (!SkipExtension(tags)) return false;
  }
  return true;
}

}  // namespace broadsheet
