// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/deleter.h"

#include <algorithm>
#include <charconv>

#include "store/detail_blocks.h"
#include "store/details.h"
#include "store/payloads.h"
#include "store/scores.h"
#include "store/settings.h"
#include "store/span_rows.h"
#include "store/trace_columns.h"
#include "store/trace_words.h"
#include "store/words.h"

namespace spanglass::store {
namespace {

/// About 20 ms with full-text.
constexpr std::int64_t usualSpans = 500;
/// Even a disk of 2 MB has room for this.
constexpr std::int64_t fewestSpans = 4;

/// The setting that says which trace is half deleted.
std::string markOf(std::int64_t trace)
{
    return "deleting " + std::to_string(trace);
}

} // namespace

struct Deleter::Statements
{
    explicit Statements(Database& database)
        : words(database), details(database), payloads(database),
          trace(database.prepare("SELECT trace_id, spans FROM traces WHERE id = ?1 AND running = 0")),
          removeTrace(database.prepare("DELETE FROM traces WHERE id = ?1")),
          removeMarks(database.prepare("DELETE FROM trace_marks WHERE trace = ?1")),
          hasScores(database.prepare("SELECT 1 FROM scores WHERE trace_id = ?1")),
          removeScores(database.prepare("DELETE FROM scores WHERE trace_id = ?1")),
          removeRefused(database.prepare("DELETE FROM quarantine WHERE trace_id = ?1")),
          removeParts(database.prepare("DELETE FROM span_parts WHERE trace_id = ?1")),
          totals(database.prepare("UPDATE totals SET traces = traces - 1, spans = spans - ?1,"
                                  " deletions = deletions + 1, change_counter = change_counter + 1")),
          rows(database.prepare(std::string("SELECT ") + spanColumns +
                                " FROM spans WHERE id BETWEEN ?1 AND ?2 ORDER BY id LIMIT ?3")),
          payloadBytes(database.prepare("SELECT length(data) FROM payloads WHERE id = ?1 AND uses <= 1")),
          removeSpan(database.prepare("DELETE FROM spans WHERE id = ?1"))
    {
    }

    TraceWords words;
    DetailBlocks details;
    Payloads payloads;
    Statement trace, removeTrace, removeMarks, hasScores, removeScores, removeRefused, removeParts, totals,
        rows, payloadBytes, removeSpan;
};

Deleter::Deleter(Database& database) : m_database(database), m_spansAtOnce(usualSpans)
{
    // What is freed is overwritten, also in the file: a deleted prompt must not be found there.
    database.execute("PRAGMA secure_delete = ON");
    m_statements = std::make_unique<Statements>(database);
}

Deleter::~Deleter() = default;

void Deleter::add(const std::vector<std::int64_t>& traceRows)
{
    for (const std::int64_t row : traceRows)
        m_waiting.push_back({row, false});
}

void Deleter::resume()
{
    Statement begun = m_database.prepare("SELECT name FROM settings WHERE name LIKE 'deleting %'");
    while (begun.next()) {
        const std::string name = begun.text(0);
        const std::size_t digits = name.find(' ') + 1;
        std::int64_t row = 0;
        std::from_chars(name.data() + digits, name.data() + name.size(), row);
        if (std::ranges::none_of(m_waiting, [&](const Work& work) { return work.trace == row; }))
            m_waiting.push_front({row, true});
    }
}

Result<void> Deleter::step()
{
    Deleted now;
    std::size_t finished = 0;
    auto done = transact(now, finished);
    if (!done) {
        m_spansAtOnce = std::max(fewestSpans, m_spansAtOnce / 4);
        return done;
    }
    m_done.traces += now.traces;
    m_done.spans += now.spans;
    m_done.payloads += now.payloads;
    m_done.bytes += now.bytes;
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + static_cast<std::ptrdiff_t>(finished));
    return done;
}

/// Takes traces from the front until the transaction is large enough; `finished` of them are gone whole.
Result<void> Deleter::transact(Deleted& now, std::size_t& finished)
{
    Transaction transaction(m_database);
    std::int64_t left = m_spansAtOnce;
    bool cut = false;
    for (std::size_t at = 0; at < m_waiting.size() && left > 0 && !cut; ++at) {
        const Work& work = m_waiting[at];
        if (!work.begun && !beginTrace(work, now)) {
            ++finished;
            continue;
        }
        const std::int64_t deleted = deleteSpans(work.trace, left, now);
        cut = deleted == left;
        left -= deleted;
        if (cut) {
            writeSetting(m_database, markOf(work.trace), "");
        } else {
            removeSetting(m_database, markOf(work.trace));
            ++finished;
        }
    }
    auto committed = transaction.commit();
    if (committed && cut)
        m_waiting[finished].begun = true;
    return committed;
}

/// Takes the trace out of the lists and the counts.
bool Deleter::beginTrace(const Work& work, Deleted& now)
{
    Statements& use = *m_statements;
    if (!use.trace.bind(1, work.trace).next())
        return false;
    const std::string id = use.trace.text(0);
    const std::int64_t spans = use.trace.integer(1);
    use.trace.reset();
    if (use.hasScores.bindBlob(1, id).next()) {
        use.hasScores.reset();
        keepLastScore(m_database);
    }
    for (Statement* remove : {&use.removeScores, &use.removeRefused, &use.removeParts})
        remove->bindBlob(1, id).run();
    use.removeTrace.bind(1, work.trace).run();
    use.removeMarks.bind(1, work.trace).run();
    use.totals.bind(1, spans).run();
    ++now.traces;
    return true;
}

/// How many it deleted: `most` means that there may be more.
std::int64_t Deleter::deleteSpans(std::int64_t trace, std::int64_t most, Deleted& now)
{
    Statements& use = *m_statements;
    use.rows.bind(1, firstSpanOf(trace)).bind(2, lastSpanOf(trace)).bind(3, most);
    std::vector<SpanRow> rows;
    while (use.rows.next())
        rows.push_back(readSpanRow(use.rows));
    std::vector<std::int64_t> removed;
    std::string words;
    for (SpanRow& row : rows) {
        now.bytes += static_cast<std::int64_t>(row.details.size() + row.span.name.size());
        // The index keeps no copy of the words: they are named to it again.
        decodeDetails(
            row.details, [this](std::int64_t payload) { return fetchPayload(m_database, payload); },
            row.span);
        if (row.span.state != trace::State::running)
            words += wordsOf(row.span);
        readEntries(row.details, [&](const Entry& entry) {
            const auto* reference = std::get_if<PayloadReference>(&entry);
            if (reference == nullptr)
                return;
            if (use.payloadBytes.bind(1, reference->payload).next()) {
                now.bytes += use.payloadBytes.integer(0);
                ++now.payloads;
                use.payloadBytes.reset();
            }
            use.payloads.drop(reference->payload);
        });
        use.removeSpan.bind(1, row.row).run();
        removed.push_back(row.row);
    }
    use.words.remove(trace, words);
    use.details.remove(removed);
    now.spans += static_cast<std::int64_t>(rows.size());
    return static_cast<std::int64_t>(rows.size());
}

} // namespace spanglass::store
