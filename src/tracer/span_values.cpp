// SPDX-License-Identifier: Apache-2.0
/// Attributes: masked, shown to providers, stored; long text in parts.
#include "tracer/span_access.h"

#include <atomic>
#include <bit>
#include <cstdio>
#include <new>

#include "base/json_writer.h"
#include "base/names.h"
#include "tracer/open_traces.h"

namespace spanglass {

using journal::Pen;
using journal::ValueType;
using journal::layout::RecordType;

std::string jsonOf(Fields fields)
{
    JsonWriter json;
    json.beginObject();
    for (const Field& field : fields) {
        json.key(field.key);
        switch (field.value.type()) {
        case Value::Type::text:
            json.value(field.value.text());
            break;
        case Value::Type::integer:
            json.value(field.value.integer());
            break;
        case Value::Type::real:
            json.value(field.value.real());
            break;
        case Value::Type::boolean:
            json.value(field.value.integer() != 0);
            break;
        case Value::Type::json:
            json.raw(field.value.text());
            break;
        }
    }
    json.endObject();
    return json.take();
}

std::atomic<std::size_t> g_inlineBytes{4096};
std::atomic<std::size_t> g_cutBytes{0};

namespace {

/// The beginning of a text, and how much is missing.
std::string cutText(std::string_view text, std::size_t bytes)
{
    const std::string_view kept = bounded(text, bytes);
    return std::string(kept) + "… [cut: " + std::to_string(text.size() - kept.size()) + " of " +
           std::to_string(text.size()) + " bytes]";
}

void setLong(Span& span, std::string_view key, ValueType type, std::string_view text) noexcept
{
    constexpr std::size_t fixedWords = 2;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view part = text.substr(at, partBytes);
        SpanAccess::about(span, detail::sizeAboutSpan(fixedWords, key.size() + part.size()), [&](Pen& pen) {
            write(pen, RecordType::payloadPart, span.context().span, type, key.size(), key, part, at,
                  text.size());
        });
        at += part.size();
    }
}

} // namespace

void SpanAccess::set(Span& span, std::string_view key, const Value& value) noexcept
{
    const std::size_t most = g_cutBytes.load(std::memory_order_relaxed);
    const bool isCut = most > 0 && value.text().size() > most;
    if (span.m_extras == nullptr && !isCut) [[likely]]
        return store(span, key, value);
    try {
        if (isCut) // JSON that was cut is only text
            return set(span, key, cutText(value.text(), most - 64));
        const detail::SpanExtras& extras = *span.m_extras;
        if (extras.context == nullptr)
            return;
        std::string clean;
        Value shown = value;
        if (extras.service->masks() && (value.isText() || extras.service->masking.hidesKey(key))) {
            clean = extras.service->masked(key, value.isText() ? value.text() : "a number");
            shown = value.type() == Value::Type::json && clean != Masking::mark ? Value(Json{clean})
                                                                                : Value(clean);
        }
        extras.context->set(key, shown);
        store(span, key, shown);
    } catch (...) {
        span.m_flags |= journal::incomplete;
    }
}

void SpanAccess::store(Span& span, std::string_view key, const Value& value) noexcept
{
    key = bounded(key, maxNameBytes);
    const bool isText = value.type() == Value::Type::text || value.type() == Value::Type::json;
    // The two enumerations have the same order; the journal's begins with `none`.
    const auto type = static_cast<ValueType>(static_cast<unsigned>(value.type()) + 1);
    if (isText) {
        const std::string_view text = value.text();
        if (text.size() > g_inlineBytes.load(std::memory_order_relaxed)) [[unlikely]]
            return setLong(span, key, type, text);
        about(span, detail::sizeAboutSpan(0, key.size() + text.size()),
              [&](Pen& pen) { write(pen, RecordType::attribute, span.m_span, type, key.size(), key, text); });
        return;
    }
    const std::uint64_t number = value.type() == Value::Type::real
                                     ? std::bit_cast<std::uint64_t>(value.real())
                                     : static_cast<std::uint64_t>(value.integer());
    about(span, detail::sizeAboutSpan(1, key.size()), [&](Pen& pen) {
        write(pen, RecordType::attribute, span.m_span, type, key.size(), key, {}, number);
    });
}

