// SPDX-License-Identifier: GPL-3.0-or-later
#include "receive/log_records.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/names.h"
#include "formats/json_values.h"
#include "formats/numbers.h"
#include "formats/otlp_json_request.h"
#include "formats/otlp_kept.h"
#include "formats/otlp_proto_reader.h"
#include "formats/otlp_values.h"
#include "receive/span_records.h"

namespace spanglass::receive {

using formats::JsonCursor;
using formats::OtlpSurroundings;
using formats::ProtoCursor;
using trace::Attributes;
using trace::Value;

namespace {

constexpr std::size_t mostSessions = 100'000;

const Value* find(const Attributes& attributes, std::string_view key)
{
    const auto at = std::find_if(attributes.begin(), attributes.end(),
                                 [key](const trace::Attribute& attribute) { return attribute.key == key; });
    return at == attributes.end() ? nullptr : &at->value;
}

std::string textOf(const Value* value)
{
    if (value == nullptr)
        return {};
    if (const auto* text = std::get_if<std::string>(value))
        return *text;
    if (const auto* number = std::get_if<std::int64_t>(value))
        return std::to_string(*number);
    return {};
}

std::optional<std::int64_t> numberOf(const Value* value)
{
    if (value == nullptr)
        return {};
    if (const auto* number = std::get_if<std::int64_t>(value))
        return *number;
    if (const auto* real = std::get_if<double>(value))
        return *real >= 0 && *real < 9e15 ? std::optional(static_cast<std::int64_t>(*real)) : std::nullopt;
    if (const auto* text = std::get_if<std::string>(value))
        return formats::wholeNumber(*text);
    return {};
}

/// opentelemetry-proto, logs/v1: LogRecord.
bool readProtoRecord(std::string_view message, LogRecord& record)
{
    std::int64_t observed = 0;
    ProtoCursor at(message);
    bool good = true;
    while (good && at.next()) {
        switch (at.tag()) {
        case ProtoCursor::fixed64Tag(1):
            record.timeUnixNs = formats::protoTime(at.number());
            break;
        case ProtoCursor::bytesTag(3):
            record.severity = formats::protoText(at.bytes());
            break;
        case ProtoCursor::bytesTag(5):
            good = formats::readProtoValue(at.bytes(), record.body);
            break;
        case ProtoCursor::bytesTag(6):
            good = formats::readProtoKeyValue(at.bytes(), record.attributes);
            break;
        case ProtoCursor::bytesTag(9):
            record.trace = formats::protoTraceId(at.bytes());
            break;
        case ProtoCursor::bytesTag(10):
            record.span = formats::protoSpanId(at.bytes());
            break;
        case ProtoCursor::fixed64Tag(11):
            observed = formats::protoTime(at.number());
            break;
        case ProtoCursor::bytesTag(12):
            record.name = formats::protoText(at.bytes());
            break;
        default:
            break;
        }
    }
    record.timeUnixNs = record.timeUnixNs == 0 ? observed : record.timeUnixNs;
    return good && !at.failed();
}

bool readJsonRecord(JsonCursor& at, LogRecord& record)
{
    if (at.peek() != JsonCursor::Type::object) {
        at.skip();
        return false;
    }
    std::int64_t observed = 0;
    for (at.enterObject(); at.nextKey();) {
        const std::string_view key = at.key();
        if (key == "timeUnixNano")
            record.timeUnixNs = formats::otlpTime(at.scalar()).value_or(0);
        else if (key == "observedTimeUnixNano")
            observed = formats::otlpTime(at.scalar()).value_or(0);
        else if (key == "severityText")
            record.severity = at.string();
        else if (key == "eventName")
            record.name = at.string();
        else if (key == "body")
            record.body = formats::readAnyValue(at);
        else if (key == "attributes")
            formats::readOtlpAttributes(at, record.attributes);
        else if (key == "traceId")
            record.trace = formats::traceIdOf(at.scalar());
        else if (key == "spanId")
            record.span = formats::spanIdOf(at.scalar());
        else
            at.skip();
    }
    record.timeUnixNs = record.timeUnixNs == 0 ? observed : record.timeUnixNs;
    return true;
}

/// What a record is called: its event name, wherever it stands. Claude Code's body is the event's full name.
std::string nameOf(const LogRecord& record)
{
    if (!record.name.empty())
        return record.name;
    const std::string attribute = textOf(find(record.attributes, "event.name"));
    const auto* body = std::get_if<std::string>(&record.body);
    if (!attribute.empty() && body != nullptr && body->ends_with('.' + attribute))
        return *body;
    return attribute.empty() ? "log" : attribute;
}

/// The body beside the attributes: its members where it is a map, as span events of GenAI have them.
void addBody(LogRecord& record)
{
    if (auto* json = std::get_if<trace::Json>(&record.body); json != nullptr && json->text.starts_with('{')) {
        std::string text = json->text;
        text.reserve(text.size() + formats::textPadding);
        JsonCursor at(text);
        formats::readMembers(at, record.attributes);
    } else if (!std::holds_alternative<std::monostate>(record.body)) {
        record.attributes.push_back({"body", record.body});
    }
    if (!record.severity.empty())
        record.attributes.push_back({"severity", record.severity});
}

std::string sessionOf(const LogRecord& record, const OtlpSurroundings& around)
{
    for (const Attributes* attributes : {&record.attributes, &around.resource}) {
        for (const std::string_view key : {"session.id", "gen_ai.conversation.id"}) {
            if (std::string session = textOf(find(*attributes, key)); !session.empty())
                return session;
        }
    }
    return {};
}

/// Claude Code's words for what the GenAI conventions name. Its input does not count what came from the
/// cache.
Attributes translated(const Attributes& attributes)
{
    Attributes more;
    const auto copy = [&](std::string_view from, std::string_view to) {
        if (const Value* value = find(attributes, from); value != nullptr && find(attributes, to) == nullptr)
            more.push_back({std::string(to), *value});
    };
    const auto count = [&](std::string_view key) { return numberOf(find(attributes, key)); };
    if (const auto input = count("input_tokens"))
        more.push_back({std::string(names::inputTokens), *input + count("cache_read_tokens").value_or(0) +
                                                             count("cache_creation_tokens").value_or(0)});
    copy("model", names::model);
    copy("output_tokens", names::outputTokens);
    copy("cache_read_tokens", names::cachedTokens);
    copy("cost_usd", names::cost);
    copy("tool_name", "gen_ai.tool.name");
    copy("prompt", names::input);
    return more;
}

Kind kindOf(const Attributes& attributes)
{
    if (find(attributes, "tool_name") != nullptr || find(attributes, "gen_ai.tool.name") != nullptr)
        return Kind::tool;
    const bool isCall = find(attributes, "model") != nullptr && find(attributes, "duration_ms") != nullptr;
    return isCall ? Kind::llm : Kind::span;
}

} // namespace

Result<LogRecords::Taken> LogRecords::takeProto(std::string_view body, SpanSink& sink)
{
    m_newSessions.clear();
    Taken taken;
    const OtlpSurroundings* around = nullptr;
    const auto read = formats::visitOtlpProto(
        body,
        [&](const OtlpSurroundings& here) {
            around = &here;
            sink.beginContext(attributesJson(here.resource), scopeJson(here.scope));
        },
        [&](std::string_view message) {
            LogRecord record;
            if (readProtoRecord(message, record))
                take(record, *around, sink, taken);
            else
                ++taken.refused;
        });
    if (!read)
        return tl::unexpected(read.error());
    return taken;
}

Result<LogRecords::Taken> LogRecords::takeJson(std::string& body, SpanSink& sink)
{
    m_newSessions.clear();
    if (auto valid = formats::checkJson(body); !valid)
        return tl::unexpected(valid.error());
    Taken taken;
    const OtlpSurroundings* around = nullptr;
    const auto read = formats::visitOtlpJson(
        body, {"resourceLogs", "scopeLogs", "logRecords"},
        [&](const OtlpSurroundings& here) {
            around = &here;
            sink.beginContext(attributesJson(here.resource), scopeJson(here.scope));
        },
        [&](JsonCursor& at, const std::string&) {
            LogRecord record;
            if (readJsonRecord(at, record))
                take(record, *around, sink, taken);
            else
                ++taken.refused;
        });
    if (!read)
        return tl::unexpected(read.error());
    return taken;
}

void LogRecords::undo()
{
    for (const TraceId session : m_newSessions)
        m_sessions.erase(session);
    m_newSessions.clear();
}

void LogRecords::take(LogRecord& record, const OtlpSurroundings& around, SpanSink& sink, Taken& taken)
{
    record.name = nameOf(record);
    const std::string session = sessionOf(record, around);
    addBody(record);
    if (record.trace.valid() && record.span.valid())
        writeEvent(sink, record.trace, record.span, {record.timeUnixNs, record.name, record.attributes});
    else if (!session.empty())
        takeIntoSession(record, session, sink);
    else {
        ++taken.refused;
        return;
    }
    ++taken.kept;
}

/// The record's id follows from what it says, so that a batch sent twice gives each span once.
void LogRecords::takeIntoSession(LogRecord& record, const std::string& session, SpanSink& sink)
{
    const TraceId trace = record.trace.valid() ? record.trace : formats::derivedTraceId("session " + session);
    if (m_sessions.size() >= mostSessions)
        m_sessions.clear();
    const auto made = formats::derivedSpanId(trace.hex(), static_cast<std::uint64_t>(record.timeUnixNs));
    SpanId root;
    bool isNew = false;
    if (!record.trace.valid()) {
        const auto [known, inserted] = m_sessions.try_emplace(trace, made);
        root = known->second;
        isNew = inserted;
    }
    if (isNew) {
        m_newSessions.push_back(trace);
        sink.start(
            {trace, root, {}, Kind::agent, Level::normal, 0, 0, record.timeUnixNs, "session " + session});
        writeAttribute(sink, trace, root, names::session, session);
        sink.end({trace, root, Status::unset, 0, record.timeUnixNs});
    }
    const std::int64_t duration =
        std::clamp<std::int64_t>(numberOf(find(record.attributes, "duration_ms")).value_or(0), 0,
                                 86'400'000) *
        1'000'000;
    const std::string content = attributesJson(record.attributes);
    const SpanId id = formats::derivedSpanId(trace.hex() + record.name + content,
                                             static_cast<std::uint64_t>(record.timeUnixNs));
    sink.start({trace, id, root, kindOf(record.attributes), Level::normal, 0, 0, record.timeUnixNs - duration,
                record.name});
    for (const trace::Attribute& attribute : record.attributes)
        writeAttribute(sink, trace, id, attribute.key, attribute.value);
    for (const trace::Attribute& attribute : translated(record.attributes))
        writeAttribute(sink, trace, id, attribute.key, attribute.value);
    const std::string error = textOf(find(record.attributes, "error"));
    const Status status = error.empty() ? Status::unset : Status::error;
    if (!error.empty())
        sink.status({trace, id, status, error});
    sink.end({trace, id, status, 0, record.timeUnixNs});
}

} // namespace spanglass::receive
