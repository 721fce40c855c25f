// SPDX-License-Identifier: GPL-3.0-or-later
/// OTLP traces in protobuf: an ExportTraceServiceRequest, or TracesData, which is laid out alike.
///
///     if (auto read = readOtlpProto(body, sink); !read) …            // not protobuf at all, or cut off
///
/// What has no field in trace::Span is kept as attributes (`otlp.…`): SpanKind, trace state,
/// flags, dropped counts, and unknown fields as they stand. Text that is not UTF-8 gets U+FFFD. Lists and
/// maps become JSON. Values nested deeper than `deepestOtlpValue`, ids of a wrong length or none, reject
/// their span. Equal keys are handed on as they come; the last one counts.
#pragma once

#include <functional>
#include <string_view>

#include "base/result.h"
#include "formats/otlp_sink.h"
#include "formats/proto_cursor.h"

namespace spanglass::formats {

inline constexpr int deepestOtlpValue = 100;

/// Spans seen before a failure were handed to the sink. The error's message has the byte.
[[nodiscard]] Result<void> readOtlpProto(std::string_view bytes, OtlpSink& sink);
/// One Span message, as `OtlpSink::span` got it for its `source`. Replaces what is in `span`.
[[nodiscard]] Result<void> readOtlpProtoSpan(std::string_view message, trace::Span& span);

/// The way through a request that traces and logs share: what holds for the records, then each one's message.
[[nodiscard]] Result<void> visitOtlpProto(std::string_view bytes,
                                          const std::function<void(const OtlpSurroundings&)>& surroundings,
                                          const std::function<void(std::string_view)>& record);

/// Parts that OTLP's logs share with its traces. False where the message is broken or too deep.
[[nodiscard]] bool readProtoKeyValue(std::string_view message, trace::Attributes& attributes);
[[nodiscard]] bool readProtoValue(std::string_view message, trace::Value& value);
[[nodiscard]] bool readProtoResource(std::string_view message, OtlpSurroundings& around);
[[nodiscard]] bool readProtoScope(std::string_view message, trace::Scope& scope);

[[nodiscard]] TraceId protoTraceId(std::string_view bytes); ///< invalid unless 16 bytes, not all zero
[[nodiscard]] SpanId protoSpanId(std::string_view bytes);   ///< invalid unless 8 bytes, not all zero

} // namespace spanglass::formats
