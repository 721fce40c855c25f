// SPDX-License-Identifier: GPL-3.0-or-later
// What the timeline shows, and where; timeline_paint.cpp draws it, timeline_input.cpp moves it.
#include "views/timeline_view.h"

#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>

#include "models/readable.h"
#include "trace/critical_path.h"
#include "views/flame_hover.h"
#include "views/plain_text.h"
#include "views/theme.h"
#include "views/timeline_measure.h"

namespace spanglass::views {
namespace {

/// An open bar grows this often: smooth to the eye, nothing to the processor.
constexpr int growthMs = 50;

} // namespace

using namespace timeline;

TimelineView::TimelineView(QWidget* parent) : QAbstractScrollArea(parent)
{
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(tr("The tree of spans with a bar for each; the arrow keys walk and fold."));
    m_growth.setInterval(growthMs);
    connect(&m_growth, &QTimer::timeout, this, &TimelineView::tick);
    connect(&m_marks, &TimelineMarks::arrived, viewport(), qOverload<>(&QWidget::update));
    m_animation.setDuration(120);
    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant& t) {
        setAxis(layout::between(m_animatedFrom, m_animatedTo, t.toDouble()));
    });
}

void TimelineView::setModel(models::SpanTreeModel* model, QItemSelectionModel* selection)
{
    if (m_model)
        disconnect(m_model, nullptr, this, nullptr);
    if (m_selection)
        disconnect(m_selection, nullptr, this, nullptr);
    m_model = model;
    m_selection = selection;
    if (m_model) {
        connect(m_model, &QAbstractItemModel::modelReset, this, [this] { tableChanged(true); });
        connect(m_model, &QAbstractItemModel::dataChanged, this, [this] { tableChanged(false); });
    }
    if (m_selection)
        connect(m_selection, &QItemSelectionModel::currentChanged, this, [this] {
            ensureVisible(selectedRow());
            viewport()->update();
        });
    tableChanged(true);
}

void TimelineView::setShowsCriticalPath(bool shows)
{
    m_showsCriticalPath = shows;
    viewport()->update();
}

void TimelineView::setMinimumNs(std::int64_t minimumNs)
{
    m_rows.setMinimumNs(minimumNs);
    linesChanged();
}

void TimelineView::setFollowsVisible(bool follows)
{
    if (m_followsVisible == follows)
        return;
    m_followsVisible = follows;
    if (follows)
        fitVisible();
    Q_EMIT followsVisibleChanged(follows);
}

/// After folding and filtering.
void TimelineView::linesChanged()
{
    updateScrollBar();
    m_hoverText.clear(); // of the line that was there
    if (m_followsVisible)
        fitVisible();
    viewport()->update();
}

void TimelineView::setMatches(std::vector<std::uint8_t> matches)
{
    m_matches = std::move(matches);
    viewport()->update();
}

/// Also of lines above and below the view.
double TimelineView::lineY(std::uint32_t line) const
{
    return rulerHeight + (static_cast<double>(line) - verticalScrollBar()->value()) * rowHeight;
}

QRect TimelineView::lineRect(std::uint32_t line) const
{
    const int y = rulerHeight + (static_cast<int>(line) - verticalScrollBar()->value()) * rowHeight;
    if (y + rowHeight <= rulerHeight || y >= viewport()->height())
        return {};
    return {0, y, viewport()->width(), rowHeight};
}

QRectF TimelineView::barRect(std::uint32_t line) const
{
    const std::uint32_t row = m_rows.line(line).spanRow;
    const double left = m_axis.toX(m_table->startUnixNs[row]);
    const double right = std::max(left + leastBarWidth, m_axis.toX(endOf(row)));
    return {barsLeft() + left, lineY(line) + 5.0, right - left, rowHeight - 10.0};
}

void TimelineView::foldAll()
{
    m_rows.foldAll(true);
    linesChanged();
}

void TimelineView::unfoldAll()
{
    m_rows.foldAll(false);
    linesChanged();
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_animation.stop();
    m_axis =
        m_fitted ? layout::fitted(extent(), barsWidth()) : layout::resized(m_axis, extent(), barsWidth());
    updateScrollBar();
}

void TimelineView::showEvent(QShowEvent* event)
{
    QAbstractScrollArea::showEvent(event);
    ensureVisible(selectedRow());
}

void TimelineView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Timeline"));
        setAccessibleDescription(tr("The tree of spans with a bar for each; the arrow keys walk and fold."));
    }
}

