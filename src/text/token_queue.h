#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/vector.h"
#include "text/token.h"

namespace broadsheet {

// Tokens that are read but not asked for yet, with their text. Empty it before refilling it.
class TokenQueue {
 public:
  // `token` without its views. Text beyond kMaxTermBytes is cut.
  void Push(Token token, std::string_view folded, std::string_view exact);

  // The views live until the next Push.
  bool Pop(Token& token);

  // Moves the last token before the one at `index`, counted from the last time the queue was empty.
  void MoveLastTo(size_t index);

  size_t size() const { return items_.size(); }

 private:
  struct Item {
    Token token;
    uint32_t folded_begin;
    uint32_t folded_size;
    uint32_t exact_begin;
    uint32_t exact_size;
  };

  Vector<Item> items_;
  size_t next_ = 0;
  std::string text_;
};

}  // namespace broadsheet
