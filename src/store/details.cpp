// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/details.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>

#include "base/names.h"
#include "store/json_attributes.h"

namespace spanglass::store {
namespace {

using journal::ValueType;
using journal::ValueView;

enum class Tag : std::uint8_t
{
    attribute = 1,
    event = 2,
    link = 3,
    status = 4,
    part = 5,
    start = 6,
    end = 7,
};
constexpr std::uint8_t inPayload = 0x80;

class Pen
{
public:
    Pen(std::string& to, Tag tag) : m_to(to) { byte(static_cast<std::uint8_t>(tag)); }
    Pen& byte(std::uint8_t value)
    {
        m_to.push_back(static_cast<char>(value));
        return *this;
    }
    Pen& number(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7)
            m_to.push_back(static_cast<char>(value | 0x80));
        m_to.push_back(static_cast<char>(value));
        return *this;
    }
    Pen& fixed(std::uint64_t value)
    {
        m_to.append(reinterpret_cast<const char*>(&value), sizeof value);
        return *this;
    }
    Pen& text(std::string_view value)
    {
        number(value.size());
        m_to.append(value);
        return *this;
    }
    Pen& value(const ValueView& value)
    {
        byte(static_cast<std::uint8_t>(value.type));
        switch (value.type) {
        case ValueType::integer:
        case ValueType::boolean:
            return number(static_cast<std::uint64_t>(value.integer));
        case ValueType::real:
            return fixed(std::bit_cast<std::uint64_t>(value.real));
        case ValueType::none:
            return *this;
        default:
            return text(value.bytes);
        }
    }

private:
    std::string& m_to;
};

/// Reads what Pen wrote. After a read beyond the end everything reads as empty and `good()` is false.
class Eye
{
public:
    explicit Eye(std::string_view from) : m_from(from) {}
    [[nodiscard]] bool atEnd() const { return m_from.empty(); }
    [[nodiscard]] bool good() const { return m_good; }
    std::uint8_t byte()
    {
        if (m_from.empty())
            return spoil();
        const auto value = static_cast<std::uint8_t>(m_from.front());
        m_from.remove_prefix(1);
        return value;
    }
    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::uint8_t next = byte();
            value |= std::uint64_t{next & 0x7fu} << shift;
            if ((next & 0x80) == 0)
                return value;
        }
        return spoil();
    }
    std::int64_t integer() { return static_cast<std::int64_t>(number()); }
    std::uint64_t fixed()
    {
        std::uint64_t value = 0;
        if (m_from.size() < sizeof value)
            return spoil();
        std::memcpy(&value, m_from.data(), sizeof value);
        m_from.remove_prefix(sizeof value);
        return value;
    }
    std::string_view text()
    {
        const std::uint64_t size = number();
        if (size > m_from.size()) {
            spoil();
            return {};
        }
        const std::string_view value = m_from.substr(0, size);
        m_from.remove_prefix(size);
        return value;
    }
    TraceId trace()
    {
        const std::uint64_t high = fixed();
        return {high, fixed()};
    }
    SpanId span() { return {fixed()}; }

private:
    std::uint8_t spoil()
    {
        m_good = false;
        m_from = {};
        return 0;
    }
    std::string_view m_from;
    bool m_good = true;
};

Entry readAttribute(Eye& eye)
{
    journal::AttributeView attribute;
    attribute.key = eye.text();
    const std::uint8_t type = eye.byte();
    const auto valueType = static_cast<ValueType>(type & 0x7f);
    if ((type & inPayload) != 0)
        return PayloadReference{attribute.key, valueType, eye.integer()};
    attribute.value.type = valueType;
    switch (valueType) {
    case ValueType::integer:
    case ValueType::boolean:
        attribute.value.integer = eye.integer();
        break;
    case ValueType::real:
        attribute.value.real = std::bit_cast<double>(eye.fixed());
        break;
    case ValueType::none:
        break;
    default:
        attribute.value.bytes = eye.text();
    }
    return attribute;
}

Entry readEvent(Eye& eye)
{
    journal::EventView event;
    event.timeUnixNs = static_cast<std::int64_t>(eye.fixed());
    event.name = eye.text();
    event.attributesJson = eye.text();
    return event;
}

