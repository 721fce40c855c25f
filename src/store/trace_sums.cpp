// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/trace_sums.h"

namespace spanglass::store {
namespace {

bool reports(const trace::Tokens& tokens)
{
    return tokens.input || tokens.output || tokens.total;
}

void addTo(std::optional<std::int64_t>& sum, const std::optional<std::int64_t>& part, int sign)
{
    if (part)
        sum = sum.value_or(0) + sign * *part;
}

void addTo(trace::Tokens& sum, const trace::Tokens& part, int sign)
{
    addTo(sum.input, part.input, sign);
    addTo(sum.cached, part.cached, sign);
    addTo(sum.output, part.output, sign);
    addTo(sum.reasoning, part.reasoning, sign);
    addTo(sum.total, part.total, sign);
}

/// Who names no total means input and output together.
trace::Tokens withTotal(trace::Tokens tokens)
{
    if (!tokens.total && (tokens.input || tokens.output))
        tokens.total = tokens.input.value_or(0) + tokens.output.value_or(0);
    return tokens;
}

} // namespace

void TraceSums::add(SpanId id, SpanId parent, const trace::Tokens& tokens, const std::optional<Decimal>& cost)
{
    Node& node = m_nodes[id];
    if (!node.placed) {
        node.placed = true;
        node.parent = parent == id ? SpanId() : parent;
        // What its children said before it came is below its parents too.
        const Node known = node;
        if (known.tokensBelow)
            mark(id, known.parent, &Node::tokensBelow);
        if (known.costBelow)
            mark(id, known.parent, &Node::costBelow);
    }
    if (!reports(tokens) && !cost)
        return;
    // mark() may have made nodes: the reference is looked up again.
    Report& report = reportOf(m_nodes[id], id);
    if (reports(tokens)) {
        ++report.tokenCount;
        addTo(report.tokens, withTotal(tokens), 1);
        if (!m_nodes[id].tokensBelow)
            addTo(m_tokens, withTotal(tokens), 1);
        mark(id, m_nodes[id].parent, &Node::tokensBelow);
    }
    if (cost) {
        ++report.costCount;
        report.cost = report.cost + *cost;
        if (!m_nodes[id].costBelow)
            m_cost = m_cost.value_or(Decimal()) + *cost;
        mark(id, m_nodes[id].parent, &Node::costBelow);
    }
}

void TraceSums::remove(SpanId id, const trace::Tokens& tokens, const std::optional<Decimal>& cost)
{
    const auto known = m_nodes.find(id);
    if (known == m_nodes.end() || known->second.report == 0 || (!reports(tokens) && !cost))
        return;
    Report& report = m_reports[known->second.report - 1];
    if (reports(tokens) && --report.tokenCount <= 0)
        report.tokens = {};
    else if (reports(tokens))
        addTo(report.tokens, withTotal(tokens), -1);
    if (cost) {
        --report.costCount;
        report.cost = report.cost - *cost;
    }
    m_stale = true;
}

TraceSums::Report& TraceSums::reportOf(Node& node, SpanId id)
{
    if (node.report == 0) {
        m_reports.push_back({id, 0, 0, {}, {}});
        node.report = static_cast<std::uint32_t>(m_reports.size());
    }
    return m_reports[node.report - 1];
}

/// Each step marks a span that was not marked, so that a cycle of parents ends it too. In a cycle `origin` is
/// not below itself.
void TraceSums::mark(SpanId origin, SpanId from, bool Node::*below)
{
    for (SpanId at = from; at.valid() && at != origin;) {
        Node& node = m_nodes[at];
        if (node.*below)
            return;
        node.*below = true;
        if (node.report != 0) {
            const Report& report = m_reports[node.report - 1];
            m_stale = m_stale || (below == &Node::tokensBelow ? report.tokenCount : report.costCount) > 0;
        }
        at = node.parent;
    }
}

void TraceSums::countAnew()
{
    m_stale = false;
    for (auto& [id, node] : m_nodes)
        node.tokensBelow = node.costBelow = false;
    for (const Report& report : m_reports) {
        const SpanId parent = m_nodes[report.id].parent;
        if (report.tokenCount > 0)
            mark(report.id, parent, &Node::tokensBelow);
        if (report.costCount > 0)
            mark(report.id, parent, &Node::costBelow);
    }
    m_stale = false; // the marks were made anew
    m_tokens = {};
    m_cost.reset();
    for (const Report& report : m_reports) {
        const Node& node = m_nodes[report.id];
        if (report.tokenCount > 0 && !node.tokensBelow)
            addTo(m_tokens, report.tokens, 1);
        if (report.costCount > 0 && !node.costBelow)
            m_cost = m_cost.value_or(Decimal()) + report.cost;
    }
}

const trace::Tokens& TraceSums::tokens()
{
    if (m_stale)
        countAnew();
    return m_tokens;
}

const std::optional<Decimal>& TraceSums::cost()
{
    if (m_stale)
        countAnew();
    return m_cost;
}

} // namespace spanglass::store
