// Any text as a question: a tree, never a crash, and the same tree again.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "search/query.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace broadsheet;
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const bool finished = (data[0] & 1) != 0;
  const Query query = ParseQuery(text, finished);
  if (WantedLeaves(query.root).size() > kMaxQueryWords) std::abort();
  if (ToString(query.root) != ToString(ParseQuery(text, finished).root)) std::abort();
  return 0;
}
