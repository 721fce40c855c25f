// SPDX-License-Identifier: Apache-2.0
// Writes messages as the GenAI conventions' parts: text, reasoning, tool_call, tool_call_response.
#include "agents/messages.h"

#include "agents/json.h"

namespace agents {
namespace {

std::string part(std::string_view type, std::string_view content)
{
    return JsonObject().add("type", type).add("content", content).text();
}

std::string parts(const Message& message)
{
    JsonArray parts;
    if (!message.reasoning.empty())
        parts.add(Json{part("reasoning", message.reasoning)});
    if (message.role == "tool") {
        const auto answer = JsonObject()
                                .add("type", "tool_call_response")
                                .add("id", message.answers)
                                .add("response", message.text);
        parts.add(Json{answer.text()});
    } else if (!message.text.empty()) {
        parts.add(Json{part("text", message.text)});
    }
    for (const auto& call : message.toolCalls) {
        const auto json = JsonObject()
                              .add("type", "tool_call")
                              .add("id", call.id)
                              .add("name", call.name)
                              .add("arguments", Json{call.arguments});
        parts.add(Json{json.text()});
    }
    return parts.text();
}

} // namespace

std::string systemInstructions(const std::vector<Message>& messages)
{
    JsonArray instructions;
    bool any = false;
    for (const auto& message : messages) {
        if (message.role != "system")
            continue;
        instructions.add(Json{part("text", message.text)});
        any = true;
    }
    return any ? instructions.text() : std::string();
}

std::string inputMessages(const std::vector<Message>& messages)
{
    JsonArray all;
    for (const auto& message : messages)
        if (message.role != "system")
            all.add(Json{JsonObject().add("role", message.role).add("parts", Json{parts(message)}).text()});
    return all.text();
}

std::string outputMessages(const Reply& reply)
{
    const auto message = JsonObject()
                             .add("role", reply.message.role)
                             .add("parts", Json{parts(reply.message)})
                             .add("finish_reason", reply.finishReason);
    return JsonArray().add(Json{message.text()}).text();
}

std::string toolDefinitions(const std::vector<ToolDescription>& tools)
{
    JsonArray all;
    for (const auto& tool : tools) {
        const auto json = JsonObject()
                              .add("type", "function")
                              .add("name", tool.name)
                              .add("description", tool.purpose)
                              .add("parameters", Json{tool.parameters});
        all.add(Json{json.text()});
    }
    return all.text();
}

} // namespace agents
