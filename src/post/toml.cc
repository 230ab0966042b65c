#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "post/data.h"

namespace broadsheet {
namespace {

constexpr int kDepthLimit = 64;

bool IsBareKeyByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

// TOML 1.0 by recursive descent. Redefinitions are not all refused: the last value of a key counts.
class TomlReader {
 public:
  TomlReader(std::string_view text, int first_line) : text_(text), line_(first_line) {}

  Result<Data> ReadDocument() {
    Data root = Data::Map(line_);
    Data* table = &root;
    for (SkipBlank(); !AtEnd() && !failed_; SkipBlank()) {
      if (Peek() == '[') {
        table = ReadTableHeader(root);
      } else {
        ReadPair(*table, 0);
      }
      if (!failed_) ExpectLineEnd();
    }
    if (failed_) return error_;
    return root;
  }

 private:
  bool AtEnd() const { return position_ >= text_.size(); }
  char Peek(size_t ahead = 0) const {
    return position_ + ahead < text_.size() ? text_[position_ + ahead] : '\0';
  }
  char Take() {
    const char c = Peek();
    if (c == '\n') ++line_;
    ++position_;
    return c;
  }
  bool TakeIf(std::string_view expected) {
    if (text_.substr(position_, expected.size()) != expected) return false;
    for (size_t i = 0; i < expected.size(); ++i) Take();
    return true;
  }

  void Fail(std::string message) {
    if (failed_) return;
    failed_ = true;
    error_ = Error{
        ErrorCode::kInvalidInput, "the TOML cannot be read: " + std::move(message), {}, line_};
  }

  void SkipSpaces() {
    while (Peek() == ' ' || Peek() == '\t') Take();
  }
  void SkipComment() {
    if (Peek() != '#') return;
    while (!AtEnd() && Peek() != '\n') Take();
  }
  // Spaces, line ends and comments.
  void SkipBlank() {
    for (;;) {
      SkipSpaces();
      SkipComment();
      if (Peek() != '\n' && Peek() != '\r') return;
      Take();
    }
  }
  void ExpectLineEnd() {
    SkipSpaces();
    SkipComment();
    if (Peek() == '\r') Take();
    if (!AtEnd() && Peek() != '\n') {
      Fail(std::string("'") + Peek() + "' stands after a complete value; start a new line");
    }
  }

  // The map that `key` names inside `parent`, made when it is not there; the last table of an array.
  Data* Enter(Data& parent, const std::string& key) {
    Data* child = parent.Find(key);
    if (child == nullptr) {
      parent.fields.emplace_back(key, Data::Map(line_));
      return &parent.fields.back().second;
    }
    if (child->IsList() && !child->items.empty()) child = &child->items.back();
    if (!child->IsMap()) {
      Fail("'" + key + "' has a value already and cannot be a table too; rename one of the two");
      return &parent;
    }
    return child;
  }

  Data* ReadTableHeader(Data& root) {
    const bool is_array = TakeIf("[[");
    if (!is_array) Take();
    std::vector<std::string> keys = ReadKey();
    if (failed_) return &root;
    if (!TakeIf(is_array ? "]]" : "]")) {
      Fail("a table's name lacks its closing bracket; add it");
      return &root;
    }
    Data* table = &root;
    const std::string last = keys.back();
    keys.pop_back();
    for (const std::string& key : keys) table = Enter(*table, key);
    return is_array ? AppendTable(*table, last) : Enter(*table, last);
  }

  Data* AppendTable(Data& parent, const std::string& key) {
    Data* list = parent.Find(key);
    if (list == nullptr) {
      parent.fields.emplace_back(key, Data::List(line_));
      list = &parent.fields.back().second;
    }
    if (!list->IsList()) {
      Fail("'" + key + "' is not a list of tables; rename one of the two");
      return &parent;
    }
    list->items.push_back(Data::Map(line_));
    return &list->items.back();
  }

  // A dotted key: at least one segment unless failed.
  std::vector<std::string> ReadKey() {
    std::vector<std::string> keys;
    do {
      SkipSpaces();
      keys.push_back(ReadKeySegment());
      SkipSpaces();
    } while (!failed_ && TakeIf("."));
    if (keys.size() > kDepthLimit) Fail("a key has more than 64 segments; shorten it");
    return keys;
  }

  std::string ReadKeySegment() {
    if (Peek() == '"' || Peek() == '\'') return ReadString();
    std::string key;
    while (IsBareKeyByte(Peek())) key.push_back(Take());
    if (key.empty()) Fail("a key is expected here; write `key = value`");
    return key;
  }

  void ReadPair(Data& table, int depth) {
    std::vector<std::string> keys = ReadKey();
    if (failed_) return;
    if (!TakeIf("=")) return Fail("'" + keys.back() + "' has no value; write `key = value`");
    SkipSpaces();
    const std::string last = keys.back();
    keys.pop_back();
    Data* parent = &table;
    for (const std::string& key : keys) parent = Enter(*parent, key);
    Data value = ReadValue(depth);
    if (Data* twin = parent->Find(last)) {
      *twin = std::move(value);
    } else {
      parent->fields.emplace_back(last, std::move(value));
    }
  }

