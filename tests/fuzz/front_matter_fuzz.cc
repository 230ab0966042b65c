#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "post/body.h"
#include "post/post.h"
#include "post/slug.h"

// Any bytes are a post or a clear error; what is read keeps the promises of its fields.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace broadsheet;
  const std::string_view file(reinterpret_cast<const char*>(data), size);
  const BodySplit split = SplitBody(file);
  if (split.body.data() + split.body.size() != file.data() + file.size()) std::abort();

  Diagnostics diagnostics;
  const Result<Post> post = ParsePost("2026-11-22-a.md", file, diagnostics);
  if (!post.ok()) {
    if (post.error().message.empty() || post.error().line < 1) std::abort();
    return 0;
  }
  if (post->slug.empty() || post->body_offset > size) std::abort();
  for (const std::string& tag : post->tags) {
    const std::string slug = Slugify(tag);
    if (slug.empty() || Slugify(slug) != slug) std::abort();
  }
  for (const std::string& alias : post->aliases) {
    if (alias.empty() || alias.front() == '/' || alias.find("/../") != std::string::npos)
      std::abort();
  }
  if (post->date && ParseDate(post->date->ToString()) != post->date) std::abort();
  return 0;
}
