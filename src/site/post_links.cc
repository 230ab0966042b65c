#include "site/post_links.h"

#include "post/post_path.h"
#include "post/slug.h"
#include "view/address.h"

namespace broadsheet {
namespace {

std::string WithoutSlash(std::string path) {
  while (!path.empty() && path.back() == '/') path.pop_back();
  return path;
}

// Takes "." and ".." out of the path; false when it climbs above its start.
bool Normalise(std::string_view path, std::string& out) {
  std::vector<std::string_view> segments;
  for (size_t start = 0; start <= path.size();) {
    size_t end = path.find('/', start);
    if (end == std::string_view::npos) end = path.size();
    const std::string_view segment = path.substr(start, end - start);
    if (segment == "..") {
      if (segments.empty()) return false;
      segments.pop_back();
    } else if (!segment.empty() && segment != ".") {
      segments.push_back(segment);
    }
    start = end + 1;
  }
  for (const std::string_view segment : segments) {
    if (!out.empty()) out.push_back('/');
    out += segment;
  }
  return true;
}

}  // namespace

LinkTarget ReadLinkTarget(std::string_view from_path, std::string_view address) {
  LinkTarget target;
  if (const size_t hash = address.find('#'); hash != std::string_view::npos) {
    target.fragment = address.substr(hash);
    address = address.substr(0, hash);
  }
  address = address.substr(0, address.find('?'));
  if (address.empty()) return target;
  const bool from_posts = address.substr(0, 2) == "@/";  // as Zola writes it
  std::string path;
  if (address.front() != '/' && !from_posts) {
    const size_t slash = from_path.rfind('/');
    if (slash != std::string_view::npos) path = from_path.substr(0, slash + 1);
  }
  path += DecodePath(from_posts ? address.substr(2) : address);
  target.outside = !Normalise(path, target.path);
  return target;
}

void PostLinks::Add(const Post& post) {
  by_path_.emplace(post.path, &post);
  by_address_.emplace(WithoutSlash("posts/" + post.slug), &post);
  if (!post.address.empty()) by_address_.emplace(WithoutSlash(post.address), &post);
  for (const std::string& alias : post.aliases) by_address_.emplace(WithoutSlash(alias), &post);
}

void PostLinks::AddNames(const Post& post) {
  for (const std::string& name :
       {Slugify(post.title), Slugify(post.slug), Slugify(ReadPostName(post.path).stem)}) {
    if (!name.empty()) by_name_.emplace(name, &post);
  }
}

const Post* PostLinks::FindTarget(const LinkTarget& target) const {
  if (target.path.empty() || target.outside) return nullptr;
  for (const char* ending : {"", ".md", "/index.md"}) {
    const auto post = by_path_.find(target.path + ending);
    if (post != by_path_.end()) return post->second;
  }
  const auto post = by_address_.find(WithoutSlash(target.path));
  return post == by_address_.end() ? nullptr : post->second;
}

PostLinks::Found PostLinks::Find(const Post& from, std::string_view address) const {
  LinkTarget target = ReadLinkTarget(from.path, address);
  const Post* post = FindTarget(target);
  // Zola counts from its content folder, of which the posts' may be a part.
  while (post == nullptr && address.substr(0, 2) == "@/") {
    const size_t slash = target.path.find('/');
    if (slash == std::string::npos) break;
    target.path.erase(0, slash + 1);
    post = FindTarget(target);
  }
  if (post == nullptr && !from.address.empty()) {
    post = FindTarget(ReadLinkTarget(from.address, address));
  }
  for (size_t i = 0; post == nullptr && i < from.aliases.size(); ++i) {
    post = FindTarget(ReadLinkTarget(from.aliases[i], address));
  }
  return {post, std::move(target.fragment)};
}

bool PostLinks::IsAddress(const std::string& path) const {
  return by_address_.count(WithoutSlash(path)) > 0;
}

const Post* PostLinks::FindByName(std::string_view name) const {
  const auto post = by_name_.find(Slugify(name));
  return post == by_name_.end() ? nullptr : post->second;
}

}  // namespace broadsheet
