#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// Words one after the other in one string; numbered from 0.
class WordList {
 public:
  void Add(std::string_view word) {
    bytes_.append(word);
    ends_.push_back(static_cast<uint32_t>(bytes_.size()));
  }
  // Valid until the next Add.
  std::string_view operator[](uint32_t i) const {
    const uint32_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::string_view(bytes_).substr(begin, ends_[i] - begin);
  }
  uint32_t size() const { return static_cast<uint32_t>(ends_.size()); }

 private:
  std::string bytes_;
  std::vector<uint32_t> ends_;
};

// Stems of words, which are named by their numbers; a word may have several.
class StemList {
 public:
  struct Entry {
    uint32_t word = 0;
    std::string_view stem;
  };

  void Add(uint32_t word, std::string_view stem) {
    words_.push_back(word);
    stems_.Add(stem);
  }
  // Valid until the next Add.
  Entry operator[](uint32_t i) const { return {words_[i], stems_[i]}; }
  uint32_t size() const { return stems_.size(); }

 private:
  std::vector<uint32_t> words_;
  WordList stems_;
};

}  // namespace broadsheet
