// SPDX-License-Identifier: GPL-3.0-or-later
/// A trace as one turn of a conversation: what was asked, what was answered, and what ran in between. The
/// turns of a session's traces, by start, are the conversation.
#pragma once

#include <string>
#include <vector>

#include "trace/span.h"
#include "trace/sums.h"

namespace spanglass::trace {

struct Turn
{
    TraceId trace;
    std::int64_t startUnixNs = 0;
    std::optional<std::int64_t> durationNs; ///< of the root; none while it runs
    std::string question;                   ///< empty where the trace does not say
    std::string answer;
    std::vector<std::string> tools; ///< names, in the order of their calls, each once
    Totals totals;
    Status status = Status::unset; ///< of the root
};

/// Of one trace; the spans must have been interpreted; any order. The root's input and output speak first,
/// then the first question and the last answer of its model calls.
[[nodiscard]] Turn turnOf(const std::vector<Span>& spans);

} // namespace spanglass::trace
