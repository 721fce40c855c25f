// SPDX-License-Identifier: GPL-3.0-or-later
/// The agent graph as a picture: laid out once per table, painted at any scale, asked what lies where.
/// Coordinates are "graph px": pixels of the unscaled picture. GUI thread (it measures fonts and reads the
/// theme).
#pragma once

#include <QPointF>
#include <QRectF>
#include <cstddef>
#include <optional>
#include <vector>

#include "layout/layered_graph.h"
#include "trace/call_graph.h"
#include "trace/span_table.h"

class QPainter;

namespace spanglass::views {

class AgentGraphPicture
{
public:
    AgentGraphPicture() = default;
    explicit AgentGraphPicture(const trace::SpanTable& table);

    [[nodiscard]] const trace::CallGraph& graph() const { return m_graph; }
    [[nodiscard]] bool isEmpty() const { return m_graph.nodes.empty(); }
    /// Layers stand below each other, or beside each other where that can be shown larger.
    [[nodiscard]] bool runsToTheRight() const { return m_toTheRight; }
    [[nodiscard]] QRectF bounds() const;
    [[nodiscard]] QRectF nodeRect(std::size_t node) const;
    [[nodiscard]] std::optional<std::size_t> nodeAt(QPointF graphPoint) const;
    /// The node a spanned row belongs to, if it is one.
    [[nodiscard]] std::optional<std::size_t> nodeOfRow(std::uint32_t row) const;

    struct Marks
    {
        std::optional<std::size_t> hovered;
        std::optional<std::size_t> selected;
        bool focused = false;
    };
    /// Paints in graph px; the caller has set the transformation.
    void paint(QPainter& painter, const Marks& marks) const;

private:
    void paintEdge(QPainter& painter, std::size_t edge, const Marks& marks) const;
    void paintNode(QPainter& painter, std::size_t node, const Marks& marks) const;

    trace::CallGraph m_graph;
    layout::LayeredGraph m_layout;
    bool m_toTheRight = false; ///< its layers stand beside each other
    std::vector<layout::GraphNodeSize> m_sizes;
};

} // namespace spanglass::views
