// SPDX-License-Identifier: GPL-3.0-or-later
/// Writes traces, spans and scores into the team's store so that writing them again changes nothing: COPY
/// into a stage of this connection, then INSERT … ON CONFLICT, one transaction per batch.
///
///     Writer writer(*connection);
///     auto written = writer.write({traceRows, spanRows});
///
/// A finished row is never replaced by an unfinished one, whatever order batches arrive in.
#pragma once

#include <span>

#include "postgres/connection.h"
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

class Writer
{
public:
    explicit Writer(Connection& connection) : m_connection(connection) {}

    /// All of the batch or nothing. Announces the traces on the channel `spanglass` (at most 200 ids,
    /// separated by blanks; an empty payload means "many").
    [[nodiscard]] Outcome<void> write(const Batch& batch);

private:
    [[nodiscard]] Outcome<void> makeStages();
    [[nodiscard]] Outcome<void> copy(const Batch& batch);
    [[nodiscard]] Outcome<void> merge(const Batch& batch);
    [[nodiscard]] Outcome<void> announce(const Batch& batch);

    Connection& m_connection;
    bool m_staged = false;
};

} // namespace spanglass::postgres
