#include "site/picture_sizes.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "base/parallel.h"
#include "site/post_links.h"

namespace broadsheet {
namespace {

std::unordered_set<std::string> PicturesOf(
    const std::vector<std::shared_ptr<const Manuscript>>& manuscripts) {
  std::unordered_set<std::string> paths;
  const auto add = [&](const Post& post, std::string_view address) {
    LinkTarget target = ReadLinkTarget(post.path, address);
    if (!target.outside && !target.path.empty()) paths.insert(std::move(target.path));
  };
  for (const auto& manuscript : manuscripts) {
    const Post& post = manuscript->post;
    if (!post.cover.empty()) add(post, post.cover);
    for (const ReferenceUse& use : manuscript->references) {
      if (use.kind == ReferenceUse::Kind::kImage) add(post, use.address);
    }
  }
  return paths;
}

}  // namespace

PictureSizes ReadPictureSizes(FileSystem& files, std::string_view posts_folder,
                              const std::vector<FileInfo>& assets,
                              const std::vector<std::shared_ptr<const Manuscript>>& manuscripts,
                              int jobs, PostRecords* known, const TakePicture& take) {
  const std::unordered_set<std::string> wanted = PicturesOf(manuscripts);
  std::vector<const FileInfo*> pictures;
  for (const FileInfo& info : assets) {
    if (wanted.count(info.path) > 0) pictures.push_back(&info);
  }
  std::vector<std::optional<ImageSize>> found(pictures.size());
  RunParallel(jobs, pictures.size(), [&](size_t i) {
    const FileInfo& info = *pictures[i];
    if (known != nullptr && known->FindPicture(info, found[i])) return;
    const Result<std::string> bytes = files.Read(JoinPath(posts_folder, info.path));
    if (!bytes.ok()) return;
    found[i] = ReadImageSize(*bytes);
    if (known != nullptr) known->PutPicture(info, found[i]);
    if (take) take(info, *bytes);
  });
  PictureSizes sizes;
  for (size_t i = 0; i < pictures.size(); ++i) {
    if (found[i]) sizes.emplace(pictures[i]->path, *found[i]);
  }
  return sizes;
}

}  // namespace broadsheet
