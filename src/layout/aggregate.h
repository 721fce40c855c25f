// SPDX-License-Identifier: GPL-3.0-or-later
/// Flame graphs of sums: calls with the same path of names are one node, and a node's width is its weight.
/// Weights add up (self time, tokens, cost, or time where nothing overlaps), so children share their parent
/// in proportion.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "layout/bars.h"
#include "trace/span_table.h"
#include "trace/tree.h"

namespace spanglass::layout {

/// A forest in drawing order, each node after its parent.
struct Aggregate
{
    struct Node
    {
        std::uint32_t parent = 0xffffffffu; ///< a node
        std::uint32_t depth = 0;
        std::uint32_t key = 0;  ///< what its calls have in common: the string id of a name
        std::int64_t self = 0;  ///< weight of the calls themselves
        std::int64_t total = 0; ///< self and everything below
        std::uint32_t calls = 0;
        std::uint32_t errors = 0;
        std::uint32_t example = 0; ///< the row of its heaviest call
    };
    std::vector<Node> nodes;
    std::vector<std::uint32_t> nodeOfRow; ///< noRow for rows that are in no node
};

/// A number for each row: the weight of the call without its children, ≥ 0.
using Weight = std::function<std::int64_t(std::uint32_t row)>;
using Key = std::function<std::uint32_t(std::uint32_t row)>;
/// Whether a row takes part: a selection, a subtree. What is below a row that does not, hangs from the
/// nearest one above that does. Empty: every row.
using Within = std::function<bool(std::uint32_t row)>;

/// Self time: the span's duration without what its children cover (overlapping children count once).
[[nodiscard]] std::vector<std::int64_t> selfTimes(const trace::SpanTable& table, const trace::Tree& tree,
                                                  std::int64_t openEndNs);

/// Merges calls by path; siblings come heaviest first ("left heavy").
[[nodiscard]] Aggregate leftHeavy(const trace::SpanTable& table, const trace::Tree& tree, const Key& key,
                                  const Weight& weight, const Within& within = {});

/// The two halves of a sandwich around every call of `key`: who called it (the callers of a caller below it)
/// and what it calls. Node 0 of each is the key itself with its total. A call within a call of the same key
/// is counted in the outer one.
struct Sandwich
{
    Aggregate callers;
    Aggregate callees;
};
[[nodiscard]] Sandwich sandwich(const trace::SpanTable& table, const trace::Tree& tree, const Key& key,
                                const Weight& weight, std::uint32_t of, const Within& within = {});

/// Bars for the nodes: children side by side from their parent's left edge in the order given. A node
/// narrower than `leastPart` of everything goes, with its children, and leaves its room empty; it has an
/// empty bar. `total` must be at least the sum of the children's.
[[nodiscard]] Bars proportional(std::span<const Aggregate::Node> nodes, double leastPart);

} // namespace spanglass::layout
