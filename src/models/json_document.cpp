// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the text; open containers are known by their node's parent link, so there is no stack.
#include "models/json_document.h"

#include <cctype>
#include <limits>

namespace spanglass::models {
namespace {

constexpr std::size_t mostNodes = 20'000'000;

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool isScalarEnd(char c)
{
    return isSpace(c) || c == ',' || c == ']' || c == '}';
}

void appendUtf8(std::string& out, std::uint32_t code)
{
    const auto byte = [&out](std::uint32_t value) { out += static_cast<char>(value); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xC0 | code >> 6);
        byte(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        byte(0xE0 | code >> 12);
        byte(0x80 | (code >> 6 & 0x3F));
        byte(0x80 | (code & 0x3F));
    } else {
        byte(0xF0 | code >> 18);
        byte(0x80 | (code >> 12 & 0x3F));
        byte(0x80 | (code >> 6 & 0x3F));
        byte(0x80 | (code & 0x3F));
    }
}

std::optional<std::uint32_t> hex4(std::string_view text)
{
    if (text.size() < 4)
        return std::nullopt;
    std::uint32_t value = 0;
    for (const char c : text.substr(0, 4)) {
        if (!std::isxdigit(static_cast<unsigned char>(c)))
            return std::nullopt;
        const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
        value = value << 4 | static_cast<std::uint32_t>(digit);
    }
    return value;
}

} // namespace

/// The position in the text and the container being filled.
class JsonScanner
{
public:
    explicit JsonScanner(JsonDocument& document) : m_document(document), m_text(document.m_text) {}

    bool scan()
    {
        if (!value())
            return false;
        while (m_open != JsonDocument::noNode) {
            if (!step())
                return false;
        }
        skipSpace();
        return m_at == m_text.size();
    }

private:
    using Type = JsonDocument::Type;

    /// One member or element of the open container, or its end.
    bool step()
    {
        const bool object = node(m_open).type == Type::object;
        skipSpace();
        if (m_at >= m_text.size())
            return false;
        if (m_text[m_at] == (object ? '}' : ']'))
            return close();
        if (node(m_open).childCount > 0) {
            if (m_text[m_at] != ',')
                return false;
            ++m_at;
            skipSpace();
        }
        if (!object)
            return value();
        if (!key())
            return false;
        skipSpace();
        if (m_at >= m_text.size() || m_text[m_at] != ':')
            return false;
        ++m_at;
        return value();
    }

    bool key()
    {
        if (m_at >= m_text.size() || m_text[m_at] != '"')
            return false;
        m_keyStart = m_at + 1;
        if (!skipString())
            return false;
        m_keyLength = m_at - 1 - m_keyStart;
        return true;
    }

    bool value()
    {
        skipSpace();
        if (m_at >= m_text.size() || m_document.m_nodes.size() >= mostNodes)
            return false;
        const std::uint32_t index = append();
        const char c = m_text[m_at];
        if (c == '{' || c == '[') {
            node(index).type = c == '{' ? Type::object : Type::array;
            node(index).start = narrow(m_at++);
            m_open = index;
            m_last = JsonDocument::noNode;
            return true;
        }
        if (c == '"') {
            node(index).type = Type::string;
            node(index).start = narrow(m_at + 1);
            if (!skipString())
                return false;
            node(index).length = narrow(m_at - 1 - node(index).start);
            return true;
        }
        return scalar(index);
    }

    bool scalar(std::uint32_t index)
    {
        const std::size_t start = m_at;
        while (m_at < m_text.size() && !isScalarEnd(m_text[m_at]))
            ++m_at;
        const std::string_view word = std::string_view(m_text).substr(start, m_at - start);
        if (word == "null")
            node(index).type = Type::null;
        else if (word == "true" || word == "false")
            node(index).type = Type::boolean;
        else if (!word.empty() && (word[0] == '-' || std::isdigit(static_cast<unsigned char>(word[0]))))
            node(index).type = Type::number;
        else
            return false;
        node(index).start = narrow(start);
        node(index).length = narrow(word.size());
        return true;
    }

    bool close()
    {
        JsonDocument::Node& closed = node(m_open);
        ++m_at;
        closed.length = narrow(m_at - closed.start);
        m_last = m_open;
        m_open = closed.parent;
        return true;
    }

    std::uint32_t append()
    {
        const auto index = static_cast<std::uint32_t>(m_document.m_nodes.size());
        JsonDocument::Node& added = m_document.m_nodes.emplace_back();
        added.parent = m_open;
        added.keyStart = narrow(m_keyStart);
        added.keyLength = narrow(m_keyLength);
        m_keyStart = m_keyLength = 0;
        if (m_open != JsonDocument::noNode) {
            added.position = node(m_open).childCount++;
            if (added.position > 0)
                node(m_last).next = index;
        }
        m_last = index;
        return index;
    }

