// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the messages of a span: in JSON attributes, in numbered attributes, in events, in that order.
#include "trace/messages.h"

#include <charconv>
#include <map>
#include <simdjson.h>

#include "base/json_writer.h"
#include "trace/facts.h"

namespace spanglass::trace {
namespace {

using Type = MessagePart::Type;

/// Takes `3.` off the front of "3.role": numbers sort as numbers, and need not be contiguous.
std::optional<std::size_t> takeNumber(std::string_view& path)
{
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(path.data(), path.data() + path.size(), number);
    const auto digits = static_cast<std::size_t>(end - path.data());
    if (error != std::errc() || digits >= path.size() || path[digits] != '.')
        return {};
    path.remove_prefix(digits + 1);
    return number;
}

bool take(std::string_view& path, std::string_view word)
{
    if (!path.starts_with(word))
        return false;
    path.remove_prefix(word.size());
    return true;
}

/// A message as it grows from its attributes.
struct Growing
{
    std::string role;
    std::string name;
    std::string finishReason;
    std::string content;
    std::string answers;
    std::map<std::size_t, MessagePart> contents;
    std::map<std::size_t, MessagePart> calls;
};

void setCall(MessagePart& call, std::string_view field, const Value& value)
{
    call.type = Type::toolCall;
    take(field, "tool_call."); // OpenInference
    if (field == "id")
        call.id = textOf(&value);
    else if (field == "name" || field == "function.name")
        call.name = textOf(&value);
    else if (field == "arguments" || field == "function.arguments")
        call.text = textOf(&value);
}

void setContent(MessagePart& part, std::string_view field, const Value& value)
{
    take(field, "message_content.");
    if (field == "type") {
        const auto type = textOf(&value);
        part.type = type == "image" ? Type::media : type == "reasoning" ? Type::reasoning : part.type;
    } else if (field == "text") {
        part.text = textOf(&value);
    } else if (field == "image.image.url" || field == "data") {
        part.type = Type::media;
        part.text = textOf(&value);
    }
}

void setField(Growing& message, std::string_view field, const Value& value)
{
    take(field, "message."); // OpenInference
    if (field == "role")
        message.role = textOf(&value);
    else if (field == "name")
        message.name = textOf(&value);
    else if (field == "content" || field == "prompt.text" || field == "completion.text")
        message.content = textOf(&value);
    else if (field == "finish_reason")
        message.finishReason = textOf(&value);
    else if (field == "tool_call_id")
        message.answers = textOf(&value);
    else if (take(field, "tool_calls.")) {
        if (const auto number = takeNumber(field))
            setCall(message.calls[*number], field, value);
    } else if (take(field, "contents.")) {
        if (const auto number = takeNumber(field))
            setContent(message.contents[*number], field, value);
    }
}

/// Content may be JSON itself: a list of parts.
void addContent(const Growing& from, std::vector<MessagePart>& parts)
{
    if (!from.answers.empty()) {
        parts.push_back(
            {.type = Type::toolResult, .text = from.content, .id = from.answers, .name = from.name});
        return;
    }
    if (from.content.starts_with("[{")) {
        const auto wrapped =
            JsonWriter().beginObject().member("role", "x").key("content").raw(from.content).endObject();
        if (auto read = readMessages(wrapped.text()); !read.empty()) {
            parts = std::move(read.front().parts);
            return;
        }
    }
    if (!from.content.empty())
        parts.push_back({.type = Type::text, .text = from.content});
}

Messages finished(std::map<std::size_t, Growing> growing, std::string_view defaultRole)
{
    Messages messages;
    for (auto& [number, from] : growing) {
        Message message{.role = from.role.empty() ? std::string(defaultRole) : from.role, .name = from.name};
        addContent(from, message.parts);
        for (auto& [place, part] : from.contents)
            message.parts.push_back(std::move(part));
        for (auto& [place, call] : from.calls)
            message.parts.push_back(std::move(call));
        message.finishReason = from.finishReason;
        messages.push_back(std::move(message));
    }
    return messages;
}

Messages numbered(const Span& span, std::initializer_list<std::string_view> prefixes,
                  std::string_view defaultRole)
{
    for (const auto prefix : prefixes) {
        std::map<std::size_t, Growing> growing;
        for (const auto& attribute : span.attributes) {
            std::string_view path = attribute.key;
            if (!take(path, prefix))
                continue;
            if (const auto number = takeNumber(path))
                setField(growing[*number], path, attribute.value);
        }
        if (!growing.empty())
            return finished(std::move(growing), defaultRole);
    }
    return {};
}

Messages fromAttribute(const Attributes& attributes, std::initializer_list<std::string_view> keys)
{
    for (const auto key : keys)
        if (const Value* value = findAttribute(attributes, key))
            if (auto messages = readMessages(textOf(value)); !messages.empty())
                return messages;
    return {};
}

/// Per-message events of OpenTelemetry 1.28–1.36, and the two content events before them.
void addEvent(const Event& event, Messages& input, Messages& output)
{
    const auto field = [&event](std::string_view key) {
        return textOf(findAttribute(event.attributes, key));
    };
    if (event.name == "gen_ai.content.prompt") {
        auto read = readMessages(field("gen_ai.prompt"));
        input.insert(input.end(), read.begin(), read.end());
        return;
    }
    if (event.name == "gen_ai.content.completion") {
        auto read = readMessages(field("gen_ai.completion"));
        output.insert(output.end(), read.begin(), read.end());
        return;
    }
    const bool choice = event.name == "gen_ai.choice";
    const bool message = event.name.starts_with("gen_ai.") && event.name.ends_with(".message");
    if (!choice && !message)
        return;
    if (const auto wrapped = field("message"); choice && wrapped.starts_with('{')) {
        auto read = readMessages(JsonWriter().beginObject().key("message").raw(wrapped).endObject().text());
        if (!read.empty() && read.front().role.empty())
            read.front().role = "assistant";
        output.insert(output.end(), read.begin(), read.end());
        return;
    }
    const auto role = field("role");
    Growing growing{.role = !role.empty() ? role
                            : choice      ? "assistant"
                                          : event.name.substr(7, event.name.rfind('.') - 7),
                    .name = field("name"),
                    .finishReason = field("finish_reason"),
                    .content = field("content"),
                    .answers = event.name == "gen_ai.tool.message" ? field("id") : std::string(),
                    .contents = {},
                    .calls = {}};
    Message said{.role = growing.role, .name = growing.name, .finishReason = growing.finishReason};
    addContent(growing, said.parts);
    if (const auto calls = field("tool_calls"); calls.starts_with('[')) {
        const auto json =
            JsonWriter().beginObject().member("role", "x").key("tool_calls").raw(calls).endObject();
        for (auto& with : readMessages(json.text()))
            said.parts.insert(said.parts.end(), with.parts.begin(), with.parts.end());
    }
    (choice ? output : input).push_back(std::move(said));
}

Messages inEvents(const Span& span, bool wantOutput)
{
    Messages input;
    Messages output;
    for (const auto& event : span.events) {
        if (event.name == "gen_ai.client.inference.operation.details")
            return wantOutput ? fromAttribute(event.attributes, {"gen_ai.output.messages"})
                              : fromAttribute(event.attributes, {"gen_ai.input.messages"});
        addEvent(event, input, output);
    }
    return wantOutput ? output : input;
}

/// Vercel's answer lies in three attributes.
Messages vercelOutput(const Span& span)
{
    Message message{.role = "assistant"};
    if (const auto reasoning = textOf(findAttribute(span.attributes, "ai.response.reasoning"));
        !reasoning.empty())
        message.parts.push_back({.type = Type::reasoning, .text = reasoning});
    for (const std::string_view key :
         {"ai.response.text", "ai.response.object", "ai.result.text", "ai.result.object"})
        if (const auto text = textOf(findAttribute(span.attributes, key)); !text.empty())
            message.parts.push_back({.type = Type::text, .text = text});
    for (const std::string_view key : {"ai.response.toolCalls", "ai.result.toolCalls"}) {
        const auto calls = textOf(findAttribute(span.attributes, key));
        if (!calls.starts_with('['))
            continue;
        const auto json =
            JsonWriter().beginObject().member("role", "x").key("tool_calls").raw(calls).endObject();
        for (auto& with : readMessages(json.text()))
            message.parts.insert(message.parts.end(), with.parts.begin(), with.parts.end());
    }
    message.finishReason = textOf(findAttribute(span.attributes, "ai.response.finishReason"));
    return message.parts.empty() ? Messages() : Messages{std::move(message)};
}

/// gen_ai.system_instructions is a list of parts, not of messages.
Messages systemMessage(const Span& span)
{
    const auto parts = textOf(findAttribute(span.attributes, "gen_ai.system_instructions"));
    if (parts.empty())
        return {};
    if (!parts.starts_with('['))
        return {{.role = "system", .parts = {{.type = Type::text, .text = parts}}}};
    return readMessages(
        JsonWriter().beginObject().member("role", "system").key("parts").raw(parts).endObject().text());
}

Messages firstFound(std::initializer_list<Messages (*)(const Span&)> ways, const Span& span)
{
    for (const auto way : ways)
        if (auto messages = way(span); !messages.empty())
            return messages;
    return {};
}

} // namespace

Messages inputMessages(const Span& span)
{
    Messages messages = systemMessage(span);
    const Messages said = firstFound(
        {[](const Span& s) {
             return fromAttribute(s.attributes, {"gen_ai.input.messages", "ai.prompt.messages", "ai.prompt",
                                                 "pydantic_ai.all_messages", "all_messages_events",
                                                 "gen_ai.prompt", "gcp.vertex.agent.llm_request"});
         },
         [](const Span& s) {
             return numbered(s, {"llm.input_messages.", "gen_ai.prompt.", "llm.prompts."}, "user");
         },
         [](const Span& s) { return inEvents(s, false); },
         [](const Span& s) { return readMessages(textOf(&s.input)); }},
        span);
    messages.insert(messages.end(), said.begin(), said.end());
    return messages;
}

Messages outputMessages(const Span& span)
{
    return firstFound(
        {[](const Span& s) {
             return fromAttribute(s.attributes, {"gen_ai.output.messages", "gen_ai.completion",
                                                 "gcp.vertex.agent.llm_response"});
         },
         [](const Span& s) {
             return numbered(
                 s, {"llm.output_messages.", "gen_ai.completion.", "llm.completions.", "llm.choices."},
                 "assistant");
         },
         [](const Span& s) { return vercelOutput(s); }, [](const Span& s) { return inEvents(s, true); },
         [](const Span& s) { return readMessages(textOf(&s.output)); }},
        span);
}

} // namespace spanglass::trace
