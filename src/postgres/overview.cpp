// SPDX-License-Identifier: GPL-3.0-or-later
// What many traces of the team's store come to: the reader's histogram, values for completion and dashboard.
#include <algorithm>

#include "postgres/question.h"
#include "postgres/reader_state.h"
#include "postgres/row_reading.h"
#include "postgres/stored_text.h"

namespace spanglass::postgres {
namespace {

constexpr const char* latestTraces = "(SELECT * FROM spanglass.traces ORDER BY start_ns DESC LIMIT 20000) t";
/// Of the latest traces.
constexpr const char* tracesToAskForModels = "200";
/// Traces whose spans are asked for at once.
constexpr std::size_t tracesPerStep = 200;

/// The statement that lists the values of a key as a column `v`, before they are filtered; empty: none are
/// worth offering.
std::string valuesSql(const trace::QueryKeyInfo& key)
{
    using trace::QueryKey;
    switch (key.key) {
    case QueryKey::model:
        return std::string("SELECT s.model AS v FROM (SELECT trace_id FROM spanglass.traces ORDER BY start_ns"
                           " DESC LIMIT ") +
               tracesToAskForModels + ") t JOIN spanglass.spans s USING (trace_id)";
    case QueryKey::tag:
        return std::string("SELECT jsonb_array_elements_text(t.tags) AS v FROM ") + latestTraces;
    case QueryKey::score:
        return "SELECT name AS v FROM spanglass.scores";
    case QueryKey::label:
        return "SELECT value #>> '{}' AS v FROM spanglass.scores WHERE name = 'label'";
    case QueryKey::service:
    case QueryKey::session:
    case QueryKey::user:
    case QueryKey::name:
    case QueryKey::project:
    case QueryKey::environment:
    case QueryKey::release:
    case QueryKey::version:
    case QueryKey::operation:
        return "SELECT " + columnOf(key.key) + " AS v FROM " + latestTraces;
    default:
        return {};
    }
}

struct TraceLine
{
    TraceId id;
    trace::DashboardTrace figures;
};

/// Columns: trace_id, start_ns, duration_ns, status, tokens, cost.
TraceLine traceLineOf(const Rows& rows, int row)
{
    TraceLine line{TraceId::fromHex(rows.text(row, 0)), {}};
    line.figures.startNs = rows.integer(row, 1);
    const bool runs = rows.text(row, 3) == name(trace::TraceStatus::running);
    if (!runs)
        line.figures.durationNs = std::max<std::int64_t>(0, optionalInteger(rows, row, 2).value_or(0));
    line.figures.failed = rows.text(row, 3) == name(trace::TraceStatus::error);
    line.figures.tokens = rows.integer(row, 4);
    line.figures.cost = optionalDecimal(rows, row, 5);
    return line;
}

/// Columns: the trace's start_ns, name, kind, duration_ns, status, model, tokens, cost.
void addSpan(const Rows& rows, int row, trace::DashboardSums& sums)
{
    const std::string spanName = original(rows, row, 1);
    const std::string model = original(rows, row, 5);
    trace::DashboardSpan span;
    span.traceStartNs = rows.integer(row, 0);
    span.name = spanName;
    const auto kind = std::find(kindNames.begin(), kindNames.end(), rows.text(row, 2));
    span.kind = kind == kindNames.end() ? Kind::span : static_cast<Kind>(kind - kindNames.begin());
    span.durationNs = optionalInteger(rows, row, 3);
    span.failed = rows.text(row, 4) == name(Status::error);
    span.model = model;
    span.tokens = rows.integer(row, 6);
    span.cost = optionalDecimal(rows, row, 7);
    sums.add(span);
}

/// A text[] of ids: hex and commas only.
std::string arrayOf(std::span<const TraceLine> lines)
{
    std::string array = "{";
    for (const TraceLine& line : lines)
        array += (array.size() > 1 ? "," : "") + line.id.hex();
    return array + "}";
}

} // namespace

Outcome<trace::TraceHistogram> Reader::histogram(const trace::TraceQuery& query, int bins) const
{
    Question question;
    if (auto asked = question.conditions(query); !asked)
        return tl::unexpected(asked.error());
    const std::string from = " FROM spanglass.traces t WHERE true" + question.sql;
    auto ends = m_state->query("SELECT min(t.start_ns), max(t.start_ns)" + from, question.parameters());
    if (!ends)
        return tl::unexpected(ends.error());
    trace::TraceHistogram histogram;
    if (ends->isNull(0, 0))
        return histogram;
    bins = std::clamp(bins, 1, 1'000);
    histogram.fromNs = query.range.fromNs.value_or(ends->integer(0, 0));
    const std::int64_t lastNs =
        std::max(histogram.fromNs, query.range.toNs ? *query.range.toNs - 1 : ends->integer(0, 1));
    histogram.binNs = (lastNs - histogram.fromNs) / bins + 1;
    histogram.bins.resize(static_cast<std::size_t>(bins));
    auto counts =
        m_state->query("SELECT (t.start_ns - (" + std::to_string(histogram.fromNs) + ")) / " +
                           std::to_string(histogram.binNs) +
                           ", count(*), count(*) FILTER (WHERE t.status = 'error')" + from + " GROUP BY 1",
                       question.parameters());
    if (!counts)
        return tl::unexpected(counts.error());
    for (int r = 0; r < counts->size(); ++r) {
        const std::int64_t bin = std::clamp<std::int64_t>(counts->integer(r, 0), 0, bins - 1);
        trace::TraceHistogram::Bin& sum = histogram.bins[static_cast<std::size_t>(bin)];
        sum.traces += counts->integer(r, 1);
        sum.failed += counts->integer(r, 2);
    }
    return histogram;
}

Outcome<std::vector<std::string>> Reader::values(std::string_view key, std::string_view prefix,
                                                 int limit) const
{
    const auto known = trace::findQueryKey(key);
    const std::string all = known ? valuesSql(*known) : std::string();
    if (all.empty())
        return std::vector<std::string>();
    auto rows = m_state->query("SELECT DISTINCT v FROM (" + all +
                                   ") values WHERE v <> '' AND v ILIKE $1 ORDER BY 1 LIMIT " +
                                   std::to_string(std::max(1, limit)),
                               {beginningWith(prefix)});
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<std::string> found;
    for (int r = 0; r < rows->size(); ++r)
        found.push_back(original(*rows, r, 0));
    return found;
}

Outcome<trace::Dashboard>
Reader::dashboard(const trace::TraceQuery& query, int bins,
                  const std::function<bool(std::int64_t done, std::int64_t total)>& progress) const
{
    Question question;
    if (auto asked = question.conditions(query); !asked)
        return tl::unexpected(asked.error());
    auto rows = m_state->query("SELECT t.trace_id, t.start_ns, t.duration_ns, t.status,"
                               " coalesce(t.total_tokens, 0), t.cost FROM spanglass.traces t WHERE true" +
                                   question.sql + " ORDER BY t.start_ns, t.trace_id",
                               question.parameters());
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<TraceLine> lines;
    for (int r = 0; r < rows->size(); ++r)
        lines.push_back(traceLineOf(*rows, r));
    const std::int64_t firstNs = lines.empty() ? 0 : lines.front().figures.startNs;
    const std::int64_t endNs = lines.empty() ? 0 : lines.back().figures.startNs + 1;
    trace::DashboardSums sums(query.range.fromNs.value_or(firstNs), query.range.toNs.value_or(endNs), bins);
    for (std::size_t at = 0; at < lines.size(); at += tracesPerStep) {
        if (progress && !progress(static_cast<std::int64_t>(at), static_cast<std::int64_t>(lines.size())))
            return tl::unexpected(Failure{FailureKind::cancelled, {}, "reading the dashboard was cancelled"});
        const auto step = std::span(lines).subspan(at, std::min(tracesPerStep, lines.size() - at));
        auto spans = m_state->query(
            "SELECT t.start_ns, s.name, s.kind, s.duration_ns, s.status, coalesce(s.model, ''),"
            " coalesce(s.total_tokens, coalesce(s.input_tokens, 0) + coalesce(s.output_tokens, 0)), s.cost"
            " FROM spanglass.spans s JOIN spanglass.traces t USING (trace_id)"
            " WHERE s.trace_id = ANY ($1::text[])",
            {arrayOf(step)});
        if (!spans)
            return tl::unexpected(spans.error());
        for (const TraceLine& line : step)
            sums.add(line.figures);
        for (int r = 0; r < spans->size(); ++r)
            addSpan(*spans, r, sums);
    }
    return sums.take();
}

} // namespace spanglass::postgres
