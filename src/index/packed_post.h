#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace broadsheet {

class AnalyzedPost;

// An analysed post as bytes, to be kept from one run to the next; they mean something to the very program
// that packed them only.
std::string PackPost(const AnalyzedPost& post);

// Null when the bytes are not whole.
std::shared_ptr<const AnalyzedPost> UnpackPost(std::string_view bytes);

}  // namespace broadsheet
