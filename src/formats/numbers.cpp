// SPDX-License-Identifier: GPL-3.0-or-later
/// Digits are accumulated as integers; nothing goes through a double on its way to an integer.
#include "formats/numbers.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <ctime>

namespace spanglass::formats {
namespace {

__extension__ using Wide = __int128;

struct Digits
{
    bool negative = false;
    Wide value = 0;   // of the first digits
    int exponent = 0; // of the last of them
    bool any = false;
};

/// The digits of a number up to 36 significant ones, and its exponent; nothing for what is no number.
std::optional<Digits> digitsOf(std::string_view text)
{
    constexpr Wide most = static_cast<Wide>(1'000'000'000'000'000'000) * 1'000'000'000'000'000'000;
    Digits digits;
    std::size_t at = 0;
    if (at < text.size() && (text[at] == '-' || text[at] == '+'))
        digits.negative = text[at++] == '-';
    bool point = false;
    for (; at < text.size(); ++at) {
        if (text[at] == '.' && !point) {
            point = true;
        } else if (text[at] >= '0' && text[at] <= '9') {
            digits.any = true;
            if (digits.value < most / 10) {
                digits.value = digits.value * 10 + (text[at] - '0');
                digits.exponent -= point ? 1 : 0;
            } else {
                digits.exponent += point ? 0 : 1;
            }
        } else {
            break;
        }
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E') && digits.any) {
        ++at;
        if (at < text.size() && text[at] == '+')
            ++at;
        int exponent = 0;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), exponent);
        if (error == std::errc::invalid_argument)
            return std::nullopt;
        if (error == std::errc::result_out_of_range)
            exponent = text[at] == '-' ? -10'000 : 10'000;
        digits.exponent += std::clamp(exponent, -10'000, 10'000);
        at = static_cast<std::size_t>(end - text.data());
    }
    if (!digits.any || at != text.size())
        return std::nullopt;
    return digits;
}

