// SPDX-License-Identifier: GPL-3.0-or-later
/// Which attribute says what: one table of the names that OpenTelemetry GenAI, OpenInference, OpenLLMetry,
/// the Vercel AI SDK, Pydantic AI, Langfuse, MLflow, Opik, LangSmith and others use for the same facts.
///
///     const Facts facts(span.attributes);
///     facts[Fact::model]          // the value under the name that ranks first and is not empty, or null
///
/// One pass over the attributes, one hash each.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "trace/span.h"

namespace spanglass::trace {

enum class Fact : std::uint8_t
{
    langfuseType,
    openInferenceKind,
    operation,
    traceloopKind,
    requestType, ///< OpenLLMetry's llm.request.type
    aiOperation, ///< Vercel's ai.operationId
    mlflowType,
    langsmithKind,
    opikType,
    monocleType,
    toolName,
    agentName,
    vectorStore, ///< any sign of a vector database
    model,
    provider,
    inputTokens,
    cachedTokens,
    cacheWriteTokens,
    outputTokens,
    reasoningTokens,
    totalTokens,
    langfuseUsage, ///< JSON, counted exclusively
    mlflowUsage,   ///< JSON
    cost,
    langfuseCost,        ///< JSON
    mlflowCost,          ///< JSON
    firstTokenSeconds,   ///< after the start
    firstTokenMs,        ///< after the start
    completionStartTime, ///< an ISO time
    input,
    output,
    errorType,
    langfuseLevel,
    logfireLevel,
    langfuseStatusMessage,
    user,
    session,
    project,
    environment,
    release,
    version,
    operationType,
    tags, ///< a list, JSON text of one, or words with commas
    traceName,
    count
};

class Facts
{
public:
    Facts() = default;
    /// Keeps pointers into `attributes`, which must outlive this.
    explicit Facts(const Attributes& attributes);
    [[nodiscard]] const Value* operator[](Fact fact) const
    {
        return m_values[static_cast<std::size_t>(fact)];
    }

private:
    static constexpr auto size = static_cast<std::size_t>(Fact::count);
    std::array<const Value*, size> m_values{};
    std::array<std::uint8_t, size> m_ranks{};
};

/// No value, empty text, or JSON null.
[[nodiscard]] bool isEmpty(const Value& value);
/// The value as text: text and JSON as they are, numbers in digits. Empty for none.
[[nodiscard]] std::string textOf(const Value* value);
/// A count of tokens: whole, not negative; numbers also as text or doubles.
[[nodiscard]] std::optional<std::int64_t> countOf(const Value* value);
/// An exact decimal from text, or the shortest one of a double.
[[nodiscard]] std::optional<Decimal> decimalOf(const Value* value);
/// The first attribute of that key, or null.
[[nodiscard]] const Value* findAttribute(const Attributes& attributes, std::string_view key);

} // namespace spanglass::trace
