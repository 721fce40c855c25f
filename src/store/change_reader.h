// SPDX-License-Identifier: GPL-3.0-or-later
/// Reads the change log (store/change_log.h): whole spans in commit order, with the rows of their traces.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "store/change_log.h"
#include "store/database.h"
#include "trace/span.h"
#include "trace/trace_row.h"

namespace spanglass::store {

struct ChangedSpan
{
    ChangePosition position;
    trace::Span span;
    int variant = 0;
};

struct ChangeQuery
{
    ChangePosition after;         ///< exclusive
    ChangePosition to = endOfLog; ///< inclusive
    std::size_t spans = 5000;
    std::size_t bytes = 4u << 20; ///< of details; a larger span comes alone
    bool running = false;         ///< also spans that have not ended
    /// Reading stops at a span of a running trace that ended less than this ago, seen from `nowUnixNs`; 0:
    /// never.
    std::int64_t holdNs = 0;
    std::int64_t nowUnixNs = 0;
};

struct ChangePage
{
    std::vector<ChangedSpan> spans;
    std::unordered_map<TraceId, trace::TraceRow> traces;
    ChangePosition end; ///< everything up to here was looked at
    bool more = false;
    bool held = false;
};

class ChangeReader
{
public:
    explicit ChangeReader(std::shared_ptr<Database> database);
    ChangeReader(ChangeReader&&) noexcept;
    ~ChangeReader();

    [[nodiscard]] Result<ChangePage> read(const ChangeQuery& query);
    /// Single spans by row; those that are gone are left out.
    [[nodiscard]] Result<ChangePage> rows(const std::vector<std::int64_t>& spanRows);
    /// How many changes lie between, counted up to `most`.
    [[nodiscard]] Result<std::int64_t> count(ChangePosition after, ChangePosition to, std::int64_t most,
                                             bool running = true);
    /// The last position there is.
    [[nodiscard]] Result<ChangePosition> end();
    /// Whether a span of the trace lies between.
    [[nodiscard]] Result<bool> touches(TraceId trace, ChangePosition after, ChangePosition to);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace spanglass::store
