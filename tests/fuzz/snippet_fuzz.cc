// Any text and any question: a snippet of valid text with marks inside.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "search/snippet.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace broadsheet;
  if (size < 4) return 0;
  const std::string_view rest(reinterpret_cast<const char*>(data) + 4, size - 4);
  const size_t split = std::min<size_t>(data[0] % 64, rest.size());
  const std::string text = ToValidUtf8(rest.substr(split));
  SnippetRequest request;
  request.query = rest.substr(0, split);
  request.text = text;
  request.size = data[1];
  request.section_begin = data[2];
  request.section_end = data[3];
  const Snippet snippet = CutSnippet(request);
  if (!IsValidUtf8(snippet.text)) std::abort();
  uint32_t last = 0;
  for (const Snippet::Mark& mark : snippet.marks) {
    if (mark.begin < last || mark.end <= mark.begin) std::abort();
    last = mark.end;
  }
  if (last > snippet.text.size()) std::abort();
  return 0;
}
