#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "cli/command.h"
#include "io/real_file_system.h"

int main(int argc, char** argv) {
  broadsheet::RealFileSystem files;
  broadsheet::Terminal terminal;
  broadsheet::Machine machine = {files, terminal};
  const int code = broadsheet::RunCommand(std::vector<std::string>(argv + 1, argv + argc), machine);
  std::fflush(nullptr);
  std::_Exit(code);  // the system takes back `remains` at once
}
