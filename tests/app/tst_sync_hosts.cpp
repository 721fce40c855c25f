// SPDX-License-Identifier: GPL-3.0-or-later
// Who delivers: `serve --sync`, `sync run`, and the process that an agent starts beside itself.
#include <QTest>
#include <algorithm>
#include <memory>

#include "sync/bad_server.h"
#include "sync_stage.h"

using namespace Qt::StringLiterals;
using namespace spanglass::test;
using Answer = BadServer::Answer;

namespace {

QString url(const BadServer& server)
{
    return QString::fromStdString(server.url());
}

/// A port nobody listens on now.
QString freeAddress()
{
    return QString::fromStdString(BadServer().url()).mid(7);
}

/// A program that runs until the test is done with it.
class Companion
{
public:
    Companion(const SyncStage& stage, const QStringList& words, const QStringList& more = {})
    {
        setUp(m_process, stage.environment(more));
        m_process.start(program(), words);
        m_process.waitForStarted();
    }
    ~Companion()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    [[nodiscard]] QProcess& process() { return m_process; }
    /// The line that says it is ready.
    QJsonObject ready()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(30'000)) {
        }
        return QJsonDocument::fromJson(m_process.readLine()).object();
    }
    /// SIGTERM; whether it ended well.
    bool end()
    {
        m_process.terminate();
        return m_process.waitForFinished(20'000) && m_process.exitStatus() == QProcess::NormalExit &&
               m_process.exitCode() == 0;
    }

private:
    QProcess m_process;
};

/// Processes whose words contain all of `words`.
QList<QByteArray> processesWith(const QList<QByteArray>& words)
{
    QList<QByteArray> found;
    for (const QString& process : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs)) {
        QFile line(u"/proc/%1/cmdline"_s.arg(process));
        if (!line.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = line.readAll();
        if (std::ranges::all_of(words, [&](const QByteArray& word) { return text.contains(word); }))
            found << text;
    }
    return found;
}

} // namespace

