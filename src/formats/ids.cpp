// SPDX-License-Identifier: GPL-3.0-or-later
// Ids and bytes as text: hex, base64, escapes, and ids made of what is none.
#include <array>

#include "formats/numbers.h"

namespace spanglass::formats {
namespace {

/// The digit's value at each character; -1 where it is none.
constexpr std::array<std::int8_t, 256> hexValues = [] {
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    for (int digit = 0; digit < 16; ++digit) {
        values[static_cast<unsigned char>("0123456789abcdef"[digit])] = static_cast<std::int8_t>(digit);
        values[static_cast<unsigned char>("0123456789ABCDEF"[digit])] = static_cast<std::int8_t>(digit);
    }
    return values;
}();

int hexDigit(char c)
{
    return hexValues[static_cast<unsigned char>(c)];
}

/// Sixteen digits, which is what nearly every id is made of: one test for all of them.
bool readSixteen(const char* text, std::uint64_t& value)
{
    value = 0;
    int good = 0;
    for (int at = 0; at < 16; ++at) {
        const int digit = hexDigit(text[at]);
        good |= digit; // negative once one is none
        value = value << 4 | static_cast<std::uint64_t>(digit & 15);
    }
    return good >= 0;
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

TraceId traceIdOf(std::string_view text)
{
    TraceId id;
    if (text.size() == 32 && readSixteen(text.data(), id.high) && readSixteen(text.data() + 16, id.low))
        return id;
    if (text.starts_with("0x") || text.starts_with("0X"))
        text.remove_prefix(2);
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
    if (std::uint64_t value = 0; text.size() == 16 && readSixteen(text.data(), value))
        return {value};
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
