#include "index/post_writer.h"

#include <algorithm>
#include <map>

#include "base/sort.h"
#include "index/block_writer.h"
#include "index/label_model.h"
#include "index/range_encoder.h"
#include "index/row_model.h"
#include "index/term.h"

namespace broadsheet {
namespace {

constexpr size_t kTextInPage = 900;  // before coding

size_t TextSize(const PostRow& row) {
  size_t size = row.title.size() + 40;
  for (const PostRow::Section& section : row.sections) size += section.title.size() + 8;
  return size;
}

// Strings end with a zero byte in the file, so they must not hold one.
std::string WithoutZeros(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '\0'), text.end());
  return text;
}

PostRow CleanRow(PostRow row) {
  row.title = WithoutZeros(std::move(row.title));
  row.path = WithoutZeros(std::move(row.path));
  row.url = WithoutZeros(std::move(row.url));
  for (PostRow::Section& section : row.sections) {
    section.id = WithoutZeros(std::move(section.id));
    section.title = WithoutZeros(std::move(section.title));
  }
  return row;
}

void WriteRows(const Draft& draft, Root& root, const StringModel& words, std::string& file) {
  const std::vector<Draft::Post>& posts = draft.posts();
  for (uint32_t first = 0; first < posts.size();) {
    RangeEncoder encoder;
    StringModel model = words;
    RowModel rows(encoder, model);
    uint32_t next = first;
    for (size_t filled = 0; next < posts.size() && filled < kTextInPage; ++next) {
      PostRow row = CleanRow(posts[next].row);
      filled += TextSize(row);
      rows.Code(row);
    }
    root.row_pages.push_back({first, AppendBlock(file, encoder.Finish())});
    first = next;
  }
}

std::string EncodeDates(const Draft& draft) {
  Vector<int32_t> days;
  for (const Draft::Post& post : draft.posts()) {
    const int64_t seconds = post.row.date;
    const int64_t day = seconds / 86400 - (seconds % 86400 < 0 ? 1 : 0);
    days.push_back(post.row.has_date ? static_cast<int32_t>(
                                           std::clamp<int64_t>(day, -INT32_MAX / 2, INT32_MAX / 2))
                                     : kNoDay);
  }
  RangeEncoder encoder;
  CodeDays(encoder, days);
  return encoder.Finish();
}

std::string EncodeTags(const Draft& draft, const StringModel& words) {
  std::map<std::string, std::map<std::string, uint32_t>> spellings;
  for (const Draft::Post& post : draft.posts()) {
    for (const std::string& tag : post.tags) ++spellings[LabelKey(kTagKind, tag)][tag];
  }
  PostTags tags;
  std::map<std::string, uint32_t> numbers;
  for (const auto& [key, counts] : spellings) {
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    numbers[key] = static_cast<uint32_t>(tags.names.size());
    tags.names.push_back(WithoutZeros(most->first));
  }
  for (const Draft::Post& post : draft.posts()) {
    Vector<uint32_t>& own = tags.posts.emplace_back();
    for (const std::string& tag : post.tags) own.push_back(numbers[LabelKey(kTagKind, tag)]);
    SortUnique(own);
  }
  RangeEncoder encoder;
  StringModel model = words;
  CodeTags(encoder, model, static_cast<uint32_t>(draft.posts().size()), tags);
  return encoder.Finish();
}

}  // namespace

std::string WritePosts(const Draft& draft, Root& root, const StringModel& words) {
  std::string file;
  WriteRows(draft, root, words, file);
  root.dates = AppendBlock(file, EncodeDates(draft));
  root.labels = AppendBlock(file, EncodeTags(draft, words));
  return file;
}

}  // namespace broadsheet