Entry readLink(Eye& eye)
{
    journal::LinkView link;
    link.linkedTrace = eye.trace();
    link.linkedSpan = eye.span();
    link.traceState = eye.text();
    link.attributesJson = eye.text();
    return link;
}

Entry readPart(Eye& eye)
{
    journal::PayloadPartView part;
    part.key = eye.text();
    part.type = static_cast<ValueType>(eye.byte());
    part.offset = eye.number();
    part.totalBytes = eye.number();
    part.bytes = eye.text();
    return part;
}

Entry readStatus(Eye& eye)
{
    journal::StatusView status;
    status.status = static_cast<Status>(std::min<std::uint8_t>(eye.byte(), 2));
    status.message = eye.text();
    return status;
}

Entry readStart(Eye& eye)
{
    journal::StartView start;
    start.trace = eye.trace();
    start.span = eye.span();
    start.parent = eye.span();
    start.kind = static_cast<Kind>(std::min<std::size_t>(eye.byte(), kindNames.size() - 1));
    start.level = static_cast<Level>(std::min<std::size_t>(eye.byte(), levelNames.size() - 1));
    start.flags = eye.byte();
    start.thread = static_cast<std::uint32_t>(eye.number());
    start.startUnixNs = static_cast<std::int64_t>(eye.fixed());
    start.name = eye.text();
    return start;
}

Entry readEnd(Eye& eye)
{
    journal::EndView end;
    end.trace = eye.trace();
    end.span = eye.span();
    end.status = static_cast<Status>(std::min<std::uint8_t>(eye.byte(), 2));
    end.flags = eye.byte();
    end.endUnixNs = static_cast<std::int64_t>(eye.fixed());
    return end;
}

trace::Value valueOf(ValueType type, std::string_view bytes)
{
    if (type == ValueType::json)
        return trace::Json{std::string(bytes)};
    if (type == ValueType::bytes)
        return trace::Bytes(bytes.begin(), bytes.end());
    return std::string(bytes);
}

trace::Value valueOf(const ValueView& value)
{
    switch (value.type) {
    case ValueType::none:
        return {};
    case ValueType::integer:
        return value.integer;
    case ValueType::boolean:
        return value.integer != 0;
    case ValueType::real:
        return value.real;
    default:
        return valueOf(value.type, value.bytes);
    }
}

/// Puts decoded entries into a span. The names of base/names.h that are not attributes of the span go where
/// they belong.
class Decoder
{
public:
    Decoder(trace::Span& span, const PayloadFetch& fetch) : m_span(span), m_fetch(fetch) {}

    void operator()(const journal::AttributeView& attribute) { set(attribute.key, valueOf(attribute.value)); }
    void operator()(const PayloadReference& reference)
    {
        set(reference.key, valueOf(reference.type, m_fetch(reference.payload)));
    }
    void operator()(const journal::EventView& event)
    {
        m_span.events.push_back(
            {event.timeUnixNs, std::string(event.name), attributesFromJson(event.attributesJson)});
    }
    void operator()(const journal::LinkView& link)
    {
        m_span.links.push_back({link.linkedTrace, link.linkedSpan, std::string(link.traceState),
                                attributesFromJson(link.attributesJson)});
    }
    void operator()(const journal::StatusView& status)
    {
        if (!status.message.empty())
            m_span.statusMessage = status.message;
    }
    void operator()(const journal::PayloadPartView&) {}
    void operator()(const journal::StartView&) {}
    void operator()(const journal::EndView&) {}

private:
    void set(std::string_view key, trace::Value value)
    {
        if (key == names::sourceId || key == names::statusMessage) {
            if (const auto* text = std::get_if<std::string>(&value))
                (key == names::sourceId ? m_span.sourceId : m_span.statusMessage) = *text;
            return;
        }
        const auto same = std::find_if(m_span.attributes.begin(), m_span.attributes.end(),
                                       [&](const trace::Attribute& known) { return known.key == key; });
        if (same != m_span.attributes.end())
            same->value = std::move(value);
        else
            m_span.attributes.push_back({std::string(key), std::move(value)});
    }

    trace::Span& m_span;
    const PayloadFetch& m_fetch;
};

} // namespace

