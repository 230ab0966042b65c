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
  void Put(std::string_view html);
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

  // As memcpy, which is a call of its own even for a few bytes where memory is copied in bulk.
  static void Copy(char* to, const char* from, size_t size) {
    if (size > 32) {
      std::memcpy(to, from, size);
    } else if (size >= 16) {
      CopyEnds<16>(to, from, size);
    } else if (size >= 8) {
      CopyEnds<8>(to, from, size);
    } else if (size >= 4) {
      CopyEnds<4>(to, from, size);
    } else {
      for (size_t i = 0; i < size; ++i) to[i] = from[i];
    }
  }
  // Of `width` up to twice as many bytes; what lies in both ends is written twice.
  template <size_t width>
  static void CopyEnds(char* to, const char* from, size_t size) {
    char ends[2][width];
    std::memcpy(ends[0], from, width);
    std::memcpy(ends[1], from + size - width, width);
    std::memcpy(to, ends[0], width);
    std::memcpy(to + size - width, ends[1], width);
  }

  char* begin_ = nullptr;
  char* next_ = nullptr;
  char* end_ = nullptr;
};

}  // namespace broadsheet
