// SPDX-License-Identifier: GPL-3.0-or-later
// How the flame graph is moved and chosen in: pointer, wheel, keys. Coordinates are layout/axis's.
#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyle>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "views/flame_graph_view.h"

namespace spanglass::views {
namespace {

constexpr double keyZoom = 1.6;
constexpr double wheelZoomPerDegree = 1.025; // a notch of 15 degrees: 1.45
constexpr std::size_t mostSteps = 100;

} // namespace

bool FlameGraphView::animated() const
{
    return !m_reducedMotion && isVisible() &&
           style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this) != 0;
}

void FlameGraphView::setAxis(const layout::Axis& axis)
{
    if (m_axis == axis)
        return;
    m_axis = axis;
    m_lanesStale = true;
    viewport()->update();
}

void FlameGraphView::animateTo(const layout::Axis& axis)
{
    m_animation.stop();
    m_fitted = m_scene && axis == layout::fitted(m_scene->extent(), axis.widthPx);
    if (!animated()) {
        setAxis(axis);
        return;
    }
    m_animatedFrom = m_axis;
    m_animatedTo = axis;
    m_animation.start();
}

void FlameGraphView::zoomAt(double x, double factor, bool eased)
{
    if (!m_scene)
        return;
    const bool running = m_animation.state() == QAbstractAnimation::Running;
    const layout::Axis to = layout::zoomed(running ? m_animatedTo : m_axis, m_scene->extent(), x, factor);
    if (eased) {
        animateTo(to);
        return;
    }
    m_animation.stop();
    m_fitted = to == layout::fitted(m_scene->extent(), to.widthPx);
    setAxis(to);
}

void FlameGraphView::pan(double dx)
{
    if (!m_scene)
        return;
    m_animation.stop();
    setAxis(layout::panned(m_axis, m_scene->extent(), dx));
}

void FlameGraphView::zoomIn()
{
    zoomAt(m_axis.widthPx / 2, keyZoom, true);
}

void FlameGraphView::zoomOut()
{
    zoomAt(m_axis.widthPx / 2, 1 / keyZoom, true);
}

void FlameGraphView::fitExtent(layout::Extent extent)
{
    if (m_before.size() < mostSteps)
        m_before.push_back(m_axis);
    const double all = static_cast<double>(m_scene->extent().last - m_scene->extent().first);
    const double wanted = std::max(static_cast<double>(extent.last - extent.first), 1.0);
    const double width = m_axis.widthPx;
    // From the whole, zoom so far that the extent fills the width, then bring its start to the left edge.
    const layout::Axis whole = layout::fitted(m_scene->extent(), width);
    const layout::Axis scaled = layout::zoomed(whole, m_scene->extent(), 0, std::max(all, 1.0) / wanted);
    animateTo(layout::panned(scaled, m_scene->extent(), -scaled.toX(extent.first)));
}

void FlameGraphView::fitAll()
{
    if (m_scene)
        fitExtent(m_scene->extent());
}

void FlameGraphView::fitSelection()
{
    const std::uint32_t bar = selectedBar();
    if (!m_scene || bar == layout::noBar) {
        fitAll();
        return;
    }
    fitExtent({m_scene->bars().begin[bar], m_scene->bars().end[bar]});
}

void FlameGraphView::stepBack()
{
    if (m_reading) {
        stopReading();
        viewport()->update();
    } else if (m_range) {
        endRange();
    } else if (!m_before.empty()) {
        const layout::Axis axis = m_before.back();
        m_before.pop_back();
        animateTo(axis);
    } else if (m_scene && m_axis != layout::fitted(m_scene->extent(), m_axis.widthPx)) {
        animateTo(layout::fitted(m_scene->extent(), m_axis.widthPx));
    } else if (!m_options.matches.empty()) {
        setMatches({});
    }
}

void FlameGraphView::endRange()
{
    if (!m_range)
        return;
    m_range.reset();
    m_rangeLines.clear();
    viewport()->update();
    Q_EMIT rangeChanged(1, 0);
}

void FlameGraphView::dragMinimapTo(double x)
{
    const layout::Axis all = layout::fitted(m_scene->extent(), minimapRect().width());
    pan(m_axis.widthPx / 2 - m_axis.toX(all.toUnit(x)));
}

void FlameGraphView::ensureVisible(std::uint32_t bar)
{
    const QRectF at = barRect(bar);
    const QRect lanes = lanesRect();
    if (at.top() < lanes.top() || at.bottom() > lanes.bottom()) {
        const double target = verticalScrollBar()->value() + at.center().y() - lanes.center().y();
        verticalScrollBar()->setValue(static_cast<int>(target));
    }
    const bool seen = at.right() > 0 && at.left() < lanes.width();
    if (!seen)
        animateTo(layout::panned(m_axis, m_scene->extent(), m_axis.widthPx / 2 - at.center().x()));
}

