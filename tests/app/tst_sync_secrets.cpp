// SPDX-License-Identifier: GPL-3.0-or-later
// What must not be seen is not: secrets of destinations, and what rules keep back of what was recorded.
#include <QFileInfo>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTest>

#include "sync_stage.h"
#include "sync_talk.h"

using namespace Qt::StringLiterals;
using namespace spanglass::test;
using Answer = BadServer::Answer;

namespace {

constexpr const char* canary = "CANARY-4711-secret";

/// A span that holds secrets: under a key, deep inside JSON, and in the middle of a text. OTLP/JSON.
QByteArray indiscreet()
{
    const auto attribute = [](const char* key, const QByteArray& value) {
        return R"({"key":")" + QByteArray(key) + R"(","value":{"stringValue":")" + value + R"("}})";
    };
    const QByteArray secret(canary);
    return R"({"resourceSpans":[{"resource":{"attributes":[)" + attribute("db_token", secret) +
           R"(]},"scopeSpans":[{"spans":[{"traceId":"5b8efff798038103d269b633813fc60c",)"
           R"("spanId":"eee19b7ec3c1b174","name":"ask sk-)" +
           secret + R"(","startTimeUnixNano":"1","endTimeUnixNano":"2","attributes":[)" +
           attribute("api_token", secret) + ',' +
           attribute("input.value", R"({\"a\":[{\"x_token\":\")" + secret + R"(\"}],\"b\":\"kept\"})") + ',' +
           attribute("output.value", "use sk-" + secret + " for it") +
           R"(],"events":[{"name":"e","timeUnixNano":"1","attributes":[)" + attribute("y_token", secret) +
           R"(]}],"status":{"code":2,"message":"refused: sk-)" + secret + R"("}}]}]}]})";
}

QString written(const QString& file, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(file).path());
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(file));
    return file;
}

/// The store in every format there is, and as pictures.
QStringList writeEverything(const SyncStage& stage, const QStringList& environment)
{
    QStringList files;
    for (const char* format : {"otlp-json", "otlp-jsonl", "otlp-proto", "chrome", "jaeger", "zipkin", "csv",
                               "folded", "dataset-jsonl", "html"}) {
        files << stage.home() + u"/all."_s + QLatin1String(format);
        (void)stage.verb(
            {u"export"_s, u"--all"_s, u"--format"_s, QLatin1String(format), u"-o"_s, files.back()},
            environment);
    }
    const QString trace =
        stage.verb({u"traces"_s, u"--json"_s}).json()["traces"_L1][0]["traceId"_L1].toString();
    for (const char* kind : {"svg", "png", "pdf"}) {
        files << stage.home() + u"/picture."_s + QLatin1String(kind);
        (void)stage.verb({u"render"_s, trace, u"--view"_s, u"flame"_s, u"-o"_s, files.back()}, environment);
    }
    return files;
}

const QStringList byEnvironment{u"SPANGLASS_MASK=*_token,builtin"_s};

} // namespace

