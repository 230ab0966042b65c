#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

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

// Runs a fuzz target over the files below the folders given, and over an empty input, without a
// fuzzer: the kept inputs as a regression test for every compiler. A failure aborts.
int main(int argc, char** argv) {
  int count = 1;
  LLVMFuzzerTestOneInput(nullptr, 0);
  for (int i = 1; i < argc; ++i) {
    std::error_code error;
    std::filesystem::recursive_directory_iterator entries(argv[i], error);
    for (const auto& entry : entries) {
      if (!entry.is_regular_file(error)) continue;
      const std::vector<uint8_t> bytes = ReadFile(entry.path().string());
      LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
      ++count;
    }
  }
  std::printf("%d inputs\n", count);
  return 0;
}
