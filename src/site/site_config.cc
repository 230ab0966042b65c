#include "site/site_config.h"

#include <algorithm>
#include <charconv>

#include "post/data.h"
#include "post/language_tag.h"
#include "post/one_line.h"
#include "post/slug.h"
#include "site/permalink.h"
#include "site/spelling.h"

namespace broadsheet {
namespace {

// One key's value on its way into the settings, with the means to complain about it.
struct Setting {
  const Data& data;
  SiteConfig& config;
  std::string& complaint;  // "should be …"; empty = fine
};

void ReadText(const Setting& setting, std::string& out) {
  if (setting.data.IsText() && setting.data.quoted) {
    out = OneLine(setting.data.text);
  } else {
    setting.complaint = "should be text in quotes";
  }
}

void ReadFlag(const Setting& setting, bool& out) {
  if (setting.data.text == "true" || setting.data.text == "false") {
    out = setting.data.text == "true";
  } else {
    setting.complaint = "should be true or false";
  }
}

void ReadNumber(const Setting& setting, int least, int most, int& out) {
  const std::string& text = setting.data.text;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size() && value >= least && value <= most) {
    out = value;
  } else {
    setting.complaint =
        "should be a number from " + std::to_string(least) + " to " + std::to_string(most);
  }
}

void ReadHtml(const Setting& setting) {
  const std::string& text = setting.data.text;
  for (const HtmlMode mode : {HtmlMode::kSafe, HtmlMode::kNone, HtmlMode::kTrusted}) {
    if (text == HtmlModeName(mode)) {
      setting.config.html = mode;
      return;
    }
  }
  setting.complaint = "should be \"safe\", \"none\" or \"trusted\"";
}

void ReadUrl(const Setting& setting) {
  const std::string& text = setting.data.text;
  if (!text.starts_with("https://") && !text.starts_with("http://")) {
    setting.complaint = "should be a full address such as \"https://blog.example/\"";
    return;
  }
  setting.config.url = text;
  if (setting.config.url.back() != '/') setting.config.url.push_back('/');
}

void ReadLanguage(const Setting& setting) {
  std::string tag = setting.data.IsText() ? setting.data.text : std::string();
  std::replace(tag.begin(), tag.end(), '_', '-');
  if (IsLanguageTag(tag)) {
    setting.config.language = std::move(tag);
  } else {
    setting.complaint = "should be a language tag such as \"de\" or \"pt-BR\"";
  }
}

void ReadNavigation(const Setting& setting) {
  std::vector<NavigationLink> links;
  for (const Data& item : setting.data.items) {
    const Data* title = item.Find("title");
    const Data* url = item.Find("url");
    if (title != nullptr && url != nullptr && title->IsText() && url->IsText()) {
      links.push_back({OneLine(title->text), EncodeUrl(OneLine(url->text))});
    } else {
      setting.complaint = "should be a list of {\"title\": …, \"url\": …}";
    }
  }
  if (!setting.data.IsList()) setting.complaint = "should be a list of {\"title\": …, \"url\": …}";
  if (setting.complaint.empty()) setting.config.navigation = std::move(links);
}

void ReadAliases(const Setting& setting) {
  const std::vector<Data> one = {setting.data};
  std::vector<std::string> patterns;
  for (const Data& item : setting.data.IsList() ? setting.data.items : one) {
    const std::string trouble =
        item.IsText() ? CheckPermalinkPattern(item.text) : "should be a text or a list of texts";
    if (!trouble.empty()) setting.complaint = trouble;
    patterns.push_back(item.text);
  }
  if (setting.complaint.empty()) setting.config.aliases = std::move(patterns);
}

void ReadPermalink(const Setting& setting) {
  const std::string trouble = setting.data.IsText() ? CheckPermalinkPattern(setting.data.text)
                                                    : "should be text such as \"/:year/:slug/\"";
  if (trouble.empty()) {
    setting.config.permalink = setting.data.text;
  } else {
    setting.complaint = trouble;
  }
}

std::string TextOf(const Data& data, std::string_view key) {
  const Data* text = data.Find(key);
  return text != nullptr && text->IsText() ? OneLine(text->text) : std::string();
}

void ReadAuthors(const Setting& setting) {
  std::vector<Author> authors;
  for (const auto& [key, data] : setting.data.fields) {
    Author author{key, TextOf(data, "name"), TextOf(data, "description"),
                  EncodeUrl(TextOf(data, "url"))};
    if (author.name.empty()) author.name = key;
    const bool is_web = author.url.starts_with("https://") || author.url.starts_with("http://");
    if (!data.IsMap() || (!author.url.empty() && !is_web)) {
      setting.complaint = "should give each author a name, a description and a full url";
    }
    authors.push_back(std::move(author));
  }
  if (!setting.data.IsMap()) setting.complaint = "should be {\"ada\": {\"name\": \"Ada Example\"}}";
  if (setting.complaint.empty()) setting.config.authors = std::move(authors);
}

void ReadColour(const Setting& setting, const Data& data, std::string_view paper,
                std::string& out) {
  if (!data.IsText() || !IsColour(data.text)) {
    setting.complaint = "should be a colour such as \"#8a1f17\", or {\"light\": …, \"dark\": …}";
  } else if (Contrast(data.text, paper) < kReadableContrast) {
    setting.complaint = "should differ more from the paper, whose colour is " + std::string(paper) +
                        ": it is hard to read";
  } else {
    out = data.text;
  }
}

void ReadAccent(const Setting& setting) {
  OwnStyle& style = setting.config.style;
  const Data* light = setting.data.IsMap() ? setting.data.Find("light") : &setting.data;
  const Data* dark = setting.data.Find("dark");
  if (light != nullptr) ReadColour(setting, *light, kLightPaper, style.accent);
  if (dark != nullptr) ReadColour(setting, *dark, kDarkPaper, style.accent_dark);
}

void ReadFonts(const Setting& setting) {
  OwnStyle& style = setting.config.style;
  constexpr std::string_view kForm =
      "should be {\"text\": \"Literata, serif\", \"interface\": …, \"code\": …}";
  if (!setting.data.IsMap()) setting.complaint = kForm;
  for (const auto& [key, data] : setting.data.fields) {
    std::string* font = key == "text"        ? &style.text_font
                        : key == "interface" ? &style.interface_font
                        : key == "code"      ? &style.code_font
                                             : nullptr;
    if (font == nullptr || !data.IsText() || !IsFontList(data.text)) {
      setting.complaint = kForm;
    } else {
      *font = data.text;
    }
  }
}

void ReadHosts(const Setting& setting) {
  std::vector<AllowedHost> hosts;
  const Data& data = setting.data;
  for (const auto& [key, origins] : data.fields) {
    const auto* kind =
        std::find_if(std::begin(kHostKinds), std::end(kHostKinds),
                     [&name = key](const HostKind& known) { return known.name == name; });
    if (kind == std::end(kHostKinds)) {
      setting.complaint =
          "should not have \"" + key + "\"; known are scripts, styles, fonts, frames, connections";
      return;
    }
    for (const Data& origin : origins.items) {
      if (!IsOrigin(origin.text)) {
        setting.complaint = "should have origins such as \"https://giscus.app\", not \"" +
                            OneLine(origin.text) + "\"";
        return;
      }
      hosts.push_back({kind->directive, origin.text});
    }
    if (!origins.IsList()) setting.complaint = "should have a list of origins as \"" + key + "\"";
  }
  if (!data.IsMap()) setting.complaint = "should be {\"scripts\": [\"https://giscus.app\"]}";
  if (setting.complaint.empty()) setting.config.hosts = std::move(hosts);
}

struct Key {
  std::string_view name;
  void (*read)(const Setting&);
};

constexpr Key kKeys[] = {
    {"title", [](const Setting& s) { ReadText(s, s.config.title); }},
    {"description", [](const Setting& s) { ReadText(s, s.config.description); }},
    {"language", ReadLanguage},
    {"url", ReadUrl},
    {"author", [](const Setting& s) { ReadText(s, s.config.author); }},
    {"html", ReadHtml},
    {"smart_punctuation", [](const Setting& s) { ReadFlag(s, s.config.smart_punctuation); }},
    {"remote_media", [](const Setting& s) { ReadFlag(s, s.config.remote_media); }},
    {"page_size", [](const Setting& s) { ReadNumber(s, 1, 1000, s.config.page_size); }},
    {"navigation", ReadNavigation},
    {"footer", [](const Setting& s) { ReadText(s, s.config.footer); }},
    {"feeds", [](const Setting& s) { s.complaint = ReadFeedSettings(s.data, s.config.feeds); }},
    {"permalink", ReadPermalink},
    {"aliases", ReadAliases},
    {"authors", ReadAuthors},
    {"accent", ReadAccent},
    {"fonts", ReadFonts},
    {"hosts", ReadHosts},
    {"$schema", [](const Setting&) {}},
};

std::vector<std::string_view> KeyNames() {
  std::vector<std::string_view> names;
  for (const Key& key : kKeys) names.push_back(key.name);
  return names;
}

void ReadKey(const Data::Field& field, SiteConfig& config, Diagnostics& diagnostics) {
  const auto warn = [&](std::string message) {
    diagnostics.push_back({Severity::kWarning, std::string(kSiteConfigName), field.second.line,
                           "'" + field.first + "' " + std::move(message)});
  };
  for (const Key& key : kKeys) {
    if (key.name != field.first) continue;
    std::string complaint;
    key.read({field.second, config, complaint});
    if (!complaint.empty()) warn(complaint + "; its default is used");
    return;
  }
  warn("is not a setting" + DidYouMean(field.first, KeyNames()));
}

}  // namespace

