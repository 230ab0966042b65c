#include "site/post_links.h"

#include <algorithm>

#include "io/file_system.h"
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

// "content/blog/_posts/2020-01-02-a.de.md" -> "content/blog/2020-01-02-a": what names a post's file, in any case.
std::string FileKey(std::string_view path) {
  std::string key;
  for (const std::string_view ending : {".md", ".markdown", ".mkd", ".mkdn", ".html"}) {
    if (path.ends_with(ending)) path.remove_suffix(ending.size());
  }
  const std::string named = std::string(path) + ".md";
  const size_t language = ReadPostName(named).language.size();
  if (language > 0) path.remove_suffix(language + 1);
  for (const std::string_view index : {"/index", "/_index", "/README"}) {
    if (path.ends_with(index)) path.remove_suffix(index.size());
  }
  while (path.starts_with("../")) path.remove_prefix(3);
  if (!Normalise(path, key)) return {};
  for (char& c : key) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (const std::string_view folder : {"_posts/", "_drafts/"}) {
    const size_t at = key.find(folder);
    if (at != std::string::npos && (at == 0 || key[at - 1] == '/')) key.erase(at, folder.size());
  }
  return key;
}

// How many folders and names at the ends of two paths are the same.
size_t CommonSegments(std::string_view a, std::string_view b) {
  size_t count = 0;
  while (!a.empty() && FileName(a) == FileName(b)) {
    ++count;
    a = a.substr(0, a.size() == FileName(a).size() ? 0 : a.size() - FileName(a).size() - 1);
    b = b.substr(0, b.size() == FileName(b).size() ? 0 : b.size() - FileName(b).size() - 1);
  }
  return count;
}

std::string DatedKey(const Post& post) {
  std::string day = Date{post.date->year, post.date->month, post.date->day}.ToString();
  for (char& c : day) {
    if (c == '-') c = '/';
  }
  return day + '/' + Slugify(ReadPostName(post.path).stem);
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
  if (post.date) by_date_.emplace(DatedKey(post), &post);
  by_file_[std::string(FileName(FileKey(post.path)))].push_back(&post);
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

const Post* PostLinks::FindRooted(const std::string& path) const {
  if (const Post* post = FindTarget({DecodePath(path), {}, false})) return post;
  // As Jekyll would have it, whatever stands before the date: "blog/2014/03/19/name.html".
  std::string tail = WithoutSlash(path);
  if (tail.ends_with(".html")) tail.resize(tail.size() - 5);
  size_t start = tail.size();
  for (int i = 0; i < 4 && start != std::string::npos; ++i) {
    start = start == 0 ? std::string::npos : tail.rfind('/', start - 1);
  }
  if (start != std::string::npos) tail.erase(0, start + 1);
  const size_t name = tail.rfind('/') + 1;
  const auto post = by_date_.find(tail.substr(0, name) + Slugify(DecodePath(tail.substr(name))));
  return post == by_date_.end() ? nullptr : post->second;
}

const Post* PostLinks::FindFile(std::string_view path, std::string_view language) const {
  const std::string key = FileKey(path);
  const auto posts = by_file_.find(std::string(FileName(key)));
  if (key.empty() || posts == by_file_.end()) return nullptr;
  const Post* best = nullptr;
  size_t best_score = 0;
  for (const Post* post : posts->second) {
    const size_t score =
        2 * CommonSegments(key, FileKey(post->path)) + (post->language == language ? 1 : 0);
    if (score <= best_score) continue;
    best = post;
    best_score = score;
  }
  return best;
}

PostLinks::Found PostLinks::Find(const Post& from, std::string_view address) const {
  const TemplateAddress call = ReadTemplateAddress(address);
  if (call.kind != TemplateAddress::Kind::kPlain) {
    const size_t hash = std::min(call.suffix.find('#'), call.suffix.size());
    const std::string_view language = call.language.empty() ? from.language : call.language;
    const Post* post = nullptr;
    if (call.kind == TemplateAddress::Kind::kRooted) post = FindRooted(call.path);
    if (call.kind == TemplateAddress::Kind::kFile) post = FindFile(call.path, language);
    return {post, call.suffix.substr(hash)};
  }
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
  if (post == nullptr && address.substr(0, 1) == "/") post = FindRooted(target.path);
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
