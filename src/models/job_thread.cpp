// SPDX-License-Identifier: GPL-3.0-or-later
// A queue under a mutex; answers travel as queued calls.
#include "models/job_thread.h"

namespace spanglass::models {

JobThread::JobThread(const QString& name)
{
    m_thread.reset(QThread::create([this] { work(); }));
    m_thread->setObjectName(name);
    m_thread->start();
}

JobThread::~JobThread()
{
    finish({});
}

void JobThread::finish(std::function<void()> last)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.clear();
        if (last)
            m_jobs.push_back(std::move(last));
        m_stop = true;
    }
    m_wake.notify_all();
    m_thread->wait();
}

void JobThread::enqueue(std::function<void()> job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void JobThread::answer(std::function<void()> deliver)
{
    QMetaObject::invokeMethod(&m_home, std::move(deliver), Qt::QueuedConnection);
}

void JobThread::work()
{
    for (;;) {
        std::function<void()> job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stop || !m_jobs.empty(); });
            if (m_jobs.empty())
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job();
    }
}

} // namespace spanglass::models
