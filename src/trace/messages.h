// SPDX-License-Identifier: GPL-3.0-or-later
/// What was said in a model call: messages with roles and parts, from every dialect's way of writing them.
///
///     for (const Message& message : inputMessages(span)) …      // system, user, assistant, tool
///
/// Found in attributes as JSON (OpenTelemetry, Vercel, Pydantic AI, and the providers' own forms), spread
/// over numbered attributes (OpenInference, OpenLLMetry), or in span events. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "trace/span.h"

namespace spanglass::trace {

struct MessagePart
{
    enum class Type : std::uint8_t
    {
        text,
        reasoning,
        toolCall,   ///< text: the arguments
        toolResult, ///< text: the result
        media,      ///< text: a URI, also a data URI, or a file's id
        other,      ///< text: the part's JSON, of a type unknown here
    };
    Type type = Type::text;
    std::string text;
    std::string id = {};        ///< of the tool call
    std::string name = {};      ///< of the tool
    std::string mediaType = {}; ///< "image/png", or only "image"
    friend bool operator==(const MessagePart&, const MessagePart&) = default;
};

struct Message
{
    std::string role; ///< system, user, assistant, tool, or what the source says
    std::string name = {};
    std::vector<MessagePart> parts = {};
    std::string finishReason = {};
    friend bool operator==(const Message&, const Message&) = default;
};
using Messages = std::vector<Message>;

/// What the model was given, with the system's instructions first. Empty where the span holds no messages.
[[nodiscard]] Messages inputMessages(const Span& span);
/// What it answered.
[[nodiscard]] Messages outputMessages(const Span& span);

/// Messages from JSON: a list, `{"messages": […]}`, a provider's reply with `choices`, or one message. Empty
/// for JSON that is something else, and for text that is no JSON.
[[nodiscard]] Messages readMessages(std::string_view json);
/// In the form of gen_ai.input.messages.
[[nodiscard]] std::string messagesJson(const Messages& messages);

} // namespace spanglass::trace
