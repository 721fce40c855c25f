// SPDX-License-Identifier: GPL-3.0-or-later
/// Children by counting sort over the parent column, depths and drawing order by an explicit stack.
#include "trace/tree.h"

#include <algorithm>

namespace spanglass::trace {
namespace {

std::size_t slotOf(std::uint32_t parent)
{
    return parent == noRow ? 0 : parent + 1;
}

} // namespace

Tree::Tree(const SpanTable& table)
{
    const std::uint32_t rows = table.size();
    m_offsets.assign(rows + 2, 0);
    for (std::uint32_t row = 0; row < rows; ++row)
        ++m_offsets[slotOf(table.parent[row]) + 1];
    for (std::size_t slot = 1; slot < m_offsets.size(); ++slot)
        m_offsets[slot] += m_offsets[slot - 1];

    m_children.resize(rows);
    std::vector<std::uint32_t> next(m_offsets.begin(), m_offsets.end() - 1);
    for (std::uint32_t row = 0; row < rows; ++row)
        m_children[next[slotOf(table.parent[row])]++] = row;

    const auto byStart = [&](std::uint32_t a, std::uint32_t b) {
        return table.startUnixNs[a] != table.startUnixNs[b] ? table.startUnixNs[a] < table.startUnixNs[b]
                                                            : a < b;
    };
    for (std::size_t slot = 0; slot <= rows; ++slot) {
        const auto first = m_children.begin() + m_offsets[slot];
        const auto last = m_children.begin() + m_offsets[slot + 1];
        if (!std::is_sorted(first, last, byStart)) // most sources are in order already
            std::sort(first, last, byStart);
    }
    m_depth.resize(rows);
    walk();
}

void Tree::walk()
{
    m_preorder.reserve(m_depth.size());
    std::vector<std::uint32_t> stack(roots().rbegin(), roots().rend());
    while (!stack.empty()) {
        const std::uint32_t row = stack.back();
        stack.pop_back();
        m_preorder.push_back(row);
        m_maxDepth = std::max(m_maxDepth, m_depth[row]);
        const auto below = children(row);
        for (auto child = below.rbegin(); child != below.rend(); ++child) {
            m_depth[*child] = m_depth[row] + 1;
            stack.push_back(*child);
        }
    }
}

} // namespace spanglass::trace
