#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// A script (.js) or style sheet (.css) of the shell as readers get it: without indentation, blank lines,
// comments (from `//` on in scripts, and blocks that begin a line with `/*` and end one with `*/`) and,
// in scripts, notes for the type checker (`/** @type {X} */`) between code, spaces beside brackets and
// the like, and line breaks that end no statement. Any other file is returned as it is. Lines inside a text in backquotes are not told apart, so the shell must have no
// such text of several lines; eslint.config.js forbids it.
std::string StripShellText(std::string_view path, std::string_view text);

}  // namespace broadsheet
