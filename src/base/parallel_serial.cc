#include "base/parallel.h"

namespace broadsheet {

void RunParallel(int, size_t count, const std::function<void(size_t)>& task) {
  for (size_t i = 0; i < count; ++i) task(i);
}

int UsefulJobs() { return 1; }

}  // namespace broadsheet
