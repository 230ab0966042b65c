#include "post/slug.h"

#include "base/ascii.h"
#include "base/utf8.h"

namespace broadsheet {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// What is neither letter, mark nor digit, by block: spaces, punctuation, symbols, emoji, private use.
// Blocks are coarse on purpose: a stray sign in an address does no harm, a table of Unicode does.
constexpr Range kSeparators[] = {
    {0x0080, 0x00A9}, {0x00AB, 0x00B4},   {0x00B6, 0x00B9},    {0x00BB, 0x00BF}, {0x00D7, 0x00D7},
    {0x00F7, 0x00F7}, {0x055A, 0x055F},   {0x0589, 0x058A},    {0x05BE, 0x05BE}, {0x060C, 0x060D},
    {0x061B, 0x061F}, {0x066A, 0x066D},   {0x06D4, 0x06D4},    {0x0964, 0x0965}, {0x0E5A, 0x0E5B},
    {0x1680, 0x1680}, {0x2000, 0x200B},   {0x200E, 0x206F},    {0x20A0, 0x20CF}, {0x2190, 0x2BFF},
    {0x2E00, 0x2E7F}, {0x3000, 0x3004},   {0x3008, 0x3020},    {0x3030, 0x3030}, {0x303D, 0x303F},
    {0x30A0, 0x30A0}, {0x30FB, 0x30FB},   {0xD800, 0xDFFF},    {0xE000, 0xF8FF}, {0xFE00, 0xFE0F},
    {0xFE10, 0xFE6F}, {0xFF00, 0xFF0F},   {0xFF1A, 0xFF20},    {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65},
    {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF}, {0xE0000, 0x10FFFF},
};

// Of names in a folder most file systems take 255 bytes, and some of them get an ending of ours.
constexpr size_t kMostBytes = 200;

bool IsAsciiWord(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool IsWord(char32_t c) {
  if (c < 0x80) return IsAsciiWord(c);
  for (const Range& range : kSeparators) {
    if (c >= range.first && c <= range.last) return false;
  }
  return true;
}

// The small letter of a capital in Latin, Greek and Cyrillic, in which names of tags and files are written
// with capitals most.
char32_t SmallLetter(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c < 0x100) return c >= 0xC0 && c <= 0xDE ? c + 32 : c;
  if (c < 0x180) {
    const bool odd_capitals = (c >= 0x139 && c <= 0x148) || c >= 0x179;
    const bool is_pair = c != 0x130 && c != 0x138 && c != 0x149 && c != 0x178 && c != 0x17F;
    return is_pair && (c % 2 == 1) == odd_capitals ? c + 1 : c;
  }
  if (c >= 0x391 && c <= 0x3A9) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  return c >= 0x410 && c <= 0x42F ? c + 32 : c;
}

bool IsWordAt(std::string_view text, size_t position) {
  return position < text.size() && IsWord(DecodeUtf8(text, position).value);
}

// What keeps C, C++ and C# apart, and "don't" whole: how a sign right after a word is spelled, and how
// many bytes of `text` that covers. Size 0: the sign parts words.
struct Spelling {
  std::string_view letters;
  size_t size = 0;
};

Spelling SpellSign(std::string_view text, size_t position) {
  const std::string_view rest = text.substr(position);
  if (rest.substr(0, 2) == "++") return {"pp", 2};
  if (rest.front() == '#' && !IsWordAt(text, position + 1)) return {"sharp", 1};
  if (rest.front() == '\'' && IsWordAt(text, position + 1)) return {"", 1};
  if (rest.substr(0, 3) == "\xE2\x80\x99" && IsWordAt(text, position + 3)) return {"", 3};
  return {};
}

void AppendEscape(unsigned char byte, std::string& out) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  out.push_back('%');
  out.push_back(kDigits[byte >> 4]);
  out.push_back(kDigits[byte & 15]);
}

}  // namespace

std::string Slugify(std::string_view text) {
  std::string slug;
  bool after_word = false;
  bool gap = false;
  for (size_t i = 0; i < text.size() && slug.size() < kMostBytes;) {
    const CodePoint point = DecodeUtf8(text, i);
    if (IsWord(point.value)) {
      if (gap && !slug.empty()) slug.push_back('-');
      gap = false;
      AppendUtf8(SmallLetter(point.value), slug);
      after_word = true;
      i += point.size;
      continue;
    }
    const Spelling spelling = after_word ? SpellSign(text, i) : Spelling();
    if (spelling.size > 0) {
      slug += spelling.letters;
      i += spelling.size;
      continue;
    }
    gap = true;
    after_word = false;
    i += point.size;
  }
  return slug;
}

std::string EncodePath(std::string_view path) {
  constexpr std::string_view kPlain = "-._~!$&'()*+,;=:@/";
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (IsAsciiWord(byte) || kPlain.find(c) != std::string_view::npos) {
      out.push_back(c);
    } else {
      AppendEscape(byte, out);
    }
  }
  return out;
}

std::string EncodeUrl(std::string_view url) {
  constexpr std::string_view kPlain = "-._~!$&'()*+,;=:@/?#[]";
  std::string out;
  for (size_t i = 0; i < url.size(); ++i) {
    const auto byte = static_cast<unsigned char>(url[i]);
    const bool is_escape =
        byte == '%' && i + 2 < url.size() && HexValue(url[i + 1]) >= 0 && HexValue(url[i + 2]) >= 0;
    if (is_escape || IsAsciiWord(byte) || kPlain.find(url[i]) != std::string_view::npos) {
      out.push_back(url[i]);
    } else {
      AppendEscape(byte, out);
    }
  }
  return out;
}

std::string DecodePath(std::string_view path) {
  std::string out;
  for (size_t i = 0; i < path.size(); ++i) {
    const bool escape = path[i] == '%' && i + 2 < path.size();
    const int high = escape ? HexValue(path[i + 1]) : -1;
    const int low = escape ? HexValue(path[i + 2]) : -1;
    if (high < 0 || low < 0) {
      out.push_back(path[i]);
    } else {
      out.push_back(static_cast<char>(high * 16 + low));
      i += 2;
    }
  }
  return out;
}

}  // namespace broadsheet
