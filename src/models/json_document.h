// SPDX-License-Identifier: GPL-3.0-or-later
/// JSON text as a flat list of nodes that point into it: what a tree of a 10 MB value needs, and no copy of
/// the value. Iterative: nesting is no limit.
///
///     const auto document = JsonDocument::parse(R"({"a":[1,2]})");   // nothing where the text is no JSON
///     document->node(1);                                             // "a", an array of 2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spanglass::models {

class JsonDocument
{
public:
    enum class Type : std::uint8_t
    {
        null,
        boolean,
        number,
        string,
        array,
        object
    };
    static constexpr std::uint32_t noNode = 0xffffffffu;

    struct Node
    {
        Type type = Type::null;
        std::uint32_t parent = noNode;
        std::uint32_t next = noNode;  ///< sibling
        std::uint32_t position = 0;   ///< among its siblings
        std::uint32_t childCount = 0; ///< of an array or object; its first child is the next node
        std::uint32_t keyStart = 0;   ///< between the quotes; an array's elements have none
        std::uint32_t keyLength = 0;
        std::uint32_t start = 0; ///< of the value; of a string, between the quotes
        std::uint32_t length = 0;
    };

    /// Up to 4 GB and 20 million nodes.
    [[nodiscard]] static std::optional<JsonDocument> parse(std::string text);

    [[nodiscard]] const Node& node(std::uint32_t index) const { return m_nodes[index]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_nodes.size()); }
    [[nodiscard]] const std::string& text() const { return m_text; }
    /// As written, still escaped.
    [[nodiscard]] std::string_view rawKey(const Node& node) const;
    [[nodiscard]] std::string_view rawValue(const Node& node) const;
    /// `$.messages[2].content`, as JSONPath writes it.
    [[nodiscard]] std::string path(std::uint32_t index) const;

private:
    friend class JsonScanner;
    std::string m_text;
    std::vector<Node> m_nodes;
};

/// The inside of a JSON string, its escapes resolved. Escapes that are none are kept as they stand.
[[nodiscard]] std::string jsonUnescaped(std::string_view raw);

/// The same value with one member or element per line, indented by two. Works on the text alone, so numbers
/// and escapes stay as they were written; text that is no JSON comes out no worse than it went in.
[[nodiscard]] std::string jsonPretty(std::string_view text);

/// Cheap: begins with a brace or bracket and ends with its partner.
[[nodiscard]] bool looksLikeJson(std::string_view text);

} // namespace spanglass::models
