// SPDX-License-Identifier: GPL-3.0-or-later
/// Small objects are read whole; nothing here is for a million spans a second.
#include "formats/fields.h"

#include <algorithm>
#include <cmath>

#include "formats/json_fault.h"
#include "formats/json_values.h"
#include "formats/numbers.h"
#include "formats/otlp_values.h"
#include "trace/meaning.h"

namespace spanglass::formats {
namespace {

constexpr int mostOpenValues = 16;
constexpr std::uint32_t keptContext = UINT32_MAX;

/// Numbers of seconds, milli-, micro- or nanoseconds since 1970: told apart by their size, which works from
/// 1973 to 5138.
std::optional<std::int64_t> epochNs(std::string_view number)
{
    const auto size = realNumber(number);
    if (!size || !std::isfinite(*size))
        return std::nullopt;
    const double all = std::abs(*size);
    if (all < 1e11)
        return scaled(number, 9);
    if (all < 1e14)
        return scaled(number, 6);
    if (all < 1e17)
        return scaled(number, 3);
    return scaled(number, 0);
}

bool nothing(const trace::Value& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return std::holds_alternative<std::monostate>(value) || (text != nullptr && text->empty());
}

std::string digitsOf(double number)
{
    std::string text = std::to_string(number);
    return text.find('.') == std::string::npos ? text : text.erase(text.find_last_not_of("0.") + 1);
}

} // namespace

Fields::Fields(JsonCursor& at)
{
    readMembers(at, m_members);
}

Fields::Fields(std::string_view json)
{
    const Bytes padded(json);
    JsonCursor at(padded.text());
    readMembers(at, m_members);
}

const trace::Value* Fields::find(std::string_view key) const
{
    for (const trace::Attribute& member : m_members) {
        if (member.key == key)
            return &member.value;
    }
    return nullptr;
}

std::string Fields::text(std::string_view key) const
{
    const trace::Value* value = find(key);
    if (value == nullptr)
        return {};
    if (const auto* text = std::get_if<std::string>(value))
        return *text;
    if (const auto* number = std::get_if<std::int64_t>(value))
        return std::to_string(*number);
    if (const auto* number = std::get_if<double>(value))
        return digitsOf(*number);
    return {};
}

Fields Fields::object(std::string_view key) const
{
    const trace::Value* value = find(key);
    const auto* json = value == nullptr ? nullptr : std::get_if<trace::Json>(value);
    return json == nullptr ? Fields() : Fields(std::string_view(json->text));
}

std::vector<std::string> Fields::list(std::string_view key) const
{
    const trace::Value* value = find(key);
    const auto* json = value == nullptr ? nullptr : std::get_if<trace::Json>(value);
    return json == nullptr ? std::vector<std::string>() : elementsOf(json->text);
}

std::vector<std::string> elementsOf(std::string_view json)
{
    const Bytes padded(json);
    JsonCursor at(padded.text());
    std::vector<std::string> elements;
    if (at.peek() != JsonCursor::Type::array)
        return elements;
    for (at.enterArray(); at.nextElement();)
        elements.emplace_back(at.skip());
    return elements;
}

trace::Value unwrapped(const trace::Value& value)
{
    trace::Value result = value;
    for (int layer = 0; layer < 2; ++layer) {
        const auto* text = std::get_if<std::string>(&result);
        if (text == nullptr || text->empty() ||
            std::string_view("{[\"").find(text->front()) == std::string_view::npos)
            break;
        const Bytes padded(*text);
        JsonCursor at(padded.text());
        const bool quoted = at.peek() == JsonCursor::Type::string;
        if (findFault(padded.text(), 0))
            break;
        if (!quoted) {
            at.skip();
            if (!at.atEnd())
                break;
            result = trace::Json{std::string(padded.text())};
            break;
        }
        std::string inner(at.string());
        if (!at.atEnd())
            break;
        result = std::move(inner);
    }
    return result;
}

std::optional<std::int64_t> timeOf(const trace::Value* value)
{
    if (value == nullptr)
        return std::nullopt;
    if (const auto* text = std::get_if<std::string>(value)) {
        if (const auto iso = isoTimeNs(*text))
            return iso;
        return epochNs(*text);
    }
    if (const auto* number = std::get_if<std::int64_t>(value))
        return epochNs(std::to_string(*number));
    if (const auto* number = std::get_if<double>(value)) {
        const auto nanoseconds = Decimal::fromDouble(*number);
        return nanoseconds ? epochNs(nanoseconds->text()) : std::nullopt;
    }
    if (const auto* json = std::get_if<trace::Json>(value)) {
        const auto parts = elementsOf(json->text); // OpenTelemetry JS: [seconds, nanoseconds]
        if (parts.size() == 2) {
            const auto seconds = scaled(parts[0], 9);
            const auto rest = scaled(parts[1], 0);
            if (seconds && rest)
                return *seconds + *rest;
        }
    }
    return std::nullopt;
}

void keep(trace::Attributes& attributes, std::string_view key, const trace::Value* value)
{
    if (value != nullptr && !nothing(*value))
        setAttribute(attributes, key, *value);
}

void keepOthers(trace::Attributes& attributes, const Fields& fields, std::span<const std::string_view> known,
                std::string_view prefix)
{
    for (const trace::Attribute& member : fields.all()) {
        if (std::find(known.begin(), known.end(), member.key) == known.end() && !nothing(member.value))
            attributes.push_back({std::string(prefix) + member.key, member.value});
    }
}

void setIds(trace::Span& span, std::string_view trace, std::string_view id, std::string_view parent)
{
    otlpTraceId(trace, span.trace);
    otlpSpanId(id, span.id);
    otlpSpanId(parent, span.parent);
    if (!spanIdOf(id).valid())
        span.sourceId = id;
}

void setTimes(trace::Span& span, std::optional<std::int64_t> start, std::optional<std::int64_t> end)
{
    span.startUnixNs = start.value_or(end.value_or(0));
    span.durationNs.reset();
    if (end)
        span.durationNs = otlpDuration(span.startUnixNs, *end);
    span.state = end ? trace::State::ended : trace::State::running;
}

DecodedRows::DecodedRows(const SharedBytes& bytes, TableBuilder& builder, DecodeSpan decode)
    : m_bytes(bytes), m_builder(builder), m_decode(std::move(decode))
{
    builder.setDetails(
        [bytes, decode = m_decode](std::uint64_t place, std::uint32_t context, trace::Span& span) {
            JsonCursor at(bytes->text(), place);
            const SpanId parent = span.parent;
            const SpanId id = span.id;
            const TraceId of = span.trace;
            decode(at, context, span);
            span.parent = parent; // the table may know better (shared ids, halves of a call)
            span.id = id;
            span.trace = of;
        });
}

void DecodedRows::add(JsonCursor& at, std::uint32_t context)
{
    const std::size_t place = at.offset();
    if (at.peek() != JsonCursor::Type::object) {
        m_builder.reject(place, "something that is no span at " + m_builder.placeText(place));
        at.skip();
        return;
    }
    trace::Span span;
    m_decode(at, context, span);
    if (at.failed())
        return;
    if (!span.trace.valid() || !span.id.valid()) {
        m_builder.reject(place, "a span without an id at " + m_builder.placeText(place));
        return;
    }
    addInterpreted(m_builder, std::move(span), place, context);
}

std::uint32_t addWhole(TableBuilder& builder, const trace::Span& span, std::uint64_t place,
                       std::uint32_t context)
{
    Row row;
    row.trace = span.trace;
    row.id = span.id;
    row.parent = span.parent;
    row.name = builder.strings().intern(span.name);
    row.service = builder.strings().intern(span.service);
    row.kind = span.kind;
    row.status = span.status;
    row.startUnixNs = span.startUnixNs;
    row.startKnown = span.startUnixNs != 0 || span.durationNs.has_value();
    row.durationNs = span.durationNs.value_or(trace::unfinished);
    row.place = place;
    row.context = context;
    builder.countEvents(span.events.size());
    return builder.add(row);
}

std::uint32_t addInterpreted(TableBuilder& builder, trace::Span span, std::uint64_t place,
                             std::uint32_t context)
{
    trace::interpret(span);
    return addWhole(builder, span, place, context);
}

void addKept(TableBuilder& builder, std::vector<trace::Span> spans)
{
    const auto kept = std::make_shared<const std::vector<trace::Span>>(std::move(spans));
    builder.placesAreNotText();
    // Rows before these, of other documents in the same file, are still read from the text.
    builder.setDetails(
        [kept, others = builder.details()](std::uint64_t place, std::uint32_t context, trace::Span& span) {
            if (context != keptContext) {
                others(place, context, span);
                return;
            }
            const SpanId parent = span.parent;
            const std::uint8_t flags = span.flags;
            span = (*kept)[place];
            span.parent = parent;
            span.flags = flags;
        });
    for (std::size_t at = 0; at < kept->size(); ++at)
        addInterpreted(builder, (*kept)[at], at, keptContext);
}

void eachDocument(std::string_view text, TableBuilder& builder,
                  const std::function<void(JsonCursor& at)>& each)
{
    JsonCursor at(text);
    int endedEarly = 0;
    while (!at.atEnd() && !builder.cancelled()) {
        const std::size_t begin = at.offset();
        each(at);
        if (!at.failed())
            continue;
        const Fault fault = findFault(text, begin).value_or(Fault{at.offset(), at.error(), at.endedEarly()});
        builder.lost(fault.offset, (fault.endedEarly ? "the file ended early at " : "broken at ") +
                                       builder.placeText(fault.offset) + ": " + fault.what);
        // A value that is open until the end was looked through to the end; a file of such lines would be
        // looked through once for each.
        if (fault.endedEarly && ++endedEarly > mostOpenValues)
            break;
        const std::size_t line = std::min(text.find("\n{", begin), text.find("\n[", begin));
        if (line == std::string_view::npos)
            break;
        at = JsonCursor(text, line + 1);
    }
}

void eachElement(JsonCursor& at, TableBuilder& builder, const std::function<void(JsonCursor& at)>& each)
{
    if (at.peek() != JsonCursor::Type::array) {
        each(at);
        return;
    }
    for (at.enterArray(); at.nextElement() && builder.goOn(at.offset());)
        each(at);
}

} // namespace spanglass::formats
