// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/row_streams.h"

#include <array>

#include "base/json_writer.h"
#include "postgres/stored_text.h"
#include "postgres/stored_value.h"

namespace spanglass::postgres {
namespace {

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
    out.row(23).text(row.id.hex()).anyText(row.project).anyText(row.name);
    out.integer(row.startUnixNs).integer(row.durationNs).text(name(row.status));
    out.integer(row.spans).integer(row.errors);
    tokens(out, row.tokens);
    optionalText(out, row.cost ? row.cost->text() : std::string());
    out.anyText(row.user).anyText(row.session).anyText(row.environment);
    out.anyText(row.release).anyText(row.version).anyText(row.operationType);
    out.anyText(row.service).jsonb(tagsJson(row.tags)).smallInteger(row.flags);
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

/// A key that comes twice stays where it is: taking it out would lose one of the two.
bool comesTwice(std::string_view key, const trace::Attributes& attributes)
{
    int times = 0;
    for (const trace::Attribute& attribute : attributes)
        times += attribute.key == key ? 1 : 0;
    return times > 1;
}

void spanKey(CopyStream& out, const SpanRow& row)
{
    out.text(row.span->trace.hex()).text(row.span->id.hex()).int32(row.variant);
    out.int32(daysSince2000(row.span->startUnixNs));
}

/// The value in the span's row, or null there and a row in payloads.
void inputOrOutput(RowStreams& out, const SpanRow& row, const trace::Value& value, std::string_view name)
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
    out.payloads.text(name).anyText(row.project).integer(static_cast<std::int64_t>(stored.size()));
    out.payloads.text(stored);
}

/// Neighbours mostly share resource and scope: what was written for the last one is written again.
class Origin
{
public:
    const std::string& resource(const trace::Span& span)
    {
        if (!m_resource || *m_resource != span.resource) {
            m_resource = &span.resource;
            m_resourceJson = storedAttributes(span.resource);
        }
        return m_resourceJson;
    }

    const std::string& scope(const trace::Span& span)
    {
        if (!m_scope || m_scope->name != span.scope.name || m_scope->version != span.scope.version ||
            m_scope->attributes != span.scope.attributes) {
            m_scope = &span.scope;
            m_scopeJson = storedScope(span.scope);
        }
        return m_scopeJson;
    }

private:
    const trace::Attributes* m_resource = nullptr;
    const trace::Scope* m_scope = nullptr;
    std::string m_resourceJson, m_scopeJson;
};

void spanRow(RowStreams& streams, const SpanRow& row, Origin& origin)
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
    out.anyText(span.sourceId).anyText(row.project).anyText(span.name);
    out.text(name(span.kind)).anyText(span.service).text(name(span.level));
    out.integer(span.startUnixNs).integer(span.durationNs).text(name(span.status));
    out.anyText(span.statusMessage);
    constexpr std::array<std::string_view, 3> states{"ended", "running", "interrupted"};
    out.text(states[static_cast<std::size_t>(span.state)]).smallInteger(span.flags);
    out.anyText(span.model);
    tokens(out, span.tokens);
    optionalText(out, span.cost ? span.cost->text() : std::string());
    out.integer(span.timeToFirstTokenNs).anyText(inputKey).anyText(outputKey);
    inputOrOutput(streams, row, span.input, "input");
    inputOrOutput(streams, row, span.output, "output");
    out.jsonb(storedAttributes(span.attributes, {inputKey, outputKey}));
    out.jsonb(storedEvents(span.events)).jsonb(storedLinks(span.links));
    out.jsonb(origin.resource(span)).jsonb(origin.scope(span));
}

void scoreRow(CopyStream& out, const ScoreRow& row)
{
    out.row(8).text(row.trace.hex()).text(row.span.valid() ? row.span.hex() : std::string());
    out.anyText(row.score->name).int32(static_cast<std::int32_t>(row.number));
    out.anyText(row.project).jsonb(storedValue(row.score->value));
    out.anyText(row.score->comment).integer(row.timeUnixNs);
}

Failure tooLarge(const SpanRow& row, std::size_t bytes)
{
    return {FailureKind::rejected, "54000",
            "span " + row.span->id.hex() + " has " + std::to_string(bytes >> 20) +
                " MB, more than a row in Postgres may have here (" + std::to_string(largestRowBytes >> 20) +
                " MB)"};
}

} // namespace

Outcome<RowStreams> encoded(const Batch& batch)
{
    RowStreams streams;
    for (const trace::TraceRow& row : batch.traces)
        traceRow(streams.traces, row);
    Origin origin;
    for (const SpanRow& row : batch.spans) {
        const std::size_t before = streams.spans.bytes() + streams.payloads.bytes();
        spanRow(streams, row, origin);
        if (const std::size_t bytes = streams.spans.bytes() + streams.payloads.bytes() - before;
            bytes > largestRowBytes)
            return tl::unexpected(tooLarge(row, bytes));
    }
    for (const ScoreRow& row : batch.scores)
        scoreRow(streams.scores, row);
    for (CopyStream* stream : {&streams.traces, &streams.spans, &streams.payloads, &streams.scores})
        stream->finish();
    return streams;
}

} // namespace spanglass::postgres
