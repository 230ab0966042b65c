#include "site/publisher.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/hash.h"
#include "base/parallel.h"
#include "site/catalog.h"
#include "site/content_policy.h"
#include "site/page_source.h"
#include "site/pages.h"
#include "site/post_record.h"
#include "site/progress.h"
#include "site/record_coder.h"
#include "site/records.h"
#include "site/redirect.h"
#include "site/shell.h"
#include "site/site_files.h"
#include "site/site_index.h"
#include "view/address.h"

namespace broadsheet {
namespace {

// Collects what goes wrong on several threads; the first failure counts.
class Failure {
 public:
  void Note(const Status& status) {
    if (status.ok()) return;
    const std::lock_guard<std::mutex> lock(mutex_);
    if (status_.ok()) status_ = status;
  }
  const Status& status() const { return status_; }

 private:
  std::mutex mutex_;
  Status status_;
};

bool IsBelow(std::string_view path, std::string_view folder) {
  return path == folder || (path.size() > folder.size() &&
                            path.substr(0, folder.size()) == folder && path[folder.size()] == '/');
}

// Pages name themselves by the path that they are published to, whatever `url` says of it.
void CheckBase(const SiteConfig& config, const std::string& base, const std::string& path,
               Diagnostics& out) {
  const std::string named = NormalBase(config.url);
  if (named == "/" || named == base) return;
  out.push_back({Severity::kWarning, path, 0,
                 "'url' ends in the path " + named + ", but this site is published to " + base +
                     "; build it with --base " + named + ", or take the path out of 'url'"});
}

// One run of Publish: the state that its steps share.
class Publication {
 public:
  Publication(FileSystem& files, const PublishOptions& options, const Progress& progress,
              OutputTree& output)
      : files_(files),
        options_(options),
        progress_([this, &progress](std::string_view what, size_t done, size_t total) {
          const std::lock_guard<std::mutex> lock(progress_mutex_);
          if (progress) progress(what, done, total);
        }),
        output_(output),
        identity_(IdentityOf(files, options)),
        records_(files, RecordsFile("records"), identity_),
        known_(records_, SafeUntil(options)),
        index_(files, IndexSettings(), records_, output, progress_) {}

  Result<PublishReport> Run();

 private:
  using Step = Status (Publication::*)();

  // "" when nothing is kept.
  std::string RecordsFile(std::string_view name) const {
    const std::string& folder = options_.memory_folder;
    return folder.empty() ? std::string() : JoinPath(folder, name);
  }
  SiteIndex::Settings IndexSettings() const {
    return {options_.collection.posts_folder, options_.out_folder, options_.memory_folder,
            identity_, options_.collection.jobs};
  }
  // Records of another program, or made with other settings, are of no use.
  static std::string IdentityOf(FileSystem& files, const PublishOptions& options);
  // Times of files are told in steps of some milliseconds; two seconds are safe with any disk.
  static int64_t SafeUntil(const PublishOptions& options);

  Result<Collection> Collect();
  Status CopyAssets();
  Status CopyPosts();
  Status CopyScheduled();
  Status CopyStatics();
  Status WriteTemplate();
  Status WriteArticles();
  Status WritePages();
  Status WriteCatalog();
  Result<std::vector<std::string>> WriteCatalogPages();
  // All that shows posts, and the index; at the same time, since they do not need each other.
  Status WriteSite();
  Status WriteShown();
  // `source` with what all pages share; 0 stays 0.
  uint64_t PageSource(uint64_t source) const;
  void NotePostSources();
  void NoteSources();

  // Runs the task for each number on all jobs, telling `what` is being done.
  void ForEach(std::string_view what, size_t count, const std::function<void(size_t)>& task);
  std::string PostFile(std::string_view path) const {
    return JoinPath(options_.collection.posts_folder, path);
  }
  void Warn(std::string_view path, std::string message) {
    collection_.diagnostics.push_back({Severity::kWarning, PostFile(path), 0, std::move(message)});
  }

