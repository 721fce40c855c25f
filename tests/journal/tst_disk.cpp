// SPDX-License-Identifier: GPL-3.0-or-later
/// Disks that are full, frozen or broken, under a program that goes on recording.
#include <QTest>

#include "worker_process.h"

class tst_disk : public QObject
{
    Q_OBJECT
    QTemporaryDir m_base;
    int m_stores = 0;

    QString newStore() { return m_base.path() + QStringLiteral("/store%1").arg(m_stores++); }

    static void startSteady(Worker& worker)
    {
        worker.setEnvironment(QStringLiteral("LD_PRELOAD"), QStringLiteral(DISK_SHIM));
        // AddressSanitizer wants to be loaded first; the shim only passes calls on.
        worker.setEnvironment(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("verify_asan_link_order=0"));
        worker.setEnvironment(QStringLiteral("SPANGLASS_POOL_MB"), QStringLiteral("1"));
        worker.process().setReadChannel(QProcess::StandardError);
        worker.start({QStringLiteral("steady")});
    }

    static void stop(Worker& worker, Truth& truth)
    {
        truth.stop = 1;
        QVERIFY(worker.process().waitForFinished(60'000));
        QCOMPARE(worker.process().exitCode(), 0);
    }

private Q_SLOTS:
    void aFullDiskIsReportedAndRecoversWithBalancedBooks()
    {
        Worker worker(newStore());
        Truth* const truth = worker.makeTruth();
        startSteady(worker);
        QTRY_VERIFY_WITH_TIMEOUT(truth->threads[0].ended > 1000, 20'000);
        truth->full = 1;
        QByteArray errors;
        QTRY_VERIFY_WITH_TIMEOUT((errors += worker.errors()).contains("disk full: "), 20'000);
        // Spans are dropped from some point on, and that is said.
        QTRY_VERIFY_WITH_TIMEOUT(
            (errors += worker.errors()).lastIndexOf("disk full: ") > errors.indexOf("disk full: "), 30'000);
        truth->full = 0;
        QTRY_VERIFY_WITH_TIMEOUT((errors += worker.errors()).contains("storing again"), 25'000);
        const std::uint64_t then = truth->threads[0].ended;
        QTRY_VERIFY_WITH_TIMEOUT(truth->threads[0].ended > then + 1000, 20'000);
        stop(worker, *truth);
        QCOMPARE(truth->flushed.load(), 1);
        const Collected all = worker.stored();
        QVERIFY(all.dropped() > 0);
        QCOMPARE(all.created(), all.spans.size() + all.dropped());
        QCOMPARE(all.created(), truth->threads[0].ended.load() + 1);
        for (const auto& [id, span] : all.spans)
            QVERIFY2(span.starts == 1 && span.ends == 1, span.name.c_str());
    }

    void aFrozenDiskNeverStallsASpan()
    {
        Worker worker(newStore());
        Truth* const truth = worker.makeTruth();
        startSteady(worker);
        QTRY_VERIFY_WITH_TIMEOUT(truth->threads[0].ended > 1000, 20'000);
        truth->worstNs = 0;
        truth->frozen = 1;
        const std::uint64_t then = truth->threads[0].ended;
        QTRY_VERIFY_WITH_TIMEOUT(truth->threads[0].ended > then + 5000, 30'000);
        const std::int64_t worstNs = truth->worstNs;
        truth->frozen = 0;
        stop(worker, *truth);
        // Nothing waits for the disk, which stood still for far longer than that.
        QVERIFY2(worstNs < 100'000'000, qPrintable(QString::number(worstNs)));
        const Collected all = worker.stored();
        QCOMPARE(all.created(), all.spans.size() + all.dropped());
    }

    void aSyncThatFailsIsNeverReportedAsStored()
    {
        Worker worker(newStore());
        Truth* const truth = worker.makeTruth();
        startSteady(worker);
        QTRY_VERIFY_WITH_TIMEOUT(truth->threads[0].ended > 1000, 20'000);
        truth->syncFails = 1;
        stop(worker, *truth);
        QCOMPARE(truth->flushed.load(), 2);
        QVERIFY(worker.errors().contains("while syncing"));
    }
};

QTEST_APPLESS_MAIN(tst_disk)
#include "tst_disk.moc"
