// SPDX-License-Identifier: Apache-2.0
/// The traces that are open in this process: their names, and the sums of what their spans report from
/// anywhere. A table of fixed size without allocations, for a trace may begin anywhere; what finds no room is
/// recorded as ever and only not listed here.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <spanglass/service.h>

#include "base/decimal.h"

namespace spanglass::detail {

/// Tokens and cost of one model call, or of many. Tokens are inclusive: input with cached, output with
/// reasoning.
struct Usage
{
    std::int64_t inputTokens = 0;
    std::int64_t outputTokens = 0;
    Decimal cost;
    bool hasTokens = false;
    bool hasCost = false;

    void add(const Usage& other) noexcept;
};

struct TraceSums
{
    std::uint64_t spans = 0;
    std::uint64_t errors = 0;
    Usage usage;
};

/// Any thread. A caller holds its PenGuard, so that a signal handler on its thread does not come back here.
class OpenTraces
{
public:
    void open(TraceId trace, SpanId root, std::string_view name) noexcept;
    void setProject(TraceId trace, std::string_view project) noexcept;
    /// What providers know of the trace; its spans are of the same user, session and project.
    void setContext(TraceId trace, std::shared_ptr<TraceContext> context) noexcept;
    /// Of a trace that is not open here: nothing happens.
    void add(TraceId trace, const TraceSums& sums) noexcept;
    [[nodiscard]] TraceSums close(TraceId trace) noexcept;

    [[nodiscard]] std::optional<TraceMetadata> find(TraceId trace) const;
    [[nodiscard]] std::shared_ptr<TraceContext> context(TraceId trace) const noexcept;
    [[nodiscard]] std::vector<TraceMetadata> all() const;
    /// Forgets all.
    void clear() noexcept;
    /// The same in a forked child, where locks of the parent's other threads never open.
    void clearInChild() noexcept;

private:
    static constexpr std::size_t slots = 1024;
    static constexpr std::size_t probes = 32;
    static constexpr std::size_t textBytes = 64;
    /// Longer texts are cut.
    struct Text
    {
        std::uint8_t size = 0;
        std::array<char, textBytes> bytes{};
        void set(std::string_view text) noexcept;
        [[nodiscard]] std::string_view view() const noexcept { return {bytes.data(), size}; }
    };
    struct Slot
    {
        std::atomic<std::uint64_t> key{0}; ///< of the trace: 0: free
        std::atomic<bool> busy{false};
        TraceId trace;
        SpanId root;
        Text name;
        Text project;
        TraceSums sums;
        std::shared_ptr<TraceContext> context;
    };
    class Hold;
    [[nodiscard]] Slot* slotOf(TraceId trace) const noexcept;
    [[nodiscard]] static std::uint64_t keyOf(TraceId trace) noexcept { return trace.low | 1; }
    [[nodiscard]] static TraceMetadata metadataOf(const Slot& slot);

    mutable std::array<Slot, slots> m_slots;
};

[[nodiscard]] OpenTraces& openTraces() noexcept;

} // namespace spanglass::detail
