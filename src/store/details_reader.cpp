// SPDX-License-Identifier: GPL-3.0-or-later
// Reading entries one by one, and decoding them all into a span.
#include <algorithm>

#include "base/names.h"
#include "store/details.h"
#include "store/details_bytes.h"
#include "store/json_attributes.h"

namespace spanglass::store {
namespace {

using details::Eye;
using details::Tag;
using journal::ValueType;
using journal::ValueView;

ValueView readValue(Eye& eye, ValueType type)
{
    ValueView value;
    value.type = type;
    switch (type) {
    case ValueType::integer:
    case ValueType::boolean:
        value.integer = eye.integer();
        break;
    case ValueType::real:
        value.real = std::bit_cast<double>(eye.fixed());
        break;
    case ValueType::none:
        break;
    default:
        value.bytes = eye.text();
    }
    return value;
}

journal::EventView readEvent(Eye& eye)
{
    journal::EventView event;
    event.timeUnixNs = static_cast<std::int64_t>(eye.fixed());
    event.name = eye.text();
    event.attributesJson = eye.text();
    return event;
}

journal::LinkView readLink(Eye& eye)
{
    journal::LinkView link;
    link.linkedTrace = eye.trace();
    link.linkedSpan = eye.span();
    link.traceState = eye.text();
    link.attributesJson = eye.text();
    return link;
}

journal::PayloadPartView readPart(Eye& eye)
{
    journal::PayloadPartView part;
    part.key = eye.text();
    part.type = static_cast<ValueType>(eye.byte());
    part.offset = eye.number();
    part.totalBytes = eye.number();
    part.bytes = eye.text();
    return part;
}

journal::StatusView readStatus(Eye& eye)
{
    journal::StatusView status;
    status.status = static_cast<Status>(std::min<std::uint8_t>(eye.byte(), 2));
    status.message = eye.text();
    return status;
}

journal::StartView readStart(Eye& eye)
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

journal::EndView readEnd(Eye& eye)
{
    journal::EndView end;
    end.trace = eye.trace();
    end.span = eye.span();
    end.status = static_cast<Status>(std::min<std::uint8_t>(eye.byte(), 2));
    end.flags = eye.byte();
    end.endUnixNs = static_cast<std::int64_t>(eye.fixed());
    return end;
}

/// An attribute, or the reference to its payload.
template<class Hand> bool handAttribute(Eye& eye, const Hand& hand)
{
    const std::string_view key = eye.text();
    const std::uint8_t type = eye.byte();
    const auto valueType = static_cast<ValueType>(type & 0x7f);
    if ((type & details::inPayload) != 0)
        return hand(PayloadReference{key, valueType, eye.integer()});
    return hand(journal::AttributeView{{}, {}, key, readValue(eye, valueType)});
}

/// Hands each entry to `visit` as what it is, without a variant between.
template<class Visit> bool readAll(std::string_view bytes, Visit&& visit)
{
    Eye eye(bytes);
    const auto hand = [&](const auto& entry) {
        if (eye.good())
            visit(entry);
        return eye.good();
    };
    for (bool good = true; good && !eye.atEnd();) {
        switch (static_cast<Tag>(eye.byte())) {
        case Tag::attribute:
            good = handAttribute(eye, hand);
            break;
        case Tag::event:
            good = hand(readEvent(eye));
            break;
        case Tag::link:
            good = hand(readLink(eye));
            break;
        case Tag::status:
            good = hand(readStatus(eye));
            break;
        case Tag::part:
            good = hand(readPart(eye));
            break;
        case Tag::start:
            good = hand(readStart(eye));
            break;
        case Tag::end:
            good = hand(readEnd(eye));
            break;
        default:
            return false;
        }
    }
    return eye.good();
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

bool readEntries(std::string_view bytes, const std::function<void(const Entry&)>& visit)
{
    return readAll(bytes, [&](const auto& entry) { visit(Entry(entry)); });
}

void decodeDetails(std::string_view bytes, const PayloadFetch& fetch, trace::Span& span)
{
    readAll(bytes, Decoder(span, fetch));
}

} // namespace spanglass::store
