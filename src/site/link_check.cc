#include "site/link_check.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

#include "base/parallel.h"
#include "io/file_system.h"
#include "markdown/url.h"
#include "post/slug.h"
#include "site/archive_years.h"
#include "site/post_links.h"
#include "site/spelling.h"
#include "site/template_address.h"

namespace broadsheet {
namespace {

std::string_view Ending(std::string_view path) {
  const size_t dot = FileName(path).rfind('.');
  return dot == std::string_view::npos ? std::string_view() : FileName(path).substr(dot);
}

// "github.com/name": an address that lacks its scheme.
bool IsHost(std::string_view path) {
  const std::string_view host = path.substr(0, path.find('/'));
  for (const std::string_view ending : {".com", ".org", ".net", ".io", ".dev", ".gov", ".edu"}) {
    if (host.size() > ending.size() && host.substr(host.size() - ending.size()) == ending)
      return true;
  }
  return false;
}

class LinkChecker {
 public:
  LinkChecker(const Edition& edition, const PostsFolder& folder) {
    for (const EditionPost& entry : edition.posts) {
      links_.Add(entry.post);
      by_post_[&entry.post] = entry.manuscript.get();
      AddPath(entry.post.path);
      names_.push_back(entry.post.title);
    }
    for (const FileInfo& info : folder.assets) {
      files_.insert(info.path);
      AddPath(info.path);
    }
    for (const FileInfo& info : folder.statics) statics_.insert(info.path);
    for (const EditionPost& entry : edition.posts) {
      if (edition.posts.size() > kMostArchived) pages_.insert("archive/" + ArchiveSlug(entry.post));
    }
    for (const TaxonomyPlace& place : kTaxonomies) {
      for (const TagCount& term : (edition.*place.taxonomy).terms) {
        pages_.insert(std::string(place.folder) + "/" + term.slug);
      }
    }
  }

  void Check(const EditionPost& entry, const ReferenceUse& use, Diagnostics& out) const {
    if (use.kind == ReferenceUse::Kind::kWikilink) return CheckWikilink(entry, use, out);
    if (const TemplateAddress call = ReadTemplateAddress(use.address);
        call.kind != TemplateAddress::Kind::kPlain) {
      return CheckCall(entry, use, call, out);
    }
    const LinkTarget target = ReadLinkTarget(entry.post.path, use.address);
    if (target.path.empty() && !target.outside)
      return CheckFragment(entry, *entry.manuscript, use, target, out);
    if (!target.outside && (files_.count(target.path) > 0 || pages_.count(target.path) > 0)) return;
    const Post* post = links_.Find(entry.post, use.address).post;
    if (post != nullptr && use.kind == ReferenceUse::Kind::kLink) {
      return CheckFragment(entry, *by_post_.at(post), use, target, out);
    }
    if (use.address[0] == '/') return;  // the host's, for all that we know
    if (IsPageFromThere(entry.post, use.address)) return;
    ReportNothing(entry, use, Suggestion(use.address, target.path), out);
  }

  // Of links from every page only those to pages are looked at: the site has more files than posts'.
  void CheckNavigation(const NavigationLink& link, Diagnostics& out) const {
    const std::string_view url = link.url;
    const bool is_own = url.find(':') == std::string_view::npos && url.substr(0, 1) != "/" &&
                        url.substr(0, 1) != "#";
    const LinkTarget target = ReadLinkTarget("", url);
    const std::string_view ending = Ending(target.path);
    if (!is_own || target.path.empty() || (!ending.empty() && ending != ".html")) return;
    if (pages_.count(target.path) > 0 || links_.IsAddress(target.path)) return;
    for (const char* index : {"", "/index.html"}) {
      if (statics_.count(target.path + index) > 0) return;
      if (target.path.rfind("posts/", 0) == 0 && files_.count(target.path.substr(6) + index) > 0)
        return;
    }
    out.push_back({Severity::kWarning, std::string(kSiteConfigName), 0,
                   "the navigation's '" + link.title + "' leads to '" + link.url +
                       "', where nothing is; mend its url or add the page"});
  }

 private:
  void AddPath(std::string_view path) {
    by_name_.emplace(FileName(path), path);
    by_ending_[Ending(path)].push_back(path);
  }

  static void Report(const EditionPost& entry, const ReferenceUse& use, std::string message,
                     Diagnostics& out) {
    out.push_back({Severity::kWarning, entry.post.path, use.line, std::move(message)});
  }

  static void ReportNothing(const EditionPost& entry, const ReferenceUse& use,
                            const std::string& suggestion, Diagnostics& out) {
    const char* what = use.kind == ReferenceUse::Kind::kImage ? "the picture '" : "the link '";
    Report(entry, use, what + use.address + "' leads to nothing" + suggestion, out);
  }

  // What is not worked out is told of with all of its kind.
  void CheckCall(const EditionPost& entry, const ReferenceUse& use, const TemplateAddress& call,
                 Diagnostics& out) const {
    if (call.kind == TemplateAddress::Kind::kUnknown) return;
    const PostLinks::Found found = links_.Find(entry.post, use.address);
    if (found.post != nullptr) {
      return CheckFragment(entry, *by_post_.at(found.post), use, {{}, found.fragment, false}, out);
    }
    if (call.kind == TemplateAddress::Kind::kRooted && IsOfSite(call.path)) return;
    const bool is_file = call.kind == TemplateAddress::Kind::kFile;
    ReportNothing(entry, use, is_file ? FileSuggestion(call.path) : Suggestion("", call.path), out);
  }

