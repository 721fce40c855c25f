// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal_rows.h"

#include <sqlite3.h>

#include "store/details.h"
#include "store/trace_columns.h"

namespace spanglass::store {

JournalRows::JournalRows(Database& database)
    : m_database(database),
      m_select(database.prepare("SELECT id, cursor, last_ns, created, dropped, stored, duplicates, complete "
                                "FROM journals WHERE nonce = ?1")),
      m_insert(database.prepare("INSERT INTO journals (nonce, cursor, last_ns, created, dropped, stored, "
                                "duplicates, complete) VALUES (?1, x'', 0, 0, 0, 0, 0, 0)")),
      m_update(database.prepare("UPDATE journals SET cursor = ?2, last_ns = ?3, created = ?4, dropped = ?5, "
                                "stored = ?6, duplicates = ?7, complete = ?8 WHERE id = ?1")),
      m_trace(database.prepare("SELECT trace_id FROM traces WHERE id = ?1")),
      m_parts(database.prepare("SELECT span_id, number, trace_id, details FROM span_parts WHERE journal = ?1 "
                               "ORDER BY number")),
      m_savePart(database.prepare("INSERT INTO span_parts (journal, span_id, number, trace_id, details) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5)")),
      m_writeBatch(database.prepare("INSERT OR REPLACE INTO batches (batch, spans, duplicates, note) "
                                    "VALUES (?1, ?2, ?3, ?4)")),
      m_dropPart(
          database.prepare("DELETE FROM span_parts WHERE journal = ?1 AND span_id = ?2 AND number = ?3"))
{
}

JournalState JournalRows::load(const std::string& nonce, SpanRows& spans)
{
    JournalState journal;
    if (!m_select.bind(1, std::string_view(nonce)).next())
        return journal;
    journal.id = m_select.integer(0);
    journal.cursor = m_select.text(1);
    journal.lastNs = m_select.integer(2);
    journal.created = m_select.integer(3);
    journal.dropped = m_select.integer(4);
    journal.stored = m_select.integer(5);
    journal.duplicates = m_select.integer(6);
    journal.complete = m_select.integer(7) != 0;
    m_select.reset();
    loadRunning(journal, spans);
    loadParts(journal);
    return journal;
}

void JournalRows::loadRunning(JournalState& journal, SpanRows& spans)
{
    for (const SpanRow& row : spans.runningOf(journal.id)) {
        TraceId trace;
        if (m_trace.bind(1, traceOfSpan(row.row)).next()) {
            trace = traceIdFrom(m_trace.bytes(0));
            m_trace.reset();
        }
        PendingSpan& pending = journal.span(trace, row.span.id);
        pending.started = true;
        pending.row = row.row;
        pending.parent = row.span.parent;
        pending.kind = row.span.kind;
        pending.level = row.span.level;
        if ((row.span.flags & trace::flagDetached) != 0)
            pending.flags = journal::detached;
        pending.thread = row.thread;
        pending.startNs = row.span.startUnixNs;
        pending.context = row.context;
        pending.name = row.span.name;
    }
}

void JournalRows::loadParts(JournalState& journal)
{
    m_parts.bind(1, journal.id);
    while (m_parts.next()) {
        const SpanId id{static_cast<std::uint64_t>(m_parts.integer(0))};
        PendingSpan& pending = journal.span(traceIdFrom(m_parts.bytes(2)), id);
        pending.savedParts.push_back(m_parts.integer(1));
        journal.nextPart = std::max(journal.nextPart, m_parts.integer(1) + 1);
        readEntries(m_parts.bytes(3), [&](const Entry& entry) {
            if (const auto* start = std::get_if<journal::StartView>(&entry)) {
                pending.take(*start, 0);
                pending.savedStart = true;
            } else if (const auto* end = std::get_if<journal::EndView>(&entry)) {
                pending.take(*end);
            } else {
                if (const auto* status = std::get_if<journal::StatusView>(&entry); status && !pending.ended)
                    pending.status = status->status;
                pending.hasParts =
                    pending.hasParts || std::holds_alternative<journal::PayloadPartView>(entry);
                std::visit([&](const auto& other) { appendEntry(pending.entries, other); }, entry);
            }
        });
        pending.savedBytes = pending.entries.size();
    }
}

void JournalRows::create(JournalState& journal, const std::string& nonce)
{
    m_insert.bind(1, std::string_view(nonce)).run();
    journal.id = sqlite3_last_insert_rowid(m_database.handle());
}

void JournalRows::write(const JournalState& journal)
{
    m_update.bind(1, journal.id).bindBlob(2, journal.cursor).bind(3, journal.lastNs).bind(4, journal.created);
    m_update.bind(5, journal.dropped).bind(6, journal.stored).bind(7, journal.duplicates);
    m_update.bind(8, std::int64_t{journal.complete}).run();
    if (journal.batch.empty())
        return;
    m_writeBatch.bind(1, std::string_view(journal.batch)).bind(2, journal.stored).bind(3, journal.duplicates);
    m_writeBatch.bind(4, std::string_view(journal.batchNote)).run();
}

void JournalRows::savePart(std::int64_t journal, SpanId span, std::int64_t number,
                           const std::string& traceBytes, std::string_view details)
{
    m_savePart.bind(1, journal).bind(2, static_cast<std::int64_t>(span.value)).bind(3, number);
    m_savePart.bindBlob(4, traceBytes).bindBlob(5, details).run();
}

void JournalRows::dropPart(std::int64_t journal, SpanId span, std::int64_t number)
{
    m_dropPart.bind(1, journal).bind(2, static_cast<std::int64_t>(span.value)).bind(3, number).run();
}

} // namespace spanglass::store
