// SPDX-License-Identifier: GPL-3.0-or-later
/// Computes the costs of stored spans anew, after the prices changed: the table that comes with the program,
/// or the user's own.
///
///     auto report = repriceTraces(directory, {.text = "model:gpt-5*"}, PriceTable::inUse());
///
/// A cost that its producer named stays. A trace is one transaction with its sums, and what changed is
/// delivered again. Any process may do it, beside a keeper too.
#pragma once

#include <cstdint>
#include <filesystem>

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
};

/// The traces that `query` finds, whatever its page and order. Running spans get their cost when they end.
[[nodiscard]] Result<RepriceReport> repriceTraces(const std::filesystem::path& directory,
                                                  const trace::TraceQuery& query,
                                                  const trace::PriceTable& prices);

} // namespace spanglass::store
