// SPDX-License-Identifier: GPL-3.0-or-later
/// What a person types into the query bar, as conditions on the table of traces.
///
///     service:rag kind:llm model:gpt-4* status:error duration>2s cost>0.01 tokens>1000 tag:prod session:s1
///     "free text"
///
/// Every term must hold. `kind` and `model` speak of one and the same span of the trace. A `*` stands for any
/// text; letters count without case. What is no term with a known name is free text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

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
