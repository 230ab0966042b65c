#pragma once

#include <string>
#include <string_view>

#include "text/tokenizer.h"

namespace broadsheet {

// A token in one word: "camel" is a kWord, "part:camel", "joined:email+2", "camel(Camél)" where the
// exact form differs; grams are "‹新幹›".
inline std::string ToText(const Token& token) {
  static constexpr std::string_view kNames[] = {
      "", "part:", "joined:", "symbol:", "chain:", "run:", ""};
  std::string out(kNames[static_cast<size_t>(token.kind)]);
  if (token.kind == TokenKind::kGram) return "‹" + std::string(token.folded.substr(1)) + "›";
  out += token.folded;
  if (token.exact != token.folded) out += "(" + std::string(token.exact) + ")";
  if (token.span > 1) out += "+" + std::to_string(token.span);
  return out;
}

// The tokens of a text in one line: a space before each new position, "|" between groups, "="
// between tokens of one position.
inline std::string TokensToText(std::string_view text) {
  std::string out;
  Tokenizer tokenizer(text);
  uint32_t position = 0;
  uint32_t group = 0;
  for (Token token; tokenizer.Next(token);) {
    if (!out.empty()) out += token.group != group ? " | " : token.position != position ? " " : "=";
    out += ToText(token);
    position = token.position;
    group = token.group;
  }
  return out;
}

}  // namespace broadsheet
