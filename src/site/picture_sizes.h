#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "io/file_system.h"
#include "site/image_size.h"
#include "site/manuscript.h"
#include "site/post_record.h"

namespace broadsheet {

// By the picture's path from the posts folder.
using PictureSizes = std::unordered_map<std::string, ImageSize>;

// Takes the bytes of a picture that was read. Any thread.
using TakePicture = std::function<void(const FileInfo& info, const std::string& bytes)>;

// Sizes of the pictures among `assets` that the posts show. One that cannot be read, or names no
// size, is left out: its page is laid out when it comes, as without this. Those that are `known` are not
// read; `take` is told all others.
PictureSizes ReadPictureSizes(FileSystem& files, std::string_view posts_folder,
                              const std::vector<FileInfo>& assets,
                              const std::vector<std::shared_ptr<const Manuscript>>& manuscripts,
                              int jobs, PostRecords* known = nullptr,
                              const TakePicture& take = nullptr);

}  // namespace broadsheet
