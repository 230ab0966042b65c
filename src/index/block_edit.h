#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "index/post_changes.h"
#include "index/stored_index.h"
#include "index/terms_encoder.h"

namespace broadsheet {

// The edited terms of a chunk, by key.
using ChunkEdits = std::vector<std::pair<std::string_view, const TermEdit*>>;

// The chunk after the edits; groups of positions without an edited term are copied. Nothing when a limit
// of the chunk moves.
std::optional<EncodedTerms> EditChunk(const StoredIndex& index, uint32_t chunk,
                                      const ChunkEdits& edits);

// The same for a heavy term; runs of positions without a changed post are copied.
EncodedTerms EditHeavy(const StoredIndex& index, const KeyedBlock& listed, const TermEdit& edit);

}  // namespace broadsheet
