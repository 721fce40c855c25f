// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/dashboard_reader.h"

#include <algorithm>
#include <vector>

#include "store/trace_rows.h"
#include "store/trace_search.h"

namespace spanglass::store {
namespace {

/// So many traces are read between two questions whether to go on.
constexpr std::int64_t tracesPerStep = 64;

struct TraceLine
{
    std::int64_t row = 0;
    trace::DashboardTrace figures;
};

std::optional<Decimal> costAt(const Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : Decimal::parse(row.bytes(column));
}

Result<std::vector<TraceLine>> readLines(Database& database, const TraceCondition& condition)
{
    Statement statement = database.prepare(
        "SELECT id, start_ns, end_ns, status, coalesce(total_tokens, 0), cost FROM traces WHERE 1" +
        condition.sql + " ORDER BY id");
    condition.bind(statement);
    std::vector<TraceLine> lines;
    while (statement.next()) {
        TraceLine line{statement.integer(0), {}};
        line.figures.startNs = statement.integer(1);
        const auto status = static_cast<trace::TraceStatus>(statement.integer(3));
        if (status != trace::TraceStatus::running)
            line.figures.durationNs = std::max<std::int64_t>(0, statement.integer(2) - statement.integer(1));
        line.figures.failed = status == trace::TraceStatus::error;
        line.figures.tokens = statement.integer(4);
        line.figures.cost = costAt(statement, 5);
        lines.push_back(line);
    }
    if (auto read = database.result(); !read)
        return tl::unexpected(read.error());
    return lines;
}

void addSpans(Statement& statement, const TraceLine& line, trace::DashboardSums& sums)
{
    statement.bind(1, firstSpanOf(line.row)).bind(2, lastSpanOf(line.row));
    while (statement.next()) {
        trace::DashboardSpan span;
        span.traceStartNs = line.figures.startNs;
        span.name = statement.bytes(0);
        span.kind = static_cast<Kind>(statement.integer(1));
        span.durationNs = statement.optionalInteger(2);
        span.failed = static_cast<Status>(statement.integer(3)) == Status::error;
        span.model = statement.bytes(4);
        span.tokens = statement.integer(5);
        span.cost = costAt(statement, 6);
        sums.add(span);
    }
}

} // namespace

Result<trace::Dashboard> readDashboard(Database& database, const trace::TraceQuery& query, int bins,
                                       const DashboardProgress& progress)
{
    const auto condition = conditionOf(database, query);
    if (!condition)
        return tl::unexpected(condition.error());
    const auto lines = readLines(database, *condition);
    if (!lines)
        return tl::unexpected(lines.error());
    std::int64_t fromNs = 0, toNs = 0;
    for (const TraceLine& line : *lines) {
        fromNs = toNs == 0 ? line.figures.startNs : std::min(fromNs, line.figures.startNs);
        toNs = std::max(toNs, line.figures.startNs + 1);
    }
    trace::DashboardSums sums(query.range.fromNs.value_or(fromNs), query.range.toNs.value_or(toNs), bins);
    Statement spans = database.prepare(
        "SELECT name, kind, duration_ns, status, coalesce(model, ''), coalesce(total_tokens, "
        "coalesce(input_tokens, 0) + coalesce(output_tokens, 0)), cost FROM spans WHERE id BETWEEN ?1 AND "
        "?2");
    const auto total = static_cast<std::int64_t>(lines->size());
    std::int64_t done = 0;
    for (const TraceLine& line : *lines) {
        if (done % tracesPerStep == 0 && progress && !progress(done, total))
            return fail(ErrorKind::cancelled, "reading the dashboard was cancelled");
        sums.add(line.figures);
        addSpans(spans, line, sums);
        ++done;
    }
    if (auto read = database.result(); !read)
        return tl::unexpected(read.error());
    return sums.take();
}

} // namespace spanglass::store
