// SPDX-License-Identifier: GPL-3.0-or-later
/// The parts of a Jaeger span: tags, logs, references, process.
#pragma once

#include <vector>

#include "formats/json_cursor.h"
#include "trace/span.h"

namespace spanglass::formats {

/// Tags are {key, type, value}; int64 values may be text, binary ones are base64.
void readJaegerTags(JsonCursor& at, trace::Attributes& attributes);
/// Logs as events, named by their field "event" if they have one.
void readJaegerLogs(JsonCursor& at, std::vector<trace::Event>& events);
/// Service and resource of a span.
void readJaegerProcess(JsonCursor& at, trace::Span& span);
/// The parent: the first CHILD_OF within the trace, else the first FOLLOWS_FROM; invalid where there is none.
/// The rest become links, if `links` is given.
[[nodiscard]] SpanId readJaegerReferences(JsonCursor& at, TraceId trace, std::vector<trace::Link>* links);
/// What OpenTelemetry put into tags goes back to where it belongs.
void takeOtelOutOfTags(trace::Span& span);

} // namespace spanglass::formats
