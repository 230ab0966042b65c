#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct SN_env;

namespace broadsheet {

// Reduces the forms of one language's words to their stem (Snowball: Porter 2001). Not thread-safe:
// one instance a thread. It lives in a library of its own, `broadsheet_stemming`, so that a program
// that only searches does not link sixteen languages.
class Stemmer {
 public:
  // For a BCP 47 tag ("en", "pt-BR", "nb"), by its primary subtag; null for languages without
  // stemmer.
  static std::unique_ptr<Stemmer> ForLanguage(std::string_view tag);

  // ar, da, de, en, es, fi, fr, hu, it, nl, no, pt, ro, ru, sv, tr.
  static std::vector<std::string_view> Languages();

  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  // The folded stem of a Token::exact that `is_plain`, until the next call. Never empty unless
  // `exact` is.
  std::string_view Stem(std::string_view exact);

 private:
  struct Language;
  explicit Stemmer(const Language& language);
  static const Language* Find(std::string_view tag);

  const Language& language_;
  SN_env* environment_;
  std::string stem_;
};

}  // namespace broadsheet
