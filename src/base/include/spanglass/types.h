// SPDX-License-Identifier: Apache-2.0
/// The words of tracing as values: ids, kinds, levels, statuses. Shared by the tracer's public interface and
/// by every room, so that a kind has one spelling from the agent to the screen.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace spanglass {

/// A W3C trace id: 16 bytes, written as 32 lower-case hex digits. All zero means "none".
struct TraceId
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    [[nodiscard]] bool valid() const noexcept { return (high | low) != 0; }
    [[nodiscard]] std::string hex() const;
    /// Accepts exactly 32 hex digits of either case; anything else, and all zero, gives an invalid id.
    [[nodiscard]] static TraceId fromHex(std::string_view text) noexcept;
    friend auto operator<=>(const TraceId&, const TraceId&) noexcept = default;
};

/// A W3C span id: 8 bytes, written as 16 lower-case hex digits. Zero means "none".
struct SpanId
{
    std::uint64_t value = 0;

    [[nodiscard]] bool valid() const noexcept { return value != 0; }
    [[nodiscard]] std::string hex() const;
    /// Accepts exactly 16 hex digits of either case; anything else, and zero, gives an invalid id.
    [[nodiscard]] static SpanId fromHex(std::string_view text) noexcept;
    friend auto operator<=>(const SpanId&, const SpanId&) noexcept = default;
};

/// What a span stands for. The order is part of the journal format: append, never reorder.
enum class Kind : std::uint8_t
{
    span,
    agent,
    llm,
    tool,
    retriever,
    embedding,
    chain,
    reranker,
    guardrail,
    evaluator,
};
inline constexpr std::array<std::string_view, 10> kindNames{
    "span", "agent", "llm", "tool", "retriever", "embedding", "chain", "reranker", "guardrail", "evaluator"};
[[nodiscard]] constexpr std::string_view name(Kind kind) noexcept
{
    return kindNames[static_cast<std::size_t>(kind)];
}

/// How much a span matters to its reader. The order is part of the journal format.
enum class Level : std::uint8_t
{
    debug,
    normal, ///< written DEFAULT, a word C++ keeps for itself
    warning,
    error,
};
inline constexpr std::array<std::string_view, 4> levelNames{"DEBUG", "DEFAULT", "WARNING", "ERROR"};
[[nodiscard]] constexpr std::string_view name(Level level) noexcept
{
    return levelNames[static_cast<std::size_t>(level)];
}

/// The outcome a span reported, with OTLP's numbers (Status.code).
enum class Status : std::uint8_t
{
    unset,
    ok,
    error,
};
inline constexpr std::array<std::string_view, 3> statusNames{"unset", "ok", "error"};
[[nodiscard]] constexpr std::string_view name(Status status) noexcept
{
    return statusNames[static_cast<std::size_t>(status)];
}

} // namespace spanglass

template<> struct std::hash<spanglass::TraceId>
{
    std::size_t operator()(const spanglass::TraceId& id) const noexcept
    {
        return static_cast<std::size_t>(id.high * 0x9E3779B97F4A7C15u ^ id.low);
    }
};
template<> struct std::hash<spanglass::SpanId>
{
    std::size_t operator()(const spanglass::SpanId& id) const noexcept
    {
        return static_cast<std::size_t>(id.value * 0x9E3779B97F4A7C15u);
    }
};
