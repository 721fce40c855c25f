// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/writer.h"

#include <set>

namespace spanglass::postgres {
namespace {

// The stages are the tables without keys; cost as text, because numeric's binary form is the server's own
// affair.
constexpr const char* stageSql = R"(
DROP TABLE IF EXISTS pg_temp.stage_traces, pg_temp.stage_spans, pg_temp.stage_payloads, pg_temp.stage_scores;
CREATE TEMP TABLE stage_traces (LIKE spanglass.traces) ON COMMIT DELETE ROWS;
ALTER TABLE stage_traces DROP COLUMN updated_at, ALTER COLUMN cost TYPE text;
CREATE TEMP TABLE stage_spans (LIKE spanglass.spans) ON COMMIT DELETE ROWS;
ALTER TABLE stage_spans ALTER COLUMN cost TYPE text;
CREATE TEMP TABLE stage_payloads (LIKE spanglass.payloads) ON COMMIT DELETE ROWS;
CREATE TEMP TABLE stage_scores (LIKE spanglass.scores) ON COMMIT DELETE ROWS;
)";

constexpr const char* mergeTraces = R"(
INSERT INTO spanglass.traces AS t (trace_id, project, name, start_ns, duration_ns, status, spans, errors,
    input_tokens, cached_tokens, output_tokens, reasoning_tokens, total_tokens, cost, user_id, session_id,
    environment, release, version, operation_type, service, tags, flags)
SELECT DISTINCT ON (trace_id) trace_id, project, name, start_ns, duration_ns, status, spans, errors,
    input_tokens, cached_tokens, output_tokens, reasoning_tokens, total_tokens, cost::numeric, user_id, session_id,
    environment, release, version, operation_type, service, tags, flags
FROM stage_traces ORDER BY trace_id
ON CONFLICT (trace_id) DO UPDATE SET (project, name, start_ns, duration_ns, status, spans, errors, input_tokens,
    cached_tokens, output_tokens, reasoning_tokens, total_tokens, cost, user_id, session_id, environment, release,
    version, operation_type, service, tags, flags, updated_at)
  = (excluded.project, excluded.name, excluded.start_ns, excluded.duration_ns, excluded.status, excluded.spans,
    excluded.errors, excluded.input_tokens, excluded.cached_tokens, excluded.output_tokens,
    excluded.reasoning_tokens, excluded.total_tokens, excluded.cost, excluded.user_id, excluded.session_id,
    excluded.environment, excluded.release, excluded.version, excluded.operation_type, excluded.service,
    excluded.tags, excluded.flags, now())
WHERE t.status = 'running' OR excluded.status <> 'running' OR excluded.spans > t.spans
)";

constexpr const char* mergeSpans = R"(
INSERT INTO spanglass.spans AS s
SELECT DISTINCT ON (trace_id, span_id, variant, start_day) trace_id, span_id, variant, start_day, parent_span_id,
    source_id, project, name, kind, service, level, start_ns, duration_ns, status, status_message, state, flags,
    model, input_tokens, cached_tokens, output_tokens, reasoning_tokens, total_tokens, cost::numeric,
    first_token_ns, input_key, output_key, input, output, attributes, events, links, resource, scope
FROM stage_spans ORDER BY trace_id, span_id, variant, start_day
ON CONFLICT (trace_id, span_id, variant, start_day) DO UPDATE SET (parent_span_id, source_id, project, name, kind,
    service, level, start_ns, duration_ns, status, status_message, state, flags, model, input_tokens,
    cached_tokens, output_tokens, reasoning_tokens, total_tokens, cost, first_token_ns, input_key, output_key,
    input, output, attributes, events, links, resource, scope)
  = (excluded.parent_span_id, excluded.source_id, excluded.project, excluded.name, excluded.kind,
    excluded.service, excluded.level, excluded.start_ns, excluded.duration_ns, excluded.status,
    excluded.status_message, excluded.state, excluded.flags, excluded.model, excluded.input_tokens,
    excluded.cached_tokens, excluded.output_tokens, excluded.reasoning_tokens, excluded.total_tokens,
    excluded.cost, excluded.first_token_ns, excluded.input_key, excluded.output_key, excluded.input,
    excluded.output, excluded.attributes, excluded.events, excluded.links, excluded.resource, excluded.scope)
