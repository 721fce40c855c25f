// SPDX-License-Identifier: GPL-3.0-or-later
/// The JSON half of otlp_request.h: lowerCamelCase, ids in hex, 64-bit integers as text, enums as numbers.
#include <array>
#include <cmath>

#include "base/json_writer.h"
#include "base/names.h"
#include "base/saturated.h"
#include "formats/otlp_groups.h"
#include "formats/otlp_values.h"

namespace spanglass::formats {
namespace {

std::string base64(const trace::Bytes& bytes)
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8 | (i + k < bytes.size() ? bytes[i + k] : 0u);
        for (std::size_t k = 0; k < 4; ++k)
            out += i + k <= bytes.size() ? alphabet[group >> (18 - 6 * k) & 63] : '=';
    }
    return out;
}

struct ValueWriter
{
    JsonWriter& json;
    void operator()(std::monostate) const {}
    void operator()(const std::string& text) const { json.member("stringValue", text); }
    void operator()(bool flag) const { json.member("boolValue", flag); }
    void operator()(std::int64_t number) const { json.member("intValue", std::to_string(number)); }
    void operator()(double number) const
    {
        if (std::isfinite(number))
            json.member("doubleValue", number);
        else
            json.member("doubleValue", std::isnan(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
    }
    void operator()(const trace::Json& text) const { json.member("stringValue", text.text); }
    void operator()(const trace::Bytes& bytes) const { json.member("bytesValue", base64(bytes)); }
};

void writeAttribute(JsonWriter& json, std::string_view key, const trace::Value& value)
{
    json.beginObject().member("key", key).key("value").beginObject();
    std::visit(ValueWriter{json}, value);
    json.endObject().endObject();
}

void writeAttributes(JsonWriter& json, const trace::Attributes& attributes,
                     const trace::Attributes* extra = nullptr)
{
    json.key("attributes").beginArray();
    for (const trace::Attribute& attribute : attributes) {
        if (!overridden(attribute, extra))
            writeAttribute(json, attribute.key, attribute.value);
    }
    if (extra) {
        for (const trace::Attribute& attribute : *extra)
            writeAttribute(json, attribute.key, attribute.value);
    }
    json.endArray();
}

void writeEvents(JsonWriter& json, const std::vector<trace::Event>& events)
{
    if (events.empty())
        return;
    json.key("events").beginArray();
    for (const trace::Event& event : events) {
        json.beginObject()
            .member("timeUnixNano", std::to_string(event.timeUnixNs))
            .member("name", event.name);
        writeAttributes(json, event.attributes);
        json.endObject();
    }
    json.endArray();
}

void writeLinks(JsonWriter& json, const std::vector<trace::Link>& links)
{
    if (links.empty())
        return;
    json.key("links").beginArray();
    for (const trace::Link& link : links) {
        json.beginObject().member("traceId", link.trace.hex()).member("spanId", link.span.hex());
        if (!link.traceState.empty())
            json.member("traceState", link.traceState);
        writeAttributes(json, link.attributes);
        json.endObject();
    }
    json.endArray();
}

void writeSpan(JsonWriter& json, const OtlpSpan& item)
{
    const trace::Span& span = *item.span;
    json.beginObject().member("traceId", span.trace.hex()).member("spanId", span.id.hex());
    if (span.parent.valid())
        json.member("parentSpanId", span.parent.hex());
    json.member("name", span.name).member("kind", otlpKind(span));
    if (const std::string_view state = keptTraceState(span); !state.empty())
        json.member("traceState", state);
    if (const std::int64_t flags = keptNumber(span, otlp::flags); flags != 0)
        json.member("flags", flags);
    json.member("startTimeUnixNano", std::to_string(span.startUnixNs));
    if (span.durationNs) // a span that goes on has no end
        json.member("endTimeUnixNano", std::to_string(saturatedAdd(span.startUnixNs, *span.durationNs)));
    writeAttributes(json, span.attributes, item.extra);
    for (const auto& [key, name] : {std::pair(otlp::droppedAttributes, "droppedAttributesCount"),
                                    std::pair(otlp::droppedEvents, "droppedEventsCount"),
                                    std::pair(otlp::droppedLinks, "droppedLinksCount")}) {
        if (const std::int64_t count = keptNumber(span, key); count != 0)
            json.member(name, count);
    }
    writeEvents(json, span.events);
    writeLinks(json, span.links);
    json.key("status").beginObject();
    if (span.status != Status::unset)
        json.member("code", static_cast<int>(span.status));
    if (!span.statusMessage.empty())
        json.member("message", span.statusMessage);
    json.endObject().endObject();
}

void writeScope(JsonWriter& json, const OtlpScopeGroup& group)
{
    json.beginObject().key("scope").beginObject();
    if (!group.scope->name.empty())
        json.member("name", group.scope->name);
    if (!group.scope->version.empty())
        json.member("version", group.scope->version);
    if (!group.scope->attributes.empty())
        writeAttributes(json, group.scope->attributes);
    json.endObject().key("spans").beginArray();
    for (const OtlpSpan* span : group.spans)
        writeSpan(json, *span);
    json.endArray().endObject();
}

std::size_t weightOf(const trace::Value& value)
{
    struct Visitor
    {
        std::size_t operator()(const std::string& text) const { return text.size(); }
        std::size_t operator()(const trace::Json& json) const { return json.text.size(); }
        std::size_t operator()(const trace::Bytes& bytes) const { return bytes.size(); }
        std::size_t operator()(std::monostate) const { return 0; }
        std::size_t operator()(std::int64_t) const { return 8; }
        std::size_t operator()(double) const { return 8; }
        std::size_t operator()(bool) const { return 1; }
    };
    return std::visit(Visitor{}, value);
}

std::size_t weightOf(const trace::Attributes& attributes)
{
    std::size_t bytes = 0;
    for (const trace::Attribute& attribute : attributes)
        bytes += 8 + attribute.key.size() + weightOf(attribute.value);
    return bytes;
}

} // namespace

std::string otlpJson(std::span<const OtlpSpan> spans)
{
    JsonWriter json;
    json.beginObject().key("resourceSpans").beginArray();
    for (const OtlpResourceGroup& group : otlpGroups(spans)) {
        json.beginObject().key("resource").beginObject();
        const trace::Attributes service{{std::string(names::serviceName), *group.service}};
        const bool add = !saysService(*group.resource) && !group.service->empty();
        writeAttributes(json, *group.resource, add ? &service : nullptr);
        json.endObject().key("scopeSpans").beginArray();
        for (const OtlpScopeGroup& scope : group.scopes)
            writeScope(json, scope);
        json.endArray().endObject();
    }
    json.endArray().endObject();
    return json.take();
}

std::size_t otlpWeight(const trace::Span& span)
{
    std::size_t bytes = 64 + span.name.size() + span.statusMessage.size() + weightOf(span.attributes);
    for (const trace::Event& event : span.events)
        bytes += 16 + event.name.size() + weightOf(event.attributes);
    for (const trace::Link& link : span.links)
        bytes += 32 + weightOf(link.attributes);
    return bytes;
}

} // namespace spanglass::formats
