// SPDX-License-Identifier: GPL-3.0-or-later
/// One whole Span; the way through a request to it is in otlp_proto_request.cpp, values are in
/// otlp_proto_values.cpp.
#include "formats/otlp_proto_reader.h"

#include <cstring>

#include "formats/otlp_kept.h"
#include "formats/otlp_values.h"

namespace spanglass::formats {

using trace::Attributes;

namespace {

constexpr auto bytesOf = ProtoCursor::bytesTag;
constexpr auto varintOf = ProtoCursor::varintTag;

std::uint64_t bigEndian64(const char* bytes)
{
    std::uint64_t number = 0;
    std::memcpy(&number, bytes, 8);
    return __builtin_bswap64(number);
}

void setNumber(Attributes& attributes, std::string_view key, std::uint64_t number)
{
    if (number != 0)
        attributes.push_back({std::string(key), static_cast<std::int64_t>(number)});
}

bool readEvent(std::string_view message, trace::Event& event)
{
    ProtoCursor at(message);
    bool good = true;
    while (good && at.next()) {
        switch (at.tag()) {
        case ProtoCursor::fixed64Tag(1):
            event.timeUnixNs = protoTime(at.number());
            break;
        case bytesOf(2):
            event.name = protoText(at.bytes());
            break;
        case bytesOf(3):
            good = readProtoKeyValue(at.bytes(), event.attributes);
            break;
        case varintOf(4):
            setNumber(event.attributes, otlp::droppedAttributes, at.number());
            break;
        default:
            break;
        }
    }
    return good && !at.failed();
}

bool readLink(std::string_view message, trace::Link& link)
{
    ProtoCursor at(message);
    bool good = true;
    while (good && at.next()) {
        switch (at.tag()) {
        case bytesOf(1):
            link.trace = protoTraceId(at.bytes());
            break;
        case bytesOf(2):
            link.span = protoSpanId(at.bytes());
            break;
        case bytesOf(3):
            link.traceState = protoText(at.bytes());
            break;
        case bytesOf(4):
            good = readProtoKeyValue(at.bytes(), link.attributes);
            break;
        case varintOf(5):
            setNumber(link.attributes, otlp::droppedAttributes, at.number());
            break;
        case ProtoCursor::fixed32Tag(6):
            setNumber(link.attributes, otlp::flags, at.number());
            break;
        default:
            break;
        }
    }
    return good && !at.failed();
}

bool readStatus(std::string_view message, trace::Span& span, std::uint64_t& code)
{
    ProtoCursor at(message);
    while (at.next()) {
        if (at.tag() == bytesOf(2))
            span.statusMessage = protoText(at.bytes());
        else if (at.tag() == varintOf(3))
            code = at.number();
    }
    return !at.failed();
}

/// One Span message on its way into a trace::Span.
class SpanReader
{
public:
    explicit SpanReader(trace::Span& span) : m_span(span) {}

    Result<void> read(std::string_view message)
    {
        ProtoCursor at(message);
        while (m_good && at.next())
            field(at);
        if (at.failed())
            return fail(ErrorKind::format,
                        "the message is broken at its byte " + std::to_string(at.offset()));
        if (!m_good)
            return fail(ErrorKind::format, "a value is broken, or nested deeper than " +
                                               std::to_string(deepestOtlpValue) + " levels");
        return finish();
    }

private:
    void field(const ProtoCursor& at)
    {
        switch (at.tag()) {
        case bytesOf(1):
            m_trace = at.bytes();
            break;
        case bytesOf(2):
            m_id = at.bytes();
            break;
        case bytesOf(3):
            m_traceState = at.bytes();
            break;
        case bytesOf(4):
            m_parent = at.bytes();
            break;
        case bytesOf(5):
            m_span.name = protoText(at.bytes());
            break;
        case varintOf(6):
            m_kind = at.number();
            break;
        case ProtoCursor::fixed64Tag(7):
            m_span.startUnixNs = protoTime(at.number());
            break;
        case ProtoCursor::fixed64Tag(8):
            m_end = protoTime(at.number());
            break;
        case bytesOf(9):
            m_good = readProtoKeyValue(at.bytes(), m_span.attributes);
            break;
        case varintOf(10):
            m_droppedAttributes = at.number();
            break;
        case bytesOf(11):
            m_good = readEvent(at.bytes(), m_span.events.emplace_back());
            break;
        case varintOf(12):
            m_droppedEvents = at.number();
            break;
        case bytesOf(13):
            m_good = readLink(at.bytes(), m_span.links.emplace_back());
            break;
        case varintOf(14):
            m_droppedLinks = at.number();
            break;
        case bytesOf(15):
            m_good = readStatus(at.bytes(), m_span, m_status);
            break;
        case ProtoCursor::fixed32Tag(16):
            m_flags = at.number();
            break;
        default:
            m_unknown.insert(m_unknown.end(), at.raw().begin(), at.raw().end());
        }
    }

    Result<void> finish()
    {
        m_span.trace = protoTraceId(m_trace);
        m_span.id = protoSpanId(m_id);
        if (auto checked = checkSpanIds(m_span.trace.valid(), m_trace.size(), m_span.id.valid(), m_id.size());
            !checked)
            return checked;
        m_span.parent = protoSpanId(m_parent);
        if (!m_parent.empty() && m_parent.size() != 8)
            return fail(ErrorKind::format,
                        "parent_span_id has " + std::to_string(m_parent.size()) + " bytes in place of 8");
        finishSpan(m_span, {m_kind, m_status, m_end});
        if (!m_traceState.empty())
            m_span.attributes.push_back({std::string(otlp::traceState), protoText(m_traceState)});
        setNumber(m_span.attributes, otlp::flags, m_flags);
        setNumber(m_span.attributes, otlp::droppedAttributes, m_droppedAttributes);
        setNumber(m_span.attributes, otlp::droppedEvents, m_droppedEvents);
        setNumber(m_span.attributes, otlp::droppedLinks, m_droppedLinks);
        if (!m_unknown.empty())
            m_span.attributes.push_back({std::string(otlp::unknownFields), std::move(m_unknown)});
        return {};
    }

    trace::Span& m_span;
    std::string_view m_trace;
    std::string_view m_id;
    std::string_view m_parent;
    std::string_view m_traceState;
    std::int64_t m_end = 0;
    std::uint64_t m_kind = 0;
    std::uint64_t m_status = 0;
    std::uint64_t m_flags = 0;
    std::uint64_t m_droppedAttributes = 0;
    std::uint64_t m_droppedEvents = 0;
    std::uint64_t m_droppedLinks = 0;
    trace::Bytes m_unknown;
    bool m_good = true;
};

/// Empties a span and keeps its memory.
void clear(trace::Span& span)
{
    trace::Span empty;
    std::swap(empty.attributes, span.attributes);
    std::swap(empty.name, span.name);
    empty.attributes.clear();
    empty.name.clear();
    span = std::move(empty);
}

} // namespace

TraceId protoTraceId(std::string_view bytes)
{
    if (bytes.size() != 16)
        return {};
    return {bigEndian64(bytes.data()), bigEndian64(bytes.data() + 8)};
}

SpanId protoSpanId(std::string_view bytes)
{
    return {bytes.size() == 8 ? bigEndian64(bytes.data()) : 0};
}

Result<void> readOtlpProtoSpan(std::string_view message, trace::Span& span)
{
    clear(span);
    return SpanReader(span).read(message);
}

} // namespace spanglass::formats
