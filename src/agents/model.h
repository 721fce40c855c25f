// SPDX-License-Identifier: Apache-2.0
/// A chat model, simulated or real, and what is said to it. Nothing here knows of tracing: see model_call.h.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace agents {

struct ToolCall
{
    std::string id;
    std::string name;
    std::string arguments; ///< JSON
};

struct Message
{
    std::string role; ///< system, user, assistant, tool
    std::string text;
    std::string reasoning = {};
    std::vector<ToolCall> toolCalls = {};
    std::string answers = {}; ///< of a tool's message: the id of the call it answers
};

/// What a model may call.
struct ToolDescription
{
    std::string name;
    std::string purpose;
    std::string parameters; ///< JSON schema
};

struct Request
{
    std::vector<Message> messages;
    std::vector<ToolDescription> tools = {};
    double temperature = 0.2;
    int maxTokens = 800;
};

/// Inclusive: input with cached, output with reasoning.
struct Usage
{
    std::int64_t input = 0;
    std::int64_t cached = 0;
    std::int64_t output = 0;
    std::int64_t reasoning = 0;
};

struct Reply
{
    Message message;
    std::string id;
    std::string model;        ///< the one that answered, which may be more exact than the one asked
    std::string finishReason; ///< stop, tool_calls, length
    std::optional<Usage> usage;
    std::optional<std::chrono::nanoseconds> timeToFirstToken;
    std::string cost; ///< USD as exact decimal text; empty where the model has no price
};

using OnText = std::function<void(std::string_view piece)>;

class Model
{
public:
    virtual ~Model() = default;
    [[nodiscard]] virtual std::string name() const = 0;
    [[nodiscard]] virtual std::string provider() const = 0;
    /// Streams the text of the reply to `onText` as it comes, and returns the whole. Throws
    /// std::runtime_error, with the reason, when there is no reply. Threads: any, at once.
    virtual Reply complete(const Request& request, const OnText& onText) = 0;
};

} // namespace agents
