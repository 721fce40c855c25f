// SPDX-License-Identifier: GPL-3.0-or-later
// Prepares the evidence, asks every rule, sorts what they found.
#include "trace/findings.h"

#include <algorithm>
#include <cmath>

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

} // namespace spanglass::trace
