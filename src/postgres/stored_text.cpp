// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/stored_text.h"

#include <array>
#include <cstring>
#include <optional>

#include "base/text.h"

namespace spanglass::postgres {
namespace {

constexpr std::string_view escape = "\u241b";

/// Most text is plain: one pass over eight bytes at a time tells.
bool isPlainAscii(std::string_view text)
{
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + i, sizeof word);
        // A byte above 0x7f, or a zero byte (the classic test, exact where no byte is above 0x7f).
        if ((word & 0x8080808080808080u) != 0 ||
            ((word - 0x0101010101010101u) & ~word & 0x8080808080808080u) != 0)
            return false;
    }
    for (; i < text.size(); ++i) {
        if (text[i] <= 0)
            return false;
    }
    return true;
}

void appendEscaped(std::string& out, char byte)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    out += escape;
    out += digits[value >> 4];
    out += digits[value & 15];
}

int hexDigit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::optional<char> escapedByte(std::string_view text)
{
    if (text.size() < 2 || hexDigit(text[0]) < 0 || hexDigit(text[1]) < 0)
        return std::nullopt;
    return static_cast<char>(hexDigit(text[0]) << 4 | hexDigit(text[1]));
}

} // namespace

std::string storedText(std::string_view text)
{
    if (isPlainAscii(text))
        return std::string(text);
    std::string out;
    out.reserve(text.size() + 16);
    while (!text.empty()) {
        const std::size_t bytes = utf8Length(text);
        if (bytes == 0 || text.front() == '\0') {
            appendEscaped(out, text.front());
            text.remove_prefix(1);
            continue;
        }
        if (text.starts_with(escape))
            out += escape;
        out += text.substr(0, bytes);
        text.remove_prefix(bytes);
    }
    return out;
}

std::string_view storedText(std::string_view text, std::string& room)
{
    if (isPlainAscii(text))
        return text;
    room = storedText(text);
    return room;
}

std::string originalText(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t at = text.find(escape);
        out += text.substr(0, at);
        if (at == std::string_view::npos)
            break;
        text.remove_prefix(at + escape.size());
        if (text.starts_with(escape)) {
            out += escape;
            text.remove_prefix(escape.size());
        } else if (const auto byte = escapedByte(text)) {
            out += *byte;
            text.remove_prefix(2);
        } else {
            out += escape;
        }
    }
    return out;
}

} // namespace spanglass::postgres
