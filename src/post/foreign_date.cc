#include "post/foreign_date.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "base/ascii.h"

namespace broadsheet {
namespace {

std::string_view TrimRight(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.remove_suffix(1);
  return text;
}

// "Thu, 02 Jan 2020" -> "02 Jan 2020".
std::string_view WithoutWeekday(std::string_view text) {
  constexpr std::string_view kDays = "montuewedthufrisatsun";
  std::string start;
  for (const char c : text.substr(0, 3)) start.push_back(static_cast<char>(c | 32));
  const size_t day = start.size() == 3 ? kDays.find(start) : std::string_view::npos;
  if (day == std::string_view::npos || day % 3 != 0) return text;
  while (!text.empty() && IsAsciiLetter(text.front())) text.remove_prefix(1);
  const size_t rest = text.find_first_not_of("., ");
  return rest == std::string_view::npos ? std::string_view() : text.substr(rest);
}

// Takes the last word of letters off `text`.
std::string_view TakeLastWord(std::string_view& text) {
  size_t begin = text.size();
  while (begin > 0 && IsAsciiLetter(text[begin - 1])) --begin;
  const std::string_view word = text.substr(begin);
  text = TrimRight(text.substr(0, begin));
  return word;
}

struct Zone {
  std::string_view name;
  int hours;
};
constexpr Zone kZones[] = {{"EST", -5}, {"EDT", -4}, {"CST", -6}, {"CDT", -5}, {"MST", -7},
                           {"MDT", -6}, {"PST", -8}, {"PDT", -7}, {"CET", 1},  {"CEST", 2},
                           {"BST", 1},  {"IST", 5},  {"JST", 9},  {"GMT", 0},  {"UTC", 0}};

// "10:00 PM": the hour counts from noon.
bool ApplyHalf(std::string_view half, Date& date) {
  if (half.empty()) return true;
  if (!date.has_time || date.hour < 1 || date.hour > 12) return false;
  const bool is_afternoon = half.front() == 'P' || half.front() == 'p';
  date.hour = date.hour % 12 + (is_afternoon ? 12 : 0);
  return true;
}

bool IsHalf(std::string_view word) {
  return word == "AM" || word == "PM" || word == "am" || word == "pm";
}

}  // namespace

std::optional<Date> ParseForeignDate(std::string_view text) {
  if (const auto date = ParseDate(text)) return date;
  if (text.size() == 8 && std::all_of(text.begin(), text.end(), IsAsciiDigit)) {
    const std::string day(text);
    return ParseDate(day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6));
  }
  text = TrimRight(WithoutWeekday(text));
  if (const size_t comment = text.find(" ("); comment != std::string_view::npos)
    text = TrimRight(text.substr(0, comment));
  std::string offset;
  if (const size_t zone = text.find("GMT"); zone != std::string_view::npos) {
    offset = text.substr(zone + 3);
    text = TrimRight(text.substr(0, zone));
  }
  std::string_view rest = text;
  const std::string_view word = TakeLastWord(rest);
  std::string_view half;
  for (const Zone& zone : kZones) {
    if (zone.name != word) continue;
    offset = (zone.hours < 0 ? "-" : "+") + std::to_string(std::abs(zone.hours)) +
             (zone.name == "IST" ? ":30" : ":00");
    text = rest;
  }
  if (std::string_view before = text; IsHalf(TakeLastWord(before))) {
    half = text.substr(text.size() - 2);
    text = before;
  }
  std::optional<Date> date = ParseDate(std::string(text) + offset);
  return date && ApplyHalf(half, *date) ? date : std::nullopt;
}

}  // namespace broadsheet
