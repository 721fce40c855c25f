// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/otlp_kept.h"

#include <cmath>
#include <cstring>
#include <simdjson.h>

#include "formats/otlp_values.h"

namespace spanglass::formats {

namespace {

bool isAscii(std::string_view text)
{
    std::size_t at = 0;
    std::uint64_t seen = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, 8);
        seen |= word;
    }
    for (; at < text.size(); ++at)
        seen |= static_cast<unsigned char>(text[at]);
    return (seen & 0x8080808080808080u) == 0;
}

/// Bytes of the character that begins at `text`, 0 where none does (RFC 3629).
std::size_t characterBytes(std::string_view text)
{
    for (std::size_t length = 1; length <= 4 && length <= text.size(); ++length) {
        if (simdjson::validate_utf8(text.data(), length))
            return length;
    }
    return 0;
}

} // namespace

void finishSpan(trace::Span& span, const OtlpNumbers& numbers)
{
    if (span.startUnixNs == 0)
        span.startUnixNs = numbers.endUnixNs;
    if (numbers.endUnixNs != 0) {
        span.durationNs = otlpDuration(span.startUnixNs, numbers.endUnixNs);
        span.state = trace::State::ended;
    } else {
        span.state = trace::State::running;
    }
    if (numbers.status <= 2)
        span.status = static_cast<Status>(numbers.status);
    else
        span.attributes.push_back({std::string(otlp::statusCode), static_cast<std::int64_t>(numbers.status)});
    const std::string_view kind = otlp::kindName(static_cast<std::int64_t>(numbers.kind));
    if (!kind.empty())
        span.attributes.push_back({std::string(otlp::spanKind), std::string(kind)});
}

Result<void> checkSpanIds(bool traceGood, std::size_t traceSize, bool spanGood, std::size_t spanSize)
{
    const auto reason = [](std::string_view name, std::size_t size) {
        if (size == 0)
            return std::string(name) + " is missing";
        return std::string(name) + " is not valid (" + std::to_string(size) + " long)";
    };
    if (!traceGood)
        return fail(ErrorKind::format, reason("the trace id", traceSize));
    if (!spanGood)
        return fail(ErrorKind::format, reason("the span id", spanSize));
    return {};
}

std::string serviceOf(const trace::Attributes& resource)
{
    std::string service;
    for (const trace::Attribute& attribute : resource) {
        const auto* text = std::get_if<std::string>(&attribute.value);
        if (text != nullptr && attribute.key == "service.name")
            service = *text;
    }
    return service;
}

bool isUtf8(std::string_view bytes)
{
    return isAscii(bytes) || simdjson::validate_utf8(bytes.data(), bytes.size());
}

std::string protoText(std::string_view bytes)
{
    if (isUtf8(bytes))
        return std::string(bytes);
    std::string text;
    while (!bytes.empty()) {
        const std::size_t length = characterBytes(bytes);
        text += length == 0 ? std::string_view("\xef\xbf\xbd") : bytes.substr(0, length);
        bytes.remove_prefix(length == 0 ? 1 : length);
    }
    return text;
}

void writeReal(JsonWriter& json, double number)
{
    if (std::isfinite(number))
        json.value(number);
    else
        json.value(std::isnan(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
}

} // namespace spanglass::formats
