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
#include "views/theme.h"

namespace spanglass::views {

enum class FlameOrder
{
    time,      ///< a bar per span, where it was
    leftHeavy, ///< calls of one path merged, heaviest first
    sandwich   ///< callers above and callees below one name
};
enum class FlameColour
{
    kind,
    name,
    service,
    selfTime, ///< a ramp of the accent: pale is little, full is most
};

/// What a width of the merged orders means.
enum class FlameWeight
{
    selfTime, ///< nanoseconds
    calls,
    tokens,
    cost ///< 1e-9 USD
};

struct FlameOptions
{
    FlameOrder order = FlameOrder::time;
    FlameColour colour = FlameColour::kind;
    std::int64_t openEndNs = 0;     ///< where unfinished spans are drawn to; 0: the last known end
    std::uint32_t sandwichName = 0; ///< a string id; for FlameOrder::sandwich
    FlameWeight weight = FlameWeight::selfTime;
    std::vector<std::int64_t> weights; ///< per row, of the row alone; empty: self time
    std::vector<std::uint8_t> matches; ///< per row, 1 where a search found it; empty: no search
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
    [[nodiscard]] bool empty() const { return m_bars.size() == 0; }
    [[nodiscard]] bool timed() const { return m_options.order == FlameOrder::time; }

    /// The string that a bar is labelled with, and its text.
    [[nodiscard]] std::uint32_t labelId(std::uint32_t bar) const;
    [[nodiscard]] std::string_view label(std::uint32_t bar) const;
    /// The span a bar stands for (the heaviest call of a merged one), and the bar of a span; noRow, noBar.
    [[nodiscard]] std::uint32_t row(std::uint32_t bar) const;
    [[nodiscard]] std::uint32_t bar(std::uint32_t row) const;
    /// The merged node of a bar; null in time order.
    [[nodiscard]] const layout::Aggregate::Node* node(std::uint32_t bar) const;

    /// The fills of the sixteen colour classes under a theme.
    [[nodiscard]] std::array<QRgb, layout::colourClasses> palette(const Theme& theme) const;

private:
    void layOutTime(const trace::Tree& tree);
    void layOutMerged(const trace::Tree& tree);
    void layOutSandwich(const layout::Sandwich& both);
    void colourBars(const trace::Tree& tree);
    [[nodiscard]] std::uint8_t markOf(std::uint32_t row) const;

    std::shared_ptr<const trace::SpanTable> m_table;
    FlameOptions m_options;
    layout::Bars m_bars;
    layout::BarIndex m_index;
    std::vector<layout::Aggregate::Node> m_nodes;
    std::vector<std::uint32_t> m_barOfRow; // merged orders only
};

} // namespace spanglass::views
