// SPDX-License-Identifier: GPL-3.0-or-later
/// A batch as the bytes that go to the server: one COPY stream per table, in the order of the tables' columns
/// (resources/postgres/001_first.sql).
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "postgres/copy_stream.h"
#include "postgres/failure.h"
#include "trace/span.h"
#include "trace/trace_row.h"

namespace spanglass::postgres {

struct SpanRow
{
    const trace::Span* span = nullptr;
    std::string_view project;
    int variant = 0; ///< tells different contents under one id apart
};

struct ScoreRow
{
    TraceId trace;
    SpanId span; ///< invalid: of the trace
    std::string_view project;
    std::int64_t number = 0; ///< tells scores of one target apart; the same on every retry
    const trace::Score* score = nullptr;
    std::optional<std::int64_t> timeUnixNs = {};
};

struct Batch
{
    std::span<const trace::TraceRow> traces;
    std::span<const SpanRow> spans;
    std::span<const ScoreRow> scores;
};

/// Inputs and outputs with more bytes than this lie in `payloads`.
inline constexpr std::size_t inlineValueBytes = 64 * 1024;
/// A row with more is refused before it is sent: the server ends at 1 GB, and memory well before.
inline constexpr std::size_t largestRowBytes = 200u << 20;

struct RowStreams
{
    CopyStream traces, spans, payloads, scores;
};

/// `rejected` for a span that no row can hold.
[[nodiscard]] Outcome<RowStreams> encoded(const Batch& batch);

} // namespace spanglass::postgres
