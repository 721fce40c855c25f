// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the lines of the timeline that are in view, and the ruler above them.
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "layout/ruler.h"
#include "models/readable.h"
#include "views/empty_text.h"
#include "views/flame_hover.h"
#include "views/plain_text.h"
#include "views/timeline_measure.h"
#include "views/timeline_view.h"

namespace spanglass::views {

using namespace timeline;

void TimelineView::paintEvent(QPaintEvent*)
{
    if (m_rows.count() == 0)
        return paintEmptyText(viewport(), tr("No spans"), tr("Choose a trace, or open a file."));
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const auto first = static_cast<std::uint32_t>(verticalScrollBar()->value());
    const auto visible = static_cast<std::uint32_t>(viewport()->height() / rowHeight + 1);
    const std::uint32_t last = std::min(m_rows.count(), first + visible);
    paintGrid(painter);
    for (std::uint32_t line = first; line < last; ++line)
        paintLine(painter, line);
    paintLinks(painter);
    paintRuler(painter);
    paintHoverCard(painter);
    m_marks.fetch();
}

void TimelineView::paintHoverCard(QPainter& painter)
{
    if (m_drag == Drag::none && !m_hoverText.isEmpty())
        paintCard(painter, m_hoverText.split(QLatin1Char('\n')), m_hoverAt + QPointF(14, 18),
                  viewport()->rect());
}

/// Below the bars, so that none is cut by it.
void TimelineView::paintGrid(QPainter& painter) const
{
    painter.setPen(theme().line);
    for (const layout::Tick& tick : layout::timeTicks(m_axis, m_firstNs, tickSpacing)) {
        const double x = std::floor(barsLeft() + tick.x) + 0.5;
        if (x >= barsLeft())
            painter.drawLine(QPointF(x, rulerHeight), QPointF(x, viewport()->height()));
    }
}

void TimelineView::paintRuler(QPainter& painter) const
{
    const Theme& t = theme();
    const int left = barsLeft();
    painter.fillRect(QRect(0, 0, viewport()->width(), rulerHeight), t.surface);
    painter.setFont(views::font(FontRole::caption));
    for (const layout::Tick& tick : layout::timeTicks(m_axis, m_firstNs, tickSpacing)) {
        const double x = left + tick.x;
        if (x < left || x > viewport()->width() - 20)
            continue;
        painter.setPen(t.line);
        painter.drawLine(QPointF(x, 0), QPointF(x, rulerHeight));
        painter.setPen(t.secondary);
        painter.drawText(QRectF(x + 4, 0, 88, rulerHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         models::numbersReadable(tick.label));
    }
    painter.fillRect(QRect(0, rulerHeight - 1, viewport()->width(), 1), t.line);
    painter.fillRect(QRect(left, 0, 1, viewport()->height()), t.line);
    painter.setPen(t.secondary);
    painter.drawText(QRect(nameMargin + 4, 0, left - 16, rulerHeight), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("%n span(s)", nullptr, static_cast<int>(m_rows.count())));
}

void TimelineView::paintLine(QPainter& painter, std::uint32_t line)
{
    const Theme& t = theme();
    const QRect rect = lineRect(line);
    const std::uint32_t row = m_rows.line(line).spanRow;
    if (row == selectedRow()) {
        painter.fillRect(rect, t.selection);
        if (hasFocus())
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), t.accent);
    } else if (line == m_hovered) {
        painter.fillRect(rect, t.hover);
    }
    paintName(painter, line, rect);
    const QRectF whole = barRect(line);
    const double leftEdge = barsLeft();
    const double rightEdge = viewport()->width();
    // Far outside the view a coordinate has no meaning to the painter.
    const QRectF bar(QPointF(std::max(whole.left(), leftEdge - 8), whole.top()),
                     QPointF(std::min(whole.right(), rightEdge + 8), whole.bottom()));
    if (bar.right() < leftEdge || bar.left() > rightEdge || bar.width() <= 0)
        return;
    painter.save();
    painter.setClipRect(QRect(barsLeft(), rect.top(), viewport()->width() - barsLeft(), rect.height()));
    paintBar(painter, row, bar);
    paintEvents(painter, row, bar);
    if (m_showsCriticalPath)
        paintCriticalPath(painter, row, rect);
    paintDuration(painter, row, bar, rect);
    painter.restore();
}

