// SPDX-License-Identifier: Apache-2.0
/// What an agent has to say about its calls, messages, documents and scores, in OpenTelemetry's names.
#include "tracer/span_access.h"

#include <chrono>
#include <utility>

#include "base/names.h"

namespace spanglass {

Span& Span::logLlmCall(const LlmCall& call) noexcept
{
    if (!call.model.empty())
        set(names::model, call.model);
    if (!call.provider.empty())
        set(names::provider, call.provider);
    const std::pair<std::string_view, std::optional<std::int64_t>> tokens[] = {
        {names::inputTokens, call.inputTokens},
        {names::cachedTokens, call.cachedTokens},
        {names::outputTokens, call.outputTokens},
        {names::reasoningTokens, call.reasoningTokens}};
    for (const auto& [key, count] : tokens)
        if (count)
            set(key, *count);
    if (call.timeToFirstToken)
        set(names::timeToFirstToken, std::chrono::duration<double>(*call.timeToFirstToken).count());
    if (!call.cost.empty())
        set(names::cost, call.cost);
    return *this;
}

Span& Span::logChatMessage(const ChatMessage& message) noexcept
{
    if (!records())
        return *this;
    try {
        // OpenTelemetry's per-message events: gen_ai.user.message and its like.
        const std::string name =
            "gen_ai." + std::string(message.role.empty() ? "user" : message.role) + ".message";
        addEvent(name, {{"content", message.content}, {"id", message.id}, {"parent_id", message.parentId}});
    } catch (...) {
        m_flags |= journal::incomplete;
    }
    return *this;
}

Span& Span::logToolCall(const ToolCall& call) noexcept
{
    if (!call.name.empty())
        set("gen_ai.tool.name", call.name);
    if (!call.id.empty())
        set("gen_ai.tool.call.id", call.id);
    if (call.arguments)
        setInput(*call.arguments);
    if (call.result)
        setOutput(*call.result);
    return *this;
}

Span& Span::logDocumentEvent(const DocumentEvent& event) noexcept
{
    if (event.chunks)
        return addEvent("spanglass.document",
                        {{"document", event.document}, {"chunks", *event.chunks}, {"status", event.status}});
    return addEvent("spanglass.document", {{"document", event.document}, {"status", event.status}});
}

Span& Span::logScore(std::string_view name, const Value& value, std::string_view comment) noexcept
{
    return addEvent(names::scoreEvent, {{"name", name}, {"value", value}, {"comment", comment}});
}

Span& Span::setInputMessageId(std::string_view id) noexcept
{
    return set("spanglass.input_message_id", id);
}

Span& Span::setOutputMessageId(std::string_view id) noexcept
{
    return set("spanglass.output_message_id", id);
}

} // namespace spanglass
