#include "markdown/html_sink.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

namespace broadsheet {
namespace {

constexpr std::array<std::string_view, 5> kReferences = {"", "&quot;", "&amp;", "&lt;", "&gt;"};

constexpr std::array<uint8_t, 256> MakeEscapes() {
  std::array<uint8_t, 256> escapes = {};
  escapes['"'] = 1;
  escapes['&'] = 2;
  escapes['<'] = 3;
  escapes['>'] = 4;
  return escapes;
}
constexpr std::array<uint8_t, 256> kEscapes = MakeEscapes();

constexpr std::array<bool, 256> MakeUrlBytes() {
  std::array<bool, 256> stays = {};
  for (const char c :
       std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                        "-_.+!*'(),%#@?=;:/,+$~")) {
    stays[static_cast<uint8_t>(c)] = true;
  }
  return stays;
}
constexpr std::array<bool, 256> kUrlBytes = MakeUrlBytes();

// Sixteen bytes at a time, which every compiler here turns into SIMD where the target has it.
typedef uint8_t Lane __attribute__((vector_size(16)));

bool NeedsEscape(const char* text) {
  Lane bytes;
  std::memcpy(&bytes, text, sizeof(bytes));
  const auto hits = (bytes == '&') | (bytes == '<') | (bytes == '>') | (bytes == '"');
  uint64_t words[2];
  std::memcpy(words, &hits, sizeof(words));
  return (words[0] | words[1]) != 0;
}

}  // namespace

HtmlSink::HtmlSink(size_t expected_bytes) { Grow(expected_bytes); }
HtmlSink::~HtmlSink() { std::free(begin_); }

void HtmlSink::Grow(size_t more_bytes) {
  const size_t used = size();
  const size_t capacity = std::max(used + more_bytes, 2 * static_cast<size_t>(end_ - begin_));
  begin_ = static_cast<char*>(std::realloc(begin_, capacity));
  if (begin_ == nullptr) std::abort();
  next_ = begin_ + used;
  end_ = begin_ + capacity;
}

void HtmlSink::Put(std::string_view html) {
  if (static_cast<size_t>(end_ - next_) < html.size()) Grow(html.size());
  Copy(next_, html.data(), html.size());
  next_ += html.size();
}

void HtmlSink::PutNumber(int number) {
  char digits[12];
  char* first = digits + sizeof(digits);
  unsigned rest = number < 0 ? 0u - static_cast<unsigned>(number) : static_cast<unsigned>(number);
  do {
    *--first = static_cast<char>('0' + rest % 10);
    rest /= 10;
  } while (rest > 0);
  if (number < 0) *--first = '-';
  Put({first, static_cast<size_t>(digits + sizeof(digits) - first)});
}

void HtmlSink::Escape(std::string_view text) {
  const char* done = text.data();
  const char* at = done;
  const char* const end = done + text.size();
  while (at < end) {
    while (end - at >= 16 && !NeedsEscape(at)) at += 16;
    // What is left of a longer text, with what went before once more.
    if (end - done >= 16 && end - at < 16 && !NeedsEscape(end - 16)) at = end;
    while (at < end && kEscapes[static_cast<uint8_t>(*at)] == 0) ++at;
    if (at == end) break;
    Put({done, static_cast<size_t>(at - done)});
    Put(kReferences[kEscapes[static_cast<uint8_t>(*at)]]);
    done = ++at;
  }
  Put({done, static_cast<size_t>(end - done)});
}

void HtmlSink::EscapeUrl(std::string_view url) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  const char* at = url.data();
  const char* const end = at + url.size();
  while (true) {
    const char* const done = at;
    while (at < end && kUrlBytes[static_cast<uint8_t>(*at)]) ++at;
    Put({done, static_cast<size_t>(at - done)});
    if (at == end) return;
    const auto byte = static_cast<uint8_t>(*at++);
    const char encoded[] = {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    Put(byte == '&' ? kReferences[2] : std::string_view(encoded, 3));
  }
}

void HtmlSink::Attribute(std::string_view name, std::string_view value) {
  Put(' ');
  Put(name);
  Put("=\"");
  Escape(value);
  Put('"');
}

}  // namespace broadsheet
