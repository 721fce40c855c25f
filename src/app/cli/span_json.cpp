// SPDX-License-Identifier: GPL-3.0-or-later
// One function per part of a span, in the order in which the members are printed.
#include "app/cli/span_json.h"

#include <algorithm>
#include <array>
#include <type_traits>

#include "formats/numbers.h"

namespace spanglass::app {

void writeValue(JsonWriter& json, const trace::Value& value)
{
    std::visit(
        [&json](const auto& content) {
            using Content = std::decay_t<decltype(content)>;
            if constexpr (std::is_same_v<Content, std::monostate>)
                json.null();
            else if constexpr (std::is_same_v<Content, trace::Json>)
                json.raw(content.text);
            else if constexpr (std::is_same_v<Content, trace::Bytes>)
                json.value(formats::base64Encoded(content));
            else
                json.value(content);
        },
        value);
}

namespace {

using trace::Attributes;
using trace::Value;

void writeAttributes(JsonWriter& json, std::string_view key, const Attributes& attributes)
{
    json.key(key).beginObject();
    for (const trace::Attribute& attribute : attributes)
        writeValue(json.key(attribute.key), attribute.value);
    json.endObject();
}

template<class Number>
void writeNanoseconds(JsonWriter& json, std::string_view key, const std::optional<Number>& nanoseconds)
{
    if (nanoseconds)
        json.member(key, std::to_string(*nanoseconds));
    else
        json.key(key).null();
}

void writeFlags(JsonWriter& json, std::uint8_t flags)
{
    json.key("flags").beginArray();
    for (const std::string_view flag : flagNames(flags))
        json.value(flag);
    json.endArray();
}

void writeEvents(JsonWriter& json, const trace::Span& span)
{
    json.key("events").beginArray();
    for (const trace::Event& event : span.events) {
        json.beginObject().member("name", event.name);
        json.member("timeUnixNano", std::to_string(event.timeUnixNs));
        writeAttributes(json, "attributes", event.attributes);
        json.endObject();
    }
    json.endArray();
}

void writeLinks(JsonWriter& json, const trace::Span& span)
{
    json.key("links").beginArray();
    for (const trace::Link& link : span.links) {
        json.beginObject().member("traceId", link.trace.hex()).member("spanId", link.span.hex());
        json.member("traceState", link.traceState);
        writeAttributes(json, "attributes", link.attributes);
        json.endObject();
    }
    json.endArray();
}

void writeScores(JsonWriter& json, const std::vector<trace::Score>& scores)
{
    json.key("scores").beginArray();
    for (const trace::Score& score : scores) {
        json.beginObject().member("name", score.name);
        writeValue(json.key("value"), score.value);
        json.member("comment", score.comment).endObject();
    }
    json.endArray();
}

} // namespace

std::string_view name(trace::State state)
{
    constexpr std::array<std::string_view, 3> names{"ended", "running", "interrupted"};
    return names[static_cast<std::size_t>(state)];
}

std::vector<std::string_view> flagNames(std::uint8_t flags)
{
    static constexpr std::pair<trace::SpanFlag, std::string_view> names[] = {
        {trace::flagDetached, "detached"},   {trace::flagEndedLate, "ended_late"},
        {trace::flagOrphan, "orphan"},       {trace::flagCycle, "cycle"},
        {trace::flagDuplicate, "duplicate"},
    };
    std::vector<std::string_view> set;
    for (const auto& [flag, text] : names)
        if (flags & flag)
            set.push_back(text);
    return set;
}

void writeCost(JsonWriter& json, const std::optional<Decimal>& cost)
{
    if (cost)
        json.member("cost", cost->text());
    else
        json.key("cost").null();
}

void writeTokens(JsonWriter& json, const trace::Tokens& tokens)
{
    const std::pair<std::string_view, const std::optional<std::int64_t>&> counts[] = {
        {"input", tokens.input},         {"cached", tokens.cached}, {"output", tokens.output},
        {"reasoning", tokens.reasoning}, {"total", tokens.total},
    };
    json.key("tokens").beginObject();
    for (const auto& [key, count] : counts) {
        if (count)
            json.member(key, *count);
        else
            json.key(key).null();
    }
    json.endObject();
}

void writeTrace(JsonWriter& json, const trace::TraceRow& row, const std::map<std::string, std::string>& sync)
{
    json.beginObject().member("traceId", row.id.hex()).member("name", row.name);
    json.member("startUnixNano", std::to_string(row.startUnixNs));
    writeNanoseconds(json, "durationNano", row.durationNs);
    json.member("spans", row.spans).member("errors", row.errors);
    writeTokens(json, row.tokens);
    writeCost(json, row.cost);
    json.member("user", row.user).member("session", row.session).member("project", row.project);
    json.member("environment", row.environment).member("release", row.release).member("version", row.version);
    json.member("operationType", row.operationType).member("service", row.service);
    json.key("tags").beginArray();
    for (const std::string& tag : row.tags)
        json.value(tag);
    json.endArray().member("status", name(row.status));
    writeFlags(json, row.flags);
    writeScores(json, row.scores);
    json.key("sync").beginObject();
    for (const auto& [destination, state] : sync)
        json.member(destination, state);
    json.endObject().endObject();
}

void writeSpan(JsonWriter& json, const trace::Span& span)
{
    json.beginObject().member("traceId", span.trace.hex()).member("spanId", span.id.hex());
    if (span.parent.valid())
        json.member("parentSpanId", span.parent.hex());
    else
        json.key("parentSpanId").null();
    json.member("sourceId", span.sourceId).member("name", span.name).member("kind", name(span.kind));
    json.member("service", span.service).member("level", name(span.level));
    json.member("startUnixNano", std::to_string(span.startUnixNs));
    writeNanoseconds(json, "durationNano", span.durationNs);
    json.member("status", name(span.status)).member("statusMessage", span.statusMessage);
    json.member("state", name(span.state)).member("model", span.model);
    writeTokens(json, span.tokens);
    writeCost(json, span.cost);
    writeNanoseconds(json, "timeToFirstTokenNano", span.timeToFirstTokenNs);
    writeValue(json.key("input"), span.input);
    writeValue(json.key("output"), span.output);
    writeAttributes(json, "attributes", span.attributes);
    writeEvents(json, span);
    writeLinks(json, span);
    writeScores(json, span.scores);
    writeAttributes(json, "resource", span.resource);
    json.key("scope").beginObject().member("name", span.scope.name).member("version", span.scope.version);
    writeAttributes(json, "attributes", span.scope.attributes);
    json.endObject();
    writeFlags(json, span.flags);
    json.endObject();
}

} // namespace spanglass::app
