// SPDX-License-Identifier: GPL-3.0-or-later
// A loop whose prompt grows with every turn: each call pays for all that was said before.
#include "base/text.h"
#include "trace/findings/rule.h"

namespace spanglass::trace {
namespace {

constexpr std::size_t fewestCalls = 4;
constexpr std::int64_t worthSaying = 2000; ///< tokens

void report(const Evidence& evidence, const std::vector<std::uint32_t>& calls, Findings& into)
{
    if (calls.size() < fewestCalls)
        return;
    const std::int64_t first = *evidence.span(calls.front()).tokens.input;
    const std::int64_t last = *evidence.span(calls.back()).tokens.input;
    if (last < worthSaying || last < 2 * first)
        return;
    Finding finding{FindingKind::growingContext, {}, {}};
    for (const auto row : calls)
        finding.spans.push_back(evidence.span(row).id);
    finding.message = "The context of " + nameOf(evidence.span(calls.front())) + " grew from " +
                      countText(first) + " to " + countText(last) + " tokens over " +
                      countText(static_cast<std::int64_t>(calls.size())) + " calls";
    into.push_back(std::move(finding));
}

} // namespace

void findGrowingContext(const Evidence& evidence, Findings& into)
{
    evidence.forEachFamily([&](std::uint32_t, std::span<const std::uint32_t> siblings) {
        std::vector<std::uint32_t> calls; // each with more input than the one before
        for (const auto row : siblings) {
            const Span& span = evidence.span(row);
            if (span.kind != Kind::llm || !span.tokens.input)
                continue;
            const bool grows =
                calls.empty() || (span.name == evidence.span(calls.back()).name &&
                                  *span.tokens.input > *evidence.span(calls.back()).tokens.input);
            if (!grows) {
                report(evidence, calls, into);
                calls.clear();
            }
            calls.push_back(row);
        }
        report(evidence, calls, into);
    });
}

} // namespace spanglass::trace
