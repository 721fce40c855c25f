// SPDX-License-Identifier: GPL-3.0-or-later
/// Contexts in Qt's thread pools and queued calls.
#include <QTest>
#include <QThread>
#include <QtConcurrentRun>

#include <spanglass/qt_context.h>
#include <spanglass/service.h>

using namespace spanglass;

class tst_qt_context : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void jobsAndQueuedCallsAreUnderWhatWasCurrentWhenTheyWereSubmitted()
    {
        const auto recording = std::make_shared<RecordingProvider>();
        ServiceOptions options;
        options.journal = false;
        options.providers = {recording};
        const TracingService service(options);
        QThreadPool pool;
        pool.setMaxThreadCount(1);
        QThread thread;
        QObject receiver;
        receiver.moveToThread(&thread);
        bool nextJobIsClean = false;
        {
            auto trace = spanglass::trace("root");
            start(pool, [] { auto inner = span("pool"); });
            pool.waitForDone();
            QtConcurrent::run(&pool, withContext([] { auto inner = span("concurrent"); })).waitForFinished();
            pool.start([&nextJobIsClean] { nextJobIsClean = !current().valid(); });
            pool.waitForDone();
            QVERIFY(post(&receiver, [&thread] {
                {
                    auto inner = span("queued");
                }
                thread.quit();
            }));
        }
        thread.start();
        QVERIFY(thread.wait(20'000));
        QVERIFY(nextJobIsClean);
        for (const char* name : {"pool", "concurrent", "queued"}) {
            const auto context = recording->named(name);
            QVERIFY2(context != nullptr, name);
            QCOMPARE(context->parent, recording->named("root")->span);
        }
    }
};

QTEST_GUILESS_MAIN(tst_qt_context)
#include "tst_qt_context.moc"
