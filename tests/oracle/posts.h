#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "index/document.h"
#include "search/searcher.h"

namespace broadsheet {

// Pseudo-random numbers that are the same everywhere.
class Dice {
 public:
  explicit Dice(uint64_t seed) : state_(seed) {}
  uint32_t Below(uint32_t bound) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<uint32_t>((state_ >> 33) % bound);
  }
  // Small numbers often, large ones seldom: how words are spread in texts.
  uint32_t Skewed(uint32_t bound) { return Below(Below(Below(bound) + 1) + 1); }
  template <typename T>
  const T& Pick(const std::vector<T>& list) {
    return list[Below(static_cast<uint32_t>(list.size()))];
  }

 private:
  uint64_t state_;
};

// Short posts in several languages and scripts, with compounds, headings, code, tags, authors and
// dates.
std::vector<IndexDocument> RandomPosts(uint64_t seed, size_t count);

// Questions in all of the language, made from the words of RandomPosts.
std::string RandomQuestion(Dice& dice);

// Every `stride`-th post of a real blog beside the repository (headings and code told apart
// roughly), or none if it is not there.
std::vector<IndexDocument> RealPosts(size_t stride);

// An index of posts, kept in memory, and one that asks it.
class Engine {
 public:
  // More than one slot: the posts are dealt out to as many indexes in turn.
  explicit Engine(const std::vector<IndexDocument>& documents, int slots = 1);
  // The same indexes, of which nothing was read yet.
  Engine Cold() const { return Engine(files_, roots_); }

  // Feeds what is asked for, range by range (or, with `whole`, whole files at once).
  SearchAnswer Ask(const SearchRequest& request, bool whole = false);
  // The paths of the first `limit` full hits, or of all of them.
  std::vector<std::string> Hits(const std::string& question, bool finished,
                                size_t limit = SIZE_MAX);
  uint32_t Total(const std::string& question, bool finished);

  int rounds() const { return rounds_; }  // of the last Ask: how often bytes were asked for

 private:
  Engine(const std::vector<IndexFile>& files, const std::vector<size_t>& roots);

  std::vector<IndexFile> files_;
  std::vector<size_t> roots_;  // where in files_ that of each slot is
  Searcher searcher_;
  int rounds_ = 0;
};

// A request that leaves typos alone.
SearchRequest Plain(const std::string& question, bool finished);

}  // namespace broadsheet