  Data ReadValue(int depth) {
    const int line = line_;
    if (depth > kDepthLimit) Fail("values are nested too deeply; at most 64 levels are read");
    if (failed_) return Data();
    if (Peek() == '"' || Peek() == '\'') return Data::Text(ReadString(), line, true);
    if (Peek() == '[') return ReadArray(depth);
    if (Peek() == '{') return ReadInlineTable(depth);
    return Data::Text(ReadWord(), line, false);
  }

  // A number, a truth value or a date, as written. A space may part a date from its time.
  std::string ReadWord() {
    std::string word;
    const auto belongs = [this] {
      const char c = Peek();
      return IsBareKeyByte(c) || c == '+' || c == '.' || c == ':';
    };
    while (belongs()) word.push_back(Take());
    const bool is_date = word.size() == 10 && word[4] == '-' && word[7] == '-';
    if (is_date && Peek() == ' ' && Peek(1) >= '0' && Peek(1) <= '9') {
      do {
        word.push_back(Take());
      } while (belongs());
    }
    if (word.empty()) {
      Fail("a value is expected here; put text in double quotes");
    } else if (word != "true" && word != "false" && word != "inf" && word != "nan" &&
               word.find_first_of("0123456789") == std::string::npos) {
      Fail("'" + word + "' is not a TOML value; put text in double quotes");
    }
    return word;
  }

  Data ReadArray(int depth) {
    Data list = Data::List(line_);
    Take();
    for (SkipBlank(); !failed_ && !TakeIf("]"); SkipBlank()) {
      list.items.push_back(ReadValue(depth + 1));
      SkipBlank();
      if (!TakeIf(",") && Peek() != ']') Fail("a list lacks a comma or its closing ']'; add it");
    }
    return list;
  }

  Data ReadInlineTable(int depth) {
    Data table = Data::Map(line_);
    Take();
    for (SkipBlank(); !failed_ && !TakeIf("}"); SkipBlank()) {
      ReadPair(table, depth + 1);
      SkipBlank();
      if (!TakeIf(",") && Peek() != '}') Fail("a table lacks a comma or its closing '}'; add it");
    }
    return table;
  }

  std::string ReadString() {
    if (TakeIf("\"\"\"")) return ReadLongString('"');
    if (TakeIf("'''")) return ReadLongString('\'');
    const char quote = Take();
    std::string out;
    while (!failed_ && !TakeIf(std::string_view(&quote, 1))) {
      if (AtEnd() || Peek() == '\n') {
        Fail("a text lacks its closing quote; add it at the end of this line");
      } else if (quote == '"' && Peek() == '\\') {
        ReadEscape(out);
      } else {
        out.push_back(Take());
      }
    }
    return out;
  }

  std::string ReadLongString(char quote) {
    const std::string fence(3, quote);
    std::string out;
    TakeIf("\r");
    TakeIf("\n");
    while (!failed_ && !TakeIf(fence)) {
      if (AtEnd()) {
        Fail("a text lacks its closing " + fence + "; add it");
      } else if (quote == '"' && Peek() == '\\') {
        ReadEscape(out);
      } else {
        out.push_back(Take());
      }
    }
    while (!failed_ && Peek() == quote) out.push_back(Take());  // up to two more belong to the text
    return out;
  }

  void ReadEscape(std::string& out) {
    Take();
    const char c = Take();
    constexpr std::string_view kNames = "btnfre\"\\";
    constexpr std::string_view kBytes = "\b\t\n\f\r\x1b\"\\";
    if (const size_t at = kNames.find(c); at != std::string_view::npos) {
      out.push_back(kBytes[at]);
    } else if (c == 'u' || c == 'U') {
      ReadCodePoint(c == 'u' ? 4 : 8, out);
    } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      while (Peek() == ' ' || Peek() == '\t' || Peek() == '\r' || Peek() == '\n') Take();
    } else {
      Fail(
          "a backslash stands before a character that needs none; write \\\\ or use single quotes");
    }
  }

  void ReadCodePoint(int digits, std::string& out) {
    char32_t value = 0;
    for (int i = 0; i < digits; ++i) {
      const int digit = HexValue(Take());
      if (digit < 0)
        return Fail("a \\u escape lacks hexadecimal digits; write four, or eight after \\U");
      value = value * 16 + static_cast<char32_t>(digit);
    }
    const bool is_scalar = value < 0xD800 || (value > 0xDFFF && value <= 0x10FFFF);
    AppendUtf8(is_scalar ? value : kReplacementCharacter, out);
  }

  std::string_view text_;
  size_t position_ = 0;
  int line_;
  bool failed_ = false;
  Error error_;
};

}  // namespace

Result<Data> ReadToml(std::string_view text, int first_line) {
  return TomlReader(text, first_line).ReadDocument();
}

}  // namespace broadsheet
