// SPDX-License-Identifier: GPL-3.0-or-later
/// The forest that a table's `parent` column describes, as flat arrays: children in start order, depths, and
/// the order in which a tree is drawn. Iterative throughout: depth is no limit.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "trace/span_table.h"

namespace spanglass::trace {

/// The parents must be free of cycles, as `linkParents` and `cutCycles` leave them.
class Tree
{
public:
    Tree() = default;
    explicit Tree(const SpanTable& table);

    /// Rows without a parent, by start, then by row.
    [[nodiscard]] std::span<const std::uint32_t> roots() const { return childrenOfSlot(0); }
    /// By start, then by row.
    [[nodiscard]] std::span<const std::uint32_t> children(std::uint32_t row) const
    {
        return childrenOfSlot(row + 1);
    }
    [[nodiscard]] std::uint32_t depth(std::uint32_t row) const { return m_depth[row]; }
    [[nodiscard]] std::uint32_t maxDepth() const { return m_maxDepth; }
    /// Every row, each after its parent and before its parent's next child.
    [[nodiscard]] const std::vector<std::uint32_t>& preorder() const { return m_preorder; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_depth.size()); }

private:
    [[nodiscard]] std::span<const std::uint32_t> childrenOfSlot(std::size_t slot) const
    {
        if (m_offsets.empty())
            return {};
        return {m_children.data() + m_offsets[slot], m_children.data() + m_offsets[slot + 1]};
    }
    void walk();

    // Slot 0 holds the roots, slot row + 1 the children of a row.
    std::vector<std::uint32_t> m_offsets;
    std::vector<std::uint32_t> m_children;
    std::vector<std::uint32_t> m_depth;
    std::vector<std::uint32_t> m_preorder;
    std::uint32_t m_maxDepth = 0;
};

} // namespace spanglass::trace
