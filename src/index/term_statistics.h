#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// A form is a stem's in the posts of one language.
struct StemUse {
  uint32_t language = 0;  // index into Root::languages
  std::string_view stem;
  uint32_t post_count = 0;
};

// What there is to know of all terms of an index at once, and what the index itself does not tell: kept
// from one run to the next, so that a changed post costs what it changes.
class TermStatistics {
 public:
  struct Form {
    std::string_view key;
    uint32_t post_count = 0;
    std::vector<StemUse> stems;  // by language and stem

    // Adds the stem where it belongs unless it is there.
    StemUse& FindOrAdd(uint32_t language, std::string_view stem);
  };
  // Of the terms of all kinds: how many there are with each number of posts.
  using Histogram = std::map<uint32_t, uint32_t>;

  TermStatistics() = default;
  // `bytes` must outlive this and whoever adds texts must keep these. False when they are not whole.
  bool Unpack(std::string_view bytes);
  std::string Pack() const;

  // Sorted by key.
  std::vector<Form> forms;
  Histogram histogram;

  // Null without it.
  const Form* Find(std::string_view key) const;
  // Adds the form where it belongs unless it is there.
  Form& FindOrAdd(std::string_view key);
  // How many forms begin so.
  uint32_t CountPrefix(std::string_view prefix) const;
  // The forms that have the stem, be it with no posts.
  std::vector<const Form*> FormsOf(uint32_t language, std::string_view stem) const;
};

// From how many posts on a term has a block of its own: so that the root lists enough of them to keep
// chunks small, and few enough to stay small itself.
uint32_t HeavyBound(const TermStatistics::Histogram& histogram, size_t post_count);

}  // namespace broadsheet
