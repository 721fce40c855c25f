// SPDX-License-Identifier: GPL-3.0-or-later
// A span failed, nothing above it says so, and no later call of the same name made good for it.
#include "base/text.h"
#include "trace/findings/rule.h"

namespace spanglass::trace {
namespace {

bool madeGood(const Evidence& evidence, std::uint32_t failed)
{
    const auto parent = evidence.table.parent[failed];
    for (const auto sibling : evidence.tree.children(parent)) {
        const bool later = evidence.span(sibling).startUnixNs > evidence.span(failed).startUnixNs;
        const bool same = evidence.span(sibling).name == evidence.span(failed).name;
        if (later && same && evidence.span(sibling).status != Status::error)
            return true;
    }
    return false;
}

} // namespace

void findSwallowedErrors(const Evidence& evidence, Findings& into)
{
    for (std::uint32_t row = 0; row < evidence.spans.size(); ++row) {
        const Span& span = evidence.span(row);
        const auto parent = evidence.table.parent[row];
        if (span.status != Status::error || parent == noRow)
            continue;
        const Span& above = evidence.span(parent);
        const bool told = above.status == Status::error || above.state != State::ended;
        if (told || madeGood(evidence, row))
            continue;
        std::string why =
            span.statusMessage.empty() ? std::string() : " (" + visibleText(span.statusMessage) + ")";
        into.push_back({FindingKind::swallowedError,
                        nameOf(span) + " failed" + why + ", but " + nameOf(above) + " ended as if it had not",
                        {span.id, above.id}});
    }
}

} // namespace spanglass::trace
