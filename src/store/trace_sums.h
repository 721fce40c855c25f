// SPDX-License-Identifier: GPL-3.0-or-later
/// The tokens and the cost of a trace while its spans come: the rule of trace/sums.h, that a span counts only
/// if no span below it reports the same kind of figure, without looking at all spans again for each new one.
///
///     TraceSums sums;
///     sums.add(child, parent, tokens, cost);      // parents may come after their children
///     sums.tokens().input
///
/// A span that reports marks the spans above it up to the first that is marked already, so that all marks
/// together cost as much as there are spans. What takes a figure away is rare, and counts anew.
#pragma once

#include <cstdint>
#include <vector>

#include "trace/span.h"

namespace spanglass::store {

class TraceSums
{
public:
    /// Every span has to be added, also those without figures: they tell who stands above whom. The same
    /// span may be added again: a variant of it, or what it reports now.
    void add(SpanId id, SpanId parent, const trace::Tokens& tokens, const std::optional<Decimal>& cost);
    /// Takes back what was added. The span keeps its place.
    void remove(SpanId id, const trace::Tokens& tokens, const std::optional<Decimal>& cost);

    [[nodiscard]] const trace::Tokens& tokens();
    [[nodiscard]] const std::optional<Decimal>& cost();
    [[nodiscard]] std::size_t spans() const { return m_nodes.size(); }
    /// It was added once; also when it was taken back since.
    [[nodiscard]] bool knows(SpanId id) const;

private:
    struct Node
    {
        SpanId id;
        SpanId parent;
        bool placed = false;      ///< its parent is known
        bool tokensBelow = false; ///< a span below it reports tokens
        bool costBelow = false;
        std::uint32_t report = 0; ///< 1 + its place in m_reports; 0: it reports nothing
    };
    struct Report
    {
        SpanId id;
        int tokenCount = 0; ///< variants of the span that report tokens
        int costCount = 0;
        trace::Tokens tokens;
        Decimal cost;
    };

    [[nodiscard]] std::size_t slotOf(SpanId id) const;
    /// Made where there is none. Making one moves the others.
    Node& nodeOf(SpanId id);
    void widen();
    Report& reportOf(Node& node);
    void mark(SpanId origin, SpanId from, bool Node::*below);
    void countAnew();

    std::vector<Node> m_nodes;
    std::vector<std::uint32_t> m_slots; ///< by hash: 1 + a place in m_nodes, 0: free; at most half are taken
    std::vector<Report> m_reports;
    trace::Tokens m_tokens;
    std::optional<Decimal> m_cost;
    bool m_stale = false;
};

} // namespace spanglass::store
