// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/row_plan.h"

#include <algorithm>

namespace spanglass::store {

void RowPlan::add(PlannedRow&& made)
{
    if (m_used == m_rows.size())
        m_rows.emplace_back();
    m_rows[m_used++] = std::move(made);
}

std::pair<RowPlan::RowsById::const_iterator, RowPlan::RowsById::const_iterator>
RowPlan::planned(const TraceSummary& trace, SpanId id)
{
    for (; m_indexed < m_used; ++m_indexed) {
        const PlannedRow& made = m_rows[m_indexed];
        m_byId.emplace(Key{made.trace->row, made.row.span.id}, m_indexed);
    }
    return m_byId.equal_range(Key{trace.row, id});
}

std::vector<SpanRow> RowPlan::rowsOf(const TraceSummary& trace, SpanId id)
{
    std::vector<SpanRow> found;
    if (!trace.sums.knows(id))
        return found;
    if (!trace.fresh)
        found = m_spans.find(trace.row, id);
    const auto [first, last] = planned(trace, id);
    for (auto at = first; at != last; ++at) {
        const SpanRow& row = m_rows[at->second].row;
        const auto same = std::find_if(found.begin(), found.end(),
                                       [&](const SpanRow& other) { return other.row == row.row; });
        if (same != found.end())
            *same = row;
        else
            found.push_back(row);
    }
    return found;
}

void RowPlan::addFlags(const TraceSummary& trace, SpanId id, std::uint8_t flags)
{
    const auto [first, last] = planned(trace, id);
    for (auto at = first; at != last; ++at)
        m_rows[at->second].row.span.flags |= flags;
}

void RowPlan::write(std::int64_t changed)
{
    std::vector<const PlannedRow*> inOrder;
    inOrder.reserve(m_used);
    for (std::size_t at = 0; at < m_used; ++at)
        inOrder.push_back(&m_rows[at]);
    const auto before = [](const PlannedRow* a, const PlannedRow* b) { return a->row.row < b->row.row; };
    if (!std::is_sorted(inOrder.begin(), inOrder.end(), before))
        std::stable_sort(inOrder.begin(), inOrder.end(), before);
    for (const PlannedRow* made : inOrder)
        writeRow(*made, changed);
    m_words.flush();
}

void RowPlan::writeRow(const PlannedRow& made, std::int64_t changed)
{
    if (made.update)
        m_spans.update(made.row, changed);
    else
        m_spans.insert(made.row, changed);
    const std::int64_t trace = traceOfSpan(made.row.row);
    if (made.oldWords)
        m_words.change(trace, *made.oldWords, made.words);
    else
        m_words.add(trace, made.words);
}

void RowPlan::clear()
{
    // A burst's memory goes once commits are small again.
    if (m_used < m_rows.size() / 8)
        m_rows.resize(m_used);
    m_used = 0;
    m_byId.clear();
    m_indexed = 0;
}

} // namespace spanglass::store
