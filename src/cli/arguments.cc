#include "cli/verb.h"

namespace broadsheet {
namespace {

const VerbOption* FindOption(const std::vector<VerbOption>& options, std::string_view name) {
  for (const VerbOption& option : options) {
    if (option.name == name) return &option;
  }
  return nullptr;
}

Error Misuse(std::string message) { return {ErrorCode::kInvalidInput, std::move(message), {}, 0}; }

}  // namespace

Result<Arguments> Arguments::Parse(const std::vector<VerbOption>& options,
                                   const std::vector<std::string>& words) {
  Arguments out;
  out.options_ = &options;
  bool only_words = false;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (only_words || word == "-" || word.empty() || word.front() != '-') {
      out.words_.push_back(word);
      continue;
    }
    only_words = word == "--";
    if (only_words) continue;
    const size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    const VerbOption* option = FindOption(options, name);
    if (option == nullptr) return Misuse("there is no option " + name);
    std::string value;
    if (option->value.empty()) {
      if (equals != std::string::npos) return Misuse(name + " takes no value");
    } else if (equals != std::string::npos) {
      value = word.substr(equals + 1);
    } else if (i + 1 < words.size()) {
      value = words[++i];
    } else {
      return Misuse(name + " needs a value: " + name + " " + std::string(option->value));
    }
    out.given_.push_back({option, std::move(value)});
  }
  return out;
}

std::string Arguments::Value(std::string_view name) const {
  for (auto given = given_.rbegin(); given != given_.rend(); ++given) {
    if (given->option->name == name) return given->value;
  }
  const VerbOption* option = FindOption(*options_, name);
  return option == nullptr ? std::string() : std::string(option->otherwise);
}

bool Arguments::Has(std::string_view name) const {
  for (const Given& given : given_) {
    if (given.option->name == name) return true;
  }
  return false;
}

}  // namespace broadsheet
