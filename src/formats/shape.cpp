// SPDX-License-Identifier: GPL-3.0-or-later
/// An explicit stack of containers, with a budget: names of the first elements only.
#include "formats/shape.h"

#include <vector>

#include "formats/json_cursor.h"

namespace spanglass::formats {
namespace {

constexpr std::size_t mostDepth = 5;
constexpr std::size_t mostElements = 3;
constexpr std::size_t mostNames = 64;          // of one object
constexpr std::size_t cheapBytes = 256 * 1024; // whatever lies here is looked into
constexpr std::size_t skippable = 16 << 20;    // what may be skipped to find the outermost names

struct Level
{
    bool list = false;
    std::size_t seen = 0;
    std::string path;
};

bool looksBinary(std::string_view text)
{
    std::size_t strange = 0;
    const std::string_view head = text.substr(0, 1024);
    for (const char c : head) {
        const auto byte = static_cast<unsigned char>(c);
        strange += byte < 0x20 && c != '\n' && c != '\r' && c != '\t' ? 1 : 0;
    }
    return strange * 20 > head.size();
}

/// Goes into the value at hand, or over it.
void step(JsonCursor& at, std::vector<Level>& stack, std::string path)
{
    const auto type = at.peek();
    const bool deep = stack.size() >= mostDepth || at.offset() > cheapBytes;
    if (!deep && type == JsonCursor::Type::object && at.enterObject())
        stack.push_back({false, 0, std::move(path)});
    else if (!deep && type == JsonCursor::Type::array && at.enterArray())
        stack.push_back({true, 0, path + "[]"});
    else
        at.skip();
}

} // namespace

Shape shapeOf(std::string_view text)
{
    Shape shape;
    JsonCursor at(text);
    const auto first = at.peek();
    if (first != JsonCursor::Type::object && first != JsonCursor::Type::array) {
        shape.form = looksBinary(text) ? Shape::Form::binary : Shape::Form::text;
        return shape;
    }
    shape.form = Shape::Form::json;
    shape.list = first == JsonCursor::Type::array;
    std::vector<Level> stack;
    step(at, stack, {});
    while (!stack.empty() && !at.failed() && at.offset() < skippable) {
        Level& level = stack.back();
        const bool enough = ++level.seen > (level.list ? mostElements : mostNames);
        if (enough && stack.size() == 1)
            break; // nobody needs the way out of the outermost container
        const bool more = level.list ? at.nextElement() : at.nextKey();
        if (!more) {
            stack.pop_back();
            continue;
        }
        std::string path = level.path;
        if (!level.list) {
            if (!path.empty())
                path += '.';
            path += at.key().substr(0, 64);
            shape.names.insert(path);
        }
        if (enough)
            at.skip();
        else
            step(at, stack, std::move(path));
    }
    return shape;
}

} // namespace spanglass::formats
