#include "site/feed.h"

#include "base/hash.h"
#include "base/json_writer.h"
#include "site/absolute_url.h"
#include "site/xml.h"
#include "view/address.h"

namespace broadsheet {
namespace {

constexpr std::string_view kGenerator = "Broadsheet";

std::string PublicUrlOf(const Feed& feed, std::string_view address) {
  return PublicUrl(*feed.site, feed.url, address);
}

// A URN that stays the same as long as the site keeps its title and the post its file: a UUID of
// version 8 (RFC 9562), whose bits are ours to choose.
std::string UrnOf(const Feed& feed, std::string_view name) {
  const uint64_t seed = Hash64(feed.site->title);
  std::string digits = HashName(std::to_string(seed) + "\n" + std::string(name));
  digits += HashName(digits + std::string(name));
  digits[12] = '8';
  digits[16] = 'a';
  return "urn:uuid:" + digits.substr(0, 8) + '-' + digits.substr(8, 4) + '-' +
         digits.substr(12, 4) + '-' + digits.substr(16, 4) + '-' + digits.substr(20);
}

std::string FeedId(const Feed& feed) {
  return feed.url.empty() ? UrnOf(feed, feed.address) : PublicUrlOf(feed, feed.address);
}

std::string ItemUrl(const Feed& feed, const FeedItem& item) {
  return PublicUrlOf(feed, PostAddress(*item.post));
}

std::string ItemId(const Feed& feed, const FeedItem& item) {
  return feed.url.empty() ? UrnOf(feed, "posts/" + item.post->path) : ItemUrl(feed, item);
}

std::string ItemHtml(const Feed& feed, const FeedItem& item) {
  return AbsoluteUrlsInHtml(item.html, ItemUrl(feed, item));
}

const Date& Published(const FeedItem& item) {
  static constexpr Date kNone;
  return item.post->date ? *item.post->date : kNone;
}

const Date& Updated(const FeedItem& item) {
  const Date& published = Published(item);
  const std::optional<Date>& updated = item.post->updated;
  return updated && updated->UnixSeconds() > published.UnixSeconds() ? *updated : published;
}

Date FeedUpdated(const Feed& feed) {
  Date newest;
  for (const FeedItem& item : feed.items) {
    if (Updated(item).UnixSeconds() > newest.UnixSeconds()) newest = Updated(item);
  }
  return newest;
}

std::vector<std::string> Authors(const Feed& feed, const FeedItem& item) {
  if (!item.post->authors.empty() || feed.author.empty()) return item.post->authors;
  return {std::string(feed.author)};
}

// A feed must name somebody; a site without an author speaks for itself.
std::string_view FeedAuthor(const Feed& feed) {
  return feed.author.empty() ? std::string_view(feed.site->title) : feed.author;
}

std::string_view LanguageOf(const Feed& feed, const FeedItem& item) {
  const std::string& own = item.post->language;
  return own == feed.site->language ? std::string_view() : std::string_view(own);
}

std::vector<std::string> Subjects(const Post& post) {
  std::vector<std::string> subjects = post.categories;
  subjects.insert(subjects.end(), post.tags.begin(), post.tags.end());
  return subjects;
}

void AtomLink(XmlWriter& xml, std::string_view rel, std::string_view type, std::string_view href,
              std::string_view language = {}) {
  xml.Open("link").Attribute("rel", rel).Attribute("type", type);
  if (!language.empty()) xml.Attribute("hreflang", language);
  xml.Attribute("href", href).Close();
}

void AtomEntry(XmlWriter& xml, const Feed& feed, const FeedItem& item) {
  const Post& post = *item.post;
  xml.Open("entry").Open("title").Text(post.title).Close();
  AtomLink(xml, "alternate", "text/html", ItemUrl(feed, item), LanguageOf(feed, item));
  xml.Element("id", ItemId(feed, item));
  xml.Element("published", Published(item).Rfc3339()).Element("updated", Updated(item).Rfc3339());
  for (const std::string& author : Authors(feed, item)) {
    xml.Open("author").Element("name", author).Close();
  }
  for (const std::string& subject : Subjects(post)) {
    xml.Open("category").Attribute("term", subject).Close();
  }
  xml.Element("summary", post.summary);
  if (!item.html.empty()) {
    xml.Open("content").Attribute("type", "html").Text(ItemHtml(feed, item)).Close();
  }
  xml.Close();
}

void RssItem(XmlWriter& xml, const Feed& feed, const FeedItem& item) {
  const Post& post = *item.post;
  xml.Open("item").Element("title", post.title).Element("link", ItemUrl(feed, item));
  xml.Open("guid").Attribute("isPermaLink", feed.url.empty() ? "false" : "true");
  xml.Text(ItemId(feed, item)).Close();
  xml.Element("pubDate", Rfc822(Published(item)));
  for (const std::string& author : Authors(feed, item)) xml.Element("dc:creator", author);
  for (const std::string& subject : Subjects(post)) xml.Element("category", subject);
  // An item must have a title or a description; one that has neither gets its address.
  xml.Element("description",
              post.summary.empty() && post.title.empty() ? ItemUrl(feed, item) : post.summary);
  if (!item.html.empty()) xml.Element("content:encoded", ItemHtml(feed, item));
  xml.Close();
}

void JsonTexts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  json.Key(key).BeginArray();
  for (const std::string& text : texts) json.String(text);
  json.EndArray();
}

void JsonAuthors(JsonWriter& json, const std::vector<std::string>& names) {
  if (names.empty()) return;
  json.Key("authors").BeginArray();
  for (const std::string& name : names) json.BeginObject().Key("name").String(name).EndObject();
  json.EndArray();
}

void JsonItem(JsonWriter& json, const Feed& feed, const FeedItem& item) {
  const Post& post = *item.post;
  const std::string url = ItemUrl(feed, item);
  json.BeginObject().Key("id").String(ItemId(feed, item)).Key("url").String(url);
  json.Key("title").String(post.title);
  if (!post.summary.empty()) json.Key("summary").String(post.summary);
  // One of the two contents must be there.
  if (item.html.empty()) {
    json.Key("content_text").String(post.summary);
  } else {
    json.Key("content_html").String(ItemHtml(feed, item));
  }
  if (!item.cover.empty()) json.Key("image").String(AbsoluteUrl(url, item.cover));
  json.Key("date_published").String(Published(item).Rfc3339());
  if (!(Updated(item) == Published(item)))
    json.Key("date_modified").String(Updated(item).Rfc3339());
  JsonAuthors(json, Authors(feed, item));
  JsonTexts(json, "tags", Subjects(post));
  if (!LanguageOf(feed, item).empty()) json.Key("language").String(post.language);
  json.EndObject();
}

}  // namespace

