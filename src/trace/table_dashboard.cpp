// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/table_dashboard.h"

#include <algorithm>
#include <unordered_map>

#include "trace/sums.h"

namespace spanglass::trace {
namespace {

struct OneTrace
{
    std::int64_t startNs = 0;
    std::int64_t endNs = 0;
    std::int64_t rootStartNs = 0;
    bool hasRoot = false;
    bool failed = false;
    bool running = false;
    Sums sums;
};

using Traces = std::unordered_map<TraceId, OneTrace>;

void addRow(Traces& traces, const SpanTable& table, std::uint32_t row)
{
    const std::int64_t startNs = table.startUnixNs[row];
    const auto [found, first] = traces.try_emplace(table.trace[row]);
    OneTrace& trace = found->second;
    trace.startNs = first ? startNs : std::min(trace.startNs, startNs);
    const std::int64_t endNs = startNs + std::max<std::int64_t>(table.durationNs[row], 0);
    trace.endNs = first ? endNs : std::max(trace.endNs, endNs);
    trace.running = trace.running || table.durationNs[row] == unfinished;
    if (table.parent[row] == noRow && (!trace.hasRoot || startNs < trace.rootStartNs)) {
        trace.hasRoot = true;
        trace.rootStartNs = startNs;
        trace.failed = table.status[row] == Status::error;
    }
}

DashboardTrace figuresOf(const OneTrace& trace)
{
    const Totals totals = trace.sums.result();
    DashboardTrace figures;
    figures.startNs = trace.startNs;
    if (!trace.running)
        figures.durationNs = trace.endNs - trace.startNs;
    figures.failed = trace.failed;
    figures.tokens = totals.tokens.total.value_or(0);
    figures.cost = totals.cost;
    return figures;
}

DashboardSpan figuresOf(const Span& span, std::int64_t traceStartNs)
{
    const Tokens& tokens = span.tokens;
    return {.traceStartNs = traceStartNs,
            .name = span.name,
            .kind = span.kind,
            .durationNs = span.durationNs,
            .failed = span.status == Status::error,
            .model = span.model,
            .tokens = tokens.total.value_or(tokens.input.value_or(0) + tokens.output.value_or(0)),
            .cost = span.cost};
}

} // namespace

Dashboard dashboardOf(const SpanTable& table, int bins)
{
    Traces traces;
    for (std::uint32_t row = 0; row < table.size(); ++row)
        addRow(traces, table, row);
    std::int64_t fromNs = 0;
    std::int64_t toNs = 1;
    bool first = true;
    for (const auto& [id, trace] : traces) {
        fromNs = first ? trace.startNs : std::min(fromNs, trace.startNs);
        toNs = first ? trace.startNs + 1 : std::max(toNs, trace.startNs + 1);
        first = false;
    }

    DashboardSums sums(fromNs, toNs, bins);
    for (std::uint32_t row = 0; row < table.size() && table.details; ++row) {
        const Span span = table.details(row);
        OneTrace& trace = traces[table.trace[row]];
        trace.sums.add(span);
        sums.add(figuresOf(span, trace.startNs));
    }
    for (const auto& [id, trace] : traces)
        sums.add(figuresOf(trace));
    return sums.take();
}

} // namespace spanglass::trace