class tst_sync_hosts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void serveDeliversBesideGathering()
    {
        const SyncStage stage;
        BadServer server;
        stage.sync({u"add"_s, u"there"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, url(server)});
        Companion serve(stage, {u"serve"_s, u"--sync"_s, u"--listen"_s, u"127.0.0.1:0"_s},
                        {u"OTEL_BSP_SCHEDULE_DELAY=50"_s});
        QVERIFY(serve.ready().contains("listening"_L1));
        const int first = stage.recordSpans(1);
        QTRY_COMPARE_WITH_TIMEOUT(int(server.kept().size()), first, 30'000);
        const int both = stage.recordSpans(2);
        QVERIFY(both > first);
        QTRY_COMPARE_WITH_TIMEOUT(int(server.kept().size()), both, 30'000);
        const QString courier = u"pid %1"_s.arg(serve.process().processId());
        QTRY_COMPARE_WITH_TIMEOUT(stage.status(u"there"_s)["courier"_L1].toString(), courier, 10'000);
        QVERIFY(serve.end());
        QVERIFY(stage.status(u"there"_s)["courier"_L1].isNull());
    }

    /// Without the flush the few spans would wait a minute for company.
    void whatWaitsLeavesWhenItEnds()
    {
        const SyncStage stage;
        BadServer server;
        stage.sync({u"add"_s, u"there"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, url(server)});
        for (const QStringList& words :
             {QStringList{u"serve"_s, u"--sync"_s, u"--listen"_s, u"127.0.0.1:0"_s},
              QStringList{u"sync"_s, u"run"_s}}) {
            Companion host(stage, words,
                           {u"OTEL_BSP_SCHEDULE_DELAY=60000"_s, u"OTEL_BSP_MAX_EXPORT_BATCH_SIZE=10000"_s});
            const int before = int(server.kept().size());
            const int spans = stage.recordSpans(before + 1);
            // Gathered: the store has them before the host is asked to end.
            QTRY_COMPARE_WITH_TIMEOUT(stage.status(u"there"_s)["pending"_L1].toInt(), spans - before, 30'000);
            QTRY_VERIFY_WITH_TIMEOUT(!stage.status(u"there"_s)["courier"_L1].isNull(), 30'000);
            QCOMPARE(int(server.kept().size()), before);
            QVERIFY(host.end());
            QCOMPARE(int(server.kept().size()), spans);
        }
    }

    void aServerThatHangsDoesNotKeepItFromEnding()
    {
        const SyncStage stage;
        BadServer server;
        server.answer = [](const BadServer::Request&) {
            return Answer{200, "{}", {}, BadServer::Manner::hang};
        };
        stage.recordSpans();
        stage.sync({u"add"_s, u"there"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, url(server)});
        Companion run(stage, {u"sync"_s, u"run"_s}, {u"OTEL_BSP_SCHEDULE_DELAY=0"_s});
        QTRY_VERIFY_WITH_TIMEOUT(!server.requests().empty(), 30'000);
        QVERIFY(run.end());
        QVERIFY(stage.status(u"there"_s)["pending"_L1].toInt() > 0); // kept
    }

    void untilIdleEndsWhenEverythingIsDelivered()
    {
        const SyncStage stage;
        BadServer server;
        stage.sync({u"add"_s, u"there"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, url(server)});
        (void)stage.verb({u"agents"_s, u"rag"_s, u"--runs"_s, u"2"_s, u"--speed"_s, u"0"_s});
        // Only serve gathers here: nothing read the store before.
        QCOMPARE(stage.verb({u"serve"_s, u"--sync"_s, u"--until-idle"_s, u"--listen"_s, u"127.0.0.1:0"_s})
                     .exitCode,
                 0);
        QVERIFY(!server.kept().empty());
        QCOMPARE(int(server.kept().size()), stage.storedSpans());
        QCOMPARE(stage.status(u"there"_s)["pending"_L1].toInt(-1), 0);
    }

    /// A destination that is paused or down for long does not keep it running; one between two tries does.
    void untilIdleWaitsForARetryButNotForAnOutage()
    {
        const SyncStage stage;
        BadServer shaky, closed;
        int requests = 0;
        shaky.answer = [&](const BadServer::Request&) { return ++requests < 4 ? Answer{503} : Answer{}; };
        closed.answer = [](const BadServer::Request&) { return Answer{401}; };
        const int spans = stage.recordSpans();
        stage.sync({u"add"_s, u"shaky"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, url(shaky)});
        stage.sync({u"add"_s, u"closed"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, url(closed)});
        stage.sync({u"add"_s, u"down"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, u"http://127.0.0.1:1"_s});
        QCOMPARE(stage
                     .verb({u"serve"_s, u"--sync"_s, u"--until-idle"_s, u"--listen"_s, u"127.0.0.1:0"_s},
                           {u"SPANGLASS_RETRIES=0"_s, u"SPANGLASS_BREAKER_FAILURES=4"_s})
                     .exitCode,
                 0);
        QCOMPARE(int(shaky.kept().size()), spans);
        QCOMPARE(stage.status(u"closed"_s)["state"_L1].toString(), u"paused"_s);
        QCOMPARE(stage.status(u"down"_s)["pending"_L1].toInt(), spans);
        QCOMPARE(stage.status(u"down"_s)["state"_L1].toString(), u"stopped"_s);
    }

    void theEnvironmentNamesDestinationsWithoutItsSecrets()
    {
        const SyncStage stage;
        BadServer langfuse, otlp;
        const int spans = stage.recordSpans();
        const Outcome served = stage.verb(
            {u"serve"_s, u"--sync"_s, u"--until-idle"_s, u"--listen"_s, u"127.0.0.1:0"_s},
            {u"TRACING_MODE=local, langfuse,otlp"_s, u"LANGFUSE_PUBLIC_KEY=pk-7"_s,
             u"LANGFUSE_SECRET_KEY=sk-CANARY-env"_s, u"LANGFUSE_HOST="_s + url(langfuse),
             u"OTEL_EXPORTER_OTLP_ENDPOINT="_s + url(otlp), u"OTEL_EXPORTER_OTLP_PROTOCOL=http/json"_s,
             u"OTEL_EXPORTER_OTLP_HEADERS=x-tenant=blue,authorization=Bearer%20CANARY-head"_s});
        QVERIFY2(served.exitCode == 0, served.err);
        QCOMPARE(int(langfuse.kept().size()), spans);
        QCOMPARE(langfuse.requests()[0].path, std::string("/api/public/otel/v1/traces"));
        QCOMPARE(int(otlp.kept().size()), spans);
        QVERIFY(otlp.requests()[0].hasHeader("x-tenant: blue"));
        QVERIFY(otlp.requests()[0].hasHeader("authorization: bearer canary-head"));
        const Outcome listed = stage.sync({u"list"_s, u"--json"_s});
        QCOMPARE(listed.json()["destinations"_L1].toArray().size(), 2);
        QVERIFY2(listed.out.contains("environment:LANGFUSE_SECRET_KEY") && !listed.out.contains("CANARY"),
                 listed.out);
    }

    void withoutTracingModeTheEnvironmentNamesNone()
    {
        const SyncStage stage;
        BadServer server;
        stage.recordSpans();
        QCOMPARE(stage
                     .verb({u"serve"_s, u"--sync"_s, u"--until-idle"_s, u"--listen"_s, u"127.0.0.1:0"_s},
                           {u"OTEL_EXPORTER_OTLP_ENDPOINT="_s + url(server), u"LANGFUSE_PUBLIC_KEY=pk"_s,
                            u"LANGFUSE_SECRET_KEY=sk"_s, u"LANGFUSE_HOST="_s + url(server)})
                     .exitCode,
                 0);
        QVERIFY(server.requests().empty());
        QVERIFY(stage.sync({u"list"_s, u"--json"_s}).json()["destinations"_L1].toArray().isEmpty());
    }

    void theStoresOwnReceiverIsNoDestination()
    {
        const SyncStage stage;
        const QString address = freeAddress();
        Companion serve(stage, {u"serve"_s, u"--sync"_s, u"--listen"_s, address});
        QCOMPARE(serve.ready()["listening"_L1].toString(), address);
        for (const QString& host : {u"127.0.0.1"_s, u"localhost"_s}) {
            const Outcome added = stage.sync({u"add"_s, u"self"_s, u"--kind"_s, u"otlp"_s, u"--url"_s,
                                              u"http://"_s + host + address.mid(address.indexOf(u':'))});
            QCOMPARE(added.exitCode, 1);
            QVERIFY2(added.err.contains("own receiver"), added.err);
        }
        QVERIFY(stage.sync({u"list"_s, u"--json"_s}).json()["destinations"_L1].toArray().isEmpty());
    }

    /// Added while nobody listened there: the spans would come back in, again and again.
    void aReceiverThatComesLaterIsNotDeliveredToEither()
    {
        const SyncStage stage;
        const QString address = freeAddress();
        QCOMPARE(stage.sync({u"add"_s, u"self"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, u"http://"_s + address})
                     .exitCode,
                 0);
        const int spans = stage.recordSpans();
        Companion serve(stage, {u"serve"_s, u"--sync"_s, u"--listen"_s, address},
                        {u"OTEL_BSP_SCHEDULE_DELAY=0"_s});
        QCOMPARE(serve.ready()["listening"_L1].toString(), address);
        QTRY_VERIFY_WITH_TIMEOUT(
            stage.status(u"self"_s)["lastError"_L1].toString().contains(u"own receiver"_s), 30'000);
        QCOMPARE(stage.status(u"self"_s)["delivered"_L1].toInt(-1), 0);
        QCOMPARE(stage.status(u"self"_s)["pending"_L1].toInt(), spans);
        QVERIFY(serve.end());
    }

    void theUsualPortIsLeftToADestinationThatIsMeantThere()
    {
        const SyncStage stage;
        stage.sync({u"add"_s, u"collector"_s, u"--preset"_s, u"collector"_s});
        Companion serve(stage, {u"serve"_s, u"--sync"_s});
        QVERIFY(serve.ready()["listening"_L1].isNull());
        QVERIFY(serve.end());
        QVERIFY(serve.process().readAllStandardError().contains("port 4318 is a destination's"));
    }

    void twoHostsDeliverEachSpanOnce()
    {
        const SyncStage stage;
        BadServer server;
        stage.sync({u"add"_s, u"there"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, url(server)});
        const QStringList quick{u"OTEL_BSP_SCHEDULE_DELAY=10"_s};
        Companion serve(stage, {u"serve"_s, u"--sync"_s, u"--listen"_s, u"127.0.0.1:0"_s}, quick);
        Companion other(stage, {u"sync"_s, u"run"_s}, quick);
        QVERIFY(serve.ready().contains("store"_L1));
        int spans = 0;
        for (int run = 1; run <= 3; ++run)
            spans = stage.recordSpans(run);
        QTRY_COMPARE_WITH_TIMEOUT(int(server.kept().size()), spans, 30'000);
        // A killed host's lock is free at once, and the other goes on.
        const bool serveDelivers =
            stage.status(u"there"_s)["courier"_L1].toString() == u"pid %1"_s.arg(serve.process().processId());
        (serveDelivers ? serve : other).process().kill();
        spans = stage.recordSpans(4);
        QTRY_COMPARE_WITH_TIMEOUT(int(server.kept().size()), spans, 60'000);
        const auto kept = server.kept();
        QVERIFY(std::ranges::all_of(kept, [](const auto& span) { return span.second == 1; }));
    }

    /// Every process says what the courier of another does: its state, its breaker, its next try; and what a
    /// killed one left behind is not believed.
    void anyProcessShowsHowDeliveryFares()
    {
        const SyncStage stage;
        BadServer server;
        std::atomic<bool> down = true;
        server.answer = [&](const BadServer::Request&) { return down ? Answer{503} : Answer{}; };
        const int spans = stage.recordSpans();
        stage.sync({u"add"_s, u"there"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, url(server)});
        QCOMPARE(stage.status(u"there"_s)["state"_L1].toString(), u"stopped"_s); // nobody delivers yet
        auto run = std::make_unique<Companion>(stage, QStringList{u"sync"_s, u"run"_s},
                                               QStringList{u"SPANGLASS_RETRIES=0"_s,
                                                           u"SPANGLASS_BREAKER_FAILURES=2"_s,
                                                           u"OTEL_BSP_SCHEDULE_DELAY=0"_s});
        QTRY_COMPARE_WITH_TIMEOUT(stage.status(u"there"_s)["state"_L1].toString(), u"failing"_s, 30'000);
        QJsonObject status = stage.status(u"there"_s);
        QCOMPARE(status["breaker"_L1].toString(), u"open"_s);
        QVERIFY(status["nextTry"_L1].toString().toLongLong() >
                status["lastErrorAt"_L1].toString().toLongLong());
        QCOMPARE(status["lastError"_L1].toString(), u"HTTP 503"_s);
        run->process().kill();
        QVERIFY(run->process().waitForFinished());
        QTRY_COMPARE_WITH_TIMEOUT(stage.status(u"there"_s)["state"_L1].toString(), u"stopped"_s, 10'000);
        QVERIFY(stage.status(u"there"_s)["nextTry"_L1].isNull());
        down = false;
        run = std::make_unique<Companion>(stage, QStringList{u"sync"_s, u"run"_s},
                                          QStringList{u"OTEL_BSP_SCHEDULE_DELAY=0"_s});
        QTRY_COMPARE_WITH_TIMEOUT(stage.status(u"there"_s)["state"_L1].toString(), u"idle"_s, 30'000);
        status = stage.status(u"there"_s);
        QCOMPARE(status["delivered"_L1].toInt(), spans);
        QCOMPARE(status["breaker"_L1].toString(), u"closed"_s);
        QVERIFY(!status["lastSuccess"_L1].isNull());
    }

    /// A retry asked for in one process ends the wait of another's courier.
    void retryNowWakesTheCourierOfAnotherProcess()
    {
        const SyncStage stage;
        BadServer server;
        std::atomic<bool> down = true;
        server.answer = [&](const BadServer::Request&) { return down ? Answer{503} : Answer{}; };
        stage.recordSpans();
        stage.sync({u"add"_s, u"there"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, url(server)});
        Companion run(stage, {u"sync"_s, u"run"_s},
                      {u"SPANGLASS_RETRIES=0"_s, u"SPANGLASS_BREAKER_FAILURES=1"_s,
                       u"SPANGLASS_BREAKER_SECONDS=3600"_s, u"OTEL_BSP_SCHEDULE_DELAY=0"_s});
        QTRY_COMPARE_WITH_TIMEOUT(stage.status(u"there"_s)["breaker"_L1].toString(), u"open"_s, 30'000);
        down = false;
        QCOMPARE(stage.sync({u"retry"_s}).exitCode, 0);
        QTRY_COMPARE_WITH_TIMEOUT(stage.status(u"there"_s)["pending"_L1].toInt(-1), 0, 30'000);
    }

    void anAgentStartsTheCourierBesideItself_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("variables");
        QTest::newRow("by its environment")
            << QByteArray() << QByteArray()
            << QStringList{u"TRACING_MODE=langfuse"_s, u"LANGFUSE_PUBLIC_KEY=pk"_s,
                           u"LANGFUSE_SECRET_KEY=sk-CANARY-beside"_s, u"LANGFUSE_BASE_URL=%1"_s};
        QTest::newRow("by .env") << QByteArray(".env")
                                 << QByteArray("TRACING_MODE=langfuse\nLANGFUSE_PUBLIC_KEY=pk\n"
                                               "LANGFUSE_SECRET_KEY=\"sk-CANARY-beside\"\nLANGFUSE_HOST=%1\n")
                                 << QStringList();
        QTest::newRow("by spanglass.json")
            << QByteArray("spanglass.json")
            << QByteArray(R"({"mode":"langfuse","langfuse":{"publicKey":"pk","host":"%1",)"
                          R"("secretKey":"sk-CANARY-beside"}})")
            << QStringList();
    }
    void anAgentStartsTheCourierBesideItself()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, content);
        QFETCH(QStringList, variables);
        const SyncStage stage;
        BadServer server;
        // The courier is seen while it delivers: its words hold no secret.
        QList<QByteArray> seen;
        server.answer = [&](const BadServer::Request&) {
            if (seen.isEmpty())
                seen = processesWith({"serve", "--sync", "--until-idle", stage.store().toUtf8()});
            return Answer{};
        };
        if (!file.isEmpty()) {
            QFile out(stage.home() + u'/' + QString::fromUtf8(file));
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(QByteArray(content).replace("%1", url(server).toUtf8()));
        }
        for (QString& variable : variables)
            variable = variable.replace(u"%1"_s, url(server));
        variables << u"PATH="_s + QCoreApplication::applicationDirPath() + u":/usr/bin:/bin"_s;
        QProcess agent;
        setUp(agent, stage.environment(variables));
        agent.setWorkingDirectory(stage.home());
        agent.start(program(u"spanglass-agents"_s), {u"rag"_s, u"--runs"_s, u"1"_s, u"--speed"_s, u"0"_s});
        QVERIFY(agent.waitForFinished(60'000));
        QCOMPARE(agent.exitCode(), 0);
        // Nobody else gathers or delivers: whatever arrives came through the courier, and then it ends.
        QTRY_VERIFY_WITH_TIMEOUT(!server.kept().empty(), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(processesWith({"--until-idle", stage.store().toUtf8()}).isEmpty(), 60'000);
        QCOMPARE(int(server.kept().size()), stage.storedSpans());
        QVERIFY(server.requests()[0].hasHeader("authorization: basic " +
                                               QByteArray("pk:sk-CANARY-beside").toBase64().toStdString()));
        QCOMPARE(seen.size(), 1);
        QVERIFY2(!seen[0].contains("CANARY"), seen[0]);
    }

    void anAgentStartsNoneWhereSomebodyKeepsTheStore()
    {
        const SyncStage stage;
        BadServer server;
        Companion keeper(stage, {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s});
        QVERIFY(keeper.ready().contains("store"_L1));
        QTRY_VERIFY_WITH_TIMEOUT(
            !stage.verb({u"status"_s, u"--json"_s}).json()["keeper"_L1].toString().isEmpty(), 30'000);
        QProcess agent;
        setUp(agent,
              stage.environment({u"TRACING_MODE=otlp"_s, u"OTEL_EXPORTER_OTLP_ENDPOINT="_s + url(server),
                                 u"PATH="_s + QCoreApplication::applicationDirPath() + u":/usr/bin:/bin"_s}));
        agent.start(program(u"spanglass-agents"_s), {u"rag"_s, u"--runs"_s, u"1"_s, u"--speed"_s, u"0"_s});
        QVERIFY(agent.waitForFinished(60'000));
        QVERIFY(processesWith({"--until-idle", stage.store().toUtf8()}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_sync_hosts)
#include "tst_sync_hosts.moc"
