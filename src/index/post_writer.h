#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/vector.h"
#include "index/draft.h"
#include "index/index_parts.h"
#include "index/row.h"

namespace broadsheet {

// What the posts file holds, and where its pages begin.
void WritePosts(const Draft& draft, const StringModel& words, Root& root, IndexParts& parts);

// A row as it is kept: strings end with a zero byte in the file, so they must not hold one.
PostRow CleanRow(PostRow row);
// The payload of the page of rows that begins with the post `first`; `next` is where it ends.
std::string EncodePage(uint32_t first, uint32_t post_count, const StringModel& words,
                       const std::function<PostRow(uint32_t)>& row_of, uint32_t& next);
// The day of a post as CodeDays has it.
int32_t DayOf(const PostRow& row);
std::string EncodeDays(Vector<int32_t> days);

}  // namespace broadsheet
