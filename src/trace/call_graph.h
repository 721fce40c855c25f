// SPDX-License-Identifier: GPL-3.0-or-later
/// Who calls whom in a run: spans of one kind and name become one node, calls between them one edge with its
/// sums.
///
/// Plain spans (Kind::span, Kind::chain) are plumbing: they are no nodes where anything else is there, and a
/// call through them counts as a call of the nearest node above. In a table of plain spans only, all of them
/// are nodes. Pure; any thread; O(n log n).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "trace/span_table.h"

namespace spanglass::trace {

struct CallNode
{
    std::string name;
    Kind kind = Kind::span;
    std::int64_t calls = 0;
    std::int64_t errors = 0;
    std::int64_t durationNs = 0; ///< of all its calls, with what is below them
    std::vector<std::uint32_t> rows;
};

/// Indices into CallGraph::nodes. A node that calls itself has an edge to itself.
struct CallEdge
{
    std::size_t from = 0;
    std::size_t to = 0;
    std::int64_t calls = 0;
    std::int64_t errors = 0;
    std::int64_t durationNs = 0;
};

struct CallGraph
{
    std::vector<CallNode> nodes; ///< in order of their first start
    std::vector<CallEdge> edges; ///< by from, then to
};

[[nodiscard]] CallGraph callGraph(const SpanTable& table);

} // namespace spanglass::trace
