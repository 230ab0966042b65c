#include "index/post_writer.h"

#include <algorithm>
#include <map>

#include "base/sort.h"
#include "index/label_model.h"
#include "index/range_encoder.h"
#include "index/row_model.h"
#include "index/term.h"

namespace broadsheet {
namespace {

// Strings end with a zero byte in the file, so they must not hold one.
std::string WithoutZeros(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '\0'), text.end());
  return text;
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

std::string EncodePage(uint32_t first, uint32_t post_count, const StringModel& words,
                       const std::function<PostRow(uint32_t)>& row_of, uint32_t& next) {
  constexpr size_t kTextInPage = 900;  // before coding
  RangeEncoder encoder;
  StringModel model = words;
  RowModel rows(encoder, model);
  next = first;
  for (size_t filled = 0; next < post_count && filled < kTextInPage; ++next) {
    PostRow row = row_of(next);
    filled += row.title.size() + 40;
    for (const PostRow::Section& section : row.sections) filled += section.title.size() + 8;
    rows.Code(row);
  }
  return encoder.Finish();
}

int32_t DayOf(const PostRow& row) {
  if (!row.has_date) return kNoDay;
  const int64_t day = row.date / 86400 - (row.date % 86400 < 0 ? 1 : 0);
  return static_cast<int32_t>(std::clamp<int64_t>(day, -INT32_MAX / 2, INT32_MAX / 2));
}

std::string EncodeDays(Vector<int32_t> days) {
  RangeEncoder encoder;
  CodeDays(encoder, days);
  return encoder.Finish();
}

void WritePosts(const Draft& draft, const StringModel& words, Root& root, IndexParts& parts) {
  const std::vector<Draft::Post>& posts = draft.posts();
  const uint32_t count = static_cast<uint32_t>(posts.size());
  const auto row_of = [&](uint32_t post) { return CleanRow(posts[post].row); };
  for (uint32_t first = 0, next = 0; first < count; first = next) {
    parts.rows.push_back(EncodePage(first, count, words, row_of, next));
    root.row_pages.push_back({first, {}});
  }
  Vector<int32_t> days;
  for (const Draft::Post& post : posts) days.push_back(DayOf(post.row));
  parts.dates = EncodeDays(std::move(days));
  parts.labels = EncodeTags(draft, words);
}

}  // namespace broadsheet
