// One post a row, in many languages and scripts, and the questions that lead to it.

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <string>
#include <vector>

#include "search/small_site.h"

namespace broadsheet {
namespace {

struct Row {
  const char* language;
  const char* text;
  std::vector<const char*> questions;
};

const std::vector<Row>& Rows() {
  static const std::vector<Row> rows = {
      {"en",
       "Don't miss the naïve child\u2019s co\u00ADoperation, the ﬁle and 1,000.5 per e-mail.",
       {"don\u2019t", "dont", "naive", "NAÏVE", "nai\u0308ve", "child", "child's", "cooperation",
        "file", "1000.5", "1,000.5", "email", "e-mail"}},
      {"de",
       "Die STRAẞE führt über Größen hinweg zu den Häusern.",
       {"straße", "strasse", "STRASSE", "führt", "fu\u0308hrt", "groessen -zebra OR grossen",
        "hausern"}},
      {"fr",
       "L\u2019arbre de l'école, près du cœur d'Artagnan.",
       {"arbre", "arbres OR arbre", "l'arbre", "ECOLE", "e\u0301cole", "coeur", "artagnan",
        "d'artagnan"}},
      {"es", "Mañana la canción del pingüino.", {"manana", "CANCIÓN", "pinguino"}},
      {"it", "Perché l'università è chiusa d'estate.", {"perche", "università", "estate"}},
      {"pt", "A informação dos cidadãos.", {"informacao", "cidadãos"}},
      {"nl", "Het ĳs en de geïnteresseerde reizigers.", {"ijs", "geinteresseerde", "reizigers"}},
      {"sv", "Ångbåten över sjön.", {"angbaten", "ångbåten", "sjo\u0308n"}},
      {"no", "Gutten spiste blåbær på fjellet.", {"blabaer", "blåbær", "fjellet"}},
      {"da", "Rødgrød med fløde.", {"rodgrod", "fløde"}},
      {"fi", "Yöllä äiti lähti töihin.", {"yolla", "äiti", "toihin"}},
      {"ru", "Чёрный ёжик пьёт йод.", {"черный", "ёжик", "ЕЖИК", "и\u0306од", "е\u0308жик"}},
      {"uk", "П'ять об\u02BCєднань і їжак.", {"п\u2019ять", "об'єднань", "їжак"}},
      {"hu", "Főzőcske és űrhajó.", {"fozocske", "u\u030Brhajó"}},
      {"ro", "Țara și ţara veche.", {"tara", "țara", "ţara", "și"}},
      {"tr", "Işık İstanbul'da ılık.", {"ışık", "isik", "IŞIK", "istanbul", "İSTANBUL", "ılık"}},
      {"pl", "Zażółć gęślą jaźń.", {"zazolc", "GĘŚLĄ", "jaźń"}},
      {"vi", "Tiếng Việt trên đường.", {"tieng viet", "Tie\u0302\u0301ng", "đường", "duong"}},
      {"el", "Ὁ Ὀδυσσεύς, ΣΟΦΟΣ ἄνθρωπος.", {"οδυσσευσ", "Οδυσσεύς", "σοφός", "ανθρωπος"}},
      {"ar",
       "الإِسْلَام أحمد إلى مـكتبـة",
       {"الاسلام", "الإسلام", "احمد", "أحمد", "الى", "مكتبة", "مكتبه"}},
      {"fa", "کتاب\u200Cهای ۱۲۳", {"كتابهاي", "کتاب\u200Cهای", "123"}},
      {"he", "בְּרֵאשִׁית צה״ל ג׳ירפה בית־ספר", {"בראשית", "צה״ל", "צה\"ל", "צהל", "ג'ירפה", "ספר"}},
      {"hi",
       "ल\u095Cका प\u0922\u093Cता \u095Bमीन क्या",
       {"ल\u0921\u093Cका", "ल\u095Cका", "प\u095Dता", "ज\u093Cमीन", "जमीन", "क्\u200Dया"}},
      {"bn",
       "বা\u09DCি কো\u09A8 ক\u09C7\u09BEণ",
       {"বা\u09A1\u09BCি", "বা\u09DCি", "ক\u09C7\u09BE\u09A8", "কোণ"}},
      {"ta", "ம\u0BC6\u0BBEழி", {"ம\u0BCAழி"}},
      {"ka", "თბილისი", {"თბილისი", "ᲗᲑᲘᲚᲘᲡᲘ"}},
      {"ja",
       "ﾊﾝｶｸ文字、ガギグ。Rust入門と第3章。ＡＢＣ語",
       {"ハンカク", "ﾝｶ", "ｶﾞｷﾞ", "カ\u3099キ\u3099", "Rust入門", "入門と", "rust", "門", "第3章",
        "3章", "ABC語"}},
      {"zh",
       "Windows用户的C++程序员和𠀀字",
       {"Windows用户", "用户", "户的", "C++程序", "𠀀字", "𠀀"}},
      {"ko", "\u1112\u1161\u11AB글 검색, C++언어", {"한글", "글", "검색", "검", "c++언어", "언어"}},
      {"th", "ภาษาไทยไม่มีช่องว่าง น้ำใจ", {"ไทยไม่", "ภาษา", "ษาไท", "น้ำ", "ช่อง"}},
      {"lo", "ພາສາ\u200Bລາວ", {"ພາສາລາວ", "ສາລາ", "ລາວ"}},
      {"km", "ភាសា\u200Bខ្មែរ\u200Bល្អ", {"ភាសាខ្មែរ", "ខ្មែរល្អ", "ភាសា\u200Bខ្មែរ"}},
      {"my", "မြန်မာ\u200Bစာ", {"မြန်မာစာ", "မာစာ"}},
      {"en",
       "Call std::vector, operator<< and foo->bar of a.b.c with --dry-run, --flag and -Wall.",
       {"std::vector", "vector", "operator<<", "foo->bar", "bar", "a.b.c", "b.c", "--dry-run",
        "dry-run", "--flag", "flag", "\"-Wall\"", "wall"}},
      {"en",
       "C++, C# and F# on .NET and node.js: snake_case, camelCase, HTTPServer, x86_64, utf-8.",
       {"C++", "c#", "F#", ".NET", "net", "node.js", "snake_case", "case", "camelCase", "camel",
        "HTTPServer", "server", "x86_64", "x86", "utf-8", "UTF8"}},
      {"en",
       "v1.2.3 of 2024-05-01: @decorator, #hashtag, $HOME, /etc/passwd, I/O, AT&T, "
       "https://example.com/a?b=1 and jane@example.org \U0001F600ok",
       {"v1.2.3", "1.2.3", "v1.2", "1.2", "2024-05-01", "2024-05", "@decorator", "#hashtag",
        "$HOME", "/etc/passwd", "passwd", "I/O", "AT&T", "https://example.com/a?b=1", "example.com",
        "jane@example.org", "ok"}},
  };
  return rows;
}

TEST_CASE("Questions in many languages and scripts lead to their post") {
  std::vector<IndexDocument> posts;
  for (const Row& row : Rows()) {
    posts.push_back(MakePost("p" + std::to_string(posts.size()) + ".md", "Title",
                             std::string(row.text) + "\n", {}, -1, row.language));
  }
  SmallSite site(posts);
  for (size_t i = 0; i < posts.size(); ++i) {
    for (const char* question : Rows()[i].questions) {
      for (const bool finished : {false, true}) {
        SearchRequest request;
        request.text = question;
        request.finished = finished;
        request.correct_typos = false;
        request.limit = 100;
        const SearchAnswer answer = site.Ask(request);
        CAPTURE(Rows()[i].language, question, finished);
        CHECK(std::any_of(answer.hits.begin(), answer.hits.end(), [&](const Hit& hit) {
          return hit.post == posts[i].path && hit.group == HitGroup::kFull;
        }));
        CHECK(answer.notes.empty());
      }
    }
  }
}

}  // namespace
}  // namespace broadsheet
