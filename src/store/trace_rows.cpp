// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/trace_rows.h"

#include <algorithm>

#include "store/trace_columns.h"

namespace spanglass::store {
namespace {

void addTo(std::optional<std::int64_t>& sum, const std::optional<std::int64_t>& part, int sign)
{
    if (part)
        sum = sum.value_or(0) + sign * *part;
}

/// Frameworks repeat on agents and chains what the calls below them reported; only the calls count.
bool counts(const SpanFigures& span)
{
    return span.state != trace::State::running &&
           (span.kind == Kind::llm || span.kind == Kind::embedding || span.kind == Kind::reranker);
}

void apply(TraceSummary& summary, const SpanFigures& span, int sign)
{
    summary.spans += sign;
    summary.running += span.state == trace::State::running ? sign : 0;
    summary.interrupted += span.state == trace::State::interrupted ? sign : 0;
    summary.errors += span.failed ? sign : 0;
    if (!counts(span))
        return;
    addTo(summary.tokens.input, span.tokens.input, sign);
    addTo(summary.tokens.cached, span.tokens.cached, sign);
    addTo(summary.tokens.output, span.tokens.output, sign);
    addTo(summary.tokens.reasoning, span.tokens.reasoning, sign);
    std::optional<std::int64_t> total = span.tokens.total;
    if (!total && (span.tokens.input || span.tokens.output))
        total = span.tokens.input.value_or(0) + span.tokens.output.value_or(0);
    addTo(summary.tokens.total, total, sign);
    if (span.cost)
        summary.cost = sign > 0 ? summary.cost.value_or(Decimal()) + *span.cost
                                : summary.cost.value_or(Decimal()) - *span.cost;
}

} // namespace

trace::TraceStatus TraceSummary::status() const
{
    if (running > 0)
        return trace::TraceStatus::running;
    if (interrupted > 0)
        return trace::TraceStatus::interrupted;
    if (rootStatus == Status::ok)
        return trace::TraceStatus::ok;
    return errors > 0 ? trace::TraceStatus::error : trace::TraceStatus::ok;
}

void TraceSummary::add(const SpanFigures& span)
{
    apply(*this, span, 1);
}

void TraceSummary::remove(const SpanFigures& span)
{
    apply(*this, span, -1);
}

void TraceSummary::offerName(const std::string& candidate, NameRank rank)
{
    if (rank > nameRank) {
        name = candidate;
        nameRank = rank;
    }
}

void TraceSummary::offerLabels(trace::Labels offered, bool root)
{
    if (!offered.traceName.empty())
        offerName(offered.traceName, fromLabel);
    if (root) {
        offered.merge(labels);
        labels = std::move(offered);
    } else {
        labels.merge(offered);
    }
}

TraceRows::TraceRows(Database& database)
    : m_database(database),
      m_select(database.prepare(std::string("SELECT ") + traceColumns + " FROM traces WHERE trace_id = ?1")),
      m_selectRow(database.prepare(std::string("SELECT ") + traceColumns + " FROM traces WHERE id = ?1")),
      m_insert(database.prepare(insertTraceSql())), m_update(database.prepare(updateTraceSql()))
{
}

TraceSummary& TraceRows::remember(TraceSummary summary)
{
    auto& known = m_known[summary.id];
    known = std::make_unique<TraceSummary>(std::move(summary));
    return *known;
}

TraceSummary& TraceRows::touch(TraceId id)
{
    const auto known = m_known.find(id);
    TraceSummary* summary = known != m_known.end() ? known->second.get() : nullptr;
    if (summary == nullptr) {
        TraceSummary loaded;
        const std::string key = traceIdBytes(id);
        if (m_select.bindBlob(1, key).next()) {
            loaded = readSummary(m_select);
            m_select.reset();
        } else {
            loaded.id = id;
            if (m_nextRow == 0)
                m_nextRow = m_database.integer("SELECT next_trace FROM totals");
            loaded.row = m_nextRow++;
            loaded.fresh = true;
        }
        summary = &remember(std::move(loaded));
    }
    if (!summary->touched) {
        summary->touched = true;
        m_touched.push_back(summary);
    }
    return *summary;
}

TraceSummary* TraceRows::touchRow(std::int64_t row)
{
    if (!m_selectRow.bind(1, row).next())
        return nullptr;
    const TraceId id = readSummary(m_selectRow).id;
    m_selectRow.reset();
    return &touch(id);
}

std::int64_t TraceRows::write(std::int64_t changed)
{
    std::int64_t made = 0;
    std::sort(m_touched.begin(), m_touched.end(),
              [](const TraceSummary* a, const TraceSummary* b) { return a->row < b->row; });
    for (TraceSummary* summary : m_touched) {
        summary->touched = false;
        if (summary->spans == 0 && !summary->stored)
            continue; // only repeats of what stands elsewhere
        made += summary->stored ? 0 : 1;
        writeTrace(summary->stored ? m_update : m_insert, *summary, changed);
        summary->stored = true;
        summary->fresh = false;
    }
    m_touched.clear();
    if (m_nextRow != 0) {
        Statement next = m_database.prepare("UPDATE totals SET next_trace = ?1");
        next.bind(1, m_nextRow).run();
    }
    constexpr std::size_t remembered = 20'000;
    if (m_known.size() > remembered)
        m_known.clear();
    return made;
}

void TraceRows::forget()
{
    m_known.clear();
    m_touched.clear();
    m_nextRow = 0;
}

} // namespace spanglass::store
