#include "wasm/exchange.h"

#include <utility>

namespace broadsheet {
namespace {

// Kept between calls, so that a call of usual size allocates nothing; more than this is given back.
constexpr size_t kKeptBytes = 4u << 20;

std::string incoming;
std::string outgoing;

}  // namespace

std::string_view Incoming(uint32_t size) { return std::string_view(incoming).substr(0, size); }

uint32_t Answer(std::string bytes, uint32_t status) {
  outgoing = std::move(bytes);
  return status;
}

uint32_t Answer(const Error& error) {
  outgoing = error.ToString();
  return 2 + static_cast<uint32_t>(error.code);  // the table of abi.md is in the order of ErrorCode
}

}  // namespace broadsheet

BROADSHEET_EXPORT(abi_version)() { return broadsheet::kAbiVersion; }

BROADSHEET_EXPORT(in_reserve)(uint32_t size) {
  using broadsheet::incoming;
  if (incoming.size() < size || incoming.size() > broadsheet::kKeptBytes) {
    // A fresh string of the right size: nothing of the last message is worth copying.
    std::string(size, '\0').swap(incoming);
  }
  return static_cast<uint32_t>(reinterpret_cast<uintptr_t>(incoming.data()));
}

BROADSHEET_EXPORT(out_data)() {
  return static_cast<uint32_t>(reinterpret_cast<uintptr_t>(broadsheet::outgoing.data()));
}

BROADSHEET_EXPORT(out_size)() { return static_cast<uint32_t>(broadsheet::outgoing.size()); }
