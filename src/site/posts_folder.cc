#include "site/posts_folder.h"

#include "post/post.h"
#include "post/post_path.h"

namespace broadsheet {
namespace {

bool IsForeign(std::string_view path) {
  return path.starts_with("node_modules/") || path.find("/node_modules/") != std::string_view::npos;
}

// Posts of other generators in other languages than Markdown, and the templates among them.
bool IsForeignPage(std::string_view path) {
  for (const std::string_view ending :
       {".njk", ".liquid", ".mdx", ".org", ".rst", ".adoc", ".asciidoc", ".textile"}) {
    if (path.ends_with(ending)) return true;
  }
  return (path.ends_with(".html") || path.ends_with(".htm")) && ReadPostName(path).date.has_value();
}

// What becomes a part of the pages, and is not published for itself.
bool IsPartOfPages(std::string_view path) {
  return path == "index.json" || path == "head.html" || path == "header.html" ||
         path == "footer.html";
}

}  // namespace

bool IsMarkdownPath(std::string_view path) {
  return path.ends_with(".md") || path.ends_with(".markdown");
}

Result<PostsFolder> ReadPostsFolder(FileSystem& files, std::string_view folder) {
  Result<std::vector<FileInfo>> listed = files.List(folder);
  if (!listed.ok()) return listed.error();
  PostsFolder out;
  for (FileInfo& info : *listed) {
    if (IsForeign(info.path)) continue;
    if (info.path.starts_with(kStaticFolder)) {
      info.path.erase(0, kStaticFolder.size());
      out.statics.push_back(std::move(info));
      continue;
    }
    const bool is_post = IsPostPath(info.path);
    if (IsMarkdownPath(info.path) && is_post) {
      out.posts.push_back(std::move(info));
    } else if (IsMarkdownPath(info.path)) {
      out.skipped.push_back(
          {Severity::kNote, info.path, 0,
           "names that start with '_' are no posts; rename the file to publish it"});
    } else if (is_post && !IsPartOfPages(info.path)) {
      if (IsForeignPage(info.path)) {
        out.skipped.push_back({Severity::kNote, info.path, 0,
                               "this is no Markdown, so it is copied as it is and is in no list; "
                               "write it as .md to publish it as a post"});
      }
      out.assets.push_back(std::move(info));
    }
  }
  return out;
}

}  // namespace broadsheet
