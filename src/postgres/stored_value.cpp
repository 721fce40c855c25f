// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/stored_value.h"

#include <array>
#include <cmath>
#include <simdjson.h>
#include <unordered_set>

#include "base/json_writer.h"
#include "postgres/jsonb_check.h"
#include "postgres/stored_text.h"

namespace spanglass::postgres {
namespace {

using simdjson::dom::element;

std::string hexText(const trace::Bytes& bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

trace::Bytes bytesFromHex(std::string_view hex)
{
    const auto digit = [](char c) { return c >= 'a' ? c - 'a' + 10 : c - '0'; };
    trace::Bytes out;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        out.push_back(static_cast<std::uint8_t>(digit(hex[i]) << 4 | digit(hex[i + 1])));
    return out;
}

/// An object or list that jsonb keeps and that cannot be taken for one of ours.
bool standsAsItIs(std::string_view json)
{
    const std::size_t start = json.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos || (json[start] != '{' && json[start] != '['))
        return false;
    if (json[start] == '{') {
        const std::size_t key = json.find_first_not_of(" \t\r\n", start + 1);
        if (key != std::string_view::npos && json.substr(key).starts_with("\"$"))
            return false;
    }
    return jsonbKeeps(json);
}

void reserved(JsonWriter& json, std::string_view key, std::string_view text)
{
    json.beginObject().member(key, storedText(text)).endObject();
}

/// jsonb writes numbers without exponents, so that 1e20 would come back as an integer.
void writeDouble(JsonWriter& json, double value)
{
    JsonWriter plain;
    plain.value(value);
    std::string text = plain.take();
    if (!std::isfinite(value))
        reserved(json, "$double", std::isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
    else if (text.find_first_of("eE") != std::string::npos)
        reserved(json, "$double", text);
    else
        json.raw(text.find('.') == std::string::npos ? text + ".0" : text);
}

void write(JsonWriter& json, const trace::Value& value)
{
    struct Visitor
    {
        JsonWriter& json;
        void operator()(std::monostate) const { json.null(); }
        void operator()(const std::string& text) const
        {
            std::string room;
            json.value(storedText(text, room));
        }
        void operator()(std::int64_t number) const { json.value(number); }
        void operator()(double number) const { writeDouble(json, number); }
        void operator()(bool flag) const { json.value(flag); }
        void operator()(const trace::Json& text) const
        {
            if (standsAsItIs(text.text))
                json.raw(text.text);
            else
                reserved(json, "$json", text.text);
        }
        void operator()(const trace::Bytes& bytes) const { reserved(json, "$bytes", hexText(bytes)); }
    };
    std::visit(Visitor{json}, value);
}

/// Of every attribute whether its key comes again behind it.
std::vector<bool> repeated(const trace::Attributes& attributes)
{
    constexpr std::size_t few = 24; // so many are compared faster than hashed
    std::vector<bool> again(attributes.size());
    std::unordered_set<std::string_view> later;
    for (std::size_t i = attributes.size(); i-- > 0;) {
        const std::string_view key = attributes[i].key;
        if (attributes.size() > few)
            again[i] = !later.insert(key).second;
        for (std::size_t j = i + 1; attributes.size() <= few && j < attributes.size() && !again[i]; ++j)
            again[i] = attributes[j].key == key;
    }
    return again;
}

/// A key of the user's that looks like ours gets a second $.
void writeKey(JsonWriter& json, std::string_view key)
{
    std::string room;
    if (key.starts_with('$'))
        json.key("$" + storedText(key));
    else
        json.key(storedText(key, room));
}

void write(JsonWriter& json, const trace::Attributes& attributes, const LeftOut& leftOut = {})
{
    const std::vector<bool> again = repeated(attributes);
    bool any = false;
    json.beginObject();
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        any = any || again[i];
        if (again[i] || leftOut.has(attributes[i].key))
            continue;
        writeKey(json, attributes[i].key);
        write(json, attributes[i].value);
    }
    if (any) {
        json.key("$again").beginArray();
        for (std::size_t i = 0; i < attributes.size(); ++i) {
            if (!again[i])
                continue;
            json.beginArray().value(storedText(attributes[i].key));
            write(json, attributes[i].value);
            json.endArray();
        }
        json.endArray();
    }
    json.endObject();
}

std::string_view textOf(element json)
{
    std::string_view text;
    return json.get(text) == simdjson::SUCCESS ? text : std::string_view();
}

std::optional<trace::Value> reservedValue(simdjson::dom::object object)
{
    if (object.size() != 1)
        return std::nullopt;
    const auto field = *object.begin();
    const std::string text = originalText(textOf(field.value));
    if (field.key == "$json")
        return trace::Json{text};
    if (field.key == "$bytes")
        return bytesFromHex(text);
    if (field.key == "$double")
        return text == "NaN" ? std::nan("") : std::strtod(text.c_str(), nullptr);
    return std::nullopt;
}

trace::Value scalarOf(element json)
{
    switch (json.type()) {
    case simdjson::dom::element_type::STRING:
        return originalText(textOf(json));
    case simdjson::dom::element_type::INT64:
        return json.get_int64().value();
    case simdjson::dom::element_type::UINT64:
        return static_cast<double>(json.get_uint64().value());
    case simdjson::dom::element_type::DOUBLE:
        return json.get_double().value();
    case simdjson::dom::element_type::BOOL:
        return json.get_bool().value();
    default:
        return std::monostate();
    }
}

/// Parses and hands the document to `read`; what Postgres gave us is JSON, anything else reads as nothing.
template<class Read> auto parsed(std::string_view json, Read read) -> decltype(read(element()))
{
    simdjson::dom::parser parser;
    element document;
    if (json.empty() || parser.parse(json.data(), json.size()).get(document) != simdjson::SUCCESS)
        return {};
    return read(document);
}

/// Objects and lists stay the text that Postgres keeps: through a double, long numbers would lose digits.
trace::Value valueOf(std::string_view json)
{
    if (json.starts_with("{\"$")) {
        const auto value = parsed(json, [](element document) {
            simdjson::dom::object object;
            return document.get(object) == simdjson::SUCCESS ? reservedValue(object) : std::nullopt;
        });
        if (value)
            return *value;
    }
    if (json.starts_with('{') || json.starts_with('['))
        return trace::Json{std::string(json)};
    return parsed(json, scalarOf);
}

/// Where the value at the front of `json` ends: the comma or bracket behind it.
std::size_t endOfValue(std::string_view json)
{
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (quoted) {
            i += c == '\\' ? 1 : 0;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && depth-- == 0) {
            return i;
        } else if ((c == ',' || c == ':') && depth == 0) {
            return i;
        }
    }
    return json.size();
}

/// The texts between the brackets of an object or list as Postgres writes them, keys and values in turn.
std::vector<std::string_view> elementsOf(std::string_view json)
{
    std::vector<std::string_view> elements;
    if (json.size() < 2 || (json.front() != '{' && json.front() != '['))
        return elements;
    json.remove_prefix(1);
    while (!json.empty() && json != "}" && json != "]") {
        json.remove_prefix(json.front() == ' ' ? 1 : 0);
        const std::size_t end = endOfValue(json);
        elements.push_back(json.substr(0, end));
        json.remove_prefix(std::min(end + (end + 1 < json.size() ? 1 : 0), json.size()));
    }
    return elements;
}

trace::Attributes attributesOf(std::string_view json)
{
    trace::Attributes attributes, again;
    const std::vector<std::string_view> elements = elementsOf(json);
    for (std::size_t i = 0; i + 1 < elements.size(); i += 2) {
        const std::string key = std::get<std::string>(valueOf(elements[i]));
        if (key != "$again") {
            attributes.push_back({key.starts_with("$$") ? key.substr(1) : key, valueOf(elements[i + 1])});
            continue;
        }
        for (const std::string_view pair : elementsOf(elements[i + 1])) {
            const auto parts = elementsOf(pair);
            again.push_back({std::get<std::string>(valueOf(parts.at(0))), valueOf(parts.at(1))});
        }
    }
    again.insert(again.end(), attributes.begin(), attributes.end());
    return again;
}

/// A member of an object that is text of ours.
struct Members
{
    explicit Members(std::string_view json) : elements(elementsOf(json)) {}
    [[nodiscard]] std::string_view raw(std::string_view quotedKey) const
    {
        for (std::size_t i = 0; i + 1 < elements.size(); i += 2) {
            if (elements[i] == quotedKey)
                return elements[i + 1];
        }
        return {};
    }
    [[nodiscard]] std::string text(std::string_view quotedKey) const
    {
        const trace::Value value = valueOf(raw(quotedKey));
        const auto* text = std::get_if<std::string>(&value);
        return text ? *text : std::string();
    }
    std::vector<std::string_view> elements;
};

} // namespace

