// SPDX-License-Identifier: GPL-3.0-or-later
/// Where the ruler above a graph has its marks, and what is written there.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layout/axis.h"

namespace spanglass::layout {

struct Tick
{
    double x = 0;            ///< pixels
    std::int64_t offset = 0; ///< units from `origin`
    std::string label;       ///< "1.5 s": as many digits as tell neighbours apart
};

/// Marks at round distances from `origin`, at least `minSpacingPx` apart: 1, 2 or 5 times a power of ten, and
/// 10, 15, 30 seconds or minutes, whole hours and days above.
[[nodiscard]] std::vector<Tick> timeTicks(const Axis& axis, std::int64_t originNs, double minSpacingPx);

/// The same for what is counted: 1, 2 or 5 times a power of ten, at least 1. Without labels.
[[nodiscard]] std::vector<Tick> countTicks(const Axis& axis, std::int64_t origin, double minSpacingPx);

} // namespace spanglass::layout
