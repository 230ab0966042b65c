#include "text/stemmer.h"

#include <snowball/api.h>
#include <snowball/arabic.h>
#include <snowball/danish.h>
#include <snowball/dutch.h>
#include <snowball/english.h>
#include <snowball/finnish.h>
#include <snowball/french.h>
#include <snowball/german.h>
#include <snowball/hungarian.h>
#include <snowball/italian.h>
#include <snowball/norwegian.h>
#include <snowball/portuguese.h>
#include <snowball/romanian.h>
#include <snowball/russian.h>
#include <snowball/spanish.h>
#include <snowball/swedish.h>
#include <snowball/turkish.h>

#include "text/fold.h"

namespace broadsheet {

struct Stemmer::Language {
  std::string_view subtag;
  SN_env* (*create)();
  void (*close)(SN_env*);
  int (*stem)(SN_env*);

  static const std::vector<Language>& All();
};

const std::vector<Stemmer::Language>& Stemmer::Language::All() {
#define BROADSHEET_LANGUAGE(subtag, name) \
  { subtag, name##_UTF_8_create_env, name##_UTF_8_close_env, name##_UTF_8_stem }
  static const auto* const kLanguages = new std::vector<Language>{
      BROADSHEET_LANGUAGE("ar", arabic),    BROADSHEET_LANGUAGE("da", danish),
      BROADSHEET_LANGUAGE("de", german),    BROADSHEET_LANGUAGE("en", english),
      BROADSHEET_LANGUAGE("es", spanish),   BROADSHEET_LANGUAGE("fi", finnish),
      BROADSHEET_LANGUAGE("fr", french),    BROADSHEET_LANGUAGE("hu", hungarian),
      BROADSHEET_LANGUAGE("it", italian),   BROADSHEET_LANGUAGE("nl", dutch),
      BROADSHEET_LANGUAGE("no", norwegian), BROADSHEET_LANGUAGE("pt", portuguese),
      BROADSHEET_LANGUAGE("ro", romanian),  BROADSHEET_LANGUAGE("ru", russian),
      BROADSHEET_LANGUAGE("sv", swedish),   BROADSHEET_LANGUAGE("tr", turkish),
  };
#undef BROADSHEET_LANGUAGE
  return *kLanguages;
}

const Stemmer::Language* Stemmer::Find(std::string_view tag) {
  std::string subtag = Fold(tag.substr(0, tag.find_first_of("-_")));
  if (subtag == "nb" || subtag == "nn") subtag = "no";
  for (const Language& language : Language::All()) {
    if (language.subtag == subtag) return &language;
  }
  return nullptr;
}

std::unique_ptr<Stemmer> Stemmer::ForLanguage(std::string_view tag) {
  const Language* const language = Find(tag);
  return std::unique_ptr<Stemmer>(language == nullptr ? nullptr : new Stemmer(*language));
}

std::vector<std::string_view> Stemmer::Languages() {
  std::vector<std::string_view> subtags;
  for (const Language& language : Language::All()) subtags.push_back(language.subtag);
  return subtags;
}

Stemmer::Stemmer(const Language& language) : language_(language), environment_(language.create()) {}

Stemmer::~Stemmer() { language_.close(environment_); }

std::string_view Stemmer::Stem(std::string_view exact) {
  const auto* const bytes = reinterpret_cast<const symbol*>(exact.data());
  if (SN_set_current(environment_, static_cast<int>(exact.size()), bytes) == 0 &&
      language_.stem(environment_) >= 0) {
    stem_ = Fold(
        {reinterpret_cast<const char*>(environment_->p), static_cast<size_t>(environment_->l)});
  } else {
    stem_.clear();
  }
  if (stem_.empty()) stem_ = Fold(exact);
  return stem_;
}

}  // namespace broadsheet
