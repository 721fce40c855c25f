// SPDX-License-Identifier: GPL-3.0-or-later
/// Rows of the team's tables as values: the columns to ask for, and what each row of them says.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "postgres/connection.h"
#include "trace/span.h"
#include "trace/trace_row.h"

namespace spanglass::postgres {

/// Of `spanglass.traces t`.
inline constexpr const char* traceColumns =
    "t.trace_id, t.project, t.name, t.start_ns, t.duration_ns, t.status, t.spans, t.errors, t.input_tokens,"
    " t.cached_tokens, t.output_tokens, t.reasoning_tokens, t.total_tokens, t.cost, t.user_id, t.session_id,"
    " t.environment, t.release, t.version, t.operation_type, t.service, t.tags, t.flags";
inline constexpr int traceColumnCount = 23;
[[nodiscard]] trace::TraceRow traceRowOf(const Rows& rows, int row);

inline constexpr const char* spanColumns =
    "trace_id, span_id, parent_span_id, source_id, name, kind, service, level, start_ns, duration_ns, status,"
    " status_message, state, flags, model, input_tokens, cached_tokens, output_tokens, reasoning_tokens,"
    " total_tokens, cost, first_token_ns";
[[nodiscard]] trace::Span spanOf(const Rows& rows, int row);

/// Text as it was before it was stored.
[[nodiscard]] std::string original(const Rows& rows, int row, int column);
[[nodiscard]] std::optional<std::int64_t> optionalInteger(const Rows& rows, int row, int column);
[[nodiscard]] std::optional<Decimal> optionalDecimal(const Rows& rows, int row, int column);
/// Five columns from `column` on.
[[nodiscard]] trace::Tokens tokensOf(const Rows& rows, int row, int column);
/// Of a JSON list of texts.
[[nodiscard]] std::vector<std::string> textsOf(std::string_view json);

} // namespace spanglass::postgres
