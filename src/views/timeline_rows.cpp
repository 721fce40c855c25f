// SPDX-License-Identifier: GPL-3.0-or-later
// The tree's preorder, with jumps over what is hidden.
#include "views/timeline_rows.h"

#include <algorithm>

namespace spanglass::views {

void TimelineRows::setTree(const trace::SpanTable& table, const trace::Tree& tree)
{
    m_table = &table;
    m_tree = &tree;
    // A growing trace keeps its folds: rows keep their numbers while a table is appended to.
    m_folded.resize(tree.size(), 0);
    m_descendants.assign(tree.size(), 0);
    const auto& preorder = tree.preorder();
    for (auto row = preorder.rbegin(); row != preorder.rend(); ++row) {
        if (const std::uint32_t parent = table.parent[*row]; parent != trace::noRow)
            m_descendants[parent] += m_descendants[*row] + 1;
    }
    rebuild();
}

void TimelineRows::setFolded(std::uint32_t spanRow, bool folded)
{
    m_folded[spanRow] = folded;
    rebuild();
}

void TimelineRows::foldAll(bool folded)
{
    std::ranges::fill(m_folded, std::uint8_t(folded));
    rebuild();
}

void TimelineRows::setMinimumNs(std::int64_t minimumNs)
{
    m_minimumNs = minimumNs;
    rebuild();
}

std::uint32_t TimelineRows::lineOf(std::uint32_t spanRow) const
{
    return spanRow < m_lineOf.size() ? m_lineOf[spanRow] : trace::noRow;
}

void TimelineRows::reveal(std::uint32_t spanRow)
{
    if (lineOf(spanRow) != trace::noRow || spanRow >= m_folded.size())
        return;
    for (std::uint32_t up = m_table->parent[spanRow]; up != trace::noRow; up = m_table->parent[up])
        m_folded[up] = 0;
    rebuild();
}

void TimelineRows::rebuild()
{
    m_lines.clear();
    if (!m_tree)
        return;
    m_lineOf.assign(m_tree->size(), trace::noRow);
    const auto& preorder = m_tree->preorder();
    for (std::size_t at = 0; at < preorder.size();) {
        const std::uint32_t row = preorder[at];
        const std::int64_t durationNs = m_table->durationNs[row];
        const bool tooShort = durationNs >= 0 && durationNs < m_minimumNs;
        if (!tooShort) {
            m_lineOf[row] = static_cast<std::uint32_t>(m_lines.size());
            m_lines.push_back({row, m_tree->depth(row)});
        }
        at += tooShort || m_folded[row] ? m_descendants[row] + 1 : 1;
    }
}

} // namespace spanglass::views
