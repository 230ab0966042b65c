#include "index/packed_post.h"

#include "base/bytes.h"
#include "index/analyzed_post.h"

namespace broadsheet {
namespace {

void PackTexts(ByteWriter& out, const std::vector<std::string>& texts) {
  out.Varint(texts.size());
  for (const std::string& text : texts) out.Counted(text);
}

std::vector<std::string> UnpackTexts(ByteReader& in) {
  std::vector<std::string> texts;
  for (uint64_t left = in.Varint(); left > 0 && in.ok(); --left) texts.emplace_back(in.Counted());
  return texts;
}

void PackRow(ByteWriter& out, const PostRow& row) {
  out.Counted(row.path);
  out.Counted(row.url);
  out.Counted(row.title);
  out.U8(row.has_date ? 1 : 0);
  out.U64(static_cast<uint64_t>(row.date));
  out.Varint(row.sections.size());
  for (const PostRow::Section& section : row.sections) {
    out.Varint(section.position);
    out.Counted(section.id);
    out.Counted(section.title);
  }
}

void UnpackRow(ByteReader& in, PostRow& row) {
  row.path = in.Counted();
  row.url = in.Counted();
  row.title = in.Counted();
  row.has_date = in.U8() != 0;
  row.date = static_cast<int64_t>(in.U64());
  for (uint64_t left = in.Varint(); left > 0 && in.ok(); --left) {
    PostRow::Section& section = row.sections.emplace_back();
    section.position = in.Varint32();
    section.id = in.Counted();
    section.title = in.Counted();
  }
}

}  // namespace

std::string PackPost(const AnalyzedPost& post) {
  ByteWriter out;
  PackRow(out, post.row);
  out.Counted(post.language);
  PackTexts(out, post.tags);
  PackTexts(out, post.authors);
  out.Varint(post.length);
  out.Varint(post.words.size());
  for (uint32_t word = 0; word < post.words.size(); ++word) out.Counted(post.words[word]);
  out.Counted(post.counts);
  out.Counted(post.positions);
  out.Varint(post.stems.size());
  for (uint32_t i = 0; i < post.stems.size(); ++i) {
    out.Varint(post.stems[i].word);
    out.Counted(post.stems[i].stem);
  }
  return out.Take();
}

std::shared_ptr<const AnalyzedPost> UnpackPost(std::string_view bytes) {
  auto post = std::make_shared<AnalyzedPost>();
  ByteReader in(bytes);
  UnpackRow(in, post->row);
  post->language = in.Counted();
  post->tags = UnpackTexts(in);
  post->authors = UnpackTexts(in);
  post->length = in.Varint32();
  for (uint64_t left = in.Varint(); left > 0 && in.ok(); --left) post->words.Add(in.Counted());
  post->counts = in.Counted();
  post->positions = in.Counted();
  for (uint64_t left = in.Varint(); left > 0 && in.ok(); --left) {
    const uint32_t word = in.Varint32();
    post->stems.Add(word, in.Counted());
    if (word >= post->words.size()) in.Fail();
  }
  if (!in.ok() || !in.AtEnd()) return nullptr;
  return post;
}

}  // namespace broadsheet
