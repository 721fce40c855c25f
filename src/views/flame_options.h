// SPDX-License-Identifier: GPL-3.0-or-later
/// What a flame graph shows and how: the order of the bars, what merges them, what their widths and colours
/// mean. Plain values.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "trace/detail_columns.h"
#include "trace/string_table.h"

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
    model,
    error,     ///< failed, with something failed below, fine
    cost,      ///< a ramp
    difference ///< between two runs: less, as much, more; needs FlameOptions::secondRunFrom
};

/// What a width of the merged orders means. All of them add up, so that children share their parent.
enum class FlameWeight
{
    time,     ///< how long calls took, in ns; where children ran at once, as long as they together
    selfTime, ///< what no child covers, in ns
    calls,
    tokens,
    cost ///< 1e-9 USD
};

/// What makes calls of the merged orders one.
enum class FlameGroup
{
    name,
    kind,
    service,
    model,
    attribute ///< FlameOptions::columns' attribute
};

struct FlameOptions
{
    FlameOrder order = FlameOrder::time;
    FlameColour colour = FlameColour::kind;
    FlameWeight weight = FlameWeight::time;
    FlameGroup group = FlameGroup::name;
    std::int64_t openEndNs = 0;    ///< where unfinished spans are drawn to; 0: the last known end
    std::uint32_t sandwichKey = 0; ///< a group's id; for FlameOrder::sandwich
    /// What only details say; models, tokens, cost and attributes are unknown without.
    std::shared_ptr<const trace::DetailColumns> columns;
    std::vector<std::uint8_t> within;  ///< per row, 1 for what is merged; empty: everything
    std::vector<std::uint8_t> matches; ///< per row, 1 where a search found it; empty: no search
    /// Rows from here on are of the second of two runs laid over each other; 0: there is one run.
    std::uint32_t secondRunFrom = 0;
};

/// Whether a picture with these options reads every span's details.
[[nodiscard]] inline bool needsDetails(const FlameOptions& options)
{
    const bool merged = options.order != FlameOrder::time;
    return options.colour == FlameColour::model || options.colour == FlameColour::cost ||
           (merged && (options.weight == FlameWeight::tokens || options.weight == FlameWeight::cost ||
                       options.group == FlameGroup::model || options.group == FlameGroup::attribute));
}

} // namespace spanglass::views
