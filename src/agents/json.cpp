// SPDX-License-Identifier: Apache-2.0
// Writes JSON text. Numbers are written so that they read back as they were.
#include "agents/json.h"

#include <charconv>
#include <cmath>

namespace agents {
namespace {

void append(std::string& out, double number)
{
    if (!std::isfinite(number)) {
        out += "null"; // JSON has no word for it
        return;
    }
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end);
}

void append(std::string& out, const spanglass::Value& value)
{
    using Type = spanglass::Value::Type;
    switch (value.type()) {
    case Type::text:
        out += jsonText(value.text());
        break;
    case Type::integer:
        out += std::to_string(value.integer());
        break;
    case Type::real:
        append(out, value.real());
        break;
    case Type::boolean:
        out += value.integer() != 0 ? "true" : "false";
        break;
    case Type::json:
        out += value.text();
        break;
    }
}

} // namespace

std::string jsonText(std::string_view text)
{
    constexpr std::string_view hexDigits = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\r':
            out += "\\r";
            break;
        default:
            if (byte < 0x20)
                out.append("\\u00").append(1, hexDigits[byte >> 4]).append(1, hexDigits[byte & 15]);
            else
                out += c;
        }
    }
    return out += '"';
}

JsonObject& JsonObject::add(std::string_view key, const spanglass::Value& value)
{
    if (m_text.size() > 1)
        m_text += ',';
    m_text += jsonText(key) + ':';
    append(m_text, value);
    return *this;
}

JsonArray& JsonArray::add(const spanglass::Value& value)
{
    if (m_text.size() > 1)
        m_text += ',';
    append(m_text, value);
    return *this;
}

} // namespace agents
