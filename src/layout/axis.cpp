// SPDX-License-Identifier: GPL-3.0-or-later
/// Distances are taken as unsigned differences: extents may reach from one end of 64 bits to the other.
#include "layout/axis.h"

#include <algorithm>
#include <cmath>

namespace spanglass::layout {
namespace {

/// One pixel never shows less than a hundredth of a unit: beyond that there is nothing to see.
constexpr double leastUnitsPerPixel = 0.01;

double distance(std::int64_t from, std::int64_t to)
{
    return to >= from
               ? static_cast<double>(static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from))
               : -static_cast<double>(static_cast<std::uint64_t>(from) - static_cast<std::uint64_t>(to));
}

std::int64_t advanced(std::int64_t from, double units)
{
    const double sum = static_cast<double>(from) + units;
    if (sum >= 9.2e18)
        return INT64_MAX;
    if (sum <= -9.2e18)
        return INT64_MIN;
    return from + static_cast<std::int64_t>(units);
}

/// The axis whose left edge is `offset` units right of the extent's first one, pushed inside the extent.
Axis placed(Extent extent, double offset, double unitsPerPixel, double widthPx)
{
    const double all = std::max(distance(extent.first, extent.last), 1.0);
    Axis axis;
    axis.widthPx = std::max(widthPx, 1.0);
    axis.unitsPerPixel = std::min(std::max(unitsPerPixel, leastUnitsPerPixel), all / axis.widthPx);
    offset = std::clamp(offset, 0.0, std::max(all - axis.visibleUnits(), 0.0));
    const double whole = std::floor(offset);
    axis.left = advanced(extent.first, whole);
    axis.fraction = offset - whole;
    return axis;
}

double offsetOf(const Axis& axis, Extent extent)
{
    return distance(extent.first, axis.left) + axis.fraction;
}

} // namespace

double Axis::toX(std::int64_t unit) const
{
    return (distance(left, unit) - fraction) / unitsPerPixel;
}

std::int64_t Axis::toUnit(double x) const
{
    return advanced(left, std::floor(x * unitsPerPixel + fraction));
}

Axis fitted(Extent extent, double widthPx)
{
    const double width = std::max(widthPx, 1.0);
    return placed(extent, 0, std::max(distance(extent.first, extent.last), 1.0) / width, width);
}

Axis zoomed(const Axis& axis, Extent extent, double x, double factor)
{
    const double all = std::max(distance(extent.first, extent.last), 1.0);
    const double units = std::clamp(axis.unitsPerPixel / factor,
                                    std::min(leastUnitsPerPixel, all / axis.widthPx), all / axis.widthPx);
    return placed(extent, offsetOf(axis, extent) + x * (axis.unitsPerPixel - units), units, axis.widthPx);
}

Axis panned(const Axis& axis, Extent extent, double dx)
{
    return placed(extent, offsetOf(axis, extent) - dx * axis.unitsPerPixel, axis.unitsPerPixel, axis.widthPx);
}

Axis resized(const Axis& axis, Extent extent, double widthPx)
{
    return placed(extent, offsetOf(axis, extent), axis.unitsPerPixel * axis.widthPx / std::max(widthPx, 1.0),
                  widthPx);
}

Axis between(const Axis& from, const Axis& to, double t)
{
    const double leftMove = distance(from.left, to.left) + to.fraction - from.fraction;
    const double rightMove = leftMove + to.visibleUnits() - from.visibleUnits();
    const double visible = from.visibleUnits() + (rightMove - leftMove) * t;
    const double offset = from.fraction + leftMove * t;
    Axis axis = from;
    axis.left = advanced(from.left, std::floor(offset));
    axis.fraction = offset - std::floor(offset);
    axis.unitsPerPixel = visible / from.widthPx;
    return t >= 1 ? to : axis;
}

} // namespace spanglass::layout
