// SPDX-License-Identifier: GPL-3.0-or-later
/// What people and scripts say about traces and spans: scores, labels and notes, kept in the store beside
/// what was recorded. Any process may write; each change is one short transaction, and every window notices
/// it.
///
///     auto added = addScore(directory, {.trace = id, .score = {"helpful", 0.9, "answers in one step"}});
///
/// A label is a score of the name `label` with a text; a note one of the name `note` whose comment is the
/// text.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/database.h"
#include "trace/span.h"

namespace spanglass::store {

struct StoredScore
{
    std::int64_t id = 0; ///< grows; never used twice
    TraceId trace;
    SpanId span = {}; ///< invalid: of the trace as a whole
    trace::Score score = {};
    std::int64_t timeUnixNs = 0; ///< 0 when adding: now
};

/// Gives the number of the score. Refuses a score without a name, a value that is neither text nor number,
/// and a trace or span that is not in the store.
[[nodiscard]] Result<std::int64_t> addScore(const std::filesystem::path& directory, const StoredScore& score);
/// Says so when there is none of that number. A destination that has it already keeps it.
[[nodiscard]] Result<void> removeScore(const std::filesystem::path& directory, std::int64_t id);

/// Before scores are removed, in the same transaction: the number of the last one is not given again.
void keepLastScore(Database& database);

/// Of a trace and all of its spans, in the order in which they were given.
[[nodiscard]] Result<std::vector<StoredScore>> scoresOf(Database& database, TraceId trace);

/// "0.9" and "3" are numbers, "true" and "false" are 1 and 0, everything else is text.
[[nodiscard]] trace::Value scoreValue(std::string_view typed);

/// From a row that has name, value, comment and typeof(value) from `column` on.
[[nodiscard]] trace::Score readScore(const Statement& row, int column);

} // namespace spanglass::store
