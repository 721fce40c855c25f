// SPDX-License-Identifier: GPL-3.0-or-later
/// Runs jobs one after the other on a thread of its own; each answer comes back to the thread that asked.
///
///     m_jobs.run(this, [table, row] { return table->details(row); }, [this](trace::Span span) { show(span);
///     });
///
/// The answer is dropped when its receiver is gone by then. The destructor lets the running job end, and
/// forgets the rest. Owned and used by the GUI thread.
#pragma once

#include <QObject>
#include <QPointer>
#include <QThread>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace spanglass::models {

class JobThread
{
public:
    explicit JobThread(const QString& name);
    ~JobThread();
    JobThread(const JobThread&) = delete;
    JobThread& operator=(const JobThread&) = delete;

    template<class Job, class Done> void run(QObject* receiver, Job job, Done done)
    {
        enqueue([this, guard = QPointer<QObject>(receiver), job = std::move(job),
                 done = std::move(done)]() mutable {
            answer([guard = std::move(guard), done = std::move(done),
                    value = std::make_shared<std::invoke_result_t<Job>>(job())]() mutable {
                if (guard)
                    done(std::move(*value));
            });
        });
    }
    /// Forgets the jobs that have not begun, does this last one, and stops: for what must be closed on the
    /// thread that opened it.
    void finish(std::function<void()> last);

private:
    void enqueue(std::function<void()> job);
    void answer(std::function<void()> deliver);
    void work();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_jobs;
    bool m_stop = false;
    QObject m_home; ///< lives on the asking thread; what is queued for it dies with it
    std::unique_ptr<QThread> m_thread;
};

} // namespace spanglass::models
