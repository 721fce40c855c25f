// SPDX-License-Identifier: GPL-3.0-or-later
// Two calls of one model begin with the same long prompt, and the second says that nothing came from a cache.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "trace/facts.h"
#include "trace/findings/rule.h"
#include "trace/prices.h"

namespace spanglass::trace {
namespace {

constexpr std::int64_t cacheable = 1024; ///< tokens: what providers cache at least
constexpr std::int64_t bytesPerToken = 4;

/// Tokens that both prompts begin with, about.
std::int64_t sharedTokens(const std::string& a, const std::string& b)
{
    const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return (differ.first - a.begin()) / bytesPerToken;
}

/// What the prompt begins with: the instructions, the tools, then the messages.
std::string promptOf(const Span& span)
{
    std::string prompt;
    for (const std::string_view key : {"gen_ai.system_instructions", "gen_ai.tool.definitions"})
        prompt += textOf(findAttribute(span.attributes, key));
    return prompt + textOf(&span.input);
}

std::optional<Decimal> savingOf(const Span& span, std::int64_t tokens)
{
    const Price* price = PriceTable::inUse().find(span.model, span.startUnixNs);
    if (!price || !price->cached)
        return {};
    return (price->input - *price->cached).perMillion(tokens);
}

} // namespace

void findMissedCache(const Evidence& evidence, Findings& into)
{
    std::map<std::string, const Span*> before; // by model
    for (const Span* span : evidence.spans) {
        if (span->kind != Kind::llm || span->model.empty())
            continue;
        const Span*& earlier = before[span->model];
        const bool said = span->tokens.cached.has_value(); // who says nothing may have cached
        if (earlier && said && *span->tokens.cached == 0) {
            const std::int64_t input = span->tokens.input.value_or(0);
            const std::int64_t shared = std::min(input, sharedTokens(promptOf(*earlier), promptOf(*span)));
            if (shared >= cacheable)
                into.push_back({FindingKind::missedCache,
                                nameOf(*span) + " shares about " + countText(shared) +
                                    " tokens with the call before it, and none came from the cache",
                                {earlier->id, span->id},
                                {},
                                savingOf(*span, shared)});
        }
        earlier = span;
    }
}

} // namespace spanglass::trace
