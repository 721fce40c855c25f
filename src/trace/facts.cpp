// SPDX-License-Identifier: GPL-3.0-or-later
// The table of names. In a row the first name ranks first; across dialects: Langfuse, OpenInference,
// OpenTelemetry, vendors, generic.
#include "trace/facts.h"

#include <charconv>
#include <cmath>
#include <unordered_map>

#include "base/names.h"

namespace spanglass::trace {
namespace {

struct Row
{
    Fact fact;
    std::string_view keys[28]; ///< the rest are empty
};

constexpr Row table[] = {
    {Fact::langfuseType, {"langfuse.observation.type"}},
    {Fact::openInferenceKind, {"openinference.span.kind"}},
    {Fact::operation, {"gen_ai.operation.name"}},
    {Fact::traceloopKind, {"traceloop.span.kind"}},
    {Fact::requestType, {"llm.request.type"}},
    {Fact::aiOperation, {"ai.operationId", "operation.name"}},
    {Fact::mlflowType, {"mlflow.spanType"}},
    {Fact::langsmithKind, {"langsmith.span.kind"}},
    {Fact::opikType, {"opik.span.type"}},
    {Fact::monocleType, {"span.type"}},
    {Fact::toolName, {"gen_ai.tool.name", "tool.name", "ai.toolCall.name", "gen_ai.tool.call.id"}},
    {Fact::agentName, {"gen_ai.agent.name", "agent.name", "agent_name"}},
    {Fact::vectorStore,
     {"db.vector.query.top_k", "db.vector.query.include_values", "db.vector.query.filter"}},
    {Fact::model,
     {"langfuse.observation.model.name", "llm.response.model_name", "gen_ai.response.model",
      "ai.response.model", "llm.response.model", "llm.model_name", "llm.request.model_name",
      "gen_ai.request.model", "ai.model.id", "llm.request.model", "embedding.model_name",
      "reranker.model_name", "mlflow.llm.model", "model_name"}},
    {Fact::provider,
     {"llm.provider", "gen_ai.provider.name", "gen_ai.system", "ai.model.provider", "mlflow.llm.provider",
      "llm.system", "llm.vendor"}},
    {Fact::inputTokens,
     {"llm.token_count.prompt", "gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens",
      "ai.usage.inputTokens", "ai.usage.promptTokens", "ai.usage.tokens", "llm.usage.prompt_tokens"}},
    {Fact::cachedTokens,
     {"llm.token_count.prompt_details.cache_read", "gen_ai.usage.cache_read.input_tokens",
      "gen_ai.usage.cache_read_input_tokens", "gen_ai.usage.details.cache_read_tokens",
      "ai.usage.inputTokenDetails.cacheReadTokens", "ai.usage.cachedInputTokens"}},
    {Fact::cacheWriteTokens,
     {"llm.token_count.prompt_details.cache_write", "gen_ai.usage.cache_write.input_tokens",
      "gen_ai.usage.cache_creation.input_tokens", "gen_ai.usage.cache_creation_input_tokens",
      "gen_ai.usage.details.cache_write_tokens", "ai.usage.inputTokenDetails.cacheWriteTokens"}},
    {Fact::outputTokens,
     {"llm.token_count.completion", "gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens",
      "ai.usage.outputTokens", "ai.usage.completionTokens", "llm.usage.completion_tokens"}},
    {Fact::reasoningTokens,
     {"llm.token_count.completion_details.reasoning", "gen_ai.usage.reasoning.output_tokens",
      "gen_ai.usage.reasoning_tokens", "llm.usage.reasoning_tokens", "gen_ai.usage.details.reasoning_tokens",
      "ai.usage.outputTokenDetails.reasoningTokens", "ai.usage.reasoningTokens"}},
    {Fact::totalTokens,
     {"llm.token_count.total", "gen_ai.usage.total_tokens", "llm.usage.total_tokens",
      "ai.usage.totalTokens"}},
    {Fact::langfuseUsage, {"langfuse.observation.usage_details"}},
    {Fact::mlflowUsage, {"mlflow.chat.tokenUsage"}},
    {Fact::cost, {"gen_ai.usage.cost", "llm.cost.total", "operation.cost", "gen_ai.usage.total_cost"}},
    {Fact::langfuseCost, {"langfuse.observation.cost_details"}},
    {Fact::mlflowCost, {"mlflow.llm.cost"}},
    {Fact::firstTokenSeconds, {"gen_ai.response.time_to_first_chunk", "gen_ai.server.time_to_first_token"}},
    {Fact::firstTokenMs, {"ai.response.msToFirstChunk", "ai.stream.msToFirstChunk", "ttft_ms"}},
    {Fact::completionStartTime, {"langfuse.observation.completion_start_time"}},
    {Fact::input,
     {"langfuse.observation.input",
      "input.value",
      "gen_ai.input.messages",
      "gen_ai.tool.call.arguments",
      "gen_ai.retrieval.query.text",
      "traceloop.entity.input",
      "ai.prompt.messages",
      "ai.prompt",
      "ai.toolCall.args",
      "ai.values",
      "ai.value",
      "pydantic_ai.all_messages",
      "all_messages_events",
      "tool_arguments",
      "mlflow.spanInputs",
      "gcp.vertex.agent.llm_request",
      "gcp.vertex.agent.tool_call_args",
      "gen_ai.prompt",
      "reranker.query",
      "lk.user_input",
      "genkit:input",
      "crewai.task.description",
      "langfuse.trace.input",
      "input",
      "prompt"}},
    {Fact::output,
     {"langfuse.observation.output",
      "output.value",
      "gen_ai.output.messages",
      "gen_ai.tool.call.result",
      "gen_ai.retrieval.documents",
      "traceloop.entity.output",
      "ai.response.text",
      "ai.response.object",
      "ai.response.toolCalls",
      "ai.result.text",
      "ai.result.object",
      "ai.result.toolCalls",
      "ai.toolCall.result",
      "final_result",
      "tool_response",
      "mlflow.spanOutputs",
      "gcp.vertex.agent.llm_response",
      "gcp.vertex.agent.tool_response",
      "gen_ai.completion",
      "lk.response.text",
      "genkit:output",
      "langfuse.trace.output",
      "output",
      "completion"}},
    {Fact::errorType, {"error.type"}},
    {Fact::langfuseLevel, {"langfuse.observation.level"}},
    {Fact::logfireLevel, {"logfire.level_num"}},
    {Fact::langfuseStatusMessage, {"langfuse.observation.status_message"}},
    {Fact::user,
     {"langfuse.user.id", "user.id", "enduser.id", "traceloop.association.properties.user_id",
      "ai.telemetry.metadata.userId", "mlflow.trace.user", "langsmith.metadata.user_id"}},
    {Fact::session,
     {"langfuse.session.id", "session.id", "gen_ai.conversation.id",
      "traceloop.association.properties.session_id", "traceloop.association.properties.chat_id",
      "traceloop.association.properties.thread_id", "ai.telemetry.metadata.sessionId", "mlflow.trace.session",
      "langsmith.trace.session_id", "thread_id", "gcp.vertex.agent.session_id"}},
    {Fact::project, {names::project, "openinference.project.name", "langsmith.project"}},
    {Fact::environment,
     {"langfuse.environment", names::environment, "deployment.environment",
      "ai.telemetry.metadata.environment"}},
    {Fact::release, {"langfuse.release", names::release}},
    {Fact::version, {"langfuse.version", names::version}},
    {Fact::operationType, {names::operationType}},
    {Fact::tags,
     {"langfuse.trace.tags", "langfuse.tags", "tag.tags", "ai.telemetry.metadata.tags", "logfire.tags",
      "opik.tags", "langsmith.span.tags"}},
    {Fact::traceName, {"langfuse.trace.name"}},
};

struct Place
{
    Fact fact;
    std::uint8_t rank; ///< from 1: the first name is the best
};

std::unordered_map<std::string_view, Place> placesByKey()
{
    std::unordered_map<std::string_view, Place> places;
    for (const auto& row : table) {
        std::uint8_t rank = 0;
        for (const auto key : row.keys)
            if (!key.empty())
                places.emplace(key, Place{row.fact, ++rank});
    }
    return places;
}

std::optional<double> finite(double number)
{
    if (!std::isfinite(number))
        return {};
    return number;
}

std::optional<double> numberOf(const Value& value)
{
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*integer);
    if (const auto* real = std::get_if<double>(&value))
        return finite(*real);
    const auto* text = std::get_if<std::string>(&value);
    const auto* json = std::get_if<Json>(&value);
    const std::string_view digits = text ? std::string_view(*text) : json ? std::string_view(json->text) : "";
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size())
        return {};
    return finite(number);
}

} // namespace

