#pragma once

#include <string_view>

namespace broadsheet {

// Whether the text is built as a language tag is: "de", "zh-Hant-TW", "en-x-plain" (BCP 47, in the form that
// Unicode Technical Standard 35 gives it and browsers read). Whether there is such a language is not asked.
bool IsLanguageTag(std::string_view text);

}  // namespace broadsheet
