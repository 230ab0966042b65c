#include "markdown/heading_id.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "markdown/arena.h"
#include "markdown/text_scan.h"
#include "utf8.h"

namespace broadsheet {
namespace {

// Ids of the shell and of every view; then names that code looks for on any object, and names of
// features that code looks for on `window`, where an element's id would answer in their stead. Sorted.
constexpr std::array<std::string_view, 52> kReserved = {"WorkerGlobalScope",
                                                        "__defineGetter__",
                                                        "__defineSetter__",
                                                        "__lookupGetter__",
                                                        "__lookupSetter__",
                                                        "__proto__",
                                                        "announcer",
                                                        "archive",
                                                        "body",
                                                        "broadsheet",
                                                        "caches",
                                                        "chrome",
                                                        "colophon",
                                                        "constructor",
                                                        "content",
                                                        "cookie",
                                                        "cookieStore",
                                                        "customElements",
                                                        "define",
                                                        "document",
                                                        "exports",
                                                        "footer",
                                                        "getElementById",
                                                        "getelementbyid",
                                                        "global",
                                                        "globalThis",
                                                        "hasOwnProperty",
                                                        "header",
                                                        "isPrototypeOf",
                                                        "launchQueue",
                                                        "location",
                                                        "main",
                                                        "masthead",
                                                        "module",
                                                        "navigation",
                                                        "process",
                                                        "propertyIsEnumerable",
                                                        "query",
                                                        "requestIdleCallback",
                                                        "require",
                                                        "results",
                                                        "sanitizer",
                                                        "scheduler",
                                                        "search",
                                                        "status",
                                                        "toLocaleString",
                                                        "toString",
                                                        "toc",
                                                        "trustedTypes",
                                                        "trustedtypes",
                                                        "valueOf",
                                                        "window"};

bool IsReserved(std::string_view id) {
  return std::binary_search(kReserved.begin(), kReserved.end(), id);
}

// Lower case of one letter; a letter whose folding is longer stays as it is.
void AppendLower(std::string_view letter, std::string& out) {
  if (letter.size() == 1) {
    out.push_back(ToLower(letter[0]));
    return;
  }
  Arena arena(0);
  const ArenaScope scope(arena);
  cmark_strbuf folded = CMARK_BUF_INIT(ArenaScope::memory());
  cmark_utf8proc_case_fold(&folded, reinterpret_cast<const uint8_t*>(letter.data()),
                           static_cast<bufsize_t>(letter.size()));
  const std::string_view result(reinterpret_cast<const char*>(folded.ptr),
                                static_cast<size_t>(folded.size));
  out.append(DecodeUtf8(result, 0).size == result.size() ? result : letter);
}

}  // namespace

std::string HeadingSlug(std::string_view text) {
  std::string slug;
  for (size_t i = 0; i < text.size();) {
    if (IsAlnum(text[i])) {
      slug.push_back(ToLower(text[i++]));
      continue;
    }
    const CodePoint point = DecodeUtf8(text, i);
    const std::string_view letter = text.substr(i, point.size);
    i += point.size;
    const auto code = static_cast<int32_t>(point.value);
    if (code == '-' || code == '_') {
      slug.push_back(static_cast<char>(code));
    } else if (cmark_utf8proc_is_space(code) != 0) {
      slug.push_back('-');
    } else if (code > ' ' && code != 0x7F && code != 0xFFFD &&
               cmark_utf8proc_is_punctuation(code) == 0) {
      AppendLower(letter, slug);
    }
  }
  return slug;
}

std::string SafeId(std::string_view id) {
  return IsReserved(id) ? "section-" + std::string(id) : std::string(id);
}

std::string IdRegistry::Take(std::string_view wish) {
  std::string id = SafeId(wish.empty() ? "section" : wish);
  const auto [entry, is_new] = taken_.try_emplace(id, 1);
  if (is_new) return id;
  while (true) {
    std::string numbered = id + "-" + std::to_string(taken_[id]++);
    if (taken_.try_emplace(numbered, 1).second) return numbered;
  }
}

}  // namespace broadsheet
