// SPDX-License-Identifier: GPL-3.0-or-later
// What of the flame graph is chosen, and the steps from there to a neighbour, a match, an error.
#include <QAccessible>
#include <algorithm>

#include "views/flame_graph_view.h"

namespace spanglass::views {

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

} // namespace spanglass::views
