// SPDX-License-Identifier: GPL-3.0-or-later
/// Between the units of a graph (nanoseconds, weights) and pixels: zooming and panning as pure functions.
///
/// Positions are 64-bit integers, so the arithmetic goes over the distance from the left edge, which a double
/// holds exactly up to 104 days of nanoseconds.
#pragma once

#include <cstdint>

namespace spanglass::layout {

struct Axis
{
    std::int64_t left = 0;    ///< the unit at pixel 0
    double fraction = 0;      ///< added to `left`, in [0, 1): slow drags below a unit per pixel do not stick
    double unitsPerPixel = 1; ///< > 0
    double widthPx = 1;       ///< ≥ 1

    [[nodiscard]] double toX(std::int64_t unit) const;
    [[nodiscard]] std::int64_t toUnit(double x) const;
    [[nodiscard]] double visibleUnits() const { return unitsPerPixel * widthPx; }
    friend bool operator==(const Axis&, const Axis&) = default;
};

/// The extent of what there is to see: `first <= last`.
struct Extent
{
    std::int64_t first = 0;
    std::int64_t last = 0;
};

/// Shows exactly the extent; an empty one is shown one unit wide.
[[nodiscard]] Axis fitted(Extent extent, double widthPx);
/// Zooms by `factor` (2: twice as large) so that the unit under `x` stays there, as far as the extent allows.
[[nodiscard]] Axis zoomed(const Axis& axis, Extent extent, double x, double factor);
/// Moves what is seen by `dx` pixels to the right, as far as the extent allows.
[[nodiscard]] Axis panned(const Axis& axis, Extent extent, double dx);
/// The same left edge and units in another width; never shows more than the extent.
[[nodiscard]] Axis resized(const Axis& axis, Extent extent, double widthPx);
/// Between two axes of one width, `t` in [0, 1]: both edges move steadily.
[[nodiscard]] Axis between(const Axis& from, const Axis& to, double t);

} // namespace spanglass::layout
