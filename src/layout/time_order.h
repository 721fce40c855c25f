// SPDX-License-Identifier: GPL-3.0-or-later
/// The flame graph in time order: a bar per span, children below their parent, and siblings that overlap in
/// time (parallel tools) in lanes of their own.
#pragma once

#include "layout/bars.h"
#include "trace/span_table.h"
#include "trace/tree.h"

namespace spanglass::layout {

/// Bar numbers are the table's rows. A subtree takes as many lanes as it is high, from its first span's
/// start to its last one's end; the next sibling goes to the first lanes that are free when it starts. Roots
/// are packed the same way, the roots of each track in a block of their own, in the order the tracks first
/// appear. An unfinished span keeps its lanes for good and is drawn to `openEndNs`; a negative duration is
/// drawn as none. O(n log n); depth and width are no limit.
[[nodiscard]] Bars timeOrder(const trace::SpanTable& table, const trace::Tree& tree, std::int64_t openEndNs);

/// Where unfinished spans are drawn to when nobody knows better: the end of the last that is known to have
/// happened.
[[nodiscard]] std::int64_t lastKnownNs(const trace::SpanTable& table);

} // namespace spanglass::layout
