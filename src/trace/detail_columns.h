// SPDX-License-Identifier: GPL-3.0-or-later
/// What only details say, as columns: tokens, cost, model and one attribute of every span, so that layouts
/// and colours read them in bulk.
///
///     const DetailColumns columns = readDetailColumns(table, "user.id", {});
///     columns.texts.text(columns.model[row])
///
/// Reads the details of every span once, about ten microseconds each: a caller with a large table does it on
/// a thread of its own. Pure otherwise.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "trace/span_table.h"
#include "trace/string_table.h"

namespace spanglass::trace {

struct DetailColumns
{
    /// One entry per row. Tokens and costs add up: a span whose children report the same figure counts as
    /// nothing, because frameworks repeat on a parent what its children used (as trace/sums.h).
    std::vector<std::int64_t> tokens;
    std::vector<std::int64_t> costNanoUsd; ///< 1e-9 USD, saturating
    std::vector<std::uint32_t> model;      ///< in texts; 0: none
    std::vector<std::uint32_t> attribute;  ///< in texts; 0: the span has none of that key
    std::string attributeKey;
    StringTable texts;
};

/// Called every thousand spans with how many are read; false stops, and what is unread stays 0.
using DetailProgress = std::function<bool(std::uint32_t rows)>;

[[nodiscard]] DetailColumns readDetailColumns(const SpanTable& table, std::string_view attributeKey,
                                              const DetailProgress& progress);

/// The attribute keys that the first `sampleRows` spans have, the most frequent first, at most `most`.
[[nodiscard]] std::vector<std::string> attributeKeys(const SpanTable& table, std::uint32_t sampleRows,
                                                     std::size_t most);

} // namespace spanglass::trace
