#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "io/file_system.h"

namespace broadsheet {

// A folder that is written anew as a whole. Files go to a folder beside it, `<folder>.next`; Finish
// gives the two each other's place in one step, so that whoever reads `folder`, and whoever finds it
// after the program was killed, sees all of the old or all of the new. Unchanged files are not written
// again but linked. Where folders cannot be exchanged, or `folder` is a Git work tree, Finish moves the
// changed files in one by one instead, the mutable ones last, and then takes away what is left over.
//
// With a memory folder the tree also remembers what it wrote there, and keeps the site that it replaced:
// the next one is made of that by changing only the files in which the two differ.
class OutputTree {
 public:
  struct Counts {
    size_t files = 0;    // in the finished folder
    size_t written = 0;  // of these, new or changed
    size_t removed = 0;  // were in the old folder only
    uint64_t bytes = 0;
  };

  // Refuses a folder that has files but was not made by Broadsheet, since all in it would go. `memory`
  // is a folder on the same disk, or "" for none.
  static Result<OutputTree> Begin(FileSystem& files, std::string_view folder,
                                  std::string_view memory = "");
  OutputTree(OutputTree&&) noexcept;
  ~OutputTree();

  // Puts a file into the new folder. Of two with one path the first stays and the other is refused
  // (kInvalidInput). `source` says what the bytes were made of, 0 nothing. Put and Keep may be called
  // from several threads.
  Status Put(std::string_view path, std::string_view bytes, uint64_t source = 0);
  // Takes the file over from the old folder unread if it was made of `source` and nobody has touched it
  // since; else does nothing and says false.
  bool Keep(std::string_view path, uint64_t source);
  bool Has(std::string_view path) const;
  // Whether no file is there, none is where one of its folders would be, and it is no folder of files.
  bool HasRoomFor(std::string_view path) const;
  // Whether these are the bytes that a former run put there, as far as a hash of 64 bits tells.
  bool WasPut(std::string_view path, std::string_view bytes) const;
  // Nothing may be called afterwards.
  Result<Counts> Finish();

 private:
  struct State;
  explicit OutputTree(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace broadsheet
