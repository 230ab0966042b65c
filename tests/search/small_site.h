#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/builder.h"
#include "index/document.h"
#include "search/searcher.h"

namespace broadsheet {

// Writes a post as one would: "# heading" lines part sections, ``` fences hold code, the rest is text.
inline IndexDocument MakePost(std::string path, std::string title, std::string_view body,
                              std::vector<std::string> tags = {}, int64_t day = -1,
                              std::string language = "en") {
  IndexDocument post;
  post.path = std::move(path);
  post.url = "posts/" + post.path.substr(0, post.path.find('.')) + "/";
  post.title = std::move(title);
  post.language = std::move(language);
  post.tags = std::move(tags);
  post.has_date = day >= 0;
  post.date = day * 86400;
  IndexSection section;
  bool in_code = false;
  uint32_t code_begin = 0;
  while (!body.empty()) {
    const std::string line(body.substr(0, body.find('\n')));
    body.remove_prefix(std::min(body.size(), line.size() + 1));
    const uint32_t here = static_cast<uint32_t>(post.text.size());
    if (line == "```") {
      if (in_code) post.code.push_back({code_begin, here});
      code_begin = here;
      in_code = !in_code;
      continue;
    }
    const bool is_heading = line.rfind("# ", 0) == 0;
    if (is_heading) {
      section.end = here;
      post.sections.push_back(section);
      section = {1, line.substr(2), line.substr(2), 0, 0};
    }
    post.text += (is_heading ? line.substr(2) : line) + "\n";
    if (is_heading) section.begin = static_cast<uint32_t>(post.text.size());
  }
  section.end = static_cast<uint32_t>(post.text.size());
  post.sections.push_back(section);
  return post;
}

// An index in memory, and questions put to it.
class SmallSite {
 public:
  explicit SmallSite(const std::vector<IndexDocument>& posts) { Open(0, posts); }

  void Open(int slot, const std::vector<IndexDocument>& posts) {
    IndexBuilder builder;
    for (const IndexDocument& post : posts) builder.Add(post);
    std::vector<IndexFile> files = builder.Finish();
    const std::string root = files[0].name;
    for (IndexFile& file : files) files_[file.name] = std::move(file.bytes);
    opened_.emplace_back(slot, root);
    Status status = searcher_.Open(slot, root, files_[root]);
    (void)status;
  }

  SearchAnswer Ask(const SearchRequest& request) {
    return SearchWith(searcher_, request, [this](const ByteRange& range) {
      return Result<std::string>(
          files_.at(range.file).substr(range.begin, range.end - range.begin));
    });
  }
  SearchAnswer Ask(std::string_view text) {
    SearchRequest request;
    request.text = text;
    return Ask(request);
  }

  // The hits' names without ".md", best first, the partial ones behind a bar: "a b | c".
  std::string Hits(const SearchRequest& request) {
    std::string names;
    bool is_partial = false;
    for (const Hit& hit : Ask(request).hits) {
      if (hit.group == HitGroup::kPartial && !is_partial) names += names.empty() ? "|" : " |";
      is_partial |= hit.group == HitGroup::kPartial;
      names += (names.empty() ? "" : " ") + hit.post.substr(0, hit.post.find('.'));
    }
    return names;
  }
  std::string Hits(std::string_view text) {
    SearchRequest request;
    request.text = text;
    return Hits(request);
  }

  Searcher& searcher() { return searcher_; }
  std::map<std::string, std::string>& files() { return files_; }

 private:
  Searcher searcher_;
  std::map<std::string, std::string> files_;
  std::vector<std::pair<int, std::string>> opened_;
};

}  // namespace broadsheet
