// SPDX-License-Identifier: Apache-2.0
/// A stack of what is current that changes threads with its coroutine.
#include <spanglass/coroutine.h>

#include <atomic>
#include <new>

#include "tracer/context_access.h"
#include "tracer/span_access.h"

namespace spanglass::detail {
namespace {

/// Stacks are used again and never freed: a span may outlive its coroutine.
class StackPool
{
public:
    [[nodiscard]] ContextStack* take() noexcept
    {
        const Hold hold(m_busy);
        ContextStack* const stack = m_free;
        if (stack == nullptr)
            return new (std::nothrow) ContextStack;
        m_free = stack->nextFree;
        return stack;
    }
    void give(ContextStack* stack) noexcept
    {
        const Hold hold(m_busy);
        stack->nextFree = m_free;
        m_free = stack;
    }

private:
    struct Hold
    {
        explicit Hold(std::atomic<bool>& lock) noexcept : busy(lock)
        {
            while (busy.exchange(true, std::memory_order_acquire)) {
            }
        }
        ~Hold() { busy.store(false, std::memory_order_release); }
        Hold(const Hold&) = delete;
        Hold& operator=(const Hold&) = delete;
        std::atomic<bool>& busy;
    };
    std::atomic<bool> m_busy{false};
    ContextStack* m_free = nullptr;
};

constinit StackPool g_stacks;

} // namespace

void CoroutineStack::enter() noexcept
{
    const std::uint32_t run = presentRun();
    if (m_before != nullptr || !isLive(run) || (m_stack != nullptr && m_run != run))
        return;
    ThreadState* const thread = threadFor(run);
    if (thread == nullptr)
        return;
    if (m_stack == nullptr) {
        m_stack = g_stacks.take();
        if (m_stack == nullptr)
            return;
        m_run = run;
        ContextAccess::place(m_outside, *m_stack);
    }
    m_stack->suspended = false;
    m_before = std::exchange(thread->stack, m_stack);
}

void CoroutineStack::leave() noexcept
{
    auto* const thread = static_cast<ThreadState*>(t_thread);
    if (m_before == nullptr)
        return;
    ContextStack* const before = std::exchange(m_before, nullptr);
    m_stack->suspended = true;
    if (thread == nullptr || thread->run != m_run || m_run != presentRun() || thread->stack != m_stack)
        return;
    thread->stack = before;
    // What ended since it was entered; its trace may end before the coroutine does.
    if (Frame& first = m_stack->frames[0]; m_stack->depth > 0) {
        SpanAccess::countForTrace(*thread, first.trace, FrameCounts::of(first));
        first.counts.store(0, std::memory_order_relaxed);
    }
}

CoroutineStack::~CoroutineStack()
{
    leave();
    if (m_stack == nullptr)
        return;
    m_stack->clear();
    m_stack->suspended = false;
    g_stacks.give(m_stack);
}

} // namespace spanglass::detail
