#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "markdown/document.h"
#include "post/post.h"
#include "site/site_config.h"
#include "site/template_tag.h"

namespace broadsheet {

// One post file, read for itself: all that the site needs to know of it before it knows the others.
struct Manuscript {
  Post post;             // complete but for the slug, which Edition may have to change
  uint64_t hash = 0;     // of the file's bytes
  PlainText text;        // the very text that read.wasm gives for the file
  bool has_text = true;  // not when the manuscript is that of a former run
  std::vector<ReferenceUse> references;    // lines counted in the file
  std::vector<std::string> anchors;        // ids of its headings
  std::vector<TemplateTag> template_tags;  // elements of HTML that are shown as text too
  Diagnostics diagnostics;                 // with path
};

// Pure, so that it may run on any thread. The Error says why the file cannot be published.
Result<Manuscript> ReadManuscript(const SiteConfig& config, std::string_view path,
                                  std::string_view file);

}  // namespace broadsheet
