// SPDX-License-Identifier: GPL-3.0-or-later
#include "receive/masked_sink.h"

namespace spanglass::receive {

/// Masked whole it is an object still: an empty one.
std::string MaskedSink::object(std::string_view key, std::string_view json) const
{
    if (json.empty())
        return {};
    std::string clean = m_masking.text(key, json);
    return clean == Masking::mark ? "{}" : clean;
}

void MaskedSink::beginContext(std::string_view resourceJson, std::string_view scopeJson)
{
    m_to.beginContext(object("resource", resourceJson), object("scope", scopeJson));
}

void MaskedSink::start(const journal::StartView& start)
{
    const std::string name = m_masking.text("name", start.name);
    journal::StartView clean = start;
    clean.name = name;
    m_to.start(clean);
}

void MaskedSink::attribute(const journal::AttributeView& attribute)
{
    using journal::ValueType;
    const ValueType type = attribute.value.type;
    journal::AttributeView clean = attribute;
    std::string text;
    if (type == ValueType::text || type == ValueType::json) {
        text = m_masking.text(attribute.key, attribute.value.bytes);
        clean.value.bytes = text;
        if (text == Masking::mark)
            clean.value.type = ValueType::text;
    } else if (type != ValueType::none && m_masking.hidesKey(attribute.key)) {
        clean.value = {ValueType::text, Masking::mark, 0, 0};
    }
    m_to.attribute(clean);
}

void MaskedSink::status(const journal::StatusView& status)
{
    const std::string message = m_masking.text("status", status.message);
    journal::StatusView clean = status;
    clean.message = message;
    m_to.status(clean);
}

void MaskedSink::event(const journal::EventView& event)
{
    const std::string attributes = object(event.name, event.attributesJson);
    journal::EventView clean = event;
    clean.attributesJson = attributes;
    m_to.event(clean);
}

void MaskedSink::link(const journal::LinkView& link)
{
    const std::string attributes = object("link", link.attributesJson);
    journal::LinkView clean = link;
    clean.attributesJson = attributes;
    m_to.link(clean);
}

} // namespace spanglass::receive
