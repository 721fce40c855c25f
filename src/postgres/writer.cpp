// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/writer.h"

#include <set>

#include "base/json_writer.h"
#include "postgres/copy_stream.h"
#include "postgres/stored_text.h"
#include "postgres/stored_value.h"

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
SET (name, project, value, comment) = (excluded.name, excluded.project, excluded.value, excluded.comment)
)";

std::int32_t daysSince2000(std::int64_t unixNs)
{
    constexpr std::int64_t dayNs = 86'400'000'000'000;
    const std::int64_t days = unixNs / dayNs - (unixNs % dayNs < 0 ? 1 : 0);
    return static_cast<std::int32_t>(days - 10'957);
}

void optionalText(CopyStream& out, const std::string& text)
{
    if (text.empty())
        out.null();
    else
        out.text(text);
}

void tokens(CopyStream& out, const trace::Tokens& tokens)
{
    out.integer(tokens.input).integer(tokens.cached).integer(tokens.output).integer(tokens.reasoning);
    out.integer(tokens.total);
}

std::string tagsJson(const std::vector<std::string>& tags)
{
    JsonWriter json;
    json.beginArray();
    for (const std::string& tag : tags)
        json.value(storedText(tag));
    json.endArray();
    return json.take();
}

void traceRow(CopyStream& out, const trace::TraceRow& row)
{
    out.row(23).text(row.id.hex()).text(storedText(row.project)).text(storedText(row.name));
    out.integer(row.startUnixNs).integer(row.durationNs).text(name(row.status));
    out.integer(row.spans).integer(row.errors);
    tokens(out, row.tokens);
    optionalText(out, row.cost ? row.cost->text() : std::string());
    out.text(storedText(row.user)).text(storedText(row.session)).text(storedText(row.environment));
    out.text(storedText(row.release)).text(storedText(row.version)).text(storedText(row.operationType));
    out.text(storedText(row.service)).jsonb(tagsJson(row.tags)).smallInteger(row.flags);
}

/// The attribute that repeats a value, so that it is stored once; empty where there is none.
std::string_view keyOf(const trace::Value& value, const trace::Attributes& attributes, std::string_view not_)
{
    if (std::holds_alternative<std::monostate>(value))
        return {};
    for (const trace::Attribute& attribute : attributes) {
        if (attribute.key != not_ && !attribute.key.empty() && attribute.value == value)
            return attribute.key;
    }
    return {};
}

trace::Attributes without(const trace::Attributes& attributes, std::string_view a, std::string_view b)
{
    trace::Attributes rest;
    for (const trace::Attribute& attribute : attributes) {
        if (attribute.key.empty() || (attribute.key != a && attribute.key != b))
            rest.push_back(attribute);
    }
    return rest;
}

/// A key that comes twice stays where it is: taking it out would lose one of the two.
bool comesTwice(std::string_view key, const trace::Attributes& attributes)
{
    int times = 0;
    for (const trace::Attribute& attribute : attributes)
        times += attribute.key == key ? 1 : 0;
    return times > 1;
}

struct Streams
{
    CopyStream traces, spans, payloads, scores;
    std::int64_t payloadRows = 0;
};

void spanKey(CopyStream& out, const SpanRow& row)
{
    out.text(row.span->trace.hex()).text(row.span->id.hex()).int32(row.variant);
    out.int32(daysSince2000(row.span->startUnixNs));
}

/// The value in the span's row, or null there and a row in payloads.
void inputOrOutput(Streams& out, const SpanRow& row, const trace::Value& value, std::string_view name)
{
    if (std::holds_alternative<std::monostate>(value)) {
        out.spans.null();
        return;
    }
    const std::string stored = storedValue(value);
    if (stored.size() <= inlineValueBytes) {
        out.spans.jsonb(stored);
        return;
    }
    out.spans.null();
    out.payloads.row(8);
    spanKey(out.payloads, row);
    out.payloads.text(name).text(storedText(row.project)).integer(static_cast<std::int64_t>(stored.size()));
    out.payloads.text(stored);
    ++out.payloadRows;
}

void spanRow(Streams& streams, const SpanRow& row)
{
    const trace::Span& span = *row.span;
    CopyStream& out = streams.spans;
    std::string_view inputKey = keyOf(span.input, span.attributes, {});
    if (comesTwice(inputKey, span.attributes))
        inputKey = {};
    std::string_view outputKey = keyOf(span.output, span.attributes, inputKey);
    if (comesTwice(outputKey, span.attributes))
        outputKey = {};
    out.row(34);
    spanKey(out, row);
    optionalText(out, span.parent.valid() ? span.parent.hex() : std::string());
    out.text(storedText(span.sourceId)).text(storedText(row.project)).text(storedText(span.name));
    out.text(name(span.kind)).text(storedText(span.service)).text(name(span.level));
    out.integer(span.startUnixNs).integer(span.durationNs).text(name(span.status));
    out.text(storedText(span.statusMessage));
    constexpr std::array<std::string_view, 3> states{"ended", "running", "interrupted"};
    out.text(states[static_cast<std::size_t>(span.state)]).smallInteger(span.flags);
    out.text(storedText(span.model));
    tokens(out, span.tokens);
    optionalText(out, span.cost ? span.cost->text() : std::string());
    out.integer(span.timeToFirstTokenNs).text(storedText(inputKey)).text(storedText(outputKey));
    inputOrOutput(streams, row, span.input, "input");
    inputOrOutput(streams, row, span.output, "output");
    out.jsonb(storedAttributes(without(span.attributes, inputKey, outputKey)));
    out.jsonb(storedEvents(span.events)).jsonb(storedLinks(span.links));
    out.jsonb(storedAttributes(span.resource)).jsonb(storedScope(span.scope));
}

void scoreRow(CopyStream& out, const ScoreRow& row)
{
    out.row(7).text(row.trace.hex()).text(row.span.valid() ? row.span.hex() : std::string());
    out.text(storedText(row.score->name)).int32(static_cast<std::int32_t>(row.number));
    out.text(storedText(row.project)).jsonb(storedValue(row.score->value));
    out.text(storedText(row.score->comment));
}

Failure tooLarge(const SpanRow& row, std::size_t bytes)
{
    return {FailureKind::rejected, "54000",
            "span " + row.span->id.hex() + " has " + std::to_string(bytes >> 20) +
                " MB, more than a row in Postgres may have here (" + std::to_string(largestRowBytes >> 20) +
                " MB)"};
}

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

Outcome<void> Writer::copy(const Batch& batch)
{
    Streams streams;
    for (const trace::TraceRow& row : batch.traces)
        traceRow(streams.traces, row);
    for (const SpanRow& row : batch.spans) {
        const std::size_t before = streams.spans.bytes() + streams.payloads.bytes();
        spanRow(streams, row);
        if (const std::size_t bytes = streams.spans.bytes() + streams.payloads.bytes() - before;
            bytes > largestRowBytes)
            return tl::unexpected(tooLarge(row, bytes));
    }
    for (const ScoreRow& row : batch.scores)
        scoreRow(streams.scores, row);
    const auto send = [&](bool any, const char* table, CopyStream& stream) -> Outcome<void> {
        if (!any)
            return {};
        auto copied = m_connection.copyIn(std::string("COPY ") + table + " FROM STDIN (FORMAT binary)",
                                          stream.finish());
        return copied ? Outcome<void>() : tl::unexpected(copied.error());
    };
    if (auto sent = send(!batch.traces.empty(), "stage_traces", streams.traces); !sent)
        return sent;
    if (auto sent = send(!batch.spans.empty(), "stage_spans", streams.spans); !sent)
        return sent;
    if (auto sent = send(streams.payloadRows > 0, "stage_payloads", streams.payloads); !sent)
        return sent;
    return send(!batch.scores.empty(), "stage_scores", streams.scores);
}

Outcome<void> Writer::merge(const Batch& batch)
{
    std::string sql;
    if (!batch.traces.empty())
        sql += std::string(mergeTraces) + ";";
    if (!batch.spans.empty())
        sql += std::string(mergeSpans) + ";" + mergePayloads + ";";
    if (!batch.scores.empty())
        sql += mergeScores;
    return sql.empty() ? Outcome<void>() : done(m_connection.execute(sql));
}

Outcome<void> Writer::announce(const Batch& batch)
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
    return done(m_connection.query("SELECT pg_notify('spanglass', $1)", {payload}));
}

Outcome<void> Writer::write(const Batch& batch)
{
    if (auto staged = makeStages(); !staged)
        return staged;
    if (auto begun = done(m_connection.execute("BEGIN")); !begun)
        return begun;
    Outcome<void> written = copy(batch);
    if (written)
        written = merge(batch);
    if (written)
        written = announce(batch);
    if (written)
        return done(m_connection.execute("COMMIT"));
    if (m_connection.isOpen() && written.error().kind != FailureKind::cancelled)
        (void)m_connection.execute("ROLLBACK");
    return written;
}

} // namespace spanglass::postgres