void SpanAccess::setPrefixed(Span& span, std::string_view prefix, std::string_view key,
                             const Value& value) noexcept
{
    try {
        std::string whole(prefix);
        whole += key;
        set(span, whole, value);
    } catch (...) {
        span.m_flags |= journal::incomplete;
    }
}

/// For a span whose object is elsewhere.
void SpanAccess::setOutputsOf(const Frame& frame, std::uint32_t run, Fields outputs) noexcept
{
    const SpanId id{frame.span.load(std::memory_order_relaxed)};
    detail::SpanExtras extras;
    Span alias;
    alias.m_run = run;
    alias.m_span = id;
    alias.m_extras = nullptr;
    alias.m_usage = nullptr;
    alias.m_flags = static_cast<std::uint8_t>(frame.marks.flags & notSampled);
    if (detail::g_full.load(std::memory_order_relaxed) && (extras.service = detail::serviceState())) {
        extras.context = extras.service->openSpan(id);
        alias.m_extras = &extras;
    }
    alias.setOutputs(outputs);
    alias.m_extras = nullptr;
    alias.m_span = {Span::none}; // it ends nothing
}

void SpanAccess::keepUsage(Span& span, std::string_view key, const Value& value) noexcept
{
    if (span.m_usage == nullptr)
        span.m_usage = new (std::nothrow) detail::Usage;
    if (span.m_usage == nullptr)
        return;
    detail::Usage& usage = *span.m_usage;
    if (key == names::inputTokens || key == names::outputTokens) {
        (key == names::inputTokens ? usage.inputTokens : usage.outputTokens) = value.integer();
        usage.hasTokens = true;
    } else if (key == names::cost) {
        const auto cost = value.type() == Value::Type::real ? Decimal::fromDouble(value.real())
                          : value.isText()                  ? Decimal::parse(value.text())
                                                            : Decimal::parse(std::to_string(value.integer()));
        usage.cost = cost.value_or(Decimal());
        usage.hasCost = cost.has_value();
    }
}

void Span::setAnyhow(std::string_view key, const Value& value) noexcept
{
    if (!records())
        return;
    if (detail::isUsage(key))
        SpanAccess::keepUsage(*this, key, value);
    SpanAccess::set(*this, key, value);
}

void Span::setSeldom(std::string_view key, const Value& value) noexcept
{
    setAnyhow(key, value);
}

Span& Span::setInput(const Value& value) noexcept
{
    setAnyhow(names::input, value);
    return *this;
}

Span& Span::setOutput(const Value& value) noexcept
{
    setAnyhow(names::output, value);
    return *this;
}

Span& Span::setOutputs(Fields outputs) noexcept
{
    for (const Field& field : outputs)
        if (records())
            SpanAccess::setPrefixed(*this, names::outputPrefix, field.key, field.value);
    if (records() && m_extras != nullptr && m_extras->context != nullptr) {
        try {
            m_extras->context->setOutputs(outputs);
        } catch (...) {
            m_flags |= journal::incomplete;
        }
    }
    return *this;
}

Span& Span::setMetadata(std::string_view key, const Value& value) noexcept
{
    if (records())
        SpanAccess::setPrefixed(*this, names::metadataPrefix, key, value);
    return *this;
}

Span& Span::addTag(std::string_view tag) noexcept
{
    if (records())
        SpanAccess::setPrefixed(*this, names::tagPrefix, tag, true);
    return *this;
}

void detail::setArgument(Span& span, std::size_t position, std::size_t count, const Value& value) noexcept
{
    if (count == 1) {
        span.setInput(value);
        return;
    }
    char key[32] = "input.";
    std::snprintf(key + 6, sizeof key - 6, "%zu", position);
    span.set(std::string_view(key), value);
}

void setCurrentSpanOutputs(Fields outputs) noexcept
{
    const std::uint32_t run = detail::presentRun();
    auto* const thread = static_cast<detail::ThreadState*>(detail::t_thread);
    const detail::Frame* const top =
        detail::isLive(run) && thread != nullptr && thread->run == run ? thread->top() : nullptr;
    if (top == nullptr) {
        static std::atomic<bool> said{false};
        if (!detail::isOff() && !said.exchange(true))
            detail::log(Level::warning, "outputs were set where no span is current", {});
        return;
    }
    SpanAccess::setOutputsOf(*top, run, outputs);
}

} // namespace spanglass
