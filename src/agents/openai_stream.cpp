// SPDX-License-Identifier: Apache-2.0
// Lines `data: {json}`, ended by `data: [DONE]`. Text and tool calls come as deltas, usage in the last chunk.
#include "agents/openai_stream.h"

#include <simdjson.h>
#include <stdexcept>

#include "agents/json.h"

namespace agents {
namespace {

using Element = simdjson::dom::element;

std::string textAt(Element from, std::string_view pointer)
{
    std::string_view text;
    return from.at_pointer(pointer).get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::int64_t numberAt(Element from, std::string_view pointer)
{
    std::int64_t number = 0;
    return from.at_pointer(pointer).get(number) == simdjson::SUCCESS ? number : 0;
}

bool isJson(const std::string& text)
{
    simdjson::dom::parser parser;
    return parser.parse(text).error() == simdjson::SUCCESS;
}

void appendToolCalls(Element choice, std::vector<ToolCall>& calls)
{
    constexpr std::int64_t maxCalls = 64; // the index comes from the network
    simdjson::dom::array deltas;
    if (choice.at_pointer("/delta/tool_calls").get(deltas) != simdjson::SUCCESS)
        return;
    for (const auto delta : deltas) {
        const auto index = numberAt(delta, "/index");
        if (index < 0 || index >= maxCalls)
            continue;
        if (calls.size() <= static_cast<std::size_t>(index))
            calls.resize(static_cast<std::size_t>(index) + 1);
        ToolCall& call = calls[static_cast<std::size_t>(index)];
        call.id += textAt(delta, "/id");
        call.name += textAt(delta, "/function/name");
        call.arguments += textAt(delta, "/function/arguments");
    }
}

} // namespace

OpenAiStream::OpenAiStream(const OnText& onText) : m_onText(onText)
{
    m_reply.message.role = "assistant";
}

void OpenAiStream::feed(std::string_view bytes)
{
    m_rest += bytes;
    std::size_t begin = 0;
    for (auto end = m_rest.find('\n'); end != std::string::npos; end = m_rest.find('\n', begin)) {
        readLine(std::string_view(m_rest).substr(begin, end - begin));
        begin = end + 1;
    }
    m_rest.erase(0, begin);
}

void OpenAiStream::readLine(std::string_view line)
{
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    if (!line.starts_with("data:"))
        return;
    line.remove_prefix(line.starts_with("data: ") ? 6 : 5);
    if (line != "[DONE]")
        readChunk(line);
}

void OpenAiStream::readChunk(std::string_view json)
{
    simdjson::dom::parser parser;
    Element chunk;
    if (parser.parse(json.data(), json.size()).get(chunk) != simdjson::SUCCESS) {
        m_error = "the stream held a line that is not JSON";
        return;
    }
    if (const auto message = textAt(chunk, "/error/message"); !message.empty())
        m_error = message;
    if (m_reply.id.empty())
        m_reply.id = textAt(chunk, "/id");
    if (m_reply.model.empty())
        m_reply.model = textAt(chunk, "/model");

    Element part;
    if (chunk.at_pointer("/usage/prompt_tokens").get(part) == simdjson::SUCCESS)
        m_reply.usage =
            Usage{.input = numberAt(chunk, "/usage/prompt_tokens"),
                  .cached = numberAt(chunk, "/usage/prompt_tokens_details/cached_tokens"),
                  .output = numberAt(chunk, "/usage/completion_tokens"),
                  .reasoning = numberAt(chunk, "/usage/completion_tokens_details/reasoning_tokens")};
    if (chunk.at_pointer("/choices/0").get(part) != simdjson::SUCCESS)
        return;
    m_any = true;
    const auto text = textAt(part, "/delta/content");
    appendToolCalls(part, m_reply.message.toolCalls);
    if (!m_reply.timeToFirstToken && (!text.empty() || !m_reply.message.toolCalls.empty()))
        m_reply.timeToFirstToken = std::chrono::steady_clock::now() - m_start;
    m_reply.message.text += text;
    if (m_onText && !text.empty())
        m_onText(text);
    if (const auto reason = textAt(part, "/finish_reason"); !reason.empty())
        m_reply.finishReason = reason;
}

Reply OpenAiStream::take()
{
    if (!m_error.empty())
        throw std::runtime_error(m_error);
    if (!m_any)
        throw std::runtime_error("the server sent no reply");
    for (auto& call : m_reply.message.toolCalls)
        if (!isJson(call.arguments)) // a model's slip: kept as it is, as text
            call.arguments = jsonText(call.arguments);
    return std::move(m_reply);
}

} // namespace agents
