#include "site/language_name.h"

namespace broadsheet {
namespace {

struct Name {
  std::string_view language;
  std::string_view name;
};

constexpr Name kNames[] = {
    {"ar", "العربية"},      {"bg", "Български"},  {"ca", "Català"},
    {"cs", "Čeština"},      {"da", "Dansk"},      {"de", "Deutsch"},
    {"el", "Ελληνικά"},     {"en", "English"},    {"eo", "Esperanto"},
    {"es", "Español"},      {"et", "Eesti"},      {"eu", "Euskara"},
    {"fa", "فارسی"},        {"fi", "Suomi"},      {"fr", "Français"},
    {"gl", "Galego"},       {"he", "עברית"},      {"hi", "हिन्दी"},
    {"hr", "Hrvatski"},     {"hu", "Magyar"},     {"id", "Bahasa Indonesia"},
    {"is", "Íslenska"},     {"it", "Italiano"},   {"ja", "日本語"},
    {"ko", "한국어"},       {"lt", "Lietuvių"},   {"lv", "Latviešu"},
    {"nb", "Norsk bokmål"}, {"nl", "Nederlands"}, {"nn", "Norsk nynorsk"},
    {"no", "Norsk"},        {"pl", "Polski"},     {"pt", "Português"},
    {"ro", "Română"},       {"ru", "Русский"},    {"sk", "Slovenčina"},
    {"sl", "Slovenščina"},  {"sr", "Српски"},     {"sv", "Svenska"},
    {"th", "ไทย"},          {"tr", "Türkçe"},     {"uk", "Українська"},
    {"vi", "Tiếng Việt"},   {"zh", "中文"},
};

}  // namespace

std::string LanguageName(std::string_view tag) {
  const size_t end = tag.find_first_of("-_");
  for (const Name& one : kNames) {
    if (one.language != tag.substr(0, end)) continue;
    std::string name(one.name);
    if (end != std::string_view::npos) name += " (" + std::string(tag.substr(end + 1)) + ")";
    return name;
  }
  return std::string(tag);
}

}  // namespace broadsheet
