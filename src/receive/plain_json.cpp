// SPDX-License-Identifier: GPL-3.0-or-later
// What is not plain is left to formats/otlp_json_request.h, which knows every spelling. Everything that is
// read over is checked here, since simdjson's on-demand parser checks only what is asked for.
#include "receive/plain_json.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <simdjson.h>

#include "base/json_writer.h"
#include "formats/json_cursor.h"
#include "formats/otlp_values.h"
#include "receive/span_records.h"

namespace spanglass::receive {

namespace {

namespace ondemand = simdjson::ondemand;
using formats::OtlpKey;
using journal::ValueType;
using journal::ValueView;

/// The parser's memory is a few times the largest document's; longer ones take the general way.
constexpr std::size_t mostBytes = 8u << 20;
/// Equal keys are looked for one by one.
constexpr std::size_t mostAttributes = 64;
constexpr int mostDepth = 30;

bool isFine(simdjson::error_code error)
{
    return error == simdjson::SUCCESS;
}

/// A string without escapes is a view into the body; its bytes were checked when the document was indexed.
bool isPlain(ondemand::raw_json_string raw, std::string_view& text)
{
    const char* const begin = raw.raw();
    const auto* end = static_cast<const char*>(std::memchr(begin, '"', mostBytes));
    text = {begin, static_cast<std::size_t>(end - begin)};
    return std::memchr(begin, '\\', text.size()) == nullptr;
}

bool textOf(ondemand::value& value, std::string_view& text)
{
    ondemand::raw_json_string raw;
    return isFine(value.get_raw_json_string().get(raw)) &&
           (isPlain(raw, text) || isFine(value.get_string().get(text)));
}

/// Digits as exporters write them, in quotes or not: what another spelling would say is not asked here.
std::optional<std::int64_t> integerOf(ondemand::value& value)
{
    std::string_view token = value.raw_json_token();
    token = token.substr(0, token.find_last_not_of(" \t\r\n") + 1);
    if (token.size() >= 2 && token.front() == '"' && token.back() == '"')
        token = token.substr(1, token.size() - 2);
    const std::string_view digits = token.starts_with('-') ? token.substr(1) : token;
    if (digits.empty() || (digits.front() == '0' && token.size() > 1))
        return {};
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), number);
    if (error != std::errc() || end != token.data() + token.size())
        return {};
    return number;
}

/// A JSON value that is passed over: a number, a string, a list or an object of those.
bool isWhole(ondemand::value value)
{
    std::string_view text;
    return integerOf(value).has_value() || textOf(value, text);
}

bool isRepeated(const std::vector<PlainSpan::Attribute>& attributes)
{
    const std::string_view last = attributes.back().key;
    return std::any_of(attributes.begin(), attributes.end() - 1,
                       [last](const PlainSpan::Attribute& other) { return other.key == last; });
}

template<class Id> bool readId(ondemand::value value, std::size_t length, Id& id)
{
    std::string_view text;
    if (!textOf(value, text) || text.size() != length)
        return false;
    id = Id::fromHex(text);
    return id.valid();
}

} // namespace

struct PlainJson::State
{
    ondemand::parser parser;
    PlainSpan span;
    std::vector<PlainSpan::Attribute> others; ///< of an event, a resource, a scope
    std::vector<PlainSpan::Attribute> extra;  ///< what a span keeps as attributes behind its own
    std::deque<std::string> otherTexts;
    std::string resource;
    std::string scope;
    SpanRecords* records = nullptr;

    bool request(ondemand::document& document);
    bool group(ondemand::value value);
    bool surroundings(ondemand::value value, bool isScope, std::string& json);
    bool scopeGroup(ondemand::value value);
    bool readSpan(ondemand::value value);
    bool member(std::string_view key, ondemand::value value);
    bool status(ondemand::value value);
    bool event(ondemand::value value);
    bool attributes(ondemand::value value, std::vector<PlainSpan::Attribute>& to);
    bool anyValue(ondemand::value value, ValueView& to);
    bool plainValue(ondemand::value value, JsonWriter& json, int depth);
    bool plainList(ondemand::value value, JsonWriter& json, int depth);
    bool plainMap(ondemand::value value, JsonWriter& json, int depth);
    bool plainPair(ondemand::value value, JsonWriter& json, int depth);
    bool extraNumber(std::string_view key, ondemand::value value);

