// SPDX-License-Identifier: GPL-3.0-or-later
/// Processes that die at random instants, that fork, that run out of files and of room: what must be readable
/// afterwards. `KILLS=1000` makes the long run of the figures.
#include <QRandomGenerator>
#include <QTest>

#include <csignal>

#include "journal/adoption.h"
#include "worker_process.h"

using namespace spanglass;

class tst_crash : public QObject
{
    Q_OBJECT
    QTemporaryDir m_base;
    int m_stores = 0;

    QString newStore() { return m_base.path() + QStringLiteral("/store%1").arg(m_stores++); }

    struct Tally
    {
        std::uint64_t spans = 0;
        std::uint64_t lost = 0;
        std::uint64_t doubled = 0;
        std::uint64_t torn = 0;
    };

    static void compare(const Truth& truth, const Collected& all, Tally& tally)
    {
        std::map<std::uint64_t, std::uint64_t> endedUnder; // "outer" spans that ended, by root
        for (const auto& [id, span] : all.spans) {
            tally.spans += span.starts > 0;
            tally.doubled += span.starts > 1 || span.ends > 1;
            tally.torn += span.starts == 0 || (span.name != "outer" && span.name != "inner" &&
                                               span.name.rfind("thread ", 0) != 0);
            if (span.name == "outer" && span.ends == 1)
                ++endedUnder[span.parent.value];
            // An inner span that ended was told everything before.
            if (span.name == "inner" && span.ends == 1 && span.attributes.size() < 2)
                ++tally.lost;
        }
        for (const ThreadTruth& thread : truth.threads) {
            const std::uint64_t ended = thread.ended.load();
            const std::uint64_t found = endedUnder[thread.root.load()];
            if (thread.root.load() != 0 && !all.spans.contains(thread.root.load()))
                ++tally.lost;
            // The instant between end() and its acknowledgement may show one more.
            if (found < ended)
                tally.lost += ended - found;
            const std::uint64_t started = thread.started.load();
            for (std::uint64_t at = started > openKept ? started - openKept : 0; at < started; ++at)
                tally.lost += !all.spans.contains(thread.lastStarted[at % openKept].load());
        }
    }

private Q_SLOTS:
    void killedAtRandomInstantsNothingThatEndedIsLost()
    {
        const int kills =
            qEnvironmentVariableIntValue("KILLS") > 0 ? qEnvironmentVariableIntValue("KILLS") : 50;
        Tally tally;
        std::uint64_t created = 0;
        std::uint64_t dropped = 0;
        for (int kill = 0; kill < kills; ++kill) {
            Worker worker(newStore());
            Truth* const truth = worker.makeTruth();
            QVERIFY(truth != nullptr);
            worker.start({QStringLiteral("killed")});
            QVERIFY(worker.process().waitForReadyRead(20'000));
            // The instant is random; that threads are writing at it is what the wait is for.
            const std::uint64_t least = QRandomGenerator::global()->bounded(1, 4000);
            QTRY_VERIFY_WITH_TIMEOUT(truth->threads[0].ended.load() >= least, 20'000);
            worker.process().kill();
            QVERIFY(worker.process().waitForFinished(20'000));
            // Every other time the rest is moved into the journal first.
            if (kill % 2 == 1)
                QVERIFY(journal::adoptAll(
                    (m_base.path() + QStringLiteral("/store%1").arg(m_stores - 1)).toStdString()));
            const Collected all = worker.stored();
            QVERIFY(all.complete);
            QCOMPARE(all.damagedBlocks, std::uint64_t{0});
            compare(*truth, all, tally);
            std::uint64_t starts = 0;
            for (const auto& [id, span] : all.spans)
                starts += static_cast<std::uint64_t>(span.starts);
            QCOMPARE(all.created(), starts + all.dropped());
            created += all.created();
            dropped += all.dropped();
            ::munmap(truth, sizeof(Truth));
        }
        qInfo("%d kills, %llu spans: %llu lost, %llu torn, %llu doubled, %llu dropped", kills,
              static_cast<unsigned long long>(tally.spans), static_cast<unsigned long long>(tally.lost),
              static_cast<unsigned long long>(tally.torn), static_cast<unsigned long long>(tally.doubled),
              static_cast<unsigned long long>(dropped));
        QCOMPARE(tally.lost, std::uint64_t{0});
        QCOMPARE(tally.torn, std::uint64_t{0});
        QCOMPARE(tally.doubled, std::uint64_t{0});
        QVERIFY(created >= static_cast<std::uint64_t>(kills) * (kills >= 1000 ? 1000 : 1));
    }

    void howeverAProcessEndsItsSpansAreThere_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("_exit") << "_exit";
        QTest::newRow("quick_exit") << "quick_exit";
        QTest::newRow("abort") << "abort";
        QTest::newRow("std::terminate") << "terminate";
        QTest::newRow("a segmentation fault") << "segv";
        QTest::newRow("return from main") << "return";
        QTest::newRow("exec of another program") << "exec";
    }
    void howeverAProcessEndsItsSpansAreThere()
    {
        QFETCH(QString, how);
        Worker worker(newStore());
        worker.start({QStringLiteral("dies"), how});
        QVERIFY(worker.process().waitForFinished(30'000));
        const Collected all = worker.stored();
        int children = 0;
        for (const auto& [id, span] : all.spans)
            children += span.name == "child" && span.ends == 1 && span.attributes.contains("number");
        QCOMPARE(children, how == QStringLiteral("exec") ? 200 : 100);
        QCOMPARE(all.named("open").starts, 1);
        QCOMPARE(all.named("open").ends, how == QStringLiteral("return") ? 1 : 0);
        QCOMPARE(all.named("ended").ends, 1);
        QVERIFY(all.complete);
    }

    void aSpanThatEndsInAStaticDestructorIsKept()
    {
        Worker worker(newStore());
        QVERIFY(worker.run({QStringLiteral("dies"), QStringLiteral("static")}));
        QCOMPARE(worker.stored().named("ends in a static destructor").ends, 1);
    }

    void eachForkedChildHasAJournalOfItsOwn()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("GCC 12's AddressSanitizer may hold its allocator's lock in a child forked among threads");
#endif
        const QString store = newStore();
        Worker worker(store);
        QVERIFY(worker.run({QStringLiteral("forks")}));
        QCOMPARE(worker.process().exitCode(), 0);
        const auto journals = journal::listJournals(store.toStdString());
        QVERIFY(journals);
        QCOMPARE(journals->size(), std::size_t{101});
        const Collected all = worker.stored();
        int children = 0;
        for (const auto& [id, span] : all.spans) {
            QVERIFY2(span.starts == 1 && span.ends == 1,
                     qPrintable(QStringLiteral("%1 %2 %3")
                                    .arg(QString::fromStdString(span.name))
                                    .arg(span.starts)
                                    .arg(span.ends)));
            children += span.name == "in a child";
        }
        QCOMPARE(children, 100);
        QCOMPARE(all.named("before the fork").attributes.at("from"), std::string("parent"));
    }

    void aThousandThreadsAndTwentyThousandShortOnesAreAllThere()
    {
        Worker worker(newStore());
        QVERIFY(worker.run({QStringLiteral("threads")}, 100'000));
        const Collected all = worker.stored();
        int threads = 0;
        int children = 0;
        int shortOnes = 0;
        for (const auto& [id, span] : all.spans) {
            QCOMPARE(span.starts, 1);
            QCOMPARE(span.ends, 1);
            threads += span.name == "thread";
            shortOnes += span.name == "short";
            if (span.name == "child") {
                ++children;
                QCOMPARE(all.spans.at(span.parent.value).name, std::string("thread"));
                QCOMPARE(all.spans.at(span.parent.value).trace, span.trace);
            }
        }
        QCOMPARE(threads, 1000);
        QCOMPARE(children, 100'000);
        QCOMPARE(shortOnes, 20'000);
        QCOMPARE(all.dropped(), std::uint64_t{0});
    }

    void aFileSizeLimitNeverKillsTheHost_data()
    {
        QTest::addColumn<QString>("bytes");
        QTest::newRow("nothing may be written") << "0";
        QTest::newRow("less than the first chunks") << "500000";
        QTest::newRow("no more than the first chunks") << "1500000";
    }
    void aFileSizeLimitNeverKillsTheHost()
    {
        QFETCH(QString, bytes);
        Worker worker(newStore());
        QVERIFY(worker.run({QStringLiteral("limited"), bytes}));
        QCOMPARE(worker.process().exitCode(), 0);
        const bool stores = bytes.size() > 6;
        QCOMPARE(worker.errors().startsWith("spanglass: tracing without storage: "), !stores);
        if (!stores)
            return;
        const Collected all = worker.stored();
        QCOMPARE(all.created(), std::uint64_t{10'002});
        QCOMPARE(all.spans.size() + all.dropped(), std::uint64_t{10'002});
    }

    void withoutDescriptorsTheHostGoesOn()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("UndefinedBehaviorSanitizer needs a descriptor to look at memory");
#endif
        Worker worker(newStore());
        QVERIFY(worker.run({QStringLiteral("no-descriptors")}));
        QCOMPARE(worker.process().exitCode(), 0);
        QCOMPARE(worker.errors().count('\n'), 1);
    }

    void aStoreThatCannotBeWrittenIsOneClearMessage_data()
    {
        QTest::addColumn<QString>("store");
        QTest::addColumn<QString>("why");
        QTest::newRow("a file in its place") << "/dev/null/store"
                                             << "/dev/null";
        QTest::newRow("a file system that refuses") << "/proc/spanglass"
                                                    << "/proc/spanglass";
    }
    void aStoreThatCannotBeWrittenIsOneClearMessage()
    {
        QFETCH(QString, store);
        QFETCH(QString, why);
        Worker worker(newStore());
        worker.setEnvironment(QStringLiteral("SPANGLASS_STORE"), store);
        QVERIFY(worker.run({QStringLiteral("record"), QStringLiteral("nowhere")}));
        QCOMPARE(worker.process().exitCode(), 0);
        const QByteArray errors = worker.errors();
        QCOMPARE(errors.count('\n'), 1);
        QVERIFY2(errors.startsWith("spanglass: tracing without storage: " + why.toUtf8()),
                 errors.constData());
    }

    void aStartingRecorderAdoptsDeadSiblings()
    {
        const QString store = newStore();
        {
            Worker worker(store);
            worker.start({QStringLiteral("dies"), QStringLiteral("abort")});
            QVERIFY(worker.process().waitForFinished(30'000));
        }
        auto journals = journal::listJournals(store.toStdString());
        QCOMPARE(journals->size(), std::size_t{1});
        const auto chunks = journals->front().chunks;
        QVERIFY(std::filesystem::exists(chunks));
        const std::size_t before = collectStore(store.toStdString()).spans.size();
        Worker second(store);
        QVERIFY(second.run({QStringLiteral("record"), QStringLiteral("second")}));
        QTRY_VERIFY_WITH_TIMEOUT(!std::filesystem::exists(chunks), 10'000);
        const Collected all = collectStore(store.toStdString());
        QCOMPARE(all.spans.size(), before + 101);
        QCOMPARE(all.created(), std::uint64_t{all.spans.size()});
    }
};

QTEST_APPLESS_MAIN(tst_crash)
#include "tst_crash.moc"
