// SPDX-License-Identifier: Apache-2.0
/// The span as an object: moved, ended, asked.
#include "tracer/span_access.h"

#include <utility>

#include "base/names.h"

namespace spanglass {

using detail::PenGuard;
using detail::ThreadState;

void Span::take(Span& other) noexcept
{
    m_run = std::exchange(other.m_run, detail::noRun);
    if (m_run == detail::noRun)
        return;
    m_depth = other.m_depth;
    m_trace = other.m_trace;
    m_span = other.m_span;
    m_thread = other.m_thread;
    m_extras = other.m_extras;
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

void Span::end(bool byDestructor) noexcept
{
    const std::uint32_t run = std::exchange(m_run, detail::noRun);
    ThreadState* const thread = run == detail::presentRun() ? detail::threadFor(run) : nullptr;
    if (thread == nullptr) [[unlikely]] {
        // Of a run that is over, or of the parent process: not this recorder's.
        delete std::exchange(m_extras, nullptr);
        return;
    }
    const std::uint64_t ticks = journal::clock::ticks();
    detail::FrameCounts counts;
    if (!SpanAccess::pop(thread, *this, counts)) [[unlikely]] {
        m_flags |= journal::endedLate;
        if (m_extras != nullptr)
            detail::log(Level::debug, "a span ended out of order or on another thread",
                        {{"span", m_span.hex()}});
    }
    if (byDestructor && *thread->uncaughtExceptions > m_exceptions && thread == m_thread &&
        m_status != Status::error) [[unlikely]] {
        m_run = run;
        setStatus(Status::error, "left by an exception");
        m_run = detail::noRun;
    }
    if ((m_flags & journal::rootOfTrace) != 0) [[unlikely]]
        endTrace(run, counts.spans, counts.errors);
    if (m_extras != nullptr) [[unlikely]]
        SpanAccess::dismiss(*this);
    const PenGuard guard(*thread);
    if (run != detail::presentRun() || thread->recorder == nullptr || (m_flags & SpanAccess::notSampled) != 0)
        [[unlikely]]
        return;
    if (guard && thread->recorder->roomForEnd(thread->pen)) [[likely]]
        journal::writeEnd(thread->pen, m_trace, m_span, ticks, m_status, m_flags, m_clockEpoch);
    else
        thread->recorder->countLostEnd();
    if (guard && thread == m_thread) [[likely]]
        thread->pen.closed();
}

/// The sums of a trace, on its root: what its spans on this thread and in contexts carried from it
/// counted.
void SpanAccess::writeSums(Span& span, std::uint32_t spans, std::uint32_t errors) noexcept
{
    store(span, names::traceSpans, static_cast<std::int64_t>(spans));
    store(span, names::traceErrors, static_cast<std::int64_t>(errors));
}

/// A trace ends with its sums; where one of its spans failed and its owner said nothing else, it failed.
void Span::endTrace(std::uint32_t run, std::uint32_t spans, std::uint32_t errors) noexcept
{
    m_run = run;
    SpanAccess::writeSums(*this, spans + 1, errors + (m_status == Status::error ? 1 : 0));
    if (m_status == Status::unset && errors > 0)
        m_status = Status::error;
    if (m_extras != nullptr && m_extras->context != nullptr && m_status != Status::unset)
        m_extras->context->setStatus(m_status, m_extras->context->statusMessage());
    m_run = detail::noRun;
    if (detail::g_listTraces.load(std::memory_order_relaxed)) [[unlikely]]
        detail::g_activeTraces.remove(m_span);
}

Span& Span::detachFromThread() noexcept
{
    auto* const thread = static_cast<ThreadState*>(detail::t_thread);
    if (m_run == detail::noRun || m_run != detail::presentRun() || thread == nullptr || m_depth == UINT32_MAX)
        return *this;
    detail::FrameCounts counts;
    static_cast<void>(SpanAccess::pop(thread, *this, counts));
    m_depth = UINT32_MAX;
    return *this;
}

SpanContext Span::context() const noexcept
{
    return m_run == detail::noRun ? SpanContext{} : SpanContext{m_trace, m_span};
}

bool Span::recording() const noexcept
{
    return m_run != detail::noRun && m_run == detail::presentRun();
}

bool flush(std::chrono::milliseconds timeout) noexcept
{
    return detail::flushRecorder(timeout);
}

} // namespace spanglass
