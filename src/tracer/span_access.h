// SPDX-License-Identifier: Apache-2.0
/// What the parts of Span share: its place on the stack of what is current, and writing a record about it.
/// Opening is in span_open.cpp, values in span_values.cpp, events in span_events.cpp, logging calls in
/// span_logs.cpp, providers in span_providers.cpp, ending in span.cpp.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>

#include <spanglass/tracer.h>

#include "journal/clock.h"
#include "journal/pen.h"
#include "tracer/runtime.h"
#include "tracer/service_state.h"

namespace spanglass {

/// Longer names and keys are cut.
inline constexpr std::size_t maxNameBytes = 4096;
/// Text longer than this goes in parts: ServiceOptions::inlineBytes.
extern std::atomic<std::size_t> g_inlineBytes;
/// Text longer than this is cut; 0: none is.
extern std::atomic<std::size_t> g_cutBytes;
inline constexpr std::size_t maxMessageBytes = 4096;
inline constexpr std::size_t partBytes = 24 << 10;

/// At most so many bytes of `text`, and no half character at the end.
[[nodiscard]] inline std::string_view bounded(std::string_view text, std::size_t bytes) noexcept
{
    if (text.size() <= bytes) [[likely]]
        return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0) == 0x80)
        --bytes;
    return text.substr(0, bytes);
}
[[nodiscard]] std::string jsonOf(Fields fields);

template<class... Words>
void write(journal::Pen& pen, journal::layout::RecordType type, SpanId span, journal::ValueType valueType,
           std::size_t aux, std::string_view first, std::string_view second, Words... fixed) noexcept
{
    detail::writeSpanRecord(pen, static_cast<std::uint64_t>(type), span.value,
                            static_cast<std::uint64_t>(valueType), aux, first, second, fixed...);
}

struct SpanAccess
{
    using Frame = detail::Frame;
    using PenGuard = detail::PenGuard;
    using ThreadState = detail::ThreadState;
    using Pen = journal::Pen;

    /// A bit of Span::m_flags and Frame::flags beside journal::RecordFlag; never written.
    static constexpr std::uint8_t notSampled = 128;

    struct Parent
    {
        SpanContext context;
        std::uint16_t clockEpoch = 0;
        std::uint8_t flags = 0;
    };

    template<bool full>
    static void openAs(Span& span, std::string_view name, Kind kind, Level level, const Parent* parent,
                       bool asTrace) noexcept;
    static void applyTrace(Span& span, const TraceOptions& options) noexcept;
    static void apply(Span& span, const SpanOptions& options) noexcept;

    // Providers.
    static void addExtras(Span& span, std::shared_ptr<detail::ServiceState> service, std::string_view name,
                          const journal::StartFields& fields) noexcept;
    static void fillContext(Span& span, const TraceOptions& options);
    static void hookTrace(Span& span, std::string_view name) noexcept;
    /// Hands the span to the providers: after its options are known.
    static void announce(Span& span) noexcept
    {
        if (span.records() && span.m_extras != nullptr) [[unlikely]]
            tellProviders(span);
    }
    static void tellProviders(Span& span) noexcept;
    /// The providers' scopes end in reverse order.
    static void dismiss(Span& span) noexcept;
    /// `text` as it may be stored under `key`.
    static std::string_view masked(const Span& span, std::string_view key, std::string_view text,
                                   std::string& room);

    // Values and events.
    /// Masked, and shown to providers.
    static void set(Span& span, std::string_view key, const Value& value) noexcept;
    /// Into the journal as it is.
    static void store(Span& span, std::string_view key, const Value& value) noexcept;
    static void setPrefixed(Span& span, std::string_view prefix, std::string_view key,
                            const Value& value) noexcept;
    static void setOutputsOf(const Frame& frame, std::uint32_t run, Fields outputs) noexcept;
    static void event(Span& span, std::string_view name, std::string json);
    /// Keeps a figure of a model call: the last one of a key counts.
    static void keepUsage(Span& span, std::string_view key, const Value& value) noexcept;
    /// Adds what was kept to the trace's sums.
    static void countUsage(Span& span, ThreadState& thread) noexcept;

    static void push(ThreadState& thread, Span& span) noexcept
    {
        detail::ContextStack& stack = *thread.stack;
        static_cast<void>(stack.top()); // so that ended frames do not pile up
        Frame* const frame = stack.frame(stack.depth);
        span.m_stack = &stack;
        if (frame == nullptr) [[unlikely]] {
            span.m_depth = UINT32_MAX; // never current
            return;
        }
        frame->trace.high = span.m_trace.high;
        frame->trace.low = span.m_trace.low;
        frame->marks = {span.m_clockEpoch, static_cast<std::uint16_t>(span.m_flags & notSampled)};
        frame->counts.store(0, std::memory_order_relaxed);
        frame->span.store(span.m_span.value, std::memory_order_release);
        span.m_depth = stack.depth++;
    }

