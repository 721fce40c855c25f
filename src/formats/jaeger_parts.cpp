// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/jaeger_parts.h"

#include "formats/json_values.h"
#include "formats/numbers.h"
#include "formats/otlp_values.h"

namespace spanglass::formats {
namespace {

/// A tag's value as its type says: what Jaeger's own servers write as text because JSON cannot hold it.
trace::Value typed(trace::Value value, std::string_view type)
{
    if (const auto* text = std::get_if<std::string>(&value)) {
        if (type == "int64") {
            if (const auto number = wholeNumber(*text); number && std::to_string(*number) == *text)
                return *number;
        } else if (type == "float64") {
            if (const auto number = realNumber(*text))
                return *number;
        } else if (type == "bool") {
            return *text == "true";
        } else if (type == "binary") {
            if (auto bytes = base64Decoded(*text))
                return std::move(*bytes);
        }
    } else if (const auto* number = std::get_if<std::int64_t>(&value);
               number != nullptr && type == "float64") {
        return static_cast<double>(*number);
    }
    return value;
}

/// OpenTelemetry's events come as logs with a field "event".
void nameByField(trace::Event& event)
{
    for (auto field = event.attributes.begin(); field != event.attributes.end(); ++field) {
        const auto* name = std::get_if<std::string>(&field->value);
        if (field->key != "event" || name == nullptr)
            continue;
        event.name = *name;
        event.attributes.erase(field);
        return;
    }
}

struct Reference
{
    bool childOf = false;
    TraceId trace;
    SpanId span;
};

Reference readReference(JsonCursor& at)
{
    Reference reference;
    for (at.enterObject(); at.nextKey();) {
        if (at.key() == "refType")
            reference.childOf = at.scalar() == "CHILD_OF";
        else if (at.key() == "traceID")
            otlpTraceId(at.scalar(), reference.trace);
        else if (at.key() == "spanID")
            otlpSpanId(at.scalar(), reference.span);
        else
            at.skip();
    }
    return reference;
}

trace::Link linkOf(const Reference& reference)
{
    return {reference.trace,
            reference.span,
            {},
            {{"opentracing.ref_type", std::string(reference.childOf ? "child_of" : "follows_from")}}};
}

} // namespace

void readJaegerTags(JsonCursor& at, trace::Attributes& attributes)
{
    eachObject(at, [&](JsonCursor& tag) {
        trace::Attribute read;
        std::string type;
        for (tag.enterObject(); tag.nextKey();) {
            if (tag.key() == "key")
                read.key = tag.string();
            else if (tag.key() == "type")
                type = tag.string();
            else if (tag.key() == "value")
                read.value = valueOf(tag);
            else
                tag.skip();
        }
        read.value = typed(std::move(read.value), type);
        attributes.push_back(std::move(read));
    });
    dropRepeatedKeys(attributes);
}

void readJaegerLogs(JsonCursor& at, std::vector<trace::Event>& events)
{
    eachObject(at, [&](JsonCursor& log) {
        trace::Event event;
        for (log.enterObject(); log.nextKey();) {
            if (log.key() == "timestamp")
                event.timeUnixNs = scaled(log.scalar(), 3).value_or(0);
            else if (log.key() == "fields")
                readJaegerTags(log, event.attributes);
            else
                log.skip();
        }
        nameByField(event);
        events.push_back(std::move(event));
    });
}

void readJaegerProcess(JsonCursor& at, trace::Span& span)
{
    if (at.peek() != JsonCursor::Type::object) {
        at.skip();
        return;
    }
    for (at.enterObject(); at.nextKey();) {
        if (at.key() == "serviceName")
            span.service = at.string();
        else if (at.key() == "tags")
            readJaegerTags(at, span.resource);
        else
            at.skip();
    }
    if (!span.service.empty())
        setAttribute(span.resource, "service.name", span.service);
}

SpanId readJaegerReferences(JsonCursor& at, TraceId trace, std::vector<trace::Link>* links)
{
    SpanId childOf;
    SpanId followsFrom;
    std::vector<Reference> all;
    eachObject(at, [&](JsonCursor& element) {
        const Reference reference = readReference(element);
        SpanId& slot = reference.childOf ? childOf : followsFrom;
        if (!slot.valid() && reference.trace == trace)
            slot = reference.span;
        if (links != nullptr)
            all.push_back(reference);
    });
    const SpanId parent = childOf.valid() ? childOf : followsFrom;
    bool parentSeen = false;
    for (const Reference& reference : all) {
        const bool isParent = !parentSeen && reference.trace == trace && reference.span == parent &&
                              reference.childOf == childOf.valid();
        parentSeen = parentSeen || isParent;
        if (!isParent)
            links->push_back(linkOf(reference));
    }
    return parent;
}

void takeOtelOutOfTags(trace::Span& span)
{
    trace::Attributes kept;
    for (trace::Attribute& tag : span.attributes) {
        const auto* text = std::get_if<std::string>(&tag.value);
        if (text != nullptr && (tag.key == "otel.scope.name" || tag.key == "otel.library.name"))
            span.scope.name = *text;
        else if (text != nullptr && (tag.key == "otel.scope.version" || tag.key == "otel.library.version"))
            span.scope.version = *text;
        else if (text != nullptr && tag.key == "otel.status_description")
            span.statusMessage = *text;
        else if (tag.key != "otel.status_code")
            kept.push_back(std::move(tag));
    }
    span.attributes = std::move(kept);
}

} // namespace spanglass::formats
