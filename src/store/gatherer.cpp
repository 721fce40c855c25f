// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/gatherer.h"

#include <algorithm>
#include <optional>

#include "store/contexts.h"
#include "store/details.h"
#include "store/journal_rows.h"
#include "store/payloads.h"
#include "store/row_maker.h"
#include "store/settler.h"
#include "store/span_rows.h"
#include "store/trace_rows.h"
#include "store/trace_words.h"

namespace spanglass::store {

/// One commit happens in three steps: every touched span is settled into a planned row, the plan is written
/// in row order, the sums and cursors follow.
struct Gatherer::State
{
    explicit State(Database& inDatabase)
        : database(inDatabase), spans(inDatabase), traces(inDatabase), words(inDatabase),
          payloads(inDatabase), contexts(inDatabase), journals(inDatabase),
          maker(inDatabase, payloads, contexts), settler(spans, traces, words, journals, maker, recorders)
    {
    }

    Database& database;
    SpanRows spans;
    TraceRows traces;
    TraceWords words;
    Payloads payloads;
    Contexts contexts;
    JournalRows journals;
    Recorders recorders;
    RowMaker maker;
    Settler settler;
    JournalState* current = nullptr;
    std::string resourceJson, scopeJson; ///< of the records that come now
    bool contextChanged = false;
    std::int64_t taken = 0;
    std::optional<std::int64_t> deletions;  ///< the store's count of them when the first row was remembered
    std::optional<Transaction> transaction; ///< from the first write of a commit on

    void ensureTransaction()
    {
        if (!transaction)
            transaction.emplace(database);
    }

    // Records
    void take(const journal::StartView& start);
    void take(const journal::EndView& end);
    void take(const journal::StatusView& status);
    void take(const journal::EventView& event);
    void take(const journal::ContextView& context);
    void take(const journal::BooksView& books);
    void take(const journal::CommitView& commit);
    void take(const journal::PayloadPartView& part);
    template<class View> void take(const View& view);