void TimelineView::paintFoldMark(QPainter& painter, std::uint32_t row, QPointF c) const
{
    constexpr double r = 3;
    painter.setPen(QPen(theme().secondary, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (m_rows.folded(row))
        painter.drawPolyline(
            QPolygonF{{c.x() - r / 2, c.y() - r}, {c.x() + r / 2, c.y()}, {c.x() - r / 2, c.y() + r}});
    else
        painter.drawPolyline(
            QPolygonF{{c.x() - r, c.y() - r / 2}, {c.x(), c.y() + r / 2}, {c.x() + r, c.y() - r / 2}});
}

void TimelineView::paintName(QPainter& painter, std::uint32_t line, const QRect& rect) const
{
    const Theme& t = theme();
    const TimelineRows::Line& at = m_rows.line(line);
    const std::uint32_t row = at.spanRow;
    int x = nameMargin + static_cast<int>(std::min(at.depth, deepestIndent)) * indent;
    const auto children = m_model->tree().children(row);
    if (!children.empty())
        paintFoldMark(painter, row, QPointF(x + indent / 2.0, rect.center().y() + 0.5));
    x += indent + 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.kindFill(m_table->kind[row]));
    painter.drawRoundedRect(QRectF(x, rect.center().y() - 4.5, 10, 10), 2.5, 2.5);
    x += 16;
    int right = barsLeft() - 8;
    painter.setFont(views::font(FontRole::caption));
    if (!children.empty()) {
        const QString count = models::countReadable(static_cast<std::int64_t>(children.size()));
        painter.setPen(t.secondary);
        painter.drawText(QRect(x, rect.top(), right - x, rect.height()), Qt::AlignRight | Qt::AlignVCenter,
                         count);
        right -= painter.fontMetrics().horizontalAdvance(count) + 8;
    }
    const bool failed = m_table->status[row] == Status::error;
    const bool found = !m_matches.empty() && m_matches[row] != 0;
    painter.setFont(views::font(found ? FontRole::strong : FontRole::body));
    painter.setPen(failed ? t.error : !m_matches.empty() && !found ? t.disabled : t.text);
    QString name = literal(m_table->strings.text(m_table->name[row]).substr(0, 400));
    if (failed)
        name.prepend(QStringLiteral("✕ "));
    if (m_table->flags[row] & trace::flagOrphan) // alone, or hung where it fits
        name.prepend(at.depth == 0 ? QStringLiteral("⌀ ") : QStringLiteral("⤷ "));
    if (right > x)
        painter.drawText(QRect(x, rect.top(), right - x, rect.height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(name, Qt::ElideRight, right - x));
}

void TimelineView::paintBar(QPainter& painter, std::uint32_t row, const QRectF& bar) const
{
    const Theme& t = theme();
    const QColor fill = t.kindFill(m_table->kind[row]);
    QBrush brush = fill;
    if (m_table->state[row] == trace::State::running && bar.width() > 12) {
        QLinearGradient fade(bar.topRight() - QPointF(24, 0), bar.topRight());
        QColor clear = fill;
        clear.setAlpha(30);
        fade.setColorAt(0, fill);
        fade.setColorAt(1, clear);
        brush = fade;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(brush);
    painter.drawRoundedRect(bar, 3, 3);
    if (m_table->state[row] == trace::State::interrupted) {
        const QRectF end(std::max(bar.left(), bar.right() - 16), bar.top(), std::min(16.0, bar.width()),
                         bar.height());
        painter.setBrush(QBrush(t.warning, Qt::BDiagPattern));
        painter.drawRect(end);
    }
    const bool failed = m_table->status[row] == Status::error;
    const bool moved = m_model->shiftNs(row) != 0;
    if (!failed && !moved)
        return;
    // A bar that stands where its clock did not say has a dashed edge.
    painter.setPen(QPen(failed ? t.error : t.secondary, 1.5, moved ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(bar.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3);
}

void TimelineView::paintCriticalPath(QPainter& painter, std::uint32_t row, const QRect& rect) const
{
    const double leftEdge = barsLeft();
    const double rightEdge = viewport()->width();
    const auto [begin, end] = std::ranges::equal_range(m_pathRows, row);
    for (auto part = begin; part != end; ++part) {
        const auto& [startNs, endNs] = m_pathSpans[static_cast<std::size_t>(part - m_pathRows.begin())];
        const double left = std::max(leftEdge, leftEdge + m_axis.toX(startNs));
        const double right = std::min(rightEdge, leftEdge + m_axis.toX(endNs));
        if (right > left)
            painter.fillRect(QRectF(left, rect.bottom() - 3, std::max(1.0, right - left), 2), theme().accent);
    }
}

/// A tick where something happened, an exception's in red; those closer than a tick is wide are one.
void TimelineView::paintEvents(QPainter& painter, std::uint32_t row, const QRectF& bar)
{
    const TimelineMarks::OfSpan* marks = m_marks.of(row);
    if (marks == nullptr)
        return;
    constexpr double tickWidth = 3;
    double paintedTo = -1;
    painter.setPen(Qt::NoPen);
    for (const TimelineMarks::Event& event : marks->events) {
        const double x = barsLeft() + m_axis.toX(event.timeUnixNs + m_model->shiftNs(row));
        if (x < bar.left() - 4 || x > viewport()->width() || (x < paintedTo && !event.exception))
            continue;
        painter.setBrush(event.exception ? theme().error : theme().text);
        const double y = bar.center().y();
        painter.drawPolygon(QPolygonF({{x, y - 4}, {x + tickWidth, y}, {x, y + 4}, {x - tickWidth, y}}));
        paintedTo = x + 2 * tickWidth;
    }
}

/// Beside the bar where there is room, else on it: the duration, then marks for links and a corrected clock.
void TimelineView::paintDuration(QPainter& painter, std::uint32_t row, const QRectF& bar, const QRect& rect)
{
    const Theme& t = theme();
    QString text =
        m_table->durationNs[row] < 0 ? tr("running") : models::durationReadable(m_table->durationNs[row]);
    if (m_model->shiftNs(row) != 0)
        text += QStringLiteral("  ⇄");
    if (const TimelineMarks::OfSpan* marks = m_marks.of(row)) {
        if (const auto links = std::int64_t(marks->linkedRows.size()) + marks->linkedElsewhere; links > 0)
            text += QStringLiteral("  ↗") + models::countReadable(links);
    }
    painter.setFont(views::font(FontRole::caption));
    painter.setPen(t.secondary);
    const int width = painter.fontMetrics().horizontalAdvance(text);
    const double leftEdge = barsLeft();
    double x = bar.right() + 6;
    if (x + width > viewport()->width() - 4) {
        x = bar.left() - 6 - width;
        if (x < leftEdge + 4) {
            x = std::max(leftEdge + 6, bar.left() + 6);
            painter.setPen(t.onFill());
        }
    }
    painter.drawText(QRectF(x, rect.top(), width + 2, rect.height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

/// From the selected span to those it links to.
void TimelineView::paintLinks(QPainter& painter)
{
    const std::uint32_t row = selectedRow();
    const std::uint32_t line = row == trace::noRow ? trace::noRow : m_rows.lineOf(row);
    if (line == trace::noRow)
        return;
    const TimelineMarks::OfSpan* marks = m_marks.of(row);
    if (marks == nullptr || marks->linkedRows.empty())
        return;
    const auto inside = [this](QPointF point) {
        return QPointF(std::clamp(point.x(), double(barsLeft()), double(viewport()->width())),
                       std::clamp(point.y(), -100.0, viewport()->height() + 100.0));
    };
    const QRectF from = barRect(line);
    painter.save();
    painter.setClipRect(QRect(barsLeft(), rulerHeight, viewport()->width(), viewport()->height()));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().accent, 1.5, Qt::DotLine));
    for (const std::uint32_t linked : marks->linkedRows) {
        const std::uint32_t to = m_rows.lineOf(linked);
        if (to == trace::noRow)
            continue;
        const QRectF target = barRect(to);
        const QPointF start = inside({from.left(), from.center().y()});
        const QPointF end = inside({target.right(), target.center().y()});
        QPainterPath curve(start);
        curve.cubicTo(start - QPointF(24, 0), end + QPointF(24, 0), end);
        painter.drawPath(curve);
        painter.drawEllipse(end, 2.5, 2.5);
    }
    painter.restore();
}

} // namespace spanglass::views
