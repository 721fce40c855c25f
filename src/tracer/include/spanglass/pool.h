// SPDX-License-Identifier: Apache-2.0
/// A few threads that take jobs in turn; each job runs under what was current when it was submitted.
///
///     spanglass::Pool pool(4);
///     auto answer = pool.submit([] { auto span = spanglass::span("search"); return search(); });
///     use(answer.get());                               // throws what the job threw
///
/// Promises: any thread may submit, also a job. A worker's next job sees nothing of its last one. The
/// destructor waits for the jobs that have begun; those that have not are dropped, and their futures throw
/// std::future_error.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <queue>
#include <stop_token>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include <spanglass/tracer.h>

namespace spanglass {

class Pool
{
public:
    /// At least one thread.
    explicit Pool(int threads)
    {
        for (int number = 0; number < std::max(threads, 1); ++number)
            m_threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
    }
    ~Pool()
    {
        for (auto& thread : m_threads)
            thread.request_stop();
    }
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    template<std::invocable Job> auto submit(Job job) -> std::future<std::invoke_result_t<Job&>>
    {
        using Task = std::packaged_task<std::invoke_result_t<Job&>()>;
        auto task = std::make_shared<Task>(withContext(std::move(job)));
        auto result = task->get_future();
        {
            const std::lock_guard lock(m_mutex);
            m_jobs.push([task = std::move(task)] { (*task)(); });
        }
        m_wake.notify_one();
        return result;
    }

private:
    void work(const std::stop_token& stop)
    {
        for (;;) {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_jobs.empty(); }) || stop.stop_requested())
                return;
            const auto job = std::move(m_jobs.front());
            m_jobs.pop();
            lock.unlock();
            job();
        }
    }

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::queue<std::function<void()>> m_jobs;
    std::vector<std::jthread> m_threads; ///< last: they end before what they use
};

} // namespace spanglass
