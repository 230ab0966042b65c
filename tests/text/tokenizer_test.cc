#include "text/tokenizer.h"

#include <catch_amalgamated.hpp>

#include "text/token_text.h"

namespace broadsheet {
namespace {

struct Row {
  std::string text;
  std::string tokens;
};

void Check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(TokensToText(row.text) == row.tokens);
  }
}

std::string Repeat(std::string_view what, size_t count) {
  std::string out;
  while (count-- > 0) out += what;
  return out;
}

TEST_CASE("Words end at spaces and punctuation") {
  Check({
      {"", ""},
      {" \n\t.,;:!?", ""},
      {"one", "one"},
      {"One, two; (three) \"four\".", "one | two | three | four"},
      {"word—word … word–word", "word | word | word | word"},
      {"a  b\r\nc", "a | b | c"},
      {"x86 2nd utf8", "x86 | 2nd | utf8"},
      {"«Да», „nein“", "да | nein"},
      {"नमस्ते दुनिया", "नमस्ते | दुनिया"},
      {"I ❤️ emoji 👩‍💻 👍🏽 → ok", "i | emoji | ok"},
      {"a\xFF"
       "b \xE2\x82 c",
       "a | b | c"},
      {std::string("nul\0byte", 8), "nul | byte"},
  });
}

TEST_CASE("Case, accents, widths and ligatures fold; the exact form keeps accents") {
  Check({
      {"Größe", "grosse(größe)"},
      {"STRASSE Straße ẞ", "strasse | strasse(straße) | ss(ß)"},
      {"ÉTUDES e\xCC\x81tudes", "etudes(études) | etudes(études)"},
      {"Æther œuvre smørrebrød Łódź þing",
       "aether(æther) | oeuvre(œuvre) | smorrebrod(smørrebrød) | lodz(łódź) | thing(þing)"},
      {"Tiếng Việt", "tieng(tiếng) | viet(việt)"},
      {"ti\x65\xCC\x82\xCC\x81ng", "tieng(tiếng)"},
      {"İstanbul ışık I", "istanbul | isik(ışık) | i"},
      {"ΕΛΛΆΔΑΣ λόγος", "ελλαδασ(ελλάδασ) | λογοσ(λόγος)"},
      {"Ёлка чай и\xCC\x86", "елка(ёлка) | чай | й"},
      {"ＡＢＣ １２３ ｅ－ｍａｉｌ", "abc | 123 | joined:email+2=e mail"},
      {"ﬁne oﬃce", "fine | office"},
      {"co\xC2\xADoperate zero\xE2\x80\x8Cwidth", "cooperate | zerowidth"},
      {"𝐁𝐨𝐥𝐝 x²", "bold | x2"},
      {"كِتَابٌ أحمد مكتبة ـكتـاب", "كتاب | احمد(أحمد) | مكتبه(مكتبة) | كتاب"},
      {"שָׁלוֹם", "שלום"},
      {"\u0932\u095C\u0915\u093E \u0932\u0921\u093C\u0915\u093E",
       "\u0932\u0921\u0915\u093E(\u0932\u095C\u0915\u093E) | "
       "\u0932\u0921\u0915\u093E(\u0932\u095C\u0915\u093E)"},
      {"\u0995\u09CB\u09A8 \u0995\u09C7\u09BE\u09A8",
       "\u0995\u09C7\u09BE\u09A8 | \u0995\u09C7\u09BE\u09A8"},
      {"١٢٣ ४५६", "123 | 456"},
  });
}

TEST_CASE("Apostrophes stay in endings and join the rest") {
  Check({
      {"don't we'll they've", "dont(don't) | well(we'll) | theyve(they've)"},
      {"Rust's Rust’s", "rusts(rust's)=part:rust | rusts(rust's)=part:rust"},
      {"l'homme", "joined:lhomme+2=l homme"},
      {"O’Brien rock'n'roll", "joined:obrien+2=o brien | joined:rocknroll+3=rock n roll"},
      {"'quoted' James'", "quoted | james"},
      {"Ankara'da", "joined:ankarada+2=ankara da"},
      {"צה״ל ג׳ירפה", "joined:צהל+2=צה ל | joined:גירפה+2=ג ירפה"},
  });
}

TEST_CASE("Hyphens and underscores join words, up to four") {
  Check({
      {"e-mail E‑Mail", "joined:email+2=e mail | joined:email+2=e mail"},
      {"snake_case __init__ a__b", "joined:snakecase+2=snake case | init | joined:ab+2=a b"},
      {"state-of-the-art", "joined:stateoftheart+4=state of the art"},
      {"a-b-c-d-e", "a b c d e"},
      {"covid-19 2020-01-05", "joined:covid19+2=covid 19 | 2020 01 05"},
      {"word--word a - b pre- -fix", "word | word | a | b | pre | fix"},
  });
}

TEST_CASE("A change of case parts a word at its own position") {
  Check({
      {"camelCase", "camelcase=part:camel=part:case"},
      {"HTMLParser getElementById",
       "htmlparser=part:html=part:parser | getelementbyid=part:get=part:element=part:by=part:id"},
      {"IDs URLs IPv6 MP3 H2O", "ids | urls | ipv6 | mp3 | h2o"},
      {"iPhone iPhone15Pro", "iphone=part:phone | iphone15pro=part:phone15=part:pro"},
      {"my-camelCase", "joined:mycamelcase+2=my camelcase=part:camel=part:case"},
      {"ÉcoleNormale", "ecolenormale(écolenormale)=part:ecole(école)=part:normale"},
  });
}