/// What nearly every number in a trace file is: a few digits, nothing else.
std::optional<std::int64_t> plainScaled(std::string_view text, int scale)
{
    constexpr std::array<std::uint64_t, 10> powers{
        1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};
    if (text.empty() || text.size() + static_cast<std::size_t>(scale) > 18 || scale < 0 || scale > 9) {
        if (scale != 0 || text.size() != 19)
            return std::nullopt;
    }
    std::uint64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    value *= powers[static_cast<std::size_t>(scale)];
    return value > INT64_MAX ? INT64_MAX : static_cast<std::int64_t>(value);
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
std::int64_t daysFromCivil(std::int64_t year, unsigned month, unsigned day)
{
    year -= month <= 2 ? 1 : 0;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const auto yearOfEra = static_cast<unsigned>(year - era * 400);
    const unsigned dayOfYear = (153 * (month + (month > 2 ? -3U : 9U)) + 2) / 5 + day - 1;
    const unsigned dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + static_cast<std::int64_t>(dayOfEra) - 719468;
}

std::optional<unsigned> fixedDigits(std::string_view& text, std::size_t count)
{
    unsigned value = 0;
    if (text.size() < count)
        return std::nullopt;
    for (std::size_t at = 0; at < count; ++at) {
        if (text[at] < '0' || text[at] > '9')
            return std::nullopt;
        value = value * 10 + static_cast<unsigned>(text[at] - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, char expected)
{
    if (text.empty() || text.front() != expected)
        return false;
    text.remove_prefix(1);
    return true;
}

/// Fraction digits, cut at nanoseconds.
std::int64_t fractionNs(std::string_view& text)
{
    std::int64_t ns = 0;
    std::int64_t unit = 100'000'000;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        ns += (text.front() - '0') * unit;
        unit /= 10;
        text.remove_prefix(1);
    }
    return ns;
}

/// Seconds east of UTC; nothing for what is no zone.
std::optional<std::int64_t> zoneSeconds(std::string_view text)
{
    if (text.empty() || text == "Z" || text == "z")
        return 0;
    const char sign = text.front();
    if (sign != '+' && sign != '-')
        return std::nullopt;
    text.remove_prefix(1);
    const auto hours = fixedDigits(text, 2);
    take(text, ':');
    const auto minutes = text.empty() ? std::optional<unsigned>(0) : fixedDigits(text, 2);
    if (!hours || !minutes || !text.empty() || *hours > 23 || *minutes > 59)
        return std::nullopt;
    const std::int64_t seconds = *hours * 3600 + *minutes * 60;
    return sign == '-' ? -seconds : seconds;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/// Up to 32 hex digits, dashes aside where `dashes` allows them.
bool readHex(std::string_view text, bool dashes, TraceId& id, std::size_t& digits)
{
    digits = 0;
    id = {};
    for (const char c : text) {
        if (dashes && c == '-')
            continue;
        const int digit = hexDigit(c);
        if (digit < 0 || ++digits > 32)
            return false;
        id.high = id.high << 4 | id.low >> 60;
        id.low = id.low << 4 | static_cast<std::uint64_t>(digit);
    }
    return digits > 0;
}

std::uint64_t bigEndian(const trace::Bytes& bytes, std::size_t from)
{
    std::uint64_t value = 0;
    for (std::size_t at = from; at < from + 8; ++at)
        value = value << 8 | bytes[at];
    return value;
}

/// FNV-1a with a final mix; `seed` makes independent hashes of one text.
std::uint64_t hashOf(std::string_view text, std::uint64_t seed)
{
    std::uint64_t hash = 14695981039346656037U ^ seed * 0x9E3779B97F4A7C15U;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211U;
    }
    hash ^= hash >> 32;
    hash *= 0xD6E8FEB86659FD93U;
    return hash ^ hash >> 32;
}

} // namespace

std::optional<std::int64_t> scaled(std::string_view number, int scale)
{
    if (const auto fast = plainScaled(number, scale))
        return fast;
    const auto digits = digitsOf(number);
    if (!digits)
        return std::nullopt;
    Wide value = digits->value;
    int exponent = digits->exponent + scale;
    constexpr Wide limit = static_cast<Wide>(INT64_MAX) + 1;
    for (; exponent > 0 && value < limit; --exponent) {
        if (value == 0)
            break;
        value *= 10;
    }
    if (exponent < -40)
        value = 0;
    for (bool last = false; exponent < 0 && value != 0 && !last; ++exponent) {
        last = exponent == -1;
        const int dropped = static_cast<int>(value % 10);
        value = value / 10 + (last && dropped >= 5 ? 1 : 0);
    }
    if (digits->negative)
        return value >= limit ? INT64_MIN : static_cast<std::int64_t>(-value);
    return value >= limit ? INT64_MAX : static_cast<std::int64_t>(value);
}

std::optional<std::int64_t> wholeNumber(std::string_view number)
{
    auto digits = digitsOf(number);
    if (!digits)
        return std::nullopt;
    for (; digits->exponent < 0 && digits->value % 10 == 0 && digits->value != 0; ++digits->exponent)
        digits->value /= 10;
    if (digits->exponent < 0 && digits->value != 0)
        return std::nullopt;
    return scaled(number, 0);
}

std::optional<double> realNumber(std::string_view number)
{
    if (number == "NaN")
        return std::nan("");
    if (number == "Infinity" || number == "-Infinity")
        return number.front() == '-' ? -INFINITY : INFINITY;
    if (!number.empty() && number.front() == '+')
        number.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (end != number.data() + number.size() || number.empty() || error == std::errc::invalid_argument)
        return std::nullopt;
    return value;
}

std::optional<std::int64_t> isoTimeNs(std::string_view text)
{
    const auto year = fixedDigits(text, 4);
    if (!year || !take(text, '-'))
        return std::nullopt;
    const auto month = fixedDigits(text, 2);
    if (!month || !take(text, '-'))
        return std::nullopt;
    const auto day = fixedDigits(text, 2);
    if (!day || *month < 1 || *month > 12 || *day < 1 || *day > 31 ||
        !(take(text, 'T') || take(text, ' ') || take(text, 't')))
        return std::nullopt;
    const auto hour = fixedDigits(text, 2);
    if (!hour || !take(text, ':'))
        return std::nullopt;
    const auto minute = fixedDigits(text, 2);
    if (!minute || *hour > 24 || *minute > 59)
        return std::nullopt;
    std::int64_t seconds = 0;
    std::int64_t ns = 0;
    if (take(text, ':')) {
        const auto second = fixedDigits(text, 2);
        if (!second || *second > 60)
            return std::nullopt;
        seconds = *second;
        if (take(text, '.') || take(text, ','))
            ns = fractionNs(text);
    }
    take(text, ' ');
    const auto zone = text == "UTC" ? std::optional<std::int64_t>(0) : zoneSeconds(text);
    if (!zone)
        return std::nullopt;
    seconds += daysFromCivil(*year, *month, *day) * 86'400 + *hour * 3600 + *minute * 60 - *zone;
    if (seconds > INT64_MAX / 1'000'000'000 - 1)
        return INT64_MAX;
    if (seconds < INT64_MIN / 1'000'000'000 + 1)
        return INT64_MIN;
    return seconds * 1'000'000'000 + ns;
}

std::string isoText(std::int64_t unixNs)
{
    std::int64_t seconds = unixNs / 1'000'000'000;
    std::int64_t ns = unixNs % 1'000'000'000;
    if (ns < 0) {
        ns += 1'000'000'000;
        --seconds;
    }
    const std::time_t time = seconds;
    std::tm parts{};
    gmtime_r(&time, &parts);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d.%09lldZ", parts.tm_year + 1900,
                  parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec,
                  static_cast<long long>(ns));
    return text.data();
}

TraceId traceIdOf(std::string_view text)
{
    if (text.starts_with("0x") || text.starts_with("0X"))
        text.remove_prefix(2);
    TraceId id;
    std::size_t digits = 0;
    if (readHex(text, text.size() == 36, id, digits))
        return id;
    if (text.size() == 24 || text.size() == 22) {
        if (const auto bytes = base64Decoded(text); bytes && bytes->size() == 16)
            return {bigEndian(*bytes, 0), bigEndian(*bytes, 8)};
    }
    return {};
}

SpanId spanIdOf(std::string_view text)
{
    if (text.starts_with("0x") || text.starts_with("0X"))
        text.remove_prefix(2);
    TraceId id;
    std::size_t digits = 0;
    if (text.size() <= 16 && readHex(text, false, id, digits))
        return {id.low};
    if (text.size() == 12 || text.size() == 11) {
        if (const auto bytes = base64Decoded(text); bytes && bytes->size() == 8)
            return {bigEndian(*bytes, 0)};
    }
    return {};
}

TraceId derivedTraceId(std::string_view text)
{
    return {hashOf(text, 1), hashOf(text, 2) | 1};
}

SpanId derivedSpanId(std::string_view text)
{
    const std::uint64_t hash = hashOf(text, 3);
    return {hash == 0 ? 1 : hash};
}

SpanId derivedSpanId(std::string_view text, std::uint64_t number)
{
    std::uint64_t hash = hashOf(text, 3) ^ (number + 1) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 30;
    hash *= 0xBF58476D1CE4E5B9U;
    hash ^= hash >> 27;
    return {hash == 0 ? 1 : hash};
}

std::optional<trace::Bytes> base64Decoded(std::string_view text)
{
    while (!text.empty() && text.back() == '=')
        text.remove_suffix(1);
    trace::Bytes bytes;
    bytes.reserve(text.size() * 3 / 4);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        std::uint32_t value = 0;
        if (c >= 'A' && c <= 'Z')
            value = static_cast<std::uint32_t>(c - 'A');
        else if (c >= 'a' && c <= 'z')
            value = static_cast<std::uint32_t>(c - 'a') + 26;
        else if (c >= '0' && c <= '9')
            value = static_cast<std::uint32_t>(c - '0') + 52;
        else if (c == '+' || c == '-')
            value = 62;
        else if (c == '/' || c == '_')
            value = 63;
        else
            return std::nullopt;
        bits = bits << 6 | value;
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes.push_back(static_cast<std::uint8_t>(bits >> count));
        }
    }
    if (text.size() % 4 == 1)
        return std::nullopt;
    return bytes;
}

