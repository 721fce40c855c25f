// SPDX-License-Identifier: GPL-3.0-or-later
/// Traces and spans as the JSON of the command line. Nanoseconds and costs are decimal text, counts are
/// numbers; what is not known is null, an empty text where a text is expected. Scripts rely on the names.
#pragma once

#include <map>

#include "base/json_writer.h"
#include "trace/span.h"
#include "trace/trace_row.h"

namespace spanglass::app {

[[nodiscard]] std::string_view name(trace::State state);
/// "detached", "ended_late", "orphan", "cycle", "duplicate", for each bit of `flags` (trace::SpanFlag).
[[nodiscard]] std::vector<std::string_view> flagNames(std::uint8_t flags);

/// The members `tokens` and `cost` of an open object.
void writeValue(JsonWriter& json, const trace::Value& value);
void writeTokens(JsonWriter& json, const trace::Tokens& tokens);
void writeCost(JsonWriter& json, const std::optional<Decimal>& cost);

/// `sync`: the state of its delivery by the destination's name.
void writeTrace(JsonWriter& json, const trace::TraceRow& row,
                const std::map<std::string, std::string>& sync = {});
void writeSpan(JsonWriter& json, const trace::Span& span);

} // namespace spanglass::app
