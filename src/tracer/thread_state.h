// SPDX-License-Identifier: Apache-2.0
/// What the tracer keeps per thread: its pen, its random numbers, and the stack of what is current on it.
///
/// Thread states are never freed, only used again by later threads, so that a span which ends on another
/// thread than it began on may still look at the stack it is on.
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
struct Frame
{
    std::atomic<std::uint64_t> span{0};
    TraceId trace;
    std::uint16_t clockEpoch = 0;
    std::uint8_t flags = 0;
    // Of the spans below it that ended on this thread.
    std::uint32_t spans = 0;
    std::uint32_t errors = 0;
};

struct FrameCounts
{
    std::uint32_t spans = 0;
    std::uint32_t errors = 0;
};

struct ThreadState : HotThread
{
    static constexpr std::uint32_t inlineFrames = 32;
    static constexpr std::uint32_t blockFrames = 256;

    journal::Recorder* recorder = nullptr;
    Random random;
    std::uint32_t number = 0; ///< of the thread, from 1
    const unsigned* uncaughtExceptions = nullptr;
    std::array<Frame, inlineFrames> frames;
    struct Block
    {
        std::array<Frame, blockFrames> frames;
        std::unique_ptr<Block> next;
    };
    std::unique_ptr<Block> more;
    ThreadState* nextFree = nullptr;
    ThreadState* nextOfAll = nullptr;

    /// The frame at `at`, making room for it; nullptr when there is no memory.
    [[nodiscard]] Frame* frame(std::uint32_t at) noexcept
    {
        return at < inlineFrames ? &frames[at] : farFrame(at - inlineFrames);
    }
    [[nodiscard]] Frame* farFrame(std::uint32_t at) noexcept;

    /// The innermost open span of this thread; nullptr where nothing is current.
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
};

} // namespace spanglass::detail
