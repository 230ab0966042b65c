#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "post/post.h"
#include "site/template_address.h"

namespace broadsheet {

// An address in a post, parted: "../a%20b.md?x#top" in "2026/c.md" -> path "a b.md", fragment "#top".
struct LinkTarget {
  std::string path;  // from the posts folder, decoded, without "." and ".."; "" for "#top" alone
  std::string fragment;  // with its '#', as written; or ""
  bool outside = false;  // climbs out of the posts folder
};
LinkTarget ReadLinkTarget(std::string_view from_path, std::string_view address);

// Finds the post that an address or a wikilink names. Keeps pointers: the posts must outlive it.
class PostLinks {
 public:
  void Add(const Post& post);
  // What FindByName finds.
  void AddNames(const Post& post);

  struct Found {
    const Post* post = nullptr;  // null: the address leads to no post
    std::string fragment;        // with its '#', or ""
  };
  // The post that `address` in `from` leads to: its file ("a.md"), its folder ("a/"), its page
  // ("posts/a/"), an old address, or what a browser would have made of it at `from`'s own address or an
  // old one; and what calls of other generators' templates in it stand for.
  Found Find(const Post& from, std::string_view address) const;
  // Whether a post lives, or did, at `path`, from the site's root and decoded.
  bool IsAddress(const std::string& path) const;
  // The post that [[name]] names by title, slug or file name, whatever the case and punctuation.
  const Post* FindByName(std::string_view name) const;

 private:
  const Post* FindTarget(const LinkTarget& target) const;
  const Post* FindRooted(const std::string& path) const;
  // The post whose file has this name; of several the one that shares most folders, then `language`.
  const Post* FindFile(std::string_view path, std::string_view language) const;

  std::unordered_map<std::string, const Post*> by_path_;
  std::unordered_map<std::string, const Post*> by_address_;
  std::unordered_map<std::string, const Post*> by_date_;  // "2014/03/19/name"
  std::unordered_map<std::string, std::vector<const Post*>> by_file_;
  std::unordered_map<std::string, const Post*> by_name_;
};

}  // namespace broadsheet
