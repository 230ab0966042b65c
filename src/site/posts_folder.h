#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "io/file_system.h"

namespace broadsheet {

// What lies in the writer's folder, sorted by kind; each list by path.
struct PostsFolder {
  std::vector<FileInfo> posts;    // Markdown
  std::vector<FileInfo> assets;   // what is copied as it is: pictures and other files, site.json
  std::vector<FileInfo> statics;  // what is the site's own as it is; paths start from the site
  Diagnostics skipped;            // Markdown files that are no posts, with the reason
};

// The folder, in that of the posts, whose files go to the site's root.
inline constexpr std::string_view kStaticFolder = "_static/";

// The Error says why the folder cannot be listed.
Result<PostsFolder> ReadPostsFolder(FileSystem& files, std::string_view folder);

bool IsMarkdownPath(std::string_view path);

}  // namespace broadsheet
