// SPDX-License-Identifier: GPL-3.0-or-later
/// A full walk with an explicit stack.
#include "formats/json_fault.h"

#include <algorithm>
#include <vector>

#include "formats/json_cursor.h"
#include "formats/numbers.h"

namespace spanglass::formats {
namespace {

/// Whether a scalar is one; strings were checked by their end.
bool isScalar(std::string_view text)
{
    return text == "true" || text == "false" || text == "null" || realNumber(text).has_value();
}

} // namespace

std::optional<Fault> findFault(std::string_view text, std::size_t from)
{
    JsonCursor at(text, from);
    std::vector<bool> lists; // of the containers we are in
    do {
        const bool more = lists.empty() || (lists.back() ? at.nextElement() : at.nextKey());
        if (at.failed())
            break;
        if (!more) {
            lists.pop_back();
            continue;
        }
        switch (at.peek()) {
        case JsonCursor::Type::object:
            at.enterObject();
            lists.push_back(false);
            break;
        case JsonCursor::Type::array:
            at.enterArray();
            lists.push_back(true);
            break;
        case JsonCursor::Type::none:
            at.skip();
            break;
        case JsonCursor::Type::string:
            at.skip();
            break;
        default: {
            const std::size_t begin = at.offset();
            if (!isScalar(at.skip()))
                return Fault{begin, "neither a number, a text, true, false nor null", false};
        }
        }
    } while (!lists.empty() && !at.failed());
    if (!at.failed())
        return std::nullopt;
    return Fault{at.offset(), at.error(), at.endedEarly()};
}

std::string placeText(std::string_view text, std::size_t offset)
{
    const auto before = text.substr(0, offset);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    return "byte " + std::to_string(offset) + " (line " + std::to_string(line) + ")";
}

} // namespace spanglass::formats
