#include "site/progress.h"

#include <atomic>
#include <mutex>

#include "base/parallel.h"

namespace broadsheet {

void RunWithProgress(int jobs, std::string_view what, size_t count, const Progress& progress,
                     const std::function<void(size_t)>& task) {
  constexpr size_t kStep = 64;
  std::atomic<size_t> done = 0;
  std::mutex mutex;
  RunParallel(jobs, count, [&](size_t i) {
    task(i);
    const size_t now = ++done;
    if (!progress || (now % kStep != 0 && now != count)) return;
    const std::lock_guard<std::mutex> lock(mutex);
    progress(what, now, count);
  });
}

}  // namespace broadsheet
