// SPDX-License-Identifier: GPL-3.0-or-later
// What the official clients once sent (tst_live_clients recorded it), sent again byte by byte as it came:
// every span is there, without npm and without a network.
#include <QDir>
#include <QFile>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

#include "client_expectations.h"
#include "http_driver.h"
#include "receive/server.h"

using namespace spanglass;
using namespace spanglass::receive;

namespace {

constexpr int generousMs = 20'000;

std::size_t requestsIn(const QByteArray& bytes)
{
    HttpDriver driver;
    driver.feed(bytes.toStdString());
    return driver.outcome().size();
}

/// Sends a connection's bytes and reads its answers: how many were successes.
std::size_t replay(const QByteArray& bytes, quint16 port)
{
    const std::size_t expected = requestsIn(bytes);
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    if (!socket.waitForConnected(generousMs))
        return 0;
    socket.write(bytes);
    QByteArray answers;
    while (static_cast<std::size_t>(answers.count("HTTP/1.1 ")) < expected &&
           socket.waitForReadyRead(generousMs))
        answers += socket.readAll();
    return static_cast<std::size_t>(answers.count("HTTP/1.1 200") + answers.count("HTTP/1.1 207"));
}

} // namespace

class TestRecordedClients : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySpanOfAClientIsThere_data();
    void everySpanOfAClientIsThere();
};

void TestRecordedClients::everySpanOfAClientIsThere_data()
{
    QTest::addColumn<int>("index");
    const auto runs = clientRuns();
    for (std::size_t i = 0; i < runs.size(); ++i)
        QTest::newRow(runs[i].name) << static_cast<int>(i);
}

void TestRecordedClients::everySpanOfAClientIsThere()
{
    QFETCH(const int, index);
    const ClientRun client = clientRuns().at(static_cast<std::size_t>(index));
    const QTemporaryDir store;
    ServerOptions options;
    options.store = store.path().toStdString();
    options.listen = "localhost:0";
    auto server = Server::start(options);
    QVERIFY(server);
    const quint16 port = (*server)->listening().at(0).section(QLatin1Char(':'), -1).toUShort();
    const QDir recorded(QStringLiteral(RECORDED));
    const QStringList files = recorded.entryList({QLatin1String(client.name) + QStringLiteral(".?.http")});
    QVERIFY(!files.isEmpty());
    for (const QString& name : files) {
        QFile file(recorded.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QCOMPARE(replay(bytes, port), requestsIn(bytes));
    }
    server->reset();
    const QString problem = problemWith(client, JournalContent::of(store.path().toStdString()));
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

QTEST_GUILESS_MAIN(TestRecordedClients)
#include "tst_recorded_clients.moc"
