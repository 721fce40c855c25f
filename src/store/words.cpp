// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/words.h"

#include <algorithm>
#include <charconv>

namespace spanglass::store {
namespace {

constexpr std::size_t maxValueBytes = std::size_t{256} << 10;

void appendUtf8(std::string& to, unsigned point)
{
    const auto put = [&to](unsigned byte) { to.push_back(static_cast<char>(byte)); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xc0 | point >> 6);
        put(0x80 | (point & 0x3f));
    } else if (point < 0x10000) {
        put(0xe0 | point >> 12);
        put(0x80 | (point >> 6 & 0x3f));
        put(0x80 | (point & 0x3f));
    } else {
        put(0xf0 | point >> 18);
        put(0x80 | (point >> 12 & 0x3f));
        put(0x80 | (point >> 6 & 0x3f));
        put(0x80 | (point & 0x3f));
    }
}

/// The four hex digits after `\u`, or nothing that could be a character.
unsigned unitAt(std::string_view text, std::size_t at)
{
    unsigned unit = 0;
    const bool there = text.size() >= at + 6 && text[at] == '\\' && text[at + 1] == 'u';
    const char* digits = text.data() + at + 2;
    return there && std::from_chars(digits, digits + 4, unit, 16).ptr == digits + 4 ? unit : 0xdc00;
}

/// Appends the escape at `text[at]` as what it stands for, letters as letters and the rest as a blank; gives
/// its length.
std::size_t appendEscape(std::string& to, std::string_view text, std::size_t at)
{
    if (at + 1 >= text.size() || text[at + 1] != 'u') {
        to.push_back(' ');
        return 2;
    }
    const unsigned unit = unitAt(text, at);
    if (unit < 0xd800 || unit > 0xdfff) {
        appendUtf8(to, unit);
        return 6;
    }
    const unsigned low = unit < 0xdc00 ? unitAt(text, at + 6) : 0;
    if (low > 0xdc00 - 1 && low < 0xe000) {
        appendUtf8(to, 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
        return 12;
    }
    to.push_back(' ');
    return 6;
}

/// JSON hides letters in escapes: `\nfind` is not the word "nfind".
void appendJson(std::string& to, std::string_view text)
{
    std::size_t at = 0;
    for (std::size_t escape; (escape = text.find('\\', at)) != std::string_view::npos;) {
        to.append(text.substr(at, escape - at));
        at = escape + appendEscape(to, text, escape);
        if (at >= text.size())
            return;
    }
    to.append(text.substr(at));
}

void appendText(std::string& to, std::string_view text)
{
    text = text.substr(0, maxValueBytes);
    if (text.starts_with('{') || text.starts_with('['))
        appendJson(to, text);
    else
        to.append(text);
    to.push_back('\n');
}

void appendValue(std::string& to, const trace::Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value))
        appendText(to, *text);
    else if (const auto* json = std::get_if<trace::Json>(&value))
        appendText(to, json->text);
    else if (const auto* integer = std::get_if<std::int64_t>(&value))
        (to += std::to_string(*integer)) += '\n';
}

void appendAttributes(std::string& to, const trace::Attributes& attributes)
{
    for (const trace::Attribute& attribute : attributes) {
        (to += attribute.key) += '\n';
        appendValue(to, attribute.value);
    }
}

/// About as many as the words will have, so that they are not moved while they grow.
std::size_t bytesOf(const trace::Span& span)
{
    std::size_t bytes = span.name.size() + span.sourceId.size() + span.statusMessage.size() + 3;
    for (const trace::Attribute& attribute : span.attributes) {
        const auto* text = std::get_if<std::string>(&attribute.value);
        const auto* json = std::get_if<trace::Json>(&attribute.value);
        const std::size_t value = text != nullptr ? text->size() : json != nullptr ? json->text.size() : 20;
        bytes += attribute.key.size() + std::min(value, maxValueBytes) + 2;
    }
    return bytes;
}

} // namespace

std::string wordsOf(const trace::Span& span)
{
    std::string words;
    words.reserve(bytesOf(span));
    (words += span.name) += '\n';
    if (!span.sourceId.empty())
        (words += span.sourceId) += '\n';
    if (!span.statusMessage.empty())
        (words += span.statusMessage) += '\n';
    appendAttributes(words, span.attributes);
    for (const trace::Event& event : span.events) {
        (words += event.name) += '\n';
        appendAttributes(words, event.attributes);
    }
    return words;
}

} // namespace spanglass::store
