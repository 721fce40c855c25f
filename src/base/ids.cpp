// SPDX-License-Identifier: Apache-2.0
/// Hex forms of the W3C ids (W3C Trace Context, section 3.2.2).
#include <spanglass/types.h>

namespace spanglass {
namespace {

void appendHex(std::string& text, std::uint64_t value)
{
    for (int shift = 60; shift >= 0; shift -= 4)
        text.push_back("0123456789abcdef"[(value >> shift) & 0xf]);
}

/// Reads 16 hex digits; false on any other character.
bool readHex(std::string_view digits, std::uint64_t& value) noexcept
{
    value = 0;
    for (const char c : digits) {
        unsigned digit = 0;
        if (c >= '0' && c <= '9')
            digit = static_cast<unsigned>(c - '0');
        else if (c >= 'a' && c <= 'f')
            digit = static_cast<unsigned>(c - 'a') + 10;
        else if (c >= 'A' && c <= 'F')
            digit = static_cast<unsigned>(c - 'A') + 10;
        else
            return false;
        value = value << 4 | digit;
    }
    return true;
}

} // namespace

std::string TraceId::hex() const
{
    std::string text;
    text.reserve(32);
    appendHex(text, high);
    appendHex(text, low);
    return text;
}

TraceId TraceId::fromHex(std::string_view text) noexcept
{
    TraceId id;
    if (text.size() != 32 || !readHex(text.substr(0, 16), id.high) || !readHex(text.substr(16), id.low))
        return {};
    return id;
}

std::string SpanId::hex() const
{
    std::string text;
    text.reserve(16);
    appendHex(text, value);
    return text;
}

SpanId SpanId::fromHex(std::string_view text) noexcept
{
    SpanId id;
    if (text.size() != 16 || !readHex(text, id.value))
        return {};
    return id;
}

} // namespace spanglass
