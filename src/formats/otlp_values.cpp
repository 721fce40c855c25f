// SPDX-License-Identifier: GPL-3.0-or-later
/// AnyValue, attributes, resource and scope in OTLP/JSON. Nested values recurse to a depth of a hundred; what
/// lies deeper is kept as the text it came as.
#include "formats/otlp_values.h"

#include "base/json_writer.h"
#include "formats/json_values.h"
#include "formats/numbers.h"

namespace spanglass::formats {
namespace {

constexpr int mostDepth = 100;

void plainValue(JsonCursor& at, JsonWriter& json, int depth);

/// The elements of an ArrayValue, {"values":[…]}, or of a bare list.
void plainList(JsonCursor& at, JsonWriter& json, int depth)
{
    json.beginArray();
    const auto elements = [&] {
        if (at.peek() != JsonCursor::Type::array) {
            at.skip();
            return;
        }
        for (at.enterArray(); at.nextElement();)
            plainValue(at, json, depth + 1);
    };
    if (at.peek() == JsonCursor::Type::object) {
        for (at.enterObject(); at.nextKey();) {
            if (at.key() == "values")
                elements();
            else
                at.skip();
        }
    } else {
        elements();
    }
    json.endArray();
}

void plainPair(JsonCursor& at, JsonWriter& json, int depth)
{
    if (at.peek() != JsonCursor::Type::object) {
        at.skip();
        return;
    }
    bool named = false;
    bool valued = false;
    for (at.enterObject(); at.nextKey();) {
        if (at.key() == "key" && !named) {
            json.key(at.string());
            named = true;
        } else if (at.key() == "value" && named && !valued) {
            plainValue(at, json, depth + 1);
            valued = true;
        } else {
            at.skip();
        }
    }
    if (named && !valued)
        json.null();
}

void plainMap(JsonCursor& at, JsonWriter& json, int depth)
{
    json.beginObject();
    if (at.peek() == JsonCursor::Type::object) {
        for (at.enterObject(); at.nextKey();) {
            if (at.key() == "values" && at.peek() == JsonCursor::Type::array) {
                for (at.enterArray(); at.nextElement();)
                    plainPair(at, json, depth);
            } else {
                at.skip();
            }
        }
    } else {
        at.skip();
    }
    json.endObject();
}

/// A number as JSON writes it; numbers in text that JSON cannot write stay text.
void plainNumber(std::string_view digits, JsonWriter& json)
{
    const bool plain = !digits.empty() &&
                       digits.find_first_not_of("+-0123456789.eE") == std::string_view::npos &&
                       digits.front() != '+' && realNumber(digits).has_value();
    if (plain)
        json.raw(digits);
    else
        json.value(digits);
}

void plainValue(JsonCursor& at, JsonWriter& json, int depth)
{
    if (at.peek() != JsonCursor::Type::object || depth > mostDepth) {
        const std::string_view raw = at.skip();
        json.raw(raw.empty() ? "null" : raw);
        return;
    }
    bool written = false;
    for (at.enterObject(); at.nextKey();) {
        const std::string_view key = at.key();
        if (written) {
            at.skip();
            continue;
        }
        written = true;
        if (key == "stringValue" || key == "string_value" || key == "bytesValue" || key == "bytes_value")
            json.value(at.string());
        else if (key == "boolValue" || key == "bool_value")
            json.value(at.scalar() == "true");
        else if (key == "intValue" || key == "int_value" || key == "doubleValue" || key == "double_value")
            plainNumber(at.scalar(), json);
        else if (key == "arrayValue" || key == "array_value")
            plainList(at, json, depth);
        else if (key == "kvlistValue" || key == "kvlist_value")
            plainMap(at, json, depth);
        else {
            at.skip();
            written = false;
        }
    }
    if (!written)
        json.null();
}

} // namespace

trace::Value readAnyValue(JsonCursor& at)
{
    if (at.peek() != JsonCursor::Type::object)
        return valueOf(at);
    trace::Value value;
    for (at.enterObject(); at.nextKey();) {
        const std::string_view key = at.key();
        if (key == "stringValue" || key == "string_value") {
            value = std::string(at.string());
        } else if (key == "boolValue" || key == "bool_value") {
            value = at.scalar() == "true";
        } else if (key == "intValue" || key == "int_value") {
            const std::string digits(at.scalar());
            const auto number = wholeNumber(digits);
            if (number && (digits.size() < 19 || std::to_string(*number) == digits))
                value = *number;
            else
                value = digits;
        } else if (key == "doubleValue" || key == "double_value") {
            const std::string digits(at.scalar());
            if (const auto number = realNumber(digits))
                value = *number;
            else
                value = digits;
        } else if (key == "bytesValue" || key == "bytes_value") {
            const std::string text(at.string());
            if (auto bytes = base64Decoded(text))
                value = std::move(*bytes);
            else
                value = text;
        } else if (key == "arrayValue" || key == "array_value") {
            JsonWriter json;
            plainList(at, json, 0);
            value = trace::Json{json.take()};
        } else if (key == "kvlistValue" || key == "kvlist_value") {
            JsonWriter json;
            plainMap(at, json, 0);
            value = trace::Json{json.take()};
        } else {
            at.skip();
        }
    }
    return value;
}

void readOtlpAttributes(JsonCursor& at, trace::Attributes& attributes)
{
    if (at.peek() != JsonCursor::Type::array) {
        readMembers(at, attributes);
        return;
    }
    eachObject(at, [&](JsonCursor& pair) {
        trace::Attribute attribute;
        for (pair.enterObject(); pair.nextKey();) {
            if (pair.key() == "key")
                attribute.key = pair.string();
            else if (pair.key() == "value")
                attribute.value = readAnyValue(pair);
            else
                pair.skip();
        }
        attributes.push_back(std::move(attribute));
    });
    dropRepeatedKeys(attributes);
}

void readOtlpResource(JsonCursor& at, trace::Attributes& attributes)
{
    if (at.peek() != JsonCursor::Type::object) {
        at.skip();
        return;
    }
    for (at.enterObject(); at.nextKey();) {
        if (at.key() == "attributes")
            readOtlpAttributes(at, attributes);
        else
            at.skip();
    }
}

void readOtlpScope(JsonCursor& at, trace::Scope& scope)
{
    if (at.peek() != JsonCursor::Type::object)
        return;
    for (at.enterObject(); at.nextKey();) {
        if (at.key() == "name")
            scope.name = at.string();
        else if (at.key() == "version")
            scope.version = at.string();
        else if (at.key() == "attributes")
            readOtlpAttributes(at, scope.attributes);
        else
            at.skip();
    }
}

} // namespace spanglass::formats
