// SPDX-License-Identifier: GPL-3.0-or-later
/// The store as a log of changes: what delivery reads instead of keeping a second copy of every span.
///
/// Every commit of the keeper takes the next number of `totals.change_counter` and writes it into the column
/// `changed` of each span row and each trace row it touches (a new row, an end, a late attribute). An index
/// on (changed, id) makes "everything since" one range scan in commit order; being appended to at its end, it
/// costs the keeper little. A row that changes again moves to the end of the log, so a reader that keeps a
/// position (changed, id) sees the last content of every row at least once, whatever dies when.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>

namespace spanglass::store {

/// A place in the log. Positions order as the log does; {} is its beginning.
struct ChangePosition
{
    std::int64_t changed = 0;
    std::int64_t row = 0; ///< the row id of the span
    friend auto operator<=>(const ChangePosition&, const ChangePosition&) = default;
};
inline constexpr ChangePosition endOfLog{std::numeric_limits<std::int64_t>::max(), 0};

} // namespace spanglass::store