WHERE s.state <> 'ended' OR excluded.state = 'ended'
)";

constexpr const char* mergePayloads = R"(
INSERT INTO spanglass.payloads
SELECT DISTINCT ON (trace_id, span_id, variant, start_day, name) * FROM stage_payloads
ORDER BY trace_id, span_id, variant, start_day, name
ON CONFLICT (trace_id, span_id, variant, start_day, name) DO UPDATE
SET (project, bytes, value) = (excluded.project, excluded.bytes, excluded.value)
)";

constexpr const char* mergeScores = R"(
INSERT INTO spanglass.scores
SELECT DISTINCT ON (trace_id, span_id, number) * FROM stage_scores ORDER BY trace_id, span_id, number
ON CONFLICT (trace_id, span_id, number) DO UPDATE
SET (name, project, value, comment, time_ns)
  = (excluded.name, excluded.project, excluded.value, excluded.comment, excluded.time_ns)
)";

Outcome<void> done(const Outcome<Rows>& rows)
{
    if (!rows)
        return tl::unexpected(rows.error());
    return {};
}

} // namespace

Outcome<void> Writer::makeStages()
{
    if (m_staged)
        return {};
    auto made = done(m_connection.execute(stageSql));
    m_staged = made.has_value();
    return made;
}

Outcome<void> Writer::copy(const RowStreams& streams)
{
    const auto send = [&](const char* table, const CopyStream& stream) -> Outcome<void> {
        if (stream.rows() == 0)
            return {};
        auto copied = m_connection.copyIn(std::string("COPY ") + table + " FROM STDIN (FORMAT binary)",
                                          stream.bytesOfAll());
        return copied ? Outcome<void>() : tl::unexpected(copied.error());
    };
    if (auto sent = send("stage_traces", streams.traces); !sent)
        return sent;
    if (auto sent = send("stage_spans", streams.spans); !sent)
        return sent;
    if (auto sent = send("stage_payloads", streams.payloads); !sent)
        return sent;
    return send("stage_scores", streams.scores);
}

std::string Writer::mergeSql(const RowStreams& streams)
{
    std::string sql;
    if (streams.traces.rows() > 0)
        sql += std::string(mergeTraces) + ";";
    if (streams.spans.rows() > 0)
        sql += std::string(mergeSpans) + ";";
    if (streams.payloads.rows() > 0)
        sql += std::string(mergePayloads) + ";";
    if (streams.scores.rows() > 0)
        sql += std::string(mergeScores) + ";";
    return sql;
}

std::string Writer::announcement(const Batch& batch)
{
    std::set<TraceId> traces;
    for (const trace::TraceRow& row : batch.traces)
        traces.insert(row.id);
    for (const SpanRow& row : batch.spans)
        traces.insert(row.span->trace);
    std::string payload;
    if (traces.size() <= 200) {
        for (const TraceId& id : traces)
            payload += (payload.empty() ? "" : " ") + id.hex();
    }
    return "SELECT pg_notify('spanglass', '" + payload + "');"; // hex and blanks only
}

Outcome<void> Writer::write(const Batch& batch)
{
    auto streams = encoded(batch);
    if (!streams)
        return tl::unexpected(streams.error());
    return write(*streams, announcement(batch));
}

/// Few round trips: the end of the transaction goes with the merge.
Outcome<void> Writer::write(const RowStreams& streams, const std::string& last)
{
    if (auto staged = makeStages(); !staged)
        return staged;
    if (auto begun = done(m_connection.execute("BEGIN")); !begun)
        return begun;
    Outcome<void> written = copy(streams);
    if (written)
        written = done(m_connection.execute(mergeSql(streams) + last + "COMMIT"));
    if (!written && m_connection.isOpen() && written.error().kind != FailureKind::cancelled)
        (void)m_connection.execute("ROLLBACK");
    return written;
}

} // namespace spanglass::postgres
