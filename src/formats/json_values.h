// SPDX-License-Identifier: GPL-3.0-or-later
/// JSON values as span values, and walks over lists of objects, shared by the readers.
#pragma once

#include <string_view>

#include "formats/json_cursor.h"
#include "trace/span.h"

namespace spanglass::formats {

/// Text, numbers (whole ones exactly), booleans as they are; lists and objects as JSON text; null is empty.
[[nodiscard]] trace::Value valueOf(JsonCursor& at);
/// Every member of the object at hand as an attribute. The last of equal keys wins.
void readMembers(JsonCursor& at, trace::Attributes& attributes);
/// Sets an attribute, replacing one of the same key.
void setAttribute(trace::Attributes& attributes, std::string_view key, trace::Value value);
/// Makes the last of equal keys the only one; for lists too long to search at every step.
void dropRepeatedKeys(trace::Attributes& attributes);

/// Calls `read` with each object of the list at hand; what is no object, or no list, is passed over. `read`
/// must read the object or skip it.
template<class Read> void eachObject(JsonCursor& at, const Read& read)
{
    if (at.peek() != JsonCursor::Type::array) {
        at.skip();
        return;
    }
    for (at.enterArray(); at.nextElement();) {
        if (at.peek() == JsonCursor::Type::object)
            read(at);
        else
            at.skip();
    }
}
/// How many objects the list at hand has; 0 for anything else.
[[nodiscard]] std::uint64_t countObjects(JsonCursor& at);

} // namespace spanglass::formats
