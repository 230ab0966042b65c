#include "cli/command.h"

#include <algorithm>

#include "cli/help.h"

namespace broadsheet {
namespace {

bool WantsHelp(const std::vector<std::string>& words) {
  return std::find(words.begin(), words.end(), "--help") != words.end() ||
         (!words.empty() && words.front() == "-h");
}

int Misuse(Machine& machine, const std::string& message, const std::string& where) {
  return Complain(machine, message + "; see " + where + " --help", kExitUsage);
}

int RunVerb(const Verb& verb, const std::vector<std::string>& words, Machine& machine) {
  if (WantsHelp(words)) {
    machine.console.Out(HelpText(verb));
    return kExitDone;
  }
  const Result<Arguments> arguments = Arguments::Parse(verb.options, words);
  if (!arguments.ok()) {
    return Misuse(machine, arguments.error().message, "broadsheet " + std::string(verb.name));
  }
  return verb.run(*arguments, machine);
}

}  // namespace

const std::vector<Verb>& Verbs() {
  static const std::vector<Verb> kVerbs = {BuildVerb(),  CheckVerb(),  NewVerb(),  ImportVerb(),
                                           RenderVerb(), SearchVerb(), ServeVerb()};
  return kVerbs;
}

int Complain(Machine& machine, std::string_view message, int exit_code) {
  machine.console.Err("broadsheet: " + std::string(message) + "\n");
  return exit_code;
}

int RunCommand(const std::vector<std::string>& words, Machine& machine) {
  if (words.empty()) {
    machine.console.Err(HelpText());
    return kExitUsage;
  }
  const std::string& name = words.front();
  if (name == "--help" || name == "-h" || name == "help") {
    machine.console.Out(HelpText());
    return kExitDone;
  }
  if (name == "--version") {
    machine.console.Out("broadsheet " BROADSHEET_VERSION "\n");
    return kExitDone;
  }
  if (name == "manual") {
    machine.console.Out(ManualMarkdown());
    return kExitDone;
  }
  for (const Verb& verb : Verbs()) {
    if (verb.name == name) return RunVerb(verb, {words.begin() + 1, words.end()}, machine);
  }
  return Misuse(machine, "there is no verb '" + name + "'", "broadsheet");
}

}  // namespace broadsheet
