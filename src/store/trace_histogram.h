// SPDX-License-Identifier: GPL-3.0-or-later
/// When the traces of a query began, counted in SQL; and the values that completion offers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/database.h"
#include "trace/trace_row.h"

namespace spanglass::store {

/// `bins` (1…1,000) of one width over the query's range, or from its first trace to its last where the range
/// has no such end.
[[nodiscard]] Result<trace::TraceHistogram> countOverTime(Database& database, const trace::TraceQuery& query,
                                                          int bins);

/// Values that traces have for a key of the query language, beginning with `prefix` in any case, in their
/// order. Models, names, users and sessions are looked for among the latest traces only, so that a large
/// store answers as fast as a small one.
[[nodiscard]] Result<std::vector<std::string>> knownValues(Database& database, std::string_view key,
                                                           std::string_view prefix, int limit = 50);

} // namespace spanglass::store
