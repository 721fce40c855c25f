// SPDX-License-Identifier: GPL-3.0-or-later
/// Spans as the OpenTelemetry SDKs and Phoenix write them: Python's `span.to_json()` (one after another, or a
/// list), JavaScript's ReadableSpan, Phoenix's REST spans and its data frames with dotted column names.
#include "formats/fields.h"

#include "formats/json_values.h"
#include "formats/numbers.h"
#include "formats/otlp_values.h"

namespace spanglass::formats {
namespace {

constexpr std::string_view known[] = {"name",
                                      "context",
                                      "spanContext",
                                      "parent_id",
                                      "parentSpanId",
                                      "parentSpanContext",
                                      "parentId",
                                      "kind",
                                      "span_kind",
                                      "start_time",
                                      "startTime",
                                      "end_time",
                                      "endTime",
                                      "status",
                                      "status_code",
                                      "status_message",
                                      "attributes",
                                      "events",
                                      "links",
                                      "resource",
                                      "instrumentationScope",
                                      "instrumentationLibrary",
                                      "instrumentation_scope",
                                      "duration",
                                      "ended",
                                      "id",
                                      "traceId",
                                      "trace_id",
                                      "spanId",
                                      "span_id",
                                      "context.trace_id",
                                      "context.span_id",
                                      "_ended",
                                      "_duration",
                                      "droppedAttributesCount",
                                      "droppedEventsCount",
                                      "droppedLinksCount",
                                      "timestamp"};

/// The first that is there.
const trace::Value* anyOf(const Fields& fields, std::initializer_list<std::string_view> keys)
{
    for (const std::string_view key : keys) {
        const trace::Value* value = fields.find(key);
        if (value != nullptr && !std::holds_alternative<std::monostate>(*value))
            return value;
    }
    return nullptr;
}

std::string anyText(const Fields& fields, std::initializer_list<std::string_view> keys)
{
    for (const std::string_view key : keys) {
        if (std::string text = fields.text(key); !text.empty())
            return text;
    }
    return {};
}

void readIds(const Fields& fields, trace::Span& span)
{
    Fields context = fields.object("context");
    if (context.empty())
        context = fields.object("spanContext");
    std::string trace = anyText(context, {"trace_id", "traceId"});
    std::string id = anyText(context, {"span_id", "spanId"});
    if (trace.empty())
        trace = anyText(fields, {"context.trace_id", "traceId", "trace_id"});
    if (id.empty())
        id = anyText(fields, {"context.span_id", "spanId", "span_id", "id"});
    std::string parent = anyText(fields, {"parent_id", "parentSpanId", "parentId"});
    if (parent.empty())
        parent = anyText(fields.object("parentSpanContext"), {"spanId", "span_id"});
    setIds(span, trace, id, parent);
}

void readStatus(const Fields& fields, trace::Span& span)
{
    const Fields status = fields.object("status");
    std::string code = anyText(status, {"status_code", "code"});
    if (code.empty())
        code = anyText(fields, {"status_code", "status"});
    if (code == "ERROR" || code == "StatusCode.ERROR" || code == "2")
        span.status = Status::error;
    else if (code == "OK" || code == "StatusCode.OK" || code == "1")
        span.status = Status::ok;
    span.statusMessage = anyText(status, {"description", "message"});
    if (span.statusMessage.empty())
        span.statusMessage = fields.text("status_message");
}

/// Flat dotted names, or (older dumps) nested objects, which become dotted names.
void flatten(const Fields& fields, const std::string& prefix, int depth, trace::Attributes& attributes)
{
    for (const trace::Attribute& member : fields.all()) {
        const auto* json = std::get_if<trace::Json>(&member.value);
        if (json != nullptr && json->text.starts_with('{') && depth < 4)
            flatten(Fields(std::string_view(json->text)), prefix + member.key + '.', depth + 1, attributes);
        else
            attributes.push_back({prefix + member.key, member.value});
    }
}

void readEvents(const Fields& fields, trace::Span& span)
{
    for (const std::string& element : fields.list("events")) {
        const Fields event{std::string_view(element)};
        trace::Event made;
        made.name = event.text("name");
        made.timeUnixNs = timeOf(anyOf(event, {"timestamp", "time"})).value_or(0);
        made.attributes = event.object("attributes").all();
        span.events.push_back(std::move(made));
    }
}

void readLinks(const Fields& fields, trace::Span& span)
{
    for (const std::string& element : fields.list("links")) {
        const Fields link{std::string_view(element)};
        const Fields context = link.object("context");
        trace::Link made;
        otlpTraceId(anyText(context, {"trace_id", "traceId"}), made.trace);
        otlpSpanId(anyText(context, {"span_id", "spanId"}), made.span);
        made.attributes = link.object("attributes").all();
        span.links.push_back(std::move(made));
    }
}

void readResource(const Fields& fields, trace::Span& span)
{
    const Fields resource = fields.object("resource");
    span.resource = resource.object("attributes").all();
    if (span.resource.empty())
        span.resource = resource.object("_attributes").all();
    for (const trace::Attribute& attribute : span.resource) {
        const auto* text = std::get_if<std::string>(&attribute.value);
        if (attribute.key == "service.name" && text != nullptr)
            span.service = *text;
    }
    for (const char* key : {"instrumentationScope", "instrumentationLibrary", "instrumentation_scope"}) {
        const Fields scope = fields.object(key);
        if (scope.empty())
            continue;
        span.scope.name = scope.text("name");
        span.scope.version = scope.text("version");
    }
}

void readKind(const Fields& fields, trace::Span& span)
{
    const std::string kind = fields.text("kind");
    // JavaScript counts from 0 for INTERNAL; names are the same everywhere.
    const bool number = !kind.empty() && kind.find_first_not_of("0123456789") == std::string::npos;
    const std::string_view name =
        otlp::kindName(number ? wholeNumber(kind).value_or(0) + 1 : otlp::kindNumber(kind));
    if (!name.empty())
        span.attributes.push_back({std::string(otlp::spanKind), std::string(name)});
    if (const std::string meaning = fields.text("span_kind"); !meaning.empty())
        setAttribute(span.attributes, "openinference.span.kind", meaning);
}

void decode(JsonCursor& at, std::uint32_t, trace::Span& span)
{
    const Fields fields(at);
    readIds(fields, span);
    span.name = fields.text("name");
    auto end = timeOf(anyOf(fields, {"end_time", "endTime"}));
    const auto start = timeOf(anyOf(fields, {"start_time", "startTime", "timestamp"}));
    setTimes(span, start, end);
    readStatus(fields, span);
    flatten(fields.object("attributes"), {}, 0, span.attributes);
    for (const trace::Attribute& member : fields.all()) {
        if (member.key.starts_with("attributes.") && !std::holds_alternative<std::monostate>(member.value))
            span.attributes.push_back({member.key.substr(11), member.value});
    }
    dropRepeatedKeys(span.attributes);
    readKind(fields, span);
    readEvents(fields, span);
    readLinks(fields, span);
    readResource(fields, span);
    for (const trace::Attribute& member : fields.all()) {
        const bool isKnown = std::find(std::begin(known), std::end(known), member.key) != std::end(known);
        if (!isKnown && !member.key.starts_with("attributes."))
            span.attributes.push_back({"sdk." + member.key, member.value});
    }
}

Result<void> read(const SharedBytes& bytes, TableBuilder& builder)
{
    DecodedRows rows(bytes, builder, decode);
    const auto element = [&](JsonCursor& at) { rows.add(at); };
    eachDocument(bytes->text(), builder, [&](JsonCursor& at) {
        if (at.peek() != JsonCursor::Type::object) {
            eachElement(at, builder, element);
            return;
        }
        // {"data": [...], "next_cursor": …}, {"spans": [...]}, or a span.
        JsonCursor whole = at;
        bool envelope = false;
        for (at.enterObject(); at.nextKey();) {
            if ((at.key() == "data" || at.key() == "spans") && at.peek() == JsonCursor::Type::array) {
                envelope = true;
                eachElement(at, builder, element);
            } else {
                at.skip();
            }
        }
        if (envelope || at.failed())
            return;
        at = whole;
        rows.add(at);
    });
    return {};
}

bool anyHas(const Shape& shape, std::initializer_list<const char*> names)
{
    for (const std::string prefix : {"", "[].", "data[].", "spans[]."}) {
        for (const char* name : names) {
            if (shape.has(prefix + name))
                return true;
        }
    }
    return false;
}

bool phoenix(const Shape& shape, std::string_view)
{
    return (anyHas(shape, {"context.trace_id"}) && anyHas(shape, {"span_kind"}));
}

bool python(const Shape& shape, std::string_view)
{
    return anyHas(shape, {"context.trace_id"});
}

bool javaScript(const Shape& shape, std::string_view)
{
    return anyHas(shape, {"spanContext", "spanContext.traceId", "_spanContext"}) ||
           (anyHas(shape, {"instrumentationScope", "parentSpanContext"}) && anyHas(shape, {"traceId"}));
}

} // namespace

const Reader phoenixReader{"phoenix", phoenix, read};
const Reader otelPythonReader{"otel-python", python, read};
const Reader otelJsReader{"otel-js", javaScript, read};

} // namespace spanglass::formats
