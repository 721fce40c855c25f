// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the words in a trace: in messages, in plain text, or in an object that has just one text.
#include "trace/turn.h"

#include <algorithm>
#include <simdjson.h>

#include "trace/facts.h"
#include "trace/messages.h"

namespace spanglass::trace {
namespace {

std::string textOf(const Message& message)
{
    std::string text;
    for (const auto& part : message.parts)
        if (part.type == MessagePart::Type::text)
            text += (text.empty() ? "" : "\n") + part.text;
    return text;
}

/// What the last message of that role says.
std::string lastSaid(const Messages& messages, std::string_view role)
{
    for (auto message = messages.rbegin(); message != messages.rend(); ++message)
        if (message->role == role)
            if (auto text = textOf(*message); !text.empty())
                return text;
    return {};
}

/// `{"question": "Why?"}` → "Why?": the text of an object that has just one. Other JSON stays as it is.
std::string plainText(const Value& value)
{
    const std::string text = textOf(&value);
    simdjson::dom::parser parser;
    simdjson::dom::element json;
    if (text.empty() || (text[0] != '{' && text[0] != '"') ||
        parser.parse(text).get(json) != simdjson::SUCCESS)
        return text;
    simdjson::dom::object object;
    std::string_view only;
    if (json.get(object) == simdjson::SUCCESS && object.size() == 1)
        json = (*object.begin()).value;
    return json.get(only) == simdjson::SUCCESS ? std::string(only) : text;
}

std::string questionIn(const Span& span)
{
    const auto said = lastSaid(inputMessages(span), "user");
    return said.empty() ? plainText(span.input) : said;
}

std::string answerIn(const Span& span)
{
    const auto said = lastSaid(outputMessages(span), "assistant");
    return said.empty() ? plainText(span.output) : said;
}

/// The span without a parent in the trace; of several the first.
const Span* rootOf(const std::vector<const Span*>& spans)
{
    for (const Span* span : spans)
        if (!span->parent.valid())
            return span;
    return spans.empty() ? nullptr : spans.front();
}

} // namespace

Turn turnOf(const std::vector<Span>& spans)
{
    std::vector<const Span*> inOrder;
    Sums sums;
    for (const auto& span : spans) {
        inOrder.push_back(&span);
        sums.add(span);
    }
    std::stable_sort(inOrder.begin(), inOrder.end(),
                     [](const Span* a, const Span* b) { return a->startUnixNs < b->startUnixNs; });
    const Span* root = rootOf(inOrder);
    if (!root)
        return {};
    Turn turn{root->trace, root->startUnixNs, root->durationNs, questionIn(*root), answerIn(*root),
              {},          sums.result(),     root->status};
    const bool rootAsked = !turn.question.empty();
    const bool rootAnswered = !turn.answer.empty();
    for (const Span* span : inOrder) {
        if (span->kind == Kind::tool) {
            const Value* called = Facts(span->attributes)[Fact::toolName];
            std::string tool = called ? textOf(called) : span->name;
            if (std::find(turn.tools.begin(), turn.tools.end(), tool) == turn.tools.end())
                turn.tools.push_back(std::move(tool));
        }
        if (span->kind != Kind::llm)
            continue;
        if (!rootAsked && turn.question.empty())
            turn.question = questionIn(*span);
        if (auto said = rootAnswered ? std::string() : answerIn(*span); !said.empty())
            turn.answer = std::move(said);
    }
    return turn;
}

} // namespace spanglass::trace
