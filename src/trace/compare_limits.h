// SPDX-License-Identifier: GPL-3.0-or-later
/// Limits on how much worse a second run may be, for scripts: `cost>10%,errors>0,duration>2s,tokens>500`.
///
///     const auto limits = parseLimits("cost>10%,errors>0");
///     for (const Limit& limit : *limits)
///         if (exceeds(limit, comparison.total)) …
///
/// A limit is on the growth from the first run to the second: as a share of the first (`%`), or as an amount
/// in USD, seconds (`s`, `ms`, `min`) or a count. Any growth from nothing exceeds every share. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "trace/compare.h"

namespace spanglass::trace {

enum class LimitedFigure
{
    duration,
    cost,
    tokens,
    errors,
    spans
};

struct Limit
{
    LimitedFigure figure = LimitedFigure::cost;
    double amount = 0; ///< percent, or USD, seconds, a count
    bool percent = false;
    std::string text; ///< as it was written
};

/// An error of kind usage names the word at fault and its place.
[[nodiscard]] Result<std::vector<Limit>> parseLimits(std::string_view text);
[[nodiscard]] bool exceeds(const Limit& limit, const RunTotals& total);

} // namespace spanglass::trace
