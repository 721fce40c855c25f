// SPDX-License-Identifier: GPL-3.0-or-later
/// Sibling matching in three passes over labels that both tables share, and a walk that needs no call stack.
#include "trace/align.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "trace/tree.h"

namespace spanglass::trace {
namespace {

using Rows = std::span<const std::uint32_t>;

/// A name and a kind as one number with the same meaning for both tables.
using Label = std::uint64_t;

/// One of the two runs, with what matching asks of it.
struct Side
{
    Tree tree;
    std::vector<Label> label;
    std::vector<std::uint64_t> shape; ///< of the labels below; 0 where nothing is below

    Side(const SpanTable& table, StringTable& names) : tree(table)
    {
        std::vector<Label> nameOf(table.strings.size());
        for (std::uint32_t id = 0; id < nameOf.size(); ++id)
            nameOf[id] = names.intern(table.strings.text(id));
        label.resize(table.size());
        for (std::uint32_t row = 0; row < table.size(); ++row)
            label[row] = nameOf[table.name[row]] << 8 | static_cast<Label>(table.kind[row]);
        shape.resize(table.size());
        const auto& order = tree.preorder();
        for (auto row = order.rbegin(); row != order.rend(); ++row)
            for (const std::uint32_t child : tree.children(*row))
                shape[*row] = mix(mix(shape[*row], label[child]), shape[child]);
    }

    static std::uint64_t mix(std::uint64_t seed, std::uint64_t value)
    {
        seed ^= value + 0x9E3779B97F4A7C15u + (seed << 6) + (seed >> 2);
        return seed * 0xBF58476D1CE4E5B9u | 1;
    }
};

/// How the children of one matched pair were matched; indices into the two lists of children.
class Siblings
{
public:
    Siblings(const Side& a, const Side& b, Rows childrenOfA, Rows childrenOfB)
        : m_a(a), m_b(b), m_childrenOfA(childrenOfA), m_childrenOfB(childrenOfB),
          m_partnerOfA(childrenOfA.size(), none), m_partnerOfB(childrenOfB.size(), none),
          m_inOrder(childrenOfB.size()), m_renamed(childrenOfB.size())
    {
        matchInOrder();
        matchAnywhere([&](std::size_t i) { return m_a.label[m_childrenOfA[i]]; },
                      [&](std::size_t j) { return m_b.label[m_childrenOfB[j]]; }, false);
        // Only where something stands below: two leaves of other names have nothing in common.
        matchAnywhere([&](std::size_t i) { return renameKey(m_a, m_childrenOfA[i]); },
                      [&](std::size_t j) { return renameKey(m_b, m_childrenOfB[j]); }, true);
    }

