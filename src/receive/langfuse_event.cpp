// SPDX-License-Identifier: GPL-3.0-or-later
#include "receive/langfuse_event.h"

#include <array>

#include "formats/json_values.h"
#include "formats/numbers.h"

namespace spanglass::receive {

using formats::JsonCursor;
using Type = formats::JsonCursor::Type;
using What = LangfuseEvent::What;

namespace {

struct Named
{
    std::string_view word;
    Kind kind;
};
/// "generation" of "generation-create".
constexpr std::array<Named, 11> observationTypes{{{"span", Kind::span},
                                                  {"event", Kind::span},
                                                  {"generation", Kind::llm},
                                                  {"agent", Kind::agent},
                                                  {"tool", Kind::tool},
                                                  {"chain", Kind::chain},
                                                  {"retriever", Kind::retriever},
                                                  {"evaluator", Kind::evaluator},
                                                  {"embedding", Kind::embedding},
                                                  {"guardrail", Kind::guardrail},
                                                  {"observation", Kind::span}}};

struct Renamed
{
    std::string_view member;
    std::string_view attribute;
};
/// Members that are kept as they are, under their attribute's name.
constexpr std::array<Renamed, 13> ofObservations{
    {{"input", "langfuse.observation.input"},
     {"output", "langfuse.observation.output"},
     {"model", "langfuse.observation.model.name"},
     {"modelParameters", "langfuse.observation.model.parameters"},
     {"usageDetails", "langfuse.observation.usage_details"},
     {"costDetails", "langfuse.observation.cost_details"},
     {"completionStartTime", "langfuse.observation.completion_start_time"},
     {"promptName", "langfuse.observation.prompt.name"},
     {"promptVersion", "langfuse.observation.prompt.version"},
     {"level", "langfuse.observation.level"},
     {"statusMessage", "langfuse.observation.status_message"},
     {"version", "langfuse.version"},
     {"environment", "langfuse.environment"}}};
constexpr std::array<Renamed, 11> ofTraces{{{"name", "langfuse.trace.name"},
                                            {"input", "langfuse.trace.input"},
                                            {"output", "langfuse.trace.output"},
                                            {"userId", "user.id"},
                                            {"sessionId", "session.id"},
                                            {"tags", "langfuse.trace.tags"},
                                            {"public", "langfuse.trace.public"},
                                            {"release", "langfuse.release"},
                                            {"version", "langfuse.version"},
                                            {"environment", "langfuse.environment"},
                                            {"externalId", "langfuse.trace.external_id"}}};

bool isAbsent(const trace::Value& value)
{
    return std::holds_alternative<std::monostate>(value);
}

/// Each root key is an attribute of its own, so that later ones merge with earlier ones.
void readMetadata(JsonCursor& at, const std::string& prefix, trace::Attributes& attributes)
{
    if (at.peek() != Type::object) {
        trace::Value value = formats::valueOf(at);
        if (!isAbsent(value))
            attributes.push_back({prefix, std::move(value)});
        return;
    }
    for (at.enterObject(); at.nextKey();) {
        std::string key = prefix + '.' + std::string(at.key());
        trace::Value value = formats::valueOf(at);
        if (!isAbsent(value))
            attributes.push_back({std::move(key), std::move(value)});
    }
}

/// The older `usage` object: token counts under two sets of names, and costs.
void readUsage(JsonCursor& at, trace::Attributes& attributes)
{
    constexpr std::array<Renamed, 6> counts{{{"input", "input"},
                                             {"output", "output"},
                                             {"total", "total"},
                                             {"promptTokens", "input"},
                                             {"completionTokens", "output"},
                                             {"totalTokens", "total"}}};
    constexpr std::array<Renamed, 3> costs{
        {{"inputCost", "input"}, {"outputCost", "output"}, {"totalCost", "total"}}};
    if (at.peek() != Type::object) {
        at.skip();
        return;
    }
    std::string usage;
    std::string cost;
    const auto add = [&at](std::string& to, std::string_view name) {
        const std::string_view number = at.scalar();
        if (formats::realNumber(number))
            to += (to.empty() ? "{\"" : ",\"") + std::string(name) + "\":" + std::string(number);
    };
    for (at.enterObject(); at.nextKey();) {
        bool known = false;
        for (const auto& [member, name] : counts) {
            if (!known && at.key() == member && (known = true))
                add(usage, name);
        }
        for (const auto& [member, name] : costs) {
            if (!known && at.key() == member && (known = true))
                add(cost, name);
        }
        if (!known)
            at.skip();
    }
    if (!usage.empty())
        attributes.push_back({"langfuse.observation.usage_details", trace::Json{usage + '}'}});
    if (!cost.empty())
        attributes.push_back({"langfuse.observation.cost_details", trace::Json{cost + '}'}});
}

void readTime(JsonCursor& at, std::string_view name, std::optional<std::int64_t>& time, std::string& error)
{
    const std::string_view text = at.scalar();
    if (text == "null")
        return;
    time = formats::isoTimeNs(text);
    if (!time)
        error = std::string(name) + " is no ISO 8601 time";
}

/// Reads what a table of members renames; false for a member it does not name.
template<std::size_t Size>
bool readRenamed(JsonCursor& at, const std::array<Renamed, Size>& table, trace::Attributes& attributes)
{
    for (const auto& [member, attribute] : table) {
        if (at.key() != member)
            continue;
        trace::Value value = formats::valueOf(at);
        if (!isAbsent(value))
            attributes.push_back({std::string(attribute), std::move(value)});
        return true;
    }
    return false;
}

Level levelOf(std::string_view word)
{
    for (std::size_t level = 0; level < levelNames.size(); ++level) {
        if (word == levelNames[level])
            return static_cast<Level>(level);
    }
    return Level::normal;
}

void readObservation(JsonCursor& at, LangfuseEvent& event)
{
    const std::string_view key = at.key();
    if (key == "startTime")
        return readTime(at, "body.startTime", event.startUnixNs, event.error);
    if (key == "endTime")
        return readTime(at, "body.endTime", event.endUnixNs, event.error);
    if (key == "parentObservationId")
        event.parentId = at.string();
    else if (key == "name")
        event.name = at.string();
    else if (key == "usage")
        readUsage(at, event.attributes);
    else if (key == "metadata")
        readMetadata(at, "langfuse.observation.metadata", event.attributes);
    else if (readRenamed(at, ofObservations, event.attributes)) {
        const trace::Attribute* last = event.attributes.empty() ? nullptr : &event.attributes.back();
        const auto* text = last != nullptr ? std::get_if<std::string>(&last->value) : nullptr;
        if (text != nullptr && last->key == "langfuse.observation.level")
            event.level = levelOf(*text);
    } else
        at.skip();
}

void readTrace(JsonCursor& at, LangfuseEvent& event)
{
    const std::string_view key = at.key();
    if (key == "timestamp")
        readTime(at, "body.timestamp", event.startUnixNs, event.error);
    else if (key == "metadata")
        readMetadata(at, "langfuse.trace.metadata", event.attributes);
    else if (!readRenamed(at, ofTraces, event.attributes))
        at.skip();
}

void readScore(JsonCursor& at, LangfuseEvent& event)
{
    const std::string_view key = at.key();
    if (key == "name")
        event.name = at.string();
    else if (key == "value")
        event.value = formats::valueOf(at);
    else if (key == "comment")
        event.comment = at.peek() == Type::string ? at.string() : std::string_view(at.skip().substr(0, 0));
    else if (key == "observationId")
        event.observationId = at.peek() == Type::string ? at.string() : at.skip().substr(0, 0);
    else
        at.skip();
}

void readBody(JsonCursor at, LangfuseEvent& event)
{
    if (at.peek() != Type::object) {
        event.error = "body is no object";
        return;
    }
    for (at.enterObject(); at.nextKey();) {
        if (at.key() == "id" && at.peek() == Type::string)
            event.bodyId = at.string();
        else if (at.key() == "traceId" && at.peek() == Type::string)
            event.traceId = at.string();
        else if (event.what == What::trace)
            readTrace(at, event);
        else if (event.what == What::score)
            readScore(at, event);
        else
            readObservation(at, event);
    }
}

/// What an event's type says; false for one that is not known.
bool readType(std::string_view type, LangfuseEvent& event)
{
    const std::size_t dash = type.rfind('-');
    const std::string_view noun = type.substr(0, dash);
    const std::string_view verb = dash == std::string_view::npos ? std::string_view() : type.substr(dash + 1);
    if (type == "sdk-log")
        return true;
    if (verb != "create" && verb != "update")
        return false;
    if (noun == "trace" || noun == "score") {
        event.what = noun == "trace" ? What::trace : What::score;
        return verb == "create";
    }
    for (const auto& [word, kind] : observationTypes) {
        if (noun != word)
            continue;
        event.what = verb == "create" ? What::observation : What::update;
        event.kind = kind;
        if (word != "observation")
            event.attributes.push_back({"langfuse.observation.type", std::string(word)});
        return true;
    }
    return false;
}

void check(LangfuseEvent& event)
{
    if (!event.error.empty() || event.what == What::log)
        return;
    if (event.what == What::trace && event.bodyId.empty())
        event.error = "body.id is missing";
    else if ((event.what == What::observation || event.what == What::update) && event.bodyId.empty())
        event.error = "body.id is missing";
    else if (event.what == What::score && event.name.empty())
        event.error = "body.name is missing";
    else if (event.what == What::score && event.traceId.empty())
        event.error = "body.traceId is missing: only scores of traces and observations are kept";
    if (event.what == What::trace)
        event.traceId = event.bodyId;
    else if (event.traceId.empty())
        event.traceId = event.bodyId; // an observation on its own makes a trace of its own
}

} // namespace

LangfuseEvent readLangfuseEvent(JsonCursor& at, std::string_view text)
{
    LangfuseEvent event;
    std::string type;
    std::optional<std::int64_t> time;
    std::optional<std::size_t> body;
    if (at.peek() != Type::object) {
        at.skip();
        event.error = "an event is no object";
        return event;
    }
    for (at.enterObject(); at.nextKey();) {
        if (at.key() == "id")
            event.id = at.string();
        else if (at.key() == "type")
            type = at.string();
        else if (at.key() == "timestamp")
            readTime(at, "timestamp", time, event.error);
        else if (at.key() == "body" && at.peek() != Type::none) {
            body = at.offset();
            at.skip();
        } else
            at.skip();
    }
    event.timeUnixNs = time.value_or(0);
    if (!readType(type, event))
        event.error = "the type \"" + type + "\" is not known";
    else if (!time)
        event.error = "timestamp is missing, or no ISO 8601 time";
    else if (!body)
        event.error = "body is missing";
    else if (event.what != What::log)
        readBody(JsonCursor(text, *body), event);
    check(event);
    return event;
}

} // namespace spanglass::receive
