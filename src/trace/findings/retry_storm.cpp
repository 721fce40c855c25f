// SPDX-License-Identifier: GPL-3.0-or-later
// The same call failing again and again under one parent.
#include "base/text.h"
#include "trace/findings/rule.h"

namespace spanglass::trace {
namespace {

constexpr std::size_t storm = 3; ///< failures in a row

void report(const Evidence& evidence, const std::vector<std::uint32_t>& failed, bool succeeded,
            Findings& into)
{
    if (failed.size() < storm)
        return;
    Finding finding{FindingKind::retryStorm, {}, {}};
    std::int64_t ns = 0;
    for (const auto row : failed) {
        finding.spans.push_back(evidence.span(row).id);
        ns = saturatedAdd(ns, evidence.span(row).durationNs.value_or(0));
    }
    const Span& last = evidence.span(failed.back());
    finding.message = nameOf(last) + " failed " + countText(static_cast<std::int64_t>(failed.size())) +
                      " times in a row" + (succeeded ? " before it succeeded" : " and never succeeded");
    if (!last.statusMessage.empty())
        finding.message += ": " + visibleText(last.statusMessage);
    finding.costNs = ns;
    into.push_back(std::move(finding));
}

} // namespace

void findRetryStorms(const Evidence& evidence, Findings& into)
{
    evidence.forEachFamily([&](std::uint32_t, std::span<const std::uint32_t> siblings) {
        std::vector<std::uint32_t> failed; // of one name, in a row
        for (const auto row : siblings) {
            const Span& span = evidence.span(row);
            const bool sameCall = !failed.empty() && evidence.span(failed.back()).name == span.name;
            const bool error = span.status == Status::error;
            if (!sameCall || !error) {
                report(evidence, failed, sameCall, into);
                failed.clear();
            }
            if (error)
                failed.push_back(row);
        }
        report(evidence, failed, false, into);
    });
}

} // namespace spanglass::trace
