// SPDX-License-Identifier: Apache-2.0
/// What is current on a thread, and carrying it to others.
#include "tracer/context_access.h"
#include "tracer/span_access.h"

namespace spanglass {

using detail::Frame;
using detail::PenGuard;
using detail::ThreadState;

SpanContext current() noexcept
{
    return Context::current().span();
}

Context Context::current() noexcept
{
    Context context;
    const std::uint32_t run = detail::presentRun();
    auto* const thread = static_cast<ThreadState*>(detail::t_thread);
    if (!detail::isLive(run) || thread == nullptr || thread->run != run)
        return context;
    if (const Frame* top = thread->top()) {
        context.m_span = {top->trace, {top->span.load(std::memory_order_relaxed)}};
        context.m_run = run;
        context.m_clockEpoch = top->marks.clockEpoch;
        context.m_flags = static_cast<std::uint8_t>(top->marks.flags);
    }
    return context;
}

ContextScope::ContextScope(const Context& context) noexcept
{
    if (context.m_run == detail::noRun || context.m_run != detail::presentRun())
        return;
    ThreadState* const thread = detail::threadFor(context.m_run);
    if (thread == nullptr || !ContextAccess::place(context, *thread->stack))
        return;
    m_stack = thread->stack;
    m_run = context.m_run;
    m_depth = m_stack->depth - 1;
}

bool ContextAccess::place(const Context& context, detail::ContextStack& stack) noexcept
{
    if (!context.m_span.valid() || context.m_run != detail::presentRun())
        return false;
    static_cast<void>(stack.top());
    Frame* const frame = stack.frame(stack.depth);
    if (frame == nullptr)
        return false;
    frame->trace = context.m_span.trace;
    frame->marks = {context.m_clockEpoch, context.m_flags};
    frame->counts.store(0, std::memory_order_relaxed);
    frame->span.store(context.m_span.span.value, std::memory_order_release);
    ++stack.depth;
    return true;
}

ContextScope::~ContextScope()
{
    auto* const thread = static_cast<ThreadState*>(detail::t_thread);
    if (m_stack == nullptr || m_run != detail::presentRun() || thread == nullptr || thread->run != m_run)
        return;
    Frame* const frame = m_stack->frame(m_depth);
    SpanAccess::countFor(*m_stack, m_depth, *thread, frame->trace, detail::FrameCounts::of(*frame));
    if (thread->stack != m_stack) {
        frame->span.store(0, std::memory_order_release); // left on another thread than it was entered
        return;
    }
    // What the scope's job left open does not stay current for the thread's next job.
    while (m_stack->depth > m_depth)
        m_stack->frame(--m_stack->depth)->span.store(0, std::memory_order_release);
}

Context ContextAccess::of(SpanContext span) noexcept
{
    Context context;
    std::uint32_t run = detail::presentRun();
    if (!detail::isLive(run))
        run = detail::start();
    if (!span.valid() || !detail::isLive(run))
        return context;
    context.m_span = span;
    context.m_run = run;
    ThreadState* const thread = detail::threadFor(run);
    const PenGuard guard(*thread);
    if (guard && thread->recorder != nullptr && run == detail::presentRun())
        context.m_clockEpoch = thread->recorder->clockEpoch();
    return context;
}

Context ContextAccess::ofRemote(const RemoteContext& remote) noexcept
{
    Context context = of(remote.parent);
    context.m_flags = journal::remoteParent;
    const auto service = detail::serviceState();
    const bool parentBased = service == nullptr || service->settings.sampling.parentBased;
    if (!(parentBased ? remote.sampled : service->samples(remote.parent.trace)))
        context.m_flags |= SpanAccess::notSampled;
    return context;
}

bool ContextAccess::sampled(const Context& context) noexcept
{
    return (context.m_flags & SpanAccess::notSampled) == 0;
}

} // namespace spanglass
