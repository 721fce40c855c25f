// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/agent_graph_picture.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "models/readable.h"
#include "views/plain_text.h"
#include "views/theme.h"

namespace spanglass::views {
namespace {

constexpr double padding = 2 * measure::grid;
constexpr double minNodeWidth = 96;
constexpr double maxNodeWidth = 240;
constexpr double arrowLength = 8;
constexpr double loopReach = 28;

QString figures(const trace::CallNode& node)
{
    const int calls = static_cast<int>(node.calls);
    return QCoreApplication::translate("AgentGraph", "%n call(s)", nullptr, calls) + QStringLiteral(" · ") +
           models::durationReadable(node.durationNs);
}

QString errorFigure(std::int64_t errors)
{
    const int failed = static_cast<int>(errors);
    return QCoreApplication::translate("AgentGraph", "%n failed", nullptr, failed);
}

layout::GraphNodeSize sizeOf(const trace::CallNode& node)
{
    const QFontMetricsF name(font(FontRole::strong));
    const QFontMetricsF small(font(FontRole::caption));
    const double width =
        std::max(name.horizontalAdvance(literal(node.name)), small.horizontalAdvance(figures(node)));
    const int lines = node.errors == 0 ? 1 : 2;
    return {std::clamp(width + 2 * padding, minNodeWidth, maxNodeWidth),
            name.height() + lines * small.height() + 2 * padding};
}

/// How large a picture of this size can be shown in a usual view.
double scaleOf(const layout::LayeredGraph& graph)
{
    constexpr double usualWidth = 840, usualHeight = 600;
    return std::min(usualWidth / std::max(graph.widthPx, 1.0), usualHeight / std::max(graph.heightPx, 1.0));
}

/// A curve that leaves and arrives along the layers' direction, through the bends of a long edge.
QPainterPath curveThrough(const std::vector<layout::GraphPoint>& points, bool toTheRight)
{
    QPainterPath path({points.front().x, points.front().y});
    for (std::size_t i = 1; i < points.size(); ++i) {
        const auto& from = points[i - 1];
        const auto& to = points[i];
        if (toTheRight) {
            const double middle = (from.x + to.x) / 2;
            path.cubicTo(middle, from.y, middle, to.y, to.x, to.y);
        } else {
            const double middle = (from.y + to.y) / 2;
            path.cubicTo(from.x, middle, to.x, middle, to.x, to.y);
        }
    }
    return path;
}

/// Away from the node's right side, or from its lower one.
QPainterPath loopThrough(const std::vector<layout::GraphPoint>& points, bool below)
{
    const QPointF from(points.front().x, points.front().y), to(points.back().x, points.back().y);
    const QPointF away = below ? QPointF(0, loopReach) : QPointF(loopReach, 0);
    const QPointF apart = below ? QPointF(padding, 0) : QPointF(0, padding);
    QPainterPath path(from);
    path.cubicTo(from + away - apart, to + away + apart, to);
    return path;
}

void paintArrow(QPainter& painter, const QPainterPath& path)
{
    const QPointF tip = path.pointAtPercent(1);
    const QPointF before =
        path.pointAtPercent(path.percentAtLength(std::max(0.0, path.length() - arrowLength)));
    const double angle = std::atan2(tip.y() - before.y(), tip.x() - before.x());
    const auto corner = [&](double turn) {
        return tip - QPointF(std::cos(angle + turn), std::sin(angle + turn)) * arrowLength;
    };
    painter.drawPolygon(QPolygonF({tip, corner(0.4), corner(-0.4)}));
}

/// One call is a hairline; a hundred times as many are three times as wide.
double widthFor(std::int64_t calls)
{
    return 1 + std::log10(static_cast<double>(std::max<std::int64_t>(calls, 1)));
}

} // namespace

AgentGraphPicture::AgentGraphPicture(const trace::SpanTable& table) : m_graph(trace::callGraph(table))
{
    for (const trace::CallNode& node : m_graph.nodes)
        m_sizes.push_back(sizeOf(node));
    std::vector<layout::GraphEdge> edges;
    for (const trace::CallEdge& edge : m_graph.edges)
        edges.push_back({edge.from, edge.to});
    m_layout = layout::layeredGraph(m_sizes, edges);
    // Many callees side by side are a strip too wide to read: then they stand below each other.
    if (scaleOf(m_layout) < 1) {
        constexpr layout::GraphSpacing spacing{.betweenNodesPx = 16, .betweenLayersPx = 72};
        layout::LayeredGraph turned =
            layout::layeredGraph(m_sizes, edges, spacing, layout::GraphDirection::right);
        m_toTheRight = scaleOf(turned) > scaleOf(m_layout);
        if (m_toTheRight)
            m_layout = std::move(turned);
    }
}

QRectF AgentGraphPicture::bounds() const
{
    return QRectF(0, 0, m_layout.widthPx, m_layout.heightPx)
        .adjusted(-padding, -padding, padding + (m_toTheRight ? 0 : loopReach),
                  padding + (m_toTheRight ? loopReach : 0));
}

QRectF AgentGraphPicture::nodeRect(std::size_t node) const
{
    return {m_layout.nodes[node].x, m_layout.nodes[node].y, m_sizes[node].widthPx, m_sizes[node].heightPx};
}

std::optional<std::size_t> AgentGraphPicture::nodeAt(QPointF graphPoint) const
{
    for (std::size_t node = 0; node < m_sizes.size(); ++node)
        if (nodeRect(node).contains(graphPoint))
            return node;
    return std::nullopt;
}

std::optional<std::size_t> AgentGraphPicture::nodeOfRow(std::uint32_t row) const
{
    const auto holdsRow = [row](const trace::CallNode& node) {
        return std::find(node.rows.begin(), node.rows.end(), row) != node.rows.end();
    };
    const auto found = std::find_if(m_graph.nodes.begin(), m_graph.nodes.end(), holdsRow);
    if (found == m_graph.nodes.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - m_graph.nodes.begin());
}

void AgentGraphPicture::paint(QPainter& painter, const Marks& marks) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t edge = 0; edge < m_graph.edges.size(); ++edge)
        paintEdge(painter, edge, marks);
    for (std::size_t node = 0; node < m_graph.nodes.size(); ++node)
        paintNode(painter, node, marks);
}

