#include "cli/findings.h"

#include <map>

namespace broadsheet {
namespace {

constexpr size_t kMostOfAKind = 20;

// What a message says without the names in it: "the link '…' leads to nothing".
std::string KindOf(std::string_view message) {
  std::string kind;
  while (true) {
    const size_t open = message.find('\'');
    const size_t close = open == std::string_view::npos ? open : message.find('\'', open + 1);
    kind += message.substr(0, open);
    if (close == std::string_view::npos) return kind;
    kind += "'…'";
    message.remove_prefix(close + 1);
  }
}

size_t Seriousness(const Diagnostics& diagnostics) {
  size_t serious = 0;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity != Severity::kNote) ++serious;
  }
  return serious;
}

}  // namespace

size_t PrintFindings(Machine& machine, const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) {
    machine.console.Err(diagnostic.ToString() + "\n");
  }
  return Seriousness(diagnostics);
}

size_t PrintFirstFindings(Machine& machine, const Diagnostics& diagnostics) {
  std::map<std::string, size_t> kinds;
  for (const Diagnostic& diagnostic : diagnostics) {
    const bool shows = diagnostic.severity == Severity::kError ||
                       kinds[KindOf(diagnostic.message)]++ < kMostOfAKind;
    if (shows) machine.console.Err(diagnostic.ToString() + "\n");
  }
  for (const auto& [kind, count] : kinds) {
    if (count <= kMostOfAKind) continue;
    machine.console.Err("and " + std::to_string(count - kMostOfAKind) + " more: " + kind +
                        " (broadsheet check names them all)\n");
  }
  return Seriousness(diagnostics);
}

}  // namespace broadsheet
