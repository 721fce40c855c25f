// SPDX-License-Identifier: GPL-3.0-or-later
/// What a file looks like from the outside: the names that occur near the top of its JSON, or that it is not
/// JSON at all. Readers recognise their format by it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace spanglass::formats {

struct Shape
{
    enum class Form
    {
        json,
        text,
        binary
    };
    Form form = Form::text;
    bool list = false; ///< the first JSON value is a list
    /// Where names were seen: "traceEvents", "[].ph", "data[].spans[].spanID". Lists are looked into for a
    /// few elements, objects four levels deep.
    std::unordered_set<std::string> names;

    [[nodiscard]] bool has(const std::string& path) const { return names.contains(path); }
};

/// Looks at the beginning of the text, and along the outermost object for as long as that is cheap.
[[nodiscard]] Shape shapeOf(std::string_view text);

} // namespace spanglass::formats
