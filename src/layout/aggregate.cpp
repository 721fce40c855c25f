// SPDX-License-Identifier: GPL-3.0-or-later
/// Merging by path, callers and callees of one name, and the proportional layout.
#include "layout/aggregate.h"

#include <algorithm>
#include <unordered_map>

namespace spanglass::layout {
namespace {

/// Collects nodes by (parent node, key), then puts them into drawing order, heaviest sibling first.
class Merger
{
public:
    std::uint32_t node(std::uint32_t parent, std::uint32_t key)
    {
        const std::uint64_t place = static_cast<std::uint64_t>(parent) << 32 | key;
        const auto [found, isNew] = m_found.try_emplace(place, static_cast<std::uint32_t>(m_nodes.size()));
        if (isNew) {
            Aggregate::Node made;
            made.parent = parent;
            made.key = key;
            m_nodes.push_back(made);
            m_heaviest.push_back(-1);
        }
        return found->second;
    }

    void addCall(std::uint32_t at, std::int64_t weight, std::uint32_t row, bool failed)
    {
        Aggregate::Node& into = m_nodes[at];
        into.self += weight;
        ++into.calls;
        into.errors += failed ? 1 : 0;
        if (weight > m_heaviest[at]) {
            m_heaviest[at] = weight;
            into.example = row;
        }
    }

    Aggregate finish(std::vector<std::uint32_t> nodeOfRow)
    {
        for (Aggregate::Node& each : m_nodes)
            each.total += each.self;
        for (std::size_t at = m_nodes.size(); at-- > 0;) { // parents are made before their children
            if (m_nodes[at].parent != trace::noRow)
                m_nodes[m_nodes[at].parent].total += m_nodes[at].total;
        }
        return inDrawingOrder(std::move(nodeOfRow));
    }

private:
    Aggregate inDrawingOrder(std::vector<std::uint32_t> nodeOfRow) const
    {
        std::vector<std::vector<std::uint32_t>> below(m_nodes.size());
        std::vector<std::uint32_t> stack;
        for (std::uint32_t at = 0; at < m_nodes.size(); ++at)
            (m_nodes[at].parent == trace::noRow ? stack : below[m_nodes[at].parent]).push_back(at);
        const auto lighter = [&](std::uint32_t a, std::uint32_t b) {
            return m_nodes[a].total != m_nodes[b].total ? m_nodes[a].total < m_nodes[b].total : a > b;
        };
        std::sort(stack.begin(), stack.end(), lighter); // the heaviest is taken first
        Aggregate result;
        std::vector<std::uint32_t> newNumber(m_nodes.size());
        while (!stack.empty()) {
            const std::uint32_t at = stack.back();
            stack.pop_back();
            newNumber[at] = static_cast<std::uint32_t>(result.nodes.size());
            Aggregate::Node moved = m_nodes[at];
            if (moved.parent != trace::noRow) {
                moved.parent = newNumber[moved.parent];
                moved.depth = result.nodes[moved.parent].depth + 1;
            }
            result.nodes.push_back(moved);
            std::sort(below[at].begin(), below[at].end(), lighter);
            stack.insert(stack.end(), below[at].begin(), below[at].end());
        }
        for (std::uint32_t& node : nodeOfRow) {
            if (node != trace::noRow)
                node = newNumber[node];
        }
        result.nodeOfRow = std::move(nodeOfRow);
        return result;
    }

    std::vector<Aggregate::Node> m_nodes;
    std::vector<std::int64_t> m_heaviest;
    std::unordered_map<std::uint64_t, std::uint32_t> m_found;
};

bool failed(const trace::SpanTable& table, std::uint32_t row)
{
    return table.status[row] == Status::error;
}

/// Weights of whole subtrees.
std::vector<std::int64_t> totals(const trace::SpanTable& table, const trace::Tree& tree, const Weight& weight)
{
    std::vector<std::int64_t> total(table.size());
    const auto& order = tree.preorder();
    for (auto at = order.rbegin(); at != order.rend(); ++at) {
        total[*at] += std::max<std::int64_t>(weight(*at), 0);
        if (table.parent[*at] != trace::noRow)
            total[table.parent[*at]] += total[*at];
    }
    return total;
}

} // namespace

std::vector<std::int64_t> selfTimes(const trace::SpanTable& table, const trace::Tree& tree,
                                    std::int64_t openEndNs)
{
    std::vector<std::int64_t> self(table.size());
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        const std::int64_t begin = table.startUnixNs[row];
        const std::int64_t end = table.durationNs[row] == trace::unfinished
                                     ? std::max(openEndNs, begin)
                                     : begin + std::max<std::int64_t>(table.durationNs[row], 0);
        std::int64_t covered = 0;
        std::int64_t reached = begin;
        for (const std::uint32_t child : tree.children(row)) {
            const std::int64_t from = std::clamp(table.startUnixNs[child], reached, std::max(reached, end));
            const std::int64_t childEnd =
                table.durationNs[child] == trace::unfinished
                    ? end
                    : table.startUnixNs[child] + std::max<std::int64_t>(table.durationNs[child], 0);
            const std::int64_t to = std::min(childEnd, end);
            if (to > from) {
                covered += to - from;
                reached = to;
            }
        }
        self[row] = std::max<std::int64_t>(end - begin - covered, 0);
    }
    return self;
}

