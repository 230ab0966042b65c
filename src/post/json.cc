#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>

#include "post/data.h"

namespace broadsheet {
namespace {

constexpr size_t kDepthLimit = 64;

// Feeds bytes to the parser and counts lines, since the parser names no places for values.
class LineCounter {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  LineCounter(const char* at, int* line) : at_(at), line_(line) {}
  reference operator*() const { return *at_; }
  LineCounter& operator++() {
    if (*at_ == '\n') ++*line_;
    ++at_;
    return *this;
  }
  // The parser ends by it; clang overlooks that.
  [[maybe_unused]] friend bool operator==(const LineCounter& a, const LineCounter& b) {
    return a.at_ == b.at_;
  }

 private:
  const char* at_;
  int* line_;
};

// Builds the tree from the parser's events.
class DataSax : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit DataSax(const int* line) : line_(line) {}

  bool null() override { return Put(Data()); }
  bool boolean(bool value) override { return Put(Word(value ? "true" : "false")); }
  bool number_integer(number_integer_t value) override { return Put(Word(std::to_string(value))); }
  bool number_unsigned(number_unsigned_t value) override {
    return Put(Word(std::to_string(value)));
  }
  bool number_float(number_float_t, const string_t& text) override { return Put(Word(text)); }
  bool string(string_t& value) override { return Put(Data::Text(std::move(value), *line_, true)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(size_t) override { return Open(Data::Map(*line_)); }
  bool start_array(size_t) override { return Open(Data::List(*line_)); }
  bool end_object() override { return CloseContainer(); }
  bool end_array() override { return CloseContainer(); }
  bool key(string_t& value) override {
    keys_.back() = std::move(value);
    return true;
  }
  bool parse_error(size_t, const std::string& token, const nlohmann::detail::exception&) override {
    problem_ = token;
    return false;
  }

  bool too_deep() const { return too_deep_; }
  const std::string& problem() const { return problem_; }
  Data Take() { return std::move(root_); }

 private:
  Data Word(std::string text) const { return Data::Text(std::move(text), *line_, false); }

  bool Open(Data container) {
    too_deep_ = open_.size() >= kDepthLimit;
    open_.push_back(std::move(container));
    keys_.emplace_back();
    return !too_deep_;
  }

  bool CloseContainer() {
    Data done = std::move(open_.back());
    open_.pop_back();
    keys_.pop_back();
    return Put(std::move(done));
  }

  bool Put(Data value) {
    if (value.line == 0) value.line = *line_;
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (open_.back().IsList()) {
      open_.back().items.push_back(std::move(value));
    } else if (Data* twin = open_.back().Find(keys_.back())) {
      *twin = std::move(value);
    } else {
      open_.back().fields.emplace_back(keys_.back(), std::move(value));
    }
    return true;
  }

  const int* line_;
  Data root_;
  std::vector<Data> open_;
  std::vector<std::string> keys_;  // of the value that each open container waits for
  std::string problem_;
  bool too_deep_ = false;
};

}  // namespace

Result<Data> ReadJson(std::string_view text, int first_line) {
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return Data::Map(first_line);
  int line = first_line;
  DataSax sax(&line);
  const LineCounter begin(text.data(), &line);
  const LineCounter end(text.data() + text.size(), &line);
  if (nlohmann::json::sax_parse(begin, end, &sax)) return sax.Take();
  if (sax.too_deep()) {
    return Error{ErrorCode::kTooLarge,
                 "the JSON is nested too deeply; at most 64 levels are read",
                 {},
                 line};
  }
  return Error{ErrorCode::kInvalidInput,
               "the JSON is not well formed near '" + sax.problem() +
                   "'; look for a missing quote, comma or bracket, or a comma too many",
               {},
               line};
}

}  // namespace broadsheet
