// SPDX-License-Identifier: GPL-3.0-or-later
// Fills a span's meaning in from its facts, each step in a function of its own.
#include "trace/meaning.h"

#include <algorithm>
#include <cmath>

#include "base/json_writer.h"
#include "base/names.h"
#include "trace/facts.h"
#include "trace/iso_time.h"
#include "trace/kind_meaning.h"
#include "trace/messages.h"
#include "trace/prices.h"
#include "trace/usage_meaning.h"

namespace spanglass::trace {
namespace {

void fill(std::string& field, const Value* value)
{
    if (field.empty())
        field = textOf(value);
}

template<class T> void fill(std::optional<T>& field, const std::optional<T>& value)
{
    if (!field)
        field = value;
}

/// Vercel writes "openai.responses" where the provider is openai, also into gen_ai.system; in other dialects
/// a dot belongs to the name ("aws.bedrock").
std::string providerName(const Facts& facts, const Attributes& attributes)
{
    std::string provider = textOf(facts[Fact::provider]);
    if (provider == textOf(findAttribute(attributes, "ai.model.provider")))
        provider = provider.substr(0, provider.find('.'));
    return provider;
}

void fillTokens(Tokens& tokens, const Tokens& from)
{
    if (tokens.input || tokens.output)
        return; // the source's own: parts of two countings do not mix
    fill(tokens.input, from.input);
    fill(tokens.cached, from.cached);
    fill(tokens.output, from.output);
    fill(tokens.reasoning, from.reasoning);
    fill(tokens.total, from.total);
}

std::optional<std::int64_t> nanoseconds(const Value* value, double unitNs)
{
    const auto decimal = decimalOf(value);
    const double ns = decimal ? decimal->toDouble() * unitNs : NAN;
    return ns >= 0 && ns < 9e18 ? std::optional(static_cast<std::int64_t>(std::llround(ns))) : std::nullopt;
}

std::optional<std::int64_t> timeToFirstToken(const Span& span, const Facts& facts)
{
    if (const auto ns = nanoseconds(facts[Fact::firstTokenSeconds], 1e9))
        return ns;
    if (const auto ns = nanoseconds(facts[Fact::firstTokenMs], 1e6))
        return ns;
    std::string iso = textOf(facts[Fact::completionStartTime]);
    std::erase(iso, '"'); // Langfuse's SDKs quote it twice
    const auto at = isoTimeNs(iso);
    std::int64_t ns = 0; // times come from anywhere: their difference may not fit
    if (!at || *at < span.startUnixNs || __builtin_sub_overflow(*at, span.startUnixNs, &ns))
        return {};
    return ns;
}

void append(JsonWriter& json, const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value))
        json.value(*text);
    else if (const auto* integer = std::get_if<std::int64_t>(&value))
        json.value(*integer);
    else if (const auto* real = std::get_if<double>(&value))
        json.value(*real);
    else if (const auto* flag = std::get_if<bool>(&value))
        json.value(*flag);
    else if (const auto* raw = std::get_if<Json>(&value))
        json.raw(raw->text);
    else
        json.null();
}

/// `output.field.KEY` attributes, the tracer's setOutputs, as one object. The last value of a key counts.
Value mergedFields(const Attributes& attributes)
{
    std::vector<const Attribute*> fields;
    for (const auto& attribute : attributes) {
        if (!attribute.key.starts_with(names::outputPrefix))
            continue;
        const auto same = std::find_if(fields.begin(), fields.end(),
                                       [&](const Attribute* field) { return field->key == attribute.key; });
        if (same == fields.end())
            fields.push_back(&attribute);
        else
            *same = &attribute;
    }
    if (fields.empty())
        return {};
    JsonWriter json;
    json.beginObject();
    for (const Attribute* field : fields)
        append(json.key(std::string_view(field->key).substr(names::outputPrefix.size())), field->value);
    return Json{json.endObject().take()};
}

/// Most spans are no model calls: one look at the names spares them the search.
bool mayHoldMessages(const Span& span)
{
    const auto speaks = [](std::string_view key) {
        return key.starts_with("gen_ai.") || key.starts_with("llm.") || key.starts_with("ai.");
    };
    return std::any_of(span.attributes.begin(), span.attributes.end(),
                       [&](const Attribute& attribute) { return speaks(attribute.key); }) ||
           std::any_of(span.events.begin(), span.events.end(),
                       [&](const Event& event) { return speaks(event.name); });
}

