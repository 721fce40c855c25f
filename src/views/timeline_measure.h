// SPDX-License-Identifier: GPL-3.0-or-later
/// The timeline's measures, in pixels: shared by what places and what paints.
#pragma once

#include <cstdint>

#include "views/theme.h"

namespace spanglass::views::timeline {

inline constexpr int rowHeight = measure::rowHeight;
inline constexpr int rulerHeight = 24;
inline constexpr int nameMargin = 8;
inline constexpr int indent = 14;
/// Deeper levels stand where this one does: a chain of thousands would push its names out of sight.
inline constexpr std::uint32_t deepestIndent = 24;
inline constexpr int dividerReach = 4;
/// Beside the last bar, for its duration.
inline constexpr int durationRoom = 72;
inline constexpr double leastBarWidth = 2;
inline constexpr double tickSpacing = 90;

} // namespace spanglass::views::timeline
