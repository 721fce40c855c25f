// SPDX-License-Identifier: GPL-3.0-or-later
/// The protobuf half of otlp_request.h; field numbers from opentelemetry-proto 1.x (trace.proto,
/// common.proto).
#include <protozero/pbf_writer.hpp>

#include "base/names.h"
#include "base/saturated.h"
#include "base/text.h"
#include "formats/otlp_groups.h"
#include "formats/otlp_values.h"

namespace spanglass::formats {
namespace {

using protozero::pbf_writer;

void addText(pbf_writer& out, protozero::pbf_tag_type tag, std::string_view text)
{
    if (isUtf8(text))
        out.add_string(tag, text.data(), text.size());
    else
        out.add_string(tag, utf8Text(text));
}

/// AnyValue.
struct ValueWriter
{
    pbf_writer& out;
    void operator()(std::monostate) const {}
    void operator()(const std::string& text) const { addText(out, 1, text); }
    void operator()(bool flag) const { out.add_bool(2, flag); }
    void operator()(std::int64_t number) const { out.add_int64(3, number); }
    void operator()(double number) const { out.add_double(4, number); }
    void operator()(const trace::Json& json) const { addText(out, 1, json.text); }
    void operator()(const trace::Bytes& bytes) const
    {
        out.add_bytes(7, reinterpret_cast<const char*>(bytes.data()), bytes.size());
    }
};

void addAttribute(pbf_writer& parent, protozero::pbf_tag_type tag, std::string_view key,
                  const trace::Value& value)
{
    pbf_writer attribute(parent, tag);
    addText(attribute, 1, key);
    pbf_writer any(attribute, 2);
    std::visit(ValueWriter{any}, value);
}

void addAttributes(pbf_writer& parent, protozero::pbf_tag_type tag, const trace::Attributes& attributes,
                   const trace::Attributes* extra = nullptr)
{
    for (const trace::Attribute& attribute : attributes) {
        if (!overridden(attribute, extra))
            addAttribute(parent, tag, attribute.key, attribute.value);
    }
    if (extra)
        addAttributes(parent, tag, *extra);
}

std::string bigEndian(std::uint64_t value)
{
    std::string bytes;
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes += static_cast<char>(static_cast<unsigned char>(value >> shift));
    return bytes;
}

std::string idBytes(TraceId id)
{
    return bigEndian(id.high) + bigEndian(id.low);
}

/// There is no time before 1970 in protobuf.
std::uint64_t protoTime(std::int64_t unixNs)
{
    return unixNs < 0 ? 0 : static_cast<std::uint64_t>(unixNs);
}

void addEvent(pbf_writer& parent, const trace::Event& event)
{
    pbf_writer out(parent, 11);
    out.add_fixed64(1, protoTime(event.timeUnixNs));
    addText(out, 2, event.name);
    addAttributes(out, 3, event.attributes);
}

void addLink(pbf_writer& parent, const trace::Link& link)
{
    pbf_writer out(parent, 13);
    out.add_bytes(1, idBytes(link.trace));
    out.add_bytes(2, bigEndian(link.span.value));
    if (!link.traceState.empty())
        addText(out, 3, link.traceState);
    addAttributes(out, 4, link.attributes);
}

void addSpan(pbf_writer& parent, const OtlpSpan& item)
{
    const trace::Span& span = *item.span;
    pbf_writer out(parent, 2);
    out.add_bytes(1, idBytes(span.trace));
    out.add_bytes(2, bigEndian(span.id.value));
    if (const std::string_view state = keptTraceState(span); !state.empty())
        addText(out, 3, state);
    if (span.parent.valid())
        out.add_bytes(4, bigEndian(span.parent.value));
    addText(out, 5, span.name);
    out.add_enum(6, otlpKind(span));
    out.add_fixed64(7, protoTime(span.startUnixNs));
    if (span.durationNs) // a span that goes on has no end
        out.add_fixed64(8, protoTime(saturatedAdd(span.startUnixNs, *span.durationNs)));
    addAttributes(out, 9, span.attributes, item.extra);
    for (const auto& [key, field] : {std::pair(otlp::droppedAttributes, 10),
                                     std::pair(otlp::droppedEvents, 12), std::pair(otlp::droppedLinks, 14)}) {
        if (const std::int64_t count = keptNumber(span, key); count != 0)
            out.add_uint32(static_cast<protozero::pbf_tag_type>(field), static_cast<std::uint32_t>(count));
    }
    if (const std::int64_t flags = keptNumber(span, otlp::flags); flags != 0)
        out.add_fixed32(16, static_cast<std::uint32_t>(flags));
    for (const trace::Event& event : span.events)
        addEvent(out, event);
    for (const trace::Link& link : span.links)
        addLink(out, link);
    if (span.status != Status::unset || !span.statusMessage.empty()) {
        pbf_writer status(out, 15);
        if (!span.statusMessage.empty())
            addText(status, 2, span.statusMessage);
        status.add_enum(3, static_cast<int>(span.status));
    }
}

void addScope(pbf_writer& parent, const OtlpScopeGroup& group)
{
    pbf_writer out(parent, 2);
    if (!group.scope->name.empty() || !group.scope->version.empty() || !group.scope->attributes.empty()) {
        pbf_writer scope(out, 1);
        addText(scope, 1, group.scope->name);
        addText(scope, 2, group.scope->version);
        addAttributes(scope, 3, group.scope->attributes);
    }
    for (const OtlpSpan* span : group.spans)
        addSpan(out, *span);
}

} // namespace

std::string otlpProtobuf(std::span<const OtlpSpan> spans)
{
    std::string bytes;
    pbf_writer request(bytes);
    for (const OtlpResourceGroup& group : otlpGroups(spans)) {
        pbf_writer out(request, 1);
        {
            pbf_writer resource(out, 1);
            addAttributes(resource, 1, *group.resource);
            if (!saysService(*group.resource) && !group.service->empty())
                addAttribute(resource, 1, names::serviceName, *group.service);
        }
        for (const OtlpScopeGroup& scope : group.scopes)
            addScope(out, scope);
    }
    return bytes;
}

} // namespace spanglass::formats
