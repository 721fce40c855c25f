// SPDX-License-Identifier: GPL-3.0-or-later
/// simdjson answers for valid text at memory speed; only text that is not valid is looked through.
#include "formats/encoding.h"

#include <simdjson.h>

#include "formats/numbers.h"

namespace spanglass::formats {
namespace {

/// Bytes of the valid character at the start of `text`; 0 where there is none (RFC 3629, table 3-7 of
/// Unicode).
std::size_t characterAt(std::string_view text)
{
    const auto at = [&](std::size_t i) {
        return static_cast<unsigned char>(i < text.size() ? text[i] : '\0');
    };
    const unsigned char first = at(0);
    const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xbf) {
        return at(i) >= low && at(i) <= high;
    };
    if (first < 0x80)
        return 1;
    if (first >= 0xc2 && first <= 0xdf)
        return follows(1) ? 2 : 0;
    if (first >= 0xe0 && first <= 0xef) {
        const unsigned low = first == 0xe0 ? 0xa0 : 0x80;
        const unsigned high = first == 0xed ? 0x9f : 0xbf;
        return follows(1, low, high) && follows(2) ? 3 : 0;
    }
    if (first >= 0xf0 && first <= 0xf4) {
        const unsigned low = first == 0xf0 ? 0x90 : 0x80;
        const unsigned high = first == 0xf4 ? 0x8f : 0xbf;
        return follows(1, low, high) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

bool bigEndian(std::string_view bytes)
{
    if (bytes.starts_with("\xfe\xff"))
        return true;
    return !bytes.starts_with("\xff\xfe") && bytes.size() >= 2 && bytes[0] == '\0';
}

} // namespace

std::size_t byteOrderMark(std::string_view bytes)
{
    return bytes.starts_with("\xef\xbb\xbf") ? 3 : 0;
}

bool isUtf16(std::string_view bytes)
{
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"))
        return true;
    if (bytes.size() < 4)
        return false;
    return (bytes[0] == '\0' && bytes[1] != '\0' && bytes[2] == '\0' && bytes[3] != '\0') ||
           (bytes[0] != '\0' && bytes[1] == '\0' && bytes[2] != '\0' && bytes[3] == '\0');
}

Bytes utf16ToUtf8(std::string_view bytes)
{
    const bool big = bigEndian(bytes);
    std::size_t at = bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff") ? 2 : 0;
    const auto unit = [&](std::size_t place) {
        const auto first = static_cast<unsigned char>(bytes[place]);
        const auto second = static_cast<unsigned char>(bytes[place + 1]);
        return static_cast<char32_t>(big ? first << 8 | second : second << 8 | first);
    };
    std::string text;
    text.reserve(bytes.size());
    for (; at + 1 < bytes.size(); at += 2) {
        char32_t code = unit(at);
        if (code >= 0xd800 && code < 0xdc00 && at + 3 < bytes.size()) {
            const char32_t low = unit(at + 2);
            if (low >= 0xdc00 && low < 0xe000) {
                code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
                at += 2;
            }
        }
        appendUtf8(text, code >= 0xd800 && code < 0xe000 ? U'\ufffd' : code);
    }
    return Bytes(text);
}

InvalidUtf8 invalidUtf8(std::string_view text)
{
    InvalidUtf8 found;
    if (simdjson::validate_utf8(text.data(), text.size()))
        return found;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = characterAt(text.substr(at));
        if (length == 0 && found.count++ == 0)
            found.first = at;
        at += length == 0 ? 1 : length;
    }
    return found;
}

} // namespace spanglass::formats
