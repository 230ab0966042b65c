#include "text/stemmer.h"

#include <catch_amalgamated.hpp>

#include "text/tokenizer.h"

namespace broadsheet {
namespace {

TEST_CASE("Forms of one word share a stem, in every language") {
  struct Row {
    std::string language;
    std::string one;
    std::string other;
  };
  const Row rows[] = {
      {"ar", "كتاب", "الكتاب"},        {"da", "cyklen", "cykler"},
      {"de", "Häuser", "Hauses"},      {"de-CH", "Grössen", "Größe"},
      {"en", "running", "runs"},       {"en-GB", "dog's", "dogs"},
      {"es", "canciones", "canción"},  {"fi", "taloissa", "talojen"},
      {"fr", "étudiées", "étudier"},   {"hu", "házakat", "házak"},
      {"it", "ragazzi", "ragazza"},    {"nb", "havnene", "havner"},
      {"nl", "boeken", "boek"},        {"no", "havnene", "havner"},
      {"pt-BR", "cantaram", "cantar"}, {"ro", "copiilor", "copii"},
      {"ru", "книгами", "книги"},      {"sv", "flickorna", "flicka"},
      {"tr", "kitaplar", "kitap"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.language, row.one, row.other);
    const auto stemmer = Stemmer::ForLanguage(row.language);
    REQUIRE(stemmer != nullptr);
    const auto stem = [&stemmer](const std::string& text) {
      Tokenizer tokenizer(text);
      Token token;
      REQUIRE(tokenizer.Next(token));
      return std::string(stemmer->Stem(token.exact));
    };
    CHECK(stem(row.one) == stem(row.other));
  }
}

TEST_CASE("Languages go by their primary subtag") {
  for (const char* tag :
       {"en", "EN", "en-US", "nb-NO", "nn", "no", "pt_PT", "zh", "", "e", "english"}) {
    CAPTURE(tag);
    const std::string_view known = "en EN en-US nb-NO nn no pt_PT";
    CHECK((Stemmer::ForLanguage(tag) != nullptr) ==
          (std::string_view(tag).size() > 1 && known.find(tag) != known.npos));
  }
  CHECK(Stemmer::Languages().size() == 16);
}

TEST_CASE("A stem is folded, and never empty") {
  for (const std::string_view language : Stemmer::Languages()) {
    CAPTURE(language);
    const auto stemmer = Stemmer::ForLanguage(language);
    for (const std::string word : {"a", "s", "étés", "größe", "и", "新", "ال", "lar", "'s"}) {
      CAPTURE(word);
      const std::string stem(stemmer->Stem(word));
      CHECK_FALSE(stem.empty());
      CHECK(stem.find("é") == stem.npos);
    }
  }
  CHECK(Stemmer::ForLanguage("en")->Stem("").empty());
}

}  // namespace
}  // namespace broadsheet
