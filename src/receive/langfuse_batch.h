// SPDX-License-Identifier: GPL-3.0-or-later
/// Langfuse's batches (SDKs up to JS 3 and Python 2) into journal records.
///
/// Events may come in any order, within a batch and over batches (the SDK sends several at once): creates go
/// before updates, each by time, and an update whose create has not come waits in the journal, where the
/// create finds it. A trace of Langfuse's is no span here: what it says is written on the trace's first root
/// observation. Where none comes within a while, the trace gets a root span of its own, and later roots hang
/// under it.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "receive/http_answer.h"
#include "receive/langfuse_event.h"
#include "receive/span_sink.h"

namespace spanglass::receive {

class LangfuseBatches
{
public:
    struct Taken
    {
        std::string answer;      ///< the body of the 207
        std::uint64_t spans = 0; ///< observations created
        std::uint64_t refused = 0;
    };
    /// Collects a batch's records in the sink; whether to `write` them is the caller's. An error: the whole
    /// request is no batch.
    [[nodiscard]] Result<Taken> take(std::string& body, SpanSink& sink);
    /// Gives traces that have waited this long for a root observation one of their own. True: something was
    /// collected and wants to be written.
    bool makeRoots(std::chrono::milliseconds waited, SpanSink& sink);
    /// What the last batch, or makeRoots, brought was not written after all.
    void undo();

private:
    struct TraceState
    {
        SpanId root;                        ///< of the first root observation, or the trace's own
        bool ownRoot = false;               ///< `root` was made here
        std::vector<LangfuseEvent> waiting; ///< what traces and scores said before a root is known
        std::chrono::steady_clock::time_point waitsSince;
    };
    TraceState& stateOf(TraceId trace);
    void takeEvent(const LangfuseEvent& event, SpanSink& sink);
    void takeObservation(const LangfuseEvent& event, TraceId trace, SpanSink& sink);
    void placeOnRoot(const LangfuseEvent& event, TraceId trace, SpanId root, SpanSink& sink) const;
    void settle(TraceId trace, SpanSink& sink);
    void makeRoot(TraceId trace, TraceState& state, SpanSink& sink);

    std::unordered_map<TraceId, TraceState> m_traces;
    std::deque<TraceId> m_age; ///< oldest first
    std::vector<TraceId> m_touched;
    std::vector<TraceId> m_rootless;                      ///< with something waiting
    std::vector<std::pair<TraceId, TraceState>> m_before; ///< what was known of them before the last batch
};

/// A client's id as ours: W3C ids and UUIDs as they are, others derived from the text.
[[nodiscard]] TraceId langfuseTraceId(std::string_view id);
[[nodiscard]] SpanId langfuseSpanId(std::string_view id);

} // namespace spanglass::receive
