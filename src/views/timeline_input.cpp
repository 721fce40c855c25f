// SPDX-License-Identifier: GPL-3.0-or-later
// How the timeline is moved and chosen in: pointer, wheel, keys. Coordinates are layout/axis's.
#include <QMouseEvent>
#include <QScrollBar>
#include <algorithm>
#include <cmath>
#include <limits>

#include "views/motion.h"
#include "views/timeline_measure.h"
#include "views/timeline_view.h"

namespace spanglass::views {
namespace {

constexpr double zoomStep = 1.3;
constexpr double panStep = 0.15;
constexpr std::size_t longestHistory = 50;

} // namespace

using namespace timeline;

void TimelineView::fitAll()
{
    m_fitted = true;
    setFollowsVisible(false);
    animateTo(layout::fitted(extent(), barsWidth()));
}

void TimelineView::fitSelection()
{
    const std::uint32_t row = selectedRow();
    if (row == trace::noRow)
        return fitAll();
    remember();
    setFollowsVisible(false);
    m_fitted = false;
    const std::int64_t start = m_table->startUnixNs[row];
    animateTo(layout::fitted({start, std::max(start + 1, endOf(row))}, barsWidth()));
}

/// From the first start to the last end of the lines in view, with a little air.
void TimelineView::fitVisible()
{
    const auto first = static_cast<std::uint32_t>(verticalScrollBar()->value());
    const auto lines =
        static_cast<std::uint32_t>(std::max(1, (viewport()->height() - rulerHeight) / rowHeight));
    const std::uint32_t last = std::min(m_rows.count(), first + lines);
    if (first >= last)
        return;
    layout::Extent seen{std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()};
    for (std::uint32_t line = first; line < last; ++line) {
        const std::uint32_t row = m_rows.line(line).spanRow;
        // A line that others stand below, and that reaches far beyond them, is only passed through.
        const bool isContext = line + 1 < last && m_rows.line(line + 1).depth > m_rows.line(line).depth;
        if (isContext && last - first > 2)
            continue;
        seen.first = std::min(seen.first, m_table->startUnixNs[row]);
        seen.last = std::max(seen.last, endOf(row));
    }
    if (seen.first > seen.last)
        seen = extent();
    m_fitted = false;
    const std::int64_t air = std::max<std::int64_t>((seen.last - seen.first) / 50, 1);
    seen.first = std::max(seen.first - air, extent().first);
    seen.last = std::min(seen.last + air, std::max(extent().last, seen.first + 1));
    animateTo(layout::fitted(seen, barsWidth()));
}

void TimelineView::zoomIn()
{
    zoomAt(barsWidth() / 2.0, zoomStep);
}

void TimelineView::zoomOut()
{
    zoomAt(barsWidth() / 2.0, 1 / zoomStep);
}

void TimelineView::stepBack()
{
    if (m_history.empty())
        return fitAll();
    const layout::Axis before = m_history.back();
    m_history.pop_back();
    animateTo(layout::resized(before, extent(), barsWidth()));
    m_fitted = m_animatedTo == layout::fitted(extent(), barsWidth());
}

/// For Esc.
void TimelineView::remember()
{
    m_history.push_back(m_axis);
    if (m_history.size() > longestHistory)
        m_history.erase(m_history.begin());
}

void TimelineView::animateTo(const layout::Axis& axis)
{
    m_animation.stop();
    m_animatedFrom = m_axis;
    m_animatedTo = axis;
    if (!m_reducedMotion && moves(this) && m_axis != axis)
        m_animation.start();
    else
        setAxis(axis);
}

void TimelineView::zoomAt(double x, double factor)
{
    m_fitted = false;
    m_animation.stop();
    setAxis(layout::zoomed(m_axis, extent(), x, factor));
}

void TimelineView::panBy(double dx)
{
    m_fitted = false;
    m_animation.stop();
    setAxis(layout::panned(m_axis, extent(), dx));
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::RightButton && lineAt(event->pos().y()) != trace::noRow)
        return select(m_rows.line(lineAt(event->pos().y())).spanRow); // what the context menu is about
    if (event->button() != Qt::LeftButton)
        return;
    m_dragFrom = event->pos();
    if (std::abs(event->pos().x() - barsLeft()) <= dividerReach) {
        m_drag = Drag::divider;
        return;
    }
    const std::uint32_t line = lineAt(event->pos().y());
    if (line == trace::noRow)
        return;
    const TimelineRows::Line at = m_rows.line(line);
    const int arrowX = nameMargin + static_cast<int>(std::min(at.depth, deepestIndent)) * indent;
    const bool onArrow = event->pos().x() >= arrowX && event->pos().x() < arrowX + indent + 2;
    if (onArrow && !m_model->tree().children(at.spanRow).empty()) {
        m_rows.setFolded(at.spanRow, !m_rows.folded(at.spanRow));
        return linesChanged();
    }
    select(at.spanRow);
    if (event->pos().x() > barsLeft())
        m_drag = Drag::pan;
}

void TimelineView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint moved = event->pos() - m_dragFrom;
    if (m_drag == Drag::divider) {
        m_nameShare = std::clamp(double(event->pos().x()) / std::max(1, viewport()->width()), 0.12, 0.8);
        m_axis =
            m_fitted ? layout::fitted(extent(), barsWidth()) : layout::resized(m_axis, extent(), barsWidth());
        viewport()->update();
    } else if (m_drag == Drag::pan && moved.manhattanLength() > 0) {
        panBy(-moved.x());
        m_dragFrom = event->pos();
    } else {
        const bool onDivider = std::abs(event->pos().x() - barsLeft()) <= dividerReach;
        viewport()->setCursor(onDivider ? Qt::SplitHCursor : Qt::ArrowCursor);
        const std::uint32_t line = lineAt(event->pos().y());
        hover(line, event->pos());
    }
}

