// SPDX-License-Identifier: GPL-3.0-or-later
/// Recognising OTLP in protobuf among other binary files.
#pragma once

#include <string_view>

namespace spanglass::formats {

/// A bare ExportTraceServiceRequest (also one that is cut off).
[[nodiscard]] bool isOtlpProtobuf(std::string_view text);
/// Messages that are each preceded by a four-byte big-endian length, as the collector's file exporter writes
/// them; each may be compressed with zstd.
[[nodiscard]] bool isLengthPrefixed(std::string_view text);
/// Perfetto's Trace begins like a request; its packets hold other fields.
[[nodiscard]] bool isPerfetto(std::string_view text);
/// So does pprof's Profile; its tables stand beside each other in fields that a Trace has not.
[[nodiscard]] bool isPprof(std::string_view text);

} // namespace spanglass::formats
