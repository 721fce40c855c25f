// SPDX-License-Identifier: GPL-3.0-or-later
/// Where exactly a JSON text is broken: slow and thorough, asked only once reading has failed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace spanglass::formats {

struct Fault
{
    std::size_t offset = 0;
    std::string what;
    bool endedEarly = false; ///< nothing is wrong but that there is no more
};
/// The first fault of the value that begins at `from`; nothing if it is whole.
[[nodiscard]] std::optional<Fault> findFault(std::string_view text, std::size_t from);

/// "byte 120 (line 7)".
[[nodiscard]] std::string placeText(std::string_view text, std::size_t offset);

/// Where in its document the value at `offset` stands: "resourceSpans[0].scopeSpans[0].spans[3]". Empty where
/// no value begins there. Walks there from the start of the text.
[[nodiscard]] std::string pathOf(std::string_view text, std::size_t offset);

} // namespace spanglass::formats
