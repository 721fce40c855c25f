// SPDX-License-Identifier: GPL-3.0-or-later
/// The groups and the walk over them. Recursion is over levels only: at most eight for 2^32 bars.
#include "layout/bar_index.h"

#include <algorithm>
#include <cmath>

namespace spanglass::layout {

/// The pixel that slivers are being merged into.
struct BarIndex::Column
{
    double x = -1; // a whole number; negative: none open
    std::array<float, colourClasses> cover{};
    std::uint32_t count = 0;
    std::uint32_t onlyBar = noBar;
    std::uint8_t marks = 0;

    void open(double at, std::vector<Cell>& cells)
    {
        if (at == x)
            return;
        close(cells);
        x = at;
    }

    void close(std::vector<Cell>& cells)
    {
        if (count == 0)
            return;
        const auto most = std::max_element(cover.begin(), cover.end());
        float sum = 0;
        for (const float part : cover)
            sum += part;
        Cell cell;
        cell.x = x;
        cell.bar = count == 1 ? onlyBar : noBar;
        cell.count = count;
        cell.colour = static_cast<std::uint8_t>(most - cover.begin());
        cell.marks = marks;
        cell.density = std::clamp(sum, 1.0F / 64, 1.0F);
        cells.push_back(cell);
        *this = Column();
    }
};

namespace {

/// Zero-width bars weigh something too, or a pixel full of instants would have no colour.
float coverOf(std::int64_t begin, std::int64_t end)
{
    const auto wide = static_cast<std::uint64_t>(end) - static_cast<std::uint64_t>(begin);
    return wide == 0 ? 1.0F : static_cast<float>(wide);
}

} // namespace

BarIndex::BarIndex(const Bars& bars, std::span<const std::uint8_t> colours,
                   std::span<const std::uint8_t> marks)
    : m_bars(&bars), m_colours(colours.begin(), colours.end()), m_marks(marks.begin(), marks.end())
{
    sortIntoLanes();
    m_levelOffsets.reserve(bars.lanes + 1);
    m_levelOffsets.push_back(0);
    for (std::uint32_t lane = 0; lane < bars.lanes; ++lane) {
        groupLane(lane);
        m_levelOffsets.push_back(static_cast<std::uint32_t>(m_levels.size()));
    }
}

void BarIndex::sortIntoLanes()
{
    const Bars& bars = *m_bars;
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
    group.begin = m_bars->begin[m_order[from]];
    group.end = group.begin;
    group.count = to - from;
    for (std::uint32_t at = from; at < to; ++at) {
        const std::uint32_t bar = m_order[at];
        group.end = std::max(group.end, m_bars->end[bar]);
        group.cover[m_colours[bar] % colourClasses] += coverOf(m_bars->begin[bar], m_bars->end[bar]);
        group.marks |= m_marks[bar];
    }
    return group;
}

BarIndex::Group BarIndex::groupOfGroups(std::uint32_t from, std::uint32_t to) const
{
    Group sum = m_groups[from];
    for (std::uint32_t at = from + 1; at < to; ++at) {
        const Group& part = m_groups[at];
        sum.end = std::max(sum.end, part.end);
        sum.count += part.count;
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
    column.close(cells);
}

void BarIndex::visitGroup(std::uint32_t lane, std::size_t level, std::uint32_t number, const Axis& axis,
                          Column& column, std::vector<Cell>& cells) const
{
    const Level& here = m_levels[m_levelOffsets[lane] + level];
    const Group& group = m_groups[here.first + number];
    const double x0 = axis.toX(group.begin);
    const double x1 = axis.toX(group.end);
    if (x1 < 0 || x0 >= axis.widthPx)
        return;
    const double pixel = std::floor(x0);
    if (x0 >= 0 && x1 <= pixel + 1) {
        column.open(pixel, cells);
        for (std::size_t colour = 0; colour < colourClasses; ++colour)
            column.cover[colour] += group.cover[colour] / static_cast<float>(axis.unitsPerPixel);
        column.count += group.count;
        column.marks |= group.marks;
        return;
    }
    const std::uint32_t from = number * fanOut;
    if (level == 0) {
        const std::uint32_t first = m_laneOffsets[lane] + from;
        visitBars(first, std::min(first + fanOut, m_laneOffsets[lane + 1]), axis, column, cells);
        return;
    }
    const std::uint32_t below = m_levels[m_levelOffsets[lane] + level - 1].count;
    for (std::uint32_t part = from; part < std::min(from + fanOut, below); ++part)
        visitGroup(lane, level - 1, part, axis, column, cells);
}

void BarIndex::visitBars(std::uint32_t from, std::uint32_t to, const Axis& axis, Column& column,
                         std::vector<Cell>& cells) const
{
    for (std::uint32_t at = from; at < to; ++at) {
        const std::uint32_t bar = m_order[at];
        const double x0 = axis.toX(m_bars->begin[bar]);
        const double x1 = axis.toX(m_bars->end[bar]);
        if (x1 < 0 || x0 >= axis.widthPx)
            continue;
        if (x1 - x0 >= 1) {
            column.close(cells);
            cells.push_back({x0, x1 - x0, bar, 1, m_colours[bar], m_marks[bar], 1});
            continue;
        }
        column.open(std::max(std::floor(x0), 0.0), cells);
        column.cover[m_colours[bar] % colourClasses] +=
            coverOf(m_bars->begin[bar], m_bars->end[bar]) / static_cast<float>(axis.unitsPerPixel);
        column.onlyBar = bar;
        ++column.count;
        column.marks |= m_marks[bar];
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
    const auto bars = this->lane(lane);
    // The first bar that begins right of the tolerance; what can be hit lies before it. Bars of a lane do not
    // overlap, so ends are in order too and the walk back stops at the first that ends left of it.
    const std::int64_t farRight = axis.toUnit(x + tolerancePx);
    auto after =
        std::upper_bound(bars.begin(), bars.end(), farRight,
                         [&](std::int64_t unit, std::uint32_t bar) { return unit < m_bars->begin[bar]; });
    std::uint32_t best = noBar;
    double bestWidth = -1;
    while (after != bars.begin()) {
        const std::uint32_t bar = *--after;
        const double x0 = axis.toX(m_bars->begin[bar]);
        const double x1 = axis.toX(m_bars->end[bar]);
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
