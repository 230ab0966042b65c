#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/console.h"

namespace broadsheet {

inline constexpr int kExitDone = 0;
inline constexpr int kExitFailed = 1;
inline constexpr int kExitUsage = 2;

struct VerbOption {
  std::string_view name;       // "--posts"
  std::string_view value;      // what to write after it, "DIR"; "" for a switch
  std::string_view otherwise;  // the value when it is not given; may be ""
  std::string_view help;
};

// What the writer gave after the verb.
class Arguments {
 public:
  // Understands `--name value`, `--name=value` and `--` before words that start with '-'. The Error
  // names what is not understood.
  static Result<Arguments> Parse(const std::vector<VerbOption>& options,
                                 const std::vector<std::string>& words);

  std::string Value(std::string_view name) const;  // given, else the option's own
  bool Has(std::string_view name) const;
  const std::vector<std::string>& words() const { return words_; }

 private:
  struct Given {
    const VerbOption* option;
    std::string value;
  };
  const std::vector<VerbOption>* options_ = nullptr;
  std::vector<Given> given_;
  std::vector<std::string> words_;
};

// One thing that the command does. Help, manual and parsing all come from this.
struct Verb {
  std::string_view name;
  std::string_view words;    // "[FILE]"
  std::string_view summary;  // one line
  std::string_view details;  // paragraphs; may be ""
  std::vector<VerbOption> options;
  std::vector<std::string_view> examples;
  int (*run)(const Arguments&, Machine&);
};

Verb BuildVerb();
Verb RenderVerb();
Verb SearchVerb();
Verb NewVerb();
Verb CheckVerb();
Verb ImportVerb();
Verb ServeVerb();

// All of the above, in the order of help.
const std::vector<Verb>& Verbs();

// "broadsheet: message" on standard error; returns `exit_code`.
int Complain(Machine& machine, std::string_view message, int exit_code);

}  // namespace broadsheet
