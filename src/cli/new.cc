#include "cli/verb.h"
#include "post/date.h"
#include "post/slug.h"

namespace broadsheet {
namespace {

std::string Today(Console& console) {
  const int64_t days = console.UnixSeconds() / 86400;
  Date date;
  // The few years since 1970 are counted off; no need for the calendar's inverse.
  const auto later = [](int year, int month) {
    Date next;
    next.year = year;
    next.month = month;
    return next.UnixSeconds() / 86400;
  };
  while (later(date.year + 1, 1) <= days) ++date.year;
  while (date.month < 12 && later(date.year, date.month + 1) <= days) ++date.month;
  date.day = static_cast<int>(days - later(date.year, date.month)) + 1;
  return date.ToString();
}

std::string Quoted(std::string_view title) {
  std::string out = "\"";
  for (const char c : title) {
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c == '\n' || c == '\r' ? ' ' : c);
  }
  return out + "\"";
}

int New(const Arguments& arguments, Machine& machine) {
  std::string title;
  for (const std::string& word : arguments.words()) title += (title.empty() ? "" : " ") + word;
  const std::string slug = Slugify(title);
  if (slug.empty())
    return Complain(machine, "a title is needed: broadsheet new \"My first post\"", kExitUsage);
  const std::string date = Today(machine.console);
  const std::string path = JoinPath(arguments.Value("--posts"), date + "-" + slug + ".md");
  if (machine.files.Exists(path)) {
    return Complain(machine, path + ": the file is there already; choose another title",
                    kExitFailed);
  }
  std::string text = "---\ntitle: " + Quoted(title) + "\ndate: " + date + "\ntags: []\n";
  if (arguments.Has("--draft")) text += "draft: true\n";
  text += "---\n\n";
  if (const Status status = machine.files.Write(path, text); !status.ok()) {
    return Complain(machine, status.error().ToString(), kExitFailed);
  }
  machine.console.Out(path + "\n");
  return kExitDone;
}

}  // namespace

Verb NewVerb() {
  Verb verb;
  verb.name = "new";
  verb.words = "TITLE";
  verb.summary = "Starts a post: writes a file with front matter and prints its name.";
  verb.options = {
      {"--posts", "DIR", "posts", "the folder of posts"},
      {"--draft", "", "", "mark it as a draft"},
  };
  verb.examples = {"broadsheet new \"The heron on Mill Lane\"",
                   "broadsheet new --draft --posts notes \"Half a thought\""};
  verb.run = New;
  return verb;
}

}  // namespace broadsheet