    /// From an opening quote to behind the closing one.
    bool skipString()
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == '\\') {
                ++m_at;
            } else if (m_text[m_at] == '"') {
                ++m_at;
                return true;
            }
        }
        return false;
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && isSpace(m_text[m_at]))
            ++m_at;
    }

    JsonDocument::Node& node(std::uint32_t index) { return m_document.m_nodes[index]; }
    static std::uint32_t narrow(std::size_t value) { return static_cast<std::uint32_t>(value); }

    JsonDocument& m_document;
    const std::string& m_text;
    std::size_t m_at = 0;
    std::size_t m_keyStart = 0;
    std::size_t m_keyLength = 0;
    std::uint32_t m_open = JsonDocument::noNode;
    std::uint32_t m_last = JsonDocument::noNode; ///< the latest child of the open container
};

std::optional<JsonDocument> JsonDocument::parse(std::string text)
{
    if (text.size() >= std::numeric_limits<std::uint32_t>::max())
        return std::nullopt;
    JsonDocument document;
    document.m_text = std::move(text);
    if (!JsonScanner(document).scan())
        return std::nullopt;
    return document;
}

std::string_view JsonDocument::rawKey(const Node& node) const
{
    return std::string_view(m_text).substr(node.keyStart, node.keyLength);
}

std::string_view JsonDocument::rawValue(const Node& node) const
{
    return std::string_view(m_text).substr(node.start, node.length);
}

std::string JsonDocument::path(std::uint32_t index) const
{
    std::vector<std::uint32_t> steps;
    for (; m_nodes[index].parent != noNode; index = m_nodes[index].parent)
        steps.push_back(index);
    std::string result = "$";
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        const Node& child = m_nodes[*step];
        if (m_nodes[child.parent].type == Type::array) {
            result += '[' + std::to_string(child.position) + ']';
            continue;
        }
        const std::string_view key = rawKey(child);
        const bool plain =
            !key.empty() &&
            key.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") ==
                std::string_view::npos &&
            !std::isdigit(static_cast<unsigned char>(key[0]));
        result += plain ? "." + std::string(key) : "[\"" + std::string(key) + "\"]";
    }
    return result;
}

std::string jsonUnescaped(std::string_view raw)
{
    std::string out;
    out.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\\' || i + 1 >= raw.size()) {
            out += raw[i];
            continue;
        }
        const char c = raw[++i];
        static constexpr std::string_view letters = "\"\\/bfnrt";
        static constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        if (const auto at = letters.find(c); at != std::string_view::npos) {
            out += meanings[at];
            continue;
        }
        auto code = c == 'u' ? hex4(raw.substr(i + 1)) : std::nullopt;
        if (!code) {
            out += '\\';
            out += c;
            continue;
        }
        i += 4;
        if (*code >= 0xD800 && *code < 0xDC00 && raw.substr(i + 1, 2) == "\\u") {
            if (const auto low = hex4(raw.substr(i + 3)); low && *low >= 0xDC00 && *low < 0xE000) {
                code = 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00);
                i += 6;
            }
        }
        // A lone surrogate has no UTF-8: it is shown as the mark for what cannot be shown.
        appendUtf8(out, *code >= 0xD800 && *code < 0xE000 ? 0xFFFD : *code);
    }
    return out;
}

std::string jsonPretty(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + text.size() / 4);
    std::size_t depth = 0;
    // Deeper than this, indentation would be all there is to see.
    constexpr std::size_t deepest = 100;
    const auto newLine = [&] {
        out += '\n';
        out.append(2 * std::min(depth, deepest), ' ');
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') {
            const std::size_t start = i++;
            while (i < text.size() && text[i] != '"')
                i += text[i] == '\\' ? 2 : 1;
            out.append(text.substr(start, i + 1 - start));
        } else if (c == '{' || c == '[') {
            std::size_t after = i + 1;
            while (after < text.size() && isSpace(text[after]))
                ++after;
            out += c;
            if (after < text.size() && text[after] == (c == '{' ? '}' : ']')) {
                out += text[after];
                i = after;
            } else {
                ++depth;
                newLine();
            }
        } else if (c == '}' || c == ']') {
            depth -= depth > 0 ? 1 : 0;
            newLine();
            out += c;
        } else if (c == ',') {
            out += c;
            newLine();
        } else if (c == ':') {
            out += ": ";
        } else if (!isSpace(c)) {
            out += c;
        }
    }
    return out;
}

bool looksLikeJson(std::string_view text)
{
    std::size_t first = 0;
    while (first < text.size() && isSpace(text[first]))
        ++first;
    std::size_t last = text.size();
    while (last > first && isSpace(text[last - 1]))
        --last;
    if (last - first < 2)
        return false;
    return (text[first] == '{' && text[last - 1] == '}') || (text[first] == '[' && text[last - 1] == ']');
}

} // namespace spanglass::models