    /// The children of both in display order.
    [[nodiscard]] std::vector<AlignedRow> rows(std::uint32_t depth) const
    {
        std::vector<AlignedRow> rows;
        std::size_t nextOfA = 0;
        const auto emitRemovedBefore = [&](std::size_t end) {
            for (; nextOfA < end; ++nextOfA)
                if (m_partnerOfA[nextOfA] == none)
                    rows.push_back({m_childrenOfA[nextOfA], noRow, depth, false, false});
        };
        for (std::size_t j = 0; j < m_childrenOfB.size(); ++j) {
            const std::size_t i = m_partnerOfB[j];
            if (i != none && m_inOrder[j])
                emitRemovedBefore(i);
            rows.push_back({i == none ? noRow : m_childrenOfA[i], m_childrenOfB[j], depth,
                            i != none && !m_inOrder[j] && !m_renamed[j], m_renamed[j]});
        }
        emitRemovedBefore(m_childrenOfA.size());
        return rows;
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    static constexpr std::size_t maxPairs = 1u << 20; // 4 MB of lengths

    [[nodiscard]] bool alike(std::size_t i, std::size_t j) const
    {
        return m_a.label[m_childrenOfA[i]] == m_b.label[m_childrenOfB[j]];
    }

    void match(std::size_t i, std::size_t j, bool inOrder)
    {
        m_partnerOfA[i] = j;
        m_partnerOfB[j] = i;
        m_inOrder[j] = inOrder;
    }

    void matchInOrder()
    {
        std::size_t first = 0;
        std::size_t lastOfA = m_childrenOfA.size();
        std::size_t lastOfB = m_childrenOfB.size();
        for (; first < lastOfA && first < lastOfB && alike(first, first); ++first)
            match(first, first, true);
        for (; lastOfA > first && lastOfB > first && alike(lastOfA - 1, lastOfB - 1); --lastOfA, --lastOfB)
            match(lastOfA - 1, lastOfB - 1, true);
        if ((lastOfA - first) * (lastOfB - first) <= maxPairs)
            matchLongestCommon(first, lastOfA, lastOfB);
    }

    /// The textbook table of common lengths over what prefix and suffix left.
    void matchLongestCommon(std::size_t first, std::size_t lastOfA, std::size_t lastOfB)
    {
        const std::size_t width = lastOfB - first + 1;
        std::vector<std::uint32_t> length((lastOfA - first + 1) * width);
        const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& {
            return length[(i - first) * width + (j - first)];
        };
        for (std::size_t i = lastOfA; i-- > first;)
            for (std::size_t j = lastOfB; j-- > first;)
                at(i, j) = alike(i, j) ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
        for (std::size_t i = first, j = first; i < lastOfA && j < lastOfB;) {
            if (alike(i, j))
                match(i++, j++, true);
            else if (at(i + 1, j) >= at(i, j + 1))
                ++i;
            else
                ++j;
        }
    }

    /// The k-th unmatched child of `a` with a key goes with the k-th of `b` with that key; key 0 matches
    /// nothing.
    template<class KeyOfA, class KeyOfB>
    void matchAnywhere(const KeyOfA& keyOfA, const KeyOfB& keyOfB, bool renamed)
    {
        std::map<std::uint64_t, std::vector<std::size_t>> waiting;
        for (std::size_t i = m_childrenOfA.size(); i-- > 0;)
            if (m_partnerOfA[i] == none && keyOfA(i) != 0)
                waiting[keyOfA(i)].push_back(i);
        if (waiting.empty())
            return;
        for (std::size_t j = 0; j < m_childrenOfB.size(); ++j) {
            if (m_partnerOfB[j] != none)
                continue;
            const auto found = waiting.find(keyOfB(j));
            if (found == waiting.end() || found->second.empty())
                continue;
            match(found->second.back(), j, false);
            m_renamed[j] = renamed;
            found->second.pop_back();
        }
    }

    static std::uint64_t renameKey(const Side& side, std::uint32_t row)
    {
        return side.shape[row] == 0 ? 0 : Side::mix(side.shape[row], side.label[row] & 0xff);
    }

    const Side& m_a;
    const Side& m_b;
    Rows m_childrenOfA;
    Rows m_childrenOfB;
    std::vector<std::size_t> m_partnerOfA;
    std::vector<std::size_t> m_partnerOfB;
    std::vector<bool> m_inOrder;
    std::vector<bool> m_renamed;
};

} // namespace

std::vector<AlignedRow> align(const SpanTable& a, const SpanTable& b)
{
    StringTable names;
    const Side sideA(a, names);
    const Side sideB(b, names);
    const auto below = [](const Side& side, std::uint32_t row) {
        return row == noRow ? Rows{} : side.tree.children(row);
    };

    std::vector<AlignedRow> aligned;
    aligned.reserve(a.size() + b.size());
    std::vector<AlignedRow> stack = Siblings(sideA, sideB, sideA.tree.roots(), sideB.tree.roots()).rows(0);
    std::reverse(stack.begin(), stack.end());
    while (!stack.empty()) {
        const AlignedRow row = stack.back();
        stack.pop_back();
        aligned.push_back(row);
        const Rows childrenOfA = below(sideA, row.a);
        const Rows childrenOfB = below(sideB, row.b);
        if (childrenOfA.empty() && childrenOfB.empty())
            continue;
        const auto children = Siblings(sideA, sideB, childrenOfA, childrenOfB).rows(row.depth + 1);
        stack.insert(stack.end(), children.rbegin(), children.rend());
    }
    return aligned;
}

} // namespace spanglass::trace
