// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvage/rebuilder.h"

#include <QRandomGenerator>
#include <algorithm>

#include "store/detail_blocks.h"
#include "store/details.h"
#include "store/trace_columns.h"

namespace spanglass::store {

Rebuilder::Rebuilder(Database& database, std::map<std::int64_t, TraceId> traceIds,
                     std::set<std::string> livingNonces, SalvageReport& report)
    : m_database(database), m_traceIds(std::move(traceIds)), m_livingNonces(std::move(livingNonces)),
      m_report(report), m_payloads(database), m_contexts(database), m_maker(database, m_payloads, m_contexts),
      m_spans(database), m_words(database)
{
}

Result<void> Rebuilder::run()
{
    Transaction transaction(m_database);
    unpackDetails();
    checkPayloads();
    noteJournals();
    visitSpans();
    for (const auto& [row, changed] : m_mended)
        m_spans.update(row, changed);
    m_words.flush();
    writeUses();
    writeTotals();
    return transaction.commit();
}

/// A keeper packs them again. Those of spans that are lost go with them.
void Rebuilder::unpackDetails()
{
    for (const std::int64_t block : DetailBlocks(m_database).unpackAll())
        m_report.losses.push_back("block " + std::to_string(block) +
                                  ": the details of its spans are damaged");
    m_database.execute("DELETE FROM span_details WHERE NOT EXISTS"
                       " (SELECT 1 FROM spans WHERE spans.id = span_details.id)");
}

/// A value that is not what its hash says is not handed out as if it were.
void Rebuilder::checkPayloads()
{
    std::vector<std::int64_t> damaged;
    Statement select = m_database.prepare("SELECT id, hash FROM payloads");
    while (select.next()) {
        if (payloadHash(fetchPayload(m_database, select.integer(0))) != select.bytes(1))
            damaged.push_back(select.integer(0));
        else
            ++m_report.payloads;
    }
    Statement remove = m_database.prepare("DELETE FROM payloads WHERE id = ?1");
    for (const std::int64_t payload : damaged) {
        remove.bind(1, payload).run();
        m_report.losses.push_back("payload " + std::to_string(payload) + ": its content is damaged");
    }
    m_report.lostPayloads += static_cast<std::int64_t>(damaged.size());
}

void Rebuilder::noteJournals()
{
    Statement select = m_database.prepare("SELECT id, nonce, last_ns FROM journals");
    while (select.next()) {
        m_lastNs[select.integer(0)] = select.integer(2);
        if (m_livingNonces.contains(select.text(1)))
            m_living.insert(select.integer(0));
    }
}

void Rebuilder::visitSpans()
{
    Statement select =
        m_database.prepare(std::string("SELECT ") + spanColumns + ", changed FROM spans ORDER BY id");
    while (select.next()) {
        SpanRow row = readSpanRow(select);
        if (m_trace == nullptr || m_trace->row != traceOfSpan(row.row)) {
            finishTrace();
            beginTrace(traceOfSpan(row.row));
        }
        addSpan(std::move(row), select.integer(24));
    }
    finishTrace();
    // A trace without a span is none.
    m_database.execute("DELETE FROM traces WHERE NOT EXISTS"
                       " (SELECT 1 FROM spans WHERE spans.id >> 26 = traces.id"
                       " AND spans.id BETWEEN traces.id << 26 AND (traces.id << 26) + 67108863)");
}

void Rebuilder::beginTrace(std::int64_t traceRow)
{
    Statement select =
        m_database.prepare(std::string("SELECT ") + traceColumns + " FROM traces WHERE id = ?1");
    m_trace = std::make_unique<TraceSummary>();
    m_changed = 0;
    if (select.bind(1, traceRow).next()) {
        *m_trace = readSummary(select);
        m_trace->spans = m_trace->running = m_trace->interrupted = m_trace->errors = 0;
        return;
    }
    ++m_report.rebuiltTraces;
    m_trace->row = traceRow;
    const auto known = m_traceIds.find(traceRow);
    if (known != m_traceIds.end()) {
        m_trace->id = known->second;
        return;
    }
    auto* random = QRandomGenerator::system();
    m_trace->id = {random->generate64(), random->generate64() | 1};
    m_report.losses.push_back("trace row " + std::to_string(traceRow) + ": its id; it has a new one, " +
                              m_trace->id.hex());
}

void Rebuilder::addSpan(SpanRow row, std::int64_t changed)
{
    m_changed = std::max(m_changed, changed);
    if (row.span.state == trace::State::running && !m_living.contains(row.journal)) {
        interrupt(row);
        m_mended.emplace_back(row, changed);
    }
    PendingSpan pending;
    pending.parent = row.span.parent;
    m_maker.noteTrace(*m_trace, row, pending);
    if (!readEntries(row.details, [&](const Entry& entry) {
            if (const auto* reference = std::get_if<PayloadReference>(&entry))
                ++m_uses[reference->payload];
        }))
        m_report.losses.push_back("span row " + std::to_string(row.row) + ": the end of its details");
    if (row.span.state != trace::State::running)
        m_words.add(m_trace->row, m_maker.interpret(row, *m_trace, pending.isRoot()));
    m_trace->add(row.figures());
    m_trace->nextNumber = std::max(m_trace->nextNumber, (row.row & maxSpanNumber) + 1);
    ++m_report.spans;
}

/// Its recorder is gone: what was said of it stands in the parts.
void Rebuilder::interrupt(SpanRow& row)
{
    Statement parts = m_database.prepare(
        "SELECT details FROM span_parts WHERE journal = ?1 AND span_id = ?2 ORDER BY number");
    parts.bind(1, row.journal).bind(2, static_cast<std::int64_t>(row.span.id.value));
    std::string details;
    while (parts.next())
        details += parts.bytes(0);
    row.details = joinParts(details);
    row.span.state = trace::State::interrupted;
    std::int64_t duration = 0;
    if (__builtin_sub_overflow(m_lastNs[row.journal], row.span.startUnixNs, &duration))
        duration = 0;
    row.span.durationNs = std::max<std::int64_t>(0, duration);
}

void Rebuilder::finishTrace()
{
    if (m_trace == nullptr)
        return;
    Statement remove = m_database.prepare("DELETE FROM traces WHERE id = ?1 OR trace_id = ?2");
    const std::string id = traceIdBytes(m_trace->id);
    remove.bind(1, m_trace->row).bindBlob(2, id).run();
    Statement insert = m_database.prepare(insertTraceSql());
    m_trace->sum();
    writeTrace(insert, *m_trace, std::max<std::int64_t>(1, m_changed));
    TraceMarks(m_database).write(m_trace->row, m_trace->marks);
    ++m_report.traces;
    m_trace.reset();
}

void Rebuilder::writeUses()
{
    m_database.execute("UPDATE payloads SET uses = 0");
    Statement write = m_database.prepare("UPDATE payloads SET uses = ?2 WHERE id = ?1");
    for (const auto& [payload, uses] : m_uses)
        write.bind(1, payload).bind(2, uses).run();
    m_database.execute("DELETE FROM payloads WHERE uses = 0");
}

void Rebuilder::writeTotals()
{
    m_database.execute("DELETE FROM span_parts WHERE NOT EXISTS"
                       " (SELECT 1 FROM journals WHERE journals.id = span_parts.journal)");
    m_database.execute(
        "UPDATE totals SET traces = (SELECT count(*) FROM traces), spans = (SELECT count(*) FROM spans),"
        " change_counter = 1 + max((SELECT coalesce(max(changed), 0) FROM spans),"
        "  (SELECT coalesce(max(changed), 0) FROM traces)),"
        " next_trace = 1 + (SELECT coalesce(max(id), 0) FROM traces)");
}

} // namespace spanglass::store
