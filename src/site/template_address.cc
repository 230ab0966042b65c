#include "site/template_address.h"

#include <algorithm>
#include <vector>

namespace broadsheet {
namespace {

using Kind = TemplateAddress::Kind;

constexpr size_t kNone = std::string_view::npos;

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const size_t begin = text.find_first_not_of(kBlank);
  if (begin == kNone) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

bool IsQuote(char c) { return c == '"' || c == '\'' || c == '`'; }

// Parts `text` at each `mark` that stands outside of quotation marks; the parts are trimmed, none is "".
std::vector<std::string_view> Parts(std::string_view text, std::string_view marks) {
  std::vector<std::string_view> parts;
  char quote = '\0';
  size_t start = 0;
  for (size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : '\0';
    if (quote == '\0' && (i == text.size() || marks.find(c) != kNone)) {
      const std::string_view part = Trim(text.substr(start, i - start));
      if (!part.empty()) parts.push_back(part);
      start = i + 1;
    } else if (quote == '\0' ? IsQuote(c) : c == quote) {
      quote = quote == '\0' ? c : '\0';
    }
  }
  return parts;
}

bool IsQuoted(std::string_view text) {
  return text.size() >= 2 && IsQuote(text.front()) && text.back() == text.front();
}

std::string_view Unquoted(std::string_view text) {
  return IsQuoted(text) ? text.substr(1, text.size() - 2) : text;
}

// The variables in which generators and their themes keep the address of the site.
bool IsSiteAddress(std::string_view name) {
  constexpr std::string_view kNames[] = {
      "site.baseurl", "site.url",     "site.base_url",   "site.baseUrl",    "site.root",
      "site.base",    "baseurl",      "base_url",        "baseUrl",         "config.base_url",
      "metadata.url", "meta.url",     "pathPrefix",      "site.github.url", "config.url",
      "site.BaseURL", "site.siteUrl", "metadata.baseUrl"};
  if (!name.empty() && name.front() == '$') name.remove_prefix(1);
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

// "{{ value | filter: argument }}", as Liquid and Nunjucks write it; false when it is beyond us.
bool Evaluate(std::string_view expression, std::string& out) {
  const std::vector<std::string_view> parts = Parts(expression, "|");
  if (parts.empty()) return false;
  if (!IsQuoted(parts[0]) && !IsSiteAddress(parts[0])) return false;
  std::string value(IsQuoted(parts[0]) ? Unquoted(parts[0]) : std::string_view());
  for (size_t i = 1; i < parts.size(); ++i) {
    const size_t end = std::min(parts[i].find_first_of(":( "), parts[i].size());
    const std::string_view name = parts[i].substr(0, end);
    std::string_view argument = parts[i].substr(std::min(end + 1, parts[i].size()));
    if (name.size() < parts[i].size() && parts[i].back() == ')') argument.remove_suffix(1);
    argument = Trim(argument);
    if (name == "prepend" && IsQuoted(argument)) {
      value.insert(0, Unquoted(argument));
    } else if (name == "append" && IsQuoted(argument)) {
      value += Unquoted(argument);
    } else if (name == "prepend" ? !IsSiteAddress(argument)
                                 : name != "relative_url" && name != "absolute_url" &&
                                       name != "url" && name != "absoluteUrl" && name != "escape" &&
                                       name != "htmlBaseUrl" && name != "safe") {
      return false;
    }
  }
  out += value;
  return true;
}

// `ref "a.md"`, `relref path="a.md" lang="de"` (Hugo), `get_url(path="@/a.md")` (Zola).
bool ReadFileCall(std::string_view call, TemplateAddress& address) {
  const std::vector<std::string_view> words = Parts(call, " \t\n(),");
  if (words.size() < 2) return false;
  const bool is_hugo = words[0] == "ref" || words[0] == "relref";
  if (!is_hugo && words[0] != "get_url") return false;
  std::string_view path;
  for (size_t i = 1; i < words.size(); ++i) {
    const size_t equals = words[i].find('=');
    const std::string_view key =
        IsQuoted(words[i]) || equals == kNone ? std::string_view() : words[i].substr(0, equals);
    const std::string_view value =
        Unquoted(key.empty() ? words[i] : Trim(words[i].substr(equals + 1)));
    if (key == "lang") address.language = value;
    if (key == "path" || (key.empty() && path.empty())) path = value;
  }
  address.path += path;
  address.kind = is_hugo || path.substr(0, 2) == "@/" ? Kind::kFile : Kind::kRooted;
  return !path.empty();
}

// `post_url 2020-01-02-a`, `link _posts/2020-01-02-a.md`, as Jekyll writes it.
bool ReadTag(std::string_view tag, TemplateAddress& address) {
  const size_t blank = tag.find_first_of(" \t\n");
  if (blank == kNone) return false;
  const std::string_view name = tag.substr(0, blank);
  const std::string_view path = Unquoted(Trim(tag.substr(blank)));
  if ((name != "post_url" && name != "link") || path.find("{{") != kNone) return false;
  address.path += path;
  const bool is_page = name == "link" && (path.ends_with(".md") || path.ends_with(".markdown") ||
                                          path.ends_with(".html"));
  address.kind = name == "post_url" || is_page ? Kind::kFile : Kind::kRooted;
  return true;
}

struct Form {
  std::string_view open;
  std::string_view close;
  bool (*read)(std::string_view, TemplateAddress&);
};

bool ReadExpression(std::string_view call, TemplateAddress& address) {
  return ReadFileCall(call, address) || Evaluate(call, address.path);
}

// Longer openings first: "{{<" begins with "{{".
constexpr Form kForms[] = {{"{{<", ">}}", ReadFileCall},
                           {"{{%", "%}}", ReadFileCall},
                           {"{%", "%}", ReadTag},
                           {"{{", "}}", ReadExpression}};

// The call that begins `text`, its size; 0 when it is not understood.
size_t ReadCall(std::string_view text, TemplateAddress& address) {
  for (const Form& form : kForms) {
    if (text.substr(0, form.open.size()) != form.open) continue;
    const size_t end = text.find(form.close, form.open.size());
    if (end == kNone) return 0;
    std::string_view call = text.substr(form.open.size(), end - form.open.size());
    if (!call.empty() && call.front() == '-') call.remove_prefix(1);
    if (!call.empty() && call.back() == '-') call.remove_suffix(1);
    return form.read(Trim(call), address) ? end + form.close.size() : 0;
  }
  return 0;
}

}  // namespace

TemplateAddress ReadTemplateAddress(std::string_view address) {
  TemplateAddress out;
  const auto next_call = [](std::string_view text) {
    return std::min({text.find("{{"), text.find("{%"), text.size()});
  };
  size_t call = next_call(address);
  if (call == address.size()) return out;
  // What stands before the first can only be the host's slash.
  bool known = call == 0 || address.substr(0, call) == "/";
  out.kind = Kind::kRooted;
  while (known && !address.empty()) {
    out.path += address.substr(0, call);
    address.remove_prefix(call);
    const size_t size = address.empty() ? 0 : ReadCall(address, out);
    known = size > 0 || address.empty();
    address.remove_prefix(size);
    call = next_call(address);
  }
  if (!known || out.path.find("://") != kNone) {
    out.kind = Kind::kUnknown;
    return out;
  }
  const size_t suffix = std::min(out.path.find_first_of("?#"), out.path.size());
  out.suffix = out.path.substr(suffix);
  out.path.resize(suffix);
  out.path.erase(0, std::min(out.path.find_first_not_of('/'), out.path.size()));
  return out;
}

}  // namespace broadsheet
