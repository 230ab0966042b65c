#include "io/real_exchange.h"

namespace broadsheet {

Status ExchangeFolders(const std::string& a, const std::string&) {
  return Error{ErrorCode::kUnsupported, "this system cannot exchange two folders in one step", a,
               0};
}

}  // namespace broadsheet
