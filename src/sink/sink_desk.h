// SPDX-License-Identifier: GPL-3.0-or-later
/// What a Langfuse answers, as far as deliveries ask: OTLP in both encodings, health, projects, what is there
/// of a trace, scores. Remembers ids only, each once, so that a demo shows that nothing is lost or doubled.
///
///     SinkDesk desk;
///     HttpAnswer answer = desk.serve(request);
///
/// Not a Langfuse: any key is good, and what it was told is gone with it.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "receive/http_answer.h"
#include "receive/http_request.h"
#include "trace/span.h"

namespace spanglass::sink {

struct SinkCounts
{
    std::uint64_t requests = 0;
    std::uint64_t spans = 0;    ///< different ones
    std::uint64_t repeated = 0; ///< that came again under their ids
    std::uint64_t scores = 0;   ///< different ones
};

class SinkDesk
{
public:
    [[nodiscard]] receive::HttpAnswer serve(const receive::HttpRequest& request);
    [[nodiscard]] const SinkCounts& counts() const { return m_counts; }

private:
    receive::HttpAnswer takeSpans(const receive::HttpRequest& request);
    receive::HttpAnswer takeScore(const receive::HttpRequest& request);
    [[nodiscard]] receive::HttpAnswer observations(const receive::HttpRequest& request) const;
    [[nodiscard]] receive::HttpAnswer summary() const;

    std::map<TraceId, std::set<SpanId>> m_spans;
    std::set<std::string> m_scores;
    SinkCounts m_counts;
};

} // namespace spanglass::sink