    /// The usual cases, where nothing is to be decided: a child of what is current on this thread, and the
    /// end of the innermost span (false: nothing was done).
    template<bool byCounter>
    static Span openBelowTop(std::string_view name, Kind kind, std::uint64_t mark) noexcept;
    template<bool byCounter> static bool endTop(Span& span, std::uint64_t ticks, bool byDestructor) noexcept;

    /// Takes the span off the stack it is on, wherever; false when it was not the top of this thread's.
    /// `counts` is what was counted below it, and itself.
    static bool pop(ThreadState& thread, const Span& span, detail::FrameCounts& counts) noexcept
    {
        counts = {1, span.m_status == Status::error ? 1u : 0u};
        const bool isRoot = (span.m_flags & journal::rootOfTrace) != 0;
        if (span.m_depth == UINT32_MAX) [[unlikely]] {
            if (!isRoot)
                countForTrace(thread, span.m_trace, counts);
            return true;
        }
        detail::ContextStack& stack = *span.m_stack;
        std::uint64_t mine = span.m_span.value;
        Frame* const frame = stack.frame(span.m_depth);
        const bool home = thread.stack == &stack;
        if (frame->span.load(std::memory_order_relaxed) == mine) [[likely]] {
            const detail::FrameCounts below = detail::FrameCounts::of(*frame);
            counts.spans += below.spans;
            counts.errors += below.errors;
        }
        if (!isRoot) [[likely]]
            countFor(stack, span.m_depth, thread, span.m_trace, counts);
        if (home && stack.depth == span.m_depth + 1 && frame->span.load(std::memory_order_relaxed) == mine)
            [[likely]] {
            frame->span.store(0, std::memory_order_relaxed);
            --stack.depth;
            return true;
        }
        const bool inOrder = (home || stack.suspended) && stack.top() == frame &&
                             frame->span.load(std::memory_order_relaxed) == mine;
        frame->span.compare_exchange_strong(mine, 0, std::memory_order_acq_rel);
        return inOrder;
    }

    /// Takes an open span off its stack; what was counted below it is its trace's.
    static void takeOff(ThreadState& thread, const Span& span) noexcept
    {
        std::uint64_t mine = span.m_span.value;
        Frame* const frame = span.m_stack->frame(span.m_depth);
        if (frame->span.load(std::memory_order_relaxed) == mine)
            countForTrace(thread, span.m_trace, detail::FrameCounts::of(*frame));
        frame->span.compare_exchange_strong(mine, 0, std::memory_order_acq_rel);
        if (thread.stack == span.m_stack)
            static_cast<void>(span.m_stack->top());
    }

    /// Adds to what the frame below `depth` counts, where that is of the same trace, else to the trace.
    static void countFor(detail::ContextStack& stack, std::uint32_t depth, ThreadState& thread, TraceId trace,
                         detail::FrameCounts counts) noexcept
    {
        if (depth > 0 && thread.stack == &stack) [[likely]] {
            Frame* const below = stack.frame(depth - 1);
            if (below->trace.low == trace.low) [[likely]]
                return counts.addTo(*below);
        }
        countForTrace(thread, trace, counts);
    }
    static void countForTrace(ThreadState& thread, TraceId trace, detail::FrameCounts counts) noexcept;

    /// Says it once a run: no harm, and yet worth a word.
    static void sayEndedLate(const Span& span) noexcept;

    /// The pen of this thread with room for `bytes` about `span`; nullptr: not recorded, and the span is
    /// marked where something of it is lost.
    static Pen* penFor(Span& span, ThreadState& thread, std::size_t bytes) noexcept
    {
        if (thread.recorder == nullptr || (span.m_flags & notSampled) != 0) [[unlikely]]
            return nullptr;
        if (thread.recorder->room(thread.pen, bytes)) [[likely]]
            return &thread.pen;
        span.m_flags |= journal::incomplete;
        return nullptr;
    }

    template<class Write> static void about(Span& span, std::size_t bytes, const Write& write) noexcept
    {
        ThreadState* const thread = detail::threadFor(span.m_run);
        if (thread == nullptr) [[unlikely]]
            return;
        const PenGuard guard(*thread);
        if (span.m_run != detail::presentRun()) [[unlikely]]
            return;
        if (!guard) [[unlikely]] {
            span.m_flags |= journal::incomplete;
            return;
        }
        if (Pen* const pen = penFor(span, *thread, bytes)) [[likely]]
            write(*pen);
    }
};

} // namespace spanglass
