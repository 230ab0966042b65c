#include "site/web_manifest.h"

#include "base/json_writer.h"
#include "view/words.h"

namespace broadsheet {

std::string WebManifest(const SiteView& site) {
  const std::string& home = site.file_base;
  const std::string_view direction = DirectionOf(site.language);
  JsonWriter json;
  json.BeginObject().Key("name").String(site.title);
  if (!site.description.empty()) json.Key("description").String(site.description);
  json.Key("lang").String(site.language);
  json.Key("dir").String(direction.empty() ? "ltr" : direction);
  json.Key("id").String(home).Key("start_url").String(home).Key("scope").String(home);
  // Without buttons of their own pages would need some: the browser keeps its "back".
  json.Key("display").String("minimal-ui");
  json.Key("icons").BeginArray().BeginObject().Key("src").String(home +
                                                                 "broadsheet/style/icon.svg");
  json.Key("sizes").String("any").Key("type").String("image/svg+xml").EndObject().EndArray();
  return json.EndObject().Take() + "\n";
}

}  // namespace broadsheet
