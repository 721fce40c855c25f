// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/trace_rows.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "store/trace_columns.h"

namespace spanglass::store {
namespace {

void apply(TraceSummary& summary, const SpanFigures& span, int sign)
{
    summary.spans += sign;
    summary.running += span.state == trace::State::running ? sign : 0;
    summary.interrupted += span.state == trace::State::interrupted ? sign : 0;
    summary.errors += span.failed ? sign : 0;
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
    marks.add(span.kind, span.model);
    // A running span only has its place: what it reports counts when it ended.
    if (span.state == trace::State::running)
        sums.add(span.id, span.parent, {}, {});
    else
        sums.add(span.id, span.parent, span.tokens, span.cost);
}

void TraceSummary::remove(const SpanFigures& span)
{
    apply(*this, span, -1);
    if (span.state != trace::State::running)
        sums.remove(span.id, span.tokens, span.cost);
}

void TraceSummary::sum()
{
    tokens = sums.tokens();
    cost = sums.cost();
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
      m_figures(
          database.prepare("SELECT span_id, parent_id, state, input_tokens, cached_tokens, output_tokens, "
                           "reasoning_tokens, total_tokens, cost FROM spans WHERE id BETWEEN ?1 AND ?2")),
      m_insert(database.prepare(insertTraceSql())), m_update(database.prepare(updateTraceSql())),
      m_marks(database)
{
}

TraceSummary& TraceRows::remember(TraceSummary summary)
{
    auto& known = m_known[summary.id];
    known = std::make_unique<TraceSummary>(std::move(summary));
    return *known;
}

/// Once per trace that goes on: its spans lie together.
void TraceRows::loadSums(TraceSummary& summary)
{
    m_figures.bind(1, firstSpanOf(summary.row)).bind(2, lastSpanOf(summary.row));
    while (m_figures.next()) {
        const bool running = m_figures.integer(2) == static_cast<std::int64_t>(trace::State::running);
        trace::Tokens tokens;
        std::optional<Decimal> cost;
        if (!running) {
            tokens = {m_figures.optionalInteger(3), m_figures.optionalInteger(4),
                      m_figures.optionalInteger(5), m_figures.optionalInteger(6),
                      m_figures.optionalInteger(7)};
            if (!m_figures.isNull(8))
                cost = Decimal::parse(m_figures.bytes(8));
        }
        summary.sums.add({static_cast<std::uint64_t>(m_figures.integer(0))},
                         {static_cast<std::uint64_t>(m_figures.integer(1))}, tokens, cost);
    }
}

TraceSummary& TraceRows::touch(TraceId id)
{
    if (m_last != nullptr && m_last->id == id && m_last->touched)
        return *m_last;
    const auto known = m_known.find(id);
    TraceSummary* summary = known != m_known.end() ? known->second.get() : nullptr;
    if (summary == nullptr) {
        TraceSummary loaded;
        const std::string key = traceIdBytes(id);
        if (m_select.bindBlob(1, key).next()) {
            loaded = readSummary(m_select);
            m_select.reset();
            loadSums(loaded);
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
    m_last = summary;
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
        summary->sum();
        writeTrace(summary->stored ? m_update : m_insert, *summary, changed);
        m_marks.write(summary->row, summary->marks);
        summary->stored = true;
        summary->fresh = false;
    }
    forgetSome();
    m_touched.clear();
    if (m_nextRow != 0) {
        Statement next = m_database.prepare("UPDATE totals SET next_trace = ?1");
        next.bind(1, m_nextRow).run();
    }
    return made;
}

/// What was touched just now will be touched again, and a large trace is read anew in a while only.
void TraceRows::forgetSome()
{
    constexpr std::size_t rememberedTraces = 20'000;
    constexpr std::size_t rememberedSpans = 1'000'000;
    for (TraceSummary* summary : m_touched)
        m_spans += summary->sums.spans() - std::exchange(summary->counted, summary->sums.spans());
    if (m_known.size() <= rememberedTraces && m_spans <= rememberedSpans)
        return;
    const std::unordered_set<const TraceSummary*> keep(m_touched.begin(), m_touched.end());
    m_last = nullptr;
    std::erase_if(m_known, [&](const auto& entry) { return !keep.contains(entry.second.get()); });
    m_spans = 0;
    for (const auto& [id, summary] : m_known)
        m_spans += summary->counted;
}

void TraceRows::forget()
{
    m_known.clear();
    m_touched.clear();
    m_last = nullptr;
    m_spans = 0;
    m_nextRow = 0;
}

} // namespace spanglass::store
