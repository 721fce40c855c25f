// SPDX-License-Identifier: GPL-3.0-or-later
// Geometry, input and selection of the timeline; timeline_paint.cpp draws it.
#include "views/timeline_view.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "models/readable.h"
#include "trace/critical_path.h"
#include "views/plain_text.h"
#include "views/theme.h"
#include "views/timeline_measure.h"

namespace spanglass::views {
namespace {

constexpr double zoomStep = 1.3;
constexpr double panStep = 0.15;
constexpr std::size_t longestHistory = 50;
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
    updateScrollBar();
    viewport()->update();
}

void TimelineView::setMatches(std::vector<std::uint8_t> matches)
{
    m_matches = std::move(matches);
    viewport()->update();
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
    const QRect rect = lineRect(line);
    const std::uint32_t row = m_rows.line(line).spanRow;
    const double left = m_axis.toX(m_table->startUnixNs[row]);
    const double right = std::max(left + leastBarWidth, m_axis.toX(endOf(row)));
    return {barsLeft() + left, rect.top() + 5.0, right - left, rowHeight - 10.0};
}

void TimelineView::fitAll()
{
    m_fitted = true;
    setAxis(layout::fitted(extent(), barsWidth()));
}

void TimelineView::fitSelection()
{
    const std::uint32_t row = selectedRow();
    if (row == trace::noRow)
        return fitAll();
    m_history.push_back(m_axis);
    if (m_history.size() > longestHistory)
        m_history.erase(m_history.begin());
    m_fitted = false;
    const std::int64_t start = m_table->startUnixNs[row];
    setAxis(layout::fitted({start, std::max(start + 1, endOf(row))}, barsWidth()));
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
    setAxis(layout::resized(before, extent(), barsWidth()));
}

void TimelineView::foldAll()
{
    m_rows.foldAll(true);
    updateScrollBar();
    viewport()->update();
}

void TimelineView::unfoldAll()
{
    m_rows.foldAll(false);
    updateScrollBar();
    viewport()->update();
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_axis =
        m_fitted ? layout::fitted(extent(), barsWidth()) : layout::resized(m_axis, extent(), barsWidth());
    updateScrollBar();
}

void TimelineView::showEvent(QShowEvent* event)
{
    QAbstractScrollArea::showEvent(event);
    ensureVisible(selectedRow());
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
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
        updateScrollBar();
        viewport()->update();
        return;
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
        if (line != m_hovered) {
            m_hovered = line;
            viewport()->update();
        }
    }
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
    switch (event->key()) {
    case Qt::Key_W:
        return zoomIn();
    case Qt::Key_S:
        return zoomOut();
    case Qt::Key_A:
        return panBy(-barsWidth() * panStep);
    case Qt::Key_D:
        return panBy(barsWidth() * panStep);
    case Qt::Key_F:
        return m_fitted ? fitSelection() : fitAll();
    case Qt::Key_Escape:
        return stepBack();
    case Qt::Key_Period:
        return nextMark();
    case Qt::Key_Comma:
        return previousMark();
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
        QAbstractScrollArea::keyPressEvent(event);
    }
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
        viewport()->update();
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const std::uint32_t line = lineAt(help->pos().y());
        if (line != trace::noRow)
            QToolTip::showText(help->globalPos(), plainToolTip(toolTipOf(m_rows.line(line).spanRow)),
                               viewport(), lineRect(line));
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TimelineView::tableChanged(bool another)
{
    m_table = m_model ? m_model->table() : std::make_shared<const trace::SpanTable>();
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

void TimelineView::zoomAt(double x, double factor)
{
    m_fitted = false;
    setAxis(layout::zoomed(m_axis, extent(), x, factor));
}

void TimelineView::panBy(double dx)
{
    m_fitted = false;
    setAxis(layout::panned(m_axis, extent(), dx));
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
            updateScrollBar();
            return viewport()->update();
        }
        if (line >= 0 && m_table->parent[row] != trace::noRow)
            return select(m_table->parent[row]);
        return;
    case Qt::Key_Right:
        if (inner && m_rows.folded(row)) {
            m_rows.setFolded(row, false);
            updateScrollBar();
            return viewport()->update();
        }
        target = inner ? line + 1 : line;
        break;
    default:
        break;
    }
    target = std::clamp(target, 0, static_cast<int>(m_rows.count()) - 1);
    select(m_rows.line(static_cast<std::uint32_t>(target)).spanRow);
}

void TimelineView::goToMark(int direction)
{
    const int count = static_cast<int>(m_rows.count());
    if (count == 0)
        return;
    const std::uint32_t row = selectedRow();
    const std::uint32_t found = row == trace::noRow ? trace::noRow : m_rows.lineOf(row);
    const int from = found == trace::noRow ? (direction > 0 ? -1 : count) : static_cast<int>(found);
    for (int step = 1; step <= count; ++step) {
        const int line = ((from + direction * step) % count + count) % count;
        const std::uint32_t candidate = m_rows.line(static_cast<std::uint32_t>(line)).spanRow;
        const bool marked =
            m_matches.empty() ? m_table->status[candidate] == Status::error : m_matches[candidate] != 0;
        if (marked)
            return select(candidate);
    }
}

QString TimelineView::toolTipOf(std::uint32_t spanRow) const
{
    const std::string_view name = m_table->strings.text(m_table->name[spanRow]);
    QStringList lines{QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))};
    lines << models::kindName(m_table->kind[spanRow]);
    if (m_table->durationNs[spanRow] >= 0)
        lines << tr("Duration: %1").arg(models::durationReadable(m_table->durationNs[spanRow]));
    else
        lines << tr("still running");
    lines << tr("Starts after %1").arg(models::durationReadable(m_table->startUnixNs[spanRow] - m_firstNs));
    if (m_table->status[spanRow] == Status::error)
        lines << tr("failed");
    if (std::ranges::binary_search(m_pathRows, spanRow))
        lines << tr("on the critical path");
    return lines.join(QLatin1Char('\n'));
}

} // namespace spanglass::views
