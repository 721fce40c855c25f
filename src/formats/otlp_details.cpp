// SPDX-License-Identifier: GPL-3.0-or-later
/// One whole span of OTLP/JSON: what the columns do not hold, read when it is looked at.
#include <optional>

#include "formats/json_values.h"
#include "formats/numbers.h"
#include "formats/otlp_values.h"

namespace spanglass::formats {
namespace {

void readEvents(JsonCursor& list, std::vector<trace::Event>& events)
{
    eachObject(list, [&](JsonCursor& at) {
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
    });
}

void readLinks(JsonCursor& list, std::vector<trace::Link>& links)
{
    eachObject(list, [&](JsonCursor& at) {
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
    });
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

} // namespace spanglass::formats
