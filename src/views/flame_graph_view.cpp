// SPDX-License-Identifier: GPL-3.0-or-later
// What the view holds together: scene and geometry. How it is painted is in flame_graph_paint.cpp, moved in
// flame_graph_move.cpp, chosen in flame_graph_choice.cpp, driven in flame_graph_input.cpp; what it reads of
// details is in flame_graph_details.cpp.
#include "views/flame_graph_view.h"

#include <QEvent>
#include <QResizeEvent>
#include <QScrollBar>
#include <algorithm>
#include <chrono>
#include <cmath>

#include "layout/time_order.h"
#include "views/flame_hover.h"
#include "views/flame_legend.h"

namespace spanglass::views {
namespace {

constexpr int minimapHeight = 36;
constexpr int rulerHeight = 22;
/// Below this height every lane counts for more than a legend.
constexpr int leastHeightForLegend = 180;
constexpr int progressEveryMs = 100;

std::int64_t nowNs()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

} // namespace

FlameGraphView::FlameGraphView(QWidget* parent)
    : QAbstractScrollArea(parent), m_labels(views::font(FontRole::secondary))
{
    setAccessibleName(tr("Flame graph"));
    setAccessibleDescription(tr("Spans of the trace over time; the arrow keys walk from span to span."));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_growth.setSingleShot(true);
    connect(&m_growth, &QTimer::timeout, this, &FlameGraphView::growOpenSpans);
    m_animation.setDuration(120);
    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant& t) {
        setAxis(layout::between(m_animatedFrom, m_animatedTo, t.toDouble()));
    });
    m_progress.setInterval(progressEveryMs);
    connect(&m_progress, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
}

FlameGraphView::~FlameGraphView()
{
    stopReading();
}

void FlameGraphView::setModel(models::SpanTreeModel* model, QItemSelectionModel* selection)
{
    if (m_model)
        m_model->disconnect(this);
    if (m_selection)
        m_selection->disconnect(this);
    m_model = model;
    m_selection = selection;
    if (m_model) {
        connect(m_model, &QAbstractItemModel::modelReset, this, &FlameGraphView::rebuildScene);
        connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
            // A newer table announces each of its rows; one rebuild serves them all.
            if (!m_growth.isActive() || m_growth.remainingTime() > 0)
                m_growth.start(0);
        });
    }
    if (m_selection)
        connect(m_selection, &QItemSelectionModel::currentChanged, this, &FlameGraphView::currentChanged);
    m_fitted = true;
    rebuildScene();
}

void FlameGraphView::setLive(bool live)
{
    if (m_live == live)
        return;
    m_live = live;
    rebuildScene();
}

void FlameGraphView::setMatches(std::vector<std::uint8_t> matches)
{
    m_options.matches = std::move(matches);
    rebuildScene();
}

void FlameGraphView::setOrder(FlameOrder order)
{
    if (m_options.order == order && order != FlameOrder::sandwich)
        return;
    if (order == FlameOrder::sandwich) {
        const std::uint32_t bar = selectedBar();
        if (!m_scene || bar == layout::noBar)
            return;
        m_options.sandwichKey = m_scene->groupOf(m_scene->row(bar));
    }
    m_options.order = order;
    m_fitted = true;
    m_before.clear();
    if (m_scope != FlameScope::range)
        endRange();
    rebuildScene();
    Q_EMIT optionsChanged();
}

void FlameGraphView::setColour(FlameColour colour)
{
    if (m_options.colour == colour)
        return;
    m_options.colour = colour;
    rebuildScene();
    Q_EMIT optionsChanged();
}

void FlameGraphView::setWeight(FlameWeight weight)
{
    if (m_options.weight == weight)
        return;
    m_options.weight = weight;
    m_fitted = true;
    rebuildScene();
    Q_EMIT optionsChanged();
}

