#include "cli/help.h"

#include <algorithm>

#include "cli/command.h"

namespace broadsheet {
namespace {

std::string Synopsis(const Verb& verb) {
  std::string out = "broadsheet " + std::string(verb.name);
  if (!verb.options.empty()) out += " [options]";
  if (!verb.words.empty()) out += " " + std::string(verb.words);
  return out;
}

std::string OptionName(const VerbOption& option) {
  std::string out(option.name);
  if (!option.value.empty()) out += " " + std::string(option.value);
  return out;
}

std::string Explained(const VerbOption& option) {
  std::string out(option.help);
  if (!option.otherwise.empty()) out += " (" + std::string(option.otherwise) + ")";
  return out;
}

// Two columns, the left one as wide as its longest entry.
std::string Columns(const std::vector<std::pair<std::string, std::string>>& rows) {
  size_t width = 0;
  for (const auto& row : rows) width = std::max(width, row.first.size());
  std::string out;
  for (const auto& [left, right] : rows) {
    out += "  " + left + std::string(width - left.size() + 2, ' ') + right + "\n";
  }
  return out;
}

std::string MarkdownSection(const Verb& verb) {
  std::string out = "\n## " + std::string(verb.name) + "\n\n" + std::string(verb.summary) +
                    "\n\n```sh\n" + Synopsis(verb) + "\n```\n";
  if (!verb.details.empty()) out += "\n" + std::string(verb.details) + "\n";
  if (!verb.options.empty()) {
    out += "\n| option | |\n|---|---|\n";
    for (const VerbOption& option : verb.options) {
      std::string help(option.help);
      if (!option.otherwise.empty()) help += " (`" + std::string(option.otherwise) + "`)";
      out += "| `" + OptionName(option) + "` | " + help + " |\n";
    }
  }
  out += "\n```sh\n";
  for (const std::string_view example : verb.examples) out += std::string(example) + "\n";
  return out + "```\n";
}

}  // namespace

std::string HelpText() {
  std::vector<std::pair<std::string, std::string>> rows;
  for (const Verb& verb : Verbs()) rows.emplace_back(verb.name, verb.summary);
  return "usage: broadsheet VERB [options] …\n\nA blog that renders and searches itself in the "
         "browser.\n\n" +
         Columns(rows) +
         "\n`broadsheet VERB --help` says more; `broadsheet --version` says which one this is.\n"
         "Exit codes: 0 done, 1 failed, 2 not understood.\n";
}

std::string HelpText(const Verb& verb) {
  std::string out = "usage: " + Synopsis(verb) + "\n\n" + std::string(verb.summary) + "\n";
  if (!verb.details.empty()) out += "\n" + std::string(verb.details) + "\n";
  std::vector<std::pair<std::string, std::string>> rows;
  for (const VerbOption& option : verb.options)
    rows.emplace_back(OptionName(option), Explained(option));
  if (!rows.empty()) out += "\nOptions:\n" + Columns(rows);
  out += "\nExamples:\n";
  for (const std::string_view example : verb.examples) out += "  " + std::string(example) + "\n";
  return out;
}

std::string ManualMarkdown() {
  std::string out =
      "# The command\n\n`broadsheet` publishes, checks, renders and searches. This page is what "
      "`broadsheet manual` "
      "prints.\n\nFindings go to standard error as `path:line: what is wrong; what to do`. Exit "
      "codes: 0 done, "
      "1 failed, 2 not understood.\n";
  for (const Verb& verb : Verbs()) out += MarkdownSection(verb);
  return out;
}

}  // namespace broadsheet
