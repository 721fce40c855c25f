// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/copy_as.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "models/json_document.h"
#include "trace/messages.h"
#include "views/value_text.h"

namespace spanglass::views {
namespace {

std::string quoted(std::string_view text)
{
    return '"' + jsonEscaped(text) + '"';
}

/// In single quotes; a quote within ends them, stands escaped, and opens them again.
std::string shellQuoted(std::string_view text)
{
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'')
            out += "'\\''";
        else
            out += c;
    }
    return out + '\'';
}

/// One more backtick than the longest run within.
std::string fenced(const std::string& text, std::string_view language)
{
    std::size_t longest = 2;
    std::size_t run = 0;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    return fence + std::string(language) + '\n' + text + (text.ends_with('\n') ? "" : "\n") + fence + '\n';
}

std::string valueBlock(const trace::Value& value)
{
    if (jsonOf(value))
        return fenced(models::jsonPretty(valueAsJson(value, true)), "json");
    return fenced(textOf(value).toStdString(), "");
}

bool isEmpty(const trace::Value& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return std::holds_alternative<std::monostate>(value) || (text != nullptr && text->empty());
}

/// Text in a line of Markdown means only itself.
std::string markdownEscaped(std::string_view text)
{
    std::string out;
    for (const char c : visibleText(text)) {
        if (std::string_view("\\`*_{}[]<>()#+-.!|").find(c) != std::string_view::npos)
            out += '\\';
        out += c;
    }
    return out;
}

const trace::Value* attribute(const trace::Span& span, std::string_view key)
{
    const auto found = std::ranges::find(span.attributes, key, &trace::Attribute::key);
    return found == span.attributes.end() ? nullptr : &found->value;
}

/// Scheme, host and port as recorded; a host with anything but the characters of hosts is not taken.
std::string serverOf(const trace::Span& span)
{
    const trace::Value* address = attribute(span, "server.address");
    const auto* host = address == nullptr ? nullptr : std::get_if<std::string>(address);
    const bool plain = host != nullptr && !host->empty() && std::ranges::all_of(*host, [](char c) {
                           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                  (c >= '0' && c <= '9') || c == '.' || c == '-';
                       });
    if (!plain)
        return {};
    std::string port;
    if (const trace::Value* value = attribute(span, "server.port")) {
        if (const auto* number = std::get_if<std::int64_t>(value); number != nullptr && *number != 443)
            port = ':' + std::to_string(*number);
    }
    return (*host == "localhost" || *host == "127.0.0.1" ? "http://" : "https://") + *host + port + "/v1";
}

/// The text parts of a message in one; calls and media have no form that every server takes.
std::string contentOf(const trace::Message& message)
{
    std::string content;
    for (const trace::MessagePart& part : message.parts) {
        using Type = trace::MessagePart::Type;
        if (part.type != Type::text && part.type != Type::toolResult)
            continue;
        if (!content.empty())
            content += '\n';
        content += part.text;
    }
    return content;
}

std::string bodyOf(const trace::Span& span, const trace::Messages& messages)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> parameters{
        {{"gen_ai.request.temperature", "temperature"},
         {"gen_ai.request.top_p", "top_p"},
         {"gen_ai.request.max_tokens", "max_tokens"},
         {"gen_ai.request.seed", "seed"},
         {"gen_ai.request.frequency_penalty", "frequency_penalty"},
         {"gen_ai.request.presence_penalty", "presence_penalty"}}};
    std::string body = "{\n  \"model\": " + quoted(span.model);
    for (const auto& [key, name] : parameters) {
        const trace::Value* value = attribute(span, key);
        if (value != nullptr &&
            (std::holds_alternative<double>(*value) || std::holds_alternative<std::int64_t>(*value)))
            body += ",\n  \"" + std::string(name) + "\": " + valueAsJson(*value, false);
    }
    body += ",\n  \"messages\": [";
    for (std::size_t at = 0; at < messages.size(); ++at)
        body += std::string(at == 0 ? "" : ",") + "\n    {\"role\": " + quoted(messages[at].role) +
                ", \"content\": " + quoted(contentOf(messages[at])) + '}';
    return body + "\n  ]\n}";
}

} // namespace

std::string markdownOf(const trace::Span& span)
{
    std::string out = "## " + markdownEscaped(span.name) + "\n\n";
    const auto fact = [&out](std::string_view label, const std::string& value) {
        if (!value.empty())
            out += "- " + std::string(label) + ": " + markdownEscaped(value) + '\n';
    };
    fact("kind", std::string(name(span.kind)));
    fact("service", span.service);
    fact("model", span.model);
    fact("duration", span.durationNs ? durationText(*span.durationNs) : "not finished");
    if (span.tokens.input || span.tokens.output)
        fact("tokens", countText(span.tokens.input.value_or(0)) + " in, " +
                           countText(span.tokens.output.value_or(0)) + " out");
    if (span.cost)
        fact("cost", costText(*span.cost));
    if (span.status == Status::error)
        fact("error", span.statusMessage.empty() ? "failed" : span.statusMessage);
    fact("trace", span.trace.valid() ? span.trace.hex() : std::string());
    fact("span", span.id.valid() ? span.id.hex() : std::string());
    if (!isEmpty(span.input))
        out += "\n### Input\n\n" + valueBlock(span.input);
    if (!isEmpty(span.output))
        out += "\n### Output\n\n" + valueBlock(span.output);
    return out;
}

std::optional<std::string> curlOf(const trace::Span& span)
{
    if (span.kind != Kind::llm || span.model.empty())
        return std::nullopt;
    trace::Messages messages = trace::inputMessages(span);
    if (messages.empty() && !isEmpty(span.input)) {
        trace::Message asked{.role = "user"};
        asked.parts.push_back({.text = textOf(span.input).toStdString()});
        messages.push_back(std::move(asked));
    }
    const std::string server = serverOf(span);
    const std::string address = server.empty()
                                    ? "\"${OPENAI_BASE_URL:-https://api.openai.com/v1}/chat/completions\""
                                    : shellQuoted(server + "/chat/completions");
    return "curl " + address + " \\\n  -H \"Authorization: Bearer $OPENAI_API_KEY\" \\\n" +
           "  -H 'Content-Type: application/json' \\\n  -d " + shellQuoted(bodyOf(span, messages)) + '\n';
}

} // namespace spanglass::views
