// SPDX-License-Identifier: GPL-3.0-or-later
/// Searching a document: names and everything that stands in its text, without decoding what does not match.
#pragma once

#include <functional>
#include <string_view>

#include "formats/document.h"

namespace spanglass::formats {

/// Called with each row that matches, in the order of the text; false stops.
using OnMatch = std::function<bool(std::uint32_t row)>;
/// Rows whose name or whose part of the file (attributes, ids, messages, as they stand) holds `words`, ASCII
/// letters in any case. Any thread.
void search(const Document& document, std::string_view words, const OnMatch& onMatch);

} // namespace spanglass::formats
