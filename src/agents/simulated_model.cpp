// SPDX-License-Identifier: Apache-2.0
// Says what extractive_answer and tool_planner decide, in the rhythm and with the figures of a real model.
#include "agents/simulated_model.h"

#include <algorithm>

#include "agents/extractive_answer.h"
#include "agents/messages.h"
#include "agents/tool_planner.h"
#include "agents/words.h"

namespace agents {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// USD per million tokens, in cents.
constexpr std::int64_t inputCents = 25;
constexpr std::int64_t cachedCents = 3;
constexpr std::int64_t outputCents = 200;

std::string exactCost(const Usage& usage)
{
    // Units of 1e-8 USD: a cent per million tokens is one unit a token.
    const std::int64_t units =
        (usage.input - usage.cached) * inputCents + usage.cached * cachedCents + usage.output * outputCents;
    std::string digits = std::to_string(units);
    digits.insert(0, digits.size() < 9 ? 9 - digits.size() : 0, '0');
    return digits.insert(digits.size() - 8, ".");
}

int tokensOf(const Message& message)
{
    int tokens = 4 + countTokens(message.text) + countTokens(message.reasoning);
    for (const auto& call : message.toolCalls)
        tokens += 8 + countTokens(call.arguments);
    return tokens;
}

/// A provider's cache knows all that was sent before: everything up to the last reply, in blocks.
Usage countUsage(const Request& request, const Message& reply)
{
    constexpr std::int64_t cacheBlock = 64;
    Usage usage{.input = countTokens(toolDefinitions(request.tools))};
    for (const auto& message : request.messages) {
        if (message.role == "assistant")
            usage.cached = usage.input / cacheBlock * cacheBlock;
        usage.input += tokensOf(message);
    }
    usage.reasoning = countTokens(reply.reasoning);
    usage.output = tokensOf(reply);
    return usage;
}

/// The pieces a stream comes in: a word with the space before it.
std::vector<std::string_view> pieces(std::string_view text)
{
    std::vector<std::string_view> pieces;
    while (!text.empty()) {
        const auto end = std::min(text.find(' ', 1), text.size());
        pieces.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return pieces;
}

std::string conversationText(const Request& request)
{
    return inputMessages(request.messages) + systemInstructions(request.messages);
}

} // namespace

SimulatedModel::SimulatedModel(std::uint64_t seed, Pace pace, std::string name)
    : m_seed(seed), m_pace(pace), m_name(std::move(name))
{
}

Reply SimulatedModel::complete(const Request& request, const OnText& onText)
{
    const auto start = steady_clock::now();
    Random random(m_seed, conversationText(request)); // whatever was asked before, and on which thread

    Reply reply;
    reply.message =
        request.tools.empty()
            ? Message{.role = "assistant", .text = answerFromPassages(request.messages.back().text, random)}
            : nextStep(request);
    reply.id = "sim-" + std::to_string(random.next() % 1'000'000'000);
    reply.model = m_name;
    reply.finishReason = reply.message.toolCalls.empty() ? "stop" : "tool_calls";
    reply.usage = countUsage(request, reply.message);
    if (m_name == ownName)
        reply.cost = exactCost(*reply.usage);

    const auto uncached = reply.usage->input - reply.usage->cached;
    m_pace.wait(milliseconds(random.between(180, 420) + uncached / 8));
    reply.timeToFirstToken = steady_clock::now() - start;
    m_pace.wait(milliseconds(14) * reply.usage->reasoning);
    for (const auto piece : pieces(reply.message.text)) {
        m_pace.wait(milliseconds(random.between(8, 32)));
        if (onText)
            onText(piece);
    }
    for (const auto& call : reply.message.toolCalls)
        m_pace.wait(milliseconds(14) * countTokens(call.arguments));
    return reply;
}

} // namespace agents
