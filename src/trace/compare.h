// SPDX-License-Identifier: GPL-3.0-or-later
/// What differs between two runs: what is new, gone, slower, costlier, failing, or answers something else.
///
///     const Comparison comparison = compare(before, after);
///     comparison.total.run[1].cost   // of the second run; nothing is counted twice (trace/sums.h)
///     comparison.changed             // matched spans that differ, in display order
///
/// Reads the details of every span once: the tables' `details` must be set. Pure; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "trace/align.h"
#include "trace/span.h"
#include "trace/sums.h"

namespace spanglass::trace {

/// A figure of both runs; nothing where a run does not say.
template<class T> using Both = std::array<std::optional<T>, 2>;

struct SpanDifference
{
    AlignedRow row;
    std::string name; ///< in the second run
    Kind kind = Kind::span;
    Both<std::int64_t> durationNs;
    Both<std::int64_t> tokens;
    Both<Decimal> cost;
    std::array<Status, 2> status{};
    std::array<std::string, 2> model;
    bool inputDiffers = false;
    bool outputDiffers = false;
};

struct RunTotals
{
    Both<std::int64_t> durationNs; ///< from the first start to the last end
    std::array<Totals, 2> run;
};

struct CompareOptions
{
    /// Durations that differ by less than this share of the longer one, or by less than `minDurationNs`, are
    /// noise.
    double durationShare = 0.1;
    std::int64_t minDurationNs = 1'000'000;
};

struct Comparison
{
    std::vector<AlignedRow> rows;    ///< all of both, as `align` gives them
    std::vector<AlignedRow> added;   ///< the topmost of each new subtree
    std::vector<AlignedRow> removed; ///< the topmost of each gone subtree
    std::vector<SpanDifference> changed;
    RunTotals total;
};

/// Whether two durations differ by more than noise; also where only one is known.
[[nodiscard]] bool durationDiffers(const Both<std::int64_t>& durationNs, const CompareOptions& options = {});

[[nodiscard]] Comparison compare(const SpanTable& a, const SpanTable& b, const CompareOptions& options = {});

} // namespace spanglass::trace
