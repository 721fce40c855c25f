// SPDX-License-Identifier: GPL-3.0-or-later
/// The types of JSON, one to one where they fit.
#include "formats/json_values.h"

#include <unordered_map>

#include "formats/numbers.h"

namespace spanglass::formats {

trace::Value valueOf(JsonCursor& at)
{
    switch (at.peek()) {
    case JsonCursor::Type::string:
        return std::string(at.string());
    case JsonCursor::Type::boolean:
        return at.skip() == "true";
    case JsonCursor::Type::object:
    case JsonCursor::Type::array:
        return trace::Json{std::string(at.skip())};
    case JsonCursor::Type::number: {
        const std::string_view digits = at.skip();
        const bool whole = digits.find_first_of(".eENI") == std::string_view::npos;
        // A whole number beyond 64 bits stays text: a double would change it.
        if (whole && (digits.size() < 19 || std::to_string(wholeNumber(digits).value_or(0)) == digits))
            return wholeNumber(digits).value_or(0);
        if (whole)
            return std::string(digits);
        return realNumber(digits).value_or(0);
    }
    default:
        at.skip();
        return {};
    }
}

void readMembers(JsonCursor& at, trace::Attributes& attributes)
{
    if (at.peek() != JsonCursor::Type::object) {
        at.skip();
        return;
    }
    for (at.enterObject(); at.nextKey();) {
        std::string key(at.key());
        attributes.push_back({std::move(key), valueOf(at)});
    }
    dropRepeatedKeys(attributes);
}

std::uint64_t countObjects(JsonCursor& at)
{
    std::uint64_t count = 0;
    eachObject(at, [&count](JsonCursor& object) {
        ++count;
        object.skip();
    });
    return count;
}

void setAttribute(trace::Attributes& attributes, std::string_view key, trace::Value value)
{
    for (trace::Attribute& attribute : attributes) {
        if (attribute.key == key) {
            attribute.value = std::move(value);
            return;
        }
    }
    attributes.push_back({std::string(key), std::move(value)});
}

void dropRepeatedKeys(trace::Attributes& attributes)
{
    std::unordered_map<std::string_view, std::size_t> last;
    for (std::size_t at = 0; at < attributes.size(); ++at)
        last[attributes[at].key] = at;
    if (last.size() == attributes.size())
        return;
    trace::Attributes kept;
    kept.reserve(last.size());
    for (std::size_t at = 0; at < attributes.size(); ++at) {
        if (last[attributes[at].key] == at)
            kept.push_back(attributes[at]);
    }
    attributes = std::move(kept);
}

} // namespace spanglass::formats
