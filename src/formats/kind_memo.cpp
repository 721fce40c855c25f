// SPDX-License-Identifier: GPL-3.0-or-later
/// Hashes of names and of the few values that name a kind.
#include "formats/kind_memo.h"

#include <array>
#include <functional>

#include "formats/numbers.h"
#include "trace/meaning.h"

namespace spanglass::formats {
namespace {

/// Every name that says something of a kind begins with one of these.
constexpr std::array<std::string_view, 21> prefixes{
    "gen_ai.",        "llm.",  "langfuse.",  "openinference.", "traceloop.", "ai.",         "mlflow.",
    "langsmith.",     "opik.", "db.",        "embedding.",     "reranker.",  "logfire.",    "span.type",
    "operation.name", "tool.", "model_name", "retrieval.",     "crewai.",    "gcp.vertex.", "agent_name"};
/// Their values are words of a small vocabulary; of all others only the name counts.
constexpr std::string_view logfireLevel = "logfire.level_num";
constexpr std::array<std::string_view, 13> words{"operation.name",
                                                 "langfuse.observation.level",
                                                 logfireLevel,
                                                 "gen_ai.operation.name",
                                                 "langfuse.observation.type",
                                                 "openinference.span.kind",
                                                 "traceloop.span.kind",
                                                 "llm.request.type",
                                                 "ai.operationId",
                                                 "mlflow.spanType",
                                                 "langsmith.span.kind",
                                                 "opik.span.type",
                                                 "span.type"};
constexpr std::size_t mostKnown = 100'000;

bool isWord(std::string_view key)
{
    for (const std::string_view word : words) {
        if (key == word)
            return true;
    }
    return false;
}

std::uint64_t mixed(std::uint64_t hash, std::string_view text)
{
    hash ^= std::hash<std::string_view>{}(text);
    return hash * 0x9E3779B97F4A7C15U;
}

} // namespace

void KindMemo::begin()
{
    m_hash = 0;
    m_count = 0;
}

bool KindMemo::matters(std::string_view key)
{
    // Most names begin with a letter that none of these begins with.
    static constexpr std::uint32_t first = [] {
        std::uint32_t letters = 1U << ('m' & 31) | 1U << ('t' & 31);
        for (const std::string_view prefix : prefixes)
            letters |= 1U << (static_cast<unsigned char>(prefix[0]) & 31U);
        return letters;
    }();
    if (key.empty() || (first >> (static_cast<unsigned char>(key[0]) & 31U) & 1U) == 0)
        return false;
    for (const std::string_view prefix : prefixes) {
        if (key.starts_with(prefix))
            return true;
    }
    return key == "model" || key == "type";
}

void KindMemo::attribute(std::string_view key, std::string_view value)
{
    const bool word = isWord(key);
    m_hash = mixed(m_hash, key);
    if (word)
        m_hash = mixed(m_hash, value);
    if (m_count == m_seen.size())
        m_seen.emplace_back();
    m_seen[m_count].key = key;
    m_seen[m_count].value = word ? value : std::string_view("x");
    ++m_count;
}

Kind KindMemo::kind(std::string_view spanName)
{
    const std::uint64_t hash = mixed(m_hash, spanName);
    const auto known = m_known.find(hash);
    if (known != m_known.end()) {
        m_last = known->second;
        return m_last.kind;
    }
    if (m_known.size() >= mostKnown)
        m_known.clear();
    m_last = meaningOf(spanName);
    m_known.emplace(hash, m_last);
    return m_last.kind;
}

KindMemo::Meaning KindMemo::meaningOf(std::string_view spanName) const
{
    trace::Span span;
    span.name = spanName;
    for (std::size_t at = 0; at < m_count; ++at) {
        const auto number =
            m_seen[at].key == logfireLevel ? wholeNumber(m_seen[at].value) : std::optional<std::int64_t>();
        span.attributes.push_back(
            {m_seen[at].key, number ? trace::Value(*number) : trace::Value(m_seen[at].value)});
    }
    trace::interpret(span);
    return {span.kind, span.status == Status::error};
}

} // namespace spanglass::formats
