// SPDX-License-Identifier: GPL-3.0-or-later
/// Zipkin v2 JSON: a list of spans. Tags are text there, times microseconds.
#include <algorithm>

#include "base/json_writer.h"
#include "formats/exporting.h"
#include "formats/otlp_values.h"

namespace spanglass::formats {
namespace {

std::string upper(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return text;
}

const trace::Value* find(const trace::Attributes& attributes, std::string_view key)
{
    for (const trace::Attribute& attribute : attributes) {
        if (attribute.key == key)
            return &attribute.value;
    }
    return nullptr;
}

/// "net.host." → localEndpoint, "net.peer." → remoteEndpoint.
void writeEndpoint(JsonWriter& json, std::string_view member, std::string_view service,
                   const trace::Attributes& attributes, std::string_view prefix)
{
    JsonWriter endpoint;
    endpoint.beginObject();
    bool any = !service.empty();
    if (any)
        endpoint.member("serviceName", service);
    for (const auto& [from, to] :
         {std::pair("ipv4", "ipv4"), std::pair("ipv6", "ipv6"), std::pair("port", "port")}) {
        const trace::Value* value = find(attributes, std::string(prefix) + from);
        if (value == nullptr)
            continue;
        any = true;
        if (const auto* number = std::get_if<std::int64_t>(value))
            endpoint.member(to, *number);
        else
            endpoint.member(to, plainText(*value));
    }
    endpoint.endObject();
    if (any)
        json.key(member).raw(endpoint.text());
}

bool isEndpoint(std::string_view key)
{
    return key == "net.peer.service" || key == "net.peer.ipv4" || key == "net.peer.ipv6" ||
           key == "net.peer.port";
}

void note(Exporting& out, const trace::Span& span)
{
    if (span.startUnixNs % 1000 != 0 || span.durationNs.value_or(0) % 1000 != 0)
        out.lose("parts of a microsecond");
    if ((span.flags & trace::flagDuplicate) != 0)
        out.lose("which of two spans of one id is which");
    if (!span.links.empty())
        out.lose("links between spans");
    if (!span.scores.empty())
        out.lose("scores");
    if (!span.scope.attributes.empty())
        out.lose("attributes of instrumentation scopes");
    for (const trace::Attribute& attribute : span.attributes) {
        if (!std::holds_alternative<std::string>(attribute.value))
            out.lose("types of attributes (tags are text)");
    }
    for (const trace::Event& event : span.events) {
        if (!event.attributes.empty())
            out.lose("attributes of events");
    }
    for (const trace::Attribute& attribute : span.resource) {
        if (attribute.key != "service.name" && !attribute.key.starts_with("net.host."))
            out.lose("attributes of resources");
    }
}

std::string spanText(const trace::Span& span)
{
    JsonWriter json;
    json.beginObject().member("traceId", span.trace.hex()).member("id", span.id.hex());
    if (span.parent.valid())
        json.member("parentId", span.parent.hex());
    if (const trace::Value* kind = find(span.attributes, otlp::spanKind))
        json.member("kind", upper(plainText(*kind)));
    json.member("name", span.name).member("timestamp", span.startUnixNs / 1000);
    if (span.durationNs)
        json.member("duration",
                    std::max<std::int64_t>(*span.durationNs / 1000, 1)); // zero means unknown there
    writeEndpoint(json, "localEndpoint", span.service, span.resource, "net.host.");
    const trace::Value* peer = find(span.attributes, "net.peer.service");
    writeEndpoint(json, "remoteEndpoint", peer == nullptr ? std::string() : plainText(*peer), span.attributes,
                  "net.peer.");
    json.key("annotations").beginArray();
    for (const trace::Event& event : span.events)
        json.beginObject()
            .member("timestamp", event.timeUnixNs / 1000)
            .member("value", event.name)
            .endObject();
    json.endArray().key("tags").beginObject();
    for (const trace::Attribute& attribute : span.attributes) {
        const bool member = attribute.key == otlp::spanKind || isEndpoint(attribute.key) ||
                            attribute.key == "error" || attribute.key == "zipkin.shared" ||
                            attribute.key == "zipkin.debug";
        if (!member)
            json.member(attribute.key, plainText(attribute.value));
    }
    if (!span.scope.name.empty()) // the names OpenTelemetry's specification has for what Zipkin lacks
        json.member("otel.scope.name", span.scope.name);
    if (!span.scope.version.empty())
        json.member("otel.scope.version", span.scope.version);
    if (span.status == Status::ok)
        json.member("otel.status_code", "OK");
    if (span.status == Status::error)
        json.member("error", span.statusMessage.empty() ? "true" : span.statusMessage);
    json.endObject();
    return json.endObject().take();
}

} // namespace

void writeZipkin(Exporting& out)
{
    out.put("[");
    bool first = true;
    for (const std::uint32_t row : out.order()) {
        const trace::Span span = out.span(row);
        note(out, span);
        out.put(first ? "\n" : ",\n");
        first = false;
        out.put(spanText(span));
        if (!out.next())
            return;
    }
    out.put("\n]\n");
}

} // namespace spanglass::formats
