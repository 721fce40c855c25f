// SPDX-License-Identifier: GPL-3.0-or-later
/// The groups and the walk over them. Recursion is over levels only: at most eight for 2^32 bars.
#include "layout/bar_index.h"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace spanglass::layout {

namespace {

constexpr std::uint64_t widest = INT64_MAX;

/// Axis::toX where the distance fits a signed number, which it nearly always does, in a few instructions.
double xOf(const Axis& axis, std::int64_t unit)
{
    const auto distance =
        static_cast<std::int64_t>(static_cast<std::uint64_t>(unit) - static_cast<std::uint64_t>(axis.left));
    if ((distance < 0) != (unit < axis.left))
        return axis.toX(unit);
    return (static_cast<double>(distance) - axis.fraction) / axis.unitsPerPixel;
}

/// Zero-width bars weigh something too, or a pixel full of instants would have no colour.
float coverOf(Extent bar)
{
    const auto wide = static_cast<std::uint64_t>(bar.last) - static_cast<std::uint64_t>(bar.first);
    // By way of a signed number, which the processor converts in one step.
    return wide == 0 ? 1.0F : static_cast<float>(static_cast<std::int64_t>(std::min(wide, widest)));
}

} // namespace

/// The pixel that slivers are being merged into. Between a whole trace and its picture lie half a million
/// slivers in forty thousand pixels, so what ends before `beyond` is added without computing where it is, and
/// a pixel is summed up over the colours that are in it.
struct BarIndex::Column
{
    double x = -1;                            // a whole number; negative: none open
    std::int64_t beyond = INT64_MIN;          // what ends before this unit ends within the pixel
    std::array<float, colourClasses> cover{}; // in units
    std::uint32_t count = 0;
    std::uint32_t last = 0; // the bar that was added last, as a place in the order
    std::uint16_t colours = 0;
    std::uint8_t marks = 0;

    void open(double at, const Axis& axis, const std::vector<std::uint32_t>& order, std::vector<Cell>& cells)
    {
        if (at == x)
            return;
        close(axis, order, cells);
        x = at;
        beyond = axis.toUnit(at + 1);
    }

    void close(const Axis& axis, const std::vector<std::uint32_t>& order, std::vector<Cell>& cells)
    {
        if (count != 0) {
            Cell& cell = cells.emplace_back();
            cell.x = x;
            cell.bar = count == 1 ? order[last] : noBar;
            cell.count = count;
            cell.marks = marks;
            float sum = 0;
            float most = 0;
            for (unsigned left = colours; left != 0; left &= left - 1) {
                const auto colour = static_cast<std::size_t>(std::countr_zero(left));
                sum += cover[colour];
                if (cover[colour] > most) {
                    most = cover[colour];
                    cell.colour = static_cast<std::uint8_t>(colour);
                }
                cover[colour] = 0;
            }
            cell.density = std::clamp(sum / static_cast<float>(axis.unitsPerPixel), 1.0F / 64, 1.0F);
        }
        count = 0;
        colours = 0;
        marks = 0;
        x = -1;
        beyond = INT64_MIN;
    }

    void add(const Group& group, std::uint32_t at)
    {
        for (std::size_t colour = 0; colour < colourClasses; ++colour)
            cover[colour] += group.cover[colour];
        colours |= group.colours;
        count += group.count;
        marks |= group.marks;
        last = at;
    }

    void add(Extent bar, std::uint8_t colour, std::uint8_t mark, std::uint32_t at)
    {
        cover[colour] += coverOf(bar);
        colours = static_cast<std::uint16_t>(colours | 1U << colour);
        marks |= mark;
        ++count;
        last = at;
    }
};

BarIndex::BarIndex(const Bars& bars, std::span<const std::uint8_t> colours,
                   std::span<const std::uint8_t> marks)
{
    sortIntoLanes(bars);
    copyInOrder(bars, colours, marks);
    m_levelOffsets.reserve(bars.lanes + 1);
    m_levelOffsets.push_back(0);
    for (std::uint32_t lane = 0; lane < bars.lanes; ++lane) {
        groupLane(lane);
        m_levelOffsets.push_back(static_cast<std::uint32_t>(m_levels.size()));
    }
}