  // Whether something of the site's own, or of the writer's, is at `path` from the root.
  bool IsOfSite(std::string path) const {
    path = DecodePath(path);
    while (!path.empty() && path.back() == '/') path.pop_back();
    if (path.empty() || pages_.count(path) > 0 || statics_.count(path) > 0) return true;
    if (statics_.count(path + "/index.html") > 0) return true;
    const std::string_view ending = Ending(path);
    if (ending == ".xml" || ending == ".json") return true;  // feeds, by whatever name
    return path.rfind("posts/", 0) == 0 && files_.count(path.substr(6)) > 0;
  }

  // Whether the address, which counts from the file in posts/, is that of a page of the site's own.
  bool IsPageFromThere(const Post& post, std::string_view address) const {
    const LinkTarget target = ReadLinkTarget("posts/" + post.path, address);
    return !target.outside && IsOfSite(target.path);
  }

  void CheckWikilink(const EditionPost& entry, const ReferenceUse& use, Diagnostics& out) const {
    if (entry.references.count(use.address) > 0) return;
    std::string_view name = use.address;
    if (name.substr(0, 2) == "[[") name.remove_prefix(2);
    name = name.substr(0, name.find_first_of("]|#"));
    if (name.empty()) return;
    Report(entry, use,
           "no post is called '" + std::string(name) + "'" + OrElse(DidYouMean(name, names_)), out);
  }

  void CheckFragment(const EditionPost& entry, const Manuscript& there, const ReferenceUse& use,
                     const LinkTarget& target, Diagnostics& out) const {
    if (target.fragment.size() < 2) return;
    // Without what browsers put behind it to name words: "#part:~:text=a".
    const std::string_view fragment = std::string_view(target.fragment).substr(1);
    const std::string id = DecodePath(fragment.substr(0, fragment.find(":~:")));
    // Of footnotes, and of the page as such.
    if (id.empty() || id.starts_with("fn") || id == "top") return;
    std::vector<std::string_view> known(there.anchors.begin(), there.anchors.end());
    if (std::find(known.begin(), known.end(), id) != known.end()) return;
    Report(entry, use,
           "'" + there.post.path + "' has no heading '" + target.fragment + "'" +
               OrElse(DidYouMean(id, known)),
           out);
  }

  // The file of that name elsewhere, else the one of its kind that is spelled most alike.
  std::string Suggestion(std::string_view address, std::string_view path) const {
    if (IsHost(address)) return "; write 'https://" + std::string(address) + "'";
    const auto twin = by_name_.find(FileName(path));
    if (!path.empty() && twin != by_name_.end()) {
      return "; did you mean '" + std::string(twin->second) + "'?";
    }
    const auto alike = by_ending_.find(Ending(path));
    return OrElse(alike == by_ending_.end() ? std::string() : DidYouMean(path, alike->second));
  }

  // Of a post that another generator knows by its file's name.
  std::string FileSuggestion(std::string_view path) const {
    const std::string name = std::string(FileName(path)) + (Ending(path).empty() ? ".md" : "");
    return Suggestion("", name);
  }

  static std::string OrElse(const std::string& suggestion) {
    return suggestion.empty() ? "; mend the address or add the file" : suggestion;
  }

  PostLinks links_;
  std::unordered_map<const Post*, const Manuscript*> by_post_;
  std::unordered_set<std::string> files_;
  std::unordered_set<std::string> statics_;
  std::unordered_set<std::string> pages_ = {"tags", "archive", "search"};
  std::unordered_map<std::string_view, std::string_view> by_name_;  // file name -> path
  std::unordered_map<std::string_view, std::vector<std::string_view>> by_ending_;
  std::vector<std::string_view> names_;
};

// What other generators' templates lead to is often the same from many posts: one line for all.
Diagnostics Collapse(Diagnostics found) {
  struct Twin {
    size_t at;
    int count = 1;
  };
  std::unordered_map<std::string, Twin> twins;
  Diagnostics out;
  for (Diagnostic& diagnostic : found) {
    if (diagnostic.message.find("'{{") != std::string::npos) {
      const auto [twin, is_first] = twins.emplace(diagnostic.message, Twin{out.size()});
      if (!is_first) ++twin->second.count;
      if (!is_first) continue;
    }
    out.push_back(std::move(diagnostic));
  }
  for (const auto& [message, twin] : twins) {
    const std::string times = " (" + std::to_string(twin.count) + " times)";
    if (twin.count > 1) out[twin.at].message.insert(message.find(';'), times);
  }
  return out;
}

}  // namespace

Diagnostics CheckLinks(const Edition& edition, const PostsFolder& folder, int jobs) {
  const LinkChecker checker(edition, folder);
  std::vector<Diagnostics> found(edition.posts.size());
  RunParallel(jobs, found.size(), [&](size_t i) {
    const EditionPost& entry = edition.posts[i];
    for (const ReferenceUse& use : entry.manuscript->references) {
      checker.Check(entry, use, found[i]);
    }
    const std::string& cover = entry.post.cover;
    if (IsRelativeUrl(cover))
      checker.Check(entry, {ReferenceUse::Kind::kImage, cover, 0}, found[i]);
  });
  Diagnostics out;
  Diagnostics of_posts;
  for (const NavigationLink& link : edition.config.navigation) {
    checker.CheckNavigation(link, out);
  }
  for (Diagnostics& some : found) {
    of_posts.insert(of_posts.end(), std::make_move_iterator(some.begin()),
                    std::make_move_iterator(some.end()));
  }
  of_posts = Collapse(std::move(of_posts));
  out.insert(out.end(), std::make_move_iterator(of_posts.begin()),
             std::make_move_iterator(of_posts.end()));
  return out;
}

}  // namespace broadsheet
