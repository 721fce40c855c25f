// SPDX-License-Identifier: GPL-3.0-or-later
// Langfuse counts exclusively, in one JSON object; MLflow inclusively, in one; the others attribute by
// attribute.
#include "trace/usage_meaning.h"

#include <simdjson.h>

namespace spanglass::trace {
namespace {

namespace dom = simdjson::dom;

std::optional<std::int64_t> count(dom::element from)
{
    std::int64_t whole = 0;
    if (from.get(whole) == simdjson::SUCCESS)
        return whole >= 0 ? std::optional(whole) : std::nullopt;
    double real = 0;
    if (from.get(real) == simdjson::SUCCESS && real >= 0 && real < 9e15)
        return static_cast<std::int64_t>(real);
    return {};
}

void add(std::optional<std::int64_t>& sum, std::optional<std::int64_t> part)
{
    if (part)
        sum = sum.value_or(0) + *part;
}

/// `input`, `input_cached_tokens`, `output_reasoning`, `total`, …: each stands beside the others, not in
/// them.
Tokens langfuseTokens(dom::object usage)
{
    Tokens tokens;
    for (const auto [key, value] : usage) {
        const auto number = count(value);
        if (key.starts_with("input")) {
            add(tokens.input, number);
            if (key == "input_cached_tokens" || key == "input_cache_read" || key == "input_cache_read_tokens")
                add(tokens.cached, number);
        } else if (key.starts_with("output")) {
            add(tokens.output, number);
            if (key.starts_with("output_reasoning"))
                add(tokens.reasoning, number);
        } else if (key == "cache_read_input_tokens") { // Anthropic's own words
            add(tokens.input, number);
            add(tokens.cached, number);
        } else if (key == "cache_creation_input_tokens") {
            add(tokens.input, number);
        } else if (key == "total") {
            tokens.total = number;
        }
    }
    return tokens;
}

Tokens mlflowTokens(dom::object usage)
{
    const auto at = [&usage](std::string_view key) -> std::optional<std::int64_t> {
        dom::element value;
        return usage[key].get(value) == simdjson::SUCCESS ? count(value) : std::nullopt;
    };
    return {at("input_tokens"), at("cache_read_input_tokens"), at("output_tokens"), {}, at("total_tokens")};
}

/// Calls `read` with the object in `json`; false when it is none.
template<class Read> bool withObject(const Value* json, Read read)
{
    if (!json)
        return false;
    dom::parser parser;
    dom::object object;
    if (parser.parse(textOf(json)).get(object) != simdjson::SUCCESS)
        return false;
    read(object);
    return true;
}

std::optional<Decimal> decimalAt(dom::object object, std::string_view key)
{
    double number = 0;
    std::string_view text;
    const auto value = object[key];
    if (value.get(number) == simdjson::SUCCESS && number >= 0)
        return Decimal::fromDouble(number);
    return value.get(text) == simdjson::SUCCESS ? Decimal::parse(text) : std::nullopt;
}

/// `total`, or the sum of all parts.
std::optional<Decimal> langfuseCost(dom::object costs)
{
    if (const auto total = decimalAt(costs, "total"))
        return total;
    std::optional<Decimal> sum;
    for (const auto [key, value] : costs)
        if (const auto part = decimalAt(costs, key))
            sum = sum.value_or(Decimal()) + *part;
    return sum;
}

} // namespace

Tokens tokensOf(const Facts& facts)
{
    Tokens tokens;
    const bool langfuse =
        withObject(facts[Fact::langfuseUsage], [&](dom::object o) { tokens = langfuseTokens(o); });
    if (!langfuse && !withObject(facts[Fact::mlflowUsage], [&](dom::object o) { tokens = mlflowTokens(o); }))
        tokens = {countOf(facts[Fact::inputTokens]), countOf(facts[Fact::cachedTokens]),
                  countOf(facts[Fact::outputTokens]), countOf(facts[Fact::reasoningTokens]),
                  countOf(facts[Fact::totalTokens])};

    // More cached than there is input: this source counts them apart (Anthropic's own counting).
    if (tokens.input && tokens.cached && *tokens.cached > *tokens.input)
        *tokens.input += *tokens.cached + countOf(facts[Fact::cacheWriteTokens]).value_or(0);
    if (tokens.output && tokens.reasoning && *tokens.reasoning > *tokens.output)
        *tokens.output += *tokens.reasoning;
    if (!tokens.total && (tokens.input || tokens.output))
        tokens.total = tokens.input.value_or(0) + tokens.output.value_or(0);
    return tokens;
}

std::int64_t cacheWriteTokens(const Facts& facts)
{
    std::optional<std::int64_t> written = countOf(facts[Fact::cacheWriteTokens]);
    withObject(facts[Fact::langfuseUsage], [&](dom::object usage) {
        for (const std::string_view key : {"input_cache_creation", "cache_creation_input_tokens"}) {
            dom::element value;
            if (usage[key].get(value) == simdjson::SUCCESS)
                add(written, count(value));
        }
    });
    return written.value_or(0);
}

std::optional<Decimal> producersCost(const Facts& facts)
{
    std::optional<Decimal> cost;
    withObject(facts[Fact::langfuseCost], [&](dom::object o) { cost = langfuseCost(o); });
    if (!cost)
        cost = decimalOf(facts[Fact::cost]);
    if (!cost)
        withObject(facts[Fact::mlflowCost], [&](dom::object o) { cost = decimalAt(o, "total_cost"); });
    return cost;
}

} // namespace spanglass::trace
