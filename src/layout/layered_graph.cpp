// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layered_graph.h"

#include <algorithm>
#include <numeric>

namespace spanglass::layout {
namespace {

/// The graph while it is laid out: the nodes given, then a bend for each layer a long edge passes.
class Layering
{
public:
    Layering(const std::vector<GraphNodeSize>& nodes, const std::vector<GraphEdge>& edges,
             const GraphSpacing& spacing)
        : m_given(nodes.size()), m_size(nodes), m_edges(edges), m_spacing(spacing)
    {
    }

    LayeredGraph run()
    {
        turnBackEdges();
        assignLayers();
        insertBends();
        orderLayers();
        placeX();
        placeY();
        return drawn();
    }

private:
    struct Arc
    {
        std::size_t up = 0;
        std::size_t down = 0;
    };

    /// A depth-first walk from the nodes in their order; an edge to a node still on the walk's path is
    /// turned.
    void turnBackEdges()
    {
        std::vector<std::vector<std::size_t>> out(m_given);
        for (std::size_t edge = 0; edge < m_edges.size(); ++edge)
            out[m_edges[edge].from].push_back(edge);
        enum class Mark : char
        {
            fresh,
            open,
            done
        };
        std::vector<Mark> mark(m_given, Mark::fresh);
        m_turned.assign(m_edges.size(), false);
        struct Step
        {
            std::size_t node;
            std::size_t next;
        };
        for (std::size_t start = 0; start < m_given; ++start) {
            if (mark[start] != Mark::fresh)
                continue;
            std::vector<Step> path{{start, 0}};
            mark[start] = Mark::open;
            while (!path.empty()) {
                Step& step = path.back();
                if (step.next == out[step.node].size()) {
                    mark[step.node] = Mark::done;
                    path.pop_back();
                    continue;
                }
                const std::size_t edge = out[step.node][step.next++];
                const std::size_t to = m_edges[edge].to;
                m_turned[edge] = mark[to] == Mark::open;
                if (mark[to] == Mark::fresh) {
                    mark[to] = Mark::open;
                    path.push_back({to, 0});
                }
            }
        }
    }

    [[nodiscard]] bool isLoop(std::size_t edge) const { return m_edges[edge].from == m_edges[edge].to; }

    /// An edge in the direction of the layers.
    [[nodiscard]] Arc arc(std::size_t edge) const
    {
        const auto [from, to] = m_edges[edge];
        return m_turned[edge] ? Arc{to, from} : Arc{from, to};
    }

    /// Longest path from the top: every arc goes down at least one layer (Kahn's order).
    void assignLayers()
    {
        m_layer.assign(m_given, 0);
        std::vector<std::size_t> waitingFor(m_given, 0);
        std::vector<std::vector<std::size_t>> below(m_given);
        for (std::size_t edge = 0; edge < m_edges.size(); ++edge) {
            if (isLoop(edge))
                continue;
            ++waitingFor[arc(edge).down];
            below[arc(edge).up].push_back(arc(edge).down);
        }
        std::vector<std::size_t> ready;
        for (std::size_t node = 0; node < m_given; ++node)
            if (waitingFor[node] == 0)
                ready.push_back(node);
        for (std::size_t next = 0; next < ready.size(); ++next) {
            const std::size_t node = ready[next];
            for (const std::size_t down : below[node]) {
                m_layer[down] = std::max(m_layer[down], m_layer[node] + 1);
                if (--waitingFor[down] == 0)
                    ready.push_back(down);
            }
        }
    }

    void insertBends()
    {
        m_chain.resize(m_edges.size());
        for (std::size_t edge = 0; edge < m_edges.size(); ++edge) {
            if (isLoop(edge))
                continue;
            const auto [up, down] = arc(edge);
            std::vector<std::size_t>& chain = m_chain[edge];
            chain.push_back(up);
            for (std::size_t layer = m_layer[up] + 1; layer < m_layer[down]; ++layer) {
                chain.push_back(m_layer.size());
                m_layer.push_back(layer);
                m_size.push_back({0, 0});
            }
            chain.push_back(down);
        }
        m_above.resize(m_layer.size());
        m_below.resize(m_layer.size());
        for (const auto& chain : m_chain)
            for (std::size_t i = 1; i < chain.size(); ++i) {
                m_below[chain[i - 1]].push_back(chain[i]);
                m_above[chain[i]].push_back(chain[i - 1]);
            }
        for (std::size_t node = 0; node < m_layer.size(); ++node) {
            m_layers.resize(std::max(m_layers.size(), m_layer[node] + 1));
            m_layers[m_layer[node]].push_back(node);
        }
    }

