// SPDX-License-Identifier: GPL-3.0-or-later
/// Bars by level of detail: a frame of a million bars visits a few thousand nodes.
///
/// Each lane's bars, in order of their begin, are grouped by sixteen, the groups by sixteen, and so on; a
/// group knows its extent and how much of it each colour covers. What is narrower than a pixel is merged into
/// the pixel's cell, which shows the colour that covers most of it and how densely it is covered, never just
/// the bar drawn last.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "layout/axis.h"
#include "layout/bars.h"

namespace spanglass::layout {

inline constexpr std::uint32_t noBar = 0xffffffffu;
/// Colours are told apart by classes 0…15: kinds, hues of a name hash, steps of a ramp.
inline constexpr std::size_t colourClasses = 16;

enum Mark : std::uint8_t
{
    markError = 1,
    markMatch = 2,       ///< found by a search
    markOpen = 4,        ///< no end yet
    markInterrupted = 8, ///< its process died
    markClock = 16,      ///< stands elsewhere than its clock said
};

/// A bar at least a pixel wide, or everything narrower that falls into one pixel.
struct Cell
{
    double x = 0; ///< in pixels of the axis; may lie outside the view for a bar that reaches beyond it
    double width = 1;
    std::uint32_t bar = noBar; ///< noBar: merged
    std::uint32_t count = 1;
    std::uint8_t colour = 0;
    std::uint8_t marks = 0; ///< of any bar in it
    float density = 1;      ///< the covered part of the pixel, in (0, 1]
};

class BarIndex
{
public:
    BarIndex() = default;
    /// `colours` (classes) and `marks` have one entry per bar. What is needed of the bars is copied, in the
    /// order in which a frame walks over it.
    BarIndex(const Bars& bars, std::span<const std::uint8_t> colours, std::span<const std::uint8_t> marks);

    /// What of one lane is seen on `axis`, left to right, appended to `cells`.
    void cells(std::uint32_t lane, const Axis& axis, std::vector<Cell>& cells) const;
    /// The bar at `x`, else the widest within `tolerancePx`; noBar where there is none.
    [[nodiscard]] std::uint32_t hit(std::uint32_t lane, const Axis& axis, double x, double tolerancePx) const;
    /// All bars of a lane by begin.
    [[nodiscard]] std::span<const std::uint32_t> lane(std::uint32_t lane) const;
    [[nodiscard]] std::uint32_t lanes() const
    {
        return m_laneOffsets.empty() ? 0 : static_cast<std::uint32_t>(m_laneOffsets.size() - 1);
    }

private:
    static constexpr std::uint32_t fanOut = 16;
    struct Group
    {
        Extent extent;
        std::array<float, colourClasses> cover{};
        std::uint32_t count = 0;
        std::uint16_t colours = 0; // a bit for each that covers anything
        std::uint8_t marks = 0;
    };
    struct Level
    {
        std::uint32_t first = 0; // in m_groups
        std::uint32_t count = 0;
    };
    struct Column;

    void sortIntoLanes(const Bars& bars);
    void copyInOrder(const Bars& bars, std::span<const std::uint8_t> colours,
                     std::span<const std::uint8_t> marks);
    void groupLane(std::uint32_t lane);
    [[nodiscard]] Group groupOfBars(std::uint32_t from, std::uint32_t to) const;
    [[nodiscard]] Group groupOfGroups(std::uint32_t from, std::uint32_t to) const;
    void visitGroup(std::uint32_t lane, std::size_t level, std::uint32_t group, const Axis& axis,
                    Column& column, std::vector<Cell>& cells) const;
    void visitBars(std::uint32_t from, std::uint32_t to, const Axis& axis, Column& column,
                   std::vector<Cell>& cells) const;

    std::vector<std::uint32_t> m_order;       // bars by lane, then begin
    std::vector<std::uint32_t> m_laneOffsets; // lanes + 1, in m_order and in what follows its order
    std::vector<Extent> m_extents;
    std::vector<std::uint8_t> m_colours;
    std::vector<std::uint8_t> m_marks;
    std::vector<Group> m_groups;
    std::vector<Level> m_levels;
    std::vector<std::uint32_t> m_levelOffsets; // lanes + 1, in m_levels
};

} // namespace spanglass::layout
