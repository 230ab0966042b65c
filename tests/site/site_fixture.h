#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "io/memory_file_system.h"
#include "site/edition.h"
#include "site/publisher.h"

namespace broadsheet {

// A template with all that PageTemplate asks for, and little else.
inline constexpr std::string_view kTestTemplate =
    "<html lang=\"en\"><!--broadsheet:head-->x<!--/broadsheet:head--><link "
    "href=\"broadsheet/a.css\">"
    "<a>Skip to content</a><!--broadsheet:header--><!--/broadsheet:header-->"
    "<main><!--broadsheet:main-->y<!--/broadsheet:main--></main>"
    "<!--broadsheet:footer--><!--/broadsheet:footer--></html>";

struct TestFile {
  std::string path;
  std::string text;
};

inline Edition EditionOf(const std::vector<TestFile>& posts, const SiteConfig& config = {},
                         std::string_view base = "/") {
  std::vector<std::shared_ptr<const Manuscript>> manuscripts;
  for (const TestFile& post : posts) {
    manuscripts.push_back(std::make_shared<const Manuscript>(
        std::move(*ReadManuscript(config, post.path, post.text))));
  }
  return MakeEdition(config, MakeSiteView(config, base, base), std::move(manuscripts));
}

// A folder of posts in memory with a shell beside it, and what publishing makes of it.
class TestSite {
 public:
  explicit TestSite(const std::vector<TestFile>& posts) {
    Write("web/index.html", kTestTemplate);
    Write("web/app/main.js", "// What starts it all.\nstart();\n");
    for (const char* name : {"read", "search", "explain", "publish"})
      Write(std::string("modules/") + name + ".wasm", "module");
    for (const TestFile& post : posts) Write("posts/" + post.path, post.text);
    options_.shell_folder = "web";
    options_.modules_folder = "modules";
  }

  void Write(std::string_view path, std::string_view text) { (void)files_.Write(path, text); }
  Result<PublishReport> Publish() { return broadsheet::Publish(files_, options_, nullptr); }
  std::string Read(std::string_view path) {
    const Result<std::string> bytes = files_.Read(path);
    return bytes.ok() ? *bytes : "(none)";
  }
  // The names below a folder, in one line.
  std::string Names(std::string_view folder) {
    std::string out;
    const auto listed = files_.List(folder);
    if (!listed.ok()) return "(none)";
    for (const FileInfo& info : *listed) out += (out.empty() ? "" : " ") + info.path;
    return out;
  }

  PublishOptions& options() { return options_; }
  MemoryFileSystem& files() { return files_; }

 private:
  MemoryFileSystem files_;
  PublishOptions options_;
};

}  // namespace broadsheet
