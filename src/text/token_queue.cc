#include "text/token_queue.h"

#include <algorithm>

#include "base/utf8.h"

namespace broadsheet {

void TokenQueue::Push(Token token, std::string_view folded, std::string_view exact) {
  folded = Utf8Prefix(folded, kMaxTermBytes);
  exact = Utf8Prefix(exact, kMaxTermBytes);
  Item item = {token, static_cast<uint32_t>(text_.size()), static_cast<uint32_t>(folded.size()), 0,
               0};
  text_.append(folded);
  item.exact_begin = item.folded_begin;
  item.exact_size = item.folded_size;
  if (exact != folded) {
    item.exact_begin = static_cast<uint32_t>(text_.size());
    item.exact_size = static_cast<uint32_t>(exact.size());
    text_.append(exact);
  }
  items_.push_back(item);
}

bool TokenQueue::Pop(Token& token) {
  if (next_ == items_.size()) {
    items_.clear();
    text_.clear();
    next_ = 0;
    return false;
  }
  const Item& item = items_[next_++];
  token = item.token;
  const std::string_view text = text_;
  token.folded = text.substr(item.folded_begin, item.folded_size);
  token.exact = text.substr(item.exact_begin, item.exact_size);
  return true;
}

void TokenQueue::MoveLastTo(size_t index) {
  std::rotate(items_.begin() + static_cast<std::ptrdiff_t>(index), items_.end() - 1, items_.end());
}

}  // namespace broadsheet
