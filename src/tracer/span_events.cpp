// SPDX-License-Identifier: Apache-2.0
/// Status, errors, events, links.
#include "tracer/span_access.h"

#include <cstdlib>
#include <cxxabi.h>
#include <typeinfo>

#include "base/names.h"

namespace spanglass {

using journal::Pen;
using journal::ValueType;
using journal::layout::RecordType;

namespace {

std::string typeName(const std::type_info& type)
{
    int status = 0;
    const std::unique_ptr<char, void (*)(void*)> name(
        abi::__cxa_demangle(type.name(), nullptr, nullptr, &status), std::free);
    return status == 0 && name ? name.get() : type.name();
}

} // namespace

void SpanAccess::event(Span& span, std::string_view name, std::string json)
{
    name = bounded(name, maxNameBytes);
    std::string room;
    if (const std::string_view clean = masked(span, name, json, room); clean.data() == room.data())
        json = room == Masking::mark ? "{}" : room;
    if (span.m_extras != nullptr && span.m_extras->context != nullptr)
        span.m_extras->context->addEvent(std::string(name), json);
    const std::string_view attributes = json.size() <= partBytes ? std::string_view(json) : "{}";
    if (json.size() > partBytes)
        span.m_flags |= journal::incomplete;
    about(span, detail::sizeAboutSpan(2, name.size() + attributes.size()), [&](Pen& pen) {
        write(pen, RecordType::event, span.m_span, ValueType::json, name.size(), name, attributes,
              journal::clock::ticks(), span.m_clockEpoch);
    });
}

Span& Span::setStatus(Status status, std::string_view message) noexcept
{
    if (!records())
        return *this;
    m_status = status;
    message = bounded(message, maxMessageBytes);
    std::string room;
    if (m_extras != nullptr) [[unlikely]] {
        try {
            message = SpanAccess::masked(*this, "status", message, room);
            if (m_extras->context != nullptr)
                m_extras->context->setStatus(status, std::string(message));
        } catch (...) {
            message = {};
        }
    }
    SpanAccess::about(*this, detail::sizeAboutSpan(0, message.size()), [&](Pen& pen) {
        write(pen, RecordType::status, m_span, ValueType::text, static_cast<std::size_t>(status), {},
              message);
    });
    return *this;
}

Span& Span::recordError(std::string_view message, std::string_view type) noexcept
{
    if (!records())
        return *this;
    try {
        const std::string json =
            type.empty() ? jsonOf({{names::exceptionMessage, message}})
                         : jsonOf({{names::exceptionType, type}, {names::exceptionMessage, message}});
        SpanAccess::event(*this, names::exceptionEvent, json);
    } catch (...) {
        m_flags |= journal::incomplete;
    }
    return setStatus(Status::error, message);
}

Span& Span::recordError(const std::exception& error) noexcept
{
    try {
        return recordError(error.what(), typeName(typeid(error)));
    } catch (...) {
        return recordError(error.what());
    }
}

Span& Span::addEvent(std::string_view name, Fields attributes) noexcept
{
    if (!records())
        return *this;
    try {
        SpanAccess::event(*this, name, attributes.size() == 0 ? std::string() : jsonOf(attributes));
    } catch (...) {
        m_flags |= journal::incomplete;
    }
    return *this;
}

Span& Span::addEvent(std::string_view name, Json attributes) noexcept
{
    if (!records())
        return *this;
    try {
        SpanAccess::event(*this, name, std::string(attributes.text));
    } catch (...) {
        m_flags |= journal::incomplete;
    }
    return *this;
}

Span& Span::addLink(SpanContext to, Fields attributes) noexcept
{
    if (!records())
        return *this;
    try {
        const std::string json = attributes.size() == 0 ? std::string() : jsonOf(attributes);
        SpanAccess::about(*this, detail::sizeAboutSpan(3, json.size()), [&](Pen& pen) {
            write(pen, RecordType::link, m_span, ValueType::json, 0, {}, json, to.trace.high, to.trace.low,
                  to.span.value);
        });
    } catch (...) {
        m_flags |= journal::incomplete;
    }
    return *this;
}

void detail::recordCurrentException(Span& span) noexcept
{
    try {
        throw;
    } catch (const std::exception& error) {
        span.recordError(error);
    } catch (...) {
        const std::type_info* const type = abi::__cxa_current_exception_type();
        try {
            span.recordError("an exception that is no std::exception",
                             type != nullptr ? typeName(*type) : "");
        } catch (...) {
            span.setStatus(Status::error);
        }
    }
}

} // namespace spanglass
