// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/span_goals.h"

namespace spanglass::views {

std::uint32_t nextMarked(const trace::SpanTable& table, std::uint32_t current, int direction,
                         const std::function<bool(std::uint32_t row)>& marked)
{
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        if (direction < 0)
            std::swap(a, b);
        return table.startUnixNs[a] != table.startUnixNs[b] ? table.startUnixNs[a] < table.startUnixNs[b]
                                                            : a < b;
    };
    std::uint32_t best = trace::noRow;   // the nearest on this side
    std::uint32_t around = trace::noRow; // the first of all, when there is none
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        if (row == current || !marked(row))
            continue;
        if (around == trace::noRow || before(row, around))
            around = row;
        if (current != trace::noRow && !before(current, row))
            continue;
        if (best == trace::noRow || before(row, best))
            best = row;
    }
    return best != trace::noRow ? best : around;
}

std::uint32_t nextRanked(std::span<const std::int64_t> amounts, std::uint32_t current)
{
    const auto higher = [&](std::uint32_t a, std::uint32_t b) {
        return amounts[a] != amounts[b] ? amounts[a] > amounts[b] : a < b;
    };
    const bool ranked = current < amounts.size() && amounts[current] > 0;
    std::uint32_t first = trace::noRow;
    std::uint32_t next = trace::noRow;
    for (std::uint32_t row = 0; row < amounts.size(); ++row) {
        if (amounts[row] <= 0)
            continue;
        if (first == trace::noRow || higher(row, first))
            first = row;
        if (ranked && higher(current, row) && (next == trace::noRow || higher(row, next)))
            next = row;
    }
    return next != trace::noRow ? next : first;
}

} // namespace spanglass::views
