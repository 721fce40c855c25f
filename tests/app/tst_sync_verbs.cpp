// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass sync …` as a user types it, against a small HTTP server and a real Postgres of the test's own.
#include <QTest>

#include "postgres/private_postgres.h"
#include "sync_stage.h"
#include "sync_talk.h"

using namespace Qt::StringLiterals;
using namespace spanglass::test;
using Answer = BadServer::Answer;

namespace {

constexpr const char* canary = "CANARY-4711-secret";

} // namespace

class tst_sync_verbs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (QFile::exists(u"/usr/lib/postgresql/15/bin/initdb"_s))
            QVERIFY2(m_postgres.start(), m_postgres.problem());
    }

    void whatMakesNoSenseIsWrongUsage_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const QStringList& words, const char* says) {
            QTest::newRow(name) << words << QByteArray(says);
        };
        row("no such word", {u"dance"_s}, "there is no dance");
        row("no name", {u"add"_s, u"--kind"_s, u"otlp"_s}, "needs one NAME");
        row("a name with a blank", {u"add"_s, u"a b"_s, u"--preset"_s, u"jaeger"_s}, "letters, digits");
        row("no kind", {u"add"_s, u"x"_s, u"--url"_s, u"http://h"_s}, "--kind must be");
        row("no such kind", {u"add"_s, u"x"_s, u"--kind"_s, u"kafka"_s}, "--kind must be");
        row("no url", {u"add"_s, u"x"_s, u"--kind"_s, u"otlp"_s}, "--url is missing");
        row("another scheme", {u"add"_s, u"x"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, u"ftp://h"_s}, "http");
        row("no such preset", {u"add"_s, u"x"_s, u"--preset"_s, u"zipkin"_s}, "there are: collector");
        row("a header without a value", {u"add"_s, u"x"_s, u"--preset"_s, u"jaeger"_s, u"--header"_s, u"A"_s},
            "NAME=VALUE");
        row("no such encoding", {u"add"_s, u"x"_s, u"--preset"_s, u"jaeger"_s, u"--encoding"_s, u"xml"_s},
            "json or protobuf");
        row("Langfuse without a public key",
            {u"add"_s, u"x"_s, u"--kind"_s, u"langfuse"_s, u"--url"_s, u"http://h"_s}, "--public-key");
        row("two places for one secret",
            {u"add"_s, u"x"_s, u"--preset"_s, u"jaeger"_s, u"--secret-env"_s, u"A"_s, u"--secret-stdin"_s},
            "not both");
        row("a destination that is not there", {u"pause"_s, u"x"_s}, "there is no destination x");
    }
    void whatMakesNoSenseIsWrongUsage()
    {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, says);
        const Outcome outcome = SyncStage().sync(words);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains(says), outcome.err);
    }

    void aDestinationIsAddedTestedPausedResumedAndRemoved()
    {
        const SyncStage stage;
        BadServer server;
        QCOMPARE(stage
                     .sync({u"add"_s, u"there"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, url(server),
                            u"--header"_s, u"X-Team=blue"_s, u"--header-env"_s, u"Authorization=TEST_AUTH"_s})
                     .exitCode,
                 0);
        const QJsonObject listed =
            stage.sync({u"list"_s, u"--json"_s}).json()["destinations"_L1].toArray()[0].toObject();
        QCOMPARE(listed["name"_L1].toString(), u"there"_s);
        QCOMPARE(listed["kind"_L1].toString(), u"otlp"_s);
        QCOMPARE(listed["url"_L1].toString(), url(server));
        QCOMPARE(listed["headers"_L1].toArray(),
                 QJsonArray({u"X-Team=blue"_s, u"Authorization=$TEST_AUTH"_s}));
        const Outcome unset = stage.sync({u"test"_s, u"there"_s});
        QCOMPARE(unset.exitCode, 1);
        QVERIFY2(unset.err.contains("the variable TEST_AUTH"), unset.err);
        const Outcome tested = stage.sync({u"test"_s, u"there"_s, u"--json"_s},
                                          {u"TEST_AUTH=Bearer "_s + QLatin1String(canary)});
        QCOMPARE(tested.exitCode, 0);
        QVERIFY(tested.json()["ok"_L1].toBool());
        QVERIFY(server.requests()[0].hasHeader("X-Team: blue"));
        QVERIFY(server.requests()[0].hasHeader(std::string("authorization: bearer ") + canary));
        QCOMPARE(stage.sync({u"pause"_s, u"there"_s}).exitCode, 0);
        QCOMPARE(stage.status(u"there"_s)["state"_L1].toString(), u"paused"_s);
        QVERIFY(stage.status(u"there"_s)["paused"_L1].toBool());
        QCOMPARE(stage.sync({u"resume"_s, u"there"_s}).exitCode, 0);
        QVERIFY(!stage.status(u"there"_s)["paused"_L1].toBool());
        QCOMPARE(stage.sync({u"remove"_s, u"there"_s}).exitCode, 0);
        QVERIFY(stage.sync({u"list"_s, u"--json"_s}).json()["destinations"_L1].toArray().isEmpty());
    }

    void aWrongServerIsSaidByTest_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("a wrong key") << 401 << QByteArray("the key is wrong: set the secret again");
        QTest::newRow("a wrong address") << 404 << QByteArray("mend the URL");
        QTest::newRow("down") << 503 << QByteArray("HTTP 503");
    }
    void aWrongServerIsSaidByTest()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, says);
        const SyncStage stage;
        BadServer server;
        server.answer = [&](const BadServer::Request&) { return Answer{status}; };
        stage.sync({u"add"_s, u"there"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, url(server)});
        const Outcome outcome = stage.sync({u"test"_s, u"there"_s});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains(says), outcome.err);
    }

    void onceDeliversEverythingThatWaits()
    {
        const SyncStage stage;
        BadServer server;
        const int spans = stage.recordSpans();
        stage.sync({u"add"_s, u"there"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, url(server)});
        QCOMPARE(stage.status(u"there"_s)["pending"_L1].toInt(), spans);
        QCOMPARE(stage.sync({u"run"_s, u"--once"_s}).exitCode, 0);
        QCOMPARE(int(server.kept().size()), spans);
        const QJsonObject status = stage.status(u"there"_s);
        QCOMPARE(status["delivered"_L1].toInt(), spans);
        QCOMPARE(status["pending"_L1].toInt(), 0);
        QCOMPARE(stage.sync({u"run"_s, u"--once"_s}).exitCode, 0);
        QCOMPARE(int(server.kept().begin()->second), 1);
        QCOMPARE(stage.sync({u"resend"_s, u"there"_s}).exitCode, 0);
        QCOMPARE(stage.sync({u"run"_s, u"--once"_s}).exitCode, 0);
        QCOMPARE(int(server.kept().begin()->second), 2);
    }

    void statusHasEveryFieldAndWhatWaitsSaysWhy()
    {
        const SyncStage stage;
        BadServer server;
        server.answer = [](const BadServer::Request&) { return Answer{401, "no"}; };
        const int spans = stage.recordSpans();
        stage.sync({u"add"_s, u"there"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, url(server)});
        const Outcome once = stage.sync({u"run"_s, u"--once"_s});
        QCOMPARE(once.exitCode, 1);
        QVERIFY2(once.err.contains("there: ") && once.err.contains("the key is wrong"), once.err);
        const QJsonObject status = stage.status(u"there"_s);
        for (const char* key :
             {"name", "kind", "state", "breaker", "pending", "sending", "delivered", "quarantined",
              "uncertain", "paused", "ratePerSecond", "lastSuccess", "lastError", "nextTry"})
            QVERIFY2(status.contains(QLatin1String(key)), key);
        QCOMPARE(status["state"_L1].toString(), u"paused"_s);
        QCOMPARE(status["pending"_L1].toInt(), spans);
        QVERIFY(status["lastSuccess"_L1].isNull());
        QVERIFY(status["lastError"_L1].toString().contains(u"401"_s));
        // Mended by adding it again: it goes on by itself.
        server.answer = [](const BadServer::Request&) { return Answer{}; };
        QCOMPARE(stage
                     .sync({u"add"_s, u"there"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, url(server),
                            u"--secret-env"_s, u"TEST_SECRET"_s})
                     .exitCode,
                 0);
        QCOMPARE(stage.sync({u"run"_s, u"--once"_s}, {u"TEST_SECRET=x1234"_s}).exitCode, 0);
        QCOMPARE(int(server.kept().size()), spans);
        QVERIFY(!stage.status(u"there"_s)["lastSuccess"_L1].isNull());
    }

    void refusedSpansAreListedWithTheReasonAndTriedAgain()
    {
        const SyncStage stage;
        BadServer server;
        std::string poison;
        server.answer = [&](const BadServer::Request& request) {
            if (poison.empty())
                poison = request.spanIds.front();
            const bool has = std::ranges::find(request.spanIds, poison) != request.spanIds.end();
            return has ? Answer{400, "that one is bad"} : Answer{};
        };
        const int spans = stage.recordSpans();
        stage.sync({u"add"_s, u"there"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, url(server)});
        QCOMPARE(stage.sync({u"run"_s, u"--once"_s}).exitCode, 0);
        const QJsonArray quarantine = stage.status(u"there"_s)["quarantine"_L1].toArray();
        QCOMPARE(quarantine.size(), 1);
        QCOMPARE(quarantine[0]["spanId"_L1].toString().toStdString(), poison);
        QVERIFY(quarantine[0]["reason"_L1].toString().contains(u"that one is bad"_s));
        server.answer = [](const BadServer::Request&) { return Answer{}; };
        QCOMPARE(stage.sync({u"retry"_s, u"there"_s}).exitCode, 0);
        QCOMPARE(stage.sync({u"run"_s, u"--once"_s}).exitCode, 0);
        QCOMPARE(stage.status(u"there"_s)["quarantined"_L1].toInt(-1), 0);
        QCOMPARE(int(server.kept().size()), spans);
    }

    void thePreviewIsWhatLeavesWithWhatIsKeptBack()
    {
        const SyncStage stage;
        BadServer server;
        stage.recordSpans();
        stage.sync({u"add"_s, u"there"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, url(server), u"--remove-key"_s,
                    u"gen_ai.request.*"_s, u"--cap"_s, u"40"_s});
        const QJsonObject preview = stage.sync({u"preview"_s, u"there"_s}).json();
        QVERIFY(server.requests().empty());
        QVERIFY(preview["waiting"_L1].toBool());
        QCOMPARE(stage.sync({u"run"_s, u"--once"_s}).exitCode, 0);
        const QJsonObject sent = bodyOf(server.requests()[0]);
        QCOMPARE(preview["body"_L1].toObject(), sent);
        QCOMPARE(preview["bytes"_L1].toInt(), int(server.requests()[0].body.size()));
        QVERIFY(valuesOf(sent, u"gen_ai.request.model"_s).isEmpty());
        QVERIFY(server.requests()[0].body.find("[cut by spanglass: ") != std::string::npos);
        // Nothing waits any more: the first of the store stand as an example.
        const QJsonObject after = stage.sync({u"preview"_s, u"there"_s}).json();
        QVERIFY(!after["waiting"_L1].toBool());
    }

    void aQueueStaysBoundToItsDestination()
    {
        const SyncStage stage;
        BadServer first, second;
        const int spans = stage.recordSpans();
        const auto add = [&](const QString& to, const QString& key, const QStringList& more = {}) {
            return stage.sync(QStringList{u"add"_s, u"lf"_s, u"--kind"_s, u"langfuse"_s, u"--url"_s, to,
                                          u"--public-key"_s, key} +
                              more);
        };
        QCOMPARE(add(url(first), u"pk-1"_s).exitCode, 0);
        const Outcome moved = add(url(second), u"pk-1"_s);
        QCOMPARE(moved.exitCode, 1);
        QVERIFY2(moved.err.contains("spans wait for " + url(first).toUtf8()) && moved.err.contains("--move"),
                 moved.err);
        const Outcome otherKey = add(url(first), u"pk-2"_s);
        QCOMPARE(otherKey.exitCode, 1);
        QVERIFY2(otherKey.err.contains("pk-1") && otherKey.err.contains("--move"), otherKey.err);
        QCOMPARE(
            stage.sync({u"list"_s, u"--json"_s}).json()["destinations"_L1].toArray()[0]["url"_L1].toString(),
            url(first));
        QCOMPARE(add(url(second), u"pk-1"_s, {u"--move"_s}).exitCode, 0);
        QCOMPARE(stage.sync({u"run"_s, u"--once"_s}).exitCode, 0);
        QVERIFY(first.requests().empty());
        QCOMPARE(int(second.kept().size()), spans);
        QCOMPARE(add(url(first), u"pk-2"_s).exitCode, 0); // nothing waits: nothing to ask
        QVERIFY2(stage.sync({u"add"_s, u"lf"_s, u"--preset"_s, u"jaeger"_s}).err.contains("kind langfuse"),
                 "another kind under the same name");
    }

    void everyPresetGoesItsBackendsWay_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QString>("header");
        const QString json = u"application/json"_s, protobuf = u"application/x-protobuf"_s;
        QTest::newRow("collector") << u"/v1/traces"_s << json << QStringList() << QString();
        QTest::newRow("jaeger") << u"/v1/traces"_s << json << QStringList() << QString();
        QTest::newRow("tempo") << u"/v1/traces"_s << json
                               << QStringList{u"--header"_s, u"X-Scope-OrgID=team"_s}
                               << u"x-scope-orgid: team"_s;
        QTest::newRow("phoenix") << u"/v1/traces"_s << protobuf << QStringList() << QString();
        QTest::newRow("opik") << u"/api/v1/private/otel/v1/traces"_s << json
                              << QStringList{u"--header"_s, u"projectName=demo"_s} << u"projectname: demo"_s;
        QTest::newRow("mlflow") << u"/v1/traces"_s << protobuf
                                << QStringList{u"--header"_s, u"x-mlflow-experiment-id=3"_s}
                                << u"x-mlflow-experiment-id: 3"_s;
    }
    void everyPresetGoesItsBackendsWay()
    {
        QFETCH(QString, path);
        QFETCH(QString, type);
        QFETCH(QStringList, more);
        QFETCH(QString, header);
        const SyncStage stage;
        BadServer server;
        server.answer = [&](const BadServer::Request&) {
            return type.endsWith(u"json"_s) ? Answer{}
                                            : Answer{200, "", {"Content-Type: application/x-protobuf"}};
        };
        stage.recordSpans();
        const QString preset = QString::fromUtf8(QTest::currentDataTag());
        const Outcome added = stage.sync(
            QStringList{u"add"_s, u"there"_s, u"--preset"_s, preset, u"--url"_s, url(server)} + more);
        QCOMPARE(added.exitCode, 0);
        QVERIFY2(added.err.isEmpty(), added.err); // nothing it wants is missing
        QCOMPARE(stage.sync({u"run"_s, u"--once"_s}).exitCode, 0);
        const BadServer::Request request = server.requests()[0];
        QCOMPARE(QString::fromStdString(request.path), path);
        QVERIFY(request.hasHeader("content-type: " + type.toStdString()));
        QVERIFY(request.hasHeader("content-encoding: gzip"));
        QVERIFY(header.isEmpty() || request.hasHeader(header.toStdString()));
    }

    void whatAPresetWantsIsSaidWhenItIsMissing()
    {
        const SyncStage stage;
        QVERIFY(stage.sync({u"add"_s, u"m"_s, u"--preset"_s, u"mlflow"_s})
                    .err.contains("x-mlflow-experiment-id"));
        QVERIFY(stage.sync({u"add"_s, u"o"_s, u"--preset"_s, u"opik"_s}).err.contains("projectName"));
    }

    void postgresIsAddedTestedDeliveredToAndPreviewed()
    {
        if (!m_postgres.isRunning())
            QSKIP("PostgreSQL is not installed");
        QVERIFY(m_postgres.sql(u"DROP SCHEMA IF EXISTS spanglass CASCADE"_s));
        const SyncStage stage;
        const int spans = stage.recordSpans();
        QCOMPARE(stage
                     .sync({u"add"_s, u"team"_s, u"--kind"_s, u"postgres"_s, u"--url"_s,
                            QString::fromStdString(m_postgres.conninfo())})
                     .exitCode,
                 0);
        const Outcome tested = stage.sync({u"test"_s, u"team"_s});
        QCOMPARE(tested.exitCode, 0);
        QVERIFY2(tested.out.contains("spanglass on ") && tested.out.contains("schema "), tested.out);
        const QJsonObject preview = stage.sync({u"preview"_s, u"team"_s}).json();
        QCOMPARE(preview["body"_L1]["spans"_L1].toArray().size(), spans);
        QCOMPARE(preview["body"_L1]["traces"_L1].toArray().size(), 1);
        QCOMPARE(stage.sync({u"run"_s, u"--once"_s}).exitCode, 0);
        // What the preview showed of a span is what its row says.
        for (const QJsonValue span : preview["body"_L1]["spans"_L1].toArray()) {
            const QString id = span["span_id"_L1].toString();
            QString name = span["name"_L1].toString(),
                    attributes = QString::fromUtf8(
                        QJsonDocument(span["attributes"_L1].toArray()).toJson(QJsonDocument::Compact));
            if (span["attributes"_L1].isObject())
                attributes = QString::fromUtf8(
                    QJsonDocument(span["attributes"_L1].toObject()).toJson(QJsonDocument::Compact));
            QVERIFY2(
                m_postgres.sql(u"DO $test$ BEGIN ASSERT (SELECT count(*) FROM spanglass.spans WHERE"
                               " span_id = '%1' AND name = $n$%2$n$ AND attributes = $a$%3$a$::jsonb) = 1;"
                               " END $test$"_s.arg(id, name, attributes)),
                m_postgres.problem());
        }
        QVERIFY2(
            m_postgres.sql(u"DO $$ BEGIN ASSERT (SELECT count(*) FROM spanglass.pipeline_spans) = %1 AND"
                           " (SELECT span_count FROM spanglass.pipeline_traces) = %1; END $$"_s.arg(spans)),
            m_postgres.problem());
    }

    void conventionsOfLibpqHold_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QStringList>("variables");
        QTest::newRow("a URI") << u"postgresql://spanglass@/spanglass?host=%1"_s << QStringList();
        QTest::newRow("PG* variables")
            << u"dbname=spanglass"_s << QStringList{u"PGHOST=%1"_s, u"PGUSER=spanglass"_s};
        QTest::newRow("a service file") << u"service=team"_s << QStringList{u"PGSERVICEFILE=%2"_s};
    }
    void conventionsOfLibpqHold()
    {
        if (!m_postgres.isRunning())
            QSKIP("PostgreSQL is not installed");
        QFETCH(QString, url);
        QFETCH(QStringList, variables);
        const SyncStage stage;
        const QString service = stage.home() + u"/services"_s;
        QFile file(service);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[team]\nhost=" + m_postgres.directory().toUtf8() +
                   "\nuser=spanglass\ndbname=spanglass\n");
        file.close();
        for (QString& variable : variables)
            variable = variable.replace(u"%1"_s, m_postgres.directory()).replace(u"%2"_s, service);
        QCOMPARE(stage
                     .sync({u"add"_s, u"team"_s, u"--kind"_s, u"postgres"_s, u"--url"_s,
                            url.replace(u"%1"_s, m_postgres.directory())})
                     .exitCode,
                 0);
        const Outcome tested = stage.sync({u"test"_s, u"team"_s}, variables);
        QVERIFY2(tested.exitCode == 0, tested.err);
    }

    void doctorSaysOfEachDestinationWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("destination");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("advice");
        const QStringList otlp{u"--kind"_s, u"otlp"_s, u"--url"_s, u"%1"_s};
        QTest::newRow("it is there") << otlp << 200 << u"ok"_s << QString() << QString();
        QTest::newRow("its key is wrong") << otlp << 401 << u"error"_s << u"401"_s << u"mend it with"_s;
        QTest::newRow("its secret is not set")
            << otlp + QStringList{u"--secret-env"_s, u"TEST_NOT_SET"_s} << 200 << u"warning"_s
            << u"TEST_NOT_SET"_s << u"set it where delivery runs"_s;
        QTest::newRow("nobody listens")
            << QStringList{u"--kind"_s, u"otlp"_s, u"--url"_s, u"http://127.0.0.1:1"_s} << 200 << u"warning"_s
            << u"refused"_s << u"start the server"_s;
        QTest::newRow("no such database")
            << QStringList{u"--kind"_s, u"postgres"_s, u"--url"_s, u"host=/nowhere dbname=x"_s} << 200
            << u"warning"_s << u"/nowhere"_s << u"start the server"_s;
    }
    void doctorSaysOfEachDestinationWhatIsWrong()
    {
        QFETCH(QStringList, destination);
        QFETCH(int, status);
        QFETCH(QString, found);
        QFETCH(QString, advice);
        const SyncStage stage;
        BadServer server;
        server.answer = [status](const BadServer::Request&) { return Answer{status}; };
        destination.replaceInStrings(u"%1"_s, url(server));
        QCOMPARE(stage.sync(QStringList{u"add"_s, u"there"_s} + destination).exitCode, 0);
        QJsonObject check;
        for (const QJsonValue one : stage.verb({u"doctor"_s, u"--json"_s}).json()["checks"_L1].toArray()) {
            if (one["name"_L1].toString().contains(u"there"_s))
                check = one.toObject();
        }
        QTEST(check["verdict"_L1].toString(), "verdict");
        QVERIFY2(check["found"_L1].toString().contains(found, Qt::CaseInsensitive),
                 qPrintable(check["found"_L1].toString()));
        QVERIFY2(check["advice"_L1].toString().contains(advice), qPrintable(check["advice"_L1].toString()));
    }

    void importTakesAllOfAFileOrNothing()
    {
        const SyncStage stage;
        const QString file = stage.home() + u"/trace.json"_s;
        const auto write = [&](const QByteArray& bytes) {
            QFile out(file);
            return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
        };
        const QByteArray spans =
            R"({"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"5b8efff798038103d269b633813fc60c",)"
            R"("spanId":"eee19b7ec3c1b174","name":"a","startTimeUnixNano":"1","endTimeUnixNano":"2"},)"
            R"({"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b175","name":"b",)"
            R"("startTimeUnixNano":"1","endTimeUnixNano":"2"}]}]}]})";
        QVERIFY(write(spans));
        const QJsonObject first =
            stage.verb({u"import"_s, file, u"--json"_s}).json()["files"_L1].toArray()[0].toObject();
        QCOMPARE(first["spans"_L1].toInt(), 2);
        QCOMPARE(first["traces"_L1].toInt(), 1);
        QCOMPARE(stage.storedSpans(), 2);
        const QJsonObject again =
            stage.verb({u"import"_s, file, u"--json"_s}).json()["files"_L1].toArray()[0].toObject();
        QCOMPARE(again["duplicates"_L1].toInt(), 2);
        QCOMPARE(stage.storedSpans(), 2);
        QVERIFY(write("this is no trace"));
        const Outcome broken = stage.verb({u"import"_s, file});
        QCOMPARE(broken.exitCode, 1);
        QVERIFY2(broken.err.contains(file.toUtf8()), broken.err);
        QCOMPARE(stage.storedSpans(), 2);
        const Outcome missing = stage.verb({u"import"_s, stage.home() + u"/none.json"_s});
        QCOMPARE(missing.exitCode, 1);
        QVERIFY2(missing.err.contains("none.json"), missing.err);
        QCOMPARE(stage.verb({u"import"_s}).exitCode, 2);
    }

private:
    PrivatePostgres m_postgres;
};

QTEST_GUILESS_MAIN(tst_sync_verbs)
#include "tst_sync_verbs.moc"
