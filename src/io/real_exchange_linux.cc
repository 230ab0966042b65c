#include <fcntl.h>
#include <linux/fs.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "io/real_exchange.h"

namespace broadsheet {

Status ExchangeFolders(const std::string& a, const std::string& b) {
  if (syscall(SYS_renameat2, AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0)
    return {};
  const bool unknown = errno == ENOSYS || errno == EINVAL;
  return Error{unknown ? ErrorCode::kUnsupported : ErrorCode::kIo, std::strerror(errno), a, 0};
}

}  // namespace broadsheet