Aggregate leftHeavy(const trace::SpanTable& table, const trace::Tree& tree, const Key& key,
                    const Weight& weight, const Within& within)
{
    Merger merger;
    std::vector<std::uint32_t> nodeOfRow(table.size(), trace::noRow);
    std::vector<std::uint32_t> above(table.size(), trace::noRow); // of the nearest row that takes part
    for (const std::uint32_t row : tree.preorder()) {
        const std::uint32_t parent = table.parent[row];
        const std::uint32_t from = parent == trace::noRow ? trace::noRow : above[parent];
        if (within && !within(row)) {
            above[row] = from;
            continue;
        }
        nodeOfRow[row] = above[row] = merger.node(from, key(row));
        merger.addCall(nodeOfRow[row], std::max<std::int64_t>(weight(row), 0), row, failed(table, row));
    }
    return merger.finish(std::move(nodeOfRow));
}

Sandwich sandwich(const trace::SpanTable& table, const trace::Tree& tree, const Key& key,
                  const Weight& weight, std::uint32_t of, const Within& within)
{
    const auto takesPart = [&](std::uint32_t row) { return !within || within(row); };
    const std::vector<std::int64_t> total = totals(
        table, tree, [&](std::uint32_t row) { return takesPart(row) ? weight(row) : std::int64_t(0); });
    Merger above;
    Merger below;
    std::vector<std::uint32_t> nodeAbove(table.size(), trace::noRow);
    std::vector<std::uint32_t> nodeBelow(table.size(), trace::noRow);
    for (const std::uint32_t row : tree.preorder()) {
        const std::uint32_t parent = table.parent[row];
        const bool inside = parent != trace::noRow && nodeBelow[parent] != trace::noRow;
        if (!takesPart(row) || (!inside && key(row) != of))
            continue;
        nodeBelow[row] = below.node(inside ? nodeBelow[parent] : trace::noRow, key(row));
        below.addCall(nodeBelow[row], std::max<std::int64_t>(weight(row), 0), row, failed(table, row));
        if (inside)
            continue;
        // The whole weight of this call goes along its chain of callers; only the last of them keeps it as
        // its own, the totals add up on the way.
        std::uint32_t node = above.node(trace::noRow, of);
        std::uint32_t last = row;
        nodeAbove[row] = node;
        for (std::uint32_t caller = parent; caller != trace::noRow; caller = table.parent[caller]) {
            if (!takesPart(caller))
                continue;
            above.addCall(node, 0, last, failed(table, row));
            node = above.node(node, key(caller));
            last = caller;
        }
        above.addCall(node, total[row], last, failed(table, row));
    }
    return {above.finish(std::move(nodeAbove)), below.finish(std::move(nodeBelow))};
}

Bars proportional(std::span<const Aggregate::Node> nodes, double leastPart)
{
    Bars bars;
    bars.begin.resize(nodes.size());
    bars.end.resize(nodes.size());
    bars.lane.resize(nodes.size());
    std::int64_t all = 0;
    for (const Aggregate::Node& node : nodes)
        all += node.parent == trace::noRow ? node.total : 0;
    const double least = leastPart * static_cast<double>(all);

    std::vector<std::int64_t> next(nodes.size()); // where the next child goes
    std::int64_t nextRoot = 0;
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        const Aggregate::Node& node = nodes[at];
        std::int64_t& left = node.parent == trace::noRow ? nextRoot : next[node.parent];
        const bool parentGone =
            node.parent != trace::noRow && bars.begin[node.parent] == bars.end[node.parent];
        bars.begin[at] = left;
        bars.end[at] = parentGone || static_cast<double>(node.total) < least ? left : left + node.total;
        left += node.total;
        next[at] = bars.begin[at];
        bars.lane[at] = node.depth;
        if (bars.end[at] > bars.begin[at])
            bars.lanes = std::max(bars.lanes, node.depth + 1);
    }
    bars.last = all;
    if (!nodes.empty())
        bars.lanes = std::max(bars.lanes, 1u);
    for (std::uint32_t& lane : bars.lane) // gone bars lie in a lane that exists
        lane = std::min(lane, bars.lanes - 1);
    return bars;
}

} // namespace spanglass::layout
