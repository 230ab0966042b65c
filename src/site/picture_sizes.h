#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "io/file_system.h"
#include "site/image_size.h"
#include "site/manuscript.h"

namespace broadsheet {

// By the picture's path from the posts folder.
using PictureSizes = std::unordered_map<std::string, ImageSize>;

// Sizes of the pictures among `assets` that the posts show. One that cannot be read, or names no
// size, is left out: its page is laid out when it comes, as without this.
PictureSizes ReadPictureSizes(FileSystem& files, std::string_view posts_folder,
                              const std::vector<FileInfo>& assets,
                              const std::vector<std::shared_ptr<const Manuscript>>& manuscripts,
                              int jobs);

}  // namespace broadsheet
