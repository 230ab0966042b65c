#pragma once

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace broadsheet {

// Collects HTML. Grows by doubling; faster than std::string because it neither clears nor checks more
// than once a call.
class HtmlSink {
 public:
  explicit HtmlSink(size_t expected_bytes);
  HtmlSink(const HtmlSink&) = delete;
  HtmlSink& operator=(const HtmlSink&) = delete;
  ~HtmlSink();

  void Put(char c) {
    if (next_ == end_) Grow(1);
    *next_++ = c;
  }
  void Put(std::string_view html) {
    if (html.empty()) return;
    if (static_cast<size_t>(end_ - next_) < html.size()) Grow(html.size());
    std::memcpy(next_, html.data(), html.size());
    next_ += html.size();
  }
  void PutNumber(int number);
  // Text for element content and quoted attributes: & < > " become references.
  void Escape(std::string_view text);
  // An address for a quoted attribute: what may not stand in one is percent-encoded, & is escaped.
  void EscapeUrl(std::string_view url);
  // ` name="value"`, escaped.
  void Attribute(std::string_view name, std::string_view value);
  // Ends the line unless one was just ended or nothing has been written.
  void EndLine() {
    if (next_ != begin_ && next_[-1] != '\n') Put('\n');
  }

  std::string_view view() const { return {begin_, static_cast<size_t>(next_ - begin_)}; }
  size_t size() const { return static_cast<size_t>(next_ - begin_); }
  void Truncate(size_t size_bytes) { next_ = begin_ + size_bytes; }

 private:
  void Grow(size_t more_bytes);

  char* begin_ = nullptr;
  char* next_ = nullptr;
  char* end_ = nullptr;
};

}  // namespace broadsheet
