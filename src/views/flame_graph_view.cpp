// SPDX-License-Identifier: GPL-3.0-or-later
// What the view holds together: scene, geometry, painting. How it is moved is in flame_graph_input.cpp.
#include "views/flame_graph_view.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>
#include <QStyle>
#include <chrono>
#include <cmath>

#include "layout/ruler.h"
#include "layout/time_order.h"
#include "views/flame_hover.h"
#include "views/plain_text.h"

namespace spanglass::views {
namespace {

constexpr int minimapHeight = 36;
constexpr int rulerHeight = 22;

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
}

FlameGraphView::~FlameGraphView() = default;

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
        m_options.sandwichName = m_scene->table().name[m_scene->row(bar)];
    }
    m_options.order = order;
    m_fitted = true;
    m_before.clear();
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
    rebuildScene();
    Q_EMIT optionsChanged();
}

std::vector<std::int64_t> FlameGraphView::weightsOf(FlameWeight weight) const
{
    const trace::SpanTable& table = *m_model->table();
    if (weight == FlameWeight::selfTime || m_options.order == FlameOrder::time || !table.details)
        return {};
    if (weight == FlameWeight::calls)
        return std::vector<std::int64_t>(table.size(), 1);
    std::vector<std::int64_t> weights(table.size());
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        const trace::Span span = table.details(row);
        if (weight == FlameWeight::cost)
            weights[row] = span.cost ? std::llround(span.cost->toDouble() * 1e9) : 0;
        else
            weights[row] =
                span.tokens.total.value_or(span.tokens.input.value_or(0) + span.tokens.output.value_or(0));
    }
    return weights;
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
    } else {
        if (m_options.matches.size() != m_model->table()->size())
            m_options.matches.clear();
        FlameOptions options = m_options;
        options.openEndNs = openEnd();
        options.weights = weightsOf(m_options.weight);
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
    return {0, top, std::max(viewport()->width(), 1), std::max(viewport()->height() - top, 0)};
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
    if (!m_scene || at.y() < lanes.top() || !viewport()->rect().contains(at.toPoint()))
        return layout::noBar;
    const double lane = (at.y() - lanes.top() + verticalScrollBar()->value()) / measure::graphRowHeight;
    return m_scene->index().hit(static_cast<std::uint32_t>(lane), m_axis, at.x(), 2);
}

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
    paintRange(painter);
    paintHoverCard(painter);
}

void FlameGraphView::paintEmpty(QPainter& painter) const
{
    painter.fillRect(viewport()->rect(), theme().surface);
    painter.setFont(views::font(FontRole::body));
    painter.setPen(theme().secondary);
    painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("No spans. Choose a trace, or open a file."));
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
    const QRect ruler = rulerRect();
    painter.fillRect(ruler, theme().window);
    painter.setFont(views::font(FontRole::caption));
    if (m_scene->timed()) {
        for (const layout::Tick& tick : layout::timeTicks(m_axis, m_scene->extent().first, 90)) {
            painter.fillRect(QRectF(tick.x, ruler.top(), 1, ruler.height()), theme().line);
            painter.setPen(theme().secondary);
            painter.drawText(QRectF(tick.x + 5, ruler.top(), 90, ruler.height()),
                             Qt::AlignVCenter | Qt::AlignLeft, QString::fromStdString(tick.label));
        }
    } else {
        painter.setPen(theme().secondary);
        painter.drawText(ruler.adjusted(6, 0, -6, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         mergedCaption(*m_scene));
    }
    painter.fillRect(QRect(0, ruler.bottom(), ruler.width(), 1), theme().line);
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
    if (!m_range)
        return;
    const double left = m_axis.toX(m_range->first);
    const double right = m_axis.toX(m_range->last);
    const int top = rulerRect().top();
    QColor fill = theme().accent;
    fill.setAlphaF(0.12F);
    const QRectF area(left, top, right - left, viewport()->height() - top);
    painter.fillRect(area, fill);
    painter.fillRect(QRectF(left, top, 1, area.height()), theme().accent);
    painter.fillRect(QRectF(right - 1, top, 1, area.height()), theme().accent);
    paintCard(painter, rangeLines(), QPointF(std::max(left, 0.0), top + 4.0), viewport()->rect());
}

void FlameGraphView::paintHoverCard(QPainter& painter) const
{
    if (m_hover == layout::noBar || m_drag == Drag::pan || m_drag == Drag::range)
        return;
    paintCard(painter, hoverLines(), m_hoverAt + QPointF(14, 18), viewport()->rect());
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

QStringList FlameGraphView::rangeLines() const
{
    return views::rangeLines(*m_scene, *m_range);
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
