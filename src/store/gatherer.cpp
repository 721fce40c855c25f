// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/gatherer.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "store/contexts.h"
#include "store/details.h"
#include "store/journal_rows.h"
#include "store/payloads.h"
#include "store/pending_span.h"
#include "store/span_rows.h"
#include "store/trace_columns.h"
#include "store/words.h"
#include "trace/meaning.h"

namespace spanglass::store {

using trace::State;

namespace {

/// A row to be written, in the order of row ids: the tables grow at their end, and the full-text index wants
/// it.
struct Planned
{
    SpanRow row;
    TraceSummary* trace = nullptr;
    bool update = false;
    std::optional<std::string> oldWords; ///< to be taken from the index first
    std::string words;                   ///< empty: none yet
};

struct SpanKey
{
    std::int64_t traceRow;
    SpanId id;
    friend bool operator==(const SpanKey&, const SpanKey&) = default;
};
struct SpanKeyHash
{
    std::size_t operator()(const SpanKey& key) const
    {
        return std::hash<SpanId>{}(key.id) ^ static_cast<std::size_t>(key.traceRow);
    }
};

std::uint8_t spanFlags(std::uint8_t recordFlags)
{
    return static_cast<std::uint8_t>(((recordFlags & journal::detached) != 0 ? trace::flagDetached : 0) |
                                     ((recordFlags & journal::endedLate) != 0 ? trace::flagEndedLate : 0));
}

} // namespace

/// One commit happens in three steps: every touched span is settled into a planned row, the plan is written
/// in row order, the sums and cursors follow.
struct Gatherer::State
{
    explicit State(Database& inDatabase)
        : database(inDatabase), spans(inDatabase), traces(inDatabase), payloads(inDatabase),
          contexts(inDatabase), journals(inDatabase)
    {
    }

    Database& database;
    SpanRows spans;
    TraceRows traces;
    Payloads payloads;
    Contexts contexts;
    JournalRows journals;
    std::map<std::string, JournalState> recorders; ///< by nonce
    JournalState* current = nullptr;
    std::string currentNonce;
    std::string resourceJson, scopeJson; ///< of the records that come now
    bool contextChanged = false;

    std::int64_t taken = 0;
    std::int64_t changed = 0; ///< the number of the commit being made
    std::vector<Planned> plan;
    std::unordered_multimap<SpanKey, std::size_t, SpanKeyHash> planned;
    std::vector<std::pair<JournalState*, PendingSpan*>> finished;
    std::int64_t newSpans = 0;
    std::int64_t changedSpans = 0;

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

    // Settling
    void settle(JournalState& journal);
    void settleOne(JournalState& journal, PendingSpan& pending);
    void settleRunning(JournalState& journal, PendingSpan& pending, TraceSummary& trace);
    void settleFinal(JournalState& journal, PendingSpan& pending, TraceSummary& trace);
    void settleWithoutStart(JournalState& journal, PendingSpan& pending);
    void placeFinal(JournalState& journal, Planned made, std::vector<SpanRow> others);
    void replace(Planned made, const SpanRow& old);
    [[nodiscard]] std::vector<SpanRow> others(const TraceSummary& trace, SpanId id);
    [[nodiscard]] bool allocate(TraceSummary& trace, SpanRow& row) const;
    void savePart(JournalState& journal, PendingSpan& pending);
    void dropParts(JournalState& journal, PendingSpan& pending);
    [[nodiscard]] SpanRow rowOf(const JournalState& journal, const PendingSpan& pending,
                                trace::State state) const;
    [[nodiscard]] std::string interpretInto(SpanRow& row, TraceSummary& trace, bool root);
    void noteTrace(TraceSummary& trace, const SpanRow& row, const PendingSpan& pending);
    [[nodiscard]] std::string withPayloads(const std::string& details);
    void schedule(Planned made);

