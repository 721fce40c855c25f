// SPDX-License-Identifier: Apache-2.0
/// A coroutine that begins when it is called and is waited for like a future; and the way onto a pool's
/// threads from inside it.
///
///     Task<int> seven(spanglass::Pool& pool)
///     {
///         co_await threadOf(pool);               // from here on, on one of the pool's threads
///         co_return 7;
///     }
#pragma once

#include <coroutine>
#include <exception>
#include <future>
#include <utility>

#include <spanglass/coroutine.h>
#include <spanglass/pool.h>

namespace agents {

template<class Result> class Task
{
public:
    struct promise_type : spanglass::TracedPromise
    {
        Task get_return_object() { return Task(m_result.get_future()); }
        auto initial_suspend() noexcept { return entering(std::suspend_never{}); }
        auto final_suspend() noexcept { return leaving(std::suspend_never{}); }
        void return_value(Result result) { m_result.set_value(std::move(result)); }
        void unhandled_exception() { m_result.set_exception(std::current_exception()); }

    private:
        std::promise<Result> m_result;
    };

    /// Waits; throws what the coroutine threw.
    Result get() { return m_result.get(); }

private:
    explicit Task(std::future<Result> result) : m_result(std::move(result)) {}
    std::future<Result> m_result;
};

/// Suspends; a thread of `pool` goes on.
inline auto threadOf(spanglass::Pool& pool)
{
    struct Awaiter
    {
        spanglass::Pool& pool;
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> coroutine) const { pool.submit(coroutine); }
        void await_resume() const noexcept {}
    };
    return Awaiter{pool};
}

} // namespace agents