void BarIndex::sortIntoLanes(const Bars& bars)
{
    m_laneOffsets.assign(bars.lanes + 1, 0);
    for (const std::uint32_t lane : bars.lane)
        ++m_laneOffsets[lane + 1];
    for (std::uint32_t lane = 0; lane < bars.lanes; ++lane)
        m_laneOffsets[lane + 1] += m_laneOffsets[lane];
    m_order.resize(bars.size());
    std::vector<std::uint32_t> next(m_laneOffsets.begin(), m_laneOffsets.end() - 1);
    for (std::uint32_t bar = 0; bar < bars.size(); ++bar)
        m_order[next[bars.lane[bar]]++] = bar;
    const auto byBegin = [&](std::uint32_t a, std::uint32_t b) {
        if (bars.begin[a] != bars.begin[b])
            return bars.begin[a] < bars.begin[b];
        return bars.end[a] != bars.end[b] ? bars.end[a] < bars.end[b] : a < b;
    };
    for (std::uint32_t lane = 0; lane < bars.lanes; ++lane) {
        const auto first = m_order.begin() + m_laneOffsets[lane];
        const auto last = m_order.begin() + m_laneOffsets[lane + 1];
        if (!std::is_sorted(first, last, byBegin))
            std::sort(first, last, byBegin);
    }
}

/// A frame reads bars one after another in this order; by their numbers each would be a miss of the cache.
void BarIndex::copyInOrder(const Bars& bars, std::span<const std::uint8_t> colours,
                           std::span<const std::uint8_t> marks)
{
    m_extents.reserve(m_order.size());
    m_colours.reserve(m_order.size());
    m_marks.reserve(m_order.size());
    for (const std::uint32_t bar : m_order) {
        m_extents.push_back({bars.begin[bar], bars.end[bar]});
        m_colours.push_back(static_cast<std::uint8_t>(colours[bar] % colourClasses));
        m_marks.push_back(marks[bar]);
    }
}

void BarIndex::groupLane(std::uint32_t lane)
{
    const std::uint32_t from = m_laneOffsets[lane];
    const std::uint32_t to = m_laneOffsets[lane + 1];
    if (to - from <= fanOut)
        return;
    Level level{static_cast<std::uint32_t>(m_groups.size()), 0};
    for (std::uint32_t at = from; at < to; at += fanOut, ++level.count)
        m_groups.push_back(groupOfBars(at, std::min(at + fanOut, to)));
    m_levels.push_back(level);
    while (level.count > fanOut) {
        Level above{static_cast<std::uint32_t>(m_groups.size()), 0};
        const std::uint32_t end = level.first + level.count;
        for (std::uint32_t at = level.first; at < end; at += fanOut, ++above.count)
            m_groups.push_back(groupOfGroups(at, std::min(at + fanOut, end)));
        m_levels.push_back(above);
        level = above;
    }
}

BarIndex::Group BarIndex::groupOfBars(std::uint32_t from, std::uint32_t to) const
{
    Group group;
    group.extent = {m_extents[from].first, m_extents[from].first};
    group.count = to - from;
    for (std::uint32_t at = from; at < to; ++at) {
        group.extent.last = std::max(group.extent.last, m_extents[at].last);
        group.cover[m_colours[at]] += coverOf(m_extents[at]);
        group.colours = static_cast<std::uint16_t>(group.colours | 1U << m_colours[at]);
        group.marks |= m_marks[at];
    }
    return group;
}

BarIndex::Group BarIndex::groupOfGroups(std::uint32_t from, std::uint32_t to) const
{
    Group sum = m_groups[from];
    for (std::uint32_t at = from + 1; at < to; ++at) {
        const Group& part = m_groups[at];
        sum.extent.last = std::max(sum.extent.last, part.extent.last);
        sum.count += part.count;
        sum.colours |= part.colours;
        sum.marks |= part.marks;
        for (std::size_t colour = 0; colour < colourClasses; ++colour)
            sum.cover[colour] += part.cover[colour];
    }
    return sum;
}

