// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/json_attributes.h"

#include <simdjson.h>

namespace spanglass::store {
namespace {

using simdjson::ondemand::json_type;
using simdjson::ondemand::number_type;

trace::Value numberOf(simdjson::ondemand::value& value)
{
    simdjson::ondemand::number_type type{};
    if (value.get_number_type().get(type) == simdjson::SUCCESS && type == number_type::signed_integer) {
        std::int64_t integer = 0;
        if (value.get_int64().get(integer) == simdjson::SUCCESS)
            return integer;
    }
    double real = 0;
    if (value.get_double().get(real) == simdjson::SUCCESS)
        return real;
    return std::string(value.raw_json_token());
}

trace::Value valueOf(simdjson::ondemand::value& value)
{
    json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return {};
    switch (type) {
    case json_type::string: {
        std::string_view text;
        return value.get_string().get(text) == simdjson::SUCCESS ? trace::Value(std::string(text))
                                                                 : trace::Value();
    }
    case json_type::number:
        return numberOf(value);
    case json_type::boolean: {
        bool flag = false;
        return value.get_bool().get(flag) == simdjson::SUCCESS ? trace::Value(flag) : trace::Value();
    }
    case json_type::null:
        return {};
    default: {
        std::string_view raw;
        return simdjson::to_json_string(value).get(raw) == simdjson::SUCCESS
                   ? trace::Value(trace::Json{std::string(raw)})
                   : trace::Value();
    }
    }
}

bool readObject(std::string_view json, trace::Attributes& attributes)
{
    thread_local simdjson::ondemand::parser parser;
    const simdjson::padded_string padded(json);
    simdjson::ondemand::document document;
    simdjson::ondemand::object object;
    if (parser.iterate(padded).get(document) != simdjson::SUCCESS ||
        document.get_object().get(object) != simdjson::SUCCESS)
        return false;
    for (auto field : object) {
        std::string_view key;
        simdjson::ondemand::value value;
        if (field.error() != simdjson::SUCCESS || field.unescaped_key().get(key) != simdjson::SUCCESS)
            return false;
        std::string name(key);
        if (field.value().get(value) != simdjson::SUCCESS)
            return false;
        attributes.push_back({std::move(name), valueOf(value)});
    }
    return true;
}

} // namespace

trace::Attributes attributesFromJson(std::string_view json)
{
    trace::Attributes attributes;
    if (json.empty() || json == "{}")
        return attributes;
    if (!readObject(json, attributes)) {
        attributes.clear();
        attributes.push_back({"json", std::string(json)});
    }
    return attributes;
}

trace::Scope scopeFromJson(std::string_view json)
{
    trace::Scope scope;
    for (trace::Attribute& attribute : attributesFromJson(json)) {
        const auto* text = std::get_if<std::string>(&attribute.value);
        const auto* object = std::get_if<trace::Json>(&attribute.value);
        if (attribute.key == "name" && text != nullptr)
            scope.name = *text;
        else if (attribute.key == "version" && text != nullptr)
            scope.version = *text;
        else if (attribute.key == "attributes" && object != nullptr)
            scope.attributes = attributesFromJson(object->text);
    }
    return scope;
}

} // namespace spanglass::store