    /// Sorts each layer by the mean place of its neighbours in the layer before, down and up a few times.
    /// Four sweeps: more hardly change anything on graphs of this size.
    void orderLayers()
    {
        m_order.resize(m_layer.size());
        for (const auto& layer : m_layers)
            number(layer);
        for (int sweep = 0; sweep < 4; ++sweep) {
            for (auto& layer : m_layers)
                sortByNeighbours(layer, m_above);
            for (auto layer = m_layers.rbegin(); layer != m_layers.rend(); ++layer)
                sortByNeighbours(*layer, m_below);
        }
    }

    void number(const std::vector<std::size_t>& layer)
    {
        for (std::size_t order = 0; order < layer.size(); ++order)
            m_order[layer[order]] = order;
    }

    void sortByNeighbours(std::vector<std::size_t>& layer,
                          const std::vector<std::vector<std::size_t>>& neighbours)
    {
        std::vector<double> place(m_layer.size());
        for (const std::size_t node : layer) {
            const auto& around = neighbours[node];
            const auto sum =
                std::accumulate(around.begin(), around.end(), std::size_t{0},
                                [&](std::size_t total, std::size_t n) { return total + m_order[n]; });
            place[node] = around.empty() ? static_cast<double>(m_order[node])
                                         : static_cast<double>(sum) / static_cast<double>(around.size());
        }
        std::stable_sort(layer.begin(), layer.end(),
                         [&](std::size_t a, std::size_t b) { return place[a] < place[b]; });
        number(layer);
    }

    void placeX()
    {
        m_centre.assign(m_layer.size(), 0);
        for (const auto& layer : m_layers)
            pack(layer);
        for (int sweep = 0; sweep < 8; ++sweep) {
            for (const auto& layer : m_layers)
                pull(layer, m_above);
            for (auto layer = m_layers.rbegin(); layer != m_layers.rend(); ++layer)
                pull(*layer, m_below);
        }
        double left = 0;
        for (std::size_t node = 0; node < m_layer.size(); ++node)
            left = std::min(left, m_centre[node] - m_size[node].widthPx / 2);
        for (double& centre : m_centre)
            centre -= left;
    }

    [[nodiscard]] double distance(std::size_t left, std::size_t right) const
    {
        return (m_size[left].widthPx + m_size[right].widthPx) / 2 + m_spacing.betweenNodesPx;
    }

    void pack(const std::vector<std::size_t>& layer)
    {
        for (std::size_t i = 1; i < layer.size(); ++i)
            m_centre[layer[i]] = m_centre[layer[i - 1]] + distance(layer[i - 1], layer[i]);
        const double middle = layer.empty() ? 0 : m_centre[layer.back()] / 2;
        for (const std::size_t node : layer)
            m_centre[node] -= middle;
    }

    /// Moves every node of a layer towards the mean of its neighbours. Nodes that would overlap are placed
    /// twice, once pushed right from the left end and once pushed left from the right end, and take the
    /// middle.
    void pull(const std::vector<std::size_t>& layer, const std::vector<std::vector<std::size_t>>& neighbours)
    {
        std::vector<double> wish;
        for (const std::size_t node : layer) {
            const auto& around = neighbours[node];
            const double sum =
                std::accumulate(around.begin(), around.end(), 0.0,
                                [&](double total, std::size_t n) { return total + m_centre[n]; });
            wish.push_back(around.empty() ? m_centre[node] : sum / static_cast<double>(around.size()));
        }
        std::vector<double> fromLeft = wish;
        std::vector<double> fromRight = wish;
        for (std::size_t i = 1; i < layer.size(); ++i)
            fromLeft[i] = std::max(wish[i], fromLeft[i - 1] + distance(layer[i - 1], layer[i]));
        for (std::size_t i = layer.size(); i-- > 1;)
            fromRight[i - 1] = std::min(wish[i - 1], fromRight[i] - distance(layer[i - 1], layer[i]));
        for (std::size_t i = 0; i < layer.size(); ++i)
            m_centre[layer[i]] = (fromLeft[i] + fromRight[i]) / 2;
    }

