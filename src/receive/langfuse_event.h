// SPDX-License-Identifier: GPL-3.0-or-later
/// One event of a Langfuse batch (POST /api/public/ingestion), read: what it creates or changes, as
/// attributes under the names that Langfuse's own OpenTelemetry attributes have.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "formats/json_cursor.h"
#include "trace/span.h"

namespace spanglass::receive {

struct LangfuseEvent
{
    enum class What : std::uint8_t
    {
        trace,
        observation,
        update, ///< of an observation
        score,
        log, ///< of the SDK itself: not kept
    };
    std::string id; ///< of the event; answers name it
    What what = What::log;
    std::int64_t timeUnixNs = 0;
    std::string error; ///< why it cannot be taken; empty: it can

    std::string bodyId;        ///< the trace's, the observation's or the score's
    std::string traceId;       ///< as the client has it
    std::string parentId;      ///< of an observation
    std::string observationId; ///< what a score is about, if not the trace
    std::string name;
    Kind kind = Kind::span;
    Level level = Level::normal;
    std::optional<std::int64_t> startUnixNs;
    std::optional<std::int64_t> endUnixNs;
    trace::Attributes attributes;
    trace::Value value; ///< of a score
    std::string comment;
};

/// Reads one element of "batch". Mistakes of the event are in `error`.
[[nodiscard]] LangfuseEvent readLangfuseEvent(formats::JsonCursor& at, std::string_view text);

} // namespace spanglass::receive
