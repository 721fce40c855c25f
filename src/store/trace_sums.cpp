// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/trace_sums.h"

#include <algorithm>

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

// --- Nodes by id

/// Where the id is, or where it would go. There are slots.
std::size_t TraceSums::slotOf(SpanId id) const
{
    const std::size_t mask = m_slots.size() - 1;
    const std::uint64_t mixed = id.value * 0x9E3779B97F4A7C15u;
    std::size_t slot = static_cast<std::size_t>(mixed ^ mixed >> 32) & mask;
    while (m_slots[slot] != 0 && m_nodes[m_slots[slot] - 1].id != id)
        slot = (slot + 1) & mask;
    return slot;
}

void TraceSums::widen()
{
    constexpr std::size_t fewest = 16;
    m_slots.assign(std::max(fewest, m_slots.size() * 2), 0);
    for (std::size_t at = 0; at < m_nodes.size(); ++at)
        m_slots[slotOf(m_nodes[at].id)] = static_cast<std::uint32_t>(at + 1);
}

TraceSums::Node& TraceSums::nodeOf(SpanId id)
{
    if (m_nodes.size() * 2 >= m_slots.size())
        widen();
    std::uint32_t& place = m_slots[slotOf(id)];
    if (place == 0) {
        m_nodes.push_back({id, {}});
        place = static_cast<std::uint32_t>(m_nodes.size());
    }
    return m_nodes[place - 1];
}

bool TraceSums::knows(SpanId id) const
{
    const std::uint32_t place = m_slots.empty() ? 0 : m_slots[slotOf(id)];
    return place != 0 && m_nodes[place - 1].placed;
}

// --- Sums

void TraceSums::add(SpanId id, SpanId parent, const trace::Tokens& tokens, const std::optional<Decimal>& cost)
{
    Node node = nodeOf(id);
    if (!node.placed) {
        node.placed = true;
        node.parent = parent == id ? SpanId() : parent;
        nodeOf(id) = node;
        // What its children said before it came is below its parents too.
        if (node.tokensBelow)
            mark(id, node.parent, &Node::tokensBelow);
        if (node.costBelow)
            mark(id, node.parent, &Node::costBelow);
    }
    if (!reports(tokens) && !cost)
        return;
    Report& report = reportOf(nodeOf(id));
    if (reports(tokens)) {
        ++report.tokenCount;
        addTo(report.tokens, withTotal(tokens), 1);
        if (!node.tokensBelow)
            addTo(m_tokens, withTotal(tokens), 1);
        mark(id, node.parent, &Node::tokensBelow);
    }
    if (cost) {
        ++report.costCount;
        report.cost = report.cost + *cost;
        if (!node.costBelow)
            m_cost = m_cost.value_or(Decimal()) + *cost;
        mark(id, node.parent, &Node::costBelow);
    }
}

void TraceSums::remove(SpanId id, const trace::Tokens& tokens, const std::optional<Decimal>& cost)
{
    const std::uint32_t place = m_slots.empty() ? 0 : m_slots[slotOf(id)];
    if (place == 0 || m_nodes[place - 1].report == 0 || (!reports(tokens) && !cost))
        return;
    Report& report = m_reports[m_nodes[place - 1].report - 1];
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

TraceSums::Report& TraceSums::reportOf(Node& node)
{
    if (node.report == 0) {
        m_reports.push_back({node.id, 0, 0, {}, {}});
        node.report = static_cast<std::uint32_t>(m_reports.size());
    }
    return m_reports[node.report - 1];
}

/// Each step marks a span that was not marked, so that a cycle of parents ends it too. In a cycle `origin` is
/// not below itself.
void TraceSums::mark(SpanId origin, SpanId from, bool Node::*below)
{
    for (SpanId at = from; at.valid() && at != origin;) {
        Node& node = nodeOf(at);
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
    for (Node& node : m_nodes)
        node.tokensBelow = node.costBelow = false;
    for (const Report& report : m_reports) {
        const SpanId parent = nodeOf(report.id).parent;
        if (report.tokenCount > 0)
            mark(report.id, parent, &Node::tokensBelow);
        if (report.costCount > 0)
            mark(report.id, parent, &Node::costBelow);
    }
    m_stale = false; // the marks were made anew
    m_tokens = {};
    m_cost.reset();
    for (const Report& report : m_reports) {
        const Node& node = nodeOf(report.id);
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
