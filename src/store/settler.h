// SPDX-License-Identifier: GPL-3.0-or-later
/// Decides what becomes of each span that a round of gathering touched: a new row, the end of a running one,
/// a repeat, a variant, or something that waits for its start. The rows go into a plan; what waits goes into
/// the journal's parts.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "store/journal_rows.h"
#include "store/row_maker.h"
#include "store/row_plan.h"

namespace spanglass::store {

/// The recorders that are being gathered, by nonce.
using Recorders = std::map<std::string, JournalState>;

class Settler
{
public:
    Settler(SpanRows& spans, TraceRows& traces, TraceWords& words, JournalRows& journals, RowMaker& maker,
            Recorders& recorders)
        : m_spans(spans), m_traces(traces), m_journals(journals), m_maker(maker), m_recorders(recorders),
          m_plan(spans, words)
    {
    }

    /// Settles every touched span of `journal`; what is whole leaves it, also where the commit then fails:
    /// the journals are read again after that. `changed` is the number of the commit being made.
    void settle(JournalState& journal, std::int64_t changed);
    void write(std::int64_t changed) { m_plan.write(changed); }
    [[nodiscard]] std::int64_t newSpans() const { return m_newSpans; }
    [[nodiscard]] std::int64_t changedSpans() const { return m_changedSpans; }
    /// After the commit, or when there is none.
    void clear();

private:
    void settleOne(JournalState& journal, PendingSpan& pending);
    void settleRunning(JournalState& journal, PendingSpan& pending, TraceSummary& trace);
    void settleFinal(JournalState& journal, PendingSpan& pending, TraceSummary& trace);
    void settleWithoutStart(JournalState& journal, PendingSpan& pending);
    void placeFinal(JournalState& journal, const PendingSpan& pending, PlannedRow&& made);
    void placeBeside(JournalState& journal, PlannedRow&& made, std::vector<SpanRow> others);
    void replace(PlannedRow&& made, const SpanRow& old);
    [[nodiscard]] SpanRow storedFor(JournalState& journal, const PendingSpan& pending);
    void addLate(JournalState& journal, PendingSpan& pending, const SpanRow& stored, TraceSummary& trace);
    void savePart(JournalState& journal, PendingSpan& pending);
    void dropParts(JournalState& journal, PendingSpan& pending);

    SpanRows& m_spans;
    TraceRows& m_traces;
    JournalRows& m_journals;
    RowMaker& m_maker;
    Recorders& m_recorders;
    RowPlan m_plan;
    std::int64_t m_changed = 0;
    std::int64_t m_newSpans = 0;
    std::int64_t m_changedSpans = 0;
};

} // namespace spanglass::store