class tst_sync_secrets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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

    /// A session bus and an unlocked keyring of the test's own: the secret is there, and nowhere in a file.
    void whereThereIsAKeychainTheSecretIsInIt()
    {
        for (const char* needed : {"dbus-run-session", "gnome-keyring-daemon"}) {
            if (QStandardPaths::findExecutable(QLatin1String(needed)).isEmpty())
                QSKIP("dbus-run-session and gnome-keyring are not installed");
        }
        const SyncStage stage;
        BadServer server;
        const QString words =
            u"echo -n unlock | gnome-keyring-daemon --unlock --components=secrets > \"$HOME/keyring\" 2>&1;"
            "echo %2 | %1 sync add there --kind otlp --url %3 --secret-stdin && %1 sync list"
            " && %1 sync test there && %1 doctor --json; %1 sync remove there; %1 sync test there"_s.arg(
                program(), QLatin1String(canary), url(server));
        QProcess session;
        QDir().mkpath(stage.home() + u"/run"_s);
        QFile::setPermissions(stage.home() + u"/run"_s,
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        setUp(session, stage.environment({u"XDG_RUNTIME_DIR="_s + stage.home() + u"/run"_s}));
        session.start(u"dbus-run-session"_s, {u"--"_s, u"sh"_s, u"-c"_s, words});
        QVERIFY(session.waitForFinished(120'000));
        const QByteArray said = session.readAllStandardOutput(), err = session.readAllStandardError();
        QVERIFY2(said.contains("keychain") && !said.contains("there     file"), said + err);
        QVERIFY2(!server.requests().empty(), said + err);
        QVERIFY(server.requests()[0].hasHeader(std::string("authorization: bearer ") + canary));
        const QByteArray answers = "\"name\":\"keychain\",\"verdict\":\"ok\"";
        QVERIFY2(said.contains(answers), said);
        QVERIFY(!said.contains(canary) && !err.contains(canary));
        QCOMPARE(filesWith(stage.home(), canary), QStringList());
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

    void theProjectsRulesHoldForImports()
    {
        const SyncStage stage;
        const QTemporaryDir elsewhere;
        const QString file = written(elsewhere.filePath(u"t.json"_s), indiscreet());
        const Outcome imported = stage.verb({u"import"_s, file}, byEnvironment);
        QVERIFY2(imported.exitCode == 0, imported.err);
        QCOMPARE(filesWith(stage.store(), canary), QStringList());
        const QByteArray shown =
            stage.verb({u"spans"_s, u"5b8efff798038103d269b633813fc60c"_s, u"--json"_s}).out;
        QVERIFY2(shown.contains("[masked]") && shown.contains("kept"), shown);
    }

    void theProjectsRulesHoldForTheReceiver()
    {
        const SyncStage stage;
        written(stage.home() + u"/spanglass/spanglass.json"_s, R"({"mask": ["*_token", "builtin"]})");
        QProcess serve;
        setUp(serve, stage.environment());
        serve.start(program(), {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s});
        QVERIFY(serve.waitForReadyRead(30'000));
        const QString address =
            QJsonDocument::fromJson(serve.readLine())["listening"_L1].toVariant().toStringList().value(0);
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, address.section(u':', -1).toUShort());
        QVERIFY2(socket.waitForConnected(20'000), qPrintable(address));
        const QByteArray body = indiscreet();
        socket.write("POST /v1/traces HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                     "Content-Length: " +
                     QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QVERIFY(socket.waitForReadyRead(20'000));
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 200"));
        serve.terminate();
        QVERIFY(serve.waitForFinished(20'000));
        QCOMPARE(stage.storedSpans(), 1);
        QCOMPARE(filesWith(stage.store(), canary), QStringList());
        const QByteArray shown =
            stage.verb({u"spans"_s, u"5b8efff798038103d269b633813fc60c"_s, u"--json"_s}).out;
        QVERIFY2(shown.contains("[masked]") && shown.contains("kept"), shown);
    }

    void rulesHoldForWhatWasRecordedBeforeThem_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QStringList>("environment");
        QTest::newRow("of the destination")
            << QStringList{u"--mask"_s, u"*_token"_s, u"--mask"_s, u"builtin"_s} << QStringList();
        QTest::newRow("of the project, when it was added") << QStringList() << byEnvironment;
    }
    void rulesHoldForWhatWasRecordedBeforeThem()
    {
        QFETCH(QStringList, words);
        QFETCH(QStringList, environment);
        const SyncStage stage;
        BadServer server;
        const QTemporaryDir elsewhere;
        stage.verb({u"import"_s, written(elsewhere.filePath(u"t.json"_s), indiscreet())});
        QVERIFY(!filesWith(stage.store(), canary).isEmpty());
        QCOMPARE(
            stage
                .sync(QStringList{u"add"_s, u"there"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, url(server)} +
                          words,
                      environment)
                .exitCode,
            0);
        const Outcome preview = stage.sync({u"preview"_s, u"there"_s});
        QVERIFY2(preview.out.contains("[masked]") && !preview.out.contains(canary), preview.out);
        QCOMPARE(stage.sync({u"run"_s, u"--once"_s}).exitCode, 0);
        const std::string sent = server.requests()[0].body;
        QVERIFY(sent.find(canary) == std::string::npos);
        QVERIFY(sent.find("[masked]") != std::string::npos && sent.find("kept") != std::string::npos);
    }

    /// Whoever delivers from the project brings its rules; whoever delivers from elsewhere takes none away.
    void rulesOfTheProjectReachDestinationsThatAreThere_data()
    {
        QTest::addColumn<bool>("previewFirst");
        QTest::newRow("with the preview") << true;
        QTest::newRow("with the delivery") << false;
    }
    void rulesOfTheProjectReachDestinationsThatAreThere()
    {
        QFETCH(bool, previewFirst);
        const SyncStage stage;
        BadServer server;
        const QTemporaryDir elsewhere;
        stage.verb({u"import"_s, written(elsewhere.filePath(u"t.json"_s), indiscreet())});
        QCOMPARE(stage
                     .sync({u"add"_s, u"there"_s, u"--kind"_s, u"otlp"_s, u"--url"_s, url(server),
                            u"--mask"_s, u"password"_s})
                     .exitCode,
                 0);
        QVERIFY(stage.sync({u"preview"_s, u"there"_s}).out.contains(canary));
        if (previewFirst)
            QVERIFY(!stage.sync({u"preview"_s, u"there"_s}, byEnvironment).out.contains(canary));
        const QStringList deliverFrom = previewFirst ? QStringList() : byEnvironment;
        QCOMPARE(stage.sync({u"run"_s, u"--once"_s}, deliverFrom).exitCode, 0);
        QVERIFY(server.requests()[0].body.find(canary) == std::string::npos);
        QVERIFY(server.requests()[0].body.find("[masked]") != std::string::npos);
        const QJsonObject there = QJsonDocument::fromJson(stage.sync({u"list"_s, u"--json"_s}).out)
                                      .object()["destinations"_L1]
                                      .toArray()[0]
                                      .toObject();
        QCOMPARE(there["mask"_L1].toVariant().toStringList(),
                 QStringList({u"password"_s, u"*_token"_s, u"builtin"_s}));
    }

    void aRuleThatCannotBeUnderstoodIsRefused()
    {
        const SyncStage stage;
        const Outcome outcome =
            stage.sync({u"add"_s, u"there"_s, u"--preset"_s, u"jaeger"_s, u"--mask"_s, u"re:("_s});
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains("re:("), outcome.err);
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
        const QStringList exports = writeEverything(stage, secret);
        for (const QString& file : exports)
            QVERIFY2(QFileInfo(file).size() > 0, qPrintable(file));
        QVERIFY(said.contains("HTTP 400"));
        const QByteArray login = (QByteArray("pk-1:") + canary).toBase64();
        QVERIFY(!said.contains(canary));
        QVERIFY(!said.contains(login) && !said.contains(QByteArray(canary).toBase64()));
        QCOMPARE(filesWith(stage.home(), canary), QStringList());
        QCOMPARE(filesWith(stage.home(), login), QStringList());
    }
};

QTEST_GUILESS_MAIN(tst_sync_secrets)
#include "tst_sync_secrets.moc"
