#pragma once

#include <string>
#include <utility>
#include <vector>

namespace broadsheet {

enum class Severity { kNote, kWarning, kError };

// One finding about an input that went through all the same (or was left out: kError).
// `message` is "what is wrong; what to do".
struct Diagnostic {
  Severity severity = Severity::kWarning;
  std::string path;
  int line = 0;  // 1-based; 0 = the whole file
  std::string message;

  // "path:line: message", leaving out the line when it is 0.
  std::string ToString() const {
    return path + (line > 0 ? ":" + std::to_string(line) : std::string()) + ": " + message;
  }
};

using Diagnostics = std::vector<Diagnostic>;

}  // namespace broadsheet
