// SPDX-License-Identifier: GPL-3.0-or-later
/// What a flame graph is drawn from: bars in lanes along one axis. Time order, aggregation and comparison
/// all end here, so that one index, one painter and one hit-test serve them.
#pragma once

#include <cstdint>
#include <vector>

namespace spanglass::layout {

/// One entry per bar; `begin <= end`, in units of the axis (nanoseconds, or a weight). Bars of one lane do
/// not overlap.
struct Bars
{
    std::vector<std::int64_t> begin;
    std::vector<std::int64_t> end;
    std::vector<std::uint32_t> lane;
    std::uint32_t lanes = 0;
    std::int64_t first = 0; ///< the least begin
    std::int64_t last = 0;  ///< the greatest end

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(begin.size()); }
};

} // namespace spanglass::layout
