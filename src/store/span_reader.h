// SPDX-License-Identifier: GPL-3.0-or-later
/// Reads spans out of the store: a trace as a table, a span whole.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

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

} // namespace spanglass::store
