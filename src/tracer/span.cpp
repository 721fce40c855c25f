// SPDX-License-Identifier: Apache-2.0
/// The span as an object: moved, ended, asked.
#include "tracer/span_access.h"

#include <atomic>
#include <utility>

#include "base/names.h"
#include "tracer/open_traces.h"

namespace spanglass {

using detail::PenGuard;
using detail::ThreadState;

void Span::take(Span& other) noexcept
{
    m_span = std::exchange(other.m_span, SpanId{none});
    if (!records())
        return;
    m_run = other.m_run;
    m_depth = other.m_depth;
    m_trace = other.m_trace;
    m_stack = other.m_stack;
    m_extras = other.m_extras;
    m_usage = other.m_usage;
    m_clockEpoch = other.m_clockEpoch;
    m_flags = other.m_flags;
    m_status = other.m_status;
    m_exceptions = other.m_exceptions;
}

Span& Span::operator=(Span&& other) noexcept
{
    if (this != &other) {
        finish();
        take(other);
    }
    return *this;
}

template<bool byCounter>
[[gnu::always_inline]] inline bool SpanAccess::endTop(Span& span, std::uint64_t ticks,
                                                      bool byDestructor) noexcept
{
    auto* const thread = static_cast<ThreadState*>(detail::t_thread);
    if (thread == nullptr || thread->busy) [[unlikely]]
        return false;
    thread->setBusy(true);
    detail::ContextStack& stack = *thread->stack;
    const std::uint32_t depth = span.m_depth;
    Frame* const frame = stack.frames.data() + depth;
    Frame* const below = frame - 1;
    journal::Pen::Place place{};
    const auto isUsual = [&] {
        const auto& run = byCounter ? thread->shortRun : thread->run;
        if (run.load(std::memory_order_relaxed) != span.m_run || span.m_stack != &stack) [[unlikely]]
            return false;
        if (depth - 1 >= detail::ContextStack::inlineFrames - 1 || stack.depth != depth + 1) [[unlikely]]
            return false;
        if (frame->span.load(std::memory_order_relaxed) != span.m_span.value) [[unlikely]]
            return false;
        if (below->trace.low != span.m_trace.low || span.m_flags != 0 || span.m_status == Status::error)
            [[unlikely]]
            return false;
        if ((reinterpret_cast<std::uintptr_t>(span.m_extras) |
             reinterpret_cast<std::uintptr_t>(span.m_usage)) != 0) [[unlikely]]
            return false;
        if (*thread->uncaughtExceptions > span.m_exceptions && byDestructor) [[unlikely]]
            return false;
        place = thread->pen.place(); // of an ended run's pen there may be none any more
        return journal::Pen::fitsEnd(place);
    };
    const bool usual = isUsual();
    if (usual) [[likely]] {
        below->counts.store(below->counts.load(std::memory_order_relaxed) +
                                frame->counts.load(std::memory_order_relaxed) + 1,
                            std::memory_order_relaxed);
        frame->span.store(0, std::memory_order_relaxed);
        stack.depth = depth;
        journal::writeEnd(thread->pen, place, span.m_trace, span.m_span, ticks, span.m_status, 0,
                          span.m_clockEpoch);
        thread->pen.closed();
        span.m_span = {Span::none};
    }
    thread->setBusy(false);
    return usual;
}

/// What is seldom needed is a call at the end, so that nothing has to be kept over it.
void Span::end(bool byDestructor) noexcept
{
    if (!journal::clock::hasCounter()) [[unlikely]]
        return endByClock(byDestructor);
    const std::uint64_t ticks = journal::clock::counter();
    if (!SpanAccess::endTop<true>(*this, ticks, byDestructor)) [[unlikely]]
        endAnyhow(ticks, byDestructor);
}

void Span::endByClock(bool byDestructor) noexcept
{
    const std::uint64_t ticks = journal::clock::ticks();
    if (!SpanAccess::endTop<false>(*this, ticks, byDestructor)) [[unlikely]]
        endAnyhow(ticks, byDestructor);
}

/// The general case: of another thread, run or process, out of order, the root of a trace.
void Span::endAnyhow(std::uint64_t ticks, bool byDestructor) noexcept
{
    const std::uint32_t run = m_run;
    ThreadState* const thread = run == detail::presentRun() ? detail::threadFor(run) : nullptr;
    if (thread == nullptr) [[unlikely]] {
        // Of a run that is over, or of the parent process: not this recorder's.
        delete std::exchange(m_extras, nullptr);
        delete std::exchange(m_usage, nullptr);
        m_span = {none};
        return;
    }
    if (byDestructor && m_status != Status::error) {
        if (*thread->uncaughtExceptions > m_exceptions && thread->stack == m_stack) [[unlikely]]
            setStatus(Status::error, "left by an exception");
        else if (m_stack->suspended) [[unlikely]]
            setStatus(Status::error, "cancelled");
    }
    detail::FrameCounts counts;
    if (!SpanAccess::pop(*thread, *this, counts)) [[unlikely]] {
        m_flags |= journal::endedLate;
        SpanAccess::sayEndedLate(*this);
    }
    if (m_usage != nullptr) [[unlikely]]
        SpanAccess::countUsage(*this, *thread);
    if ((m_flags & journal::rootOfTrace) != 0) [[unlikely]]
        endTrace(counts.spans, counts.errors);
    if (m_extras != nullptr) [[unlikely]]
        SpanAccess::dismiss(*this);
    const SpanId ended = std::exchange(m_span, SpanId{none});
    const PenGuard guard(*thread);
    if (run != detail::presentRun() || thread->recorder == nullptr || (m_flags & SpanAccess::notSampled) != 0)
        [[unlikely]]
        return;
    if (guard && thread->recorder->roomForEnd(thread->pen)) [[likely]]
        journal::writeEnd(thread->pen, m_trace, ended, ticks, m_status, m_flags, m_clockEpoch);
    else
        thread->recorder->countLostEnd();
    if (guard && thread->stack == m_stack) [[likely]]
        thread->pen.closed();
}

/// A trace ends with its sums; where one of its spans failed and its owner said nothing else, it failed.
void Span::endTrace(std::uint32_t spans, std::uint32_t errors) noexcept
{
    detail::TraceSums sums;
    {
        const PenGuard guard(*detail::threadFor(m_run));
        if (guard)
            sums = detail::openTraces().close(m_trace);
    }
    sums.spans += spans;
    sums.errors += errors;
    SpanAccess::set(*this, names::traceSpans, sums.spans);
    SpanAccess::set(*this, names::traceErrors, sums.errors);
    if (sums.usage.hasTokens)
        SpanAccess::set(*this, names::traceTokens, sums.usage.inputTokens + sums.usage.outputTokens);
    if (sums.usage.hasCost)
        SpanAccess::set(*this, names::traceCost, sums.usage.cost.text());
    if (m_status == Status::unset && sums.errors > 0)
        m_status = Status::error;
    if (m_extras != nullptr && m_extras->context != nullptr && m_status != Status::unset)
        m_extras->context->setStatus(m_status, m_extras->context->statusMessage());
}

void SpanAccess::countForTrace(ThreadState& thread, TraceId trace, detail::FrameCounts counts) noexcept
{
    if (counts.spans == 0)
        return;
    detail::TraceSums sums;
    sums.spans = counts.spans;
    sums.errors = counts.errors;
    const PenGuard guard(thread);
    if (guard)
        detail::openTraces().add(trace, sums);
}

void SpanAccess::countUsage(Span& span, ThreadState& thread) noexcept
{
    detail::TraceSums sums;
    sums.usage = *span.m_usage;
    delete std::exchange(span.m_usage, nullptr);
    const PenGuard guard(thread);
    if (guard)
        detail::openTraces().add(span.m_trace, sums);
}

void SpanAccess::sayEndedLate(const Span& span) noexcept
{
    static std::atomic<std::uint32_t> saidInRun{0};
    const std::uint32_t run = detail::presentRun();
    if (saidInRun.exchange(run) == run)
        return;
    try {
        detail::log(Level::debug, "a span ended out of order or on another thread",
                    {{"span", span.m_span.hex()}});
    } catch (...) {
        // Without memory nothing is said.
    }
}

Span& Span::detachFromThread() noexcept
{
    auto* const thread = static_cast<ThreadState*>(detail::t_thread);
    if (!records() || m_run != detail::presentRun() || thread == nullptr || thread->run != m_run ||
        m_depth == UINT32_MAX)
        return *this;
    SpanAccess::takeOff(*thread, *this);
    m_depth = UINT32_MAX;
    return *this;
}

SpanContext Span::context() const noexcept
{
    return !records() ? SpanContext{} : SpanContext{m_trace, m_span};
}

bool Span::recording() const noexcept
{
    return records() && m_run == detail::presentRun();
}

bool flush(std::chrono::milliseconds timeout) noexcept
{
    return detail::flushRecorder(timeout);
}

} // namespace spanglass
