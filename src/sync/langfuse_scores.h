// SPDX-License-Identifier: GPL-3.0-or-later
/// Scores as Langfuse's scores API takes them: those of the store (annotations, `spanglass score`), and those
/// that a program logged on its spans.
#pragma once

#include <string>
#include <vector>

#include "sync/destination_config.h"
#include "sync/parcel.h"

namespace spanglass::sync {

struct LangfuseScore
{
    std::size_t of = 0; ///< which of the parcel's spans or scores it comes from
    std::string json;   ///< a body of POST /api/public/scores
};

/// Ids that never change: a repetition leaves one score. What redaction keeps back of comments is left out.
[[nodiscard]] std::vector<LangfuseScore> langfuseScores(const Parcel& parcel,
                                                        const DestinationConfig& config);

} // namespace spanglass::sync
