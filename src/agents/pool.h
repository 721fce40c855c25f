// SPDX-License-Identifier: Apache-2.0
/// A few threads that take jobs in turn. Nothing here knows of tracing: submit `withContext(job)`.
#pragma once

#include <condition_variable>
#include <functional>
#include <future>
#include <mutex>
#include <queue>
#include <thread>
#include <vector>

namespace agents {

class Pool
{
public:
    explicit Pool(int threads)
    {
        for (int i = 0; i < threads; ++i)
            m_threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
    }
    /// Jobs that have begun are finished; the others are not begun.
    ~Pool()
    {
        for (auto& thread : m_threads)
            thread.request_stop();
    }
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    template<class Job> auto submit(Job job) -> std::future<std::invoke_result_t<Job&>>
    {
        auto task = std::make_shared<std::packaged_task<std::invoke_result_t<Job&>()>>(std::move(job));
        auto result = task->get_future();
        {
            const std::lock_guard lock(m_mutex);
            m_jobs.push([task] { (*task)(); });
        }
        m_wake.notify_one();
        return result;
    }

private:
    void work(const std::stop_token& stop)
    {
        for (;;) {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_jobs.empty(); }))
                return;
            auto job = std::move(m_jobs.front());
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

} // namespace agents
