// SPDX-License-Identifier: GPL-3.0-or-later
/// Reads the traces of a query and their spans into a dashboard (trace/dashboard.h), trace by trace, so that
/// it can tell how far it is and be stopped.
#pragma once

#include <cstdint>
#include <functional>

#include "base/result.h"
#include "store/database.h"
#include "trace/dashboard.h"
#include "trace/trace_row.h"

namespace spanglass::store {

/// Traces done, and how many there are; false ends the reading with an error of kind cancelled.
using DashboardProgress = std::function<bool(std::int64_t done, std::int64_t total)>;

/// Over the query's range, or from its first trace to its last where the range has no such end.
[[nodiscard]] Result<trace::Dashboard> readDashboard(Database& database, const trace::TraceQuery& query,
                                                     int bins, const DashboardProgress& progress);

} // namespace spanglass::store