void FlameGraphView::setGroup(FlameGroup group, const QString& attribute)
{
    if (m_options.group == group && m_attribute == attribute)
        return;
    // A sandwich is of one group; another grouping has others.
    if (m_options.order == FlameOrder::sandwich)
        m_options.order = FlameOrder::leftHeavy;
    m_options.group = group;
    if (m_attribute != attribute) {
        m_attribute = attribute;
        m_columnsOf.reset(); // read with another attribute
    }
    m_fitted = true;
    rebuildScene();
    Q_EMIT optionsChanged();
}

void FlameGraphView::setScope(FlameScope scope)
{
    m_scope = scope;
    m_options.within = rowsInScope();
    m_fitted = true;
    rebuildScene();
    Q_EMIT optionsChanged();
}

void FlameGraphView::setSecondRunFrom(std::uint32_t row)
{
    m_options.secondRunFrom = row;
    m_options.order = row > 0 ? FlameOrder::leftHeavy : FlameOrder::time;
    m_options.colour = row > 0 ? FlameColour::difference : FlameColour::kind;
    m_fitted = true;
    rebuildScene();
}

std::vector<std::uint8_t> FlameGraphView::rowsInScope() const
{
    if (!m_scene || m_scope == FlameScope::everything)
        return {};
    const trace::SpanTable& table = m_scene->table();
    std::vector<std::uint8_t> within(table.size());
    if (m_scope == FlameScope::range) {
        for (std::uint32_t row = 0; m_range && row < table.size(); ++row)
            within[row] = table.startUnixNs[row] >= m_range->first && table.startUnixNs[row] <= m_range->last;
    } else if (const std::uint32_t root = selectedRow(); root != trace::noRow) {
        within[root] = 1;
        for (const std::uint32_t row : m_model->tree().preorder()) { // parents first
            if (table.parent[row] != trace::noRow && within[table.parent[row]] != 0)
                within[row] = 1;
        }
    }
    if (std::ranges::find(within, std::uint8_t(1)) == within.end())
        within.clear(); // nothing chosen: everything
    return within;
}

std::int64_t FlameGraphView::openEnd() const
{
    return m_live ? std::max(nowNs(), layout::lastKnownNs(*m_model->table())) : 0;
}

void FlameGraphView::rebuildScene()
{
    m_hover = m_hoverLinesOf = layout::noBar;
    if (!m_model || m_model->table()->size() == 0) {
        m_scene.reset();
        m_selfNs.clear();
    } else {
        wantDetails();
        if (m_options.matches.size() != m_model->table()->size())
            m_options.matches.clear();
        FlameOptions options = m_options;
        options.openEndNs = openEnd();
        if (!m_scene || &m_scene->table() != m_model->table().get())
            m_selfNs.clear();
        m_scene = std::make_unique<FlameScene>(m_model->table(), std::move(options));
        const double width = lanesRect().width();
        if (m_fitted)
            m_axis = layout::fitted(m_scene->extent(), width);
        else
            m_axis = layout::resized(m_axis, m_scene->extent(), width);
    }
    m_labels = LabelCache(m_labels.font()); // string ids are the table's
    m_lanesStale = m_minimapStale = true;
    updateScrollBar();
    scheduleGrowth();
    viewport()->update();
}

/// As often as it is cheap: a rebuild never takes more than a tenth of the time between two of them.
void FlameGraphView::growOpenSpans()
{
    const auto began = std::chrono::steady_clock::now();
    // What the pointer is on stays where it is: with the pointer on a bar, new time is added beyond the edge.
    if (m_fitted && m_live && viewport()->underMouse() &&
        barAt(viewport()->mapFromGlobal(QCursor::pos())) != layout::noBar)
        m_fitted = false;
    rebuildScene();
    const auto took =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
    if (m_growth.isActive())
        m_growth.start(std::max(33, static_cast<int>(took.count()) * 10));
}

void FlameGraphView::scheduleGrowth()
{
    m_growth.stop();
    if (!m_live || !m_scene || !isVisible())
        return;
    const auto& table = m_scene->table();
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        if (table.durationNs[row] == trace::unfinished && table.state[row] == trace::State::running) {
            m_growth.start(33);
            return;
        }
    }
}