TEST_CASE("Signs belong to some names") {
  Check({
      {"C++ c++11 i++", "symbol:c++=c | symbol:c++=c 11 | symbol:i++=i"},
      {"C# F#. long#", "symbol:c#=c | symbol:f#=f | long"},
      {".NET (.gitignore) ASP.NET", "symbol:.net=net | symbol:.gitignore=gitignore | asp net"},
      {"...and ..x", "and | x"},
      {"--flag --dry-run ---", "symbol:--flag=flag | symbol:--dry=dry run"},
      {"-v", "v"},
  });
}

TEST_CASE("Paths and addresses are groups of words") {
  Check({
      {"std::vector a.b.c node.js", "std vector | a b c | node js"},
      {"and/or AT&T key=value a->b", "and or | at t | key value | a b"},
      {"https://example.com/a-b/c", "https example com joined:ab+2=a b c"},
      {"mail me@example.com.", "mail | me example com"},
      {"fn(arg) Vec<T> a, b", "fn | arg | vec | t | a | b"},
      {"end. Start", "end | start"},
  });
}

TEST_CASE("Numbers") {
  Check({
      {"1.56.0", "chain:1.56.0+3=1 chain:56.0+2=56 0"},
      {"v1.2 1.5x", "chain:v1.2+2=chain:1.2+2=v1=part:1 2 | chain:1.5x+2=1 5x"},
      {"1,000 12,345,678", "1000 | 12345678"},
      {"1,000.5", "chain:1000.5+2=1000 5"},
      {"1,2 [3,45]", "12=part:1=part:2 | 345=part:3=part:45"},
      {"rust-1.56.0 in 2020.", "rust chain:1.56.0+3=1 chain:56.0+2=56 0 | in | 2020"},
      {"1.x", "1 x"},
  });
}

TEST_CASE("Scripts without spaces are read by pairs of characters") {
  Check({
      {"新", "‹新›"},
      {"新幹線", "run:新幹線+3=‹新幹› ‹幹線› ‹線›"},
      {"東京へ", "run:東京+2=‹東京› ‹京へ› ‹へ›"},
      {"葛\U000E0100城", "run:葛城+2=‹葛城› ‹城›"},
      {"データ", "run:データ+3=‹デー› ‹ータ› ‹タ›"},
      {"ﾃﾞｰﾀ デ\xE3\x83\xBCタ",
       "run:データ+3=‹デー› ‹ータ› ‹タ› | run:データ+3=‹デー› ‹ータ› ‹タ›"},
      {"か\xE3\x82\x99く", "‹がく› ‹く›"},
      {"我们喜欢读书", "‹我们› ‹们喜› ‹喜欢› ‹欢读› ‹读书› ‹书›"},
      {"한국어 책", "run:한국어+3=‹한국› ‹국어› ‹어› | ‹책›"},
      {"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "‹한›"},
      {"กินข้าว", "‹กิน› ‹นข้› ‹ข้า› ‹าว› ‹ว›"},
      {"ខ្មែរ\u200Bល្អ", "‹ខ្មែ› ‹មែរ› ‹រល្› ‹ល្អ› ‹អ›"},
      {"น้ำใจ", "‹น้ำใ› ‹ใจ› ‹จ›"},
      {"第3章", "‹第› 3 ‹章›"},
      {"Rust入門", "rust run:入門+2=‹入門› ‹門›"},
      {"日本。東京", "run:日本+2=‹日本› ‹本› | run:東京+2=‹東京› ‹京›"},
  });
}

TEST_CASE("Terms are cut at 64 bytes, between code points") {
  Check({
      {Repeat("a", 65) + " b", Repeat("a", 64) + " | b"},
      {"x" + Repeat("é", 40), "x" + Repeat("e", 31) + "(x" + Repeat("é", 31) + ")"},
      {Repeat("abcdefghi-", 3) + Repeat("z", 60),
       "joined:" + Repeat("abcdefghi", 3) + Repeat("z", 37) + "+4=abcdefghi abcdefghi abcdefghi " +
           Repeat("z", 60)},
  });
}

TEST_CASE("Tokens know their bytes in the text") {
  struct Place {
    std::string text;
    std::string folded;
    std::string slice;
  };
  const Place rows[] = {
      {"die Größe!", "grosse", "Größe"},
      {"my e-mail.", "email", "e-mail"},
      {"(C++)", "c++", "C++"},
      {"in .NET", ".net", ".NET"},
      {"my camelCase", "case", "Case"},
      {"at Rust's", "rust", "Rust"},
      {"v1.2.3,", "1.2.3", "v1.2.3"},
      {"v1.2.3,", "2", "2"},
      {"is 1,000 m", "1000", "1,000"},
      {"は新幹線", "新幹線", "新幹線"},
      {"e\xCC\x81t", "et", "e\xCC\x81t"},
  };
  for (const Place& row : rows) {
    CAPTURE(row.text, row.folded);
    std::string slice = "none";
    Tokenizer tokenizer(row.text);
    for (Token token; tokenizer.Next(token);) {
      if (token.folded == row.folded) slice = row.text.substr(token.begin, token.end - token.begin);
    }
    CHECK(slice == row.slice);
  }
}

TEST_CASE("Positions go on in the next text") {
  Tokenizer first("one two-three");
  for (Token token; first.Next(token);) continue;
  CHECK(first.next_position() == 3);
  Tokenizer second("four", 10);
  Token token;
  REQUIRE(second.Next(token));
  CHECK(token.position == 10);
  CHECK(second.next_position() == 11);
}

}  // namespace
}  // namespace broadsheet
