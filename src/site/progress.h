#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace broadsheet {

// Told what is being done, and how much of how much is.
using Progress = std::function<void(std::string_view what, size_t done, size_t total)>;

// RunParallel that tells `progress` (which may be empty) now and then, from one thread at a time.
void RunWithProgress(int jobs, std::string_view what, size_t count, const Progress& progress,
                     const std::function<void(size_t)>& task);

}  // namespace broadsheet
