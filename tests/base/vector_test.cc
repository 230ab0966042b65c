#include "base/vector.h"

#include <catch_amalgamated.hpp>
#include <memory>
#include <string>

#include "base/sort.h"

namespace broadsheet {
namespace {

const std::string kLong(40, 'x');  // longer than a string keeps in itself

TEST_CASE("A Vector keeps its items as it grows, shrinks and is copied") {
  Vector<std::string> items = {"a", kLong};
  for (int i = 0; i < 20; ++i) items.push_back(items[1] + std::to_string(i));
  items.push_back(items[0]);  // one of its own
  items.emplace_back(3, 'z');
  CHECK(items.size() == 24);
  CHECK(items[21] == kLong + "19");
  CHECK(items[22] == "a");
  CHECK(items.back() == "zzz");

  Vector<std::string> copy = items;
  CHECK(copy == items);
  copy.resize(2);
  CHECK(copy == Vector<std::string>{"a", kLong});
  copy.resize(3);
  CHECK(copy[2].empty());
  const Vector<std::string> moved = std::move(copy);
  CHECK(moved.size() == 3);
  items = moved;
  items.pop_back();
  CHECK(items == Vector<std::string>(moved.begin(), moved.end() - 1));
  items.clear();
  CHECK(items.empty());
}

TEST_CASE("A Vector of numbers begins with zeros") {
  Vector<uint32_t> numbers(5);
  CHECK(numbers == Vector<uint32_t>{0, 0, 0, 0, 0});
  numbers.assign(2, 7);
  numbers.resize(4);
  CHECK(numbers == Vector<uint32_t>{7, 7, 0, 0});
  CHECK(Vector<uint32_t>().data() == nullptr);
}

TEST_CASE("A Vector ends each of its items once") {
  const auto shared = std::make_shared<int>(1);
  {
    Vector<std::shared_ptr<int>> items(3, shared);
    Vector<Vector<std::shared_ptr<int>>> nested;
    for (int i = 0; i < 9; ++i) nested.push_back(items);
    CHECK(shared.use_count() == 31);
    nested.resize(4);
    SortBy(nested, [](const auto& a, const auto& b) { return a.size() < b.size(); });
    CHECK(shared.use_count() == 16);
  }
  CHECK(shared.use_count() == 1);
}

TEST_CASE("A Vector holds what cannot be copied") {
  Vector<std::unique_ptr<int>> items;
  for (int i = 0; i < 9; ++i) items.push_back(std::make_unique<int>(8 - i));
  SortBy(items, [](const auto& a, const auto& b) { return *a < *b; });
  for (int i = 0; i < 9; ++i) CHECK(*items[static_cast<size_t>(i)] == i);
}

TEST_CASE("Sorting is stable, and SortUnique keeps the first") {
  Vector<std::string> words = {"b1", "a2", "b0", "c3", "a1"};
  SortBy(words, [](const std::string& a, const std::string& b) { return a[0] < b[0]; });
  CHECK(words == Vector<std::string>{"a2", "a1", "b1", "b0", "c3"});
  Vector<std::string> twice = {kLong, "b", "a", kLong, "b", "a", kLong};
  SortUnique(twice);
  CHECK(twice == Vector<std::string>{"a", "b", kLong});
}

}  // namespace
}  // namespace broadsheet