std::uint32_t FlameGraphView::selectedRow() const
{
    return m_model && m_selection ? m_model->tableRow(m_selection->currentIndex()) : trace::noRow;
}

std::uint32_t FlameGraphView::selectedBar() const
{
    return m_scene ? m_scene->bar(selectedRow()) : layout::noBar;
}

void FlameGraphView::select(std::uint32_t bar)
{
    if (!m_selection || !m_model || !m_scene)
        return;
    m_choosing = true;
    const std::uint32_t row = bar == layout::noBar ? trace::noRow : m_scene->row(bar);
    if (row == trace::noRow)
        m_selection->clear();
    else
        m_selection->setCurrentIndex(m_model->indexOfRow(row),
                                     QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_choosing = false;
    viewport()->update();
}

void FlameGraphView::currentChanged(const QModelIndex&)
{
    const std::uint32_t bar = selectedBar();
    if (bar != layout::noBar) {
        if (!m_choosing)
            ensureVisible(bar);
        setAccessibleDescription(linesFor(bar).join(QLatin1String(", ")));
        QAccessibleEvent said(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&said);
    }
    viewport()->update();
}

void FlameGraphView::setHover(std::uint32_t bar, const QPointF& at)
{
    if (m_hover == bar && (bar == layout::noBar || m_hoverAt == at))
        return;
    m_hover = bar;
    m_hoverAt = at;
    viewport()->update();
}

void FlameGraphView::mousePressEvent(QMouseEvent* event)
{
    if (m_scene && event->button() == Qt::RightButton) {
        if (const std::uint32_t bar = barAt(event->position()); bar != layout::noBar)
            select(bar); // what the context menu is about
    }
    if (!m_scene || event->button() != Qt::LeftButton)
        return;
    m_dragFrom = event->position();
    if (minimapRect().contains(event->position().toPoint())) {
        m_drag = Drag::minimap;
        dragMinimapTo(event->position().x());
    } else if ((event->modifiers() & Qt::ShiftModifier) != 0 && m_scene->timed()) {
        m_drag = Drag::range;
        m_range = layout::Extent{m_axis.toUnit(m_dragFrom.x()), m_axis.toUnit(m_dragFrom.x())};
    } else {
        m_drag = Drag::pressed;
    }
}

void FlameGraphView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    switch (m_drag) {
    case Drag::none:
        setHover(barAt(at), at);
        return;
    case Drag::pressed:
        if ((at - m_dragFrom).manhattanLength() < QApplication::startDragDistance())
            return;
        m_drag = Drag::pan;
        setHover(layout::noBar, at);
        viewport()->setCursor(Qt::ClosedHandCursor);
        [[fallthrough]];
    case Drag::pan:
        pan(at.x() - m_dragFrom.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - qRound(at.y() - m_dragFrom.y()));
        m_dragFrom = at;
        return;
    case Drag::range: {
        const std::int64_t a = m_axis.toUnit(m_dragFrom.x());
        const std::int64_t b = m_axis.toUnit(at.x());
        m_range = layout::Extent{std::min(a, b), std::max(a, b)};
        measureRange(false);
        return;
    }
    case Drag::minimap:
        dragMinimapTo(at.x());
        return;
    }
}

void FlameGraphView::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag was = m_drag;
    m_drag = Drag::none;
    viewport()->unsetCursor();
    if (was == Drag::pressed)
        select(barAt(event->position()));
    if (was == Drag::range && m_range) {
        if (std::abs(event->position().x() - m_dragFrom.x()) < 3) {
            endRange();
        } else {
            measureRange(true);
            Q_EMIT rangeChanged(m_range->first, m_range->last);
        }
    }
    setHover(barAt(event->position()), event->position());
}

void FlameGraphView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!m_scene || event->button() != Qt::LeftButton)
        return;
    const std::uint32_t bar = barAt(event->position());
    if (bar == layout::noBar) {
        fitAll();
        return;
    }
    select(bar);
    fitExtent({m_scene->bars().begin[bar], m_scene->bars().end[bar]});
}

void FlameGraphView::wheelEvent(QWheelEvent* event)
{
    const QPoint degrees = event->angleDelta() / 8;
    const QPoint pixels = event->pixelDelta();
    if ((event->modifiers() & Qt::ShiftModifier) != 0) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() - (degrees.y() + degrees.x()) * 4);
    } else if (std::abs(degrees.x()) > std::abs(degrees.y())) {
        pan(pixels.isNull() ? degrees.x() * 4 : pixels.x());
    } else {
        // A notch of a wheel is eased; the fine steps of a touchpad follow the fingers.
        zoomAt(event->position().x(), std::pow(wheelZoomPerDegree, degrees.y()), pixels.isNull());
    }
    setHover(layout::noBar, event->position());
    event->accept();
}

