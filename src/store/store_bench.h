// SPDX-License-Identifier: GPL-3.0-or-later
/// What `spanglass bench store` measures: gathering beside its floor, and the three reads a person waits for.
///
/// The floor inserts the very rows that gathering made, with SQLite's C interface, into a store with the same
/// indexes, full-text and transaction size; what gathering takes beyond it is reading records, joining spans,
/// interpreting attributes and keeping sums.
#pragma once

#include <filesystem>

#include "base/result.h"

namespace spanglass::store {

struct StoreFigures
{
    double gatherSpansPerSecond = 0;
    double rawInsertSpansPerSecond = 0;
    double listMs = 0;
    double openTraceMs = 0;
    double fullTextMs = 0;
};

/// Works in `directory`, which must be empty; needs about 2 KB of disk per span. `spans` is rounded to whole
/// traces.
[[nodiscard]] Result<StoreFigures> benchStore(const std::filesystem::path& directory, int spans = 200'000);

/// A store of such spans for other benches; returns how many it has.
[[nodiscard]] Result<std::int64_t> makeBenchStore(const std::filesystem::path& directory, int spans);

} // namespace spanglass::store