void AgentGraphPicture::paintEdge(QPainter& painter, std::size_t edge, const Marks& marks) const
{
    const trace::CallEdge& call = m_graph.edges[edge];
    const auto touches = [&](std::optional<std::size_t> node) {
        return node && (*node == call.from || *node == call.to);
    };
    const bool near = touches(marks.hovered) || touches(marks.selected);
    const QColor colour = near ? theme().accent : theme().lineStrong;
    const auto& points = m_layout.edges[edge];
    const QPainterPath path =
        call.from == call.to ? loopThrough(points, m_toTheRight) : curveThrough(points, m_toTheRight);

    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, widthFor(call.calls)));
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    paintArrow(painter, path);
    if (call.calls == 1)
        return;

    const QString label = QStringLiteral("×%1").arg(models::countReadable(call.calls));
    const QFontMetricsF metrics(font(FontRole::caption));
    const QPointF middle = path.pointAtPercent(0.5);
    const QRectF box(middle.x() - metrics.horizontalAdvance(label) / 2 - 3, middle.y() - metrics.height() / 2,
                     metrics.horizontalAdvance(label) + 6, metrics.height());
    painter.setBrush(theme().surface);
    painter.drawRoundedRect(box, measure::radius, measure::radius);
    painter.setFont(font(FontRole::caption));
    painter.setPen(near ? theme().text : theme().secondary);
    painter.drawText(box, Qt::AlignCenter, label);
}

void AgentGraphPicture::paintNode(QPainter& painter, std::size_t index, const Marks& marks) const
{
    const trace::CallNode& node = m_graph.nodes[index];
    const QRectF rect = nodeRect(index);
    const bool selected = marks.selected == index;
    painter.setBrush(theme().kindFill(node.kind));
    painter.setPen(selected                 ? QPen(theme().accent, marks.focused ? 3 : 2)
                   : marks.hovered == index ? QPen(theme().accent, 1)
                                            : QPen(theme().lineStrong, 1));
    painter.drawRoundedRect(rect, measure::radius, measure::radius);
    if (node.errors != 0)
        painter.fillRect(
            QRectF(rect.left(), rect.top() + measure::radius, 3, rect.height() - 2 * measure::radius),
            theme().error);

    const QFontMetricsF name(font(FontRole::strong));
    const QFontMetricsF small(font(FontRole::caption));
    QRectF line = rect.adjusted(padding, padding, -padding, 0);
    line.setHeight(name.height());
    painter.setPen(theme().onFill());
    painter.setFont(font(FontRole::strong));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     name.elidedText(literal(node.name), Qt::ElideRight, line.width()));
    line.translate(0, name.height());
    line.setHeight(small.height());
    painter.setFont(font(FontRole::caption));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, figures(node));
    if (node.errors != 0)
        painter.drawText(line.translated(0, small.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         QStringLiteral("✕ ") + errorFigure(node.errors));
}

} // namespace spanglass::views
