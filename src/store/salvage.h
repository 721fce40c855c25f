// SPDX-License-Identifier: GPL-3.0-or-later
/// A new store from a damaged one: every row that still stands on a readable page, and the journals that were
/// not gathered yet. The damaged store is only read.
///
///     auto report = salvage("~/.local/share/spanglass", "~/saved");
///     report->spans, report->losses
///
/// Rows are read page by page (salvage/row_scan.h), so that one bad page costs its own rows and no others.
/// What follows from the rows is made anew: the full-text index, the sums, the uses of large values. A large
/// value whose content does not match its hash any more is lost; its span stays.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace spanglass::store {

struct SalvageReport
{
    std::int64_t pages = 0;
    std::int64_t damagedFrames = 0; ///< of the WAL
    std::int64_t traces = 0;
    std::int64_t spans = 0;
    std::int64_t payloads = 0;
    std::int64_t rebuiltTraces = 0; ///< whose row was lost, made from their spans
    std::int64_t lostSpans = 0;     ///< that the store counted and that are on no page any more
    std::int64_t lostPayloads = 0;
    std::int64_t journals = 0;       ///< copied, for whoever keeps the new store
    std::int64_t livingJournals = 0; ///< left alone: their processes write into the old store
    std::vector<std::string> losses; ///< rows and cells by page and number, at most 200
};

/// `out` must not exist, or be an empty directory. Refuses a store that is kept, a file of another program,
/// and one in which nothing of a store is found; these stay as they are.
[[nodiscard]] Result<SalvageReport> salvage(const std::filesystem::path& store,
                                            const std::filesystem::path& out);

} // namespace spanglass::store
