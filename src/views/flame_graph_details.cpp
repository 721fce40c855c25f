// SPDX-License-Identifier: GPL-3.0-or-later
// What the flame graph reads of the spans' details: models, tokens, cost, an attribute; and what it measures.
#include <utility>

#include "views/flame_graph_view.h"
#include "views/range_facts.h"

namespace spanglass::views {
namespace {

/// So many details are read before the eye notices; more of them on a thread of their own.
constexpr std::uint32_t readAtOnce = 2'000;

} // namespace

/// Called before each scene is made: what its options need is there, or on its way.
void FlameGraphView::wantDetails()
{
    if (m_columnsOf != m_model->table())
        m_options.columns.reset();
    if (needsDetails(m_options))
        readDetails(true);
}

void FlameGraphView::readDetails(bool alsoLarge)
{
    const auto table = m_model->table();
    if (m_columnsOf == table && m_options.columns)
        return;
    const std::string attribute = m_attribute.toStdString();
    if (table->size() <= readAtOnce) {
        stopReading();
        m_options.columns =
            std::make_shared<const trace::DetailColumns>(trace::readDetailColumns(*table, attribute, {}));
        m_columnsOf = table;
        return;
    }
    if (!alsoLarge || (m_reading && m_columnsOf == table))
        return;
    stopReading();
    m_columnsOf = table;
    m_reading = std::make_shared<Reading>();
    if (!m_reader)
        m_reader = std::make_unique<models::JobThread>(QStringLiteral("flame details"));
    m_progress.start();
    m_reader->run(
        this,
        [table, attribute, reading = m_reading] {
            return std::make_shared<const trace::DetailColumns>(
                trace::readDetailColumns(*table, attribute, [&](std::uint32_t rows) {
                    reading->rows = rows;
                    return !reading->stop;
                }));
        },
        [this, reading = m_reading](std::shared_ptr<const trace::DetailColumns> columns) {
            if (reading == m_reading)
                detailsRead(std::move(columns));
        });
}

void FlameGraphView::detailsRead(std::shared_ptr<const trace::DetailColumns> columns)
{
    m_reading.reset();
    m_progress.stop();
    m_options.columns = std::move(columns);
    rebuildScene();
    if (m_range)
        measureRange(true);
    if (const auto goal = std::exchange(m_goalAfterReading, std::nullopt))
        goTo(*goal);
}

void FlameGraphView::stopReading()
{
    if (m_reading)
        m_reading->stop = true;
    m_reading.reset();
    m_progress.stop();
    m_goalAfterReading.reset();
}

/// While a range is drawn, what is at hand; once it stands, tokens and cost too.
void FlameGraphView::measureRange(bool thoroughly)
{
    if (!m_scene || !m_range)
        return;
    if (m_selfNs.size() != m_scene->table().size())
        m_selfNs = selfTimesOf(m_scene->table());
    if (thoroughly)
        readDetails(true);
    const auto& columns = m_options.columns;
    m_rangeLines = rangeFacts(m_scene->table(), m_selfNs, columns ? columns.get() : nullptr, *m_range);
    viewport()->update();
}

void FlameGraphView::measureSelection()
{
    const std::uint32_t bar = selectedBar();
    if (!m_scene || !m_scene->timed() || bar == layout::noBar)
        return;
    const layout::Extent ran{m_scene->bars().begin[bar], m_scene->bars().end[bar]};
    if (m_range && m_range->first == ran.first && m_range->last == ran.last)
        return endRange();
    m_range = ran;
    measureRange(true);
    Q_EMIT rangeChanged(ran.first, ran.last);
}

void FlameGraphView::goTo(SpanGoal goal)
{
    if (!m_scene)
        return;
    if (goal == SpanGoal::costliest) {
        readDetails(true);
        if (!m_options.columns) {
            m_goalAfterReading = goal;
            return;
        }
    } else if (m_selfNs.size() != m_scene->table().size()) {
        m_selfNs = selfTimesOf(m_scene->table());
    }
    const bool goesOn = m_goal == goal && m_goalRow == selectedRow();
    m_goal = goal;
    m_goalRow = nextRanked(goal == SpanGoal::slowest ? m_selfNs : m_options.columns->costNanoUsd,
                           goesOn ? m_goalRow : trace::noRow);
    goToRow(m_goalRow);
}

} // namespace spanglass::views
