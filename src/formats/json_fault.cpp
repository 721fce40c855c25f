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

std::string pathOf(std::string_view text, std::size_t offset)
{
    struct Level
    {
        std::size_t pathBytes; ///< of the container's own path
        std::size_t element;   ///< of a list
        bool list;
    };
    constexpr std::size_t deepest = 64; // nothing that is rejected lies deeper
    std::vector<Level> levels;
    std::string path;
    JsonCursor at(text);
    while (!at.failed() && at.offset() <= offset) {
        if (levels.empty()) {
            if (at.atEnd())
                break;
        } else {
            Level& level = levels.back();
            path.resize(level.pathBytes);
            if (!(level.list ? at.nextElement() : at.nextKey())) {
                levels.pop_back();
                continue;
            }
            path += level.list     ? '[' + std::to_string(level.element++) + ']'
                    : path.empty() ? std::string(at.key())
                                   : '.' + std::string(at.key());
        }
        const JsonCursor::Type type = at.peek();
        if (at.offset() == offset)
            return path;
        JsonCursor over = at;
        over.skip();
        const bool inside = over.failed() || over.offset() > offset;
        if (inside && levels.size() < deepest && type == JsonCursor::Type::array && at.enterArray())
            levels.push_back({path.size(), 0, true});
        else if (inside && levels.size() < deepest && type == JsonCursor::Type::object && at.enterObject())
            levels.push_back({path.size(), 0, false});
        else
            at = over;
    }
    return {};
}

std::string placeText(std::string_view text, std::size_t offset)
{
    const auto before = text.substr(0, offset);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    return "byte " + std::to_string(offset) + " (line " + std::to_string(line) + ")";
}

} // namespace spanglass::formats
