// SPDX-License-Identifier: GPL-3.0-or-later
/// A trace as a line of a list, and the question for a page of them: the same for every store, so that the
/// local one and a team's Postgres are browsed alike.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trace/span.h"

namespace spanglass::trace {

enum class TraceStatus : std::uint8_t
{
    ok,
    error,
    running,
    interrupted
};
inline constexpr std::array<std::string_view, 4> traceStatusNames{"ok", "error", "running", "interrupted"};
[[nodiscard]] constexpr std::string_view name(TraceStatus status) noexcept
{
    return traceStatusNames[static_cast<std::size_t>(status)];
}

/// A line of the trace list: what is known of a trace as a whole.
struct TraceRow
{
    TraceId id;
    std::string name;
    std::int64_t startUnixNs = 0;
    std::optional<std::int64_t> durationNs; ///< none while running
    std::int64_t spans = 0;
    std::int64_t errors = 0;
    Tokens tokens;
    std::optional<Decimal> cost;
    TraceStatus status = TraceStatus::ok;
    std::string user, session, project, environment, release, version, operationType, service;
    std::vector<std::string> tags;
    std::uint8_t flags = 0;    ///< SpanFlag of the root
    std::vector<Score> scores; ///< of the trace and of its spans
};

enum class TraceOrder : std::uint8_t
{
    newest,
    oldest,
    longest,
    costliest,
    mostTokens,
    shortest,
    mostSpans,
    mostErrors,
    byName,
    byService
};
inline constexpr int traceOrders = 10;

/// When traces began: from `fromNs` until before `toNs`; what is not said has no end.
struct TimeRange
{
    std::optional<std::int64_t> fromNs;
    std::optional<std::int64_t> toNs;
    [[nodiscard]] bool everything() const { return !fromNs && !toNs; }
    friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

struct TraceQuery
{
    std::string text = {}; ///< conditions and words as in a query bar; empty for all
    TraceOrder order = TraceOrder::newest;
    int limit = 100;        ///< 1…10,000
    std::string after = {}; ///< TracePage::next of the page before
    TimeRange range = {};
};

struct TracePage
{
    std::vector<TraceRow> rows;
    std::string next; ///< empty: there is no further page
};

/// How many traces began when: bins of one width from `fromNs` on.
struct TraceHistogram
{
    struct Bin
    {
        std::int64_t traces = 0;
        std::int64_t failed = 0; ///< of these, with status error
    };
    std::int64_t fromNs = 0;
    std::int64_t binNs = 1;
    std::vector<Bin> bins; ///< none where no trace was found
    [[nodiscard]] std::int64_t toNs() const
    {
        return fromNs + binNs * static_cast<std::int64_t>(bins.size());
    }
};

} // namespace spanglass::trace
