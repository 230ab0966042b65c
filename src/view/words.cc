#include "view/words.h"

#include <array>

namespace broadsheet {
namespace {

// One entry a language, to be read and written by people; the program holds kPacked instead.
constexpr Words kTable[] = {
    {
        .language = "en",
        .skip_link = "Skip to content",
        .site = "Site",
        .search = "Search",
        .archive = "Archive",
        .tags = "Tags",
        .tag = "Tag",
        .category = "Category",
        .author = "Author",
        .series = "Series",
        .part = "Part %1 of %2",
        .related = "Related",
        .home = "Home",
        .contents = "Contents",
        .byline = "By %1",
        .minutes = "%1 min read",
        .updated = "Updated %1",
        .source = "Markdown source",
        .neighbours = "Older and newer posts",
        .older = "Older",
        .newer = "Newer",
        .pages = "Pages",
        .page = "Page %1",
        .page_of = "Page %1 of %2",
        .older_posts = "Older posts",
        .newer_posts = "Newer posts",
        .one_post = "1 post",
        .posts = "%1 posts",
        .years = "Years",
        .undated = "Undated",
        .empty = "Nothing has been published here yet.",
        .search_needs_script = "Searching needs scripting, which is off in this browser.",
        .browse = "Or browse",
        .not_found = "There is nothing at this address",
        .not_found_help = "The post may have moved, or the link may be mistyped.",
        .theme = "Theme",
        .theme_auto = "Auto",
        .theme_light = "Light",
        .theme_dark = "Dark",
        .date = "%1 %2 %3",
        .short_date = "%1 %2",
        .months = "January|February|March|April|May|June|July|August|September|October|November|"
                  "December",
    },
    {
        .language = "de",
        .skip_link = "Zum Inhalt springen",
        .site = "Seite",
        .search = "Suche",
        .archive = "Archiv",
        .tags = "Schlagwörter",
        .tag = "Schlagwort",
        .category = "Rubrik",
        .author = "Von",
        .series = "Reihe",
        .part = "Teil %1 von %2",
        .related = "Ähnliches",
        .home = "Startseite",
        .contents = "Inhalt",
        .byline = "Von %1",
        .minutes = "%1 Min. Lesezeit",
        .updated = "Geändert am %1",
        .source = "Markdown-Quelle",
        .neighbours = "Ältere und neuere Beiträge",
        .older = "Älter",
        .newer = "Neuer",
        .pages = "Seiten",
        .page = "Seite %1",
        .page_of = "Seite %1 von %2",
        .older_posts = "Ältere Beiträge",
        .newer_posts = "Neuere Beiträge",
        .one_post = "1 Beitrag",
        .posts = "%1 Beiträge",
        .years = "Jahre",
        .undated = "Ohne Datum",
        .empty = "Hier ist noch nichts erschienen.",
        .search_needs_script =
            "Die Suche braucht JavaScript; in diesem Browser ist es ausgeschaltet.",
        .browse = "Oder stöbern",
        .not_found = "Unter dieser Adresse steht nichts",
        .not_found_help = "Der Beitrag ist umgezogen, oder der Link enthält einen Tippfehler.",
        .theme = "Farben",
        .theme_auto = "Auto",
        .theme_light = "Hell",
        .theme_dark = "Dunkel",
        .date = "%1. %2 %3",
        .short_date = "%1. %2",
        .months = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|"
                  "Dezember",
    },
    {
        .language = "fr",
        .skip_link = "Aller au contenu",
        .site = "Site",
        .search = "Recherche",
        .archive = "Archives",
        .tags = "Mots-clés",
        .tag = "Mot-clé",
        .category = "Rubrique",
        .author = "Auteur",
        .series = "Série",
        .part = "Partie %1 sur %2",
        .related = "À lire aussi",
        .home = "Accueil",
        .contents = "Sommaire",
        .byline = "Par %1",
        .minutes = "%1 min de lecture",
        .updated = "Mis à jour le %1",
        .source = "Source Markdown",
        .neighbours = "Articles précédent et suivant",
        .older = "Précédent",
        .newer = "Suivant",
        .pages = "Pages",
        .page = "Page %1",
        .page_of = "Page %1 sur %2",
        .older_posts = "Articles plus anciens",
        .newer_posts = "Articles plus récents",
        .one_post = "1 article",
        .posts = "%1 articles",
        .years = "Années",
        .undated = "Sans date",
        .empty = "Rien n’a encore été publié ici.",
        .search_needs_script = "La recherche a besoin de JavaScript, désactivé dans ce navigateur.",
        .browse = "Ou parcourir",
        .not_found = "Il n’y a rien à cette adresse",
        .not_found_help = "L’article a pu être déplacé, ou le lien contient une erreur.",
        .theme = "Thème",
        .theme_auto = "Auto",
        .theme_light = "Clair",
        .theme_dark = "Sombre",
        .date = "%1 %2 %3",
        .short_date = "%1 %2",
        .months = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|"
                  "décembre",
    },
    {
        .language = "es",
        .skip_link = "Saltar al contenido",
        .site = "Sitio",
        .search = "Buscar",
        .archive = "Archivo",
        .tags = "Etiquetas",
        .tag = "Etiqueta",
        .category = "Categoría",
        .author = "Autor",
        .series = "Serie",
        .part = "Parte %1 de %2",
        .related = "Relacionados",
        .home = "Inicio",
        .contents = "Contenido",
        .byline = "Por %1",
        .minutes = "%1 min de lectura",
        .updated = "Actualizado el %1",
        .source = "Fuente Markdown",
        .neighbours = "Entradas anterior y siguiente",
        .older = "Anterior",
        .newer = "Siguiente",
        .pages = "Páginas",
        .page = "Página %1",
        .page_of = "Página %1 de %2",
        .older_posts = "Entradas anteriores",
        .newer_posts = "Entradas más recientes",
        .one_post = "1 entrada",
        .posts = "%1 entradas",
        .years = "Años",
        .undated = "Sin fecha",
        .empty = "Todavía no se ha publicado nada aquí.",
        .search_needs_script = "La búsqueda necesita JavaScript, desactivado en este navegador.",
        .browse = "O explorar",
        .not_found = "No hay nada en esta dirección",
        .not_found_help = "La entrada puede haberse movido, o el enlace contiene un error.",
        .theme = "Tema",
        .theme_auto = "Auto",
        .theme_light = "Claro",
        .theme_dark = "Oscuro",
        .date = "%1 de %2 de %3",
        .short_date = "%1 de %2",
        .months = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|"
                  "diciembre",
    },
    {
        .language = "ja",
        .skip_link = "本文へ移動",
        .site = "サイト",
        .search = "検索",
        .archive = "アーカイブ",
        .tags = "タグ",
        .tag = "タグ",
        .category = "カテゴリー",
        .author = "著者",
        .series = "連載",
        .part = "全%2回の第%1回",
        .related = "関連記事",
        .home = "ホーム",
        .contents = "目次",
        .byline = "%1",
        .minutes = "約%1分",
        .updated = "%1更新",
        .source = "Markdownソース",
        .neighbours = "前後の記事",
        .older = "前の記事",
        .newer = "次の記事",
        .pages = "ページ",
        .page = "%1ページ",
        .page_of = "%2ページ中%1ページ",
        .older_posts = "以前の記事",
        .newer_posts = "新しい記事",
        .one_post = "1件の記事",
        .posts = "%1件の記事",
        .years = "年",
        .undated = "日付なし",
        .empty = "まだ何も公開されていません。",
        .search_needs_script =
            "検索にはJavaScriptが必要ですが、このブラウザーでは無効になっています。",
        .browse = "一覧から探す",
        .not_found = "このアドレスには何もありません",
        .not_found_help = "記事が移動したか、リンクが間違っている可能性があります。",
        .theme = "配色",
        .theme_auto = "自動",
        .theme_light = "ライト",
        .theme_dark = "ダーク",
        .date = "%3年%2月%1日",
        .short_date = "%2月%1日",
        .months = "",
    },
};

constexpr std::string_view Words::*kFields[] = {
    &Words::language,
    &Words::skip_link,
    &Words::site,
    &Words::search,
    &Words::archive,
    &Words::tags,
    &Words::tag,
    &Words::category,
    &Words::author,
    &Words::series,
    &Words::part,
    &Words::related,
    &Words::home,
    &Words::contents,
    &Words::byline,
    &Words::minutes,
    &Words::updated,
    &Words::source,
    &Words::neighbours,
    &Words::older,
    &Words::newer,
    &Words::pages,
    &Words::page,
    &Words::page_of,
    &Words::older_posts,
    &Words::newer_posts,
    &Words::one_post,
    &Words::posts,
    &Words::years,
    &Words::undated,
    &Words::empty,
    &Words::search_needs_script,
    &Words::browse,
    &Words::not_found,
    &Words::not_found_help,
    &Words::theme,
    &Words::theme_auto,
    &Words::theme_light,
    &Words::theme_dark,
    &Words::date,
    &Words::short_date,
    &Words::months,
};
static_assert(sizeof(Words) == std::size(kFields) * sizeof(std::string_view));

constexpr size_t PackedSize() {
  size_t size = 0;
  for (const Words& words : kTable) {
    for (const auto field : kFields) size += (words.*field).size() + 1;
  }
  return size;
}

// All texts of kTable with a NUL behind each: pointers and lengths would be a fifth of its size.
constexpr auto kPacked = [] {
  std::array<char, PackedSize()> packed = {};
  size_t at = 0;
  for (const Words& words : kTable) {
    for (const auto field : kFields) {
      for (const char c : words.*field) packed[at++] = c;
      ++at;
    }
  }
  return packed;
}();

using Tables = std::array<Words, std::size(kTable)>;

// Made from kPacked when first asked for.
const Tables& AllTables() {
  static const Tables kTables = [] {
    Tables unpacked;
    const char* volatile packed = kPacked.data();  // else the compiler would unpack them, too
    const char* at = packed;
    for (Words& words : unpacked) {
      for (const auto field : kFields) {
        words.*field = at;
        at += (words.*field).size() + 1;
      }
    }
    return unpacked;
  }();
  return kTables;
}

// Months of languages whose views speak English: a date is worth writing properly all the same.
struct DateForm {
  std::string_view language;
  std::string_view date;
  std::string_view short_date;
  std::string_view months;
};
constexpr DateForm kDateForms[] = {
    {"it", "%1 %2 %3", "%1 %2",
     "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|"
     "dicembre"},
    {"nl", "%1 %2 %3", "%1 %2",
     "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"},
    {"pt", "%1 de %2 de %3", "%1 de %2",
     "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro"},
    {"sv", "%1 %2 %3", "%1 %2",
     "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"},
    {"zh", "%3年%2月%1日", "%2月%1日", ""},
};

std::string_view PrimarySubtag(std::string_view language) {
  return language.substr(0, language.find_first_of("-_"));
}

const Words* FindWords(std::string_view language) {
  const std::string_view primary = PrimarySubtag(language);
  for (const Words& words : AllTables()) {
    if (words.language == primary) return &words;
  }
  return nullptr;
}

std::string MonthName(std::string_view months, int month) {
  if (months.empty()) return std::to_string(month);
  for (int i = 1; i < month; ++i) months.remove_prefix(months.find('|') + 1);
  return std::string(months.substr(0, months.find('|')));
}

DateForm DateFormFor(std::string_view language) {
  if (const Words* words = FindWords(language)) {
    return {words->language, words->date, words->short_date, words->months};
  }
  for (const DateForm& form : kDateForms) {
    if (form.language == PrimarySubtag(language)) return form;
  }
  return {};
}

std::string IsoDay(const Date& date) { return date.ToString().substr(0, 10); }

std::string FillDate(std::string_view pattern, const Date& date, std::string_view months) {
  return Fill(pattern,
              {std::to_string(date.day), MonthName(months, date.month), std::to_string(date.year)});
}

// As FillDate, in a form of the table. French alone has a first of the month that is an ordinal.
std::string FillForm(std::string_view pattern, const Date& date, const DateForm& form) {
  std::string out = FillDate(pattern, date, form.months);
  if (form.language == "fr" && date.day == 1) out.insert(1, "er");
  return out;
}

}  // namespace

const Words& WordsFor(std::string_view language) {
  const Words* words = FindWords(language);
  return words == nullptr ? AllTables()[0] : *words;
}

std::string Fill(std::string_view pattern, std::initializer_list<std::string_view> values) {
  std::string out;
  for (size_t i = 0; i < pattern.size(); ++i) {
    const size_t place = i + 1 < pattern.size() ? static_cast<size_t>(pattern[i + 1] - '1') : 9;
    if (pattern[i] != '%' || place >= values.size()) {
      out += pattern[i];
      continue;
    }
    out += values.begin()[place];
    ++i;
  }
  return out;
}

std::string LongDate(const Date& date, std::string_view language) {
  if (language == "en-US") {
    return FillDate("%2 %1, %3", date, WordsFor("en").months);
  }
  const DateForm form = DateFormFor(language);
  return form.date.empty() ? IsoDay(date) : FillForm(form.date, date, form);
}

std::string ShortDate(const Date& date, std::string_view language) {
  if (language == "en-US") return FillDate("%2 %1", date, WordsFor("en").months);
  const DateForm form = DateFormFor(language);
  return form.date.empty() ? IsoDay(date) : FillForm(form.short_date, date, form);
}

std::string_view DirectionOf(std::string_view language) {
  for (const std::string_view rtl : {"ar", "fa", "he", "ur", "yi", "dv", "ps"}) {
    if (PrimarySubtag(language) == rtl) return "rtl";
  }
  return "";
}

}  // namespace broadsheet
