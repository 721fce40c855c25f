// SPDX-License-Identifier: GPL-3.0-or-later
/// What the strict readers of OTLP requests share: how a span keeps what it has no member for, which ids are
/// good, and text made UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/json_writer.h"
#include "base/result.h"
#include "trace/span.h"

namespace spanglass::formats {

/// Beside the names in formats/otlp_values.h: what a request may hold that a file reader passes over.
namespace otlp {
inline constexpr std::string_view statusCode = "otlp.status_code";       ///< one that OTLP does not define
inline constexpr std::string_view unknownFields = "otlp.unknown_fields"; ///< protobuf as it came
} // namespace otlp

struct OtlpNumbers
{
    std::uint64_t kind = 0;
    std::uint64_t status = 0;
    std::int64_t endUnixNs = 0; ///< 0: none
};
/// Duration, status and span kind of a span whose start and attributes are there.
void finishSpan(trace::Span& span, const OtlpNumbers& numbers);

/// Why a span with these ids is refused. Sizes are those that came; `unit` is what they count.
[[nodiscard]] Result<void> checkSpanIds(bool traceGood, std::size_t traceSize, bool spanGood,
                                        std::size_t spanSize);

/// service.name, or empty.
[[nodiscard]] std::string serviceOf(const trace::Attributes& resource);

/// Nanoseconds beyond what int64 holds (the year 2262) stop there.
[[nodiscard]] inline std::int64_t protoTime(std::uint64_t unixNs)
{
    return unixNs > INT64_MAX ? INT64_MAX : static_cast<std::int64_t>(unixNs);
}

[[nodiscard]] bool isUtf8(std::string_view bytes);
/// The text, with U+FFFD for every byte that belongs to no character.
[[nodiscard]] std::string protoText(std::string_view bytes);
/// A double in plain JSON; "NaN", "Infinity" and "-Infinity" as text.
void writeReal(JsonWriter& json, double number);

} // namespace spanglass::formats
