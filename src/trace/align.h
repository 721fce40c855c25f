// SPDX-License-Identifier: GPL-3.0-or-later
/// Two runs laid over each other by structure: which span of one is which span of the other.
///
///     for (const AlignedRow& row : align(before, after))
///         …   // row.a and row.b are rows of the tables; one of them may be noRow
///
/// Children of matched parents are matched by name and kind: in order first (the longest common subsequence),
/// then those left over wherever they stand, because parallel children finish in any order; last, a span that
/// has another name but the same kind and the same named descendants counts as renamed. Deterministic;
/// iterative, so depth is no limit; beyond a million pairs of unlike siblings the in-order step is left out,
/// so that breadth is none either.
#pragma once

#include <cstdint>
#include <vector>

#include "trace/span_table.h"

namespace spanglass::trace {

struct AlignedRow
{
    std::uint32_t a = noRow; ///< noRow: only in b, added
    std::uint32_t b = noRow; ///< noRow: only in a, removed
    std::uint32_t depth = 0;
    bool moved = false;   ///< stands elsewhere among its siblings
    bool renamed = false; ///< matched by kind and descendants

    [[nodiscard]] bool added() const { return a == noRow; }
    [[nodiscard]] bool removed() const { return b == noRow; }
    friend bool operator==(const AlignedRow&, const AlignedRow&) = default;
};

/// Every row of both tables exactly once, parents before children, in the order of `b` with what only `a` has
/// where it stood.
[[nodiscard]] std::vector<AlignedRow> align(const SpanTable& a, const SpanTable& b);

} // namespace spanglass::trace
