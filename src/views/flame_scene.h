// SPDX-License-Identifier: GPL-3.0-or-later
/// A table made ready to be drawn as a flame graph: bars with their lanes, colours and marks, and the way
/// back from a bar to a span. Made on any thread, then only read.
#pragma once

#include <QRgb>
#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "layout/aggregate.h"
#include "layout/bar_index.h"
#include "trace/span_table.h"
#include "trace/tree.h"
#include "views/flame_options.h"
#include "views/theme.h"

namespace spanglass::views {

/// Of one merged node, what each of two runs gives to it.
struct RunShares
{
    std::int64_t before = 0;
    std::int64_t after = 0;
};

class FlameScene
{
public:
    FlameScene(std::shared_ptr<const trace::SpanTable> table, FlameOptions options);
    FlameScene(const FlameScene&) = delete;
    FlameScene& operator=(const FlameScene&) = delete;

    [[nodiscard]] const trace::SpanTable& table() const { return *m_table; }
    [[nodiscard]] const FlameOptions& options() const { return m_options; }
    [[nodiscard]] const layout::Bars& bars() const { return m_bars; }
    [[nodiscard]] const layout::BarIndex& index() const { return m_index; }
    [[nodiscard]] layout::Extent extent() const;
    /// No spans, or none that weighs anything.
    [[nodiscard]] bool empty() const
    {
        return m_bars.size() == 0 || (!timed() && m_bars.last <= m_bars.first);
    }
    [[nodiscard]] bool timed() const { return m_options.order == FlameOrder::time; }

    /// The group of a row, as a number and in words; what the merged orders merge.
    [[nodiscard]] std::uint32_t groupOf(std::uint32_t row) const;
    [[nodiscard]] std::string_view groupText(std::uint32_t group) const;
    /// The string that a bar is labelled with, and its text.
    [[nodiscard]] std::uint32_t labelId(std::uint32_t bar) const;
    [[nodiscard]] std::string_view label(std::uint32_t bar) const;
    /// The span a bar stands for (the heaviest call of a merged one), and the bar of a span; noRow, noBar.
    [[nodiscard]] std::uint32_t row(std::uint32_t bar) const;
    [[nodiscard]] std::uint32_t bar(std::uint32_t row) const;
    /// The merged node of a bar; null in time order.
    [[nodiscard]] const layout::Aggregate::Node* node(std::uint32_t bar) const;
    /// What two runs give to a bar; both 0 where there is one run.
    [[nodiscard]] RunShares shares(std::uint32_t bar) const;

    /// The fills of the sixteen colour classes under a theme.
    [[nodiscard]] std::array<QRgb, layout::colourClasses> palette(const Theme& theme) const;

    struct LegendEntry
    {
        std::uint8_t colour = 0;
        std::uint32_t text = 0; ///< a kind's number, or a string's id, by FlameOptions::colour; else unused
        std::int64_t bars = 0;
    };
    /// What is coloured how, the most frequent first; of ramps and steps the classes that occur, in order.
    [[nodiscard]] const std::vector<LegendEntry>& legend() const { return m_legend; }

private:
    void layOutTime(const trace::Tree& tree);
    void layOutMerged(const trace::Tree& tree);
    void layOutSandwich(const layout::Sandwich& both);
    [[nodiscard]] std::vector<std::int64_t> rowWeights(const trace::Tree& tree) const;
    void shareOut(const std::vector<std::int64_t>& weights);
    void colourBars(const trace::Tree& tree);
    [[nodiscard]] std::vector<std::uint8_t> colourClassesOf(const trace::Tree& tree);
    [[nodiscard]] std::vector<std::uint8_t> byText(const trace::StringTable& texts,
                                                   const std::vector<std::uint32_t>& textOfRow, bool byLabel);
    [[nodiscard]] std::vector<std::uint8_t> byAmount(const std::vector<std::int64_t>& amountOfRow) const;
    [[nodiscard]] std::vector<std::uint8_t> byError(const trace::Tree& tree) const;
    [[nodiscard]] std::vector<std::uint8_t> byDifference() const;
    void countLegend(const std::vector<std::uint8_t>& colours);
    [[nodiscard]] std::uint8_t markOf(std::uint32_t row) const;

    std::shared_ptr<const trace::SpanTable> m_table;
    FlameOptions m_options;
    layout::Bars m_bars;
    layout::BarIndex m_index;
    std::vector<layout::Aggregate::Node> m_nodes;
    std::vector<std::uint32_t> m_barOfRow; ///< merged orders only
    std::vector<RunShares> m_shares;       ///< per node, where there are two runs
    std::vector<LegendEntry> m_legend;
};

/// Self times and the like of a whole table, for goals and colours: see layout/aggregate.h. Open spans end
/// at the last known moment.
[[nodiscard]] std::vector<std::int64_t> selfTimesOf(const trace::SpanTable& table);

} // namespace spanglass::views