    // Writing
    void writePlan();
    void writeTotals(std::int64_t newTraces);
    void afterCommit();
    void reset();
};

Gatherer::Gatherer(Database& database) : m_state(std::make_unique<State>(database)) {}
Gatherer::~Gatherer() = default;

// --- Records

Result<std::string> Gatherer::begin(const std::string& nonce)
{
    State& state = *m_state;
    auto found = state.recorders.find(nonce);
    if (found == state.recorders.end()) {
        JournalState loaded = state.journals.load(nonce, state.spans);
        if (auto error = state.database.takeError())
            return tl::unexpected(*error);
        found = state.recorders.emplace(nonce, std::move(loaded)).first;
    }
    state.current = &found->second;
    state.currentNonce = nonce;
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

// --- Settling

void Gatherer::State::settle(JournalState& journal)
{
    for (std::size_t at = 0; at < journal.touched.size(); ++at)
        settleOne(journal, *journal.touched[at]);
    journal.dirty = journal.dirty || !journal.touched.empty();
    journal.touched.clear();
}

void Gatherer::State::settleOne(JournalState& journal, PendingSpan& pending)
{
    pending.touched = false;
    if (!pending.started)
        return settleWithoutStart(journal, pending);
    TraceSummary& trace = traces.touch(pending.trace);
    if (pending.ended || journal.complete)
        settleFinal(journal, pending, trace);
    else
        settleRunning(journal, pending, trace);
}

SpanRow Gatherer::State::rowOf(const JournalState& journal, const PendingSpan& pending,
                               trace::State state) const
{
    SpanRow row;
    row.row = pending.row;
    row.journal = journal.id;
    row.context = pending.context;
    row.thread = pending.thread;
    trace::Span& span = row.span;
    span.trace = pending.trace;
    span.id = pending.id;
    span.parent = pending.parent;
    span.name = pending.name;
    span.kind = pending.kind;
    span.level = pending.level;
    span.status = pending.status;
    span.state = state;
    span.flags = spanFlags(pending.flags);
    span.startUnixNs = pending.startNs;
    if (state != trace::State::running) {
        const std::int64_t endNs = pending.ended ? pending.endNs : journal.lastNs;
        span.durationNs = std::max<std::int64_t>(0, endNs - pending.startNs);
        row.details = pending.hasParts ? joinParts(pending.entries) : pending.entries;
    }
    return row;
}

/// Reads what the details mean into the row's span and the trace; gives the words for the index.
std::string Gatherer::State::interpretInto(SpanRow& row, TraceSummary& trace, bool root)
{
    trace::Span& span = row.span;
    decodeDetails(
        row.details, [this](std::int64_t payload) { return fetchPayload(database, payload); }, span);
    std::string words = wordsOf(span);
    trace::interpret(span);
    trace::Labels labels = trace::labelsOf(span);
    labels.merge(contexts.at(row.context).labels);
    trace.offerLabels(std::move(labels), root);
    return words;
}

void Gatherer::State::noteTrace(TraceSummary& trace, const SpanRow& row, const PendingSpan& pending)
{
    const bool first = trace.spans == 0;
    const std::int64_t endNs = row.span.startUnixNs + row.span.durationNs.value_or(0);
    trace.startNs = first ? row.span.startUnixNs : std::min(trace.startNs, row.span.startUnixNs);
    trace.endNs = first ? endNs : std::max(trace.endNs, endNs);
    if (trace.service.empty() || pending.isRoot())
        trace.service = contexts.at(row.context).service;
    trace.offerName(row.span.name, pending.isRoot() ? TraceSummary::fromRoot : TraceSummary::fromSpan);
    if (pending.isRoot()) {
        trace.rootStatus = row.span.status;
        trace.flags = row.span.flags;
    }
}

/// The same details with large values replaced by references.
std::string Gatherer::State::withPayloads(const std::string& details)
{
    if (details.size() < payloadFromBytes)
        return details;
    std::string smaller;
    readEntries(details, [&](const Entry& entry) {
        const auto* attribute = std::get_if<journal::AttributeView>(&entry);
        if (attribute != nullptr && attribute->value.bytes.size() >= payloadFromBytes)
            appendEntry(smaller, PayloadReference{attribute->key, attribute->value.type,
                                                  payloads.keep(attribute->value.bytes)});
        else
            std::visit([&](const auto& other) { appendEntry(smaller, other); }, entry);
    });
    return smaller;
}

bool Gatherer::State::allocate(TraceSummary& trace, SpanRow& row) const
{
    if (trace.nextNumber > maxSpanNumber)
        return false;
    row.row = firstSpanOf(trace.row) | trace.nextNumber++;
    return true;
}

void Gatherer::State::schedule(Planned made)
{
    planned.emplace(SpanKey{made.trace->row, made.row.span.id}, plan.size());
    plan.push_back(std::move(made));
}

/// Every row with this id that the store has, or will have after this commit.
std::vector<SpanRow> Gatherer::State::others(const TraceSummary& trace, SpanId id)
{
    std::vector<SpanRow> found;
    if (!trace.fresh)
        found = spans.find(trace.row, id);
    const auto [first, last] = planned.equal_range(SpanKey{trace.row, id});
    for (auto at = first; at != last; ++at) {
        const SpanRow& row = plan[at->second].row;
        const auto same = std::find_if(found.begin(), found.end(),
                                       [&](const SpanRow& other) { return other.row == row.row; });
        if (same != found.end())
            *same = row;
        else
            found.push_back(row);
    }
    return found;
}

void Gatherer::State::settleRunning(JournalState& journal, PendingSpan& pending, TraceSummary& trace)
{
    if (pending.row == 0 && !pending.savedStart && others(trace, pending.id).empty()) {
        Planned made{rowOf(journal, pending, trace::State::running), &trace, false, std::nullopt, {}};
        if (allocate(trace, made.row)) {
            pending.row = made.row.row;
            noteTrace(trace, made.row, pending);
            trace.add(made.row.figures());
            ++journal.stored;
            ++newSpans;
            schedule(std::move(made));
        }
    } else if (pending.row != 0) {
        spans.touch(pending.row, changed);
        ++changedSpans;
    }
    if (pending.isRoot()) {
        SpanRow known = rowOf(journal, pending, trace::State::running);
        known.details = pending.entries;
        (void)interpretInto(known, trace, true);
    }
    savePart(journal, pending);
}

void Gatherer::State::settleFinal(JournalState& journal, PendingSpan& pending, TraceSummary& trace)
{
    Planned made{rowOf(journal, pending, pending.ended ? trace::State::ended : trace::State::interrupted),
                 &trace,
                 false,
                 std::nullopt,
                 {}};
    made.words = interpretInto(made.row, trace, pending.isRoot());
    made.row.details = withPayloads(made.row.details);
    dropParts(journal, pending);
    finished.emplace_back(&journal, &pending);

    if (pending.row != 0) {
        made.update = true;
        SpanFigures before;
        before.state = trace::State::running;
        before.failed = false;
        before.kind = pending.kind;
        trace.remove(before);
        noteTrace(trace, made.row, pending);
        trace.add(made.row.figures());
        ++changedSpans;
        schedule(std::move(made));
        return;
    }
    ++journal.stored;
    noteTrace(trace, made.row, pending);
    placeFinal(journal, std::move(made), others(trace, pending.id));
}

/// A whole span beside others with its id: a repeat is dropped, what has not ended is replaced, a different
/// content becomes a variant.
void Gatherer::State::placeFinal(JournalState& journal, Planned made, std::vector<SpanRow> others)
{
    for (const SpanRow& other : others) {
        if (other.repeats(made.row)) {
            ++journal.duplicates;
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
            spans.addFlags(other.row, trace::flagDuplicate, changed);
        for (Planned& sibling : plan) {
            if (sibling.trace == made.trace && sibling.row.span.id == made.row.span.id)
                sibling.row.span.flags |= trace::flagDuplicate;
        }
    }
    made.trace->add(made.row.figures());
    ++newSpans;
    schedule(std::move(made));
}

/// `made` takes the row of a span that another recorder began.
void Gatherer::State::replace(Planned made, const SpanRow& old)
{
    made.row.row = old.row;
    made.row.variant = old.variant;
    made.update = true;
    if (old.span.state == trace::State::interrupted) {
        SpanRow before = old;
        decodeDetails(
            before.details, [this](std::int64_t payload) { return fetchPayload(database, payload); },
            before.span);
        made.oldWords = wordsOf(before.span);
    }
    made.trace->remove(old.figures());
    made.trace->add(made.row.figures());
    ++changedSpans;
    for (auto& [nonce, journal] : recorders) {
        for (auto& [id, pending] : journal.pending)
            if (pending.row == old.row)
                pending.row = 0; // its own end, when it comes, is compared with what stands there now
    }
    schedule(std::move(made));
}

/// An attribute or an end that came before its start waits; one that came after its span was stored is added.
void Gatherer::State::settleWithoutStart(JournalState& journal, PendingSpan& pending)
{
    SpanRow stored = spans.findOfJournal(pending.id, journal.id);
    if (stored.row == 0) {
        if (!journal.complete)
            return savePart(journal, pending);
        dropParts(journal, pending); // a start that never came, of a process that is gone
        finished.emplace_back(&journal, &pending);
        return;
    }
    TraceSummary* trace = traces.touchRow(traceOfSpan(stored.row));
    if (trace == nullptr)
        return;
    const PayloadFetch fetch = [this](std::int64_t payload) { return fetchPayload(database, payload); };
    Planned made{stored, trace, true, std::nullopt, {}};
    decodeDetails(stored.details, fetch, stored.span);
    made.oldWords = wordsOf(stored.span);
    made.row.details += pending.hasParts ? joinParts(pending.entries) : pending.entries;
    made.row.span.model.clear(); // what was concluded without the late entries is concluded anew
    made.row.span.tokens = {};
    made.row.span.cost.reset();
    made.row.span.timeToFirstTokenNs.reset();
    made.words = interpretInto(made.row, *trace, !made.row.span.parent.valid());
    made.row.details = withPayloads(made.row.details);
    trace->remove(stored.figures());
    trace->add(made.row.figures());
    ++changedSpans;
    dropParts(journal, pending);
    finished.emplace_back(&journal, &pending);
    schedule(std::move(made));
}

void Gatherer::State::savePart(JournalState& journal, PendingSpan& pending)
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
    journals.savePart(journal.id, pending.id, journal.nextPart++,
                      pending.trace.valid() ? traceIdBytes(pending.trace) : std::string(), part);
}

void Gatherer::State::dropParts(JournalState& journal, PendingSpan& pending)
{
    for (const std::int64_t number : pending.savedParts)
        journals.dropPart(journal.id, pending.id, number);
    pending.savedParts.clear();
}

// --- Writing

Result<GatherStats> Gatherer::commit()
{
    State& state = *m_state;
    GatherStats stats{state.taken, 0};
    const bool dirty =
        state.taken > 0 || std::any_of(state.recorders.begin(), state.recorders.end(), [](const auto& entry) {
            return entry.second.dirty || !entry.second.touched.empty();
        });
    if (!dirty)
        return stats;
    state.ensureTransaction();
    state.changed = state.database.integer("SELECT change_counter FROM totals") + 1;
    for (auto& [nonce, journal] : state.recorders) {
        if (journal.id == 0)
            state.journals.create(journal, nonce);
        state.settle(journal);
    }
    state.writePlan();
    state.writeTotals(state.traces.write(state.changed));
    for (auto& [nonce, journal] : state.recorders) {
        if (journal.dirty)
            state.journals.write(journal);
    }
    const auto committed = state.transaction->commit();
    state.transaction.reset();
    if (!committed) {
        state.reset();
        return tl::unexpected(committed.error());
    }
    stats.spans = state.newSpans + state.changedSpans;
    state.afterCommit();
    return stats;
}

void Gatherer::abandon()
{
    m_state->reset();
}

void Gatherer::State::writePlan()
{
    std::stable_sort(plan.begin(), plan.end(),
                     [](const Planned& a, const Planned& b) { return a.row.row < b.row.row; });
    for (const Planned& made : plan) {
        if (made.oldWords)
            spans.removeWords(made.row.row, *made.oldWords);
        if (made.update)
            spans.update(made.row, changed);
        else
            spans.insert(made.row, changed);
        if (!made.words.empty())
            spans.addWords(made.row.row, made.words);
    }
}

void Gatherer::State::writeTotals(std::int64_t newTraces)
{
    Statement update =
        database.prepare("UPDATE totals SET change_counter = ?1, traces = traces + ?2, spans = spans + ?3");
    update.bind(1, changed).bind(2, newTraces).bind(3, newSpans).run();
}

void Gatherer::State::afterCommit()
{
    for (auto& [journal, pending] : finished)
        journal->forget(*pending);
    for (auto at = recorders.begin(); at != recorders.end();) {
        at->second.dirty = false;
        const bool gone = at->second.complete && at->second.pending.empty() && &at->second != current;
        at = gone ? recorders.erase(at) : std::next(at);
    }
    finished.clear();
    plan.clear();
    planned.clear();
    taken = newSpans = changedSpans = 0;
}

void Gatherer::State::reset()
{
    transaction.reset();
    recorders.clear();
    current = nullptr;
    traces.forget();
    payloads.forget();
    contexts.forget();
    finished.clear();
    plan.clear();
    planned.clear();
    taken = newSpans = changedSpans = 0;
}

} // namespace spanglass::store
