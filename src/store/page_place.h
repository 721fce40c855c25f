// SPDX-License-Identifier: GPL-3.0-or-later
/// Where a page of a list ended, as its `next` says it: "VALUE:ROW".
#pragma once

#include <charconv>
#include <cstdint>
#include <string>

#include "base/result.h"

namespace spanglass::store {

struct PagePlace
{
    std::string value; ///< what the list is ordered by
    std::int64_t row = 0;

    [[nodiscard]] static Result<PagePlace> parse(const std::string& text)
    {
        const std::size_t colon = text.rfind(':'); // a name may hold colons
        PagePlace place;
        const char* const end = text.data() + text.size();
        if (colon == std::string::npos || std::from_chars(text.data() + colon + 1, end, place.row).ptr != end)
            return fail(ErrorKind::usage, "page \"" + text + "\": is none that a list named");
        place.value = text.substr(0, colon);
        return place;
    }
    [[nodiscard]] std::string text() const { return value + ':' + std::to_string(row); }
};

} // namespace spanglass::store
