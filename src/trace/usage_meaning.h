// SPDX-License-Identifier: GPL-3.0-or-later
/// Tokens and the producer's own cost, brought to one way of counting: input with cached tokens, output with
/// reasoning, as OpenTelemetry counts.
#pragma once

#include "trace/facts.h"

namespace spanglass::trace {

[[nodiscard]] Tokens tokensOf(const Facts& facts);
/// Input tokens that were written to a cache, a part of the input; priced apart. 0 where nothing says so.
[[nodiscard]] std::int64_t cacheWriteTokens(const Facts& facts);
/// USD, if whoever made the span named a cost; nothing otherwise.
[[nodiscard]] std::optional<Decimal> producersCost(const Facts& facts);

} // namespace spanglass::trace
