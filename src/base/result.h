#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace broadsheet {

enum class ErrorCode {
  kInvalidInput,  // the input breaks its format
  kNotFound,      // a named thing is not there
  kCorrupt,       // bytes that we wrote ourselves came back damaged
  kUnsupported,   // a version or feature that this build does not know
  kTooLarge,      // a documented limit was passed
  kIo,            // the file system or the host refused
};

// An expected failure. `message` says what is wrong and what to do, in one line without a full stop;
// `path` and `line` (1-based, 0 = whole file) name the place where they are known.
struct Error {
  ErrorCode code = ErrorCode::kInvalidInput;
  std::string message;
  std::string path;
  int line = 0;

  // "path:line: message", leaving out what is not known.
  std::string ToString() const;
};

// Either a T or the Error that explains why there is none.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // Asserts ok().
  T& value() & { return *Checked(std::get_if<0>(&state_)); }
  const T& value() const& { return *Checked(std::get_if<0>(&state_)); }
  T&& value() && { return std::move(*Checked(std::get_if<0>(&state_))); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // Asserts !ok().
  const Error& error() const { return *Checked(std::get_if<1>(&state_)); }

 private:
  template <typename P>
  static P* Checked(P* pointer) {
    assert(pointer != nullptr);
    return pointer;
  }

  std::variant<T, Error> state_;
};

// The Result of an operation that yields nothing.
class [[nodiscard]] Status {
 public:
  Status() = default;
  Status(Error error) : error_(std::move(error)), ok_(false) {}  // NOLINT: implicit

  bool ok() const { return ok_; }
  explicit operator bool() const { return ok_; }
  const Error& error() const {
    assert(!ok_);
    return error_;
  }

 private:
  Error error_;
  bool ok_ = true;
};

}  // namespace broadsheet
