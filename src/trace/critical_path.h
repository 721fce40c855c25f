// SPDX-License-Identifier: GPL-3.0-or-later
/// What a trace's duration was spent on: the chain of spans that nothing else overlapped into irrelevance.
///
///     for (const PathSegment& segment : criticalPath(table, tree, root))
///         …   // in time order, without gaps from the root's start to its end
///
/// Walked backwards from the root's end: at each moment the span on the path is the one whose end the parent
/// had to wait for. A child that ends after its parent counts until the parent's end; a sibling that was
/// still running when a child on the path began ran in parallel and is not on it. Shortening what is on the
/// path shortens the trace; shortening anything else does not. Pure and iterative; O(n log n).
#pragma once

#include <cstdint>
#include <vector>

#include "trace/span_table.h"
#include "trace/tree.h"

namespace spanglass::trace {

/// A stretch of the path that `row` spent itself, waiting for no child.
struct PathSegment
{
    std::uint32_t row = noRow;
    std::int64_t startUnixNs = 0;
    std::int64_t endUnixNs = 0;
    friend bool operator==(const PathSegment&, const PathSegment&) = default;
};

/// Spans without an end count as ending at `nowUnixNs`.
[[nodiscard]] std::vector<PathSegment> criticalPath(const SpanTable& table, const Tree& tree,
                                                    std::uint32_t root, std::int64_t nowUnixNs = 0);

/// The path of the longest root.
[[nodiscard]] std::vector<PathSegment> criticalPath(const SpanTable& table, std::int64_t nowUnixNs = 0);

} // namespace spanglass::trace
