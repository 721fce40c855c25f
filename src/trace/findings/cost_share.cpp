// SPDX-License-Identifier: GPL-3.0-or-later
// The model that most of the money goes to, where there is a choice.
#include <map>

#include "base/text.h"
#include "trace/findings/rule.h"

namespace spanglass::trace {
namespace {

struct Group
{
    Decimal cost;
    std::vector<SpanId> spans;
};

/// Whether a span below reports a cost: then this one repeats it.
std::vector<bool> costBelow(const Evidence& evidence)
{
    std::vector<bool> below(evidence.spans.size());
    const auto& order = evidence.tree.preorder();
    for (auto row = order.rbegin(); row != order.rend(); ++row) {
        const auto parent = evidence.table.parent[*row];
        if (parent != noRow && (below[*row] || evidence.span(*row).cost))
            below[parent] = true;
    }
    return below;
}

} // namespace

void findCostShare(const Evidence& evidence, Findings& into)
{
    constexpr double worthSaying = 0.6;
    const auto below = costBelow(evidence);
    std::map<std::string, Group> groups; // by model, or by name where there is none
    Decimal total;
    std::size_t calls = 0;
    for (std::uint32_t row = 0; row < evidence.spans.size(); ++row) {
        const Span& span = evidence.span(row);
        if (!span.cost || span.cost->isZero() || below[row])
            continue;
        Group& group = groups[span.model.empty() ? span.name : span.model];
        group.cost = group.cost + *span.cost;
        group.spans.push_back(span.id);
        total = total + *span.cost;
        ++calls;
    }
    if (groups.size() < 2 || total.isZero())
        return;
    for (const auto& [model, group] : groups) {
        const double share = group.cost.toDouble() / total.toDouble();
        const double shareOfCalls = static_cast<double>(group.spans.size()) / static_cast<double>(calls);
        if (share < worthSaying || share < 1.2 * shareOfCalls)
            continue;
        into.push_back({FindingKind::costShare,
                        visibleText(model) + " is " + percentText(share) + " of the cost with " +
                            countText(static_cast<std::int64_t>(group.spans.size())) + " of " +
                            countText(static_cast<std::int64_t>(calls)) + " calls: " + group.cost.text() +
                            " of " + total.text() + " USD",
                        group.spans});
    }
}

} // namespace spanglass::trace
