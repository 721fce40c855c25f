// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/compare.h"

#include <algorithm>
#include <cstdlib>

#include "base/saturated.h"

namespace spanglass::trace {
namespace {

std::optional<std::int64_t> tokensOf(const Span& span)
{
    if (span.tokens.total)
        return span.tokens.total;
    if (!span.tokens.input && !span.tokens.output)
        return std::nullopt;
    return span.tokens.input.value_or(0) + span.tokens.output.value_or(0);
}

void addTotals(const SpanTable& table, std::size_t side, RunTotals& total)
{
    Sums sums;
    std::int64_t first = INT64_MAX;
    std::int64_t last = INT64_MIN;
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        const Span span = table.details(row);
        sums.add(span);
        first = std::min(first, span.startUnixNs);
        last = std::max(last, span.startUnixNs + span.durationNs.value_or(0));
    }
    total.run[side] = sums.result();
    if (table.size() != 0)
        total.durationNs[side] = saturatedSub(last, first);
}

SpanDifference differenceOf(const AlignedRow& row, const Span& a, const Span& b)
{
    SpanDifference difference;
    difference.row = row;
    difference.name = b.name;
    difference.kind = b.kind;
    difference.durationNs = {a.durationNs, b.durationNs};
    difference.tokens = {tokensOf(a), tokensOf(b)};
    difference.cost = {a.cost, b.cost};
    difference.status = {a.status, b.status};
    difference.model = {a.model, b.model};
    difference.inputDiffers = a.input != b.input;
    difference.outputDiffers = a.output != b.output;
    return difference;
}

bool matters(const SpanDifference& difference, const CompareOptions& options)
{
    return durationDiffers(difference.durationNs, options) || difference.tokens[0] != difference.tokens[1] ||
           difference.cost[0] != difference.cost[1] || difference.status[0] != difference.status[1] ||
           difference.model[0] != difference.model[1] || difference.inputDiffers ||
           difference.outputDiffers || difference.row.renamed;
}

} // namespace

bool durationDiffers(const Both<std::int64_t>& durationNs, const CompareOptions& options)
{
    if (!durationNs[0] || !durationNs[1])
        return durationNs[0].has_value() != durationNs[1].has_value();
    const auto difference = std::abs(*durationNs[0] - *durationNs[1]);
    const auto longer = static_cast<double>(std::max(*durationNs[0], *durationNs[1]));
    return difference >= options.minDurationNs &&
           static_cast<double>(difference) >= options.durationShare * longer;
}

Comparison compare(const SpanTable& a, const SpanTable& b, const CompareOptions& options)
{
    Comparison comparison;
    comparison.rows = align(a, b);
    const auto topmost = [](const SpanTable& table, std::uint32_t row, const std::vector<bool>& oneSided) {
        const std::uint32_t parent = table.parent[row];
        return parent == noRow || !oneSided[parent];
    };
    std::vector<bool> onlyInA(a.size());
    std::vector<bool> onlyInB(b.size());
    for (const AlignedRow& row : comparison.rows) {
        if (row.removed()) {
            onlyInA[row.a] = true;
            if (topmost(a, row.a, onlyInA))
                comparison.removed.push_back(row);
        } else if (row.added()) {
            onlyInB[row.b] = true;
            if (topmost(b, row.b, onlyInB))
                comparison.added.push_back(row);
        } else {
            auto difference = differenceOf(row, a.details(row.a), b.details(row.b));
            if (matters(difference, options))
                comparison.changed.push_back(std::move(difference));
        }
    }
    addTotals(a, 0, comparison.total);
    addTotals(b, 1, comparison.total);
    return comparison;
}

} // namespace spanglass::trace
