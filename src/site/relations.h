#pragma once

#include <vector>

#include "index/related.h"
#include "site/edition.h"

namespace broadsheet {

// Finds what leads from post to post: the parts of each series, and the translations of each text
// (files that differ in their language's suffix only, and posts with one translation key).
void Relate(Edition& edition);

// Takes over what FindRelated has found for the posts, in their order.
void RelateByWords(Edition& edition, const std::vector<std::vector<uint32_t>>& found);

// `post` as others name it: slug, address, title and language. Translations are titled with the name
// of their language, in that language.
Post PostMention(const Post& post);
Post TranslationMention(const SiteView& site, const Post& post);

// What stands around the body of the article at `index`, but body and outline. The edition must outlive it.
ArticleView ArticleViewOf(const Edition& edition, size_t index);

}  // namespace broadsheet