void FlameGraphView::keyPressEvent(QKeyEvent* event)
{
    if ((event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != 0) {
        event->ignore();
        return;
    }
    const double step = m_axis.widthPx / 8;
    switch (event->key()) {
    case Qt::Key_W:
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return;
    case Qt::Key_S:
    case Qt::Key_Minus:
        zoomOut();
        return;
    case Qt::Key_A:
        pan(step);
        return;
    case Qt::Key_D:
        pan(-step);
        return;
    case Qt::Key_F:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        fitSelection();
        return;
    case Qt::Key_Home:
    case Qt::Key_0:
        fitAll();
        return;
    case Qt::Key_Escape:
        stepBack();
        return;
    case Qt::Key_Period:
        goToMark(+1);
        return;
    case Qt::Key_Comma:
        goToMark(-1);
        return;
    case Qt::Key_E:
        goToError((event->modifiers() & Qt::ShiftModifier) != 0 ? -1 : +1);
        return;
    case Qt::Key_L:
        goTo(SpanGoal::slowest);
        return;
    case Qt::Key_C:
        goTo(SpanGoal::costliest);
        return;
    case Qt::Key_Slash:
        Q_EMIT searchRequested();
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
        walk(event->key());
        return;
    case Qt::Key_PageUp:
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
        return;
    case Qt::Key_PageDown:
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
        return;
    default:
        event->ignore();
    }
}

/// Up and down go by lanes (the bar above or below under the middle of this one), left and right along one.
void FlameGraphView::walk(int key)
{
    if (!m_scene)
        return;
    const layout::Bars& bars = m_scene->bars();
    const std::uint32_t bar = selectedBar();
    std::uint32_t to = layout::noBar;
    if (bar == layout::noBar) {
        const auto first = m_scene->index().lane(0);
        to = first.empty() ? layout::noBar : first.front();
    } else if (key == Qt::Key_Left || key == Qt::Key_Right) {
        const auto lane = m_scene->index().lane(bars.lane[bar]);
        const auto at = std::find(lane.begin(), lane.end(), bar);
        if (key == Qt::Key_Left && at != lane.begin())
            to = *(at - 1);
        if (key == Qt::Key_Right && at != lane.end() && at + 1 != lane.end())
            to = *(at + 1);
    } else if (m_scene->timed()) {
        const std::uint32_t parent = m_scene->table().parent[bar];
        const auto children = m_model->tree().children(bar);
        if (key == Qt::Key_Up && parent != trace::noRow)
            to = parent;
        if (key == Qt::Key_Down && !children.empty())
            to = children.front();
    } else {
        const std::uint32_t lane = bars.lane[bar];
        if (key == Qt::Key_Down || lane > 0)
            to = m_scene->index().hit(key == Qt::Key_Up ? lane - 1 : lane + 1, m_axis,
                                      m_axis.toX(bars.begin[bar]) + 0.5, 1);
    }
    if (to == layout::noBar)
        return;
    select(to);
    ensureVisible(to);
}

/// The next or previous match of a search, or error where nothing is searched, in the order of time.
void FlameGraphView::goToMark(int direction)
{
    if (m_options.matches.empty())
        return goToError(direction);
    if (m_scene)
        goToRow(nextMarked(m_scene->table(), selectedRow(), direction,
                           [this](std::uint32_t row) { return m_options.matches[row] != 0; }));
}

void FlameGraphView::goToError(int direction)
{
    if (!m_scene)
        return;
    const trace::SpanTable& table = m_scene->table();
    goToRow(nextMarked(table, selectedRow(), direction,
                       [&table](std::uint32_t row) { return table.status[row] == Status::error; }));
}

/// Chooses the span itself, also where a merged bar stands for many.
void FlameGraphView::goToRow(std::uint32_t row)
{
    if (row == trace::noRow || !m_selection)
        return;
    m_choosing = true;
    m_selection->setCurrentIndex(m_model->indexOfRow(row),
                                 QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_choosing = false;
    if (const std::uint32_t bar = m_scene->bar(row); bar != layout::noBar)
        ensureVisible(bar);
    viewport()->update();
}

bool FlameGraphView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        setHover(layout::noBar, {});
    return QAbstractScrollArea::viewportEvent(event);
}

void FlameGraphView::scrollContentsBy(int, int)
{
    m_lanesStale = true;
    viewport()->update();
}

void FlameGraphView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void FlameGraphView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace spanglass::views
