// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/redaction.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace spanglass::sync {
namespace {

bool matches(std::string_view key, std::string_view pattern)
{
    if (pattern.ends_with('*'))
        return key.starts_with(pattern.substr(0, pattern.size() - 1));
    return key == pattern;
}

/// Where the dialects keep what people and models said (formats of GenAI attributes).
bool isContent(std::string_view key)
{
    constexpr std::array<std::string_view, 44> prefixes{"input.",
                                                        "output.",
                                                        "gen_ai.input.",
                                                        "gen_ai.output.",
                                                        "gen_ai.prompt",
                                                        "gen_ai.completion",
                                                        "gen_ai.system_instructions",
                                                        "gen_ai.tool.call.",
                                                        "gen_ai.tool.definitions",
                                                        "gen_ai.tool.message",
                                                        "gen_ai.retrieval.query",
                                                        "gen_ai.retrieval.documents",
                                                        "gen_ai.evaluation.explanation",
                                                        "gen_ai.event.content",
                                                        "llm.input_messages",
                                                        "llm.output_messages",
                                                        "llm.prompt",
                                                        "llm.function_call",
                                                        "llm.tools",
                                                        "llm.choices",
                                                        "tool.parameters",
                                                        "tool_arguments",
                                                        "tool_response",
                                                        "retrieval.documents",
                                                        "reranker.query",
                                                        "reranker.input",
                                                        "reranker.output",
                                                        "embedding.text",
                                                        "embedding.embeddings",
                                                        "traceloop.entity.",
                                                        "ai.prompt",
                                                        "ai.response.text",
                                                        "ai.response.object",
                                                        "ai.response.toolCalls",
                                                        "ai.toolCall.args",
                                                        "ai.toolCall.result",
                                                        "ai.value",
                                                        "mlflow.spanInputs",
                                                        "mlflow.spanOutputs",
                                                        "pydantic_ai.",
                                                        "all_messages",
                                                        "langfuse.observation.input",
                                                        "langfuse.observation.output",
                                                        "langfuse.trace."};
    constexpr std::array<std::string_view, 8> notContent{
        "gen_ai.prompt.name",  "gen_ai.prompt.version",      "langfuse.trace.name",
        "langfuse.trace.tags", "langfuse.trace.public",      "langfuse.trace.metadata",
        "gen_ai.tool.call.id", "llm.prompt_template.version"};
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](std::string_view p) { return key.starts_with(p); }) &&
           std::none_of(notContent.begin(), notContent.end(),
                        [&](std::string_view p) { return key.starts_with(p); });
}

/// In events the texts stand under short names (`gen_ai.user.message` and its like, scores).
bool isContentOfEvent(std::string_view key)
{
    return isContent(key) || key == "content" || key == "message" || key == "tool_calls" || key == "comment";
}

void cut(std::string& text, std::size_t bytes)
{
    if (bytes == 0 || text.size() <= bytes)
        return;
    const std::size_t whole = text.size();
    std::size_t end = bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) // not inside a character
        --end;
    text.resize(end);
    text += "… [cut by spanglass: " + std::to_string(whole) + " bytes, the whole is in the local store]";
}

void cut(trace::Value& value, std::size_t bytes)
{
    if (auto* text = std::get_if<std::string>(&value))
        cut(*text, bytes);
    else if (auto* json = std::get_if<trace::Json>(&value); json && bytes != 0 && json->text.size() > bytes) {
        std::string shortened = std::move(json->text);
        cut(shortened, bytes);
        value = std::move(shortened); // no JSON any more
    } else if (auto* raw = std::get_if<trace::Bytes>(&value); raw && bytes != 0 && raw->size() > bytes)
        raw->resize(bytes);
}

using IsContent = bool (*)(std::string_view key);

void redact(trace::Attributes& attributes, const Redaction& redaction, IsContent saysContent = isContent)
{
    std::erase_if(attributes, [&](const trace::Attribute& attribute) {
        return (redaction.withoutContent && saysContent(attribute.key)) ||
               std::any_of(redaction.removedKeys.begin(), redaction.removedKeys.end(),
                           [&](const std::string& pattern) { return matches(attribute.key, pattern); });
    });
    for (trace::Attribute& attribute : attributes)
        cut(attribute.value, redaction.valueBytes);
}

/// A value that an attribute repeats goes where the attribute goes.
bool goes(const trace::Value& value, const trace::Span& span, const Redaction& redaction)
{
    return redaction.withoutContent ||
           std::any_of(span.attributes.begin(), span.attributes.end(),
                       [&](const trace::Attribute& attribute) {
                           return attribute.value == value &&
                                  std::any_of(redaction.removedKeys.begin(), redaction.removedKeys.end(),
                                              [&](const std::string& pattern) {
                                                  return matches(attribute.key, pattern);
                                              });
                       });
}

} // namespace

bool changesAnything(const Redaction& redaction)
{
    return redaction.withoutContent || redaction.valueBytes != 0 || !redaction.removedKeys.empty();
}

trace::Score redacted(const trace::Score& score, const Redaction& redaction)
{
    trace::Score out = score;
    if (redaction.withoutContent)
        out.comment.clear();
    cut(out.comment, redaction.valueBytes);
    return out;
}

trace::Span redacted(const trace::Span& span, const Redaction& redaction)
{
    trace::Span out = span;
    if (goes(span.input, span, redaction))
        out.input = std::monostate();
    if (goes(span.output, span, redaction))
        out.output = std::monostate();
    cut(out.input, redaction.valueBytes);
    cut(out.output, redaction.valueBytes);
    cut(out.name, redaction.valueBytes);
    cut(out.statusMessage, redaction.valueBytes);
    redact(out.attributes, redaction);
    redact(out.resource, redaction);
    redact(out.scope.attributes, redaction);
    for (trace::Event& event : out.events)
        redact(event.attributes, redaction, isContentOfEvent);
    for (trace::Score& score : out.scores)
        score = redacted(score, redaction);
    for (trace::Link& link : out.links)
        redact(link.attributes, redaction);
    return out;
}

} // namespace spanglass::sync
