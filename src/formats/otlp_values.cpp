// SPDX-License-Identifier: GPL-3.0-or-later
/// Decoding of OTLP/JSON values. Nested values recurse to a depth of a hundred; what lies deeper is kept as
/// the text it came as.
#include "formats/otlp_values.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/json_writer.h"
#include "formats/json_values.h"
#include "formats/numbers.h"
#include "trace/span_table.h"

namespace spanglass::formats {
namespace {

constexpr int mostDepth = 100;

struct KeyName
{
    std::string_view text;
    OtlpKey key;
};
constexpr std::array<KeyName, 29> spanKeys{{
    {"traceId", OtlpKey::traceId},
    {"trace_id", OtlpKey::traceId},
    {"spanId", OtlpKey::spanId},
    {"span_id", OtlpKey::spanId},
    {"parentSpanId", OtlpKey::parentSpanId},
    {"parent_span_id", OtlpKey::parentSpanId},
    {"name", OtlpKey::name},
    {"kind", OtlpKey::kind},
    {"startTimeUnixNano", OtlpKey::startTime},
    {"start_time_unix_nano", OtlpKey::startTime},
    {"endTimeUnixNano", OtlpKey::endTime},
    {"end_time_unix_nano", OtlpKey::endTime},
    {"attributes", OtlpKey::attributes},
    {"status", OtlpKey::status},
    {"events", OtlpKey::events},
    {"links", OtlpKey::links},
    {"traceState", OtlpKey::traceState},
    {"trace_state", OtlpKey::traceState},
    {"flags", OtlpKey::flags},
    {"droppedAttributesCount", OtlpKey::droppedAttributes},
    {"dropped_attributes_count", OtlpKey::droppedAttributes},
    {"droppedEventsCount", OtlpKey::droppedEvents},
    {"dropped_events_count", OtlpKey::droppedEvents},
    {"droppedLinksCount", OtlpKey::droppedLinks},
    {"dropped_links_count", OtlpKey::droppedLinks},
    {"startTimeUnixNanos", OtlpKey::startTime},
    {"endTimeUnixNanos", OtlpKey::endTime},
    {"start_time", OtlpKey::startTime},
    {"end_time", OtlpKey::endTime},
}};

void plainValue(JsonCursor& at, JsonWriter& json, int depth);

/// The elements of an ArrayValue, {"values":[…]}, or of a bare list.
void plainList(JsonCursor& at, JsonWriter& json, int depth)
{
    json.beginArray();
    const auto elements = [&] {
        if (at.peek() != JsonCursor::Type::array) {
            at.skip();
            return;
        }
        for (at.enterArray(); at.nextElement();)
            plainValue(at, json, depth + 1);
    };
    if (at.peek() == JsonCursor::Type::object) {
        for (at.enterObject(); at.nextKey();) {
            if (at.key() == "values")
                elements();
            else
                at.skip();
        }
    } else {
        elements();
    }
    json.endArray();
}

void plainPair(JsonCursor& at, JsonWriter& json, int depth)
{
    if (at.peek() != JsonCursor::Type::object) {
        at.skip();
        return;
    }
    bool named = false;
    bool valued = false;
    for (at.enterObject(); at.nextKey();) {
        if (at.key() == "key" && !named) {
            json.key(at.string());
            named = true;
        } else if (at.key() == "value" && named && !valued) {
            plainValue(at, json, depth + 1);
            valued = true;
        } else {
            at.skip();
        }
    }
    if (named && !valued)
        json.null();
}

void plainMap(JsonCursor& at, JsonWriter& json, int depth)
{
    json.beginObject();
    if (at.peek() == JsonCursor::Type::object) {
        for (at.enterObject(); at.nextKey();) {
            if (at.key() == "values" && at.peek() == JsonCursor::Type::array) {
                for (at.enterArray(); at.nextElement();)
                    plainPair(at, json, depth);
            } else {
                at.skip();
            }
        }
    } else {
        at.skip();
    }
    json.endObject();
}

/// A number as JSON writes it; numbers in text that JSON cannot write stay text.
void plainNumber(std::string_view digits, JsonWriter& json)
{
    const bool plain = !digits.empty() &&
                       digits.find_first_not_of("+-0123456789.eE") == std::string_view::npos &&
                       digits.front() != '+' && realNumber(digits).has_value();
    if (plain)
        json.raw(digits);
    else
        json.value(digits);
}

void plainValue(JsonCursor& at, JsonWriter& json, int depth)
{
    if (at.peek() != JsonCursor::Type::object || depth > mostDepth) {
        const std::string_view raw = at.skip();
        json.raw(raw.empty() ? "null" : raw);
        return;
    }
    bool written = false;
    for (at.enterObject(); at.nextKey();) {
        const std::string_view key = at.key();
        if (written) {
            at.skip();
            continue;
        }
        written = true;
        if (key == "stringValue" || key == "string_value" || key == "bytesValue" || key == "bytes_value")
            json.value(at.string());
        else if (key == "boolValue" || key == "bool_value")
            json.value(at.scalar() == "true");
        else if (key == "intValue" || key == "int_value" || key == "doubleValue" || key == "double_value")
            plainNumber(at.scalar(), json);
        else if (key == "arrayValue" || key == "array_value")
            plainList(at, json, depth);
        else if (key == "kvlistValue" || key == "kvlist_value")
            plainMap(at, json, depth);
        else {
            at.skip();
            written = false;
        }
    }
    if (!written)
        json.null();
}

void readEvents(JsonCursor& at, std::vector<trace::Event>& events)
{
    if (at.peek() != JsonCursor::Type::array) {
        at.skip();
        return;
    }
    for (at.enterArray(); at.nextElement();) {
        if (at.peek() != JsonCursor::Type::object) {
            at.skip();
            continue;
        }
        trace::Event event;
        for (at.enterObject(); at.nextKey();) {
            const std::string_view key = at.key();
            if (key == "timeUnixNano" || key == "time_unix_nano")
                event.timeUnixNs = otlpTime(at.scalar()).value_or(0);
            else if (key == "name")
                event.name = at.string();
            else if (key == "attributes")
                readOtlpAttributes(at, event.attributes);
            else
                at.skip();
        }
        events.push_back(std::move(event));
    }
}

void readLinks(JsonCursor& at, std::vector<trace::Link>& links)
{
    if (at.peek() != JsonCursor::Type::array) {
        at.skip();
        return;
    }
    for (at.enterArray(); at.nextElement();) {
        if (at.peek() != JsonCursor::Type::object) {
            at.skip();
            continue;
        }
        trace::Link link;
        for (at.enterObject(); at.nextKey();) {
            switch (otlpSpanKey(at.key())) {
            case OtlpKey::traceId:
                otlpTraceId(at.scalar(), link.trace);
                break;
            case OtlpKey::spanId:
                otlpSpanId(at.scalar(), link.span);
                break;
            case OtlpKey::traceState:
                link.traceState = at.string();
                break;
            case OtlpKey::attributes:
                readOtlpAttributes(at, link.attributes);
                break;
            default:
                at.skip();
            }
        }
        links.push_back(std::move(link));
    }
}

void keepNumber(JsonCursor& at, std::string_view name, trace::Attributes& attributes)
{
    const auto number = wholeNumber(at.scalar());
    if (number && *number != 0)
        attributes.push_back({std::string(name), *number});
}

/// The kind as a number or a name.
void keepKind(std::string_view text, Kind kind, trace::Attributes& attributes)
{
    const auto number = wholeNumber(text);
    otlp::keepKind(number ? *number : otlp::kindNumber(text), kind, attributes);
}

} // namespace

OtlpKey otlpSpanKey(std::string_view key)
{
    for (const KeyName& name : spanKeys) {
        if (name.text.size() == key.size() && name.text == key)
            return name.key;
    }
    return OtlpKey::other;
}

bool otlpTraceId(std::string_view text, TraceId& id)
{
    id = traceIdOf(text);
    if (!id.valid() && text.find_first_not_of("0xX-=A") != std::string_view::npos)
        id = derivedTraceId(text);
    return id.valid();
}

bool otlpSpanId(std::string_view text, SpanId& id)
{
    id = spanIdOf(text);
    if (!id.valid() && text.find_first_not_of("0xX-=A") != std::string_view::npos)
        id = derivedSpanId(text);
    return id.valid();
}

std::optional<std::int64_t> otlpTime(std::string_view digits)
{
    if (const auto number = scaled(digits, 0))
        return number;
    return isoTimeNs(digits);
}

std::int64_t otlpDuration(std::int64_t start, std::int64_t end)
{
    std::int64_t duration = 0;
    if (__builtin_sub_overflow(end, start, &duration))
        duration = end > start ? INT64_MAX : INT64_MIN + 1;
    return duration == trace::unfinished ? duration - 1 : duration;
}

Status readOtlpStatus(JsonCursor& at, std::string* message)
{
    if (at.peek() != JsonCursor::Type::object) {
        at.skip();
        return Status::unset;
    }
    Status status = Status::unset;
    for (at.enterObject(); at.nextKey();) {
        if (at.key() == "code") {
            const std::string_view code = at.scalar();
            if (code == "1" || code == "STATUS_CODE_OK" || code == "OK")
                status = Status::ok;
            else if (code == "2" || code == "STATUS_CODE_ERROR" || code == "ERROR")
                status = Status::error;
        } else if (at.key() == "message" && message != nullptr) {
            *message = at.string();
        } else {
            at.skip();
        }
    }
    return status;
}

trace::Value readAnyValue(JsonCursor& at)
{
    if (at.peek() != JsonCursor::Type::object)
        return valueOf(at);
    trace::Value value;
    for (at.enterObject(); at.nextKey();) {
        const std::string_view key = at.key();
        if (key == "stringValue" || key == "string_value") {
            value = std::string(at.string());
        } else if (key == "boolValue" || key == "bool_value") {
            value = at.scalar() == "true";
        } else if (key == "intValue" || key == "int_value") {
            const std::string digits(at.scalar());
            const auto number = wholeNumber(digits);
            if (number && (digits.size() < 19 || std::to_string(*number) == digits))
                value = *number;
            else
                value = digits;
        } else if (key == "doubleValue" || key == "double_value") {
            const std::string digits(at.scalar());
            if (const auto number = realNumber(digits))
                value = *number;
            else
                value = digits;
        } else if (key == "bytesValue" || key == "bytes_value") {
            const std::string text(at.string());
            if (auto bytes = base64Decoded(text))
                value = std::move(*bytes);
            else
                value = text;
        } else if (key == "arrayValue" || key == "array_value") {
            JsonWriter json;
            plainList(at, json, 0);
            value = trace::Json{json.take()};
        } else if (key == "kvlistValue" || key == "kvlist_value") {
            JsonWriter json;
            plainMap(at, json, 0);
            value = trace::Json{json.take()};
        } else {
            at.skip();
        }
    }
    return value;
}

void readOtlpAttributes(JsonCursor& at, trace::Attributes& attributes)
{
    if (at.peek() != JsonCursor::Type::array) {
        readMembers(at, attributes);
        return;
    }
    for (at.enterArray(); at.nextElement();) {
        if (at.peek() != JsonCursor::Type::object) {
            at.skip();
            continue;
        }
        trace::Attribute attribute;
        for (at.enterObject(); at.nextKey();) {
            if (at.key() == "key")
                attribute.key = at.string();
            else if (at.key() == "value")
                attribute.value = readAnyValue(at);
            else
                at.skip();
        }
        attributes.push_back(std::move(attribute));
    }
    dropRepeatedKeys(attributes);
}

void readOtlpResource(JsonCursor& at, trace::Attributes& attributes)
{
    if (at.peek() != JsonCursor::Type::object) {
        at.skip();
        return;
    }
    for (at.enterObject(); at.nextKey();) {
        if (at.key() == "attributes")
            readOtlpAttributes(at, attributes);
        else
            at.skip();
    }
}

void readOtlpScope(JsonCursor& at, trace::Scope& scope)
{
    if (at.peek() != JsonCursor::Type::object)
        return;
    for (at.enterObject(); at.nextKey();) {
        if (at.key() == "name")
            scope.name = at.string();
        else if (at.key() == "version")
            scope.version = at.string();
        else if (at.key() == "attributes")
            readOtlpAttributes(at, scope.attributes);
        else
            at.skip();
    }
}

void readOtlpDetails(std::string_view text, std::uint64_t place, std::uint64_t resource, std::uint64_t scope,
                     trace::Span& span)
{
    JsonCursor at(text, place);
    std::optional<std::int64_t> start;
    std::optional<std::int64_t> end;
    trace::Attributes extra;
    for (at.enterObject(); at.nextKey();) {
        switch (otlpSpanKey(at.key())) {
        case OtlpKey::spanId: {
            const std::string_view id = at.scalar();
            if (!spanIdOf(id).valid())
                span.sourceId = id;
            break;
        }
        case OtlpKey::kind:
            keepKind(at.scalar(), span.kind, extra);
            break;
        case OtlpKey::startTime:
            start = otlpTime(at.scalar());
            break;
        case OtlpKey::endTime:
            end = otlpTime(at.scalar());
            break;
        case OtlpKey::attributes:
            readOtlpAttributes(at, span.attributes);
            break;
        case OtlpKey::events:
            readEvents(at, span.events);
            break;
        case OtlpKey::links:
            readLinks(at, span.links);
            break;
        case OtlpKey::status:
            readOtlpStatus(at, &span.statusMessage);
            break;
        case OtlpKey::traceState:
            if (const std::string_view state = at.string(); !state.empty())
                extra.push_back({std::string(otlp::traceState), std::string(state)});
            break;
        case OtlpKey::flags:
            keepNumber(at, otlp::flags, extra);
            break;
        case OtlpKey::droppedAttributes:
            keepNumber(at, otlp::droppedAttributes, extra);
            break;
        case OtlpKey::droppedEvents:
            keepNumber(at, otlp::droppedEvents, extra);
            break;
        case OtlpKey::droppedLinks:
            keepNumber(at, otlp::droppedLinks, extra);
            break;
        default:
            at.skip();
        }
    }
    span.attributes.insert(span.attributes.end(), extra.begin(), extra.end());
    if (start && end && *start != 0 && *end != 0)
        span.durationNs = otlpDuration(*start, *end); // also the negative one that the column cannot hold
    if (resource != noPlace) {
        JsonCursor of(text, resource);
        readOtlpResource(of, span.resource);
    }
    if (scope != noPlace) {
        JsonCursor of(text, scope);
        readOtlpScope(of, span.scope);
    }
}

namespace otlp {

constexpr std::array<std::string_view, 6> kindNames{"",       "internal", "server",
                                                    "client", "producer", "consumer"};

std::string_view kindName(std::int64_t kind)
{
    return kind >= 2 && kind <= 5 ? kindNames[static_cast<std::size_t>(kind)] : std::string_view();
}

void keepKind(std::int64_t number, Kind kind, trace::Attributes& attributes)
{
    const bool callsOut = kind == Kind::llm || kind == Kind::embedding || kind == Kind::reranker;
    const std::string_view name = number == 1 && callsOut ? kindNames[1] : kindName(number);
    if (!name.empty())
        attributes.push_back({std::string(spanKind), std::string(name)});
}

int kindNumber(std::string_view name)
{
    const std::size_t prefix = name.starts_with("SPAN_KIND_") ? 10 : name.starts_with("SpanKind.") ? 9 : 0;
    std::string lower(name.substr(prefix));
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    for (std::size_t kind = 1; kind < kindNames.size(); ++kind) {
        if (lower == kindNames[kind])
            return static_cast<int>(kind);
    }
    return 0;
}

} // namespace otlp

} // namespace spanglass::formats
