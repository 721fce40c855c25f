// SPDX-License-Identifier: GPL-3.0-or-later
// How the flame graph is moved: zooms, pans, fits and the way back. Coordinates are layout/axis's.
#include <QScrollBar>
#include <algorithm>

#include "views/flame_graph_view.h"
#include "views/motion.h"

namespace spanglass::views {
namespace {

constexpr double keyZoom = 1.6;
constexpr std::size_t mostSteps = 100;

} // namespace

bool FlameGraphView::animated() const
{
    return !m_reducedMotion && moves(this);
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

} // namespace spanglass::views
