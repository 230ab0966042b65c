#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

// The targets, each under a name of its own.
#define FUZZ_TARGET(what) extern "C" int Fuzz_##what(const uint8_t* data, size_t size);
#include "fuzz_targets.inc"
#undef FUZZ_TARGET

namespace {

struct Target {
  const char* what;
  int (*run)(const uint8_t* data, size_t size);
};

constexpr Target kTargets[] = {
#define FUZZ_TARGET(what) {#what, Fuzz_##what},
#include "fuzz_targets.inc"
#undef FUZZ_TARGET
};

std::vector<uint8_t> ReadFile(const std::string& path) {
  std::vector<uint8_t> bytes;
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return bytes;
  uint8_t chunk[4096];
  for (size_t got = 0; (got = std::fread(chunk, 1, sizeof(chunk), file)) > 0;) {
    bytes.insert(bytes.end(), chunk, chunk + got);
  }
  std::fclose(file);
  return bytes;
}

}  // namespace

// Runs every fuzz target over an empty input and the files of tests/fuzz/corpus/<what>, without a
// fuzzer: the kept inputs as a regression test for every compiler. A failure aborts.
int main() {
  for (const Target& target : kTargets) {
    std::printf("%s: ", target.what);
    std::fflush(stdout);
    target.run(nullptr, 0);
    int count = 1;
    std::error_code error;
    std::filesystem::directory_iterator entries(std::string("tests/fuzz/corpus/") + target.what,
                                                error);
    for (const auto& entry : entries) {
      const std::vector<uint8_t> bytes = ReadFile(entry.path().string());
      target.run(bytes.data(), bytes.size());
      ++count;
    }
    std::printf("%d inputs\n", count);
  }
  return 0;
}
