#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// A script (.js) or style sheet (.css) of the shell as readers get it, without blank lines and comment
// lines: from `//` on in scripts, and blocks that begin a line with `/*` and end one with `*/`. Any
// other file is returned as it is. Lines inside a text in backquotes are not told apart, so the shell
// must not have any that look like comments; a test looks for them.
std::string StripShellText(std::string_view path, std::string_view text);

}  // namespace broadsheet
