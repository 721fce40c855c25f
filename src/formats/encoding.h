// SPDX-License-Identifier: GPL-3.0-or-later
/// Text as UTF-8: byte order marks, UTF-16, and a count of what is not valid.
#pragma once

#include <cstdint>
#include <string_view>

#include "formats/bytes.h"

namespace spanglass::formats {

/// The length of a UTF-8 byte order mark at the start, 0 or 3.
[[nodiscard]] std::size_t byteOrderMark(std::string_view bytes);
/// UTF-16 by its byte order mark, or by every second byte of the first being zero.
[[nodiscard]] bool isUtf16(std::string_view bytes);
/// Lone surrogates become U+FFFD, an odd last byte is dropped.
[[nodiscard]] Bytes utf16ToUtf8(std::string_view bytes);

struct InvalidUtf8
{
    std::uint64_t count = 0; ///< bytes that belong to no character
    std::uint64_t first = 0; ///< where the first one is
};
[[nodiscard]] InvalidUtf8 invalidUtf8(std::string_view text);

} // namespace spanglass::formats
