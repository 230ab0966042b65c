#include <cstdint>
#include <memory>
#include <string>

#include "base/message.h"
#include "site/live_site.h"
#include "wasm/exchange.h"

namespace broadsheet {
namespace {

std::unique_ptr<LiveSite> live_site;  // what publish_begin has begun

Error NotBegun() { return {ErrorCode::kInvalidInput, "publish_begin was not called", "", 0}; }

}  // namespace
}  // namespace broadsheet

using namespace broadsheet;  // the exports below stand outside any namespace

BROADSHEET_EXPORT(publish_begin)(uint32_t size) {
  const Record record(Incoming(size));
  live_site = std::make_unique<LiveSite>(record.Text("site"), record.Text("base"),
                                         record.Text("link_base"), record.Number("now", INT64_MAX));
  return Answer(std::string());
}

BROADSHEET_EXPORT(publish_add)(uint32_t size) {
  if (live_site == nullptr) return Answer(NotBegun());
  const Record record(Incoming(size));
  live_site->Add(record.Text("path"), record.Text("file"));
  return Answer(std::string());
}

BROADSHEET_EXPORT(publish_finish)(uint32_t) {
  if (live_site == nullptr) return Answer(NotBegun());
  return Answer(live_site->Finish());
}

BROADSHEET_EXPORT(publish_file)(uint32_t size) {
  if (live_site == nullptr) return Answer(NotBegun());
  const int64_t index = Record(Incoming(size)).Number("index", -1);
  const auto& files = live_site->files();
  if (index < 0 || static_cast<size_t>(index) >= files.size()) {
    return Answer(Error{ErrorCode::kNotFound, "the index has no file of this number", "", 0});
  }
  return Answer(files[static_cast<size_t>(index)].bytes);
}
