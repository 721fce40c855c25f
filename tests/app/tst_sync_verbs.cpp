// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass sync …` as a user types it, against a small HTTP server and a real Postgres of the test's own.
#include <QDirIterator>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTest>

#include "postgres/private_postgres.h"
#include "sync/bad_server.h"
#include "sync_stage.h"

using namespace Qt::StringLiterals;
using namespace spanglass::test;
using Answer = BadServer::Answer;

namespace {

constexpr const char* canary = "CANARY-4711-secret";

QString url(const BadServer& server)
{
    return QString::fromStdString(server.url());
}

QJsonObject bodyOf(const BadServer::Request& request)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object();
}

/// Every value of an attribute in an OTLP request.
QStringList valuesOf(const QJsonObject& body, const QString& key)
{
    QStringList values;
    for (const QJsonValue resource : body["resourceSpans"_L1].toArray()) {
        for (const QJsonValue scope : resource["scopeSpans"_L1].toArray()) {
            for (const QJsonValue span : scope["spans"_L1].toArray()) {
                for (const QJsonValue attribute : span["attributes"_L1].toArray()) {
                    if (attribute["key"_L1].toString() == key)
                        values << attribute["value"_L1]["stringValue"_L1].toString();
                }
            }
        }
    }
    return values;
}

