// SPDX-License-Identifier: GPL-3.0-or-later
/// Numbers, times and money as the window shows them, in the user's language; and their exact forms for
/// tooltips. The C locale's forms, for the command line, are in base/text.h.
#pragma once

#include <QString>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/decimal.h"
#include "trace/span.h"

namespace spanglass::models {

/// "840 ms", "3.20 s", "2 min 5 s".
[[nodiscard]] QString durationReadable(std::int64_t durationNs);
/// "1,240,115,332 ns".
[[nodiscard]] QString durationExact(std::int64_t durationNs);
/// "1,204".
[[nodiscard]] QString countReadable(std::int64_t count);
/// "0.42 ¢" below a dollar, else "$1.20".
[[nodiscard]] QString costReadable(const Decimal& usd);
/// "$0.0042", every digit.
[[nodiscard]] QString costExact(const Decimal& usd);
/// "9.5 %", "42 %": a digit behind the point below a tenth; "< 0.1 %" for what would be none.
[[nodiscard]] QString percentReadable(double share);
/// A number, or numbers with their units, of the C locale in the user's: "1.5 s" as "1,5 s".
[[nodiscard]] QString numbersReadable(std::string_view text);
/// What a span or trace used in all: its total, else input and output; nothing where neither is known.
[[nodiscard]] std::optional<std::int64_t> tokensTotal(const trace::Tokens& tokens);

/// "just now", "12 s ago", "5 min ago", "3 h ago", "yesterday 14:02", "3 Mar 14:02", "3 Mar 2024".
[[nodiscard]] QString timeRelative(std::int64_t unixNs, std::int64_t nowUnixNs);
/// "2026-03-03 14:02:11.123", local time.
[[nodiscard]] QString timeExact(std::int64_t unixNs);
[[nodiscard]] std::int64_t nowUnixNs();

/// "LLM", "Tool", … in the user's language.
[[nodiscard]] QString kindName(Kind kind);

} // namespace spanglass::models
