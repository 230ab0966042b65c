#include "site/posts_folder.h"

#include <map>

#include "post/post.h"
#include "post/post_path.h"

namespace broadsheet {
namespace {

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

// Eleventy's defaults for the posts of a folder.
bool IsDirectoryData(std::string_view path) {
  return path.ends_with(".11tydata.js") || path.ends_with(".11tydata.cjs") ||
         path.ends_with(".11tydata.mjs") || path.ends_with(".11tydata.json");
}

bool IsSectionPage(std::string_view path) {
  const std::string_view name = FileName(path);
  return name == "_index.md" || (name.starts_with("_index.") && name.ends_with(".md"));
}

// One line for all section pages: a blog has one for each folder.
void ReportSectionPages(const std::vector<std::string>& paths, Diagnostics& out) {
  if (paths.empty()) return;
  const std::string more =
      paths.size() == 1 ? "" : " (" + std::to_string(paths.size()) + " such files)";
  out.push_back({Severity::kNote, paths.front(), 0,
                 "this is the page of a section in Hugo or Zola and no post" + more +
                     "; rename it to publish its text"});
}

// "a/_b/" of "a/_b/c.md": the folder that keeps a file from being a post; "" when that is the file's own name.
std::string HidingFolder(std::string_view path) {
  for (size_t slash = path.find('/'), start = 0; slash != std::string_view::npos;
       start = slash + 1, slash = path.find('/', start)) {
    if (!IsPostPath(path.substr(start, slash - start)))
      return std::string(path.substr(0, slash + 1));
  }
  return {};
}

// One line for all posts in such a folder.
void ReportHidden(const std::map<std::string, size_t>& folders, Diagnostics& out) {
  for (const auto& [folder, count] : folders) {
    out.push_back({Severity::kNote, folder, 0,
                   "folders whose names start with '_' are no folders of posts, so " +
                       std::to_string(count) + (count == 1 ? " file" : " files") +
                       " in it are left out; rename the folder to publish them"});
  }
}

}  // namespace

bool IsMarkdownPath(std::string_view path) {
  for (const std::string_view ending : {".md", ".markdown", ".mkd", ".mkdn", ".mdown"}) {
    if (path.ends_with(ending)) return true;
  }
  return false;
}

Result<PostsFolder> ReadPostsFolder(FileSystem& files, std::string_view folder) {
  Result<std::vector<FileInfo>> listed = files.List(folder);
  if (!listed.ok()) return listed.error();
  PostsFolder out;
  std::vector<std::string> section_pages;
  std::map<std::string, size_t> hidden;
  for (FileInfo& info : *listed) {
    if (IsInFolder(info.path, "node_modules")) continue;
    if (info.path.starts_with(kStaticFolder)) {
      info.path.erase(0, kStaticFolder.size());
      out.statics.push_back(std::move(info));
      continue;
    }
    const bool is_post = IsPostPath(info.path);
    if (IsDirectoryData(info.path)) {
      out.skipped.push_back({Severity::kNote, info.path, 0,
                             "Eleventy's defaults for a folder are not read; write what they say "
                             "into the posts or into site.json"});
    } else if (IsMarkdownPath(info.path) && is_post) {
      out.posts.push_back(std::move(info));
    } else if (IsSectionPage(info.path)) {
      section_pages.push_back(info.path);
    } else if (IsMarkdownPath(info.path)) {
      if (const std::string hiding = HidingFolder(info.path); !hiding.empty()) {
        ++hidden[hiding];
        continue;
      }
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
  // ".nojekyll", ".well-known/…": what hosts look for.
  const Result<std::vector<FileInfo>> statics =
      files.List(JoinPath(folder, kStaticFolder.substr(0, kStaticFolder.size() - 1)), true);
  for (const FileInfo& info : statics.ok() ? *statics : std::vector<FileInfo>()) {
    if (info.path.starts_with(".") || info.path.find("/.") != std::string::npos)
      out.statics.push_back(info);
  }
  ReportSectionPages(section_pages, out.skipped);
  ReportHidden(hidden, out.skipped);
  return out;
}

}  // namespace broadsheet
