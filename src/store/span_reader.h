// SPDX-License-Identifier: GPL-3.0-or-later
/// Reads spans out of the store: a trace as a table, a span whole.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "base/result.h"
#include "store/database.h"
#include "trace/span.h"
#include "trace/span_table.h"

namespace spanglass::store {

/// The row of a trace; 0: there is none.
[[nodiscard]] std::int64_t traceRowOf(Database& database, TraceId trace);

/// The span in this row with everything that is known of it, interpreted. Nothing where the row is gone.
[[nodiscard]] std::optional<trace::Span> readSpan(Database& database, std::int64_t row);

/// All spans of a trace by start. `details` of the table opens a connection of its own, at the first
/// question.
[[nodiscard]] Result<std::shared_ptr<const trace::SpanTable>> readTrace(Database& database, TraceId trace);

/// Traces done, and how many there are; false ends the reading with an error of kind cancelled.
using TracesProgress = std::function<bool(std::int64_t done, std::int64_t total)>;

/// All spans of several traces as one table, trace after trace, each by start; one connection reads the
/// details of all. Traces that are gone are left out.
[[nodiscard]] Result<std::shared_ptr<const trace::SpanTable>>
readTraces(Database& database, const std::vector<TraceId>& traces, const TracesProgress& progress);

} // namespace spanglass::store
