// SPDX-License-Identifier: GPL-3.0-or-later
/// OTLP's logs into journal records, as far as they speak of traces: GenAI events arrive as log records from
/// several SDKs and agents.
///
/// A record that names its span becomes an event of it, also when that span is written already. One that
/// names a session (`session.id`, `gen_ai.conversation.id`) becomes a span of that session's own trace, a
/// model call or a tool call where it says how long it took (Claude Code's events do). Any other is refused:
/// this is no log store.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "formats/otlp_sink.h"
#include "receive/span_sink.h"

namespace spanglass::receive {

struct LogRecord
{
    std::int64_t timeUnixNs = 0;
    std::string name;
    std::string severity;
    TraceId trace;
    SpanId span;
    trace::Value body;
    trace::Attributes attributes;
};

class LogRecords
{
public:
    struct Taken
    {
        std::uint64_t kept = 0;
        std::uint64_t refused = 0;
    };
    [[nodiscard]] Result<Taken> takeProto(std::string_view body, SpanSink& sink);
    [[nodiscard]] Result<Taken> takeJson(std::string& body, SpanSink& sink);
    /// What the last request brought was not written after all.
    void undo();

private:
    void take(LogRecord& record, const formats::OtlpSurroundings& around, SpanSink& sink, Taken& taken);
    void takeIntoSession(LogRecord& record, const std::string& session, SpanSink& sink);

    std::unordered_map<TraceId, SpanId> m_sessions; ///< and the root that was written for them
    std::vector<TraceId> m_newSessions;             ///< of the last request
};

} // namespace spanglass::receive
