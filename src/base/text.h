// SPDX-License-Identifier: Apache-2.0
/// Numbers as people say them, in the form of the C locale, and text made safe to print on one line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace spanglass {

/// "840 ms", "3.2 s", "2 min 5 s", "410 µs", "12 ns": three significant digits below a minute.
[[nodiscard]] std::string durationText(std::int64_t durationNs);

/// "1,204".
[[nodiscard]] std::string countText(std::int64_t count);

/// Dollars as people say them: "$1.20", below one dollar in cents: "0.42 ¢". Two digits that count.
[[nodiscard]] std::string costText(const Decimal& dollars);

/// How long ago: "now" below a second, then "12 s ago", "5 min ago", "3 h ago", "4 days ago"; for what lies
/// ahead "in 8 s".
[[nodiscard]] std::string agoText(std::int64_t thenUnixNs, std::int64_t nowUnixNs);

/// `text` with every control character, every bidirectional override and every byte that is not UTF-8 written
/// visibly (`\n`, `\x1b`, `\u202e`), so that a terminal or a label shows what is there.
[[nodiscard]] std::string visibleText(std::string_view text);

/// How many bytes the code point at the front of `text` has; 0 where the bytes are not UTF-8 (RFC 3629), and
/// for empty text.
[[nodiscard]] std::size_t utf8Length(std::string_view text);

[[nodiscard]] bool isUtf8(std::string_view text);
/// `text` with U+FFFD for every byte that is not UTF-8.
[[nodiscard]] std::string utf8Text(std::string_view text);

/// `text` as the inside of a JSON string, without the quotes. Bytes that are not UTF-8 become `\ufffd`.
[[nodiscard]] std::string jsonEscaped(std::string_view text);

} // namespace spanglass
