// SPDX-License-Identifier: GPL-3.0-or-later
/// What `spanglass bench store` measures: gathering beside its floor, and the three reads a person waits for.
///
/// The floor inserts the very rows that gathering made, with SQLite's C interface, into a store with the same
/// indexes, full-text and transaction size; what gathering takes beyond it is reading records, joining spans,
/// interpreting attributes and keeping sums.
#pragma once

#include <filesystem>

#include "base/result.h"
#include "spanglass/types.h"

namespace spanglass::store {

struct StoreFigures
{
    double gatherSpansPerSecond = 0;
    double rawInsertSpansPerSecond = 0;
    double listMs = 0;
    double openTraceMs = 0;
    double fullTextMs = 0;
};

/// Makes stores in `raw`, which must not be there yet, and the one that stays in `gathered`; needs about 1 KB
/// of disk per span for each of two. Up to 200,000 spans five rounds are measured, and the one with the
/// middle ratio counts. `spans` is rounded to whole traces.
[[nodiscard]] Result<StoreFigures> benchStore(const std::filesystem::path& raw,
                                              const std::filesystem::path& gathered, int spans);

/// Adds traces of twenty such spans to a store, for other benches; returns how many spans it has then.
[[nodiscard]] Result<std::int64_t> makeBenchStore(const std::filesystem::path& directory, int spans);
/// Adds one trace of so many spans.
[[nodiscard]] Result<TraceId> addBenchTrace(const std::filesystem::path& directory, int spans);

struct StoredBytes
{
    std::int64_t spans = 0;
    std::int64_t bytes = 0; ///< of the database file, its log brought in
};
/// Packs first, as a keeper does that has nothing to gather.
[[nodiscard]] Result<StoredBytes> storedBytes(const std::filesystem::path& directory);

} // namespace spanglass::store
