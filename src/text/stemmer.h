#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// Reduces the forms of one language's words to their stem (Snowball; Porter 2001). Not thread-safe:
// one instance a thread. It lives in a library of its own (`broadsheet_stemming`), so that a program
// that only searches does not link sixteen languages.
class Stemmer {
 public:
  // For a BCP 47 tag ("en", "pt-BR", "nb"), by its primary subtag; null for languages without stemmer.
  static std::unique_ptr<Stemmer> ForLanguage(std::string_view tag);

  virtual ~Stemmer() = default;

  // The folded stem of Token::exact, valid until the next call. Never empty for a word that is not.
  // Only words that are `is_plain` should be asked.
  virtual std::string_view Stem(std::string_view exact) = 0;
};

// The primary subtag under which `tag`'s stemmer is known ("no" for "nb" and "nn"), or empty.
std::string_view StemmerLanguage(std::string_view tag);

// The sixteen: ar, da, de, en, es, fi, fr, hu, it, nl, no, pt, ro, ru, sv, tr.
const std::vector<std::string_view>& StemmerLanguages();

}  // namespace broadsheet
