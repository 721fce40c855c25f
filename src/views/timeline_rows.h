// SPDX-License-Identifier: GPL-3.0-or-later
/// Which spans a timeline shows, row by row: the tree in drawing order without what is folded or too short.
///
///     rows.setTree(table, tree);
///     rows.setFolded(spanRow, true);
///     rows.row(line).spanRow
///
/// Linear in the number of spans when something changes, constant when asked. No Qt.
#pragma once

#include <cstdint>
#include <vector>

#include "trace/span_table.h"
#include "trace/tree.h"

namespace spanglass::views {

class TimelineRows
{
public:
    struct Line
    {
        std::uint32_t spanRow = trace::noRow;
        std::uint32_t depth = 0;
    };

    void setTree(const trace::SpanTable& table, const trace::Tree& tree);
    void setFolded(std::uint32_t spanRow, bool folded);
    void foldAll(bool folded);
    /// Spans shorter than this are left out, with what is below them; unfinished ones stay.
    void setMinimumNs(std::int64_t minimumNs);
    [[nodiscard]] std::int64_t minimumNs() const { return m_minimumNs; }

    [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(m_lines.size()); }
    [[nodiscard]] const Line& line(std::uint32_t index) const { return m_lines[index]; }
    /// Where a span stands; trace::noRow while it is folded away.
    [[nodiscard]] std::uint32_t lineOf(std::uint32_t spanRow) const;
    [[nodiscard]] bool folded(std::uint32_t spanRow) const { return m_folded[spanRow] != 0; }
    /// Unfolds everything above it.
    void reveal(std::uint32_t spanRow);

private:
    void rebuild();

    const trace::SpanTable* m_table = nullptr;
    const trace::Tree* m_tree = nullptr;
    std::int64_t m_minimumNs = 0;
    std::vector<std::uint8_t> m_folded;
    std::vector<std::uint32_t> m_descendants; ///< of each row, itself not counted
    std::vector<Line> m_lines;
    std::vector<std::uint32_t> m_lineOf;
};

} // namespace spanglass::views
