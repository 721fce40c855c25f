// SPDX-License-Identifier: GPL-3.0-or-later
/// A table for a terminal: aligned columns, hostile text made visible, long cells cut.
///
///     TextTable table({"NAME", ">SPANS"});              // '>': numbers, to the right
///     table.add({"answer", "12"});
///     std::fputs(table.text().c_str(), stdout);
#pragma once

#include <string>
#include <vector>

namespace spanglass::app {

class TextTable
{
public:
    explicit TextTable(std::vector<std::string> header);
    /// As many cells as the header has.
    void add(std::vector<std::string> cells);
    /// Every line with its end; nothing at all when no row was added. A column empty in every row is left
    /// out.
    [[nodiscard]] std::string text() const;

private:
    std::vector<std::vector<std::string>> m_rows; ///< the header first
    std::vector<bool> m_right;
};

/// How many columns a terminal gives `text`, counting each code point as one.
[[nodiscard]] std::size_t columnsOf(std::string_view text);

} // namespace spanglass::app
