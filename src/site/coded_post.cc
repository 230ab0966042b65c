#include "site/coded_post.h"

namespace broadsheet {

void CodePost(RecordCoder& coder, Post& post) {
  for (std::string* text : {&post.path, &post.slug, &post.title, &post.summary, &post.language,
                            &post.series, &post.cover, &post.cover_alt, &post.permalink,
                            &post.address, &post.translation_key, &post.own_slug}) {
    coder.Text(*text);
  }
  for (auto* date : {&post.date, &post.updated, &post.expires}) coder.DateOf(*date);
  for (auto* texts : {&post.tags, &post.categories, &post.authors, &post.aliases}) {
    coder.Texts(*texts);
  }
  for (int* number : {&post.series_order, &post.part, &post.parts, &post.word_count,
                      &post.reading_minutes, &post.body_line}) {
    coder.Number(*number);
  }
  coder.Number(post.draft);
  coder.Number(post.pinned);
  coder.Number(post.body_offset);
  coder.Optional(post.smart_punctuation, [&](bool& value) { coder.Number(value); });
}

}  // namespace broadsheet
