// SPDX-License-Identifier: GPL-3.0-or-later
#include "receive/span_records.h"

#include "base/json_writer.h"
#include "formats/numbers.h"
#include "formats/otlp_kept.h"
#include "trace/meaning.h"

namespace spanglass::receive {

namespace {

journal::ValueView viewOf(const trace::Value& value)
{
    using journal::ValueType;
    struct Visitor
    {
        journal::ValueView operator()(std::monostate) const { return {ValueType::none, {}, 0, 0}; }
        journal::ValueView operator()(const std::string& text) const { return {ValueType::text, text, 0, 0}; }
        journal::ValueView operator()(std::int64_t number) const
        {
            return {ValueType::integer, {}, number, 0};
        }
        journal::ValueView operator()(double number) const { return {ValueType::real, {}, 0, number}; }
        journal::ValueView operator()(bool flag) const { return {ValueType::boolean, {}, flag ? 1 : 0, 0}; }
        journal::ValueView operator()(const trace::Json& json) const
        {
            return {ValueType::json, json.text, 0, 0};
        }
        journal::ValueView operator()(const trace::Bytes& bytes) const
        {
            return {ValueType::bytes, {reinterpret_cast<const char*>(bytes.data()), bytes.size()}, 0, 0};
        }
    };
    return std::visit(Visitor{}, value);
}

void writeValue(JsonWriter& json, const trace::Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value))
        json.value(*text);
    else if (const auto* number = std::get_if<std::int64_t>(&value))
        json.value(*number);
    else if (const auto* real = std::get_if<double>(&value))
        formats::writeReal(json, *real);
    else if (const auto* flag = std::get_if<bool>(&value))
        json.value(*flag);
    else if (const auto* raw = std::get_if<trace::Json>(&value))
        json.raw(raw->text);
    else if (const auto* bytes = std::get_if<trace::Bytes>(&value))
        json.value(formats::base64Encoded(*bytes));
    else
        json.null();
}

void writeObject(JsonWriter& json, const trace::Attributes& attributes)
{
    json.beginObject();
    for (const trace::Attribute& attribute : attributes) {
        json.key(attribute.key);
        writeValue(json, attribute.value);
    }
    json.endObject();
}

std::int64_t endOf(std::int64_t startUnixNs, std::int64_t durationNs)
{
    std::int64_t end = 0;
    if (__builtin_add_overflow(startUnixNs, durationNs, &end))
        end = durationNs > 0 ? INT64_MAX : INT64_MIN;
    return end;
}

} // namespace

std::string attributesJson(const trace::Attributes& attributes)
{
    if (attributes.empty())
        return {};
    JsonWriter json;
    writeObject(json, attributes);
    return json.take();
}

std::string scopeJson(const trace::Scope& scope)
{
    if (scope.name.empty() && scope.version.empty() && scope.attributes.empty())
        return {};
    JsonWriter json;
    json.beginObject().member("name", scope.name);
    if (!scope.version.empty())
        json.member("version", scope.version);
    if (!scope.attributes.empty()) {
        json.key("attributes");
        writeObject(json, scope.attributes);
    }
    return json.endObject().take();
}

void writeAttribute(SpanSink& sink, TraceId trace, SpanId span, std::string_view key,
                    const trace::Value& value)
{
    sink.attribute({trace, span, key, viewOf(value)});
}

void writeEvent(SpanSink& sink, TraceId trace, SpanId span, const trace::Event& event)
{
    sink.event({trace, span, event.timeUnixNs, event.name, attributesJson(event.attributes)});
}

void SpanRecords::surroundings(const formats::OtlpSurroundings& around)
{
    m_sink.beginContext(attributesJson(around.resource), scopeJson(around.scope));
}

/// A Logfire placeholder for a span that still runs becomes that span, begun; its end comes with the real
/// one.
void SpanRecords::span(trace::Span& span, std::string_view)
{
    ++m_taken;
    const auto standsFor = trace::pendingFor(span);
    SpanId parent = span.parent;
    if (standsFor) {
        parent = {};
        for (const trace::Attribute& attribute : span.attributes) {
            const auto* text = std::get_if<std::string>(&attribute.value);
            if (text != nullptr && attribute.key == "logfire.pending_parent_id")
                parent = SpanId::fromHex(*text);
        }
    }
    const SpanId id = standsFor.value_or(span.id);
    m_sink.start({span.trace, id, parent, span.kind, span.level, 0, 0, span.startUnixNs, span.name});
    writeBody(span.trace, id, span);
    if (span.durationNs && !standsFor)
        m_sink.end({span.trace, id, span.status, 0, endOf(span.startUnixNs, *span.durationNs)});
}

void SpanRecords::writeBody(TraceId trace, SpanId id, const trace::Span& span)
{
    for (const trace::Attribute& attribute : span.attributes)
        m_sink.attribute({trace, id, attribute.key, viewOf(attribute.value)});
    for (const trace::Event& event : span.events)
        writeEvent(m_sink, trace, id, event);
    for (const trace::Link& link : span.links)
        m_sink.link({trace, id, link.trace, link.span, link.traceState, attributesJson(link.attributes)});
    if (span.status != Status::unset || !span.statusMessage.empty())
        m_sink.status({trace, id, span.status, span.statusMessage});
}

void SpanRecords::rejected(const std::string& reason, std::string_view)
{
    if (m_rejected++ == 0)
        m_firstReason = reason;
}

} // namespace spanglass::receive
