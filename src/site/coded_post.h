#pragma once

#include "post/post.h"
#include "site/record_coder.h"

namespace broadsheet {

// All members of a post.
void CodePost(RecordCoder& coder, Post& post);

}  // namespace broadsheet
