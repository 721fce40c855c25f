// SPDX-License-Identifier: GPL-3.0-or-later
/// Clocks of several processes disagree: a callee's span can lie outside its caller's. For display, and only
/// for display, such spans are shifted by an estimated offset; stored times stay as they are.
///
///     const std::vector<std::int64_t> shiftNs = clockOffsets(table, tree);
///     const std::int64_t shownStart = table.startUnixNs[row] + shiftNs[row];
///
/// The estimate: where a span of one service is the child of a span of another and does not fit inside it, it
/// is centred in it, as if the way there and the way back took equally long; a child longer than its parent
/// begins with it. Everything below it in the same service shares the offset. A child that merely outlasts
/// its parent (work that goes on after the answer) is shifted only when it also begins before it: an early
/// start is what a clock does and a program cannot. Spans without a service, and unfinished ones, are never
/// the evidence. Pure; O(n).
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "trace/span_table.h"
#include "trace/tree.h"

namespace spanglass::trace {

/// One offset per row, in ns, to be added for display; 0 where nothing is shifted.
[[nodiscard]] std::vector<std::int64_t> clockOffsets(const SpanTable& table, const Tree& tree);

/// In `SpanTable::flags` beside SpanFlag, of tables for display only: the row's start is not the stored one.
inline constexpr std::uint8_t flagClockShifted = 32;

/// The table to be shown: the same one where all clocks agree, else a copy whose starts are shifted and whose
/// shifted rows are flagged. `details` gives the stored times in both.
[[nodiscard]] std::shared_ptr<const SpanTable> withClocksAligned(std::shared_ptr<const SpanTable> table);

} // namespace spanglass::trace
