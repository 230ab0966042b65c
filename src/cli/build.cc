#include <charconv>
#include <cmath>

#include "base/parallel.h"
#include "cli/findings.h"
#include "cli/verb.h"
#include "site/publisher.h"

namespace broadsheet {
namespace {

std::string Plural(size_t count, const char* noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string Tenths(double value) {
  const auto tenths = std::llround(value * 10);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string Size(uint64_t bytes) {
  const auto size = static_cast<double>(bytes);
  return bytes < 1000000 ? Tenths(size / 1e3) + " KB" : Tenths(size / 1e6) + " MB";
}

std::string Summary(const PublishReport& report, const PublishOptions& options, double seconds) {
  return "Published " + Plural(report.posts, "post") + " to " + options.out_folder + ": " +
         Plural(report.output.files, "file") + ", " + Size(report.output.bytes) + "; " +
         std::to_string(report.output.written) + " written, " +
         std::to_string(report.output.removed) + " removed; " + Tenths(seconds) + " s\n" +
         (report.is_quick ? "The search index is that of an earlier run.\n" : "");
}

// Draws one line that is written over again, from the second second on.
class ProgressLine {
 public:
  explicit ProgressLine(Console& console) : console_(console), start_(console.Seconds()) {}

  void Show(std::string_view what, size_t done, size_t total) {
    if (!console_.ShowsProgress() || console_.Seconds() - start_ < 1) return;
    console_.Err("\r\x1b[K" + std::string(what) + " " + std::to_string(done) + " of " +
                 std::to_string(total));
    shown_ = true;
  }
  void Clear() {
    if (shown_) console_.Err("\r\x1b[K");
  }

 private:
  Console& console_;
  double start_;
  bool shown_ = false;
};

Result<int> Jobs(const std::string& text) {
  if (text.empty()) return UsefulJobs();
  int jobs = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), jobs);
  if (error != std::errc() || *end != '\0' || jobs < 1 || jobs > 256) {
    return Error{ErrorCode::kInvalidInput, "--jobs needs a number from 1 to 256", {}, 0};
  }
  return jobs;
}

PublishOptions OptionsFrom(const Arguments& arguments, Console& console) {
  PublishOptions options;
  options.collection.posts_folder = arguments.Value("--posts");
  options.out_folder = arguments.Value("--out");
  options.collection.base = NormalBase(arguments.Value("--base"));
  options.collection.now = console.UnixSeconds();
  options.live = arguments.Has("--live");
  options.quick = arguments.Has("--quick");
  options.collection.drafts = arguments.Has("--drafts");
  options.shell_folder = arguments.Value("--shell");
  if (options.shell_folder.empty()) options.shell_folder = console.Environment("BROADSHEET_SHELL");
  if (options.shell_folder.empty()) options.shell_folder = "web";
  options.modules_folder = arguments.Value("--modules");
  if (options.modules_folder.empty())
    options.modules_folder = console.Environment("BROADSHEET_MODULES");
  if (options.modules_folder.empty()) options.modules_folder = "build/wasm";
  options.program = console.Program();
  if (!options.program.empty() && !arguments.Has("--fresh")) {
    options.memory_folder = MemoryFolder(options.out_folder);
  }
  return options;
}

int Build(const Arguments& arguments, Machine& machine) {
  if (!arguments.words().empty()) {
    return Complain(
        machine,
        "'" + arguments.words().front() + "' is one word too many; name the folder with --posts",
        kExitUsage);
  }
  const Result<int> jobs = Jobs(arguments.Value("--jobs"));
  if (!jobs.ok()) return Complain(machine, jobs.error().message, kExitUsage);
  PublishOptions options = OptionsFrom(arguments, machine.console);
  const std::string& base = options.collection.base;
  if (base.find_first_of(" ?#\\") != base.npos || (base + "/").find("/../") != base.npos) {
    return Complain(
        machine,
        "--base needs the path of the site on its host, such as /blog/; '" + base + "' is none",
        kExitUsage);
  }
  options.collection.jobs = *jobs;

  ProgressLine line(machine.console);
  const double start = machine.console.Seconds();
  Result<PublishReport> report = Publish(
      machine.files, options,
      [&line](std::string_view what, size_t done, size_t total) { line.Show(what, done, total); });
  line.Clear();
  if (!report.ok()) return Complain(machine, report.error().ToString(), kExitFailed);
  machine.remains = std::move(report->remains);
  const size_t serious = PrintFirstFindings(machine, report->diagnostics);
  machine.console.Out(Summary(*report, options, machine.console.Seconds() - start));
  return arguments.Has("--strict") && serious > 0 ? kExitFailed : kExitDone;
}

}  // namespace

Verb BuildVerb() {
  Verb verb;
  verb.name = "build";
  verb.summary = "Publishes a folder of posts as a site of plain files.";
  verb.details =
      "The site is written beside the old one and put in its place at the end, so a run that is "
      "stopped leaves\n"
      "the old site whole. A post that cannot be read is reported and left out. What a run has "
      "read "
      "and made is\n"
      "kept beside the site, in .dist.broadsheet, so that the next does only what has changed; the "
      "folder may be\n"
      "deleted at any time and is not to be uploaded.";
  verb.options = {
      {"--posts", "DIR", "posts", "the folder of posts"},
      {"--out", "DIR", "dist", "where the site goes; all in it is replaced"},
      {"--base", "PATH", "/", "the path that the site will have on its host, such as /blog/"},
      {"--drafts", "", "", "publish drafts too"},
      {"--live", "", "",
       "publish nothing ahead: the reader's browser renders and indexes the posts"},
      {"--strict", "", "", "exit with 1 when anything was found wrong"},
      {"--fresh", "", "", "forget what earlier runs have kept, and keep nothing"},
      {"--quick", "", "",
       "keep the search index and the related posts of the run before, to see a change at once"},
      {"--jobs", "N", "", "threads to use; as many as the machine has when not given"},
      {"--shell", "DIR", "", "the shell's files; $BROADSHEET_SHELL or web when not given"},
      {"--modules", "DIR", "",
       "the wasm modules; $BROADSHEET_MODULES or build/wasm when not given"},
  };
  verb.examples = {"broadsheet build",
                   "broadsheet build --posts ~/notes --out /tmp/site --base /notes/ --strict"};
  verb.run = Build;
  return verb;
}

}  // namespace broadsheet
