// SPDX-License-Identifier: GPL-3.0-or-later
// Prepares the evidence, asks every rule, sorts what they found.
#include "trace/findings.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <unordered_map>

#include "base/text.h"
#include "trace/findings/rule.h"

namespace spanglass::trace {

Evidence::Evidence(const std::vector<Span>& unordered)
{
    spans.reserve(unordered.size());
    for (const auto& one : unordered)
        spans.push_back(&one);
    std::stable_sort(spans.begin(), spans.end(),
                     [](const Span* a, const Span* b) { return a->startUnixNs < b->startUnixNs; });
    std::vector<SpanId> parents;
    parents.reserve(spans.size());
    for (const Span* one : spans) {
        table.append(*one);
        parents.push_back(one->parent);
    }
    table.linkParents(parents);
    tree = Tree(table);
}

std::string percentText(double share)
{
    return std::to_string(std::lround(share * 100)) + " %";
}

std::string nameOf(const Span& span)
{
    return span.name.empty() ? span.id.hex() : visibleText(span.name);
}

bool isCall(const Span& span)
{
    return span.kind == Kind::llm || span.kind == Kind::tool || span.kind == Kind::retriever ||
           span.kind == Kind::embedding || span.kind == Kind::reranker;
}

Findings findings(const std::vector<Span>& spans)
{
    const Evidence evidence(spans);
    Findings found;
    for (const auto rule :
         {findDominantSpan, findCostShare, findRetryStorms, findSwallowedErrors, findTruncatedOutput,
          findRepeatedCalls, findSerialCalls, findGrowingContext, findMissedCache})
        rule(evidence, found);
    return found;
}

Findings findingsIn(const SpanTable& table)
{
    std::vector<std::vector<std::uint32_t>> traces;
    std::unordered_map<TraceId, std::size_t> places;
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        const auto [place, isNew] = places.emplace(table.trace[row], traces.size());
        if (isNew)
            traces.emplace_back();
        traces[place->second].push_back(row);
    }
    Findings all;
    for (const auto& rows : traces) {
        std::vector<Span> spans;
        spans.reserve(rows.size());
        for (const std::uint32_t row : rows)
            spans.push_back(table.details(row));
        auto found = findings(spans);
        all.insert(all.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    }
    return all;
}

} // namespace spanglass::trace