    /// Calls `member` with each key and value.
    template<class Member> static bool object(ondemand::value value, Member member)
    {
        ondemand::object object;
        if (!isFine(value.get_object().get(object)))
            return false;
        for (auto field : object) {
            ondemand::raw_json_string name;
            std::string_view key;
            ondemand::value content;
            if (!isFine(field.key().get(name)) || !isPlain(name, key) ||
                !isFine(field.value().get(content)) || !member(key, content))
                return false;
        }
        return true;
    }
    template<class Element> static bool list(ondemand::value value, Element element)
    {
        ondemand::array array;
        if (!isFine(value.get_array().get(array)))
            return false;
        for (auto one : array) {
            ondemand::value content;
            if (!isFine(one.get(content)) || !element(content))
                return false;
        }
        return true;
    }
};

bool PlainJson::State::request(ondemand::document& document)
{
    ondemand::object object;
    if (!isFine(document.get_object().get(object)))
        return false;
    for (auto field : object) {
        ondemand::raw_json_string name;
        std::string_view key;
        ondemand::value groups;
        if (!isFine(field.key().get(name)) || !isPlain(name, key) || key != "resourceSpans" ||
            !isFine(field.value().get(groups)) || !list(groups, [this](auto one) { return group(one); }))
            return false;
    }
    const char* rest = nullptr;
    return document.current_location().get(rest) == simdjson::OUT_OF_BOUNDS; // nothing stands behind it
}

bool PlainJson::State::group(ondemand::value value)
{
    resource.clear();
    bool hasSpans = false;
    return object(value, [&](std::string_view key, ondemand::value content) {
        if (key == "resource")
            return !hasSpans && resource.empty() && surroundings(content, false, resource);
        if (key != "scopeSpans")
            return key == "schemaUrl" && isWhole(content);
        hasSpans = true;
        return list(content, [this](auto one) { return scopeGroup(one); });
    });
}

/// A resource or a scope, as the JSON that the journal keeps of it.
bool PlainJson::State::surroundings(ondemand::value value, bool isScope, std::string& json)
{
    others.clear();
    otherTexts.clear();
    std::string_view name;
    std::string_view version;
    const bool good = object(value, [&](std::string_view key, ondemand::value content) {
        if (key == "attributes")
            return others.empty() && attributes(content, others);
        if (isScope && key == "name")
            return textOf(content, name);
        if (isScope && key == "version")
            return textOf(content, version);
        return key == "droppedAttributesCount" && isWhole(content);
    });
    if (!good || !isScope) {
        json = attributesJson(others);
        return good;
    }
    if (name.empty() && version.empty() && others.empty())
        return true;
    JsonWriter writer;
    writer.beginObject().member("name", name);
    if (!version.empty())
        writer.member("version", version);
    if (!others.empty())
        writer.key("attributes").raw(attributesJson(others));
    json = writer.endObject().take();
    return true;
}

bool PlainJson::State::scopeGroup(ondemand::value value)
{
    scope.clear();
    bool hasSpans = false;
    const bool good = object(value, [&](std::string_view key, ondemand::value content) {
        if (key == "scope")
            return !hasSpans && scope.empty() && surroundings(content, true, scope);
        if (key != "spans")
            return key == "schemaUrl" && isWhole(content);
        if (hasSpans)
            return false;
        hasSpans = true;
        records->context(resource, scope);
        return list(content, [this](auto one) { return readSpan(one); });
    });
    if (good && !hasSpans)
        records->context(resource, scope);
    return good;
}