Facts::Facts(const Attributes& attributes)
{
    static const auto places = placesByKey();
    for (const auto& attribute : attributes) {
        const auto found = places.find(attribute.key);
        if (found == places.end() || isEmpty(attribute.value))
            continue;
        const auto slot = static_cast<std::size_t>(found->second.fact);
        if (m_values[slot] && m_ranks[slot] < found->second.rank)
            continue; // a better name was there; the same name again: the last value counts
        m_values[slot] = &attribute.value;
        m_ranks[slot] = found->second.rank;
    }
}

bool isEmpty(const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value))
        return text->empty();
    if (const auto* json = std::get_if<Json>(&value))
        return json->text.empty() || json->text == "null";
    return std::holds_alternative<std::monostate>(value);
}

std::string textOf(const Value* value)
{
    if (!value)
        return {};
    if (const auto* text = std::get_if<std::string>(value))
        return *text;
    if (const auto* json = std::get_if<Json>(value))
        return json->text;
    if (const auto* flag = std::get_if<bool>(value))
        return *flag ? "true" : "false";
    if (const auto* integer = std::get_if<std::int64_t>(value))
        return std::to_string(*integer);
    if (const auto* real = std::get_if<double>(value)) {
        char digits[32];
        return {digits, std::to_chars(digits, digits + sizeof digits, *real).ptr};
    }
    return {};
}

std::optional<std::int64_t> countOf(const Value* value)
{
    if (!value)
        return {};
    if (const auto* integer = std::get_if<std::int64_t>(value)) // exact, whatever its size
        return *integer >= 0 ? std::optional(*integer) : std::nullopt;
    const auto number = numberOf(*value);
    constexpr double limit = 9e15; // whole numbers of a double end here
    if (!number || *number < 0 || *number > limit)
        return {};
    return static_cast<std::int64_t>(*number);
}

std::optional<Decimal> decimalOf(const Value* value)
{
    if (!value)
        return {};
    std::optional<Decimal> decimal;
    if (const auto* real = std::get_if<double>(value))
        decimal = Decimal::fromDouble(*real);
    else
        decimal = Decimal::parse(textOf(value));
    return decimal && *decimal >= Decimal() ? decimal : std::nullopt;
}

const Value* findAttribute(const Attributes& attributes, std::string_view key)
{
    for (const auto& attribute : attributes)
        if (attribute.key == key)
            return &attribute.value;
    return nullptr;
}

} // namespace spanglass::trace
