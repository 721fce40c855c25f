// SPDX-License-Identifier: GPL-3.0-or-later
/// Steps people count in, and labels in the unit of the step.
#include "layout/ruler.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace spanglass::layout {
namespace {

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

std::int64_t stepFor(double leastNs)
{
    for (std::int64_t power = 1; power <= second; power *= 10) {
        for (const std::int64_t factor : {1, 2, 5}) {
            if (factor * power <= 10 * second && static_cast<double>(factor * power) >= leastNs)
                return factor * power;
        }
    }
    constexpr std::array<std::int64_t, 14> above{
        10 * second, 15 * second, 30 * second, minute,   2 * minute, 5 * minute, 10 * minute,
        15 * minute, 30 * minute, hour,        2 * hour, 6 * hour,   12 * hour,  day};
    for (const std::int64_t step : above) {
        if (static_cast<double>(step) >= leastNs)
            return step;
    }
    std::int64_t step = day;
    while (static_cast<double>(step) < leastNs && step < INT64_MAX / 10)
        step *= static_cast<double>(2 * step) >= leastNs ? 2 : 10;
    return step;
}

/// `ns` in `unit`, with the digits that a step of `step` needs.
std::string inUnit(std::int64_t ns, std::int64_t unit, std::int64_t step, const char* name)
{
    int digits = 0;
    for (std::int64_t rest = step % unit; rest != 0 && digits < 9; ++digits)
        rest = rest * 10 % unit;
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%.*f %s", digits,
                  static_cast<double>(ns) / static_cast<double>(unit), name);
    return text.data();
}

std::string longLabel(std::int64_t ns)
{
    const bool negative = ns < 0;
    const std::int64_t all = negative ? -ns : ns;
    std::string text;
    const auto add = [&](std::int64_t count, const char* name) {
        if (count != 0)
            text += (text.empty() ? "" : " ") + std::to_string(count) + ' ' + name;
    };
    add(all / day, "d");
    add(all % day / hour, "h");
    add(all % hour / minute, "min");
    add(all % minute / second, "s");
    return (negative ? "-" : "") + text;
}

/// The unit follows the position for round steps ("900 ms", "1.2 s"), so that neighbours read alike.
std::string labelOf(std::int64_t ns, std::int64_t step)
{
    if (ns == 0)
        return "0";
    const std::int64_t size = ns < 0 ? -ns : ns;
    if (size >= minute && step >= second)
        return longLabel(ns);
    if (size >= second && step >= 1'000'000)
        return inUnit(ns, second, step, "s");
    if (size >= 1'000'000 && step >= 1'000)
        return inUnit(ns, 1'000'000, step, "ms");
    if (size >= 1'000)
        return inUnit(ns, 1'000, step, "µs");
    return inUnit(ns, 1, step, "ns");
}

/// The step's multiples within the axis; at most one every 8 pixels.
std::vector<Tick> ticksOf(const Axis& axis, std::int64_t origin, std::int64_t step)
{
    std::vector<Tick> ticks;
    const auto from = static_cast<double>(axis.left) - static_cast<double>(origin);
    if (std::abs(from) > 9e18)
        return ticks;
    std::int64_t offset = (axis.left - origin) / step * step;
    if (offset > axis.left - origin)
        offset -= step;
    const auto atMost = static_cast<std::size_t>(axis.widthPx / 8) + 2;
    for (; ticks.size() < atMost; offset += step) {
        const double x =
            (static_cast<double>(offset - (axis.left - origin)) - axis.fraction) / axis.unitsPerPixel;
        if (x >= axis.widthPx)
            break;
        if (x >= 0)
            ticks.push_back({x, offset, {}});
        if (offset > INT64_MAX - step)
            break;
    }
    return ticks;
}

} // namespace

std::vector<Tick> timeTicks(const Axis& axis, std::int64_t originNs, double minSpacingPx)
{
    const std::int64_t step = stepFor(axis.unitsPerPixel * std::max(minSpacingPx, 8.0));
    std::vector<Tick> ticks = ticksOf(axis, originNs, step);
    for (Tick& tick : ticks)
        tick.label = labelOf(tick.offset, step);
    return ticks;
}

std::vector<Tick> countTicks(const Axis& axis, std::int64_t origin, double minSpacingPx)
{
    const double least = axis.unitsPerPixel * std::max(minSpacingPx, 8.0);
    std::int64_t power = 1;
    while (static_cast<double>(5 * power) < least && power < INT64_MAX / 100)
        power *= 10;
    std::int64_t step = 10 * power;
    for (const std::int64_t factor : {5, 2, 1}) {
        if (static_cast<double>(factor * power) >= least)
            step = factor * power;
    }
    return ticksOf(axis, origin, step);
}

} // namespace spanglass::layout
