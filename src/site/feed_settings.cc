#include "site/feed_settings.h"

#include <charconv>

#include "site/spelling.h"

namespace broadsheet {
namespace {

constexpr std::string_view kKeys[] = {"atom", "rss", "json", "content", "tags", "limit"};

bool IsFlag(const Data& data) {
  return data.IsText() && !data.quoted && (data.text == "true" || data.text == "false");
}

// A file at the top of the site or in a folder of it.
bool IsFileName(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.back() == '/' ||
      name.find("..") != std::string_view::npos) {
    return false;
  }
  for (const char c : name) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == '/';
    if (!is_plain) return false;
  }
  return true;
}

std::string ReadName(std::string_view key, const Data& data, std::string& name) {
  if (IsFlag(data)) {
    if (data.text == "false") name.clear();
    return {};
  }
  if (!data.IsText() || !IsFileName(data.text)) {
    return "should have a file name such as \"feed.xml\", or false, for \"" + std::string(key) +
           "\"";
  }
  name = data.text;
  return {};
}

std::string ReadLimit(const Data& data, int& limit) {
  int value = 0;
  const char* end = data.text.data() + data.text.size();
  const auto [stop, error] = std::from_chars(data.text.data(), end, value);
  if (error != std::errc() || stop != end || value < 1 || value > 1000) {
    return "should have a number from 1 to 1000 for \"limit\"";
  }
  limit = value;
  return {};
}

std::string ReadField(const Data::Field& field, FeedSettings& settings) {
  const auto& [key, data] = field;
  if (key == "atom") return ReadName(key, data, settings.atom);
  if (key == "rss") return ReadName(key, data, settings.rss);
  if (key == "json") return ReadName(key, data, settings.json);
  if (key == "limit") return ReadLimit(data, settings.limit);
  if (key == "content") {
    if (data.text != "full" && data.text != "summary") {
      return "should have \"full\" or \"summary\" for \"content\"";
    }
    settings.full_text = data.text == "full";
    return {};
  }
  if (key == "tags") {
    if (!IsFlag(data)) return "should have true or false for \"tags\"";
    settings.for_tags = data.text == "true";
    return {};
  }
  return "should not have \"" + key + "\"" + DidYouMean(key, {std::begin(kKeys), std::end(kKeys)});
}

}  // namespace

std::vector<FeedSettings::File> FeedSettings::Files() const {
  std::vector<File> files;
  if (!atom.empty()) files.push_back({FeedKind::kAtom, atom});
  if (!rss.empty()) files.push_back({FeedKind::kRss, rss});
  if (!json.empty()) files.push_back({FeedKind::kJson, json});
  return files;
}

std::string_view FeedType(FeedKind kind) {
  switch (kind) {
    case FeedKind::kAtom:
      return "application/atom+xml";
    case FeedKind::kRss:
      return "application/rss+xml";
    case FeedKind::kJson:
      return "application/feed+json";
  }
  return {};
}

std::string ReadFeedSettings(const Data& data, FeedSettings& settings) {
  if (IsFlag(data)) {
    if (data.text == "false") settings.atom = settings.rss = settings.json = "";
    return {};
  }
  if (!data.IsMap())
    return "should be false or an object such as {\"atom\": \"atom.xml\", \"content\": \"full\"}";
  FeedSettings read = settings;
  for (const Data::Field& field : data.fields) {
    std::string complaint = ReadField(field, read);
    if (!complaint.empty()) return complaint;
  }
  settings = std::move(read);
  return {};
}

}  // namespace broadsheet
