// SPDX-License-Identifier: GPL-3.0-or-later
/// The walk over what is asked for; skipping is in json_skip.cpp.
#include "formats/json_cursor.h"

#include "formats/numbers.h"

namespace spanglass::formats {

// Mostly there is none: one comparison then. What stands behind the end is readable.
inline void JsonCursor::space()
{
    if (static_cast<unsigned char>(*m_at) > ' ')
        return;
    while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
        ++m_at;
}

bool JsonCursor::fail(const char* what)
{
    if (m_error == nullptr) {
        m_error = what;
        m_endedEarly = m_at >= m_end;
        if (m_endedEarly)
            m_error = "it ends early";
    }
    return false;
}

bool JsonCursor::atEnd()
{
    space();
    return m_at >= m_end;
}

JsonCursor::Type JsonCursor::peek()
{
    if (failed())
        return Type::none;
    space();
    if (m_at >= m_end)
        return Type::none;
    switch (*m_at) {
    case '{':
        return Type::object;
    case '[':
        return Type::array;
    case '"':
        return Type::string;
    case 't':
    case 'f':
        return Type::boolean;
    case 'n':
        return Type::null;
    default:
        return *m_at == '-' || (*m_at >= '0' && *m_at <= '9') || *m_at == 'N' || *m_at == 'I' ? Type::number
                                                                                              : Type::none;
    }
}

bool JsonCursor::enter(char bracket)
{
    if (failed())
        return false;
    space();
    if (m_at >= m_end || *m_at != bracket)
        return fail(bracket == '{' ? "an object is expected" : "a list is expected");
    ++m_at;
    m_afterValue = false;
    return true;
}

bool JsonCursor::nextKey()
{
    if (failed())
        return false;
    space();
    if (m_at < m_end && *m_at == ',') {
        ++m_at;
        space();
    } else if (m_afterValue && !(m_at < m_end && *m_at == '}')) {
        return fail("a comma or a closing brace is expected");
    }
    if (m_at < m_end && *m_at == '}') {
        ++m_at;
        m_afterValue = true;
        return false;
    }
    if (m_at >= m_end || *m_at != '"')
        return fail("a name in quotes is expected");
    bool escaped = false;
    if (!readString(m_key, escaped))
        return false;
    if (escaped) {
        m_keyText.clear();
        unescape(m_key, m_keyText);
        m_key = m_keyText;
    }
    space();
    if (m_at >= m_end || *m_at != ':')
        return fail("a colon is expected");
    ++m_at;
    space();
    if (m_at >= m_end)
        return fail("a value is expected");
    return true;
}

bool JsonCursor::nextElement()
{
    if (failed())
        return false;
    space();
    if (m_at < m_end && *m_at == ',') {
        ++m_at;
        space();
    } else if (m_afterValue && !(m_at < m_end && *m_at == ']')) {
        return fail("a comma or a closing bracket is expected");
    }
    if (m_at >= m_end)
        return fail("an element is expected");
    if (*m_at == ']') {
        ++m_at;
        m_afterValue = true;
        return false;
    }
    return true;
}

bool JsonCursor::readString(std::string_view& raw, bool& escaped)
{
    const char* const inside = m_at + 1;
    const char* const behind = skipString(inside, m_end, escaped);
    if (behind == nullptr) {
        m_at = m_end;
        return fail("a string does not end");
    }
    raw = {inside, static_cast<std::size_t>(behind - 1 - inside)};
    m_at = behind;
    return true;
}

const char* JsonCursor::scalarEnd() const
{
    const char* at = m_at;
    while (at < m_end && *at != ',' && *at != '}' && *at != ']' && *at != ' ' && *at != '\n' && *at != '\r' &&
           *at != '\t')
        ++at;
    return at;
}

std::string_view JsonCursor::skip()
{
    const Type type = peek();
    const char* const from = m_at;
    bool escaped = false;
    switch (type) {
    case Type::none:
        if (!failed())
            fail("a value is expected");
        return {};
    case Type::string: {
        std::string_view raw;
        if (!readString(raw, escaped))
            return {};
        break;
    }
    case Type::object:
    case Type::array: {
        const char* const behind = skipContainer(m_at, m_end);
        if (behind == nullptr) {
            m_at = m_end;
            fail("a list or object does not end");
            return {};
        }
        m_at = behind;
        break;
    }
    default:
        m_at = scalarEnd();
        break;
    }
    m_afterValue = true;
    return {from, static_cast<std::size_t>(m_at - from)};
}

std::string_view JsonCursor::string()
{
    if (peek() != Type::string) {
        skip();
        return {};
    }
    std::string_view raw;
    bool escaped = false;
    if (!readString(raw, escaped))
        return {};
    m_afterValue = true;
    if (!escaped)
        return raw;
    m_text.clear();
    unescape(raw, m_text);
    return m_text;
}

std::string_view JsonCursor::scalar()
{
    switch (peek()) {
    case Type::object:
    case Type::array:
        skip();
        return {};
    case Type::string: {
        const std::string_view text = skip();
        return text.size() < 2 ? std::string_view() : text.substr(1, text.size() - 2);
    }
    default:
        return skip();
    }
}

void unescape(std::string_view raw, std::string& out)
{
    out.reserve(out.size() + raw.size());
    for (std::size_t at = 0; at < raw.size(); ++at) {
        if (raw[at] != '\\' || at + 1 >= raw.size()) {
            out.push_back(raw[at]);
            continue;
        }
        const char kind = raw[++at];
        switch (kind) {
        case 'n':
            out.push_back('\n');
            break;
        case 't':
            out.push_back('\t');
            break;
        case 'r':
            out.push_back('\r');
            break;
        case 'b':
            out.push_back('\b');
            break;
        case 'f':
            out.push_back('\f');
            break;
        case 'u': {
            const int first = hex4(raw.substr(at + 1));
            if (first < 0) { // no escape after all: kept as it stands
                out += "\\u";
                break;
            }
            at += 4;
            char32_t code = static_cast<char32_t>(first);
            if (code >= 0xd800 && code < 0xdc00 && raw.substr(at + 1, 2) == "\\u") {
                const int second = hex4(raw.substr(at + 3));
                if (second >= 0xdc00 && second < 0xe000) {
                    code = 0x10000 + ((code - 0xd800) << 10) + (static_cast<char32_t>(second) - 0xdc00);
                    at += 6;
                }
            }
            appendUtf8(out, code >= 0xd800 && code < 0xe000 ? U'\ufffd' : code);
            break;
        }
        default: // the quote, the slashes; anything else is kept
            out.push_back(kind);
        }
    }
}

} // namespace spanglass::formats
