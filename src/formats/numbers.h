// SPDX-License-Identifier: GPL-3.0-or-later
/// Numbers, times, ids and bytes as trace files write them, read exactly.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <spanglass/types.h>

#include "trace/span.h"

namespace spanglass::formats {

/// A decimal number (sign, digits, point, exponent) times 10^`scale`, as an integer: exact where it is one,
/// else rounded to the nearest; out of range it saturates. Nothing for what is no number, NaN and infinities.
///     scaled("1.5", 3)        1500
///     scaled("1e3", 0)        1000
[[nodiscard]] std::optional<std::int64_t> scaled(std::string_view number, int scale);
/// As `scaled(number, 0)`, only for whole numbers: nothing for 1.5.
[[nodiscard]] std::optional<std::int64_t> wholeNumber(std::string_view number);
[[nodiscard]] std::optional<double> realNumber(std::string_view number);

/// ISO 8601 with date and time, `T` or a blank between them, any number of fraction digits (cut at
/// nanoseconds), `Z`, ±hh:mm, ±hhmm or no zone (UTC): nanoseconds since 1970.
[[nodiscard]] std::optional<std::int64_t> isoTimeNs(std::string_view text);
/// Nanoseconds since 1970 as "2026-01-02T03:04:05.678901234Z".
[[nodiscard]] std::string isoText(std::int64_t unixNs);

/// Ids in all forms that occur: hex of any case, with 0x, shorter than they should be (padded left), UUIDs,
/// base64 (24 or 12 characters). Invalid for anything else, and for zero.
[[nodiscard]] TraceId traceIdOf(std::string_view text);
[[nodiscard]] SpanId spanIdOf(std::string_view text);
/// A stable id made of a foreign one: the same text gives the same id. Never zero.
[[nodiscard]] TraceId derivedTraceId(std::string_view text);
[[nodiscard]] SpanId derivedSpanId(std::string_view text);
/// Mixes a number into an id: the n-th part of something that has an id.
[[nodiscard]] SpanId derivedSpanId(std::string_view text, std::uint64_t number);

/// Standard or URL-safe alphabet, padded or not.
[[nodiscard]] std::optional<trace::Bytes> base64Decoded(std::string_view text);
[[nodiscard]] std::string base64Encoded(const trace::Bytes& bytes);

/// The value of four hex digits at the start of `text`; -1 if there are none.
[[nodiscard]] int hex4(std::string_view text);
void appendUtf8(std::string& out, char32_t code);

} // namespace spanglass::formats
