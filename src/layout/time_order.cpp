// SPDX-License-Identifier: GPL-3.0-or-later
/// Lanes by first fit, bottom-up: heights and lasting of subtrees first, then places from the roots down.
#include "layout/time_order.h"

#include <algorithm>
#include <limits>
#include <map>
#include <queue>
#include <span>
#include <unordered_map>

namespace spanglass::layout {
namespace {

constexpr std::int64_t forever = std::numeric_limits<std::int64_t>::max();

std::int64_t endOf(const trace::SpanTable& table, std::uint32_t row, std::int64_t openEnd)
{
    const std::int64_t start = table.startUnixNs[row];
    if (table.durationNs[row] == trace::unfinished)
        return std::max(start, openEnd);
    const std::int64_t duration = std::max<std::int64_t>(table.durationNs[row], 0);
    return duration > forever - std::max<std::int64_t>(start, 0) ? forever : start + duration;
}

/// First fit of blocks of lanes over time. Blocks come in order of their begin.
class LanePacker
{
public:
    /// The lowest base so that `height` lanes are free from `begin` on; they are taken until `end`.
    std::uint32_t place(std::int64_t begin, std::int64_t end, std::uint32_t height)
    {
        if (begin >= m_lastEnd) // the common case: nothing is running
            clear();
        while (!m_taken.empty() && m_taken.top().end <= begin) {
            release(m_taken.top().base, m_taken.top().height);
            m_taken.pop();
        }
        const std::uint32_t base = take(height);
        m_taken.push({end, base, height});
        m_lastEnd = std::max(m_lastEnd, end);
        m_used = std::max(m_used, base + height);
        return base;
    }
    [[nodiscard]] std::uint32_t used() const { return m_used; }

private:
    struct Block
    {
        std::int64_t end;
        std::uint32_t base;
        std::uint32_t height;
        bool operator<(const Block& other) const { return end > other.end; } // the earliest end on top
    };

    void clear()
    {
        m_taken = {};
        m_gaps.clear();
        m_top = 0;
    }

    std::uint32_t take(std::uint32_t height)
    {
        // Among very many gaps that are too small the search gives up: more lanes, but never quadratic time.
        int tries = 64;
        for (auto gap = m_gaps.begin(); gap != m_gaps.end() && tries > 0; ++gap, --tries) {
            if (gap->second < height)
                continue;
            const auto [base, room] = *gap;
            m_gaps.erase(gap);
            if (room > height)
                m_gaps.emplace(base + height, room - height);
            return base;
        }
        const std::uint32_t base = m_top;
        m_top += height;
        return base;
    }

    void release(std::uint32_t base, std::uint32_t height)
    {
        const auto next = m_gaps.find(base + height);
        if (next != m_gaps.end()) {
            height += next->second;
            m_gaps.erase(next);
        }
        if (base + height == m_top)
            m_top = base;
        else
            m_gaps.emplace(base, height);
        joinBelow(base);
    }

    void joinBelow(std::uint32_t base)
    {
        auto above = m_gaps.lower_bound(base);
        if (above == m_gaps.begin())
            return;
        const auto below = std::prev(above);
        if (below->first + below->second != base)
            return;
        if (m_top == base)
            m_top = below->first;
        else if (above != m_gaps.end() && above->first == base) {
            below->second += above->second;
            m_gaps.erase(above);
            return;
        } else
            return;
        m_gaps.erase(below);
    }

