#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "site/image_size.h"

// Any bytes have a sensible size or none.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto found = broadsheet::ReadImageSize({reinterpret_cast<const char*>(data), size});
  if (found && (found->width < 1 || found->height < 1)) std::abort();
  return 0;
}
