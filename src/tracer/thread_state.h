// SPDX-License-Identifier: Apache-2.0
/// What the tracer keeps per thread: its pen, its random numbers, and the stack of what is current on it.
///
/// Thread states lie in memory that a forked child finds wiped. They and stacks are never freed, only used
/// again by later threads and coroutines, so that a span which ends elsewhere than it began may still look at
/// the stack it is on.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>

#include <spanglass/detail/hot.h>

#include "journal/pen.h"
#include "journal/recorder.h"
#include "tracer/random.h"

namespace spanglass::detail {

/// One entry of the stack of what is current. `span` becomes 0 when the span ended: from any thread, by
/// exchanging its own id for 0.
struct alignas(64) Frame
{
    TraceId trace;
    std::atomic<std::uint64_t> span{0};
    /// FrameCounts of the spans below it that ended on the same stack. One thread at a time writes it.
    std::atomic<std::uint64_t> counts{0};
    struct Marks
    {
        std::uint16_t clockEpoch = 0;
        std::uint16_t flags = 0;
    } marks;
};

struct FrameCounts
{
    std::uint32_t spans = 0;
    std::uint32_t errors = 0;

    [[nodiscard]] static FrameCounts of(const Frame& frame) noexcept
    {
        const std::uint64_t both = frame.counts.load(std::memory_order_relaxed);
        return {static_cast<std::uint32_t>(both), static_cast<std::uint32_t>(both >> 32)};
    }
    void addTo(Frame& frame) const noexcept
    {
        frame.counts.store(frame.counts.load(std::memory_order_relaxed) +
                               (std::uint64_t{errors} << 32 | spans),
                           std::memory_order_relaxed);
    }
};

/// What is current, innermost last: a thread has one, and a coroutine that keeps its context.
struct ContextStack
{
    static constexpr std::uint32_t inlineFrames = 16;
    static constexpr std::uint32_t blockFrames = 256;

    std::uint32_t depth = 0;
    /// A coroutine's, while no thread runs it: what ends now is destroyed with it.
    bool suspended = false;
    std::array<Frame, inlineFrames> frames;
    struct Block
    {
        std::array<Frame, blockFrames> frames;
        std::unique_ptr<Block> next;
        Block* nextOfAll =
            nullptr; ///< so that a leak checker, which does not look into wiped memory, finds it
    };
    std::unique_ptr<Block> more;
    ContextStack* nextFree = nullptr;

    /// The frame at `at`, making room for it; nullptr when there is no memory.
    [[nodiscard]] Frame* frame(std::uint32_t at) noexcept
    {
        return at < inlineFrames ? &frames[at] : farFrame(at - inlineFrames);
    }
    [[nodiscard]] Frame* farFrame(std::uint32_t at) noexcept;

    /// The innermost open span; nullptr where nothing is current.
    [[nodiscard]] Frame* top() noexcept
    {
        while (depth > 0) {
            Frame* const frame = this->frame(depth - 1);
            if (frame->span.load(std::memory_order_acquire) != 0) [[likely]]
                return frame;
            --depth; // ended elsewhere or out of order
        }
        return nullptr;
    }
    /// Nothing is current any more.
    void clear() noexcept
    {
        for (std::uint32_t at = 0; at < depth; ++at)
            frame(at)->span.store(0, std::memory_order_release);
        depth = 0;
    }
};

struct ThreadState : HotThread
{
    ContextStack* stack = &own; ///< its own, or the one of the coroutine it runs
    journal::Recorder* recorder = nullptr;
    Random random;
    std::uint32_t number = 0; ///< of the thread, from 1
    const unsigned* uncaughtExceptions = nullptr;
    ContextStack own;
    ThreadState* nextFree = nullptr;
    ThreadState* nextOfAll = nullptr;
    bool listed = false; ///< among all threads

    [[nodiscard]] Frame* top() noexcept { return stack->top(); }
};

static_assert(journal::layout::chunkBytes + sizeof(ThreadState) <= 64 << 10, "what a thread may cost");

} // namespace spanglass::detail
