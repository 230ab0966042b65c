#include <algorithm>

#include "index/range_decoder.h"
#include "index/reader.h"
#include "index/row_model.h"

namespace broadsheet {

const PostRow* IndexReader::Row(uint32_t post) {
  static const PostRow kNone;
  if (post >= root_.post_count) return &kNone;
  const auto after = std::upper_bound(
      root_.row_pages.begin(), root_.row_pages.end(), post,
      [](uint32_t wanted, const RowPage& page) { return wanted < page.first_post; });
  const uint32_t page = static_cast<uint32_t>(after - root_.row_pages.begin() - 1);
  const uint32_t first = root_.row_pages[page].first_post;
  const uint32_t end = after == root_.row_pages.end() ? root_.post_count : after->first_post;
  auto* known = Known<Vector<PostRow>>(Decoded::kRows, page);
  if (known == nullptr) {
    const auto payload = Payload(kPostsFile, root_.row_pages[page].block);
    if (!payload) return nullptr;
    RangeDecoder decoder(*payload);
    StringModel words = words_;
    RowModel model(decoder, words);
    known = Keep<Vector<PostRow>>(Decoded::kRows, page);
    Vector<PostRow>& rows = *known;
    for (uint32_t i = first; i < end && decoder.ok() && !payload->empty(); ++i) {
      model.Code(rows.emplace_back());
    }
    if (!decoder.ok()) rows.clear();
  }
  const Vector<PostRow>& rows = *known;
  return post - first < rows.size() ? &rows[post - first] : &kNone;
}

const Vector<int32_t>* IndexReader::Days() {
  if (days_ != nullptr) return days_.get();
  const auto payload = Payload(kPostsFile, root_.dates);
  if (!payload) return nullptr;
  days_ = std::make_unique<Vector<int32_t>>(root_.post_count, kNoDay);
  RangeDecoder decoder(*payload);
  if (!payload->empty()) CodeDays(decoder, *days_);
  return days_.get();
}

const PostTags* IndexReader::Tags() {
  if (tags_ != nullptr) return tags_.get();
  const auto payload = Payload(kPostsFile, root_.labels);
  if (!payload) return nullptr;
  tags_ = std::make_unique<PostTags>();
  RangeDecoder decoder(*payload);
  StringModel words = words_;
  if (!payload->empty()) CodeTags(decoder, words, root_.post_count, *tags_);
  if (!decoder.ok()) *tags_ = PostTags();
  tags_->posts.resize(root_.post_count);
  return tags_.get();
}

const Vector<TypoWord>* IndexReader::Typos(size_t dictionary, uint32_t chunk) {
  const uint64_t number = uint64_t{dictionary} << 32 | chunk;
  if (const auto* known = Known<Vector<TypoWord>>(Decoded::kTypos, number)) return known;
  const auto payload = Payload(kTermsFile, root_.typos[dictionary][chunk].block);
  if (!payload) return nullptr;
  RangeDecoder decoder(*payload);
  StringModel words = words_;
  Vector<TypoWord>& typos = *Keep<Vector<TypoWord>>(Decoded::kTypos, number);
  if (!payload->empty()) CodeTypoChunk(decoder, words, typos);
  if (!decoder.ok()) typos.clear();
  return &typos;
}

}  // namespace broadsheet
