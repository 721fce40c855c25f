// SPDX-License-Identifier: GPL-3.0-or-later
// The span whose own work takes most of the critical path: where time would be won.
#include <map>

#include "base/text.h"
#include "trace/critical_path.h"
#include "trace/findings/rule.h"

namespace spanglass::trace {

void findDominantSpan(const Evidence& evidence, Findings& into)
{
    constexpr double worthSaying = 0.5;
    constexpr std::int64_t shortest = 1'000'000; // a millisecond
    std::map<std::uint32_t, std::int64_t> ownNs;
    std::int64_t totalNs = 0;
    for (const auto& segment : criticalPath(evidence.table)) {
        const std::int64_t ns = saturatedSub(segment.endUnixNs, segment.startUnixNs);
        ownNs[segment.row] = saturatedAdd(ownNs[segment.row], ns);
        totalNs = saturatedAdd(totalNs, ns);
    }
    std::uint32_t dominant = noRow;
    for (const auto& [row, ns] : ownNs)
        if (evidence.table.parent[row] != noRow && (dominant == noRow || ns > ownNs[dominant]))
            dominant = row; // a root is no news
    if (dominant == noRow || totalNs < shortest)
        return;
    const std::int64_t ns = ownNs[dominant];
    const double share = static_cast<double>(ns) / static_cast<double>(totalNs);
    if (share < worthSaying)
        return;
    const Span& span = evidence.span(dominant);
    into.push_back({FindingKind::dominantSpan,
                    nameOf(span) + " is " + percentText(share) +
                        " of the critical path: " + durationText(ns) + " of " + durationText(totalNs),
                    {span.id},
                    ns});
}

} // namespace spanglass::trace