void appendEntry(std::string& to, const journal::AttributeView& attribute)
{
    Pen(to, Tag::attribute).text(attribute.key).value(attribute.value);
}

void appendEntry(std::string& to, const PayloadReference& reference)
{
    Pen(to, Tag::attribute)
        .text(reference.key)
        .byte(static_cast<std::uint8_t>(static_cast<unsigned>(reference.type) | inPayload))
        .number(static_cast<std::uint64_t>(reference.payload));
}

void appendEntry(std::string& to, const journal::EventView& event)
{
    Pen(to, Tag::event)
        .fixed(static_cast<std::uint64_t>(event.timeUnixNs))
        .text(event.name)
        .text(event.attributesJson);
}

void appendEntry(std::string& to, const journal::LinkView& link)
{
    Pen(to, Tag::link)
        .fixed(link.linkedTrace.high)
        .fixed(link.linkedTrace.low)
        .fixed(link.linkedSpan.value)
        .text(link.traceState)
        .text(link.attributesJson);
}

void appendEntry(std::string& to, const journal::StatusView& status)
{
    Pen(to, Tag::status).byte(static_cast<std::uint8_t>(status.status)).text(status.message);
}

void appendEntry(std::string& to, const journal::PayloadPartView& part)
{
    Pen(to, Tag::part)
        .text(part.key)
        .byte(static_cast<std::uint8_t>(part.type))
        .number(part.offset)
        .number(part.totalBytes)
        .text(part.bytes);
}

void appendEntry(std::string& to, const journal::StartView& start)
{
    Pen(to, Tag::start)
        .fixed(start.trace.high)
        .fixed(start.trace.low)
        .fixed(start.span.value)
        .fixed(start.parent.value)
        .byte(static_cast<std::uint8_t>(start.kind))
        .byte(static_cast<std::uint8_t>(start.level))
        .byte(start.flags)
        .number(start.thread)
        .fixed(static_cast<std::uint64_t>(start.startUnixNs))
        .text(start.name);
}

void appendEntry(std::string& to, const journal::EndView& end)
{
    Pen(to, Tag::end)
        .fixed(end.trace.high)
        .fixed(end.trace.low)
        .fixed(end.span.value)
        .byte(static_cast<std::uint8_t>(end.status))
        .byte(end.flags)
        .fixed(static_cast<std::uint64_t>(end.endUnixNs));
}

bool readEntries(std::string_view details, const std::function<void(const Entry&)>& visit)
{
    Eye eye(details);
    while (!eye.atEnd()) {
        Entry entry;
        switch (static_cast<Tag>(eye.byte())) {
        case Tag::attribute:
            entry = readAttribute(eye);
            break;
        case Tag::event:
            entry = readEvent(eye);
            break;
        case Tag::link:
            entry = readLink(eye);
            break;
        case Tag::status:
            entry = readStatus(eye);
            break;
        case Tag::part:
            entry = readPart(eye);
            break;
        case Tag::start:
            entry = readStart(eye);
            break;
        case Tag::end:
            entry = readEnd(eye);
            break;
        default:
            return false;
        }
        if (!eye.good())
            return false;
        visit(entry);
    }
    return true;
}

std::string joinParts(std::string_view details)
{
    std::string joined;
    std::map<std::string_view, std::vector<journal::PayloadPartView>> parts;
    readEntries(details, [&](const Entry& entry) {
        if (const auto* part = std::get_if<journal::PayloadPartView>(&entry))
            parts[part->key].push_back(*part);
        else
            std::visit([&](const auto& other) { appendEntry(joined, other); }, entry);
    });
    for (auto& [key, pieces] : parts) {
        std::stable_sort(pieces.begin(), pieces.end(),
                         [](const auto& a, const auto& b) { return a.offset < b.offset; });
        std::string whole;
        for (const auto& piece : pieces) {
            if (piece.offset == whole.size())
                whole += piece.bytes;
        }
        appendEntry(joined, journal::AttributeView{{}, {}, key, {pieces.front().type, whole, 0, 0}});
    }
    return joined;
}

void decodeDetails(std::string_view details, const PayloadFetch& fetch, trace::Span& span)
{
    Decoder decoder(span, fetch);
    readEntries(details, [&](const Entry& entry) { std::visit(decoder, entry); });
}

} // namespace spanglass::store
