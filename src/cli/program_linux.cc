#include "base/hash.h"
#include "cli/program.h"
#include "io/real_file_system.h"

namespace broadsheet {

std::string ProgramHash() {
  RealFileSystem files;
  const Result<std::string> bytes = files.Read("/proc/self/exe");
  return bytes.ok() ? std::to_string(FastHash64(*bytes)) : std::string();
}

}  // namespace broadsheet