    std::priority_queue<Block> m_taken;
    std::map<std::uint32_t, std::uint32_t> m_gaps; // base → height, never adjacent to each other or the top
    std::uint32_t m_top = 0;                       // everything from here on is free
    std::uint32_t m_used = 0;
    std::int64_t m_lastEnd = std::numeric_limits<std::int64_t>::min();
};

struct Subtrees
{
    std::vector<std::uint32_t> height; // lanes of the subtree, its own included
    std::vector<std::int64_t> begin;   // of its first span: clocks differ, a child may precede its parent
    std::vector<std::int64_t> lasting; // the end of its last span; forever while one is unfinished
};

/// Siblings in the order in which the packer wants them. They come sorted by their own start, so this is
/// nearly always nothing to do.
std::span<const std::uint32_t> byBegin(std::span<const std::uint32_t> siblings, const Subtrees& trees,
                                       std::vector<std::uint32_t>& sorted)
{
    const auto earlier = [&](std::uint32_t a, std::uint32_t b) { return trees.begin[a] < trees.begin[b]; };
    if (std::is_sorted(siblings.begin(), siblings.end(), earlier))
        return siblings;
    sorted.assign(siblings.begin(), siblings.end());
    std::stable_sort(sorted.begin(), sorted.end(), earlier);
    return sorted;
}

/// Heights and extents, children before parents; `bars.lane` gets the place below the parent.
Subtrees measure(const trace::SpanTable& table, const trace::Tree& tree, Bars& bars)
{
    Subtrees trees{std::vector<std::uint32_t>(table.size(), 1), bars.begin, bars.end};
    std::vector<std::uint32_t> sorted;
    const auto& order = tree.preorder();
    for (auto at = order.rbegin(); at != order.rend(); ++at) {
        const std::uint32_t row = *at;
        if (table.durationNs[row] == trace::unfinished)
            trees.lasting[row] = forever;
        const auto children = tree.children(row);
        if (children.empty())
            continue;
        LanePacker packer;
        for (const std::uint32_t child : byBegin(children, trees, sorted)) {
            bars.lane[child] = packer.place(trees.begin[child], trees.lasting[child], trees.height[child]);
            trees.begin[row] = std::min(trees.begin[row], trees.begin[child]);
            trees.lasting[row] = std::max(trees.lasting[row], trees.lasting[child]);
        }
        trees.height[row] += packer.used();
    }
    return trees;
}

/// Gives every root its lane; returns how many lanes all tracks take.
std::uint32_t placeRoots(const trace::SpanTable& table, const trace::Tree& tree, const Subtrees& trees,
                         Bars& bars)
{
    std::unordered_map<std::uint32_t, std::size_t> blockOfTrack;
    std::vector<LanePacker> blocks;
    std::vector<std::uint32_t> sorted;
    for (const std::uint32_t root : byBegin(tree.roots(), trees, sorted)) {
        const auto [found, isNew] = blockOfTrack.try_emplace(table.track[root], blocks.size());
        if (isNew)
            blocks.emplace_back();
        bars.lane[root] =
            blocks[found->second].place(trees.begin[root], trees.lasting[root], trees.height[root]);
    }
    std::vector<std::uint32_t> base;
    std::uint32_t lanes = 0;
    for (const LanePacker& block : blocks) {
        base.push_back(lanes);
        lanes += block.used();
    }
    for (const std::uint32_t root : tree.roots())
        bars.lane[root] += base[blockOfTrack[table.track[root]]];
    return lanes;
}

} // namespace

std::int64_t lastKnownNs(const trace::SpanTable& table)
{
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    for (std::uint32_t row = 0; row < table.size(); ++row)
        last = std::max(last, endOf(table, row, table.startUnixNs[row]));
    return table.size() == 0 ? 0 : last;
}

Bars timeOrder(const trace::SpanTable& table, const trace::Tree& tree, std::int64_t openEndNs)
{
    Bars bars;
    const std::uint32_t rows = table.size();
    if (rows == 0)
        return bars;
    bars.begin = table.startUnixNs;
    bars.end.resize(rows);
    bars.lane.resize(rows);
    for (std::uint32_t row = 0; row < rows; ++row)
        bars.end[row] = endOf(table, row, openEndNs);

    const Subtrees trees = measure(table, tree, bars);
    bars.lanes = placeRoots(table, tree, trees, bars);
    for (const std::uint32_t row : tree.preorder()) {
        if (table.parent[row] != trace::noRow)
            bars.lane[row] += bars.lane[table.parent[row]] + 1;
    }
    bars.first = *std::min_element(bars.begin.begin(), bars.begin.end());
    bars.last = *std::max_element(bars.end.begin(), bars.end.end());
    return bars;
}

} // namespace spanglass::layout
