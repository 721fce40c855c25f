// SPDX-License-Identifier: GPL-3.0-or-later
/// Where the keys of the graphs lead: from mark to mark in the order of time, and down a ranking (the
/// slowest, then the second slowest). Pure, without Qt; O(n).
#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "trace/span_table.h"

namespace spanglass::views {

enum class SpanGoal
{
    slowest,  ///< by self time: a root lasts longest and explains nothing
    costliest ///< by its own cost
};

/// The marked row after (`direction` > 0) or before `current` in time, going round at the ends; noRow where
/// none is marked. `current` may be noRow.
[[nodiscard]] std::uint32_t nextMarked(const trace::SpanTable& table, std::uint32_t current, int direction,
                                       const std::function<bool(std::uint32_t row)>& marked);

/// The row with the highest amount; when `current` is ranked already, the one after it in the ranking, and
/// after the last the first. Rows that amount to nothing are not ranked; noRow where none is.
[[nodiscard]] std::uint32_t nextRanked(std::span<const std::int64_t> amounts, std::uint32_t current);

} // namespace spanglass::views
