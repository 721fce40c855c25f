// SPDX-License-Identifier: GPL-3.0-or-later
// What pointer, wheel and keys do to the flame graph.
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "views/flame_graph_view.h"

namespace spanglass::views {
namespace {

constexpr double wheelZoomPerDegree = 1.025; // a notch of 15 degrees: 1.45

} // namespace

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
    case Qt::Key_M:
        measureSelection();
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
