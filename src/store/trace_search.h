// SPDX-License-Identifier: GPL-3.0-or-later
/// Pages of the trace list: order, conditions, full-text and keyset, as SQL.
///
/// A page ends with the sort value and the row of its last trace; the next one begins behind it. So a page
/// costs the same wherever it is, and traces that come meanwhile neither repeat nor hide others.
#pragma once

#include "base/result.h"
#include "store/database.h"
#include "store/query_terms.h"
#include "trace/trace_row.h"

namespace spanglass::store {

/// What a query asks of a row of `traces`: " AND …" for each condition, with a `?` for each value.
struct TraceCondition
{
    std::string sql;
    std::vector<QueryValue> values;
    /// Binds the values from parameter 1 on; gives the number of the last. They must live while it runs.
    int bind(Statement& statement) const;
};
/// Text and range; order and page are not part of it. `matches`: rows of the traces that have the words, as a
/// JSON list, where that is known already.
[[nodiscard]] Result<TraceCondition> conditionOf(Database& database, const trace::TraceQuery& query,
                                                 const std::string* matches = nullptr);

/// A page's statement: the condition's values, with `after` the place where the page begins (sort value and
/// row), then the limit. It reads an index, or all rows of `traces`, and their spans only for words that must
/// stand together.
[[nodiscard]] std::string pageSql(trace::TraceOrder order, const TraceCondition& condition, bool after);

[[nodiscard]] Result<trace::TracePage> searchTraces(Database& database, const trace::TraceQuery& query);

} // namespace spanglass::store
