// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/settler.h"

#include <algorithm>

#include "store/details.h"
#include "store/trace_columns.h"

namespace spanglass::store {
namespace {

/// Gives the row its id; false where the trace has as many spans as ids reach.
bool allocate(TraceSummary& trace, SpanRow& row)
{
    if (trace.nextNumber > maxSpanNumber)
        return false;
    row.row = firstSpanOf(trace.row) | trace.nextNumber++;
    return true;
}

} // namespace

void Settler::settle(JournalState& journal, std::int64_t changed)
{
    m_changed = changed;
    for (std::size_t at = 0; at < journal.touched.size(); ++at)
        settleOne(journal, *journal.touched[at]);
    journal.dirty = journal.dirty || !journal.touched.empty();
    journal.touched.clear();
}

void Settler::settleOne(JournalState& journal, PendingSpan& pending)
{
    pending.touched = false;
    if (!pending.started)
        return settleWithoutStart(journal, pending);
    TraceSummary& trace = m_traces.touch(pending.trace);
    if (pending.ended || journal.complete)
        settleFinal(journal, pending, trace);
    else
        settleRunning(journal, pending, trace);
}

void Settler::settleRunning(JournalState& journal, PendingSpan& pending, TraceSummary& trace)
{
    if (pending.row == 0 && !pending.savedStart && m_plan.rowsOf(trace, pending.id).empty()) {
        PlannedRow made{
            RowMaker::rowOf(journal, pending, trace::State::running), &trace, false, std::nullopt, {}};
        made.row.span.name = pending.name;
        if (allocate(trace, made.row)) {
            pending.row = made.row.row;
            m_maker.noteTrace(trace, made.row, pending);
            trace.add(made.row.figures());
            ++journal.stored;
            ++m_newSpans;
            m_plan.add(std::move(made));
        }
    } else if (pending.row != 0) {
        m_spans.touch(pending.row, m_changed);
        ++m_changedSpans;
    }
    if (pending.isRoot()) {
        SpanRow known = RowMaker::rowOf(journal, pending, trace::State::running);
        known.details = pending.entries;
        (void)m_maker.interpret(known, trace, true);
    }
    savePart(journal, pending);
}

void Settler::settleFinal(JournalState& journal, PendingSpan& pending, TraceSummary& trace)
{
    const auto state = pending.ended ? trace::State::ended : trace::State::interrupted;
    PlannedRow made{RowMaker::rowOf(journal, pending, state), &trace, false, std::nullopt, {}};
    made.row.span.name = std::move(pending.name);
    made.row.details = RowMaker::detailsOf(pending);
    made.words = m_maker.interpret(made.row, trace, pending.isRoot());
    made.row.details = m_maker.withPayloads(std::move(made.row.details));
    dropParts(journal, pending);
    placeFinal(journal, pending, std::move(made));
    journal.forget(pending);
}

/// The row that says it runs becomes the whole one; where there is none, it stands beside what has its id.
void Settler::placeFinal(JournalState& journal, const PendingSpan& pending, PlannedRow&& made)
{
    TraceSummary& trace = *made.trace;
    if (pending.row != 0) {
        made.update = true;
        SpanFigures before;
        before.id = pending.id;
        before.state = trace::State::running;
        trace.remove(before);
        m_maker.noteTrace(trace, made.row, pending);
        trace.add(made.row.figures());
        ++m_changedSpans;
        m_plan.add(std::move(made));
        return;
    }
    ++journal.stored;
    m_maker.noteTrace(trace, made.row, pending);
    placeBeside(journal, std::move(made), m_plan.rowsOf(trace, pending.id));
}

/// A whole span beside others with its id: a repeat is dropped, what has not ended is replaced, a different
/// content becomes a variant.
void Settler::placeBeside(JournalState& journal, PlannedRow&& made, std::vector<SpanRow> others)
{
    for (const SpanRow& other : others) {
        if (other.repeats(made.row)) {
            ++journal.duplicates;
            m_maker.release(made.row.details);
            return;
        }
    }
    const auto unfinished = std::find_if(others.begin(), others.end(), [](const SpanRow& other) {
        return other.span.state != trace::State::ended;
    });
    if (unfinished != others.end() && made.row.span.state == trace::State::ended)
        return replace(std::move(made), *unfinished);
    if (!allocate(*made.trace, made.row))
        return;
    if (!others.empty()) {
        made.row.variant = static_cast<std::int64_t>(others.size());
        made.row.span.flags |= trace::flagDuplicate;
        for (const SpanRow& other : others)
            m_spans.addFlags(other.row, trace::flagDuplicate, m_changed);
        m_plan.addFlags(*made.trace, made.row.span.id, trace::flagDuplicate);
    }
    made.trace->add(made.row.figures());
    ++m_newSpans;
    m_plan.add(std::move(made));
}

/// `made` takes the row of a span that another recorder began.
void Settler::replace(PlannedRow&& made, const SpanRow& old)
{
    made.row.row = old.row;
    made.row.variant = old.variant;
    made.update = true;
    if (old.span.state == trace::State::interrupted)
        made.oldWords = m_maker.wordsInIndex(old);
    m_maker.release(old.details);
    made.trace->remove(old.figures());
    made.trace->add(made.row.figures());
    ++m_changedSpans;
    for (auto& [nonce, journal] : m_recorders) {
        for (auto& [id, pending] : journal.pending)
            if (pending.row == old.row)
                pending.row = 0; // its own end, when it comes, is compared with what stands there now
    }
    m_plan.add(std::move(made));
}

/// An attribute or an end that came before its start waits; one that came after its span was stored is added.
void Settler::settleWithoutStart(JournalState& journal, PendingSpan& pending)
{
    const SpanRow stored = storedFor(journal, pending);
    if (stored.row == 0) {
        if (!journal.complete)
            return savePart(journal, pending);
        dropParts(journal, pending); // a start that never came, of a process that is gone
        journal.forget(pending);
        return;
    }
    if (TraceSummary* trace = m_traces.touchRow(traceOfSpan(stored.row)))
        addLate(journal, pending, stored, *trace);
}

/// The span that entries without a start belong to: of their own journal, or, where they name their trace (a
/// log record that came after the receiver was started again), of any.
SpanRow Settler::storedFor(JournalState& journal, const PendingSpan& pending)
{
    SpanRow stored = m_spans.findOfJournal(pending.id, journal.id);
    if (stored.row != 0 || !pending.trace.valid())
        return stored;
    for (const SpanRow& row : m_plan.rowsOf(m_traces.touch(pending.trace), pending.id)) {
        if (row.span.state != trace::State::running)
            return row;
    }
    return stored;
}

void Settler::addLate(JournalState& journal, PendingSpan& pending, const SpanRow& stored, TraceSummary& trace)
{
    const std::string late = pending.hasParts ? joinParts(pending.entries) : pending.entries;
    if (stored.details.find(late) != std::string::npos) { // sent again
        ++journal.duplicates;
        dropParts(journal, pending);
        journal.forget(pending);
        return;
    }
    PlannedRow made{stored, &trace, true, std::nullopt, {}};
    made.oldWords = m_maker.wordsInIndex(stored);
    made.row.details += late;
    made.row.span.model.clear(); // what was concluded without the late entries is concluded anew
    made.row.span.tokens = {};
    made.row.span.cost.reset();
    made.row.span.timeToFirstTokenNs.reset();
    made.words = m_maker.interpret(made.row, trace, !made.row.span.parent.valid());
    made.row.details = m_maker.withPayloads(std::move(made.row.details));
    trace.remove(stored.figures());
    trace.add(made.row.figures());
    ++m_changedSpans;
    dropParts(journal, pending);
    journal.forget(pending);
    m_plan.add(std::move(made));
}

void Settler::savePart(JournalState& journal, PendingSpan& pending)
{
    std::string part = pending.entries.substr(pending.savedBytes);
    pending.savedBytes = pending.entries.size();
    if (pending.started && pending.row == 0 && !pending.savedStart) {
        appendEntry(part,
                    journal::StartView{pending.trace, pending.id, pending.parent, pending.kind, pending.level,
                                       pending.flags, pending.thread, pending.startNs, pending.name});
        pending.savedStart = true;
    }
    if (pending.ended)
        appendEntry(
            part, journal::EndView{pending.trace, pending.id, pending.status, pending.flags, pending.endNs});
    if (part.empty())
        return;
    pending.savedParts.push_back(journal.nextPart);
    m_journals.savePart(journal.id, pending.id, journal.nextPart++,
                        pending.trace.valid() ? traceIdBytes(pending.trace) : std::string(), part);
}

void Settler::dropParts(JournalState& journal, PendingSpan& pending)
{
    for (const std::int64_t number : pending.savedParts)
        m_journals.dropPart(journal.id, pending.id, number);
    pending.savedParts.clear();
}

void Settler::clear()
{
    m_plan.clear();
    m_newSpans = m_changedSpans = 0;
}

} // namespace spanglass::store
