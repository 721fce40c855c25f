// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/call_graph.h"

#include <algorithm>
#include <map>
#include <utility>

#include "trace/tree.h"

namespace spanglass::trace {
namespace {

constexpr std::size_t noNode = static_cast<std::size_t>(-1);

bool isPlumbing(Kind kind)
{
    return kind == Kind::span || kind == Kind::chain;
}

class Builder
{
public:
    explicit Builder(const SpanTable& table)
        : m_table(table), m_tree(table), m_nodeAt(table.size(), noNode),
          m_keepPlumbing(std::all_of(table.kind.begin(), table.kind.end(), isPlumbing))
    {
    }

    CallGraph build()
    {
        for (const std::uint32_t row : m_tree.preorder())
            visit(row);
        for (const auto& [ends, edge] : m_edges)
            m_graph.edges.push_back(edge);
        return std::move(m_graph);
    }

private:
    /// Parents come first, so the caller's node is known.
    void visit(std::uint32_t row)
    {
        const std::uint32_t parent = m_table.parent[row];
        const std::size_t caller = parent == noRow ? noNode : m_nodeAt[parent];
        if (isPlumbing(m_table.kind[row]) && !m_keepPlumbing) {
            m_nodeAt[row] = caller;
            return;
        }
        const std::int64_t durationNs = std::max<std::int64_t>(m_table.durationNs[row], 0);
        const std::int64_t error = m_table.status[row] == Status::error ? 1 : 0;
        const std::size_t index = nodeOf(row);
        m_nodeAt[row] = index;
        CallNode& node = m_graph.nodes[index];
        ++node.calls;
        node.errors += error;
        node.durationNs += durationNs;
        node.rows.push_back(row);
        if (caller == noNode)
            return;
        CallEdge& edge = m_edges[{caller, index}];
        edge.from = caller;
        edge.to = index;
        ++edge.calls;
        edge.errors += error;
        edge.durationNs += durationNs;
    }

    std::size_t nodeOf(std::uint32_t row)
    {
        const auto [found, isNew] =
            m_nodes.try_emplace({m_table.kind[row], m_table.name[row]}, m_graph.nodes.size());
        if (isNew)
            m_graph.nodes.push_back(
                {std::string(m_table.strings.text(m_table.name[row])), m_table.kind[row], 0, 0, 0, {}});
        return found->second;
    }

    const SpanTable& m_table;
    Tree m_tree;
    std::vector<std::size_t> m_nodeAt; ///< per row: its node, or that of the nearest node above
    bool m_keepPlumbing;
    std::map<std::pair<Kind, std::uint32_t>, std::size_t> m_nodes;
    std::map<std::pair<std::size_t, std::size_t>, CallEdge> m_edges;
    CallGraph m_graph;
};

} // namespace

CallGraph callGraph(const SpanTable& table)
{
    return Builder(table).build();
}

} // namespace spanglass::trace
