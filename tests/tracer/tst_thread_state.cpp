// SPDX-License-Identifier: GPL-3.0-or-later
/// What a thread that traces costs.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <barrier>
#include <thread>
#include <unistd.h>
#include <vector>

#include <spanglass/service.h>
#include <spanglass/tracer.h>

using namespace spanglass;

class tst_thread_state : public QObject
{
    Q_OBJECT
    QTemporaryDir m_store;

    static qint64 residentBytes()
    {
        QFile file(QStringLiteral("/proc/self/statm"));
        return file.open(QIODevice::ReadOnly)
                   ? file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE)
                   : 0;
    }

private Q_SLOTS:
    /// Everything that is resident is counted: a thread's chunk, the chunks that are made ahead, its state,
    /// and what its stack grows by.
    void aThreadThatTracesTakesAtMost64Kilobytes()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("a sanitizer's own memory is a multiple of the tracer's");
#else
        ServiceOptions options;
        options.store = m_store.path().toStdString();
        TracingService service(options);
        auto root = trace("before any other thread"); // so that the recorder is there
        QVERIFY(flush());

        constexpr int count = 256;
        std::barrier step(count + 1);
        std::vector<std::jthread> threads;
        for (int at = 0; at < count; ++at)
            threads.emplace_back([&step] {
                step.arrive_and_wait(); // started
                step.arrive_and_wait(); // may trace
                {
                    auto own = trace("a thread's");
                    for (int number = 0; number < 10; ++number)
                        span("one", Kind::tool).set("number", number);
                }
                step.arrive_and_wait(); // has traced
                step.arrive_and_wait(); // may end
            });
        step.arrive_and_wait();
        const qint64 before = residentBytes();
        step.arrive_and_wait();
        step.arrive_and_wait();
        const bool flushed = flush(std::chrono::seconds(30));
        const qint64 each = (residentBytes() - before) / count;
        step.arrive_and_wait();
        threads.clear();
        qInfo("%lld bytes a thread", static_cast<long long>(each));
        QVERIFY(flushed && before > 0);
        QVERIFY2(each >= 32 << 10, "the chunks themselves were not seen");
        QVERIFY2(each <= 64 << 10, qPrintable(QString::number(each)));
#endif
    }
};

QTEST_APPLESS_MAIN(tst_thread_state)
#include "tst_thread_state.moc"
