// SPDX-License-Identifier: Apache-2.0
/// Writes JSON text piece by piece; commas and escapes are its work.
///
///     JsonWriter json;
///     json.beginObject().member("traces", 6).key("tags").beginArray().value("a").endArray().endObject();
///     send(json.text());                                          // {"traces":6,"tags":["a"]}
///
/// What a caller nests wrongly is a programming mistake and asserts. Depth is no limit.
#pragma once

#include <cassert>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace spanglass {

class JsonWriter
{
public:
    JsonWriter& beginObject() { return begin('{', '}'); }
    JsonWriter& endObject() { return end('}'); }
    JsonWriter& beginArray() { return begin('[', ']'); }
    JsonWriter& endArray() { return end(']'); }
    JsonWriter& key(std::string_view name);

    JsonWriter& value(std::string_view text); ///< bytes that are not UTF-8 become U+FFFD
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(bool flag) { return raw(flag ? "true" : "false"); }
    JsonWriter& value(double number); ///< the shortest that reads back; null for NaN and infinities
    template<std::integral Integer>
    requires(!std::same_as<Integer, bool>) JsonWriter& value(Integer number)
    {
        return raw(std::to_string(number));
    }
    JsonWriter& null() { return raw("null"); }
    /// `json` as it is: the caller promises that it is one JSON value.
    JsonWriter& raw(std::string_view json);

    template<class Value> JsonWriter& member(std::string_view name, const Value& content)
    {
        return key(name).value(content);
    }

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    JsonWriter& begin(char open, char close);
    JsonWriter& end(char close);
    void separate();

    std::string m_text;
    std::vector<char> m_open; ///< the closing brackets still owed
    bool m_first = true;      ///< nothing stands before the next value in its list or object
};

} // namespace spanglass