    [[nodiscard]] bool dirty() const;
    [[nodiscard]] std::int64_t readDeletions() { return database.integer("SELECT deletions FROM totals"); }
    void writeAll();
    void afterCommit();
    void reset();
};

Gatherer::Gatherer(Database& database) : m_state(std::make_unique<State>(database)) {}
Gatherer::~Gatherer() = default;

// --- Records

Result<std::string> Gatherer::begin(const std::string& nonce)
{
    State& state = *m_state;
    if (!state.deletions)
        state.deletions = state.readDeletions();
    auto found = state.recorders.find(nonce);
    if (found == state.recorders.end()) {
        JournalState loaded = state.journals.load(nonce, state.spans);
        if (auto error = state.database.takeError())
            return tl::unexpected(*error);
        found = state.recorders.emplace(nonce, std::move(loaded)).first;
    }
    state.current = &found->second;
    state.resourceJson.clear();
    state.scopeJson.clear();
    state.current->context = 0;
    state.contextChanged = false;
    return state.current->cursor;
}

void Gatherer::add(const journal::RecordView& record)
{
    ++m_state->taken;
    std::visit([this](const auto& view) { m_state->take(view); }, record);
}

void Gatherer::end(std::string cursor, bool complete)
{
    JournalState& journal = *m_state->current;
    journal.dirty = journal.dirty || cursor != journal.cursor || complete != journal.complete;
    journal.cursor = std::move(cursor);
    journal.complete = complete;
    if (complete) {
        for (auto& [id, pending] : journal.pending)
            journal.touch(pending);
    }
}

std::int64_t Gatherer::taken() const
{
    return m_state->taken;
}

void Gatherer::State::take(const journal::StartView& start)
{
    PendingSpan& pending = current->startedSpan(start.trace, start.span);
    if (contextChanged) {
        ensureTransaction();
        current->context = contexts.keep(resourceJson, scopeJson);
        contextChanged = false;
    }
    pending.take(start, current->context);
    current->sawTime(start.startUnixNs);
    current->touch(pending);
}

void Gatherer::State::take(const journal::EndView& end)
{
    PendingSpan& pending = current->span(end.trace, end.span);
    pending.take(end);
    current->sawTime(end.endUnixNs);
    current->touch(pending);
}

void Gatherer::State::take(const journal::StatusView& status)
{
    PendingSpan& pending = current->span(status.trace, status.span);
    if (!pending.ended)
        pending.status = status.status;
    appendEntry(pending.entries, status);
    current->touch(pending);
}

void Gatherer::State::take(const journal::EventView& event)
{
    PendingSpan& pending = current->span(event.trace, event.span);
    appendEntry(pending.entries, event);
    current->sawTime(event.timeUnixNs);
    current->touch(pending);
}

void Gatherer::State::take(const journal::PayloadPartView& part)
{
    PendingSpan& pending = current->span(part.trace, part.span);
    appendEntry(pending.entries, part);
    pending.hasParts = true;
    current->touch(pending);
}

/// Attributes and links.
template<class View> void Gatherer::State::take(const View& view)
{
    PendingSpan& pending = current->span(view.trace, view.span);
    appendEntry(pending.entries, view);
    current->touch(pending);
}

/// Most contexts are repeats (every read begins with one): they are looked up when a span starts under them.
void Gatherer::State::take(const journal::ContextView& context)
{
    if (context.resourceJson == resourceJson && context.scopeJson == scopeJson)
        return;
    resourceJson = context.resourceJson;
    scopeJson = context.scopeJson;
    contextChanged = true;
}

void Gatherer::State::take(const journal::BooksView& books)
{
    current->dirty = current->dirty || books.created != static_cast<std::uint64_t>(current->created) ||
                     books.dropped != static_cast<std::uint64_t>(current->dropped);
    current->created = static_cast<std::int64_t>(books.created);
    current->dropped = static_cast<std::int64_t>(books.dropped);
}

void Gatherer::State::take(const journal::CommitView& commit)
{
    current->batch = commit.batch;
    current->batchNote = commit.note;
    current->dirty = true;
}

// --- Writing

bool Gatherer::State::dirty() const
{
    return taken > 0 || std::any_of(recorders.begin(), recorders.end(), [](const auto& entry) {
               return entry.second.dirty || !entry.second.touched.empty();
           });
}

Result<GatherStats> Gatherer::commit()
{
    State& state = *m_state;
    GatherStats stats{state.taken, 0};
    if (!state.dirty())
        return stats;
    state.ensureTransaction();
    if (const std::int64_t now = state.readDeletions(); state.database.ok() && now != state.deletions) {
        state.reset();
        return GatherStats{0, 0, true};
    }
    state.writeAll();
    const auto committed = state.transaction->commit();
    state.transaction.reset();
    if (!committed) {
        state.reset();
        return tl::unexpected(committed.error());
    }
    stats.spans = state.settler.newSpans() + state.settler.changedSpans();
    state.afterCommit();
    return stats;
}

void Gatherer::abandon()
{
    m_state->reset();
}

void Gatherer::State::writeAll()
{
    const std::int64_t changed = database.integer("SELECT change_counter FROM totals") + 1;
    for (auto& [nonce, journal] : recorders) {
        if (journal.id == 0)
            journals.create(journal, nonce);
        settler.settle(journal, changed);
    }
    settler.write(changed);
    const std::int64_t newTraces = traces.write(changed);
    Statement totals =
        database.prepare("UPDATE totals SET change_counter = ?1, traces = traces + ?2, spans = spans + ?3");
    totals.bind(1, changed).bind(2, newTraces).bind(3, settler.newSpans()).run();
    for (auto& [nonce, journal] : recorders) {
        if (journal.dirty)
            journals.write(journal);
    }
}

void Gatherer::State::afterCommit()
{
    settler.clear();
    for (auto at = recorders.begin(); at != recorders.end();) {
        at->second.dirty = false;
        const bool gone = at->second.complete && at->second.pending.empty() && &at->second != current;
        at = gone ? recorders.erase(at) : std::next(at);
    }
    taken = 0;
}

void Gatherer::State::reset()
{
    transaction.reset();
    settler.clear();
    recorders.clear();
    current = nullptr;
    traces.forget();
    payloads.forget();
    contexts.forget();
    deletions.reset();
    taken = 0;
}

} // namespace spanglass::store
