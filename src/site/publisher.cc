#include "site/publisher.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "index/builder.h"
#include "index/related.h"
#include "site/catalog.h"
#include "site/content_policy.h"
#include "site/pages.h"
#include "site/parallel.h"
#include "site/progress.h"
#include "site/redirect.h"
#include "site/relations.h"
#include "site/shell.h"
#include "site/site_files.h"
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

// One run of Publish: the state that its steps share.
class Publication {
 public:
  Publication(FileSystem& files, const PublishOptions& options, const Progress& progress,
              OutputTree& output)
      : files_(files), options_(options), progress_(progress), output_(output) {}

  Result<PublishReport> Run();

 private:
  Status CopyAssets();
  Status CopyPosts();
  Status CopyScheduled();
  Status CopyStatics();
  Status WriteTemplate();
  Status WriteArticles();
  Status WritePages();
  Status WriteData();
  Result<std::vector<IndexFile>> WriteIndex();
  // Reads the posts' words, which tell what posts are related.
  Status Analyze();
  ParallelFor InParallel() const {
    return [this](size_t count, const std::function<void(size_t)>& task) {
      RunParallel(options_.collection.jobs, count, task);
    };
  }

  // Runs the task for each number on all jobs, telling `what` is being done.
  void ForEach(std::string_view what, size_t count, const std::function<void(size_t)>& task);
  std::string PostFile(std::string_view path) const {
    return JoinPath(options_.collection.posts_folder, path);
  }

  FileSystem& files_;
  const PublishOptions& options_;
  const Progress& progress_;
  OutputTree& output_;

  Collection collection_;
  std::vector<std::shared_ptr<const AnalyzedPost>> analyzed_;  // of the posts, in their order
  std::unique_ptr<PageTemplate> template_;
  std::string content_policy_;  // of the template
};

void Publication::ForEach(std::string_view what, size_t count,
                          const std::function<void(size_t)>& task) {
  RunWithProgress(options_.collection.jobs, what, count, progress_, task);
}

Status Publication::CopyAssets() {
  Failure failure;
  ForEach("copying files", collection_.folder.assets.size(), [&](size_t i) {
    const std::string& path = collection_.folder.assets[i].path;
    const Result<std::string> bytes = files_.Read(PostFile(path));
    failure.Note(bytes.ok() ? output_.Put("posts/" + path, *bytes) : Status(bytes.error()));
  });
  return failure.status();
}

// Last, so that what the site itself has comes first.
Status Publication::CopyStatics() {
  for (const FileInfo& info : collection_.folder.statics) {
    const std::string path = PostFile(std::string(kStaticFolder) + info.path);
    if (output_.Has(info.path) || IsBelow(info.path, "broadsheet")) {
      collection_.diagnostics.push_back(
          {Severity::kWarning, path, 0, "the site has a file of its own there; it is left out"});
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
  if (collection_.edition.config.remote_media) *html = AllowRemoteMedia(*html);
  content_policy_ = ContentPolicyOf(*html);
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
    const Post& post = collection_.edition.posts[i].post;
    const Result<std::string> file = files_.Read(PostFile(post.path));
    if (!file.ok()) return failure.Note(file.error());
    failure.Note(output_.Put(PageFile(PostAddress(post)),
                             ArticlePage(collection_.edition, *template_, i, *file)));
    failure.Note(output_.Put("posts/" + post.path, *file));
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
  for (PagePlan& plan : PlanSiteFiles(edition, body_of, content_policy_))
    plans.push_back(std::move(plan));
  for (PagePlan& plan : PlanRedirects(edition, plans)) {
    if (!output_.Has(plan.file)) plans.push_back(std::move(plan));
  }
  Failure failure;
  ForEach("publishing lists", plans.size(),
          [&](size_t i) { failure.Note(output_.Put(plans[i].file, plans[i].make())); });
  return failure.status();
}

Status Publication::Analyze() {
  Edition& edition = collection_.edition;
  analyzed_.resize(edition.posts.size());
  ForEach("reading words", edition.posts.size(), [&](size_t i) {
    analyzed_[i] = AnalyzePost(MakeIndexDocument(edition.config, edition.posts[i]));
  });
  RelateByWords(edition, FindRelated(analyzed_, InParallel()));
  return {};
}

Result<std::vector<IndexFile>> Publication::WriteIndex() {
  IndexBuilder builder;
  for (auto& post : analyzed_) {
    builder.Add(post);
    post.reset();
  }
  std::vector<IndexFile> index = builder.Finish(InParallel());
  for (const IndexFile& file : index) {
    Status status = output_.Put("broadsheet/index/" + file.name, file.bytes);
    if (!status.ok()) return status.error();
  }
  return index;
}

Status Publication::WriteData() {
  const Result<std::vector<IndexFile>> index = WriteIndex();
  if (!index.ok()) return index.error();
  CatalogRoot root;
  root.index = index->front().name;
  for (const IndexFile& page : CatalogPages(collection_.edition)) {
    root.pages.push_back(page.name);
    Status status = output_.Put("broadsheet/catalog/" + page.name, page.bytes);
    if (!status.ok()) return status;
  }
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
  for (const auto& manuscript : collection_.scheduled) {
    const int64_t due = DueSeconds(manuscript->post);
    root.scheduled_from = std::min(root.scheduled_from.value_or(due), due);
  }
  if (Status status = output_.Put("posts/index.json", listing); !status.ok()) return status;
  return output_.Put("broadsheet/catalog.json", CatalogJson(collection_.edition, root));
}

Result<PublishReport> Publication::Run() {
  if (Status status = WriteTemplate(); !status.ok()) return status.error();
  Result<Collection> collection = ReadCollection(files_, options_.collection, progress_);
  if (!collection.ok()) return collection.error();
  collection_ = std::move(*collection);

  using Step = Status (Publication::*)();
  const Status shell = PutShell(files_, options_.shell_folder, options_.modules_folder, output_);
  if (!shell.ok()) return shell.error();
  std::vector<Step> steps = {&Publication::CopyAssets, &Publication::CopyScheduled};
  if (options_.live) {
    steps.push_back(&Publication::CopyPosts);
  } else {
    steps.insert(steps.end(), {&Publication::Analyze, &Publication::WriteArticles,
                               &Publication::WritePages, &Publication::WriteData});
  }
  steps.push_back(&Publication::CopyStatics);
  for (const Step step : steps) {
    if (Status status = (this->*step)(); !status.ok()) return status.error();
  }
  const Result<OutputTree::Counts> counts = output_.Finish();
  if (!counts.ok()) return counts.error();
  return PublishReport{collection_.edition.posts.size(), std::move(collection_.diagnostics),
                       *counts};
}

}  // namespace

Result<PublishReport> Publish(FileSystem& files, const PublishOptions& options,
                              const Progress& progress) {
  const std::string& posts_folder = options.collection.posts_folder;
  if (IsBelow(posts_folder, options.out_folder) || IsBelow(options.out_folder, posts_folder)) {
    return Error{
        ErrorCode::kInvalidInput,
        "the posts folder and the out folder must not hold one another; name another with --out",
        options.out_folder, 0};
  }
  Result<OutputTree> output = OutputTree::Begin(files, options.out_folder);
  if (!output.ok()) return output.error();
  return Publication(files, options, progress, *output).Run();
}

}  // namespace broadsheet