std::string AtomFeed(const Feed& feed) {
  XmlWriter xml;
  xml.Open("feed").Attribute("xmlns", "http://www.w3.org/2005/Atom");
  xml.Attribute("xml:lang", feed.site->language);
  xml.Open("title").Text(feed.title).Close().Element("subtitle", feed.site->description);
  AtomLink(xml, "self", "application/atom+xml", PublicUrlOf(feed, feed.address));
  AtomLink(xml, "alternate", "text/html", PublicUrlOf(feed, feed.home));
  xml.Element("id", FeedId(feed)).Element("updated", FeedUpdated(feed).Rfc3339());
  if (!FeedAuthor(feed).empty()) xml.Open("author").Element("name", FeedAuthor(feed)).Close();
  xml.Element("generator", kGenerator);
  for (const FeedItem& item : feed.items) AtomEntry(xml, feed, item);
  return xml.Close().Take();
}

std::string RssFeed(const Feed& feed) {
  const std::string& description = feed.site->description;
  XmlWriter xml;
  xml.Open("rss")
      .Attribute("version", "2.0")
      .Attribute("xmlns:atom", "http://www.w3.org/2005/Atom");
  xml.Attribute("xmlns:content", "http://purl.org/rss/1.0/modules/content/");
  xml.Attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
  xml.Open("channel").Open("title").Text(feed.title).Close();
  xml.Element("link", PublicUrlOf(feed, feed.home));
  xml.Open("description").Text(description.empty() ? feed.title : description).Close();
  xml.Element("language", feed.site->language);
  if (!feed.items.empty()) xml.Element("lastBuildDate", Rfc822(FeedUpdated(feed)));
  xml.Element("generator", kGenerator);
  xml.Open("atom:link").Attribute("rel", "self").Attribute("type", "application/rss+xml");
  xml.Attribute("href", PublicUrlOf(feed, feed.address)).Close();
  for (const FeedItem& item : feed.items) RssItem(xml, feed, item);
  return xml.Close().Close().Take();
}

std::string JsonFeed(const Feed& feed) {
  JsonWriter json;
  json.BeginObject().Key("version").String("https://jsonfeed.org/version/1.1");
  json.Key("title").String(feed.title);
  json.Key("home_page_url").String(PublicUrlOf(feed, feed.home));
  json.Key("feed_url").String(PublicUrlOf(feed, feed.address));
  if (!feed.site->description.empty()) json.Key("description").String(feed.site->description);
  json.Key("language").String(feed.site->language);
  if (!feed.author.empty()) JsonAuthors(json, {std::string(feed.author)});
  json.Key("items").BeginArray();
  for (const FeedItem& item : feed.items) JsonItem(json, feed, item);
  json.EndArray().EndObject();
  return json.Take() + "\n";
}

std::string FeedTitle(const SiteView& site, std::string_view heading) {
  return heading.empty() ? site.title : site.title + " – " + std::string(heading);
}

std::string Rfc822(const Date& date) {
  constexpr std::string_view kDays[] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
  constexpr std::string_view kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  // Thursday is the day of the epoch; the weekday is the one where the post was written.
  const int64_t local = date.UnixSeconds() + date.offset_minutes * 60;
  const int64_t days = (local >= 0 ? local : local - 86399) / 86400;
  const std::string text = date.Rfc3339();  // 2026-11-22T09:30:00+01:00
  std::string out(kDays[((days % 7) + 7) % 7]);
  out += ", " + text.substr(8, 2) + ' ';
  out += kMonths[date.month - 1];
  out += ' ' + text.substr(0, 4) + ' ' + text.substr(11, 8) + ' ';
  if (text.size() == 20) return out + "+0000";
  return out + text.substr(19, 3) + text.substr(23, 2);
}

}  // namespace broadsheet
