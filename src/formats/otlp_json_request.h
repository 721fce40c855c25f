// SPDX-License-Identifier: GPL-3.0-or-later
/// An OTLP/JSON request as a receiver takes it: strict where a file reader is lenient, for a client can be
/// told.
///
///     if (auto read = readOtlpJsonRequest(body, sink); !read) …        // 400: not JSON, or no OTLP request
///
/// camelCase as the specification says; ids in hex of either case, or base64. A span whose ids are neither,
/// or whose attributes are no list, is refused with its JSON path; the others are read. Text that is not
/// UTF-8 gets U+FFFD.
#pragma once

#include <functional>
#include <string>

#include "base/result.h"
#include "formats/json_cursor.h"
#include "formats/otlp_sink.h"

namespace spanglass::formats {

/// `body` is repaired and padded in place; sources handed to the sink point into it.
[[nodiscard]] Result<void> readOtlpJsonRequest(std::string& body, OtlpSink& sink);

/// Makes sure that `body` is one valid JSON document in UTF-8, with the padding a JsonCursor wants behind it.
[[nodiscard]] Result<void> checkJson(std::string& body);

/// Visits the elements of a list member by member: the resource (or scope) first, wherever it stands, then
/// the lists. What traces and logs share.
struct OtlpJsonNames
{
    std::string_view groups;  ///< "resourceSpans"
    std::string_view scopes;  ///< "scopeSpans"
    std::string_view records; ///< "spans"
};
using OnRecord = std::function<void(JsonCursor& at, const std::string& path)>;
/// An error where a member that should be a list is something else.
[[nodiscard]] Result<void> visitOtlpJson(std::string_view text, const OtlpJsonNames& names,
                                         const std::function<void(const OtlpSurroundings&)>& surroundings,
                                         const OnRecord& record);

} // namespace spanglass::formats
