// SPDX-License-Identifier: GPL-3.0-or-later
// A model stopped because it ran out of tokens, not because it was done.
#include <algorithm>

#include "base/text.h"
#include "trace/facts.h"
#include "trace/findings/rule.h"
#include "trace/messages.h"

namespace spanglass::trace {
namespace {

/// "length", "max_tokens", "MAX_TOKENS", with or without a list's brackets.
bool saysCut(std::string reason)
{
    std::transform(reason.begin(), reason.end(), reason.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    std::erase_if(reason, [](char c) { return c == '[' || c == ']' || c == '"' || c == ' '; });
    return reason == "length" || reason == "max_tokens" || reason == "max_output_tokens" ||
           reason == "model_length";
}

bool wasCut(const Span& span)
{
    for (const std::string_view key : {"gen_ai.response.finish_reasons", "llm.finish_reason",
                                       "ai.response.finishReason", "llm.response.finish_reason"})
        if (const Value* reason = findAttribute(span.attributes, key))
            return saysCut(textOf(reason));
    const auto messages = outputMessages(span);
    return std::any_of(messages.begin(), messages.end(),
                       [](const Message& m) { return saysCut(m.finishReason); });
}

} // namespace

void findTruncatedOutput(const Evidence& evidence, Findings& into)
{
    for (const Span* span : evidence.spans) {
        if (span->kind != Kind::llm || !wasCut(*span))
            continue;
        const auto tokens =
            span->tokens.output ? " after " + countText(*span->tokens.output) + " tokens" : std::string();
        into.push_back(
            {FindingKind::truncatedOutput, nameOf(*span) + " was cut at its limit" + tokens, {span->id}});
    }
}

} // namespace spanglass::trace
