// SPDX-License-Identifier: Apache-2.0
// One string grows; `m_first` says whether a comma is owed.
#include "base/json_writer.h"

#include <charconv>
#include <cmath>

#include "base/text.h"

namespace spanglass {

namespace {

/// Most text is plain, and goes into the whole without a string of its own in between.
bool needsNoEscape(std::string_view text)
{
    bool plain = true;
    for (const char c : text)
        plain &= (c >= 0x20) & (c != '"') & (c != '\\');
    return plain;
}

} // namespace

void JsonWriter::separate()
{
    if (!m_first)
        m_text += ',';
    m_first = false;
}

JsonWriter& JsonWriter::begin(char open, char close)
{
    separate();
    m_text += open;
    m_open.push_back(close);
    m_first = true;
    return *this;
}

JsonWriter& JsonWriter::end([[maybe_unused]] char close)
{
    assert(!m_open.empty() && m_open.back() == close);
    m_text += m_open.back();
    m_open.pop_back();
    m_first = false;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name)
{
    assert(!m_open.empty() && m_open.back() == '}');
    value(name);
    m_text += ':';
    m_first = true;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text)
{
    separate();
    m_text += '"';
    if (needsNoEscape(text))
        m_text += text;
    else
        m_text += jsonEscaped(text);
    m_text += '"';
    return *this;
}

JsonWriter& JsonWriter::value(double number)
{
    if (!std::isfinite(number))
        return null();
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    return raw({digits, static_cast<std::size_t>(end - digits)});
}

JsonWriter& JsonWriter::raw(std::string_view json)
{
    separate();
    m_text += json;
    return *this;
}

} // namespace spanglass
