// SPDX-License-Identifier: GPL-3.0-or-later
/// The columns of `traces` in one order, for the keeper that writes them and the readers.
#pragma once

#include <string>

#include "store/trace_rows.h"
#include "trace/trace_row.h"

namespace spanglass::store {

inline constexpr const char* traceColumns =
    "id, trace_id, name, name_rank, root_status, start_ns, end_ns, spans, running, interrupted, errors, "
    "next_number, input_tokens, cached_tokens, output_tokens, reasoning_tokens, total_tokens, cost, flags, "
    "user, "
    "session, project, environment, release, version, operation_type, service, tags, status";
inline constexpr int statusColumn = 28;

/// The sixteen bytes of an id, most significant first, as they stand in `trace_id`.
[[nodiscard]] std::string traceIdBytes(TraceId id);
[[nodiscard]] TraceId traceIdFrom(std::string_view bytes);

/// A row selected with `traceColumns`.
[[nodiscard]] TraceSummary readSummary(const Statement& row);
[[nodiscard]] trace::TraceRow readTraceRow(const Statement& row);

/// Statements for writeTrace.
[[nodiscard]] std::string insertTraceSql();
[[nodiscard]] std::string updateTraceSql();
void writeTrace(Statement& statement, const TraceSummary& summary, std::int64_t changed);

} // namespace spanglass::store
