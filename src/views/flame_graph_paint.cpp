// SPDX-License-Identifier: GPL-3.0-or-later
// How the flame graph is painted: lanes and minimap from images, everything that follows the pointer over
// them.
#include <QFontMetrics>
#include <QPainter>
#include <QScrollBar>

#include "models/readable.h"
#include "views/empty_text.h"
#include "views/flame_graph_view.h"
#include "views/flame_hover.h"
#include "views/flame_legend.h"
#include "views/flame_ruler.h"

namespace spanglass::views {

void FlameGraphView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    if (!m_scene || m_scene->empty()) {
        paintEmpty(painter);
        return;
    }
    paintLanes(painter);
    painter.save();
    painter.setClipRect(lanesRect());
    paintFrames(painter);
    painter.restore();
    paintMinimap(painter);
    paintRuler(painter);
    if (!legendRect().isEmpty())
        paintLegend(painter, legendRect(), *m_scene, theme());
    paintProgress(painter);
    paintRange(painter);
    paintHoverCard(painter);
}

void FlameGraphView::paintEmpty(QPainter& painter) const
{
    painter.fillRect(viewport()->rect(), theme().surface);
    painter.end(); // the text has a painter of its own
    if (!m_scene)
        return paintEmptyText(viewport(), tr("No spans"), tr("Choose a trace, or open a file."));
    if (m_reading)
        return paintEmptyText(viewport(), tr("Reading what the spans used…"), tr("Esc stops it."));
    paintEmptyText(viewport(), tr("Nothing has a width here"),
                   m_options.weight == FlameWeight::cost ? tr("No span of this trace says what it cost.")
                                                         : tr("No span of this trace counts tokens."));
}

void FlameGraphView::paintLanes(QPainter& painter)
{
    const QRect lanes = lanesRect();
    const double ratio = devicePixelRatioF();
    const QSize size = (QSizeF(lanes.size()) * ratio).toSize();
    if (m_lanes.size() != size || m_lanes.devicePixelRatio() != ratio) {
        m_lanes = QImage(size, QImage::Format_RGB32);
        m_lanes.setDevicePixelRatio(ratio);
        m_lanesStale = true;
    }
    if (m_lanesStale && !m_lanes.isNull()) {
        FlamePainter(*m_scene, theme()).paint(m_lanes, frame(), m_labels);
        m_lanesStale = false;
    }
    painter.drawImage(lanes.topLeft(), m_lanes);
}

void FlameGraphView::paintMinimap(QPainter& painter)
{
    const QRect map = minimapRect();
    const double ratio = devicePixelRatioF();
    const QSize size = (QSizeF(map.width(), map.height() - 8) * ratio).toSize();
    if (m_minimap.size() != size || m_minimap.devicePixelRatio() != ratio) {
        m_minimap = QImage(size, QImage::Format_RGB32);
        m_minimap.setDevicePixelRatio(ratio);
        m_minimapStale = true;
    }
    if (m_minimapStale && !m_minimap.isNull()) {
        FlamePainter(*m_scene, theme()).paintOverview(m_minimap);
        m_minimapStale = false;
    }
    painter.fillRect(map, theme().surface);
    painter.drawImage(QPoint(0, 4), m_minimap);

    // What is seen below, in the scale of the map.
    const layout::Axis all = layout::fitted(m_scene->extent(), map.width());
    const double left = std::max(all.toX(m_axis.left), 0.0);
    const double right = std::min(all.toX(m_axis.toUnit(m_axis.widthPx)), double(map.width()));
    if (right - left < map.width() - 1) {
        QColor veil = theme().window;
        veil.setAlphaF(0.72F);
        painter.fillRect(QRectF(0, 0, left, map.height() - 1), veil);
        painter.fillRect(QRectF(right, 0, map.width() - right, map.height() - 1), veil);
        painter.setPen(QPen(theme().accent, 1));
        painter.drawRect(QRectF(left + 0.5, 0.5, std::max(right - left - 1, 2.0), map.height() - 2));
    }
    painter.fillRect(QRect(0, map.bottom(), map.width(), 1), theme().line);
}

void FlameGraphView::paintRuler(QPainter& painter) const
{
    paintFlameRuler(painter, rulerRect(), *m_scene, m_axis, theme());
}

/// Selection and hover, over the image: moving the pointer draws no bar anew.
void FlameGraphView::paintFrames(QPainter& painter) const
{
    const QRectF view = QRectF(lanesRect()).adjusted(-8, -8, 8, 8);
    const auto outline = [&](std::uint32_t bar, const QColor& colour, double width) {
        const QRectF at = barRect(bar).intersected(view);
        if (at.isEmpty())
            return;
        painter.setPen(QPen(colour, width));
        painter.setBrush(Qt::NoBrush);
        const double inset = width / 2;
        painter.drawRect(at.adjusted(inset, inset, -inset, -inset));
    };
    if (m_hover != layout::noBar)
        outline(m_hover, theme().secondary, 1);
    if (const std::uint32_t bar = selectedBar(); bar != layout::noBar)
        outline(bar, hasFocus() ? theme().accent : theme().text, 2);
}

void FlameGraphView::paintRange(QPainter& painter) const
{
    if (!m_range || !m_scene->timed())
        return;
    const double left = m_axis.toX(m_range->first);
    const double right = m_axis.toX(m_range->last);
    const int top = rulerRect().top();
    QColor fill = theme().accent;
    fill.setAlphaF(0.12F);
    const QRectF area(left, top, right - left, lanesRect().bottom() - top);
    painter.fillRect(area, fill);
    painter.fillRect(QRectF(left, top, 1, area.height()), theme().accent);
    painter.fillRect(QRectF(right - 1, top, 1, area.height()), theme().accent);
    const double barsBottom = lanesRect().top() + m_scene->bars().lanes * double(measure::graphRowHeight) -
                              verticalScrollBar()->value();
    // Below the bars where there is room, else at the foot of the lanes.
    const double below = barsBottom + 2.0 * measure::grid;
    paintCard(painter, m_rangeLines,
              QPointF(std::max(left, 0.0) + 4, std::min(below, double(lanesRect().bottom()))), lanesRect());
}

void FlameGraphView::paintHoverCard(QPainter& painter) const
{
    if (m_hover == layout::noBar || m_drag == Drag::pan || m_drag == Drag::range)
        return;
    paintCard(painter, hoverLines(), m_hoverAt + QPointF(14, 18), viewport()->rect());
}

/// "Reading details: 412,000 of 1,000,000" in the ruler, while it lasts.
void FlameGraphView::paintProgress(QPainter& painter) const
{
    if (!m_reading)
        return;
    const QString text = tr("Reading details: %1 of %2 · Esc stops")
                             .arg(models::countReadable(m_reading->rows.load()),
                                  models::countReadable(std::int64_t(m_scene->table().size())));
    painter.setFont(views::font(FontRole::caption));
    const int width = painter.fontMetrics().horizontalAdvance(text) + 16;
    const QRect at(rulerRect().right() - width, rulerRect().top(), width, rulerRect().height() - 1);
    painter.fillRect(at, theme().selection);
    painter.setPen(theme().text);
    painter.drawText(at, Qt::AlignCenter, text);
}

} // namespace spanglass::views
