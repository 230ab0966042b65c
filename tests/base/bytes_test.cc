#include "base/bytes.h"

#include <catch_amalgamated.hpp>
#include <cstdint>
#include <limits>
#include <string>

#include "base/hash.h"
#include "base/message.h"

namespace broadsheet {
namespace {

TEST_CASE("what a writer wrote a reader reads") {
  const uint64_t value = GENERATE(uint64_t{0}, 1u, 127u, 128u, 300u, 0xFFFFFFFFu, 0x100000000u,
                                  std::numeric_limits<uint64_t>::max());
  ByteWriter writer;
  writer.Varint(value);
  writer.U64(value);
  writer.U32(static_cast<uint32_t>(value));
  writer.U8(static_cast<uint8_t>(value));
  writer.Counted("counted");
  writer.Part("part");
  ByteReader reader(writer.bytes());
  CHECK(reader.Varint() == value);
  CHECK(reader.U64() == value);
  CHECK(reader.U32() == static_cast<uint32_t>(value));
  CHECK(reader.U8() == static_cast<uint8_t>(value));
  CHECK(reader.Counted() == "counted");
  CHECK(reader.Part() == "part");
  CHECK(reader.ok());
  CHECK(reader.AtEnd());
}

TEST_CASE("a reader past the end fails for good and yields nothing") {
  ByteWriter writer;
  writer.Counted("a longer string");
  writer.U64(7);
  const std::string whole = writer.bytes();
  for (size_t size = 0; size < whole.size(); ++size) {
    ByteReader reader(std::string_view(whole).substr(0, size));
    const std::string_view text = reader.Counted();
    const uint64_t number = reader.U64();
    CHECK_FALSE(reader.ok());
    CHECK(number == 0);
    CHECK((text.empty() || text == "a longer string"));
    CHECK(reader.U8() == 0);
  }
}

TEST_CASE("a varint of more than 64 bits, or 32 where 32 are wanted, is refused") {
  const std::string endless(11, '\x80');
  ByteReader reader(endless);
  CHECK(reader.Varint() == 0);
  CHECK_FALSE(reader.ok());

  const std::string too_much = std::string(9, '\xFF') + '\x02';
  ByteReader over(too_much);
  CHECK(over.Varint() == 0);
  CHECK_FALSE(over.ok());

  ByteWriter writer;
  writer.Varint(0x100000000u);
  ByteReader narrow(writer.bytes());
  CHECK(narrow.Varint32() == 0);
  CHECK_FALSE(narrow.ok());
}

TEST_CASE("a record finds its values, and a damaged tail is left out") {
  const std::string tags = MessageWriter().Add("rust").Add("").Add("日本").Take();
  const std::string message = MessageWriter()
                                  .Add("title", "T")
                                  .Add("page", "-12")
                                  .Add("draft", "1")
                                  .Add("tags", tags)
                                  .Take();
  const Record record(message);
  CHECK(record.Text("title") == "T");
  CHECK(record.Text("absent").empty());
  CHECK_FALSE(record.Has("absent"));
  CHECK(record.Number("page") == -12);
  CHECK(record.Number("title", 5) == 5);
  CHECK(record.Flag("draft"));
  CHECK(record.List("tags") == Vector<std::string_view>{"rust", "", "日本"});
  for (size_t size = 0; size < message.size(); ++size) {
    CHECK(Parts(std::string_view(message).substr(0, size)).size() < 8);
  }
}

// Check values of the two algorithms as published for "123456789" and "".
TEST_CASE("hashes are the published ones") {
  CHECK(Crc32("123456789") == 0xCBF43926u);
  CHECK(Crc32("") == 0);
  CHECK(Crc32("The quick brown fox jumps over the lazy dog") == 0x414FA339u);
  CHECK(Hash64("") == 0xcbf29ce484222325u);
  CHECK(Hash64("a") == 0xaf63dc4c8601ec8cu);
  CHECK(HashName("a") == "af63dc4c8601ec8c");
}

}  // namespace
}  // namespace broadsheet