bool TimelineView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave) {
        m_hovered = trace::noRow;
        m_hoverText.clear();
        viewport()->update();
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const std::uint32_t line = lineAt(help->pos().y());
        if (line != trace::noRow && help->pos().x() <= barsLeft()) // beside the bars is a card
            QToolTip::showText(help->globalPos(), plainToolTip(toolTipOf(m_rows.line(line).spanRow)),
                               viewport(), lineRect(line));
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TimelineView::tableChanged(bool another)
{
    m_table = m_model ? m_model->table() : std::make_shared<const trace::SpanTable>();
    m_marks.setTable(m_table);
    m_hoverText.clear();
    static const trace::Tree empty;
    m_rows.setTree(*m_table, m_model ? m_model->tree() : empty);
    m_running = std::ranges::find(m_table->state, trace::State::running) != m_table->state.end();
    m_firstNs = m_model ? m_model->firstStartUnixNs() : 0;
    m_lastNs = m_firstNs + 1;
    for (std::uint32_t row = 0; row < m_table->size(); ++row)
        m_lastNs = std::max(m_lastNs,
                            m_table->startUnixNs[row] + std::max<std::int64_t>(0, m_table->durationNs[row]));
    m_pathRows.clear();
    m_pathSpans.clear();
    std::vector<trace::PathSegment> path = trace::criticalPath(*m_table, openEndNs());
    std::ranges::stable_sort(path, {}, &trace::PathSegment::row);
    for (const trace::PathSegment& segment : path) {
        m_pathRows.push_back(segment.row);
        m_pathSpans.emplace_back(segment.startUnixNs, segment.endUnixNs);
    }
    if (another) {
        m_matches.clear();
        m_history.clear();
        m_animation.stop();
    }
    // What the user zoomed to stays; a view of everything goes on showing everything.
    m_axis =
        m_fitted ? layout::fitted(extent(), barsWidth()) : layout::resized(m_axis, extent(), barsWidth());
    m_running ? m_growth.start() : m_growth.stop();
    updateScrollBar();
    viewport()->update();
}

void TimelineView::updateScrollBar()
{
    const int visible = std::max(1, (viewport()->height() - rulerHeight) / rowHeight);
    verticalScrollBar()->setPageStep(visible);
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_rows.count()) - visible));
}

void TimelineView::tick()
{
    if (!isVisible())
        return;
    if (m_fitted)
        m_axis = layout::fitted(extent(), barsWidth());
    viewport()->update();
}

layout::Extent TimelineView::extent() const
{
    return {m_firstNs, m_running ? std::max(m_lastNs, openEndNs()) : m_lastNs};
}

std::int64_t TimelineView::endOf(std::uint32_t spanRow) const
{
    const std::int64_t durationNs = m_table->durationNs[spanRow];
    const std::int64_t start = m_table->startUnixNs[spanRow];
    return durationNs < 0 ? std::max(start, openEndNs()) : start + durationNs;
}

int TimelineView::barsLeft() const
{
    return static_cast<int>(viewport()->width() * m_nameShare);
}

int TimelineView::barsWidth() const
{
    return std::max(20, viewport()->width() - barsLeft() - durationRoom);
}

std::uint32_t TimelineView::lineAt(int y) const
{
    if (y < rulerHeight)
        return trace::noRow;
    const auto line =
        static_cast<std::uint32_t>(verticalScrollBar()->value() + (y - rulerHeight) / rowHeight);
    return line < m_rows.count() ? line : trace::noRow;
}

std::uint32_t TimelineView::selectedRow() const
{
    return m_model && m_selection ? m_model->tableRow(m_selection->currentIndex()) : trace::noRow;
}

/// A trace of now goes on until now; one of long ago, until its last known moment.
std::int64_t TimelineView::openEndNs() const
{
    const std::int64_t now = models::nowUnixNs();
    constexpr std::int64_t hourNs = 3'600'000'000'000;
    return now - m_lastNs < hourNs ? std::max(now, m_lastNs) : m_lastNs;
}

void TimelineView::setAxis(const layout::Axis& axis)
{
    m_axis = axis;
    viewport()->update();
}

void TimelineView::select(std::uint32_t spanRow)
{
    if (m_selection)
        m_selection->setCurrentIndex(m_model->indexOfRow(spanRow),
                                     QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void TimelineView::ensureVisible(std::uint32_t spanRow)
{
    if (spanRow == trace::noRow || spanRow >= m_table->size())
        return;
    m_rows.reveal(spanRow);
    updateScrollBar();
    const std::uint32_t line = m_rows.lineOf(spanRow);
    if (line == trace::noRow)
        return;
    QScrollBar* bar = verticalScrollBar();
    const int at = static_cast<int>(line);
    if (at < bar->value())
        bar->setValue(at);
    else if (at >= bar->value() + bar->pageStep())
        bar->setValue(at - bar->pageStep() + 1);
}

QString TimelineView::toolTipOf(std::uint32_t spanRow) const
{
    QStringList lines{literal(m_table->strings.text(m_table->name[spanRow])).left(160)};
    lines << models::kindName(m_table->kind[spanRow]);
    if (m_table->durationNs[spanRow] >= 0)
        lines << tr("Duration: %1").arg(models::durationReadable(m_table->durationNs[spanRow])) +
                     QStringLiteral(" · ") + shareOfTrace(m_table->durationNs[spanRow], m_lastNs - m_firstNs);
    else
        lines << tr("still running");
    lines << tr("Starts after %1").arg(models::durationReadable(m_table->startUnixNs[spanRow] - m_firstNs));
    addSpanDetails(*m_table, spanRow, lines);
    if (m_table->status[spanRow] == Status::error && !m_table->details)
        lines << tr("failed");
    if (std::ranges::binary_search(m_pathRows, spanRow))
        lines << tr("on the critical path");
    if (m_table->flags[spanRow] & trace::flagOrphan)
        lines << (m_table->parent[spanRow] == trace::noRow
                      ? tr("its parent is missing")
                      : tr("its parent is missing: shown where it fits"));
    return lines.join(QLatin1Char('\n'));
}

void TimelineView::scrollContentsBy(int, int)
{
    m_hoverText.clear(); // of the line that was there
    if (m_followsVisible)
        fitVisible();
    viewport()->update();
}

} // namespace spanglass::views
