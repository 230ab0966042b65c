#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "text/fold.h"
#include "text/query_word.h"
#include "text/tokenizer.h"

// Any bytes: tokens stay inside the text and the limits, and a question keeps its promises.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace broadsheet;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto require = [](bool holds) {
    if (!holds) std::abort();
  };
  Tokenizer tokenizer(text);
  uint32_t position = 0;
  size_t tokens = 0;
  for (Token token; tokenizer.Next(token); ++tokens) {
    require(token.begin < token.end && token.end <= size);
    require(!token.folded.empty() && token.folded.size() <= kMaxTermBytes);
    require(token.exact.size() <= kMaxTermBytes && IsValidUtf8(token.folded) &&
            IsValidUtf8(token.exact));
    require(token.position >= position && token.span >= 1);
    position = token.position;
  }
  for (const bool unfinished : {false, true}) {
    const auto words = AnalyzeQuery(text, unfinished);
    require(words.empty() == (tokens == 0));
    for (const QueryWord& word : words) {
      require(word.begin < word.end && word.end <= size && !word.phrases.empty());
      for (const QueryPhrase& phrase : word.phrases)
        require(!phrase.empty() && phrase[0].offset == 0);
    }
    require(AnalyzePhrase(text, unfinished).empty() == (tokens == 0));
  }
  require(IsValidUtf8(Fold(text)));
  return 0;
}