/// Files below `directory` that hold `bytes`.
QStringList filesWith(const QString& directory, const QByteArray& bytes)
{
    QStringList found;
    for (QDirIterator files(directory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         files.hasNext();) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
            found << file.fileName();
    }
    return found;
}

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

    void aSecretInAUrlOrHeaderIsRefusedWithTheOptionToUse_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("option");
        QTest::newRow("user and password")
            << QStringList{u"--kind"_s, u"otlp"_s, u"--url"_s, u"https://u:p@example.org"_s}
            << u"--secret-env"_s;
        QTest::newRow("a key in the query")
            << QStringList{u"--kind"_s, u"otlp"_s, u"--url"_s, u"https://example.org/v1?api_key=abc"_s}
            << u"--header-env"_s;
        QTest::newRow("password= for libpq")
            << QStringList{u"--kind"_s, u"postgres"_s, u"--url"_s, u"host=db password=abc"_s}
            << u"--secret-env"_s;
        QTest::newRow("a Postgres URI with one")
            << QStringList{u"--kind"_s, u"postgres"_s, u"--url"_s, u"postgresql://u:abc@db/x"_s}
            << u"--secret-stdin"_s;
        QTest::newRow("an Authorization header")
            << QStringList{u"--preset"_s, u"phoenix"_s, u"--header"_s, u"Authorization=Bearer abc"_s}
            << u"--header-env"_s;
        QTest::newRow("an api-key header")
            << QStringList{u"--preset"_s, u"collector"_s, u"--header"_s, u"X-Api-Key=abc"_s}
            << u"--header-env"_s;
    }
    void aSecretInAUrlOrHeaderIsRefusedWithTheOptionToUse()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, option);
        const SyncStage stage;
        const Outcome outcome = stage.sync(QStringList{u"add"_s, u"there"_s} + words);
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains(option.toUtf8()), outcome.err);
        QVERIFY2(!outcome.err.contains("abc") && outcome.err.startsWith("spanglass: "), outcome.err);
        QVERIFY(stage.sync({u"list"_s, u"--json"_s}).json()["destinations"_L1].toArray().isEmpty());
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

    void whereThereIsNoKeychainTheSecretGoesToAFileOnlyTheUserReads()
    {
        const SyncStage stage;
        BadServer server;
        const Outcome added = stage.sync(
            {u"add"_s, u"there"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, url(server), u"--secret-stdin"_s}, {},
            QByteArray(canary) + "\n");
        QCOMPARE(added.exitCode, 0);
        QVERIFY2(added.err.contains("no keychain") && added.err.contains("mode 0600"), added.err);
        const QStringList files = filesWith(stage.home(), canary);
        QCOMPARE(files.size(), 1);
        QVERIFY(!files[0].startsWith(stage.store()));
        QCOMPARE(QFileInfo(files[0]).permissions() & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(QFileInfo(QFileInfo(files[0]).path()).permissions() &
                     (QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther),
                 QFile::Permissions());
        stage.recordSpans();
        QCOMPARE(stage.sync({u"run"_s, u"--once"_s}).exitCode, 0);
        QVERIFY(server.requests()[0].hasHeader(std::string("authorization: bearer ") + canary));
        // Others may read it now: it is no secret any more.
        QVERIFY(QFile::setPermissions(files[0], QFile::ReadOwner | QFile::ReadOther));
        const Outcome open = stage.sync({u"test"_s, u"there"_s});
        QCOMPARE(open.exitCode, 1);
        QVERIFY2(open.err.contains("others may read it"), open.err);
        QCOMPARE(stage.sync({u"remove"_s, u"there"_s}).exitCode, 0);
        QVERIFY(filesWith(stage.home(), canary).isEmpty());
    }

    void atATerminalTheFileIsAskedFor_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("kept");
        QTest::newRow("yes") << QByteArray("y") << true;
        QTest::newRow("no") << QByteArray("n") << false;
    }
    void atATerminalTheFileIsAskedFor()
    {
        if (QStandardPaths::findExecutable(u"script"_s).isEmpty())
            QSKIP("util-linux' script is not installed");
        QFETCH(QByteArray, answer);
        QFETCH(bool, kept);
        const SyncStage stage;
        QProcess terminal;
        setUp(terminal, stage.environment());
        terminal.setProcessChannelMode(QProcess::MergedChannels);
        terminal.start(
            u"script"_s,
            {u"-qec"_s, program() + u" sync add there --preset jaeger --secret-stdin"_s, u"/dev/null"_s});
        QByteArray shown;
        const auto waitFor = [&](const char* text) {
            while (!shown.contains(text) && terminal.waitForReadyRead(20'000))
                shown += terminal.readAll();
            return shown.contains(text);
        };
        QVERIFY2(waitFor("Secret: "), shown);
        terminal.write(QByteArray(canary) + "\n");
        QVERIFY2(waitFor("[y/N]"), shown);
        terminal.write(answer + "\n");
        QVERIFY(terminal.waitForFinished(20'000));
        shown += terminal.readAll();
        QVERIFY2(!shown.contains(canary), shown); // not echoed either
        QCOMPARE(filesWith(stage.home(), canary).size(), kept ? 1 : 0);
        QCOMPARE(terminal.exitCode(), kept ? 0 : 1);
        QVERIFY2(kept || shown.contains("--secret-env VAR"), shown);
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

    void contentThatMayNotLeaveDoesNot()
    {
        const SyncStage stage;
        BadServer open, closed;
        stage.recordSpans();
        stage.sync({u"add"_s, u"open"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, url(open)});
        stage.sync(
            {u"add"_s, u"closed"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, url(closed), u"--without-content"_s});
        QCOMPARE(stage.sync({u"run"_s, u"--once"_s}).exitCode, 0);
        QVERIFY(!valuesOf(bodyOf(open.requests()[0]), u"input.value"_s).isEmpty());
        QVERIFY(valuesOf(bodyOf(closed.requests()[0]), u"input.value"_s).isEmpty());
        for (const QString& text : valuesOf(bodyOf(open.requests()[0]), u"input.value"_s))
            QVERIFY(closed.requests()[0].body.find(text.left(200).toStdString()) == std::string::npos);
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

    /// Settings, logs, store, exports, the words of a running process, the doctor's report.
    void aCanarySecretIsFoundNowhere()
    {
        const SyncStage stage;
        BadServer server;
        server.answer = [](const BadServer::Request& request) {
            return request.path.find("health") != std::string::npos
                       ? Answer{200, R"({"status":"OK","version":"3"})"}
                       : Answer{400, "you said " + request.head};
        };
        stage.recordSpans();
        const QStringList secret{u"TEST_SECRET="_s + QLatin1String(canary)};
        QByteArray said;
        const auto note = [&](const Outcome& outcome) { said += outcome.out + outcome.err; };
        note(stage.sync({u"add"_s, u"lf"_s, u"--kind"_s, u"langfuse"_s, u"--url"_s, url(server),
                         u"--public-key"_s, u"pk-1"_s, u"--secret-env"_s, u"TEST_SECRET"_s},
                        secret));
        note(stage.sync({u"add"_s, u"otlp"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, url(server),
                         u"--header-env"_s, u"Authorization=TEST_SECRET"_s},
                        secret));
        note(stage.sync({u"test"_s, u"lf"_s}, secret));
        QProcess running;
        setUp(running, stage.environment(secret));
        running.setProcessChannelMode(QProcess::MergedChannels);
        running.start(program(), {u"sync"_s, u"run"_s});
        QTRY_VERIFY_WITH_TIMEOUT(server.requests().size() > 5, 30'000);
        QFile wordsOfIt(u"/proc/%1/cmdline"_s.arg(running.processId()));
        QVERIFY(wordsOfIt.open(QIODevice::ReadOnly));
        const QByteArray line = wordsOfIt.readAll();
        QVERIFY(line.contains("sync"));
        said += line;
        running.terminate();
        QVERIFY(running.waitForFinished(20'000));
        said += running.readAll();
        for (const QStringList& words :
             {QStringList{u"sync"_s, u"status"_s, u"lf"_s, u"--json"_s},
              QStringList{u"sync"_s, u"status"_s, u"otlp"_s, u"--json"_s},
              QStringList{u"sync"_s, u"list"_s, u"--json"_s}, QStringList{u"sync"_s, u"preview"_s, u"lf"_s},
              QStringList{u"doctor"_s}, QStringList{u"doctor"_s, u"--json"_s},
              QStringList{u"traces"_s, u"--json"_s}, QStringList{u"status"_s}})
            note(stage.verb(words, secret));
        QVERIFY(said.contains("HTTP 400"));
        const QByteArray login = (QByteArray("pk-1:") + canary).toBase64();
        QVERIFY(!said.contains(canary));
        QVERIFY(!said.contains(login) && !said.contains(QByteArray(canary).toBase64()));
        QCOMPARE(filesWith(stage.home(), canary), QStringList());
        QCOMPARE(filesWith(stage.home(), login), QStringList());
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
