#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "io/file_system.h"

namespace broadsheet {

// What a command may touch of the world besides files; a test puts its own in its place.
class Console {
 public:
  virtual ~Console() = default;
  virtual void Out(std::string_view text) = 0;
  virtual void Err(std::string_view text) = 0;
  virtual Result<std::string> ReadInput() = 0;            // all of standard input
  virtual std::string Environment(const char* name) = 0;  // "" when not set
  virtual std::string Program() = 0;  // tells this build from others; "" = unknown
  virtual int64_t UnixSeconds() = 0;
  virtual double Seconds() = 0;      // since any moment; never goes back
  virtual bool ShowsProgress() = 0;  // a person looks at standard error
};

// The terminal of the process.
class Terminal : public Console {
 public:
  void Out(std::string_view text) override;
  void Err(std::string_view text) override;
  Result<std::string> ReadInput() override;
  std::string Environment(const char* name) override;
  std::string Program() override;
  int64_t UnixSeconds() override;
  double Seconds() override;
  bool ShowsProgress() override;
};

struct Machine {
  FileSystem& files;
  Console& console;
  std::shared_ptr<void> remains =
      nullptr;  // what a verb need not give back before the program ends
};

}  // namespace broadsheet
