// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/clock_skew.h"

#include <algorithm>

namespace spanglass::trace {
namespace {

/// How far `row` has to move to lie inside its parent, whose own shift is `parentShift`; 0 where nothing says
/// that its clock is another's.
std::int64_t estimatedShift(const SpanTable& table, std::uint32_t row, std::int64_t parentShift)
{
    const std::uint32_t parent = table.parent[row];
    const std::int64_t length = table.durationNs[row];
    const std::int64_t parentLength = table.durationNs[parent];
    const std::int64_t parentStart = table.startUnixNs[parent] + parentShift;
    const std::int64_t early = parentStart - table.startUnixNs[row];
    const std::int64_t beyond = table.startUnixNs[row] - (parentStart + parentLength);
    if (length == unfinished || parentLength == unfinished || (early <= 0 && beyond <= 0))
        return 0;
    const std::int64_t wayThere = length > parentLength ? 0 : (parentLength - length) / 2;
    return early + wayThere;
}

} // namespace

std::vector<std::int64_t> clockOffsets(const SpanTable& table, const Tree& tree)
{
    std::vector<std::int64_t> shift(table.size(), 0);
    for (const std::uint32_t row : tree.preorder()) { // parents first
        const std::uint32_t parent = table.parent[row];
        if (parent == noRow)
            continue;
        const bool otherClock = table.service[row] != table.service[parent] && table.service[row] != 0 &&
                                table.service[parent] != 0;
        shift[row] = otherClock ? estimatedShift(table, row, shift[parent]) : shift[parent];
    }
    return shift;
}

std::shared_ptr<const SpanTable> withClocksAligned(std::shared_ptr<const SpanTable> table)
{
    // Most traces come from one clock, and large ones all the more.
    const auto otherService = [&table](std::uint32_t service) { return service != table->service[0]; };
    if (table->size() == 0 || std::ranges::none_of(table->service, otherService))
        return table;
    const auto shift = clockOffsets(*table, Tree(*table));
    if (std::ranges::all_of(shift, [](std::int64_t ns) { return ns == 0; }))
        return table;
    auto shown = std::make_shared<SpanTable>(*table);
    if (table->details) // which may point into the columns of its own table
        shown->details = [table](std::uint32_t row) { return table->details(row); };
    for (std::uint32_t row = 0; row < shown->size(); ++row) {
        shown->startUnixNs[row] += shift[row];
        if (shift[row] != 0)
            shown->flags[row] |= flagClockShifted;
    }
    return shown;
}

} // namespace spanglass::trace