    void placeY()
    {
        double top = 0;
        for (const auto& layer : m_layers) {
            double height = 0;
            for (const std::size_t node : layer)
                height = std::max(height, m_size[node].heightPx);
            m_top.push_back(top);
            m_height.push_back(height);
            top += height + m_spacing.betweenLayersPx;
        }
    }

    [[nodiscard]] double topOf(std::size_t node) const
    {
        const std::size_t layer = m_layer[node];
        return m_top[layer] + (m_height[layer] - m_size[node].heightPx) / 2;
    }

    [[nodiscard]] std::vector<GraphPoint> points(std::size_t edge) const
    {
        if (isLoop(edge)) {
            const std::size_t node = m_edges[edge].from;
            const double right = m_centre[node] + m_size[node].widthPx / 2;
            const double height = m_size[node].heightPx;
            return {{right, topOf(node) + height * 0.3}, {right, topOf(node) + height * 0.7}};
        }
        const auto& chain = m_chain[edge];
        std::vector<GraphPoint> points{
            {m_centre[chain.front()], topOf(chain.front()) + m_size[chain.front()].heightPx}};
        for (std::size_t i = 1; i + 1 < chain.size(); ++i)
            points.push_back({m_centre[chain[i]], topOf(chain[i])});
        points.push_back({m_centre[chain.back()], topOf(chain.back())});
        if (m_turned[edge])
            std::reverse(points.begin(), points.end());
        return points;
    }

    [[nodiscard]] LayeredGraph drawn() const
    {
        LayeredGraph graph;
        for (std::size_t node = 0; node < m_given; ++node) {
            const double x = m_centre[node] - m_size[node].widthPx / 2;
            graph.nodes.push_back({x, topOf(node), m_layer[node], m_order[node]});
        }
        for (std::size_t node = 0; node < m_layer.size(); ++node) {
            graph.widthPx = std::max(graph.widthPx, m_centre[node] + m_size[node].widthPx / 2);
            graph.heightPx = std::max(graph.heightPx, topOf(node) + m_size[node].heightPx);
        }
        for (std::size_t edge = 0; edge < m_edges.size(); ++edge)
            graph.edges.push_back(points(edge));
        return graph;
    }

    std::size_t m_given;
    std::vector<GraphNodeSize> m_size; ///< bends have none
    const std::vector<GraphEdge>& m_edges;
    GraphSpacing m_spacing;
    std::vector<bool> m_turned;
    std::vector<std::size_t> m_layer;
    std::vector<std::vector<std::size_t>> m_layers; ///< nodes and bends from the left
    std::vector<std::vector<std::size_t>> m_chain;  ///< per edge, from its upper end to its lower one
    std::vector<std::vector<std::size_t>> m_above;
    std::vector<std::vector<std::size_t>> m_below;
    std::vector<std::size_t> m_order;
    std::vector<double> m_centre;
    std::vector<double> m_top;    ///< per layer
    std::vector<double> m_height; ///< per layer
};

} // namespace

LayeredGraph layeredGraph(const std::vector<GraphNodeSize>& nodes, const std::vector<GraphEdge>& edges,
                          const GraphSpacing& spacing, GraphDirection direction)
{
    if (direction == GraphDirection::down)
        return Layering(nodes, edges, spacing).run();
    // The same with x and y exchanged, before and after.
    std::vector<GraphNodeSize> turned;
    for (const GraphNodeSize& size : nodes)
        turned.push_back({size.heightPx, size.widthPx});
    LayeredGraph graph = Layering(turned, edges, spacing).run();
    for (PlacedNode& node : graph.nodes)
        std::swap(node.x, node.y);
    for (auto& edge : graph.edges)
        for (GraphPoint& point : edge)
            std::swap(point.x, point.y);
    std::swap(graph.widthPx, graph.heightPx);
    return graph;
}

} // namespace spanglass::layout
