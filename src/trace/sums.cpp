// SPDX-License-Identifier: GPL-3.0-or-later
// Marks the ancestors of every span that reports a figure, then sums those without a mark.
#include "trace/sums.h"

namespace spanglass::trace {
namespace {

void add(std::optional<std::int64_t>& sum, const std::optional<std::int64_t>& part)
{
    if (part)
        sum = sum.value_or(0) + *part;
}

bool reportsTokens(const Tokens& tokens)
{
    return tokens.input || tokens.output || tokens.total;
}

} // namespace

void Sums::add(const Span& span)
{
    Tokens tokens = span.tokens;
    // Who names no total means input and output together.
    if (!tokens.total && (tokens.input || tokens.output))
        tokens.total = tokens.input.value_or(0) + tokens.output.value_or(0);
    m_entries.push_back({span.id, span.parent, tokens, span.cost});
    m_errors += span.status == Status::error ? 1 : 0;
}

Totals Sums::result() const
{
    std::unordered_map<SpanId, std::size_t> rows;
    for (std::size_t row = 0; row < m_entries.size(); ++row)
        rows.emplace(m_entries[row].id, row);

    // Each walk upwards ends at an ancestor that is marked already, so that all walks together are linear.
    std::vector<bool> tokensBelow(m_entries.size());
    std::vector<bool> costBelow(m_entries.size());
    const auto markAncestors = [&](const Entry& from, std::vector<bool>& marks) {
        for (auto above = rows.find(from.parent); above != rows.end() && !marks[above->second];
             above = rows.find(m_entries[above->second].parent)) {
            if (above->first == from.id)
                return; // its own ancestor: the cycle is cut here
            marks[above->second] = true;
        }
    };
    for (const auto& entry : m_entries) {
        if (reportsTokens(entry.tokens))
            markAncestors(entry, tokensBelow);
        if (entry.cost)
            markAncestors(entry, costBelow);
    }

    Totals totals;
    totals.spans = static_cast<std::int64_t>(m_entries.size());
    totals.errors = m_errors;
    for (std::size_t row = 0; row < m_entries.size(); ++row) {
        const Entry& entry = m_entries[row];
        if (!tokensBelow[row]) {
            trace::add(totals.tokens.input, entry.tokens.input);
            trace::add(totals.tokens.cached, entry.tokens.cached);
            trace::add(totals.tokens.output, entry.tokens.output);
            trace::add(totals.tokens.reasoning, entry.tokens.reasoning);
            trace::add(totals.tokens.total, entry.tokens.total);
        }
        if (!costBelow[row] && entry.cost)
            totals.cost = totals.cost.value_or(Decimal()) + *entry.cost;
    }
    return totals;
}

} // namespace spanglass::trace
