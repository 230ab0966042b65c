#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/vector.h"
#include "index/posting.h"
#include "text/token.h"

namespace broadsheet {

// Keys of the dictionary, in the order of their bytes:
//   \x01 gram                   two neighbouring characters of a script without spaces (kGram)
//   \x03 t tag, \x03 a author   a whole label, folded: posts only, no positions
//   form                        a folded token as it stands in posts
//   anchor \x02 language        a class: the forms that share stems in the posts of one language; the
//                               anchor is its first form. Only where a class has two forms or more
inline constexpr char kClassMark = '\x02';
inline constexpr char kLabelMark = '\x03';
inline constexpr char kTagKind = 't';
inline constexpr char kAuthorKind = 'a';
inline constexpr size_t kMaxKeyBytes = 160;

enum class TermKind : uint8_t { kForm, kClass, kLabel };

inline TermKind KindOfKey(std::string_view key) {
  if (!key.empty() && key[0] == kLabelMark) return TermKind::kLabel;
  return key.find(kClassMark) != std::string_view::npos ? TermKind::kClass : TermKind::kForm;
}

inline std::string ClassKey(std::string_view anchor, uint32_t language) {
  std::string key(anchor);
  key += kClassMark;
  key += static_cast<char>('0' + language);
  return key;
}

// The key of a whole tag or author; cut like any word that is too long.
std::string LabelKey(char kind, std::string_view label);

// Leads from a form to its class in one language.
struct ClassLink {
  uint32_t language = 0;  // index into Root::languages
  std::string anchor;
};

struct Term {
  std::string key;
  uint32_t post_count = 0;
  bool is_heavy = false;      // its postings have a block of their own, listed in the root
  Vector<ClassLink> links;    // of a form
  Vector<std::string> forms;  // of a class, in order

  TermKind kind() const { return KindOfKey(key); }
};

}  // namespace broadsheet
