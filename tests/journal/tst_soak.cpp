// SPDX-License-Identifier: GPL-3.0-or-later
/// Eight agents that work for SOAK_SECONDS (600): after the first fifth their memory and descriptors stay as
/// they are, and at the end the books balance.
#include <QDir>
#include <QElapsedTimer>
#include <QTest>

#include "worker_process.h"

using namespace spanglass;

class tst_soak : public QObject
{
    Q_OBJECT
    QTemporaryDir m_base;

    static qint64 residentKb(qint64 pid)
    {
        QFile status(QStringLiteral("/proc/%1/status").arg(pid));
        if (!status.open(QIODevice::ReadOnly))
            return -1;
        for (const QByteArray& line : status.readAll().split('\n'))
            if (line.startsWith("VmRSS:"))
                return line.mid(6).simplified().split(' ').first().toLongLong();
        return -1;
    }
    static qsizetype descriptors(qint64 pid)
    {
        return QDir(QStringLiteral("/proc/%1/fd").arg(pid))
            .entryList(QDir::NoDotAndDotDot | QDir::System)
            .size();
    }

private Q_SLOTS:
    void eightAgentsStayAsTheyAre()
    {
        const int seconds = qEnvironmentVariableIntValue("SOAK_SECONDS") > 0
                                ? qEnvironmentVariableIntValue("SOAK_SECONDS")
                                : 600;
        struct Agent
        {
            std::unique_ptr<Worker> worker;
            Truth* truth = nullptr;
            qint64 memoryKb = 0;
            qsizetype files = 0;
        };
        std::vector<Agent> agents(8);
        QElapsedTimer clock;
        clock.start();
        for (std::size_t at = 0; at < agents.size(); ++at) {
            Agent& agent = agents[at];
            agent.worker = std::make_unique<Worker>(m_base.filePath(QStringLiteral("store%1").arg(at)));
            agent.truth = agent.worker->makeTruth();
            QVERIFY(agent.truth != nullptr);
            agent.worker->start({QStringLiteral("agent")});
        }
        const auto worksUntil = [&](qint64 ms) {
            const qint64 left = std::max<qint64>(ms - clock.elapsed(), 0);
            return !agents.front().worker->process().waitForFinished(static_cast<int>(left));
        };
        QVERIFY(worksUntil(seconds * 1000 / 5));
        for (Agent& agent : agents) {
            agent.memoryKb = residentKb(agent.worker->process().processId());
            agent.files = descriptors(agent.worker->process().processId());
            QVERIFY(agent.memoryKb > 0);
        }
        QVERIFY(worksUntil(seconds * 1000));
        std::uint64_t spans = 0;
        for (Agent& agent : agents) {
            const qint64 memoryKb = residentKb(agent.worker->process().processId());
            QVERIFY2(memoryKb * 100 <= agent.memoryKb * 102,
                     qPrintable(QStringLiteral("%1 KB were %2 KB").arg(memoryKb).arg(agent.memoryKb)));
            QCOMPARE(descriptors(agent.worker->process().processId()), agent.files);
            agent.truth->stop = 1;
            QVERIFY(agent.worker->process().waitForFinished(60'000));
            QCOMPARE(agent.worker->process().exitCode(), 0);
            const Collected all = agent.worker->stored();
            QCOMPARE(all.created(), all.spans.size() + all.dropped());
            for (const auto& [id, span] : all.spans)
                QVERIFY(span.starts == 1 && span.ends == 1);
            spans += all.spans.size();
            ::munmap(agent.truth, sizeof(Truth));
        }
        qInfo("%llu spans in %d s", static_cast<unsigned long long>(spans), seconds);
        QVERIFY(spans > static_cast<std::uint64_t>(seconds) * 8 * 100);
    }
};

QTEST_APPLESS_MAIN(tst_soak)
#include "tst_soak.moc"
