// SPDX-License-Identifier: GPL-3.0-or-later
/// What a good engineer would point at in a trace, each finding linked to the spans it is about.
///
///     for (const Finding& finding : findings(spans))
///         std::cout << finding.message << '\n';   // "execute_tool sql was called 3 times with the same
///         input"
///
/// The rules stand under trace/findings/, one a file: pure functions of the spans. A finding names figures
/// that can be checked, never advice that the data does not show.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trace/span.h"
#include "trace/span_table.h"

namespace spanglass::trace {

enum class FindingKind : std::uint8_t
{
    dominantSpan,
    costShare,
    retryStorm,
    swallowedError,
    truncatedOutput,
    repeatedCalls,
    serialCalls,
    growingContext,
    missedCache,
};
inline constexpr std::array<std::string_view, 9> findingNames{
    "dominant_span",  "cost_share",   "retry_storm",     "swallowed_error", "truncated_output",
    "repeated_calls", "serial_calls", "growing_context", "missed_cache"};
[[nodiscard]] constexpr std::string_view name(FindingKind kind) noexcept
{
    return findingNames[static_cast<std::size_t>(kind)];
}

struct Finding
{
    FindingKind kind = FindingKind::dominantSpan;
    std::string message; ///< English, one line; a window may word it anew from kind and figures
    std::vector<SpanId> spans;
    std::optional<std::int64_t> costNs = {}; ///< time it took, or that would be won
    std::optional<Decimal> saving = {};      ///< USD that would be saved
};
using Findings = std::vector<Finding>;

/// Of one trace. The spans must have been interpreted (trace/meaning.h); any order. The gravest kinds first,
/// within a kind by start. O(n log n).
[[nodiscard]] Findings findings(const std::vector<Span>& spans);
/// Of every trace of a table, in the order in which they stand there; one at a time is held whole.
[[nodiscard]] Findings findingsIn(const SpanTable& table);

} // namespace spanglass::trace