void BarIndex::cells(std::uint32_t lane, const Axis& axis, std::vector<Cell>& cells) const
{
    if (lane >= lanes())
        return;
    Column column;
    const std::uint32_t levels = m_levelOffsets[lane + 1] - m_levelOffsets[lane];
    if (levels == 0) {
        visitBars(m_laneOffsets[lane], m_laneOffsets[lane + 1], axis, column, cells);
    } else {
        const Level& top = m_levels[m_levelOffsets[lane] + levels - 1];
        for (std::uint32_t group = 0; group < top.count; ++group)
            visitGroup(lane, levels - 1, group, axis, column, cells);
    }
    column.close(axis, m_order, cells);
}

void BarIndex::visitGroup(std::uint32_t lane, std::size_t level, std::uint32_t number, const Axis& axis,
                          Column& column, std::vector<Cell>& cells) const
{
    const Level& here = m_levels[m_levelOffsets[lane] + level];
    const Group& group = m_groups[here.first + number];
    const std::uint64_t bars = std::uint64_t(fanOut) << (4 * level); // of a full group; the last may have one
    const auto first = static_cast<std::uint32_t>(m_laneOffsets[lane] + number * bars);
    if (group.extent.last < column.beyond)
        return column.add(group, first);
    const double x0 = xOf(axis, group.extent.first);
    const double x1 = xOf(axis, group.extent.last);
    if (x1 < 0 || x0 >= axis.widthPx)
        return;
    if (x0 >= 0) {
        const auto pixel = static_cast<double>(static_cast<std::int64_t>(x0));
        if (x1 <= pixel + 1) {
            column.open(pixel, axis, m_order, cells);
            return column.add(group, first);
        }
    }
    if (level == 0) {
        visitBars(first, std::min(first + fanOut, m_laneOffsets[lane + 1]), axis, column, cells);
        return;
    }
    const std::uint32_t from = number * fanOut;
    const std::uint32_t below = m_levels[m_levelOffsets[lane] + level - 1].count;
    for (std::uint32_t part = from; part < std::min(from + fanOut, below); ++part)
        visitGroup(lane, level - 1, part, axis, column, cells);
}

void BarIndex::visitBars(std::uint32_t from, std::uint32_t to, const Axis& axis, Column& column,
                         std::vector<Cell>& cells) const
{
    for (std::uint32_t at = from; at < to; ++at) {
        const Extent bar = m_extents[at];
        if (bar.last >= column.beyond) {
            const double x0 = xOf(axis, bar.first);
            const double x1 = xOf(axis, bar.last);
            if (x1 < 0 || x0 >= axis.widthPx)
                continue;
            if (x1 - x0 >= 1) {
                column.close(axis, m_order, cells);
                cells.push_back({x0, x1 - x0, m_order[at], 1, m_colours[at], m_marks[at], 1});
                continue;
            }
            column.open(static_cast<double>(static_cast<std::int64_t>(std::max(x0, 0.0))), axis, m_order,
                        cells);
        }
        column.add(bar, m_colours[at], m_marks[at], at);
    }
}

std::span<const std::uint32_t> BarIndex::lane(std::uint32_t lane) const
{
    if (lane >= lanes())
        return {};
    return {m_order.data() + m_laneOffsets[lane], m_order.data() + m_laneOffsets[lane + 1]};
}

std::uint32_t BarIndex::hit(std::uint32_t lane, const Axis& axis, double x, double tolerancePx) const
{
    if (lane >= lanes())
        return noBar;
    // The first bar that begins right of the tolerance; what can be hit lies before it. Bars of a lane do not
    // overlap, so ends are in order too and the walk back stops at the first that ends left of it.
    const auto begin = m_extents.begin() + m_laneOffsets[lane];
    const std::int64_t farRight = axis.toUnit(x + tolerancePx);
    auto after = std::upper_bound(begin, m_extents.begin() + m_laneOffsets[lane + 1], farRight,
                                  [](std::int64_t unit, Extent bar) { return unit < bar.first; });
    std::uint32_t best = noBar;
    double bestWidth = -1;
    while (after != begin) {
        --after;
        const std::uint32_t bar = m_order[static_cast<std::size_t>(after - m_extents.begin())];
        const double x0 = axis.toX(after->first);
        const double x1 = axis.toX(after->last);
        if (x1 < x - tolerancePx)
            break;
        if (x0 <= x && x < x1 && x1 - x0 >= 1)
            return bar;
        if (x1 - x0 > bestWidth) {
            bestWidth = x1 - x0;
            best = bar;
        }
    }
    return best;
}

} // namespace spanglass::layout