std::string storedValue(const trace::Value& value)
{
    JsonWriter json;
    write(json, value);
    return json.take();
}

std::string storedAttributes(const trace::Attributes& attributes, const LeftOut& leftOut)
{
    JsonWriter json;
    write(json, attributes, leftOut);
    return json.take();
}

std::string storedEvents(const std::vector<trace::Event>& events)
{
    JsonWriter json;
    json.beginArray();
    for (const trace::Event& event : events) {
        json.beginObject().member("name", storedText(event.name));
        json.member("timeUnixNano", std::to_string(event.timeUnixNs)).key("attributes");
        write(json, event.attributes);
        json.endObject();
    }
    json.endArray();
    return json.take();
}

std::string storedLinks(const std::vector<trace::Link>& links)
{
    JsonWriter json;
    json.beginArray();
    for (const trace::Link& link : links) {
        json.beginObject().member("traceId", link.trace.hex()).member("spanId", link.span.hex());
        json.member("traceState", storedText(link.traceState)).key("attributes");
        write(json, link.attributes);
        json.endObject();
    }
    json.endArray();
    return json.take();
}

std::string storedScope(const trace::Scope& scope)
{
    JsonWriter json;
    json.beginObject().member("name", storedText(scope.name)).member("version", storedText(scope.version));
    json.key("attributes");
    write(json, scope.attributes);
    json.endObject();
    return json.take();
}

