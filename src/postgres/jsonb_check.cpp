// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/jsonb_check.h"

#include <string>
#include <unordered_set>
#include <vector>

#include "base/text.h"

namespace spanglass::postgres {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

class Scanner
{
public:
    explicit Scanner(std::string_view json) : m_rest(json) {}

    bool run()
    {
        do {
            if (!element())
                return false;
        } while (!m_open.empty());
        skipSpace();
        return m_rest.empty();
    }

private:
    struct Level
    {
        bool isObject = false;
        bool first = true;
        std::unordered_set<std::string> keys{};
    };

    void skipSpace()
    {
        const std::size_t n = m_rest.find_first_not_of(" \t\r\n");
        m_rest.remove_prefix(n == std::string_view::npos ? m_rest.size() : n);
    }

    bool take(char c)
    {
        if (!m_rest.starts_with(c))
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    /// One step: the next value of the innermost list or object, or its closing bracket.
    bool element()
    {
        skipSpace();
        if (m_open.empty())
            return value();
        Level& level = m_open.back();
        if (take(level.isObject ? '}' : ']')) {
            m_open.pop_back();
            return true;
        }
        if (!level.first && !take(','))
            return false;
        level.first = false;
        skipSpace();
        return (!level.isObject || key(level)) && value();
    }

    bool key(Level& level)
    {
        std::string text;
        if (!string(&text) || !level.keys.insert(std::move(text)).second)
            return false;
        skipSpace();
        if (!take(':'))
            return false;
        skipSpace();
        return true;
    }

    bool value()
    {
        if (m_rest.empty())
            return false;
        switch (m_rest.front()) {
        case '{':
        case '[':
            if (m_open.size() >= deepestJson)
                return false;
            m_open.push_back({.isObject = m_rest.front() == '{'});
            m_rest.remove_prefix(1);
            return true;
        case '"':
            return string(nullptr);
        case 't':
            return word("true");
        case 'f':
            return word("false");
        case 'n':
            return word("null");
        default:
            return number();
        }
    }

    bool word(std::string_view expected)
    {
        if (!m_rest.starts_with(expected))
            return false;
        m_rest.remove_prefix(expected.size());
        return true;
    }

    std::size_t digits()
    {
        std::size_t n = 0;
        while (!m_rest.empty() && isDigit(m_rest.front())) {
            m_rest.remove_prefix(1);
            ++n;
        }
        return n;
    }

    /// numeric holds 131072 digits before the point and 16383 behind it: exponents of more than three digits
    /// are left to text.
    bool number()
    {
        take('-');
        const bool zero = m_rest.starts_with('0');
        const std::size_t whole = digits();
        if (whole == 0 || (zero && whole > 1) || whole > 10'000)
            return false;
        if (take('.')) {
            const std::size_t fraction = digits();
            if (fraction == 0 || fraction > 10'000)
                return false;
        }
        if (!take('e') && !take('E'))
            return true;
        if (!take('+'))
            take('-');
        const std::size_t exponent = digits();
        return exponent >= 1 && exponent <= 3;
    }

    /// A string with its quotes; into `text` with the simple escapes decoded, so that keys compare.
    bool string(std::string* text)
    {
        if (!take('"'))
            return false;
        while (!m_rest.empty()) {
            const char c = m_rest.front();
            if (c == '"') {
                m_rest.remove_prefix(1);
                return true;
            }
            if (static_cast<unsigned char>(c) < 0x20)
                return false;
            if (c == '\\') {
                if (!escapeSequence(text))
                    return false;
                continue;
            }
            const std::size_t bytes = utf8Length(m_rest);
            if (bytes == 0)
                return false;
            if (text)
                text->append(m_rest.substr(0, bytes));
            m_rest.remove_prefix(bytes);
        }
        return false;
    }

    bool escapeSequence(std::string* text)
    {
        m_rest.remove_prefix(1);
        if (m_rest.empty())
            return false;
        const char c = m_rest.front();
        m_rest.remove_prefix(1);
        if (c == 'u')
            return unicodeEscape(text);
        constexpr std::string_view names = "\"\\/bfnrt";
        constexpr std::string_view bytes = "\"\\/\b\f\n\r\t";
        const std::size_t at = names.find(c);
        if (at != std::string_view::npos && text)
            *text += bytes[at];
        return at != std::string_view::npos;
    }

    int hexUnit()
    {
        int unit = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const char c = m_rest.size() > i ? m_rest[i] : '\0';
            const int digit = isDigit(c)             ? c - '0'
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                     : -1;
            if (digit < 0)
                return -1;
            unit = unit << 4 | digit;
        }
        m_rest.remove_prefix(4);
        return unit;
    }

    bool unicodeEscape(std::string* text)
    {
        const int unit = hexUnit();
        if (unit <= 0 || (unit >= 0xdc00 && unit < 0xe000))
            return false;
        if (text) // only has to tell keys apart: a key spelled both ways is rare and goes the text's way
            *text += "\\u" + std::to_string(unit);
        if (unit < 0xd800 || unit >= 0xe000)
            return !(text && unit < 0x80);
        if (!m_rest.starts_with("\\u"))
            return false;
        m_rest.remove_prefix(2);
        const int low = hexUnit();
        if (text)
            *text += "\\u" + std::to_string(low);
        return low >= 0xdc00 && low < 0xe000;
    }

    std::string_view m_rest;
    std::vector<Level> m_open;
};

} // namespace

bool jsonbKeeps(std::string_view json)
{
    return Scanner(json).run();
}

} // namespace spanglass::postgres
