// SPDX-License-Identifier: GPL-3.0-or-later
/// Spans as an OTLP ExportTraceServiceRequest, in protobuf and in JSON: what deliveries send and exports
/// write.
///
///     std::vector<OtlpSpan> spans{{&span}};
///     post("application/x-protobuf", otlpProtobuf(spans));
///
/// Spans are grouped by equal resource and scope. Text that is not UTF-8 gets U+FFFD, because a receiver
/// refuses the whole request for one such byte; JSON values go as text. Ids are lower-case hex in JSON.
#pragma once

#include <span>
#include <string>

#include "trace/span.h"

namespace spanglass::formats {

struct OtlpSpan
{
    const trace::Span* span = nullptr;
    /// Attributes beside the span's own; one of these wins over one of its own with the same key.
    const trace::Attributes* extra = nullptr;
};

[[nodiscard]] std::string otlpProtobuf(std::span<const OtlpSpan> spans);
[[nodiscard]] std::string otlpJson(std::span<const OtlpSpan> spans);

/// About how many bytes the span takes in a request.
[[nodiscard]] std::size_t otlpWeight(const trace::Span& span);

} // namespace spanglass::formats
