// SPDX-License-Identifier: GPL-3.0-or-later
// Calls that waited for each other without need: neighbours under one parent, one after the other, none of
// which took what another gave.
#include <algorithm>

#include "base/text.h"
#include "trace/facts.h"
#include "trace/findings/rule.h"

namespace spanglass::trace {
namespace {

constexpr std::int64_t worthSayingNs = 50'000'000;
constexpr std::size_t longestCompared = 64 << 10;

/// Whether `later` was given what `earlier` found: the beginning of its output, behind brackets and quotes.
bool takesFrom(const Span& later, const Span& earlier)
{
    constexpr std::size_t telling = 48;
    const std::string found = textOf(&earlier.output);
    const auto first = found.find_first_not_of("[{\" \n");
    if (first == std::string::npos)
        return false;
    const std::string given = textOf(&later.input).substr(0, longestCompared);
    return given.find(found.substr(first, telling)) != std::string::npos;
}

/// Searches, embeddings and tools; not model calls, whose order is mostly their meaning.
bool couldRunBeside(const Span& span)
{
    return isCall(span) && span.kind != Kind::llm && span.kind != Kind::reranker &&
           span.state == State::ended && span.status != Status::error && !isEmpty(span.input);
}

class Run
{
public:
    explicit Run(const Evidence& evidence) : m_evidence(evidence) {}

    void add(std::uint32_t row, Findings& into)
    {
        const Span& span = m_evidence.span(row);
        const bool fits =
            couldRunBeside(span) && (m_rows.empty() || m_evidence.span(m_rows.back()).kind == span.kind) &&
            (m_rows.empty() || span.startUnixNs >= m_evidence.endNs(m_rows.back())) &&
            std::none_of(m_rows.begin(), m_rows.end(),
                         [&](std::uint32_t earlier) { return takesFrom(span, m_evidence.span(earlier)); });
        if (!fits)
            end(into);
        if (couldRunBeside(span))
            m_rows.push_back(row);
    }

    void end(Findings& into)
    {
        std::int64_t sum = 0;
        std::int64_t longest = 0;
        for (const auto row : m_rows) {
            const std::int64_t ns = m_evidence.span(row).durationNs.value_or(0);
            sum = saturatedAdd(sum, ns);
            longest = std::max(longest, ns);
        }
        if (m_rows.size() >= 2 && sum - longest >= worthSayingNs) {
            Finding finding{FindingKind::serialCalls, {}, {}, sum - longest};
            for (const auto row : m_rows)
                finding.spans.push_back(m_evidence.span(row).id);
            finding.message = countText(static_cast<std::int64_t>(m_rows.size())) + " calls from " +
                              nameOf(m_evidence.span(m_rows.front())) + " on ran one after the other for " +
                              durationText(sum) + "; side by side they would take " + durationText(longest);
            into.push_back(std::move(finding));
        }
        m_rows.clear();
    }

private:
    const Evidence& m_evidence;
    std::vector<std::uint32_t> m_rows;
};

} // namespace

void findSerialCalls(const Evidence& evidence, Findings& into)
{
    evidence.forEachFamily([&](std::uint32_t, std::span<const std::uint32_t> siblings) {
        Run run(evidence);
        for (const auto row : siblings)
            run.add(row, into);
        run.end(into);
    });
}

} // namespace spanglass::trace
