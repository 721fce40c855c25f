// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <array>
#include <cstdio>
#include <optional>

#include "base/saturated.h"

namespace spanglass {
namespace {

struct CodePoint
{
    char32_t value = 0;
    std::size_t bytes = 1;
};

/// The code point at the front of `text`, or nothing where the bytes are not UTF-8 (RFC 3629: no surrogates,
/// no overlong forms, nothing above U+10FFFF).
std::optional<CodePoint> decode(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80)
        return CodePoint{first, 1};
    const std::size_t bytes = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
    if (bytes == 0 || first > 0xf4 || text.size() < bytes)
        return std::nullopt;
    char32_t value = first & (0x7fu >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xc0) != 0x80)
            return std::nullopt;
        value = value << 6 | (byte(i) & 0x3fu);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    if (value < smallest[bytes] || (value >= 0xd800 && value < 0xe000) || value > 0x10ffff)
        return std::nullopt;
    return CodePoint{value, bytes};
}

template<class... Args> std::string printed(const char* format, Args... args)
{
    std::array<char, 64> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), format, args...);
    return {buffer.data(), static_cast<std::size_t>(length)};
}

bool reordersText(char32_t c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f ||
           c == 0x61c;
}

std::string scaled(double value, const char* unit)
{
    return printed(value < 9.995 ? "%.2f %s" : value < 99.95 ? "%.1f %s" : "%.0f %s", value, unit);
}

} // namespace

std::string durationText(std::int64_t durationNs)
{
    if (durationNs < 0)
        return "-" + durationText(durationNs == INT64_MIN ? INT64_MAX : -durationNs);
    const auto ns = static_cast<double>(durationNs);
    if (durationNs < 1'000)
        return printed("%lld ns", static_cast<long long>(durationNs));
    if (ns < 999.5e3)
        return scaled(ns / 1e3, "µs");
    if (ns < 999.5e6)
        return scaled(ns / 1e6, "ms");
    if (ns < 59.95e9)
        return scaled(ns / 1e9, "s");
    const auto seconds = saturatedAdd(durationNs, 500'000'000) / 1'000'000'000;
    if (seconds < 3600)
        return printed("%lld min %lld s", static_cast<long long>(seconds / 60),
                       static_cast<long long>(seconds % 60));
    const auto minutes = (seconds + 30) / 60;
    if (minutes < 48 * 60)
        return printed("%lld h %lld min", static_cast<long long>(minutes / 60),
                       static_cast<long long>(minutes % 60));
    const auto hours = (minutes + 30) / 60;
    return printed("%lld d %lld h", static_cast<long long>(hours / 24), static_cast<long long>(hours % 24));
}

std::string countText(std::int64_t count)
{
    std::string digits = std::to_string(count);
    const std::size_t sign = count < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > sign + 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

std::string costText(const Decimal& dollars)
{
    const double value = dollars.toDouble();
    const double size = value < 0 ? -value : value;
    if (dollars.isZero())
        return "$0";
    if (size >= 0.9995)
        return printed(value < 0 ? "-$%.2f" : "$%.2f", size);
    // Enough places for two digits that count: 12 ¢, 4.2 ¢, 0.42 ¢, 0.0042 ¢.
    int places = 0;
    for (double cents = size * 100; cents < 9.95 && places < 6; cents *= 10)
        ++places;
    return printed("%.*f ¢", places, value * 100);
}

std::string agoText(std::int64_t thenUnixNs, std::int64_t nowUnixNs)
{
    // Seconds first: the difference of two extreme times in nanoseconds may not fit.
    const std::int64_t seconds = nowUnixNs / 1'000'000'000 - thenUnixNs / 1'000'000'000;
    const std::int64_t apart = seconds < 0 ? -seconds : seconds;
    if (apart < 1)
        return "now";
    const auto [count, unit] = apart < 60       ? std::pair(apart, "s")
                               : apart < 3600   ? std::pair(apart / 60, "min")
                               : apart < 172800 ? std::pair(apart / 3600, "h")
                                                : std::pair(apart / 86400, "days");
    return seconds < 0 ? printed("in %lld %s", static_cast<long long>(count), unit)
                       : printed("%lld %s ago", static_cast<long long>(count), unit);
}

std::size_t utf8Length(std::string_view text)
{
    if (text.empty())
        return 0;
    const auto point = decode(text);
    return point ? point->bytes : 0;
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        // Mostly ASCII: skipped without decoding.
        std::size_t bytes = static_cast<unsigned char>(text.front()) < 0x80 ? 1 : utf8Length(text);
        if (bytes == 0)
            return false;
        text.remove_prefix(bytes);
    }
    return true;
}

std::string utf8Text(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t bytes = utf8Length(text);
        out += bytes > 0 ? text.substr(0, bytes) : "\ufffd";
        text.remove_prefix(bytes > 0 ? bytes : 1);
    }
    return out;
}

std::string visibleText(std::string_view text)
{
    std::string visible;
    visible.reserve(text.size());
    while (!text.empty()) {
        const auto point = decode(text);
        if (!point) {
            visible += printed("\\x%02x", static_cast<unsigned char>(text.front()));
            text.remove_prefix(1);
            continue;
        }
        if (point->value == '\n')
            visible += "\\n";
        else if (point->value == '\t')
            visible += "\\t";
        else if (point->value < 0x20 || point->value == 0x7f || (point->value >= 0x80 && point->value < 0xa0))
            visible += printed("\\x%02x", static_cast<unsigned>(point->value));
        else if (reordersText(point->value) || point->value == 0x2028 || point->value == 0x2029)
            visible += printed("\\u%04x", static_cast<unsigned>(point->value));
        else
            visible += text.substr(0, point->bytes);
        text.remove_prefix(point->bytes);
    }
    return visible;
}

std::string jsonEscaped(std::string_view text)
{
    std::string escaped;
    escaped.reserve(text.size() + 8);
    for (;;) {
        std::size_t plain = 0; // taken as one piece
        while (plain < text.size() && text[plain] >= 0x20 && text[plain] != '"' && text[plain] != '\\')
            ++plain;
        escaped += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty())
            return escaped;
        const char c = text.front();
        const auto point = decode(text);
        if (!point)
            escaped += "\\ufffd";
        else if (c == '"' || c == '\\')
            (escaped += '\\') += c;
        else if (c == '\n')
            escaped += "\\n";
        else if (c == '\r')
            escaped += "\\r";
        else if (c == '\t')
            escaped += "\\t";
        else if (point->value < 0x20)
            escaped += printed("\\u%04x", static_cast<unsigned>(point->value));
        else
            escaped += text.substr(0, point->bytes);
        text.remove_prefix(point ? point->bytes : 1);
    }
}

} // namespace spanglass
