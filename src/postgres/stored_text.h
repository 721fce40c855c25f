// SPDX-License-Identifier: GPL-3.0-or-later
/// Text in the form Postgres can hold, and back again. A text or jsonb column refuses U+0000 and every byte
/// that is not UTF-8 (lone surrogates among them); both occur in what models say. They are written as ␛
/// (U+241B) and two hex digits per byte, a ␛ of the original as ␛␛: visible, searchable and reversible.
///
///     storedText("a\0b")          // "a␛00b"
///     originalText("a␛00b")       // "a\0b"
#pragma once

#include <string>
#include <string_view>

namespace spanglass::postgres {

[[nodiscard]] std::string storedText(std::string_view text);
/// The same without a copy of what is plain: `text` itself, or its other form in `room`.
[[nodiscard]] std::string_view storedText(std::string_view text, std::string& room);
/// The exact inverse; an escape that storedText does not write stays as it is.
[[nodiscard]] std::string originalText(std::string_view text);

} // namespace spanglass::postgres