trace::Value originalValue(std::string_view jsonb)
{
    return valueOf(jsonb);
}

trace::Attributes originalAttributes(std::string_view jsonb)
{
    return attributesOf(jsonb);
}

std::vector<trace::Event> originalEvents(std::string_view jsonb)
{
    std::vector<trace::Event> events;
    for (const std::string_view json : elementsOf(jsonb)) {
        const Members event(json);
        events.push_back({std::strtoll(event.text("\"timeUnixNano\"").c_str(), nullptr, 10),
                          event.text("\"name\""), attributesOf(event.raw("\"attributes\""))});
    }
    return events;
}

std::vector<trace::Link> originalLinks(std::string_view jsonb)
{
    std::vector<trace::Link> links;
    for (const std::string_view json : elementsOf(jsonb)) {
        const Members link(json);
        links.push_back({TraceId::fromHex(link.text("\"traceId\"")), SpanId::fromHex(link.text("\"spanId\"")),
                         link.text("\"traceState\""), attributesOf(link.raw("\"attributes\""))});
    }
    return links;
}

trace::Scope originalScope(std::string_view jsonb)
{
    const Members scope(jsonb);
    return {scope.text("\"name\""), scope.text("\"version\""), attributesOf(scope.raw("\"attributes\""))};
}

} // namespace spanglass::postgres
