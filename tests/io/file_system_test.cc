#include <unistd.h>

#include <catch_amalgamated.hpp>
#include <cstdlib>
#include <memory>

#include "io/memory_file_system.h"
#include "io/real_file_system.h"

namespace broadsheet {
namespace {

std::string Names(FileSystem& files, const std::string& folder) {
  std::string out;
  const auto listed = files.List(folder);
  if (!listed.ok()) return "error";
  for (const FileInfo& info : *listed) {
    out += info.path + ":" + std::to_string(info.size_bytes) + " ";
  }
  return out;
}

// Both kinds must behave alike: the memory one stands in for the real one in all other tests.
void CheckFileSystem(FileSystem& files, const std::string& root) {
  REQUIRE(files.Remove(root).ok());
  CHECK_FALSE(files.Exists(root));
  CHECK(files.List(root).error().code == ErrorCode::kNotFound);
  CHECK(files.Read(root + "/a").error().code == ErrorCode::kNotFound);
  CHECK(files.Read(root + "/a").error().path == root + "/a");

  const std::string bytes("x\0y\xff", 4);
  REQUIRE(files.Write(root + "/new/b", bytes).ok());
  REQUIRE(files.Write(root + "/new/a/ü", "1").ok());
  REQUIRE(files.Write(root + "/new/a/ü", "22").ok());
  REQUIRE(files.Write(root + "/new/.git/c", "3").ok());
  CHECK(files.Read(root + "/new/b").value() == bytes);
  CHECK(Names(files, root + "/new") == "a/ü:2 b:4 ");
  CHECK(files.ReadPart(root + "/new/b", 1, 2).value() == bytes.substr(1, 2));
  CHECK(files.ReadPart(root + "/new/b", 4, 0).value().empty());
  CHECK(files.ReadPart(root + "/new/b", 3, 2).error().code == ErrorCode::kIo);
  CHECK(files.ReadPart(root + "/none", 0, 1).error().code == ErrorCode::kNotFound);
  REQUIRE(files.Append(root + "/log/d", "12").ok());
  REQUIRE(files.Append(root + "/log/d", "3").ok());
  CHECK(files.Read(root + "/log/d").value() == "123");
  REQUIRE(files.Write(root + "/log/e", "other").ok());
  REQUIRE(files.Rename(root + "/log/d", root + "/log/e").ok());
  CHECK(files.Read(root + "/log/e").value() == "123");
  REQUIRE(files.Stat(root + "/new/b").ok());
  CHECK(files.Stat(root + "/new/b")->size_bytes == 4);
  CHECK(files.Stat(root + "/new/b")->modified_ns == files.List(root + "/new")->back().modified_ns);
  CHECK_FALSE(files.Stat(root + "/new/none").ok());

  REQUIRE(files.Link(root + "/new/b", root + "/old/deep/b").ok());
  CHECK_FALSE(files.Link(root + "/new/b", root + "/old/deep/b").ok());
  REQUIRE(files.Write(root + "/new/b", "changed").ok());
  CHECK(files.Read(root + "/old/deep/b").value() == bytes);

  const Status exchanged = files.Exchange(root + "/new", root + "/old");
  if (exchanged.ok()) {
    CHECK(Names(files, root + "/new") == "deep/b:4 ");
  } else {
    CHECK(exchanged.error().code == ErrorCode::kUnsupported);
  }

  REQUIRE(files.Write(root + "/bare/a/b", "1").ok());
  CHECK_FALSE(files.RemoveIfEmpty(root + "/bare/a"));
  REQUIRE(files.Remove(root + "/bare/a/b").ok());
  CHECK(files.RemoveIfEmpty(root + "/bare/a"));
  CHECK(files.RemoveIfEmpty(root + "/bare"));
  CHECK_FALSE(files.Exists(root + "/bare"));

  REQUIRE(files.Rename(root + "/new", root + "/moved").ok());
  CHECK_FALSE(files.Exists(root + "/new"));
  CHECK(files.Exists(root + "/moved"));
  CHECK_FALSE(files.Rename(root + "/none", root + "/nowhere").ok());
  REQUIRE(files.Remove(root).ok());
  CHECK_FALSE(files.Exists(root + "/moved"));
}

TEST_CASE("files in memory") {
  MemoryFileSystem files;
  CheckFileSystem(files, "root");
}

TEST_CASE("files of the machine") {
  const char* folder = std::getenv("TMPDIR");
  RealFileSystem files;
  CheckFileSystem(files, std::string(folder != nullptr ? folder : "/tmp") + "/broadsheet-io-test");
}

TEST_CASE("links in a circle come to an end, hidden files are listed when they are asked for") {
  const char* folder = std::getenv("TMPDIR");
  const std::string root =
      std::string(folder != nullptr ? folder : "/tmp") + "/broadsheet-link-test";
  RealFileSystem files;
  REQUIRE(files.Remove(root).ok());
  REQUIRE(files.Write(root + "/a/x", "1").ok());
  REQUIRE(files.Write(root + "/b/.hidden/y", "1").ok());
  REQUIRE(files.Write(root + "/b/.git/z", "1").ok());
  REQUIRE(symlink(".", (root + "/loop").c_str()) == 0);
  REQUIRE(symlink("../b", (root + "/a/to-b").c_str()) == 0);
  REQUIRE(symlink("../a", (root + "/b/to-a").c_str()) == 0);
  const auto names = [&](bool hidden) {
    std::string out;
    const Result<std::vector<FileInfo>> listed = files.List(root, hidden);
    REQUIRE(listed.ok());
    for (const FileInfo& info : *listed) out += info.path + " ";
    return out;
  };
  CHECK(names(false) == "a/x b/to-a/x ");
  CHECK(names(true).find("b/.hidden/y") != std::string::npos);
  CHECK(names(true).find(".git") == std::string::npos);
  REQUIRE(files.Remove(root).ok());
}

TEST_CASE("paths join without doubled slashes") {
  CHECK(JoinPath("a", "b") == "a/b");
  CHECK(JoinPath("a/", "b") == "a/b");
  CHECK(JoinPath("", "b") == "b");
  CHECK(JoinPath("a", "") == "a");
}

}  // namespace
}  // namespace broadsheet