/// Beside the bars a card says at once what is there; over the names, which it would hide, a tool tip does.
void TimelineView::hover(std::uint32_t line, QPoint at)
{
    const bool beside = line != trace::noRow && at.x() > barsLeft() + dividerReach;
    const bool another = line != m_hovered;
    if (!another && !beside && m_hoverText.isEmpty())
        return;
    if (!beside)
        m_hoverText.clear();
    else if (another || m_hoverText.isEmpty())
        m_hoverText = toolTipOf(m_rows.line(line).spanRow);
    m_hovered = line;
    m_hoverAt = at;
    viewport()->update();
}

void TimelineView::mouseReleaseEvent(QMouseEvent*)
{
    m_drag = Drag::none;
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->pos().x() > barsLeft())
        fitSelection();
}

void TimelineView::wheelEvent(QWheelEvent* event)
{
    const QPoint turned = event->angleDelta();
    const double x = event->position().x() - barsLeft();
    if (event->modifiers() & Qt::ControlModifier) {
        zoomAt(std::max(0.0, x), std::pow(zoomStep, turned.y() / 120.0));
        event->accept();
    } else if (std::abs(turned.x()) > std::abs(turned.y()) || (event->modifiers() & Qt::ShiftModifier)) {
        panBy(-(turned.x() != 0 ? turned.x() : turned.y()));
        event->accept();
    } else {
        QAbstractScrollArea::wheelEvent(event);
    }
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    if ((event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != 0)
        return event->ignore();
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
        return walk(event->key());
    default:
        if (!keyCommand(event->key(), (event->modifiers() & Qt::ShiftModifier) != 0))
            QAbstractScrollArea::keyPressEvent(event);
    }
}

bool TimelineView::keyCommand(int key, bool shift)
{
    switch (key) {
    case Qt::Key_W:
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return true;
    case Qt::Key_S:
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_A:
        panBy(-barsWidth() * panStep);
        return true;
    case Qt::Key_D:
        panBy(barsWidth() * panStep);
        return true;
    case Qt::Key_F:
        m_fitted ? fitSelection() : fitAll();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        fitSelection();
        return true;
    case Qt::Key_Z:
        setFollowsVisible(!m_followsVisible);
        return true;
    case Qt::Key_Escape:
        stepBack();
        return true;
    case Qt::Key_Period:
        nextMark();
        return true;
    case Qt::Key_Comma:
        previousMark();
        return true;
    case Qt::Key_E:
        goToError(shift ? -1 : 1);
        return true;
    case Qt::Key_L:
        Q_EMIT goalRequested(SpanGoal::slowest);
        return true;
    case Qt::Key_C:
        Q_EMIT goalRequested(SpanGoal::costliest);
        return true;
    case Qt::Key_Slash:
        Q_EMIT searchRequested();
        return true;
    default:
        return false;
    }
}

void TimelineView::walk(int key)
{
    if (m_rows.count() == 0)
        return;
    const std::uint32_t row = selectedRow();
    const std::uint32_t found = row == trace::noRow ? trace::noRow : m_rows.lineOf(row);
    const int line = found == trace::noRow ? -1 : static_cast<int>(found);
    const bool inner = line >= 0 && !m_model->tree().children(row).empty();
    const int page = verticalScrollBar()->pageStep();
    int target = line;
    switch (key) {
    case Qt::Key_Up:
        target = line - 1;
        break;
    case Qt::Key_Down:
        target = line + 1;
        break;
    case Qt::Key_PageUp:
        target = line - page;
        break;
    case Qt::Key_PageDown:
        target = line + page;
        break;
    case Qt::Key_Home:
        target = 0;
        break;
    case Qt::Key_End:
        target = static_cast<int>(m_rows.count()) - 1;
        break;
    case Qt::Key_Left:
        if (inner && !m_rows.folded(row)) {
            m_rows.setFolded(row, true);
            return linesChanged();
        }
        if (line >= 0 && m_table->parent[row] != trace::noRow)
            return select(m_table->parent[row]);
        return;
    case Qt::Key_Right:
        if (inner && m_rows.folded(row)) {
            m_rows.setFolded(row, false);
            return linesChanged();
        }
        target = inner ? line + 1 : line;
        break;
    default:
        break;
    }
    target = std::clamp(target, 0, static_cast<int>(m_rows.count()) - 1);
    select(m_rows.line(static_cast<std::uint32_t>(target)).spanRow);
}

/// In the order of time; what is folded away is opened on the way.
void TimelineView::goToMark(int direction)
{
    if (m_matches.size() != m_table->size())
        return goToError(direction);
    const std::uint32_t row = nextMarked(*m_table, selectedRow(), direction,
                                         [this](std::uint32_t of) { return m_matches[of] != 0; });
    if (row != trace::noRow)
        select(row);
}

void TimelineView::goToError(int direction)
{
    const std::uint32_t row = nextMarked(*m_table, selectedRow(), direction, [this](std::uint32_t of) {
        return m_table->status[of] == Status::error;
    });
    if (row != trace::noRow)
        select(row);
}

} // namespace spanglass::views
