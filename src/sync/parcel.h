// SPDX-License-Identifier: GPL-3.0-or-later
/// What one delivery carries: spans in log order, what is known of their traces, or scores.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/change_log.h"
#include "trace/span.h"
#include "trace/trace_row.h"

namespace spanglass::sync {

using store::ChangePosition;

struct Item
{
    ChangePosition position;
    trace::Span span;
    int variant = 0;
    std::size_t bytes = 0; ///< about what it weighs on the wire
};

struct ScoreItem
{
    std::int64_t id = 0; ///< the row in the store; the same on every retry
    TraceId trace;
    SpanId span; ///< invalid: of the trace
    trace::Score score;
    std::int64_t timeUnixNs = 0;
    std::string project = {}; ///< of its trace
};

using TraceRows = std::unordered_map<TraceId, trace::TraceRow>;

/// What was made of a parcel ahead of its delivery; each destination knows its own kind.
class Prepared
{
public:
    virtual ~Prepared() = default;
};

/// A view of some of the items that were taken, for one attempt.
struct Parcel
{
    std::span<const Item> spans;
    std::span<const ScoreItem> scores;
    const TraceRows* traces = nullptr;
    /// The server found a single span too large: send a copy with its big values cut, each with a marker.
    bool capped = false;
    /// What `Destination::prepare` made of just this parcel; null: nothing.
    const Prepared* prepared = nullptr;

    [[nodiscard]] std::size_t size() const { return spans.size() + scores.size(); }
    [[nodiscard]] const trace::TraceRow* traceRow(TraceId id) const
    {
        const auto at = traces->find(id);
        return at == traces->end() ? nullptr : &at->second;
    }
};

} // namespace spanglass::sync
