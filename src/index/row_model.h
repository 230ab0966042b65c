#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "index/number_model.h"
#include "index/row.h"
#include "index/string_model.h"

namespace broadsheet {

// What a fragment or an address made from a title most often looks like: rows say only where it differs.
inline std::string GuessSlug(std::string_view title) {
  std::string slug;
  for (char c : title) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (is_kept) {
      slug += c;
    } else if ((c == ' ' || c == '-') && !slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  return slug;
}

// Writes or reads rows. `words` starts as the root left it and is used up.
template <typename Coder>
class RowModel {
 public:
  RowModel(Coder& coder, StringModel& words) : coder_(coder), words_(words) {}

  void Code(PostRow& row) {
    words_.Code(coder_, row.title, kMaxText);
    CodeLike("posts/" + GuessSlug(row.title) + "/", row.url, 0);
    CodeLike(GuessPath(row), row.path, 1);
    row.has_date = coder_.Bit(dated_, row.has_date) != 0;
    if (row.has_date) CodeDate(row);
    CodeSections(row);
  }

 private:
  static constexpr size_t kMaxText = 4096;
  static constexpr uint32_t kMaxSections = 1u << 16;

  static std::string GuessPath(const PostRow& row) {
    std::string_view slug = row.url;
    if (slug.substr(0, 6) == "posts/") slug.remove_prefix(6);
    if (!slug.empty()) slug.remove_suffix(1);
    return std::string(slug) + ".md";
  }

  // `text` by the front and the back that it shares with `guess`.
  void CodeLike(const std::string& guess, std::string& text, size_t kind) {
    uint32_t front = 0;
    uint32_t back = 0;
    const uint32_t length = static_cast<uint32_t>(guess.size());
    if constexpr (Coder::kWrites) {
      if (text != guess) {
        front = StringModel::SharedPrefix(guess, text);
        const size_t most = std::min(guess.size(), text.size()) - front;
        while (back < most && guess[length - 1 - back] == text[text.size() - 1 - back]) ++back;
      }
    }
    if (coder_.Bit(same_[kind], text == guess) != 0) {
      text = guess;
      return;
    }
    front = fronts_[kind].Code(coder_, front);
    const uint32_t dropped = dropped_[kind].Code(coder_, length - front - back);
    if (uint64_t{front} + dropped > length) return coder_.Fail();
    back = length - front - dropped;
    std::string middle;
    if constexpr (Coder::kWrites) middle = text.substr(front, text.size() - front - back);
    words_.Code(coder_, middle, kMaxText);
    if constexpr (!Coder::kWrites)
      text = guess.substr(0, front) + middle + guess.substr(length - back);
  }

  void CodeDate(PostRow& row) {
    const uint64_t zigzag =
        static_cast<uint64_t>(row.date) << 1 ^ static_cast<uint64_t>(row.date >> 63);
    uint64_t days = zigzag / (2 * kDay);
    const uint64_t rest = zigzag % (2 * kDay);
    days = uint64_t{days_high_.Code(coder_, static_cast<uint32_t>(days >> 32))} << 32 |
           days_.Code(coder_, static_cast<uint32_t>(days));
    const uint64_t read = days * (2 * kDay) + seconds_.Code(coder_, static_cast<uint32_t>(rest));
    row.date = static_cast<int64_t>(read >> 1 ^ (~(read & 1) + 1));
  }

  void CodeSections(PostRow& row) {
    const uint32_t count = counts_.Code(coder_, static_cast<uint32_t>(row.sections.size()));
    if (count > kMaxSections) return coder_.Fail();
    uint32_t next = 0;
    for (uint32_t i = 0; i < count && coder_.ok(); ++i) {
      if constexpr (!Coder::kWrites) row.sections.emplace_back();
      PostRow::Section& section = row.sections[i];
      next += positions_.Code(coder_, section.position - next);
      section.position = next;
      words_.Code(coder_, section.title, kMaxText);
      CodeLike(GuessSlug(section.title), section.id, 2);
    }
  }

  static constexpr uint64_t kDay = 86400;

  Coder& coder_;
  StringModel& words_;
  AdaptiveBit dated_;
  std::array<AdaptiveBit, 3> same_;
  std::array<NumberModel, 3> fronts_;
  std::array<NumberModel, 3> dropped_;
  NumberModel days_;
  NumberModel days_high_;
  NumberModel seconds_;
  NumberModel counts_;
  NumberModel positions_;
};

}  // namespace broadsheet
