// SPDX-License-Identifier: GPL-3.0-or-later
// The same call with the same input, though the first one had succeeded.
#include <map>
#include <tuple>

#include "base/text.h"
#include "trace/facts.h"
#include "trace/findings/rule.h"

namespace spanglass::trace {

void findRepeatedCalls(const Evidence& evidence, Findings& into)
{
    using Call = std::tuple<Kind, std::string, std::string, std::string>; // kind, name, model, input
    std::map<Call, std::vector<std::uint32_t>> calls;
    for (std::uint32_t row = 0; row < evidence.spans.size(); ++row) {
        const Span& span = evidence.span(row);
        if (isCall(span) && !isEmpty(span.input) && span.status != Status::error)
            calls[{span.kind, span.name, span.model, textOf(&span.input)}].push_back(row);
    }
    for (const auto& [call, rows] : calls) {
        if (rows.size() < 2)
            continue;
        Finding finding{FindingKind::repeatedCalls, {}, {}};
        std::int64_t ns = 0;
        Decimal cost;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Span& span = evidence.span(rows[i]);
            finding.spans.push_back(span.id);
            if (i == 0)
                continue; // one of them was needed
            ns = saturatedAdd(ns, span.durationNs.value_or(0));
            cost = cost + span.cost.value_or(Decimal());
        }
        finding.message = nameOf(evidence.span(rows.front())) + " was called " +
                          countText(static_cast<std::int64_t>(rows.size())) + " times with the same input";
        finding.costNs = ns;
        if (!cost.isZero())
            finding.saving = cost;
        into.push_back(std::move(finding));
    }
}

} // namespace spanglass::trace
