// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the messages of OpenTelemetry, OpenAI, Anthropic, Google, Vercel and LangChain from JSON, and writes
// OpenTelemetry's. What is not understood is kept as a part of type `other`.
#include <algorithm>
#include <simdjson.h>

#include "base/json_writer.h"
#include "trace/messages.h"

namespace spanglass::trace {
namespace {

namespace dom = simdjson::dom;
using Type = MessagePart::Type;

/// Text as it is, anything else as JSON.
std::string contentText(dom::element value)
{
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS)
        return std::string(text);
    return value.is_null() ? std::string() : simdjson::minify(value);
}

/// The first of these members that is there.
std::string firstOf(dom::element object, std::initializer_list<std::string_view> keys)
{
    for (const auto key : keys) {
        dom::element value;
        if (object[key].get(value) == simdjson::SUCCESS && !value.is_null())
            return contentText(value);
    }
    return {};
}

bool has(dom::element object, std::string_view key)
{
    dom::element value;
    return object[key].get(value) == simdjson::SUCCESS && !value.is_null();
}

MessagePart toolCall(dom::element object)
{
    return {.type = Type::toolCall,
            .text = firstOf(object, {"arguments", "args", "input", "server_tool_call"}),
            .id = firstOf(object, {"id", "toolCallId", "call_id", "tool_call_id"}),
            .name = firstOf(object, {"name", "toolName"})};
}

/// OpenAI's `{"id", "function": {"name", "arguments"}}`, or a call as it stands.
MessagePart wrappedToolCall(dom::element object)
{
    dom::element function;
    if (object["function"].get(function) != simdjson::SUCCESS)
        return toolCall(object);
    MessagePart call = toolCall(function);
    call.id = firstOf(object, {"id"});
    return call;
}

MessagePart toolResult(dom::element object)
{
    return {.type = Type::toolResult,
            .text = firstOf(object, {"response", "result", "output", "content", "server_tool_call_response"}),
            .id = firstOf(object, {"id", "toolCallId", "tool_use_id", "call_id", "tool_call_id"}),
            .name = firstOf(object, {"name", "toolName"})};
}

/// A picture in any of the forms: a URI, base64 with its type, or an id.
MessagePart media(dom::element object, std::string_view type)
{
    MessagePart part{.type = Type::media,
                     .text = firstOf(object, {"uri", "url", "image", "file_id", "data"})};
    part.mediaType = firstOf(object, {"mime_type", "media_type", "mediaType", "mimeType", "modality"});
    dom::element inner;
    if (object["image_url"].get(inner) == simdjson::SUCCESS)
        part.text = inner.is_string() ? contentText(inner) : firstOf(inner, {"url"});
    if (object["source"].get(inner) == simdjson::SUCCESS) { // Anthropic
        part.text = firstOf(inner, {"url", "data"});
        part.mediaType = firstOf(inner, {"media_type"});
    }
    if (const auto bytes = firstOf(object, {"content"}); type == "blob" && !bytes.empty())
        part.text = bytes;
    const bool bare =
        part.text.find(':') == std::string::npos && part.mediaType.find('/') != std::string::npos;
    if (bare && type != "file")
        part.text = "data:" + part.mediaType + ";base64," + part.text;
    return part;
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

MessagePart readPart(dom::element value)
{
    if (!value.is_object())
        return {.type = Type::text, .text = contentText(value)};
    const std::string type = firstOf(value, {"type"});
    if (isOneOf(type, {"text", "input_text", "output_text"}))
        return {.type = Type::text, .text = firstOf(value, {"content", "text"})};
    if (isOneOf(type, {"reasoning", "thinking", "redacted_thinking"}))
        return {.type = Type::reasoning,
                .text = firstOf(value, {"content", "text", "thinking", "reasoning", "data"})};
    if (isOneOf(type, {"tool_call", "tool-call", "tool_use", "function_call", "server_tool_call",
                       "server_tool_use"}))
        return wrappedToolCall(value);
    if (isOneOf(type, {"tool_call_response", "tool-result", "tool_result", "function_call_output",
                       "server_tool_call_response"}))
        return toolResult(value);
    if (isOneOf(type, {"blob", "uri", "file", "image", "image_url", "input_image", "audio", "document"}))
        return media(value, type);
    dom::element google;
    if (value["function_call"].get(google) == simdjson::SUCCESS ||
        value["functionCall"].get(google) == simdjson::SUCCESS)
        return toolCall(google);
    if (value["function_response"].get(google) == simdjson::SUCCESS ||
        value["functionResponse"].get(google) == simdjson::SUCCESS)
        return toolResult(google);
    if (type.empty() && has(value, "text"))
        return {.type = Type::text, .text = firstOf(value, {"text"})};
    return {.type = Type::other, .text = simdjson::minify(value)};
}

void readParts(dom::element content, std::vector<MessagePart>& into)
{
    dom::array list;
    if (content.get(list) == simdjson::SUCCESS) {
        for (const auto part : list)
            into.push_back(readPart(part));
    } else if (!content.is_null() && !(content.is_string() && contentText(content).empty())) {
        into.push_back(readPart(content));
    }
}

std::string roleOf(dom::element message)
{
    std::string role = firstOf(message, {"role"});
    if (role.empty()) {
        role = firstOf(message, {"type"});                   // LangChain
        const auto event = firstOf(message, {"event.name"}); // "gen_ai.user.message"
        if (event.starts_with("gen_ai."))
            role = event == "gen_ai.choice" ? "assistant" : event.substr(7, event.rfind('.') - 7);
    }
    if (role == "human")
        return "user";
    return isOneOf(role, {"ai", "model", "AIMessageChunk"}) ? "assistant" : role;
}

/// False for an object that is no message.
bool readMessage(dom::element value, Messages& into)
{
    dom::element inner;
    if (value["message"].get(inner) == simdjson::SUCCESS && inner.is_object()) { // a choice
        if (!readMessage(inner, into))
            return false;
        into.back().finishReason = firstOf(value, {"finish_reason", "finishReason"});
        return true;
    }
    Message message{.role = roleOf(value), .name = firstOf(value, {"name"})};
    if (message.role.empty() || !(has(value, "parts") || has(value, "content") || has(value, "tool_calls")))
        return false;
    for (const std::string_view key : {"reasoning_content", "reasoning"})
        if (value[key].get(inner) == simdjson::SUCCESS && inner.is_string())
            message.parts.push_back({.type = Type::reasoning, .text = contentText(inner)});
    const std::string answered = firstOf(value, {"tool_call_id"});
    if (!answered.empty() && has(value, "content"))
        message.parts.push_back(
            {.type = Type::toolResult, .text = firstOf(value, {"content"}), .id = answered});
    else if (value["parts"].get(inner) == simdjson::SUCCESS ||
             value["content"].get(inner) == simdjson::SUCCESS)
        readParts(inner, message.parts);
    dom::array calls;
    if (value["tool_calls"].get(calls) == simdjson::SUCCESS)
        for (const auto call : calls)
            message.parts.push_back(wrappedToolCall(call));
    message.finishReason = firstOf(value, {"finish_reason", "stop_reason", "finishReason"});
    into.push_back(std::move(message));
    return true;
}

/// Where requests and replies keep their messages.
bool listIn(dom::element object, dom::array& list)
{
    for (const std::string_view key : {"messages", "choices", "contents", "prompt"})
        if (object[key].get(list) == simdjson::SUCCESS)
            return true;
    return false;
}

void addPart(JsonWriter& json, const MessagePart& part)
{
    const auto arguments = [&json](std::string_view key, const std::string& text) {
        dom::parser parser; // JSON stays JSON, text stays text
        const bool structured = text.starts_with('{') || text.starts_with('[');
        if (structured && parser.parse(text).error() == simdjson::SUCCESS)
            json.key(key).raw(text);
        else
            json.member(key, text);
    };
    switch (part.type) {
    case Type::text:
        json.beginObject().member("type", "text").member("content", part.text).endObject();
        break;
    case Type::reasoning:
        json.beginObject().member("type", "reasoning").member("content", part.text).endObject();
        break;
    case Type::toolCall:
        json.beginObject().member("type", "tool_call").member("id", part.id).member("name", part.name);
        arguments("arguments", part.text);
        json.endObject();
        break;
    case Type::toolResult:
        json.beginObject().member("type", "tool_call_response").member("id", part.id);
        arguments("response", part.text);
        json.endObject();
        break;
    case Type::media:
        json.beginObject().member("type", "uri").member("mime_type", part.mediaType).member("uri", part.text);
        json.endObject();
        break;
    case Type::other:
        json.raw(part.text);
        break;
    }
}

} // namespace

Messages readMessages(std::string_view json)
{
    dom::parser parser;
    dom::element root;
    const auto first = json.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || (json[first] != '[' && json[first] != '{'))
        return {};
    if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS)
        return {};
    Messages messages;
    dom::array list;
    if (root.is_object()) {
        if (const auto system = firstOf(root, {"system", "instructions"}); !system.empty())
            messages.push_back({.role = "system", .parts = {{.type = Type::text, .text = system}}});
        if (const auto prompt = firstOf(root, {"prompt"}); !prompt.empty() && !prompt.starts_with('[')) {
            messages.push_back({.role = "user", .parts = {{.type = Type::text, .text = prompt}}});
            return messages; // Vercel's shortest form
        }
        if (!listIn(root, list))
            return readMessage(root, messages) ? messages : Messages();
    } else if (root.get(list) != simdjson::SUCCESS) {
        return {};
    }
    for (const auto value : list)
        if (!value.is_object() || !readMessage(value, messages))
            return {}; // a list of something else
    return messages;
}

std::string messagesJson(const Messages& messages)
{
    JsonWriter json;
    json.beginArray();
    for (const auto& message : messages) {
        json.beginObject().member("role", message.role);
        if (!message.name.empty())
            json.member("name", message.name);
        json.key("parts").beginArray();
        for (const auto& part : message.parts)
            addPart(json, part);
        json.endArray();
        if (!message.finishReason.empty())
            json.member("finish_reason", message.finishReason);
        json.endObject();
    }
    return json.endArray().take();
}

} // namespace spanglass::trace
