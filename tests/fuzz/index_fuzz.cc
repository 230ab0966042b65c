// Any bytes as an index: refused, or searched without a crash. Checksums are made right, so that what
// lies behind them is reached.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/hash.h"
#include "index/root.h"
#include "search/searcher.h"

namespace {

using namespace broadsheet;

// A root whose stream and embedded files are the input.
std::string Seal(std::string_view body) {
  ByteWriter file;
  file.Raw(kRootMagic);
  file.U8(kFormatVersion);
  file.U32(Crc32(body));
  file.Raw(body);
  return file.Take();
}

// Blocks of the input: each with its checksum.
std::string MakeBlock(std::string_view input, uint64_t size) {
  std::string payload;
  while (payload.size() + 4 < size) {
    payload.append(input.empty() ? std::string_view("x") : input.substr(0, size - payload.size()));
  }
  payload.resize(size < 4 ? 0 : size - 4);
  ByteWriter block;
  block.U32(Crc32(payload));
  block.Raw(payload);
  std::string bytes = block.Take();
  bytes.resize(size);
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  Searcher raw;
  if (raw.Open(0, "raw", std::string(input)).ok() && raw.post_count() > kMaxPosts) std::abort();
  Searcher searcher;
  if (!searcher.Open(0, "root", Seal(input)).ok()) return 0;
  for (const char* question : {"a", "heron wet", "\"a b\" -c", "tag:x", "zzzzzz", "date:2020"}) {
    SearchRequest request;
    request.text = question;
    request.facets = true;
    const SearchAnswer answer =
        SearchWith(searcher, request, [&](const ByteRange& range) -> Result<std::string> {
          if (range.end - range.begin > 1 << 16) return Error{ErrorCode::kIo, "large", "", 0};
          return MakeBlock(input, range.end - range.begin);
        });
    if (answer.total > searcher.post_count()) std::abort();
  }
  return 0;
}
