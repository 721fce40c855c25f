// SPDX-License-Identifier: GPL-3.0-or-later
/// What every rule works on, and the list of rules.
#pragma once

#include "base/saturated.h"
#include "trace/findings.h"
#include "trace/span_table.h"
#include "trace/tree.h"

namespace spanglass::trace {

/// A trace made ready for the rules: rows are spans in start order.
struct Evidence
{
    explicit Evidence(const std::vector<Span>& unordered);

    std::vector<const Span*> spans; ///< by row
    SpanTable table;
    Tree tree;

    [[nodiscard]] const Span& span(std::uint32_t row) const { return *spans[row]; }
    [[nodiscard]] std::int64_t endNs(std::uint32_t row) const
    {
        return saturatedAdd(span(row).startUnixNs, span(row).durationNs.value_or(0));
    }
    /// Roots first, then the children of each row: the groups in which spans are siblings.
    template<class Visit> void forEachFamily(Visit visit) const
    {
        visit(noRow, tree.roots());
        for (std::uint32_t row = 0; row < tree.size(); ++row)
            if (!tree.children(row).empty())
                visit(row, tree.children(row));
    }
};

void findDominantSpan(const Evidence& evidence, Findings& into);
void findCostShare(const Evidence& evidence, Findings& into);
void findRetryStorms(const Evidence& evidence, Findings& into);
void findSwallowedErrors(const Evidence& evidence, Findings& into);
void findTruncatedOutput(const Evidence& evidence, Findings& into);
void findRepeatedCalls(const Evidence& evidence, Findings& into);
void findSerialCalls(const Evidence& evidence, Findings& into);
void findGrowingContext(const Evidence& evidence, Findings& into);
void findMissedCache(const Evidence& evidence, Findings& into);

/// "37 %".
[[nodiscard]] std::string percentText(double share);
/// "chat gpt-5", safe to print.
[[nodiscard]] std::string nameOf(const Span& span);
/// Work that is done for somebody, as opposed to what holds work together.
[[nodiscard]] bool isCall(const Span& span);

} // namespace spanglass::trace