bool PlainJson::State::readSpan(ondemand::value value)
{
    span.clear();
    extra.clear();
    otherTexts.clear();
    if (!object(value,
                [this](std::string_view key, ondemand::value content) { return member(key, content); }))
        return false;
    if (!span.trace.valid() || !span.id.valid() || span.startUnixNs == 0 ||
        (span.endUnixNs != 0 && span.endUnixNs < span.startUnixNs))
        return false;
    span.attributes.insert(span.attributes.end(), extra.begin(), extra.end());
    records->plain(span);
    return true;
}

bool PlainJson::State::member(std::string_view key, ondemand::value value)
{
    switch (formats::otlpSpanKey(key)) {
    case OtlpKey::traceId:
        return readId(value, 32, span.trace);
    case OtlpKey::spanId:
        return readId(value, 16, span.id);
    case OtlpKey::parentSpanId:
        return value.raw_json_token().starts_with("\"\"") || readId(value, 16, span.parent);
    case OtlpKey::name:
        return textOf(value, span.name);
    case OtlpKey::kind: {
        const auto kind = integerOf(value);
        if (!kind)
            return false;
        const std::string_view name = formats::otlp::kindName(*kind);
        if (!name.empty())
            extra.push_back({formats::otlp::spanKind, {ValueType::text, name, 0, 0}});
        return true;
    }
    case OtlpKey::startTime:
    case OtlpKey::endTime: {
        const auto time = integerOf(value);
        if (!time || *time < 0)
            return false;
        (formats::otlpSpanKey(key) == OtlpKey::startTime ? span.startUnixNs : span.endUnixNs) = *time;
        return true;
    }
    case OtlpKey::attributes:
        return span.attributes.empty() && attributes(value, span.attributes);
    case OtlpKey::events:
        return list(value, [this](auto one) { return event(one); });
    case OtlpKey::links: // an empty list is plain
        return list(value, [](auto) { return false; });
    case OtlpKey::status:
        return status(value);
    case OtlpKey::traceState: {
        std::string_view state;
        if (!textOf(value, state))
            return false;
        if (!state.empty())
            extra.push_back({formats::otlp::traceState, {ValueType::text, state, 0, 0}});
        return true;
    }
    case OtlpKey::flags:
        return extraNumber(formats::otlp::flags, value);
    case OtlpKey::droppedAttributes:
        return extraNumber(formats::otlp::droppedAttributes, value);
    case OtlpKey::droppedEvents:
        return extraNumber(formats::otlp::droppedEvents, value);
    case OtlpKey::droppedLinks:
        return extraNumber(formats::otlp::droppedLinks, value);
    case OtlpKey::other:
        break;
    }
    return false;
}

bool PlainJson::State::extraNumber(std::string_view key, ondemand::value value)
{
    const auto number = integerOf(value);
    if (number && *number != 0)
        extra.push_back({key, {ValueType::integer, {}, *number, 0}});
    return number.has_value();
}

bool PlainJson::State::status(ondemand::value value)
{
    return object(value, [this](std::string_view key, ondemand::value content) {
        if (key == "message")
            return textOf(content, span.statusMessage);
        const auto code = integerOf(content);
        if (key != "code" || !code || *code < 0 || *code > 2)
            return false;
        span.status = static_cast<Status>(*code);
        return true;
    });
}

bool PlainJson::State::event(ondemand::value value)
{
    PlainSpan::Event event;
    others.clear();
    const bool good = object(value, [&](std::string_view key, ondemand::value content) {
        if (key == "timeUnixNano") {
            const auto time = integerOf(content);
            event.timeUnixNs = time.value_or(0);
            return time.has_value();
        }
        if (key == "name")
            return textOf(content, event.name);
        if (key == "attributes")
            return others.empty() && attributes(content, others);
        return key == "droppedAttributesCount" && isWhole(content);
    });
    if (!good)
        return false;
    if (!others.empty())
        event.attributesJson = span.keep(attributesJson(others));
    span.events.push_back(event);
    return true;
}

