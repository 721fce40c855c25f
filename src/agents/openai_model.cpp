// SPDX-License-Identifier: Apache-2.0
// One POST per call. The key stands in a header only, never in a message or a span.
#include "agents/openai_model.h"

#include <cstdlib>
#include <curl/curl.h>
#include <memory>
#include <simdjson.h>
#include <stdexcept>

#include "agents/json.h"
#include "agents/messages.h"
#include "agents/openai_stream.h"

namespace agents {
namespace {

std::string requestMessage(const Message& message)
{
    JsonObject json;
    json.add("role", message.role).add("content", message.text);
    if (!message.answers.empty())
        json.add("tool_call_id", message.answers);
    if (!message.toolCalls.empty()) {
        JsonArray calls;
        for (const auto& call : message.toolCalls) {
            const auto function = JsonObject().add("name", call.name).add("arguments", call.arguments).text();
            calls.add(Json{JsonObject()
                               .add("id", call.id)
                               .add("type", "function")
                               .add("function", Json{function})
                               .text()});
        }
        json.add("tool_calls", Json{calls.text()});
    }
    return json.text();
}

std::string requestTool(const ToolDescription& tool)
{
    const auto function = JsonObject()
                              .add("name", tool.name)
                              .add("description", tool.purpose)
                              .add("parameters", Json{tool.parameters})
                              .text();
    return JsonObject().add("type", "function").add("function", Json{function}).text();
}

std::string requestBody(const std::string& model, const Request& request)
{
    JsonArray messages;
    for (const auto& message : request.messages)
        messages.add(Json{requestMessage(message)});
    JsonObject body;
    body.add("model", model)
        .add("messages", Json{messages.text()})
        .add("temperature", request.temperature)
        .add("max_completion_tokens", request.maxTokens)
        .add("stream", true)
        .add("stream_options", Json{R"({"include_usage":true})"});
    if (!request.tools.empty()) {
        JsonArray tools;
        for (const auto& tool : request.tools)
            tools.add(Json{requestTool(tool)});
        body.add("tools", Json{tools.text()});
    }
    return body.text();
}

struct Transfer
{
    CURL* curl;
    OpenAiStream stream;
    std::string refusal; ///< the body of an error reply
};

std::size_t receive(char* data, std::size_t size, std::size_t count, void* user)
{
    auto& transfer = *static_cast<Transfer*>(user);
    const std::string_view bytes(data, size * count);
    long status = 0;
    curl_easy_getinfo(transfer.curl, CURLINFO_RESPONSE_CODE, &status);
    if (status == 200)
        transfer.stream.feed(bytes);
    else if (transfer.refusal.size() < 100'000)
        transfer.refusal += bytes;
    return bytes.size();
}

/// The server's own words where it has some.
std::string reason(const std::string& body)
{
    simdjson::dom::parser parser;
    simdjson::dom::element json;
    std::string_view message;
    if (parser.parse(body).get(json) == simdjson::SUCCESS &&
        json.at_pointer("/error/message").get(message) == simdjson::SUCCESS)
        return ": " + std::string(message);
    return {};
}

using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

Headers headers(const std::string& key)
{
    curl_slist* list = curl_slist_append(nullptr, "Content-Type: application/json");
    list = curl_slist_append(list, "Accept: text/event-stream");
    if (!key.empty())
        list = curl_slist_append(list, ("Authorization: Bearer " + key).c_str());
    return {list, &curl_slist_free_all};
}

std::string fromEnvironment(const char* name, std::string otherwise)
{
    const char* value = std::getenv(name);
    return value && *value ? value : std::move(otherwise);
}

} // namespace

OpenAiModel::Settings OpenAiModel::settingsFromEnvironment()
{
    const Settings defaults;
    return {fromEnvironment("OPENAI_BASE_URL", defaults.baseUrl), fromEnvironment("OPENAI_API_KEY", ""),
            fromEnvironment("OPENAI_MODEL", defaults.model)};
}

OpenAiModel::OpenAiModel(Settings settings) : m_settings(std::move(settings))
{
    static const auto initialised = curl_global_init(CURL_GLOBAL_DEFAULT); // once, before any thread uses it
    static_cast<void>(initialised);
    while (m_settings.baseUrl.ends_with('/'))
        m_settings.baseUrl.pop_back();
}

Reply OpenAiModel::complete(const Request& request, const OnText& onText)
{
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), &curl_easy_cleanup);
    const Headers head = headers(m_settings.key);
    const std::string body = requestBody(m_settings.model, request);
    const std::string url = m_settings.baseUrl + "/chat/completions";
    Transfer transfer{curl.get(), OpenAiStream(onText), {}};

    curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, head.get());
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, &receive);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, 10L);
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 300L);
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);

    const CURLcode result = curl_easy_perform(curl.get());
    if (result != CURLE_OK)
        throw std::runtime_error(m_settings.baseUrl + ": " + curl_easy_strerror(result));
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status != 200)
        throw std::runtime_error(m_settings.baseUrl + " answered " + std::to_string(status) +
                                 reason(transfer.refusal));
    return transfer.stream.take();
}

} // namespace agents
