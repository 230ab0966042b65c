#include "site/record_archive.h"

#include <catch_amalgamated.hpp>

#include "io/memory_file_system.h"

namespace broadsheet {
namespace {

const std::string kFile = "memory/words";

std::string Long(char letter, size_t size) { return std::string(size, letter); }

TEST_CASE("an archive keeps what was put, found or kept, and forgets the rest") {
  MemoryFileSystem files;
  {
    RecordArchive archive(files, kFile, "one");
    CHECK(archive.Find("a").empty());
    for (const char* name : {"a", "b", "c", "d"}) archive.Put(name, std::string("first ") + name);
    CHECK(archive.Find("a").empty());
    REQUIRE(archive.Save().ok());
  }
  {
    RecordArchive archive(files, kFile, "one");
    CHECK(archive.Find("a") == "first a");
    archive.Put("b", "second b");
    archive.Keep("c");
    REQUIRE(archive.Save().ok());
  }
  RecordArchive archive(files, kFile, "one");
  CHECK(archive.View("a").empty());
  archive.ReadAll();
  CHECK(archive.View("a") == "first a");
  CHECK(archive.View("b") == "second b");
  CHECK(archive.Find("c") == "first c");
  CHECK(archive.Find("d").empty());
}

TEST_CASE("an archive of another identity, or a damaged one, has nothing") {
  const auto damage = GENERATE(0, 1, 2, 3);
  MemoryFileSystem files;
  {
    RecordArchive archive(files, kFile, "one");
    archive.Put("a", "alpha");
    REQUIRE(archive.Save().ok());
  }
  std::string table = *files.Read(kFile + ".table");
  if (damage == 1) (void)files.Write(kFile + ".table", table.substr(0, table.size() - 1));
  if (damage == 2) (void)files.Write(kFile, "alph");
  if (damage == 3) (void)files.Remove(kFile);
  RecordArchive archive(files, kFile, damage == 0 ? "two" : "one");
  CHECK(archive.Find("a").empty());
  archive.Put("b", "beta");
  REQUIRE(archive.Save().ok());
  CHECK(*files.Read(kFile) == "beta");
  CHECK(RecordArchive(files, kFile, damage == 0 ? "two" : "one").Find("b") == "beta");
}

TEST_CASE("what a killed run has appended to an archive does no harm") {
  MemoryFileSystem files;
  {
    RecordArchive archive(files, kFile, "one");
    archive.Put("a", Long('a', 3000000));
    REQUIRE(archive.Save().ok());
  }
  {
    RecordArchive killed(files, kFile, "one");
    killed.Put("a", Long('x', 1200000));
  }
  {
    RecordArchive archive(files, kFile, "one");
    CHECK(archive.Find("a") == Long('a', 3000000));
    archive.Put("b", "beta");
    REQUIRE(archive.Save().ok());
  }
  CHECK(RecordArchive(files, kFile, "one").Find("a") == Long('a', 3000000));
  CHECK(RecordArchive(files, kFile, "one").Find("b") == "beta");
}

TEST_CASE("an archive is written anew when more than half of it is of no use") {
  MemoryFileSystem files;
  for (int run = 0; run < 20; ++run) {
    RecordArchive archive(files, kFile, "one");
    archive.Keep("stays");
    if (run == 0) archive.Put("stays", Long('s', 100));
    archive.Put("changes", Long(static_cast<char>('a' + run), 100));
    REQUIRE(archive.Save().ok());
    CHECK(files.Stat(kFile)->size_bytes <= 400);
  }
  CHECK(RecordArchive(files, kFile, "one").Find("stays") == Long('s', 100));
  CHECK(RecordArchive(files, kFile, "one").Find("changes") == Long('t', 100));
}

TEST_CASE("an archive without a file keeps nothing") {
  MemoryFileSystem files;
  RecordArchive archive(files, "", "one");
  archive.Put("a", "alpha");
  CHECK(archive.Save().ok());
  CHECK_FALSE(files.Exists(""));
  CHECK_FALSE(files.Exists(".table"));
}

}  // namespace
}  // namespace broadsheet
