// SPDX-License-Identifier: GPL-3.0-or-later
// What is not plain is left to formats/otlp_json_request.h, which knows every spelling. Everything that is
// read over is checked here, since simdjson's on-demand parser checks only what is asked for.
#include "receive/plain_json.h"

#include "base/json_writer.h"
#include "formats/json_cursor.h"
#include "formats/otlp_values.h"
#include "receive/plain_json_values.h"
#include "receive/span_records.h"

namespace spanglass::receive {

using formats::OtlpKey;
using journal::ValueType;

namespace {

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
    PlainJsonValues values;
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
    bool extraNumber(std::string_view key, ondemand::value value);
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
            return key == "schemaUrl" && isTextOrInteger(content);
        hasSpans = true;
        return list(content, [this](auto one) { return scopeGroup(one); });
    });
}

/// A resource or a scope, as the JSON that the journal keeps of it.
bool PlainJson::State::surroundings(ondemand::value value, bool isScope, std::string& json)
{
    others.clear();
    values.clear();
    std::string_view name;
    std::string_view version;
    const bool good = object(value, [&](std::string_view key, ondemand::value content) {
        if (key == "attributes")
            return others.empty() && values.attributes(content, others);
        if (isScope && key == "name")
            return textOf(content, name);
        if (isScope && key == "version")
            return textOf(content, version);
        return key == "droppedAttributesCount" && isTextOrInteger(content);
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
            return key == "schemaUrl" && isTextOrInteger(content);
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
    values.clear();
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
        return span.attributes.empty() && values.attributes(value, span.attributes);
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
            return others.empty() && values.attributes(content, others);
        return key == "droppedAttributesCount" && isTextOrInteger(content);
    });
    if (!good)
        return false;
    if (!others.empty())
        event.attributesJson = span.keep(attributesJson(others));
    span.events.push_back(event);
    return true;
}

PlainJson::PlainJson() : m_state(std::make_unique<State>()) {}

PlainJson::~PlainJson() = default;

bool PlainJson::read(std::string& body, SpanRecords& records)
{
    if (body.empty() || body.size() > mostPlainBytes)
        return false;
    body.reserve(body.size() + simdjson::SIMDJSON_PADDING);
    m_state->records = &records;
    ondemand::document document;
    return isFine(m_state->parser.iterate(body.data(), body.size(), body.capacity()).get(document)) &&
           m_state->request(document);
}

} // namespace spanglass::receive