void fillPayloads(Span& span, const Facts& facts)
{
    if (isEmpty(span.input) && facts[Fact::input])
        span.input = *facts[Fact::input];
    if (isEmpty(span.output) && facts[Fact::output])
        span.output = *facts[Fact::output];
    if (isEmpty(span.output))
        span.output = mergedFields(span.attributes);
    if (!mayHoldMessages(span))
        return;
    // Else it lies in events, or spread over numbered attributes.
    if (isEmpty(span.input))
        if (const auto said = inputMessages(span); !said.empty())
            span.input = Json{messagesJson(said)};
    if (isEmpty(span.output))
        if (const auto said = outputMessages(span); !said.empty())
            span.output = Json{messagesJson(said)};
}

void fillError(Span& span, const Facts& facts)
{
    const std::string level = textOf(facts[Fact::langfuseLevel]);
    constexpr std::int64_t logfireError = 17;
    const bool failed = level == "ERROR" || countOf(facts[Fact::logfireLevel]).value_or(0) >= logfireError;
    if (failed && span.status == Status::unset)
        span.status = Status::error;
    if (level == "ERROR" || level == "WARNING" || level == "DEBUG")
        span.level = level == "ERROR" ? Level::error : level == "DEBUG" ? Level::debug : Level::warning;
    fill(span.statusMessage, facts[Fact::langfuseStatusMessage]);
    if (span.status != Status::error || !span.statusMessage.empty())
        return;
    for (const auto& event : span.events)
        if (event.name == names::exceptionEvent)
            fill(span.statusMessage, findAttribute(event.attributes, names::exceptionMessage));
    fill(span.statusMessage, facts[Fact::errorType]);
}

void addScore(std::vector<Score>& scores, Score score)
{
    const bool known = std::any_of(scores.begin(), scores.end(), [&score](const Score& other) {
        return other.name == score.name && other.value == score.value;
    });
    if (!known && !score.name.empty())
        scores.push_back(std::move(score));
}

Score scoreOf(const Event& event, std::string_view name, std::string_view value, std::string_view comment)
{
    const Value* number = findAttribute(event.attributes, value);
    return {textOf(findAttribute(event.attributes, name)), number ? *number : Value(),
            textOf(findAttribute(event.attributes, comment))};
}

void fillScores(Span& span)
{
    for (const auto& event : span.events) {
        if (event.name == names::scoreEvent)
            addScore(span.scores, scoreOf(event, "name", "value", "comment"));
        if (event.name == "gen_ai.evaluation.result")
            addScore(span.scores, scoreOf(event, "gen_ai.evaluation.name", "gen_ai.evaluation.score.value",
                                          "gen_ai.evaluation.explanation"));
    }
}

void fillCost(Span& span, const Facts& facts, const PriceTable& prices)
{
    fill(span.cost, producersCost(facts));
    if (!span.cost)
        span.cost = prices.cost(span, facts);
}

void fillColumns(Span& span, const Facts& facts, const PriceTable& prices)
{
    if (span.kind == Kind::span)
        span.kind = kindOf(span, facts).value_or(Kind::span);
    fill(span.model, facts[Fact::model]);
    if (span.provider.empty())
        span.provider = providerName(facts, span.attributes);
    fillTokens(span.tokens, tokensOf(facts));
    fill(span.timeToFirstTokenNs, timeToFirstToken(span, facts));
    fillError(span, facts);
    fillCost(span, facts, prices);
}

} // namespace

void interpret(Span& span, const PriceTable& prices)
{
    const Facts facts(span.attributes);
    fillColumns(span, facts, prices);
    fillPayloads(span, facts);
    fillScores(span);
}

void interpretColumns(Span& span, const Facts& facts)
{
    fillColumns(span, facts, PriceTable::inUse());
}

void interpret(Span& span)
{
    interpret(span, PriceTable::inUse());
}

void reprice(Span& span, const PriceTable& prices)
{
    span.cost.reset();
    fillCost(span, Facts(span.attributes), prices);
}

std::optional<SpanId> pendingFor(const Span& span)
{
    const Value* type = findAttribute(span.attributes, "logfire.span_type");
    if (!type || textOf(type) != "pending_span" || !span.parent.valid())
        return {};
    return span.parent;
}

} // namespace spanglass::trace
