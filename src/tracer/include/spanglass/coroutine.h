// SPDX-License-Identifier: Apache-2.0
/// The current context in C++20 coroutines: a coroutine's spans stay its own while it is suspended, and are
/// current again where it is resumed, on whatever thread.
///
/// In a task type of your own, as a mixin of its promise:
///
///     struct promise_type : spanglass::TracedPromise
///     {
///         auto initial_suspend() noexcept { return entering(std::suspend_always{}); }
///         auto final_suspend() noexcept { return leaving(Continue{}); }
///         …                                              // every co_await inside keeps the context
///     };
///
/// In a task type of somebody else, inside the coroutine, as its first variable:
///
///     Task<int> answer()
///     {
///         spanglass::CoroutineContext context;
///         auto span = spanglass::span("answer");
///         co_return co_await context(ask());             // around each co_await
///     }
///
/// Promises
/// - What was current when the coroutine was called is the parent of its spans.
/// - While it is suspended, nothing of it is current on any thread.
/// - A coroutine that is destroyed while it is suspended ends its spans with the error "cancelled".
/// - One thread at a time runs a coroutine; which one does not matter.
#pragma once

#include <coroutine>
#include <utility>

#include <spanglass/tracer.h>

namespace spanglass {
namespace detail {

/// What is current in one coroutine. A stack of its own takes the thread's place while it runs.
class CoroutineStack
{
public:
    CoroutineStack() noexcept : m_outside(Context::current()) {}
    ~CoroutineStack();
    CoroutineStack(const CoroutineStack&) = delete;
    CoroutineStack& operator=(const CoroutineStack&) = delete;

    /// Before the coroutine's own code runs on this thread, and behind it. Harmless when repeated.
    void enter() noexcept;
    void leave() noexcept;

private:
    Context m_outside; ///< current where the coroutine was called
    std::uint32_t m_run = noRun;
    ContextStack* m_stack = nullptr;
    ContextStack* m_before = nullptr; ///< the thread's, while this one has its place
};

template<class Awaitable> decltype(auto) awaiterOf(Awaitable&& awaitable)
{
    if constexpr (requires { std::forward<Awaitable>(awaitable).operator co_await(); })
        return std::forward<Awaitable>(awaitable).operator co_await();
    else if constexpr (requires { operator co_await(std::forward<Awaitable>(awaitable)); })
        return operator co_await(std::forward<Awaitable>(awaitable));
    else
        return std::forward<Awaitable>(awaitable);
}

/// An awaiter between leaving the thread and coming back to one.
template<class Awaiter> struct KeepingAwaiter
{
    CoroutineStack& stack;
    Awaiter awaiter; ///< a reference where the awaitable is its own awaiter

    bool await_ready() { return awaiter.await_ready(); }
    /// From `leave` on the coroutine may run elsewhere already.
    template<class Promise> auto await_suspend(std::coroutine_handle<Promise> handle)
    {
        stack.leave();
#if defined(__cpp_exceptions)
        try {
            return awaiter.await_suspend(handle);
        } catch (...) {
            stack.enter();
            throw;
        }
#else
        return awaiter.await_suspend(handle);
#endif
    }
    decltype(auto) await_resume()
    {
        stack.enter();
        return awaiter.await_resume();
    }
};

/// The last suspension: the coroutine's code is through.
template<class Awaiter> struct LeavingAwaiter
{
    CoroutineStack& stack;
    Awaiter awaiter;

    bool await_ready() noexcept
    {
        stack.leave();
        return awaiter.await_ready();
    }
    template<class Promise> auto await_suspend(std::coroutine_handle<Promise> handle) noexcept
    {
        return awaiter.await_suspend(handle);
    }
    void await_resume() noexcept { awaiter.await_resume(); }
};

} // namespace detail

class TracedPromise
{
public:
    /// For initial_suspend.
    template<class Awaiter> detail::KeepingAwaiter<Awaiter> entering(Awaiter awaiter) noexcept
    {
        return {m_stack, std::move(awaiter)};
    }
    /// For final_suspend.
    template<class Awaiter> detail::LeavingAwaiter<Awaiter> leaving(Awaiter awaiter) noexcept
    {
        return {m_stack, std::move(awaiter)};
    }
    template<class Awaitable> auto await_transform(Awaitable&& awaitable)
    {
        using Awaiter = decltype(detail::awaiterOf(std::forward<Awaitable>(awaitable)));
        return detail::KeepingAwaiter<Awaiter>{m_stack,
                                               detail::awaiterOf(std::forward<Awaitable>(awaitable))};
    }

private:
    detail::CoroutineStack m_stack;
};

class CoroutineContext
{
public:
    CoroutineContext() noexcept { m_stack.enter(); }
    ~CoroutineContext() { m_stack.leave(); }
    CoroutineContext(const CoroutineContext&) = delete;
    CoroutineContext& operator=(const CoroutineContext&) = delete;

    /// `co_await context(awaitable)`: suspended, the thread is as it was before.
    template<class Awaitable> auto operator()(Awaitable&& awaitable)
    {
        using Awaiter = decltype(detail::awaiterOf(std::forward<Awaitable>(awaitable)));
        return detail::KeepingAwaiter<Awaiter>{m_stack,
                                               detail::awaiterOf(std::forward<Awaitable>(awaitable))};
    }

private:
    detail::CoroutineStack m_stack;
};

} // namespace spanglass