Result<SiteConfig> ReadSiteConfig(std::string_view json, Diagnostics& diagnostics) {
  Result<Data> data = ReadJson(json, 1);
  if (data.ok() && !data->IsMap()) {
    data = Error{
        ErrorCode::kInvalidInput, "the settings are not an object; write { \"title\": … }", {}, 1};
  }
  if (!data.ok()) {
    Error error = data.error();
    error.path = kSiteConfigName;
    return error;
  }
  SiteConfig config;
  for (const Data::Field& field : data->fields) ReadKey(field, config, diagnostics);
  return config;
}

Author SiteConfig::AuthorOf(std::string_view name) const {
  const std::string slug = Slugify(name);
  for (const Author& known : authors) {
    if (Slugify(known.key) == slug || Slugify(known.name) == slug) return known;
  }
  return {std::string(name), std::string(name), {}, {}};
}

SiteView MakeSiteView(const SiteConfig& config, std::string_view base, std::string_view link_base) {
  SiteView view;
  view.title = config.title;
  view.description = config.description;
  view.language = config.language;
  view.file_base = base;
  view.link_base = link_base;
  view.navigation = config.navigation;
  view.footer = config.footer;
  view.html = config.html;
  view.smart_punctuation = config.smart_punctuation;
  view.remote_media = config.remote_media;
  return view;
}

std::string NormalBase(std::string_view base) {
  if (const size_t scheme = base.find("://"); scheme != std::string_view::npos) {
    const size_t slash = base.find('/', scheme + 3);
    base = slash == std::string_view::npos ? std::string_view() : base.substr(slash);
  }
  while (!base.empty() && base.front() == '/') base.remove_prefix(1);
  while (!base.empty() && base.back() == '/') base.remove_suffix(1);
  return base.empty() ? "/" : "/" + std::string(base) + "/";
}

std::string_view HtmlModeName(HtmlMode mode) {
  if (mode == HtmlMode::kNone) return "none";
  return mode == HtmlMode::kTrusted ? "trusted" : "safe";
}

}  // namespace broadsheet
