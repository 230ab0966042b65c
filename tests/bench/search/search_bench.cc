// search_bench POSTS.jsonl QUESTIONS.jsonl INDEX_FOLDER
//
// Builds an index of posts {"id", "title", "text", "language"?} with two threads, writes it to a
// folder and asks it questions {"text", "finished"?, "limit"?}. Prints a line of JSON on the index,
// then one on each question: the bytes and rounds of a cold searcher, and the microseconds of a
// warm one.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "index/builder.h"
#include "search/searcher.h"

namespace {

using namespace broadsheet;
using nlohmann::json;
using Clock = std::chrono::steady_clock;

constexpr size_t kThreads = 2;
constexpr int kWarmRuns = 3;

double Milliseconds(Clock::time_point since) {
  return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

std::vector<json> ReadLines(const char* path) {
  std::ifstream in(path);
  std::vector<json> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(json::parse(line));
  return lines;
}

IndexDocument DocumentOf(const json& line) {
  IndexDocument document;
  document.path = line.at("id").get<std::string>();
  document.url = "posts/" + document.path + "/";
  document.title = line.at("title").get<std::string>();
  document.text = line.at("text").get<std::string>();
  document.language = line.value("language", "en");
  IndexSection section;
  section.end = static_cast<uint32_t>(document.text.size());
  document.sections.push_back(section);
  return document;
}

void RunThreads(size_t count, const std::function<void(size_t)>& task) {
  std::atomic<size_t> next = 0;
  std::vector<std::thread> threads;
  for (size_t i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      for (size_t job = next++; job < count; job = next++) task(job);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

// Documents are read, analysed and added in batches, so that memory holds few of them.
std::vector<IndexFile> Build(const char* path, double& milliseconds, size_t& posts) {
  constexpr size_t kBatch = 512;
  std::ifstream in(path);
  IndexBuilder builder;
  milliseconds = 0;
  for (bool more = true; more;) {
    std::vector<IndexDocument> batch;
    std::string line;
    while (batch.size() < kBatch && (more = static_cast<bool>(std::getline(in, line)))) {
      batch.push_back(DocumentOf(json::parse(line)));
    }
    const Clock::time_point start = Clock::now();
    std::vector<std::shared_ptr<const AnalyzedPost>> analyzed(batch.size());
    RunThreads(batch.size(), [&](size_t i) { analyzed[i] = AnalyzePost(batch[i]); });
    for (auto& post : analyzed) builder.Add(std::move(post));
    posts += batch.size();
    milliseconds += Milliseconds(start);
  }
  const Clock::time_point start = Clock::now();
  std::vector<IndexFile> files = builder.Finish(RunThreads);
  milliseconds += Milliseconds(start);
  return files;
}

struct Cost {
  uint64_t bytes = 0;
  int rounds = 0;
};

SearchAnswer Ask(Searcher& searcher, const std::map<std::string, const IndexFile*>& files,
                 const SearchRequest& request, Cost& cost) {
  for (;;) {
    Searcher::Outcome outcome = searcher.Search(request);
    if (outcome.answered) return outcome.answer;
    ++cost.rounds;
    for (const ByteRange& range : outcome.wanted) {
      cost.bytes += range.end - range.begin;
      searcher.Feed(range.file, range.begin,
                    files.at(range.file)->bytes.substr(range.begin, range.end - range.begin));
    }
  }
}

void Open(Searcher& searcher, const IndexFile& root) {
  if (!searcher.Open(0, root.name, root.bytes).ok()) std::abort();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  double build_ms = 0;
  size_t posts = 0;
  const std::vector<IndexFile> files = Build(argv[1], build_ms, posts);
  std::filesystem::create_directories(argv[3]);
  std::map<std::string, const IndexFile*> by_name;
  uint64_t size = 0;
  for (const IndexFile& file : files) {
    by_name[file.name] = &file;
    size += file.bytes.size();
    std::filesystem::path path = std::filesystem::path(argv[3]) / file.name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << file.bytes;
  }
  std::puts(json({{"posts", posts},
                  {"build_ms", build_ms},
                  {"bytes", size},
                  {"files", files.size()},
                  {"root_bytes", files[0].bytes.size()}})
                .dump()
                .c_str());
  Searcher warm;
  Open(warm, files[0]);
  for (const json& line : ReadLines(argv[2])) {
    SearchRequest request;
    request.text = line.at("text").get<std::string>();
    request.finished = line.value("finished", false);
    request.limit = line.value("limit", 10);
    Cost cold;
    Searcher fresh;
    Open(fresh, files[0]);
    const Clock::time_point cold_start = Clock::now();
    Ask(fresh, by_name, request, cold);
    const double cold_ms = Milliseconds(cold_start);
    Cost ignored;
    SearchAnswer answer = Ask(warm, by_name, request, ignored);
    double best = 1e9;
    for (int run = 0; run < kWarmRuns; ++run) {
      const Clock::time_point start = Clock::now();
      answer = Ask(warm, by_name, request, ignored);
      best = std::min(best, Milliseconds(start));
    }
    std::vector<std::string> hits;
    for (const Hit& hit : answer.hits) hits.push_back(hit.post);
    std::puts(json({{"hits", hits},
                    {"total", answer.total},
                    {"cold_bytes", cold.bytes},
                    {"rounds", cold.rounds},
                    {"cold_ms", cold_ms},
                    {"warm_ms", best}})
                  .dump()
                  .c_str());
  }
}
