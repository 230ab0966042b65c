#include "base/parallel.h"
#include "cli/findings.h"
#include "cli/verb.h"
#include "site/collection.h"

namespace broadsheet {
namespace {

int Check(const Arguments& arguments, Machine& machine) {
  if (!arguments.words().empty()) {
    return Complain(machine, "name the folder with --posts", kExitUsage);
  }
  CollectionOptions options;
  options.posts_folder = arguments.Value("--posts");
  options.drafts = true;
  options.jobs = UsefulJobs();
  const Result<Collection> collection = ReadCollection(machine.files, options, nullptr);
  if (!collection.ok()) return Complain(machine, collection.error().ToString(), kExitFailed);
  const size_t serious = PrintFindings(machine, collection->diagnostics);
  machine.console.Out(std::to_string(collection->edition.posts.size()) + " posts checked, " +
                      std::to_string(serious) + " to mend\n");
  return serious > 0 ? kExitFailed : kExitDone;
}

}  // namespace

Verb CheckVerb() {
  Verb verb;
  verb.name = "check";
  verb.summary =
      "Reads a folder of posts, drafts too, and reports what is wrong, without publishing.";
  verb.details =
      "Front matter, settings, and links and pictures that lead to nothing. Exits with 1 when "
      "anything is to mend.";
  verb.options = {{"--posts", "DIR", "posts", "the folder of posts"}};
  verb.examples = {"broadsheet check", "broadsheet check --posts ~/notes"};
  verb.run = Check;
  return verb;
}

}  // namespace broadsheet
