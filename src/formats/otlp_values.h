// SPDX-License-Identifier: GPL-3.0-or-later
/// The parts of OTLP/JSON: keys of a span, ids, times, AnyValue, and the decoding of one whole span.
#pragma once

#include <cstdint>
#include <string_view>

#include "formats/json_cursor.h"
#include "trace/span.h"

namespace spanglass::formats {

inline constexpr std::uint64_t noPlace = ~std::uint64_t(0);

enum class OtlpKey : std::uint8_t
{
    other,
    traceId,
    spanId,
    parentSpanId,
    traceState,
    name,
    kind,
    startTime,
    endTime,
    attributes,
    events,
    links,
    status,
    flags,
    droppedAttributes,
    droppedEvents,
    droppedLinks
};
/// camelCase and snake_case.
[[nodiscard]] OtlpKey otlpSpanKey(std::string_view key);

/// Ids in any form; one that is none of them is replaced by one derived from it. False for empty and for
/// zero.
bool otlpTraceId(std::string_view text, TraceId& id);
bool otlpSpanId(std::string_view text, SpanId& id);
/// Nanoseconds as digits, saturating; nothing for what is no number.
[[nodiscard]] std::optional<std::int64_t> otlpTime(std::string_view digits);
/// Zero stands for "not known", except in files whose times count from zero (profiles).
[[nodiscard]] inline bool otlpStartKnown(std::int64_t start, std::int64_t end)
{
    constexpr std::int64_t twelveDays = 1'000'000'000'000'000;
    return start != 0 || (end != 0 && end < twelveDays);
}
/// end - start, saturating; never `trace::unfinished` (-1 becomes -2).
[[nodiscard]] std::int64_t otlpDuration(std::int64_t start, std::int64_t end);

/// Reads a status object; `message` may be null.
Status readOtlpStatus(JsonCursor& at, std::string* message);
/// Reads an AnyValue: lists and maps become plain JSON.
[[nodiscard]] trace::Value readAnyValue(JsonCursor& at);
/// A list of {key, value}, or an object as hand-made exporters write it.
void readOtlpAttributes(JsonCursor& at, trace::Attributes& attributes);
void readOtlpResource(JsonCursor& at, trace::Attributes& attributes);
void readOtlpScope(JsonCursor& at, trace::Scope& scope);

/// The rest of the span at `place`: attributes, events, links, messages, its resource and scope.
void readOtlpDetails(std::string_view text, std::uint64_t place, std::uint64_t resource, std::uint64_t scope,
                     trace::Span& span);

// What a span keeps of OTLP that has no column of its own, as attributes; the writers turn them back.
namespace otlp {
inline constexpr std::string_view spanKind = "span.kind"; ///< "server", "client", …
inline constexpr std::string_view traceState = "w3c.tracestate";
inline constexpr std::string_view flags = "otlp.flags";
inline constexpr std::string_view droppedAttributes = "otlp.dropped_attributes_count";
inline constexpr std::string_view droppedEvents = "otlp.dropped_events_count";
inline constexpr std::string_view droppedLinks = "otlp.dropped_links_count";
/// "server" for 2; empty for unspecified, internal and unknown kinds.
[[nodiscard]] std::string_view kindName(std::int64_t kind);
/// Keeps the kind as an attribute where writing the span would not give it back by itself: INTERNAL goes
/// without saying, except on calls of models, which are written as CLIENT.
void keepKind(std::int64_t number, Kind kind, trace::Attributes& attributes);
/// 2 for "server", also for "SPAN_KIND_SERVER", "SpanKind.SERVER"; 0 for others.
[[nodiscard]] int kindNumber(std::string_view name);
} // namespace otlp

} // namespace spanglass::formats
