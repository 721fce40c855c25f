// SPDX-License-Identifier: GPL-3.0-or-later
/// Computes the costs of stored spans anew, after the prices changed: the table that comes with the program,
/// or the user's own.
///
///     auto report = repriceTraces(directory, {.text = "model:gpt-5*"}, PriceTable::inUse());
///
/// A cost that its producer named stays. A trace is one transaction with its sums, and what changed is
/// delivered again. Any process may do it, beside a keeper too. It may be ended between two traces: those
/// that are done stay done.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "base/result.h"
#include "trace/trace_row.h"

namespace spanglass::trace {
class PriceTable;
}

namespace spanglass::store {

struct RepriceReport
{
    std::int64_t traces = 0;   ///< with spans whose cost is another one now
    std::int64_t spans = 0;    ///< of these
    std::int64_t kept = 0;     ///< spans that keep the cost their producer named
    std::int64_t unpriced = 0; ///< spans with tokens and no price
    bool complete = true;      ///< false: it was ended before all traces were done
};

/// How many traces are done, of how many (0: not known yet); false ends it.
using RepriceProgress = std::function<bool(std::int64_t done, std::int64_t total)>;

/// The traces that `query` finds, whatever its page and order. Running spans get their cost when they end.
[[nodiscard]] Result<RepriceReport> repriceTraces(const std::filesystem::path& directory,
                                                  const trace::TraceQuery& query,
                                                  const trace::PriceTable& prices,
                                                  const RepriceProgress& goOn = {});

} // namespace spanglass::store
