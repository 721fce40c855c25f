// SPDX-License-Identifier: GPL-3.0-or-later
/// Members become the attributes that Langfuse's own OTLP mapping uses, so that trace/meaning reads both.
#include "formats/langfuse.h"

#include "base/saturated.h"
#include "formats/json_values.h"
#include "formats/numbers.h"

namespace spanglass::formats {
namespace {

/// What is in an attribute of its own already, or says nothing new.
constexpr std::string_view known[] = {"id",
                                      "traceId",
                                      "projectId",
                                      "type",
                                      "parentObservationId",
                                      "name",
                                      "startTime",
                                      "endTime",
                                      "completionStartTime",
                                      "environment",
                                      "level",
                                      "statusMessage",
                                      "version",
                                      "model",
                                      "modelParameters",
                                      "input",
                                      "output",
                                      "metadata",
                                      "usageDetails",
                                      "costDetails",
                                      "usage",
                                      "totalCost",
                                      "promptName",
                                      "promptVersion",
                                      "userId",
                                      "sessionId",
                                      "traceName",
                                      "traceTags",
                                      "release",
                                      "inputUsage",
                                      "outputUsage",
                                      "totalUsage",
                                      "latency",
                                      "timeToFirstToken",
                                      "createdAt",
                                      "updatedAt",
                                      "observations",
                                      "scores",
                                      "tags",
                                      "timestamp",
                                      "inputCost",
                                      "outputCost"};

std::string lower(std::string text)
{
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return text;
}

void keepUnwrapped(trace::Attributes& attributes, std::string_view key, const trace::Value* value)
{
    if (value == nullptr)
        return;
    const trace::Value inner = unwrapped(*value);
    keep(attributes, key, &inner);
}

bool emptyObject(const trace::Value* value)
{
    const auto* json = value == nullptr ? nullptr : std::get_if<trace::Json>(value);
    return json == nullptr || json->text.size() < 4;
}

void readUsage(const Fields& fields, trace::Attributes& attributes)
{
    if (!emptyObject(fields.find("usageDetails"))) {
        keep(attributes, "langfuse.observation.usage_details", fields.find("usageDetails"));
    } else if (!emptyObject(fields.find("usage"))) {
        const Fields usage = fields.object("usage");
        for (const auto& [from, to] : {std::pair("input", "gen_ai.usage.input_tokens"),
                                       std::pair("promptTokens", "gen_ai.usage.input_tokens"),
                                       std::pair("output", "gen_ai.usage.output_tokens"),
                                       std::pair("completionTokens", "gen_ai.usage.output_tokens"),
                                       std::pair("total", "gen_ai.usage.total_tokens"),
                                       std::pair("totalTokens", "gen_ai.usage.total_tokens")})
            keep(attributes, to, usage.find(from));
    } else if (fields.text("totalUsage") != "0") {
        keep(attributes, "gen_ai.usage.input_tokens", fields.find("inputUsage"));
        keep(attributes, "gen_ai.usage.output_tokens", fields.find("outputUsage"));
    }
    if (!emptyObject(fields.find("costDetails")))
        keep(attributes, "langfuse.observation.cost_details", fields.find("costDetails"));
    else if (const std::string cost = fields.text("totalCost"); !cost.empty() && cost != "0")
        attributes.push_back({"gen_ai.usage.cost", cost});
}

} // namespace

void decodeObservation(const Fields& fields, trace::Span& span)
{
    setIds(span, fields.text("traceId"), fields.text("id"), fields.text("parentObservationId"));
    if (!span.trace.valid()) // an event of its own
        setIds(span, fields.text("id"), fields.text("id"), {});
    span.name = fields.text("name");
    const auto start = timeOf(fields.find("startTime"));
    auto end = timeOf(fields.find("endTime"));
    const std::string type = lower(fields.text("type"));
    if (type == "event" && !end)
        end = start;
    setTimes(span, start, end);
    trace::Attributes& attributes = span.attributes;
    if (!type.empty())
        attributes.push_back({"langfuse.observation.type", type});
    keep(attributes, "langfuse.observation.level", fields.find("level"));
    keep(attributes, "langfuse.observation.status_message", fields.find("statusMessage"));
    keep(attributes, "langfuse.observation.model.name", fields.find("model"));
    if (!emptyObject(fields.find("modelParameters")))
        keep(attributes, "langfuse.observation.model.parameters", fields.find("modelParameters"));
    keepUnwrapped(attributes, "langfuse.observation.input", fields.find("input"));
    keepUnwrapped(attributes, "langfuse.observation.output", fields.find("output"));
    keepUnwrapped(attributes, "langfuse.observation.metadata", fields.find("metadata"));
    keep(attributes, "langfuse.observation.completion_start_time", fields.find("completionStartTime"));
    keep(attributes, "langfuse.observation.prompt.name", fields.find("promptName"));
    keep(attributes, "langfuse.observation.prompt.version", fields.find("promptVersion"));
    keep(attributes, "langfuse.environment", fields.find("environment"));
    keep(attributes, "langfuse.version", fields.find("version"));
    keep(attributes, "langfuse.release", fields.find("release"));
    keep(attributes, "langfuse.user.id", fields.find("userId"));
    keep(attributes, "langfuse.session.id", fields.find("sessionId"));
    keep(attributes, "langfuse.trace.name", fields.find("traceName"));
    keep(attributes, "langfuse.trace.tags", fields.find("traceTags"));
    readUsage(fields, attributes);
    keepOthers(attributes, fields, known, "langfuse.observation.");
    span.statusMessage = fields.text("statusMessage");
    if (fields.text("level") == "ERROR") {
        span.status = Status::error;
        span.level = Level::error;
    } else if (fields.text("level") == "WARNING") {
        span.level = Level::warning;
    } else if (fields.text("level") == "DEBUG") {
        span.level = Level::debug;
    }
}

void decodeTraceOn(const Fields& trace, trace::Span& root)
{
    trace::Attributes& attributes = root.attributes;
    keep(attributes, "langfuse.trace.name", trace.find("name"));
    keep(attributes, "langfuse.user.id", trace.find("userId"));
    keep(attributes, "langfuse.session.id", trace.find("sessionId"));
    keep(attributes, "langfuse.release", trace.find("release"));
    keep(attributes, "langfuse.version", trace.find("version"));
    keep(attributes, "langfuse.environment", trace.find("environment"));
    if (!trace.list("tags").empty())
        keep(attributes, "langfuse.trace.tags", trace.find("tags"));
    keepUnwrapped(attributes, "langfuse.trace.input", trace.find("input"));
    keepUnwrapped(attributes, "langfuse.trace.output", trace.find("output"));
    keepUnwrapped(attributes, "langfuse.trace.metadata", trace.find("metadata"));
    keep(attributes, "langfuse.trace.public", trace.find("public"));
}

void decodeTraceAlone(const Fields& trace, trace::Span& span)
{
    const std::string id = trace.text("id");
    setIds(span, id, "root of " + id, {});
    span.sourceId = id;
    span.name = trace.text("name");
    const auto start = timeOf(trace.find("timestamp"));
    const auto latency = scaled(trace.text("latency"), 9);
    setTimes(span, start, start && latency ? std::optional(saturatedAdd(*start, *latency)) : std::nullopt);
    decodeTraceOn(trace, span);
}

trace::Score scoreOf(const Fields& fields)
{
    const trace::Value* value = fields.find("value");
    if (value == nullptr || std::holds_alternative<std::monostate>(*value))
        value = fields.find("stringValue");
    return {fields.text("name"), value == nullptr ? trace::Value() : *value, fields.text("comment")};
}

} // namespace spanglass::formats
