// SPDX-License-Identifier: GPL-3.0-or-later
// Asks each dialect for the kind, in the order in which they are trusted.
#include "trace/kind_meaning.h"

#include <algorithm>

namespace spanglass::trace {
namespace {

using Answer = std::optional<Kind>;

/// Lower case, without the quotes of MLflow's JSON text.
std::string word(const Value* value)
{
    std::string text = textOf(value);
    std::erase(text, '"');
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c);
    });
    return text;
}

struct Word
{
    std::string_view word;
    Kind kind;
};

/// OpenInference, Traceloop, MLflow, LangSmith, Opik and Langfuse share most of their words.
Answer commonWord(std::string_view word)
{
    static constexpr Word words[] = {
        {"llm", Kind::llm},
        {"chat_model", Kind::llm},
        {"generation", Kind::llm},
        {"agent", Kind::agent},
        {"tool", Kind::tool},
        {"retriever", Kind::retriever},
        {"embedding", Kind::embedding},
        {"embeddings", Kind::embedding},
        {"reranker", Kind::reranker},
        {"rerank", Kind::reranker},
        {"guardrail", Kind::guardrail},
        {"evaluator", Kind::evaluator},
        {"chain", Kind::chain},
        {"prompt", Kind::chain},
        {"parser", Kind::chain},
        {"workflow", Kind::chain},
        {"task", Kind::chain},
        {"memory", Kind::retriever},
    };
    for (const auto& entry : words)
        if (entry.word == word)
            return entry.kind;
    return {};
}

Answer operationWord(std::string_view word)
{
    static constexpr Word words[] = {
        {"chat", Kind::llm},
        {"text_completion", Kind::llm},
        {"completion", Kind::llm},
        {"generate_content", Kind::llm},
        {"generate", Kind::llm},
        {"response", Kind::llm},
        {"image_generation", Kind::llm},
        {"llm_request", Kind::llm},
        {"embeddings", Kind::embedding},
        {"retrieval", Kind::retriever},
        {"vector_db_retrieve", Kind::retriever},
        {"rerank", Kind::reranker},
        {"invoke_agent", Kind::agent},
        {"create_agent", Kind::agent},
        {"execute_tool", Kind::tool},
        {"invoke_workflow", Kind::chain},
        {"plan", Kind::chain},
        {"agent_step", Kind::chain},
        {"execute_task", Kind::chain},
    };
    for (const auto& entry : words)
        if (entry.word == word)
            return entry.kind;
    return {};
}

/// "ai.generateText" is the whole loop, "ai.generateText.doGenerate" one call in it.
Answer vercelOperation(std::string_view operation)
{
    if (!operation.starts_with("ai."))
        return {};
    if (operation.starts_with("ai.toolcall"))
        return Kind::tool;
    if (operation.starts_with("ai.embed"))
        return Kind::embedding;
    if (operation.starts_with("ai.rerank"))
        return Kind::reranker;
    return operation.find(".do") != std::string_view::npos ? Kind::llm : Kind::chain;
}

Answer requestWord(std::string_view word)
{
    if (word == "chat" || word == "completion")
        return Kind::llm;
    return commonWord(word); // embedding, rerank
}

/// "inference.framework", "agentic.tool.invocation", "agentic.request", …
Answer monocleWord(std::string_view word)
{
    if (word == "inference" || word.starts_with("inference."))
        return Kind::llm;
    if (word.starts_with("agentic.tool"))
        return Kind::tool;
    if (word.starts_with("agentic."))
        return Kind::agent;
    if (word == "retrieval")
        return Kind::retriever;
    return word == "workflow" || word == "embedding" ? commonWord(word) : std::nullopt;
}

/// Pydantic AI before its third version: "agent run", "joke_agent run", "running tool: sql".
Answer spanName(const Span& span, const Facts& facts)
{
    const bool namesAgent = facts[Fact::agentName] != nullptr;
    if (span.name == "agent run" || (namesAgent && span.name.ends_with(" run")) ||
        span.name.starts_with("invoke_agent"))
        return Kind::agent;
    if (span.name.starts_with("running tool") || span.name.starts_with("execute_tool "))
        return Kind::tool;
    return {};
}

} // namespace

std::optional<Kind> kindOf(const Span& span, const Facts& facts)
{
    const auto langfuse = word(facts[Fact::langfuseType]);
    if (const auto kind = commonWord(langfuse))
        return kind;
    if (const auto kind = commonWord(word(facts[Fact::openInferenceKind])))
        return kind;
    if (const auto kind = operationWord(word(facts[Fact::operation])))
        return kind;
    for (const Fact fact : {Fact::traceloopKind, Fact::mlflowType, Fact::langsmithKind, Fact::opikType})
        if (const auto kind = commonWord(word(facts[fact])))
            return kind;
    if (const auto kind = vercelOperation(word(facts[Fact::aiOperation])))
        return kind;
    if (const auto kind = requestWord(word(facts[Fact::requestType])))
        return kind;
    if (const auto kind = monocleWord(word(facts[Fact::monocleType])))
        return kind;
    if (facts[Fact::vectorStore])
        return Kind::retriever;
    if (!langfuse.empty()) // "span", "event": said, and meant
        return {};
    if (facts[Fact::toolName])
        return Kind::tool;
    if (const auto kind = spanName(span, facts))
        return kind;
    return facts[Fact::model] ? Answer(Kind::llm) : std::nullopt;
}

} // namespace spanglass::trace
