#pragma once

#include <cstddef>
#include <functional>

namespace broadsheet {

// Calls task(0) … task(count - 1) on up to `jobs` threads, in any order, and returns when all have
// ended. The wasm build runs them in order; CMake chooses the source.
void RunParallel(int jobs, size_t count, const std::function<void(size_t)>& task);

// How many threads the machine runs at once; 1 in the wasm build.
int UsefulJobs();

}  // namespace broadsheet