std::string base64Encoded(const trace::Bytes& bytes)
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t bits = static_cast<std::uint32_t>(bytes[at]) << 16;
        if (at + 1 < bytes.size())
            bits |= static_cast<std::uint32_t>(bytes[at + 1]) << 8;
        if (at + 2 < bytes.size())
            bits |= bytes[at + 2];
        text.push_back(alphabet[bits >> 18]);
        text.push_back(alphabet[bits >> 12 & 63]);
        text.push_back(at + 1 < bytes.size() ? alphabet[bits >> 6 & 63] : '=');
        text.push_back(at + 2 < bytes.size() ? alphabet[bits & 63] : '=');
    }
    return text;
}

int hex4(std::string_view text)
{
    if (text.size() < 4)
        return -1;
    int value = 0;
    for (std::size_t at = 0; at < 4; ++at) {
        const int digit = hexDigit(text[at]);
        if (digit < 0)
            return -1;
        value = value << 4 | digit;
    }
    return value;
}

void appendUtf8(std::string& out, char32_t code)
{
    const auto byte = [&out](char32_t value) { out.push_back(static_cast<char>(value)); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xc0 | code >> 6);
        byte(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        byte(0xe0 | code >> 12);
        byte(0x80 | (code >> 6 & 0x3f));
        byte(0x80 | (code & 0x3f));
    } else {
        byte(0xf0 | code >> 18);
        byte(0x80 | (code >> 12 & 0x3f));
        byte(0x80 | (code >> 6 & 0x3f));
        byte(0x80 | (code & 0x3f));
    }
}

} // namespace spanglass::formats
