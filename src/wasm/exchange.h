#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

// Marks a function as exported from the module under its own name.
#define BROADSHEET_EXPORT(name) extern "C" __attribute__((export_name(#name), used)) uint32_t name

namespace broadsheet {

// The one buffer in and the one buffer out of a module (abi.md, rule 2). Defining this pair also
// defines the exports that every module shares: abi_version, in_reserve, out_data and out_size.
inline constexpr uint32_t kAbiVersion = 1;

// Status 1 of abi.md: the out buffer names the bytes that are wanted.
inline constexpr uint32_t kMoreNeeded = 1;

// The first `size` bytes of the in buffer, or fewer if less was reserved. The view lives until the
// next in_reserve.
std::string_view Incoming(uint32_t size);

// Puts `bytes` into the out buffer and returns `status`, which is 0 (done) or kMoreNeeded.
uint32_t Answer(std::string bytes, uint32_t status = 0);

// Puts the message into the out buffer and returns the status that stands for the error's code.
uint32_t Answer(const Error& error);

}  // namespace broadsheet
