#pragma once

#include <cstddef>
#include <string_view>

namespace broadsheet {

enum class FrontMatterKind { kNone, kYaml, kToml, kJson };

// Where a post file's front matter and Markdown lie. Finding the fence needs no YAML, TOML or JSON
// reader, so a module that only renders does not carry one.
struct BodySplit {
  FrontMatterKind kind = FrontMatterKind::kNone;
  std::string_view front_matter;  // between the fences (for JSON: the object itself)
  int front_matter_line = 1;      // 1-based line of its first line
  std::string_view body;          // the Markdown
  int body_line = 1;
  bool unclosed = false;  // a fence opens and never closes: all is body
};

// Views into `file`. A leading byte order mark is skipped; CRLF is understood. Linear.
BodySplit SplitBody(std::string_view file);

}  // namespace broadsheet