bool PlainJson::State::attributes(ondemand::value value, std::vector<PlainSpan::Attribute>& to)
{
    return list(value, [&](ondemand::value one) {
        PlainSpan::Attribute attribute;
        bool named = false;
        bool valued = false;
        const bool good = object(one, [&](std::string_view key, ondemand::value content) {
            if (key == "key" && !named) {
                named = true;
                return textOf(content, attribute.key);
            }
            const bool isFirst = key == "value" && !valued;
            valued = true;
            return isFirst && anyValue(content, attribute.value);
        });
        // A placeholder of Logfire's stands for another span.
        if (!good || !named || !valued || to.size() >= mostAttributes || attribute.key == "logfire.span_type")
            return false;
        to.push_back(attribute);
        return !isRepeated(to);
    });
}

bool PlainJson::State::anyValue(ondemand::value value, ValueView& to)
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
        if (!(key == "arrayValue" ? plainList(content, json, 0)
                                  : key == "kvlistValue" && plainMap(content, json, 0)))
            return false;
        to = {ValueType::json, otherTexts.emplace_back(json.take()), 0, 0};
        return true;
    });
    return good && members == 1;
}

/// A value within a list or a map, as plain JSON.
bool PlainJson::State::plainValue(ondemand::value value, JsonWriter& json, int depth)
{
    int members = 0;
    return depth < mostDepth &&
           object(value,
                  [&](std::string_view key, ondemand::value content) {
                      std::string_view text;
                      double real = 0;
                      bool flag = false;
                      if (++members > 1)
                          return false;
                      if (key == "stringValue") {
                          if (!textOf(content, text))
                              return false;
                          json.value(text);
                          return true;
                      }
                      if (key == "intValue") {
                          const auto number = integerOf(content);
                          json.value(number.value_or(0));
                          return number.has_value();
                      }
                      if (key == "doubleValue") {
                          text = content.raw_json_token();
                          json.raw(text.substr(0, text.find_last_not_of(" \t\r\n") + 1));
                          return isFine(content.get_double().get(real));
                      }
                      if (key == "boolValue") {
                          const bool isFlag = isFine(content.get_bool().get(flag));
                          json.value(flag);
                          return isFlag;
                      }
                      return key == "arrayValue" ? plainList(content, json, depth)
                                                 : key == "kvlistValue" && plainMap(content, json, depth);
                  }) &&
           members == 1;
}

bool PlainJson::State::plainList(ondemand::value value, JsonWriter& json, int depth)
{
    json.beginArray();
    const bool good = object(value, [&](std::string_view key, ondemand::value content) {
        return key == "values" &&
               list(content, [&](ondemand::value one) { return plainValue(one, json, depth + 1); });
    });
    json.endArray();
    return good;
}

bool PlainJson::State::plainMap(ondemand::value value, JsonWriter& json, int depth)
{
    json.beginObject();
    const bool good = object(value, [&](std::string_view key, ondemand::value content) {
        return key == "values" &&
               list(content, [&](ondemand::value one) { return plainPair(one, json, depth); });
    });
    json.endObject();
    return good;
}

bool PlainJson::State::plainPair(ondemand::value value, JsonWriter& json, int depth)
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
                      return members == 2 && key == "value" && plainValue(content, json, depth + 1);
                  }) &&
           members == 2;
}

PlainJson::PlainJson() : m_state(std::make_unique<State>()) {}

PlainJson::~PlainJson() = default;

bool PlainJson::read(std::string& body, SpanRecords& records)
{
    if (body.empty() || body.size() > mostBytes)
        return false;
    body.reserve(body.size() + simdjson::SIMDJSON_PADDING);
    m_state->records = &records;
    ondemand::document document;
    return isFine(m_state->parser.iterate(body.data(), body.size(), body.capacity()).get(document)) &&
           m_state->request(document);
}

} // namespace spanglass::receive
