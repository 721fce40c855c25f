// SPDX-License-Identifier: Apache-2.0
/// The current context in Qt: jobs of thread pools and calls posted to other objects' threads. Header-only;
/// the tracer itself needs no Qt.
///
///     spanglass::start(pool, [] { auto work = spanglass::span("work"); });   // under what is current now
///     spanglass::post(object, [] { … });                                     // in object's thread, later
///     QtConcurrent::run(spanglass::withContext(job));                        // needs nothing of this file
#pragma once

#include <QMetaObject>
#include <QThreadPool>
#include <functional>
#include <utility>

#include <spanglass/tracer.h>

namespace spanglass {

/// Runs `job` in `pool` under what is current now; the pool's next job sees nothing of it.
template<class Job> void start(QThreadPool& pool, Job job)
{
    pool.start(std::function<void()>(withContext(std::move(job))));
}

/// Runs `call` in the thread of `receiver`, when its event loop comes to it, under what is current now.
/// Nothing runs when `receiver` is gone by then.
template<class Call> bool post(QObject* receiver, Call call)
{
    return QMetaObject::invokeMethod(receiver, std::function<void()>(withContext(std::move(call))),
                                     Qt::QueuedConnection);
}

} // namespace spanglass