void FlameGraphView::updateScrollBar()
{
    const int lanes = m_scene ? static_cast<int>(std::min(m_scene->bars().lanes, 100'000'000U)) : 0;
    const int room = lanesRect().height();
    verticalScrollBar()->setPageStep(room);
    verticalScrollBar()->setSingleStep(measure::graphRowHeight);
    verticalScrollBar()->setRange(0, std::max(lanes * measure::graphRowHeight + 2 * measure::grid - room, 0));
}

QRect FlameGraphView::minimapRect() const
{
    return {0, 0, viewport()->width(), minimapHeight};
}

QRect FlameGraphView::rulerRect() const
{
    return {0, minimapHeight, viewport()->width(), rulerHeight};
}

QRect FlameGraphView::lanesRect() const
{
    const int top = minimapHeight + rulerHeight;
    const int bottom = viewport()->height() - legendRect().height();
    return {0, top, std::max(viewport()->width(), 1), std::max(bottom - top, 0)};
}

QRect FlameGraphView::legendRect() const
{
    const int height = viewport()->height() < leastHeightForLegend ? 0 : legendHeight;
    return {0, viewport()->height() - height, viewport()->width(), height};
}

FlameFrame FlameGraphView::frame() const
{
    FlameFrame frame;
    frame.axis = m_axis;
    frame.top = verticalScrollBar()->value();
    frame.dimOthers = !m_options.matches.empty();
    return frame;
}

QRectF FlameGraphView::barRect(std::uint32_t bar) const
{
    const layout::Bars& bars = m_scene->bars();
    const QRect lanes = lanesRect();
    const double left = m_axis.toX(bars.begin[bar]);
    const double right = std::max(m_axis.toX(bars.end[bar]), left + 1);
    const double y =
        lanes.top() + bars.lane[bar] * double(measure::graphRowHeight) - verticalScrollBar()->value();
    return {left, y, right - left, measure::graphRowHeight - 1.0};
}

std::uint32_t FlameGraphView::barAt(const QPointF& at) const
{
    const QRect lanes = lanesRect();
    if (!m_scene || !lanes.contains(at.toPoint()))
        return layout::noBar;
    const double lane = (at.y() - lanes.top() + verticalScrollBar()->value()) / measure::graphRowHeight;
    return m_scene->index().hit(static_cast<std::uint32_t>(lane), m_axis, at.x(), 2);
}

std::uint32_t FlameGraphView::hoveredRow() const
{
    return m_hover == layout::noBar || !m_scene ? trace::noRow : m_scene->row(m_hover);
}

QStringList FlameGraphView::hoverLines() const
{
    if (m_hover == layout::noBar || !m_scene)
        return {};
    if (m_hoverLinesOf != m_hover) {
        m_hoverLines = linesFor(m_hover);
        m_hoverLinesOf = m_hover;
    }
    return m_hoverLines;
}

QStringList FlameGraphView::linesFor(std::uint32_t bar) const
{
    return views::hoverLines(*m_scene, bar);
}

void FlameGraphView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (m_scene)
        m_axis = layout::resized(m_axis, m_scene->extent(), lanesRect().width());
    if (m_scene && m_fitted)
        m_axis = layout::fitted(m_scene->extent(), lanesRect().width());
    for (layout::Axis& axis : m_before)
        axis = m_scene ? layout::resized(axis, m_scene->extent(), lanesRect().width()) : axis;
    m_animation.stop();
    m_lanesStale = m_minimapStale = true;
    updateScrollBar();
}

void FlameGraphView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Flame graph"));
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::FontChange) {
        m_labels = LabelCache(views::font(FontRole::secondary));
        m_lanesStale = m_minimapStale = true;
        viewport()->update();
    }
}

void FlameGraphView::showEvent(QShowEvent* event)
{
    QAbstractScrollArea::showEvent(event);
    scheduleGrowth();
}

void FlameGraphView::hideEvent(QHideEvent* event)
{
    QAbstractScrollArea::hideEvent(event);
    m_growth.stop();
}

} // namespace spanglass::views
