// SPDX-License-Identifier: GPL-3.0-or-later
/// A directed graph laid out in layers, for the agent graph: callers above what they call, or left of it.
///
///     const LayeredGraph drawn = layeredGraph({{120, 40}, {80, 40}}, {{0, 1}}, {});
///     drawn.nodes[1].x   // left edge, px
///
/// Sugiyama's steps, each a function of its own in the source: edges that close a cycle are turned round for
/// the layout (and still drawn their own way), layers by longest path, long edges get a bend per layer,
/// crossings are lowered by barycentres, positions by pulling each node towards its neighbours without
/// overlap. Deterministic. Meant for hundreds of nodes; pure; any thread.
#pragma once

#include <cstddef>
#include <vector>

namespace spanglass::layout {

struct GraphNodeSize
{
    double widthPx = 0;
    double heightPx = 0;
};

struct GraphEdge
{
    std::size_t from = 0;
    std::size_t to = 0;
};

struct GraphSpacing
{
    double betweenNodesPx = 24;
    double betweenLayersPx = 48;
};

struct PlacedNode
{
    double x = 0; ///< left, px
    double y = 0; ///< top, px
    std::size_t layer = 0;
    std::size_t order = 0; ///< within its layer, from the left, bends counted
};

struct GraphPoint
{
    double x = 0;
    double y = 0;
};

struct LayeredGraph
{
    std::vector<PlacedNode> nodes;
    /// For each edge the points it goes through, from the caller's border to the callee's; of an edge to
    /// itself two points on the node's right side.
    std::vector<std::vector<GraphPoint>> edges;
    double widthPx = 0;
    double heightPx = 0;
};

enum class GraphDirection
{
    down, ///< layers one below the other
    right ///< layers beside each other; an edge to itself is on the node's lower side
};

[[nodiscard]] LayeredGraph layeredGraph(const std::vector<GraphNodeSize>& nodes,
                                        const std::vector<GraphEdge>& edges, const GraphSpacing& spacing = {},
                                        GraphDirection direction = GraphDirection::down);

} // namespace spanglass::layout
