// SPDX-License-Identifier: GPL-3.0-or-later
// What is not plain is left to formats/otlp_proto_reader.h, which knows all of OTLP.
#include <bit>

#include "formats/otlp_kept.h"
#include "formats/otlp_proto_reader.h"
#include "formats/otlp_values.h"
#include "formats/proto_cursor.h"
#include "receive/plain_span.h"

namespace spanglass::receive {

namespace {

using formats::ProtoCursor;
using journal::ValueType;
using journal::ValueView;
constexpr auto bytesOf = ProtoCursor::bytesTag;
constexpr auto varintOf = ProtoCursor::varintTag;
constexpr auto fixed64Of = ProtoCursor::fixed64Tag;

void addNumber(PlainSpan& span, std::string_view key, std::uint64_t number)
{
    if (number != 0)
        span.attributes.push_back({key, {ValueType::integer, {}, static_cast<std::int64_t>(number), 0}});
}

class Reading
{
public:
    explicit Reading(PlainSpan& span) : m_span(span) {}

    bool read(std::string_view message)
    {
        ProtoCursor at(message);
        while (at.next()) {
            if (!field(at))
                return false;
        }
        return !at.failed() && finish();
    }

private:
    bool field(const ProtoCursor& at)
    {
        switch (at.tag()) {
        case bytesOf(1):
            m_span.trace = formats::protoTraceId(at.bytes());
            return true;
        case bytesOf(2):
            m_span.id = formats::protoSpanId(at.bytes());
            return true;
        case bytesOf(3):
            return text(at.bytes(), m_traceState);
        case bytesOf(4):
            m_span.parent = formats::protoSpanId(at.bytes());
            return at.bytes().empty() || m_span.parent.valid();
        case bytesOf(5):
            return text(at.bytes(), m_span.name);
        case varintOf(6):
            m_kind = at.number();
            return true;
        case fixed64Of(7):
            m_span.startUnixNs = formats::protoTime(at.number());
            return true;
        case fixed64Of(8):
            m_span.endUnixNs = formats::protoTime(at.number());
            return true;
        case bytesOf(9):
            return attribute(at.bytes());
        case varintOf(10):
            m_droppedAttributes = at.number();
            return true;
        case varintOf(12):
            m_droppedEvents = at.number();
            return true;
        case varintOf(14):
            m_droppedLinks = at.number();
            return true;
        case bytesOf(15):
            return status(at.bytes());
        case ProtoCursor::fixed32Tag(16):
            m_flags = at.number();
            return true;
        default:
            return false; // events, links, and what OTLP does not know
        }
    }

    static bool text(std::string_view bytes, std::string_view& to)
    {
        to = bytes;
        return formats::isUtf8(bytes);
    }

    bool attribute(std::string_view message)
    {
        PlainSpan::Attribute& attribute = m_span.attributes.emplace_back();
        bool valued = false;
        ProtoCursor at(message);
        while (at.next()) {
            if (at.tag() == bytesOf(1) && text(at.bytes(), attribute.key))
                continue;
            if (at.tag() != bytesOf(2) || valued || !value(at.bytes(), attribute.value))
                return false;
            valued = true;
        }
        // A placeholder of Logfire's stands for another span.
        return valued && !at.failed() && attribute.key != "logfire.span_type";
    }

    bool value(std::string_view message, ValueView& to)
    {
        ProtoCursor at(message);
        if (!at.next())
            return false;
        switch (at.tag()) {
        case bytesOf(1):
            to = {ValueType::text, at.bytes(), 0, 0};
            if (!formats::isUtf8(to.bytes))
                return false;
            break;
        case varintOf(2):
            to = {ValueType::boolean, {}, at.number() != 0 ? 1 : 0, 0};
            break;
        case varintOf(3):
            to = {ValueType::integer, {}, static_cast<std::int64_t>(at.number()), 0};
            break;
        case fixed64Of(4):
            to = {ValueType::real, {}, 0, std::bit_cast<double>(at.number())};
            break;
        case bytesOf(5):
        case bytesOf(6):
            return jsonValue(message, to);
        default:
            return false;
        }
        return !at.next() && !at.failed();
    }

    bool jsonValue(std::string_view message, ValueView& to)
    {
        trace::Value value;
        if (!formats::readProtoValue(message, value))
            return false;
        auto* json = std::get_if<trace::Json>(&value);
        if (json != nullptr)
            to = {ValueType::json, m_span.keep(std::move(json->text)), 0, 0};
        return json != nullptr;
    }

    bool status(std::string_view message)
    {
        ProtoCursor at(message);
        while (at.next()) {
            if (at.tag() == bytesOf(2) && !text(at.bytes(), m_span.statusMessage))
                return false;
            if (at.tag() != varintOf(3))
                continue;
            if (at.number() > 2)
                return false;
            m_span.status = static_cast<Status>(at.number());
        }
        return !at.failed();
    }

    bool finish()
    {
        if (!m_span.trace.valid() || !m_span.id.valid() || m_span.startUnixNs == 0 ||
            (m_span.endUnixNs != 0 && m_span.endUnixNs < m_span.startUnixNs))
            return false;
        const std::string_view kind = formats::otlp::kindName(static_cast<std::int64_t>(m_kind));
        if (!kind.empty())
            m_span.attributes.push_back({formats::otlp::spanKind, {ValueType::text, kind, 0, 0}});
        if (!m_traceState.empty())
            m_span.attributes.push_back({formats::otlp::traceState, {ValueType::text, m_traceState, 0, 0}});
        addNumber(m_span, formats::otlp::flags, m_flags);
        addNumber(m_span, formats::otlp::droppedAttributes, m_droppedAttributes);
        addNumber(m_span, formats::otlp::droppedEvents, m_droppedEvents);
        addNumber(m_span, formats::otlp::droppedLinks, m_droppedLinks);
        return true;
    }

    PlainSpan& m_span;
    std::string_view m_traceState;
    std::uint64_t m_kind = 0;
    std::uint64_t m_flags = 0;
    std::uint64_t m_droppedAttributes = 0;
    std::uint64_t m_droppedEvents = 0;
    std::uint64_t m_droppedLinks = 0;
};

} // namespace

bool readPlainProto(std::string_view message, PlainSpan& span)
{
    span.clear();
    return Reading(span).read(message);
}

} // namespace spanglass::receive
