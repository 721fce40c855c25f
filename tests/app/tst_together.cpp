// SPDX-License-Identifier: GPL-3.0-or-later
// Several Spanglass processes on one store at once, as they are left running by people: windows, `serve`,
// agents, and verbs in between.
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <memory>
#include <vector>

#include "program.h"

using namespace Qt::StringLiterals;
using namespace spanglass::test;

namespace {

/// A program that runs until the test is done with it.
class Companion
{
public:
    Companion(const QStringList& words, const QStringList& environment)
    {
        setUp(m_process, environment);
        m_process.start(program(), words);
        m_process.waitForStarted();
    }
    ~Companion()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    [[nodiscard]] QProcess& process() { return m_process; }

private:
    QProcess m_process;
};

QJsonObject status(const QString& store)
{
    return run({u"status"_s, u"--json"_s, u"--store"_s, store}).json();
}

} // namespace

class tst_together : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void serveSaysWhenItIsReadyAndEndsWhenAsked()
    {
        QTemporaryDir store;
        Companion serve({u"serve"_s, u"--store"_s, store.path()}, {});
        QTRY_VERIFY_WITH_TIMEOUT(
            serve.process().canReadLine() || serve.process().state() == QProcess::NotRunning, 30'000);
        const QJsonObject ready = QJsonDocument::fromJson(serve.process().readLine()).object();
        QVERIFY(ready.contains("listening"_L1));
        QCOMPARE(ready["store"_L1].toString(), store.path());
        QTRY_VERIFY_WITH_TIMEOUT(!status(store.path())["keeper"_L1].toString().isEmpty(), 30'000);
        serve.process().terminate();
        QVERIFY(serve.process().waitForFinished(10'000));
        QCOMPARE(serve.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(serve.process().exitCode(), 0);
    }

    void serveUntilIdleEndsByItself()
    {
        QTemporaryDir store;
        QCOMPARE(run({u"agents"_s, u"rag"_s, u"--runs"_s, u"1"_s, u"--speed"_s, u"0"_s, u"--store"_s,
                      store.path()})
                     .exitCode,
                 0);
        QCOMPARE(run({u"serve"_s, u"--until-idle"_s, u"--store"_s, store.path()}).exitCode, 0);
        QCOMPARE(
            run({u"traces"_s, u"--json"_s, u"--store"_s, store.path()}).json()["traces"_L1].toArray().size(),
            1);
    }

    /// Two windows, a server and two agent processes; every span is stored once.
    void windowsServeAndAgentsShareAStore()
    {
        QTemporaryDir store;
        const QStringList offscreen{u"QT_QPA_PLATFORM=offscreen"_s,
                                    u"XDG_CONFIG_HOME="_s + store.path() + u"/config"_s};
        std::vector<std::unique_ptr<Companion>> companions;
        for (int i = 0; i < 2; ++i)
            companions.push_back(
                std::make_unique<Companion>(QStringList{u"--store"_s, store.path()}, offscreen));
        companions.push_back(
            std::make_unique<Companion>(QStringList{u"serve"_s, u"--store"_s, store.path()}, offscreen));
        const QStringList agents{u"agents"_s,  u"rag"_s, u"tools"_s,   u"--runs"_s, u"4"_s,
                                 u"--speed"_s, u"0"_s,   u"--store"_s, store.path()};
        Companion first(agents + QStringList{u"--seed"_s, u"1"_s}, {});
        Companion second(agents + QStringList{u"--seed"_s, u"2"_s}, {});
        QVERIFY(first.process().waitForFinished(60'000));
        QVERIFY(second.process().waitForFinished(60'000));

        const QJsonArray traces =
            run({u"traces"_s, u"--json"_s, u"--store"_s, store.path()}).json()["traces"_L1].toArray();
        QCOMPARE(traces.size(), 16);
        qint64 spans = 0;
        for (const QJsonValue& trace : traces) {
            const QJsonArray list =
                run({u"spans"_s, trace["traceId"_L1].toString(), u"--json"_s, u"--store"_s, store.path()})
                    .json()["spans"_L1]
                    .toArray();
            QSet<QString> ids;
            for (const QJsonValue& span : list) {
                ids.insert(span["spanId"_L1].toString());
                QCOMPARE(span["state"_L1].toString(), u"ended"_s);
            }
            QCOMPARE(ids.size(), list.size());
            spans += list.size();
        }
        const QJsonObject books = status(store.path());
        QCOMPARE(books["created"_L1].toInteger(), spans);
        QCOMPARE(books["stored"_L1].toInteger(), spans);
        QCOMPARE(books["dropped"_L1].toInteger(), 0);
        for (const auto& companion : companions)
            QVERIFY(!companion->process().waitForFinished(0) &&
                    companion->process().state() == QProcess::Running);
    }
};

QTEST_GUILESS_MAIN(tst_together)
#include "tst_together.moc"
