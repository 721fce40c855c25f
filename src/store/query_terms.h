// SPDX-License-Identifier: GPL-3.0-or-later
/// What a person types into the query bar (trace/query_syntax.h), as conditions on the table of traces.
///
/// Every term must hold. `kind` and `model` speak of one and the same span of the trace, unless they are
/// negated: then no span of it may be so.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "trace/query_syntax.h"

namespace spanglass::store {

using QueryValue = std::variant<std::string, std::int64_t, double>;

struct QueryTerms
{
    std::string sql; ///< " AND …" for each condition, with a `?` for each value
    std::vector<QueryValue> values;
    std::string words; ///< the free text, as typed
};

/// An error names the term and what it should be: `duration>soon: a duration is a number with ns, us, ms, s,
/// min or h`.
[[nodiscard]] Result<QueryTerms> parseQuery(std::string_view typed);

} // namespace spanglass::store
