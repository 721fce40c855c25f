// SPDX-License-Identifier: GPL-3.0-or-later
#include "receive/plain_json_values.h"

#include <algorithm>

namespace spanglass::receive {

using journal::ValueType;
using journal::ValueView;

namespace {

/// Equal keys are looked for one by one.
constexpr std::size_t mostAttributes = 64;
constexpr int mostDepth = 30;

bool isRepeated(const std::vector<PlainSpan::Attribute>& attributes)
{
    const std::string_view last = attributes.back().key;
    return std::any_of(attributes.begin(), attributes.end() - 1,
                       [last](const PlainSpan::Attribute& other) { return other.key == last; });
}

} // namespace

bool PlainJsonValues::attributes(ondemand::value value, std::vector<PlainSpan::Attribute>& to)
{
    return list(value, [&](ondemand::value one) {
        PlainSpan::Attribute read;
        // A placeholder of Logfire's stands for another span.
        if (!attribute(one, read) || to.size() >= mostAttributes || read.key == "logfire.span_type")
            return false;
        to.push_back(read);
        return !isRepeated(to);
    });
}

bool PlainJsonValues::attribute(ondemand::value value, PlainSpan::Attribute& to)
{
    bool named = false;
    bool valued = false;
    const bool good = object(value, [&](std::string_view key, ondemand::value content) {
        if (key == "key" && !named) {
            named = true;
            return textOf(content, to.key);
        }
        const bool isFirst = key == "value" && !valued;
        valued = true;
        return isFirst && anyValue(content, to.value);
    });
    return good && named && valued;
}

bool PlainJsonValues::anyValue(ondemand::value value, ValueView& to)
{
    int members = 0;
    const bool good = object(value, [&](std::string_view key, ondemand::value content) {
        ++members;
        if (key == "stringValue") {
            to.type = ValueType::text;
            return textOf(content, to.bytes);
        }
        if (key == "intValue") {
            const auto number = integerOf(content);
            to = {ValueType::integer, {}, number.value_or(0), 0};
            return number.has_value();
        }
        if (key == "doubleValue") {
            to.type = ValueType::real;
            return isFine(content.get_double().get(to.real));
        }
        if (key == "boolValue") {
            bool flag = false;
            const bool isFlag = isFine(content.get_bool().get(flag));
            to = {ValueType::boolean, {}, flag ? 1 : 0, 0};
            return isFlag;
        }
        JsonWriter json;
        if (!composite(key, content, json, 0))
            return false;
        to = {ValueType::json, m_texts.emplace_back(json.take()), 0, 0};
        return true;
    });
    return good && members == 1;
}

/// A list or a map.
bool PlainJsonValues::composite(std::string_view key, ondemand::value value, JsonWriter& json, int depth)
{
    const bool isMap = key == "kvlistValue";
    if (!isMap && key != "arrayValue")
        return false;
    isMap ? json.beginObject() : json.beginArray();
    const bool good = object(value, [&](std::string_view member, ondemand::value content) {
        return member == "values" && list(content, [&](ondemand::value one) {
                   return isMap ? pair(one, json, depth) : nested(one, json, depth + 1);
               });
    });
    isMap ? json.endObject() : json.endArray();
    return good;
}

/// A value within a list or a map.
bool PlainJsonValues::nested(ondemand::value value, JsonWriter& json, int depth)
{
    int members = 0;
    return depth < mostDepth &&
           object(value,
                  [&](std::string_view key, ondemand::value content) {
                      return ++members == 1 &&
                             (scalar(key, content, json) || composite(key, content, json, depth));
                  }) &&
           members == 1;
}

bool PlainJsonValues::scalar(std::string_view key, ondemand::value value, JsonWriter& json)
{
    if (key == "stringValue") {
        std::string_view text;
        const bool good = textOf(value, text);
        json.value(text);
        return good;
    }
    if (key == "intValue") {
        const auto number = integerOf(value);
        json.value(number.value_or(0));
        return number.has_value();
    }
    if (key == "doubleValue") {
        double real = 0;
        json.raw(tokenOf(value));
        return isFine(value.get_double().get(real));
    }
    bool flag = false;
    if (key != "boolValue" || !isFine(value.get_bool().get(flag)))
        return false;
    json.value(flag);
    return true;
}

bool PlainJsonValues::pair(ondemand::value value, JsonWriter& json, int depth)
{
    int members = 0;
    return object(value,
                  [&](std::string_view key, ondemand::value content) {
                      std::string_view text;
                      if (++members == 1) {
                          const bool named = key == "key" && textOf(content, text);
                          json.key(text);
                          return named;
                      }
                      return members == 2 && key == "value" && nested(content, json, depth + 1);
                  }) &&
           members == 2;
}

} // namespace spanglass::receive