  FileSystem& files_;
  const PublishOptions& options_;
  std::mutex progress_mutex_;
  const Progress progress_;  // two steps may run at a time
  OutputTree& output_;

  const std::string identity_;
  Records records_;
  PostRecords known_;
  Collection collection_;
  SiteIndex index_;
  std::unique_ptr<PageTemplate> template_;
  std::string content_policy_;  // of the template
  uint64_t shared_source_ = 0;  // of what all pages share
  std::vector<uint64_t> post_sources_;
  std::vector<uint64_t>
      article_sources_;  // both of the posts, in their order, if there are records
};

void Publication::ForEach(std::string_view what, size_t count,
                          const std::function<void(size_t)>& task) {
  RunWithProgress(options_.collection.jobs, what, count, progress_, task);
}

std::string Publication::IdentityOf(FileSystem& files, const PublishOptions& options) {
  const Result<std::string> settings =
      files.Read(JoinPath(options.collection.posts_folder, kSiteConfigName));
  return options.program + '\0' + (settings.ok() ? *settings : std::string());
}

int64_t Publication::SafeUntil(const PublishOptions& options) {
  constexpr int64_t kSecond = 1000000000;
  const int64_t now = options.collection.now;
  return now == INT64_MAX ? INT64_MAX : (now - 2) * kSecond;
}

// A picture whose size is asked for is read once: it is copied by the way.
Result<Collection> Publication::Collect() {
  CollectionOptions options = options_.collection;
  options.known = &known_;
  Failure failure;
  options.take_picture = [&](const FileInfo& info, const std::string& bytes) {
    failure.Note(output_.Put("posts/" + info.path, bytes, known_.SourceOf(info)));
  };
  Result<Collection> collection = ReadCollection(files_, options, progress_);
  if (collection.ok() && !failure.status().ok()) return failure.status().error();
  return collection;
}

Status Publication::CopyAssets() {
  if (collection_.folder.assets.empty()) return {};
  std::unordered_set<std::string> pages;
  for (const EditionPost& entry : collection_.edition.posts)
    pages.insert(PageFile(PostAddress(entry.post)));
  std::erase_if(collection_.folder.assets, [&](const FileInfo& info) {
    const bool is_taken = pages.count("posts/" + info.path) > 0;
    if (is_taken)
      Warn(info.path, "a post has its page there; the file is left out, rename one of them");
    return is_taken;
  });
  Failure failure;
  ForEach("copying files", collection_.folder.assets.size(), [&](size_t i) {
    const FileInfo& info = collection_.folder.assets[i];
    const std::string to = "posts/" + info.path;
    const uint64_t source = known_.SourceOf(info);
    if (output_.Has(to) || output_.Keep(to, source)) return;
    const Result<std::string> bytes = files_.Read(PostFile(info.path));
    failure.Note(bytes.ok() ? output_.Put(to, *bytes, source) : Status(bytes.error()));
  });
  return failure.status();
}

// Last, so that what the site itself has comes first.
Status Publication::CopyStatics() {
  for (const FileInfo& info : collection_.folder.statics) {
    const std::string own = std::string(kStaticFolder) + info.path;
    const std::string path = PostFile(own);
    if (!output_.HasRoomFor(info.path) || IsBelow(info.path, "broadsheet")) {
      Warn(own, "the site has a file or a folder of its own there; it is left out");
      continue;
    }
    const Result<std::string> bytes = files_.Read(path);
    if (!bytes.ok()) return bytes.error();
    if (Status status = output_.Put(info.path, *bytes); !status.ok()) return status;
  }
  return {};
}

Status Publication::CopyScheduled() {
  for (const auto& manuscript : collection_.scheduled) {
    const Result<std::string> file = files_.Read(PostFile(manuscript->post.path));
    if (!file.ok()) return file.error();
    if (Status status = output_.Put("posts/" + manuscript->post.path, *file); !status.ok())
      return status;
  }
  return {};
}

Status Publication::CopyPosts() {
  Failure failure;
  ForEach("copying posts", collection_.edition.posts.size(), [&](size_t i) {
    const std::string& path = collection_.edition.posts[i].post.path;
    const Result<std::string> file = files_.Read(PostFile(path));
    failure.Note(file.ok() ? output_.Put("posts/" + path, *file) : Status(file.error()));
  });
  failure.Note(
      output_.Put("posts/index.json", ListingJson(collection_.edition, collection_.scheduled)));
  return failure.status();
}

Status Publication::WriteTemplate() {
  const std::string path = JoinPath(options_.shell_folder, "index.html");
  Result<std::string> html = files_.Read(path);
  if (!html.ok()) return html.error();
  if (options_.live) {
    return output_.Put("index.html", *html);
  }
  const SiteConfig& config = collection_.edition.config;
  if (config.remote_media) *html = AllowRemoteMedia(*html);
  if (!config.hosts.empty()) *html = AllowHosts(*html, config.hosts);
  content_policy_ = ContentPolicyOf(*html);
  shared_source_ = Hash64(identity_ + '\0' + options_.collection.base + '\0' + *html);
  Result<PageTemplate> page = PageTemplate::Parse(*html, options_.collection.base);
  if (!page.ok()) {
    Error error = page.error();
    error.path = path;
    return error;
  }
  template_ = std::make_unique<PageTemplate>(std::move(*page));
  return {};
}

Status Publication::WriteArticles() {
  Failure failure;
  ForEach("publishing posts", collection_.edition.posts.size(), [&](size_t i) {
    const EditionPost& entry = collection_.edition.posts[i];
    const std::string page = PageFile(PostAddress(entry.post));
    const std::string copy = "posts/" + entry.post.path;
    const uint64_t source = PageSource(article_sources_[i]);
    const bool has_page = output_.Keep(page, source);
    const bool has_copy = output_.Keep(copy, entry.manuscript->hash);
    if (has_page && has_copy) return;
    const Result<std::string> file = files_.Read(PostFile(entry.post.path));
    if (!file.ok()) return failure.Note(file.error());
    if (!has_page) {
      failure.Note(
          output_.Put(page, ArticlePage(collection_.edition, *template_, i, *file), source));
    }
    if (!has_copy) failure.Note(output_.Put(copy, *file, entry.manuscript->hash));
  });
  return failure.status();
}

Status Publication::WritePages() {
  const Edition& edition = collection_.edition;
  // A body stands in the feeds of the site and of each of its tags, but is rendered once.
  std::mutex mutex;
  std::unordered_map<size_t, std::string> bodies;
  const BodyOf body_of = [&](size_t index) {
    {
      const std::lock_guard<std::mutex> lock(mutex);
      const auto known = bodies.find(index);
      if (known != bodies.end()) return known->second;
    }
    const Result<std::string> file = files_.Read(PostFile(edition.posts[index].post.path));
    std::string body = file.ok() ? ArticleBody(edition, index, *file) : std::string();
    const std::lock_guard<std::mutex> lock(mutex);
    return bodies.emplace(index, std::move(body)).first->second;
  };
  std::vector<PagePlan> plans = PlanPages(edition, *template_);
  std::unordered_set<std::string> planned;
  for (const PagePlan& plan : plans) planned.insert(plan.file);
  for (PagePlan& plan : PlanSiteFiles(edition, body_of, content_policy_)) {
    if (planned.insert(plan.file).second) {
      plans.push_back(std::move(plan));
    } else {
      Warn(kSiteConfigName,
           "'" + plan.file + "' is a file of the site already; name the feed otherwise");
    }
  }
  Diagnostics left_out;
  for (PagePlan& plan : PlanRedirects(edition, plans, left_out)) {
    if (output_.HasRoomFor(plan.file)) plans.push_back(std::move(plan));
  }
  for (Diagnostic& note : left_out) {
    note.path = PostFile(note.path);
    collection_.diagnostics.push_back(std::move(note));
  }
  Failure failure;
  ForEach("publishing lists", plans.size(), [&](size_t i) {
    const PagePlan& plan = plans[i];
    std::vector<uint64_t> posts;
    for (const size_t post : plan.posts) posts.push_back(article_sources_[post]);
    const uint64_t source = PageSource(posts.empty() ? 0 : SourceOfAll(posts, Hash64(plan.title)));
    if (!output_.Keep(plan.file, source)) {
      failure.Note(output_.Put(plan.file, plan.make(), source));
    }
  });
  return failure.status();
}

uint64_t Publication::PageSource(uint64_t source) const {
  return source == 0 ? 0 : Hash64(std::to_string(source), shared_source_);
}

void Publication::NotePostSources() {
  const Edition& edition = collection_.edition;
  post_sources_.resize(edition.posts.size());
  if (!records_.exists()) return;
  ForEach("comparing posts", edition.posts.size(),
          [&](size_t i) { post_sources_[i] = PostSource(edition, i); });
}

void Publication::NoteSources() {
  const Edition& edition = collection_.edition;
  const std::string authors = edition.view.author_pages ? "authors" : "";
  shared_source_ = Hash64(edition.head_extra + '\0' + edition.header_extra + '\0' +
                              edition.footer_extra + '\0' + authors,
                          shared_source_);
  article_sources_.resize(edition.posts.size());
  if (!records_.exists()) return;
  ForEach("comparing posts", edition.posts.size(),
          [&](size_t i) { article_sources_[i] = ArticleSource(edition, i, post_sources_); });
}

Status Publication::WriteShown() {
  NoteSources();
  for (const Step step : {&Publication::WriteArticles, &Publication::WritePages}) {
    if (Status status = (this->*step)(); !status.ok()) return status;
  }
  return {};
}

Status Publication::WriteSite() {
  NotePostSources();
  Edition& edition = collection_.edition;
  if (index_.Recall(edition, post_sources_, options_.quick)) {
    if (Status status = WriteShown(); !status.ok()) return status;
    return WriteCatalog();
  }
  index_.ReadWords(edition, post_sources_);
  Failure failure;
  RunParallel(std::min(options_.collection.jobs, 2), 2, [&](size_t task) {
    if (task == 0) return failure.Note(index_.Write(edition));
    index_.Relate(edition);
    failure.Note(WriteShown());
  });
  if (!failure.status().ok()) return failure.status();
  index_.Note(edition, post_sources_);
  return WriteCatalog();
}

// Of a page that is as it was, the name is kept, so that the page need not be made.
Result<std::vector<std::string>> Publication::WriteCatalogPages() {
  const Edition& edition = collection_.edition;
  std::vector<std::string> old_names;
  RecordCoder old(records_.Find("catalog"));
  old.Texts(old_names);
  std::vector<std::string> names(CatalogPageCount(edition));
  old_names.resize(names.size());
  Failure failure;
  ForEach("writing the catalogue", names.size(), [&](size_t n) {
    const auto begin = article_sources_.begin() + static_cast<ptrdiff_t>(n * kCatalogPageSize);
    const auto size = std::min<ptrdiff_t>(kCatalogPageSize, article_sources_.end() - begin);
    const uint64_t source = PageSource(SourceOfAll({begin, begin + size}));
    names[n] = old_names[n];
    if (!names[n].empty() && output_.Keep("broadsheet/catalog/" + names[n], source)) return;
    const IndexFile page = CatalogPage(edition, n);
    names[n] = page.name;
    failure.Note(output_.Put("broadsheet/catalog/" + page.name, page.bytes, source));
  });
  if (!failure.status().ok()) return failure.status().error();
  if (names != old_names) {
    RecordCoder coder;
    coder.Texts(names);
    records_.Put("catalog", coder.Take());
  }
  return names;
}

Status Publication::WriteCatalog() {
  CatalogRoot root;
  root.index = index_.root_name();
  Result<std::vector<std::string>> pages = WriteCatalogPages();
  if (!pages.ok()) return pages.error();
  root.pages = std::move(*pages);
  const size_t page_count = root.pages.size();
  const IndexFile older = OlderPages(root.pages);
  root.first = page_count - root.pages.size();
  if (!older.name.empty()) {
    Status status = output_.Put("broadsheet/catalog/" + older.name, older.bytes);
    if (!status.ok()) return status;
    root.older = older.name;
  }
  const std::string listing = ListingJson(collection_.edition, collection_.scheduled);
  root.listed = ListingCheck(listing);
  root.listed_head = ListingHead(listing);
  for (const auto& manuscript : collection_.scheduled) {
    const int64_t due = DueSeconds(manuscript->post);
    root.scheduled_from = std::min(root.scheduled_from.value_or(due), due);
  }
  if (Status status = output_.Put("posts/index.json", listing); !status.ok()) return status;
  return output_.Put("broadsheet/catalog.json", CatalogJson(collection_.edition, root));
}

Result<PublishReport> Publication::Run() {
  Result<Collection> collection = Collect();
  if (!collection.ok()) return collection.error();
  collection_ = std::move(*collection);
  CheckBase(collection_.edition.config, options_.collection.base,
            JoinPath(options_.collection.posts_folder, kSiteConfigName), collection_.diagnostics);
  if (Status status = WriteTemplate(); !status.ok()) return status.error();

  const Status shell = PutShell(files_, options_.shell_folder, options_.modules_folder, output_,
                                collection_.diagnostics);
  if (!shell.ok()) return shell.error();
  const std::string own_style = OwnStyleCss(collection_.edition.config.style);
  if (!own_style.empty() && !options_.live) {
    Status status = output_.Put("broadsheet/own.css", own_style);
    if (!status.ok()) return status.error();
  }
  std::vector<Step> steps = {&Publication::CopyAssets, &Publication::CopyScheduled};
  if (options_.live) {
    steps.push_back(&Publication::CopyPosts);
  } else {
    steps.push_back(&Publication::WriteSite);
  }
  steps.push_back(&Publication::CopyStatics);
  for (const Step step : steps) {
    if (Status status = (this->*step)(); !status.ok()) return status.error();
  }

  const Result<OutputTree::Counts> counts = output_.Finish();
  if (!counts.ok()) return counts.error();
  // Failing is none of the site's business: the next run only takes longer.
  (void)records_.Save();
  index_.Save();
  return PublishReport{collection_.edition.posts.size(), std::move(collection_.diagnostics),
                       *counts, index_.is_old(), nullptr};
}

}  // namespace

std::string MemoryFolder(std::string_view out_folder) {
  while (out_folder.size() > 1 && out_folder.back() == '/') out_folder.remove_suffix(1);
  const size_t slash = out_folder.rfind('/');
  const size_t name_at = slash == std::string_view::npos ? 0 : slash + 1;
  const std::string_view name = out_folder.substr(name_at);
  if (name.empty() || name == "." || name == "..") return {};
  return std::string(out_folder.substr(0, name_at)) + "." + std::string(name) + ".broadsheet";
}

Result<PublishReport> Publish(FileSystem& files, const PublishOptions& options,
                              const Progress& progress) {
  const std::string& posts_folder = options.collection.posts_folder;
  if (IsBelow(posts_folder, options.out_folder) || IsBelow(options.out_folder, posts_folder)) {
    return Error{
        ErrorCode::kInvalidInput,
        "the posts folder and the out folder must not hold one another; name another with --out",
        options.out_folder, 0};
  }
  Result<OutputTree> begun = OutputTree::Begin(files, options.out_folder, options.memory_folder);
  if (!begun.ok()) return begun.error();
  const auto output = std::make_shared<OutputTree>(std::move(*begun));
  const auto publication = std::make_shared<Publication>(files, options, progress, *output);
  Result<PublishReport> report = publication->Run();
  if (report.ok())
    report->remains =
        std::make_shared<std::pair<decltype(output), decltype(publication)>>(output, publication);
  return report;
}

}  // namespace broadsheet
