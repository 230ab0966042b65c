#include <yaml.h>

#include <string>
#include <unordered_map>

#include "post/data.h"

namespace broadsheet {
namespace {

constexpr int kDepthLimit = 64;
constexpr size_t kNodeLimit = 100000;  // aliases may repeat what they name: bound what grows of it

// Builds a tree from libyaml's events by recursive descent; owns the parser and the event at hand.
class YamlReader {
 public:
  YamlReader(std::string_view text, int first_line) : first_line_(first_line) {
    ready_ = yaml_parser_initialize(&parser_) != 0;
    if (!ready_) return;
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
  }
  ~YamlReader() {
    yaml_event_delete(&event_);
    if (ready_) yaml_parser_delete(&parser_);
  }
  YamlReader(const YamlReader&) = delete;
  YamlReader& operator=(const YamlReader&) = delete;

  Result<Data> ReadDocument() {
    Next();  // the stream's start
    if (Next() == YAML_STREAM_END_EVENT) return Data::Map(first_line_);
    Next();  // past the document's start
    Data root = ReadNode(0);
    if (!failed_ && root.IsNull()) root = Data::Map(first_line_);
    if (failed_) return error_;
    return root;
  }

 private:
  yaml_event_type_t Next() {
    if (failed_) return YAML_NO_EVENT;
    yaml_event_delete(&event_);
    event_ = {};
    if (!ready_ || !yaml_parser_parse(&parser_, &event_)) FailAtParser();
    return event_.type;
  }

  int LineOf(const yaml_mark_t& mark) const { return first_line_ + static_cast<int>(mark.line); }

  void Fail(std::string message, int line) {
    if (failed_) return;
    failed_ = true;
    error_ = Error{ErrorCode::kInvalidInput, std::move(message), {}, line};
  }

  void FailAtParser() {
    const std::string problem = parser_.problem != nullptr ? parser_.problem : "out of memory";
    std::string message = "the YAML front matter cannot be read (" + problem + ")";
    if (problem.find("mapping values") != std::string::npos ||
        problem.find("expected <block end>") != std::string::npos) {
      message += "; put the value in quotes if it holds ': ' or quotes of its own";
    } else if (problem.find("cannot start any token") != std::string::npos) {
      message += "; indent with spaces, and put values that start with @, ` or % in quotes";
    } else {
      message += "; check quotes, brackets and indentation here";
    }
    const bool unfinished = problem.find("end of stream") != std::string::npos;
    Fail(std::move(message), LineOf(unfinished ? parser_.context_mark : parser_.problem_mark));
  }

  // Reads the node that starts at the event at hand; leaves its last event at hand.
  Data ReadNode(int depth) {
    const int line = LineOf(event_.start_mark);
    if (depth > kDepthLimit || ++node_count_ > kNodeLimit) {
      Fail("the YAML front matter is too large or too deeply nested; write less of it", line);
      return Data();
    }
    switch (event_.type) {
      case YAML_SCALAR_EVENT:
        return ReadScalar(line);
      case YAML_SEQUENCE_START_EVENT:
        return ReadSequence(line, depth);
      case YAML_MAPPING_START_EVENT:
        return ReadMapping(line, depth);
      case YAML_ALIAS_EVENT:
        return ReadAlias(line);
      default:
        return Data();
    }
  }

  Data ReadScalar(int line) {
    const auto& scalar = event_.data.scalar;
    std::string text(reinterpret_cast<const char*>(scalar.value), scalar.length);
    const bool plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
    Data data = Data::Text(std::move(text), line, !plain);
    if (plain && (data.text.empty() || data.text == "~" || data.text == "null")) {
      data = Data();
      data.line = line;
    }
    Remember(scalar.anchor, data);
    return data;
  }

  Data ReadSequence(int line, int depth) {
    const std::string anchor = Anchor(event_.data.sequence_start.anchor);
    Data list = Data::List(line);
    while (!failed_ && Next() != YAML_SEQUENCE_END_EVENT) list.items.push_back(ReadNode(depth + 1));
    Remember(anchor, list);
    return list;
  }

  Data ReadMapping(int line, int depth) {
    const std::string anchor = Anchor(event_.data.mapping_start.anchor);
    Data map = Data::Map(line);
    while (!failed_ && Next() != YAML_MAPPING_END_EVENT) {
      const Data key = ReadNode(depth + 1);
      Next();
      Data value = ReadNode(depth + 1);
      if (key.IsText() && map.Find(key.text) == nullptr) {
        map.fields.emplace_back(key.text, std::move(value));
      }
    }
    Remember(anchor, map);
    return map;
  }

  Data ReadAlias(int line) {
    const auto known = anchors_.find(Anchor(event_.data.alias.anchor));
    if (known == anchors_.end()) {
      Fail("the YAML alias names nothing that comes before it; define the &anchor first", line);
      return Data();
    }
    node_count_ += CountNodes(known->second);
    if (node_count_ > kNodeLimit) Fail("the YAML aliases grow too large; write less of them", line);
    return failed_ ? Data() : known->second;
  }

  static size_t CountNodes(const Data& data) {
    size_t count = 1;
    for (const Data& item : data.items) count += CountNodes(item);
    for (const Data::Field& field : data.fields) count += CountNodes(field.second);
    return count;
  }

  static std::string Anchor(const yaml_char_t* name) {
    return name == nullptr ? std::string() : reinterpret_cast<const char*>(name);
  }
  void Remember(const yaml_char_t* anchor, const Data& data) { Remember(Anchor(anchor), data); }
  void Remember(const std::string& anchor, const Data& data) {
    if (!anchor.empty()) anchors_[anchor] = data;
  }

  yaml_parser_t parser_ = {};
  yaml_event_t event_ = {};
  int first_line_;
  bool ready_ = false;
  bool failed_ = false;
  Error error_;
  size_t node_count_ = 0;
  std::unordered_map<std::string, Data> anchors_;
};

}  // namespace

Result<Data> ReadYaml(std::string_view text, int first_line) {
  return YamlReader(text, first_line).ReadDocument();
}

}  // namespace broadsheet
