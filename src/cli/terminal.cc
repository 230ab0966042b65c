#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "cli/console.h"
#include "cli/program.h"

namespace broadsheet {

void Terminal::Out(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void Terminal::Err(std::string_view text) {
  std::fflush(stdout);
  std::fwrite(text.data(), 1, text.size(), stderr);
}

Result<std::string> Terminal::ReadInput() {
  std::string text;
  char buffer[65536];
  for (ssize_t size = 0; (size = read(STDIN_FILENO, buffer, sizeof buffer)) > 0;) {
    text.append(buffer, static_cast<size_t>(size));
  }
  return text;
}

std::string Terminal::Environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string Terminal::Program() { return ProgramHash(); }

int64_t Terminal::UnixSeconds() {
  using std::chrono::system_clock;
  return std::chrono::duration_cast<std::chrono::seconds>(system_clock::now().time_since_epoch())
      .count();
}

double Terminal::Seconds() {
  using std::chrono::steady_clock;
  return std::chrono::duration<double>(steady_clock::now().time_since_epoch()).count();
}

bool Terminal::ShowsProgress() {
  return isatty(STDERR_FILENO) != 0 && Environment("TERM") != "dumb";
}

}  // namespace broadsheet
