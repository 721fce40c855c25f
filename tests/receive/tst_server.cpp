// SPDX-License-Identifier: GPL-3.0-or-later
// The receiver on real sockets: what is answered is in the journal, and nobody's slowness or number harms
// others.
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>
#include <memory>

#include "journal_content.h"
#include "receive/presence.h"
#include "receive/server.h"

using namespace spanglass;
using namespace spanglass::receive;

namespace {

constexpr int generousMs = 20'000;

QByteArray body(int spans, int from = 1)
{
    QByteArray list;
    for (int i = 0; i < spans; ++i) {
        list += list.isEmpty() ? "{" : ",{";
        list += "\"traceId\":\"0af7651916cd43dd8448eb211c80319c\",\"spanId\":\"" +
                QByteArray::number(from + i, 16).rightJustified(16, '0') +
                "\",\"name\":\"chat\",\"startTimeUnixNano\":\"5\",\"endTimeUnixNano\":\"9\"}";
    }
    return "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + list + "]}]}]}";
}

QByteArray post(const QByteArray& content, const QByteArray& headers = {})
{
    return "POST /v1/traces HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
           "application/json\r\nContent-Length: " +
           QByteArray::number(content.size()) + "\r\n" + headers + "\r\n" + content;
}

/// A client that speaks bytes.
class Client
{
public:
    explicit Client(quint16 port, const QHostAddress& host = QHostAddress(QHostAddress::LocalHost))
    {
        m_socket.connectToHost(host, port);
        connected = m_socket.waitForConnected(generousMs);
    }
    void send(const QByteArray& bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(generousMs)) {
        }
    }
    /// The next answer, head and body; what came until the end where it is not whole.
    QByteArray answer()
    {
        while (!isWhole() && m_socket.waitForReadyRead(generousMs))
            m_received += m_socket.readAll();
        const QByteArray whole = m_received.left(wholeBytes());
        m_received.remove(0, whole.size());
        return whole;
    }
    int status()
    {
        const QByteArray whole = answer();
        return whole.mid(9, 3).toInt();
    }
    /// Waits for the other side to end the connection.
    bool closed()
    {
        while (m_socket.state() == QAbstractSocket::ConnectedState && m_socket.waitForReadyRead(generousMs))
            m_received += m_socket.readAll();
        return m_socket.state() != QAbstractSocket::ConnectedState;
    }
    bool connected = false;

private:
    qsizetype wholeBytes() const
    {
        const qsizetype head = m_received.indexOf("\r\n\r\n");
        if (head < 0)
            return m_received.size();
        const qsizetype at = m_received.indexOf("Content-Length: ");
        const qsizetype length =
            at >= 0 && at < head
                ? m_received.mid(at + 16, m_received.indexOf('\r', at) - at - 16).toLongLong()
                : 0;
        return head + 4 + length;
    }
    bool isWhole() const { return m_received.contains("\r\n\r\n") && m_received.size() >= wholeBytes(); }

    QTcpSocket m_socket;
    QByteArray m_received;
};

} // namespace

class TestServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whatIsAnsweredIsInTheJournal();
    void bothLoopbacksAreListenedOn();
    void aConnectionServesManyRequests();
    void requestsSentTogetherAreAnsweredInTurn();
    void chunkedBodiesAndExpectContinueAreServed();
    void refusalsComeBeforeTheBody();
    void brokenRequestsAreAnsweredAndClosed_data();
    void brokenRequestsAreAnsweredAndClosed();
    void theSameBatchTwiceLeavesOneRecordedContent();
    void slowClientsAreEndedAndOthersAreServed();
    void aFloodOfSilentConnectionsKeepsNobodyOut();
    void whatIsAnsweredInAFloodIsInTheJournal();
    void bodiesTogetherAreBounded();
    void aStoreThatCannotBeWrittenGivesRetryAfter();
    void aTakenPortIsNamedWithItsHolder();
    void otherAddressesNeedAToken();
    void addressesThatAreNoneAreSaid_data();
    void addressesThatAreNoneAreSaid();
    void theReceiverIsAnnouncedWhileItLives();
    void aGrpcClientIsTold();

private:
    std::unique_ptr<Server> start(ServerOptions options = {});
    [[nodiscard]] static quint16 portOf(const Server& server)
    {
        return server.listening().at(0).section(QLatin1Char(':'), -1).toUShort();
    }
    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestServer::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
}

std::unique_ptr<Server> TestServer::start(ServerOptions options)
{
    options.store = m_directory->path().toStdString();
    if (options.listen.empty())
        options.listen = "localhost:0";
    auto server = Server::start(options);
    if (!server)
        qFatal("%s", server.error().message.c_str());
    return std::move(*server);
}

void TestServer::whatIsAnsweredIsInTheJournal()
{
    const auto server = start();
    QSignalSpy received(server.get(), &Server::received);
    Client client(portOf(*server));
    client.send(post(body(3)));
    const QByteArray answer = client.answer();
    QVERIFY2(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer.constData());
    QVERIFY(answer.endsWith("\r\n\r\n{}"));
    const JournalContent content = JournalContent::of(m_directory->path().toStdString());
    QCOMPARE(content.spans.size(), std::size_t(3));
    for (const auto& [key, span] : content.spans) {
        QCOMPARE(span.name, std::string("chat"));
        QCOMPARE(span.startUnixNs, std::int64_t(5));
        QCOMPARE(span.endUnixNs, std::int64_t(9));
    }
    QTRY_COMPARE_WITH_TIMEOUT(received.count(), 1, generousMs);
    QCOMPARE(server->state().counts.spans, std::uint64_t(3));
}

void TestServer::bothLoopbacksAreListenedOn()
{
    const auto server = start();
    for (const QString& address : server->listening()) {
        const bool v6 = address.startsWith(QLatin1Char('['));
        Client client(portOf(*server),
                      QHostAddress(v6 ? QHostAddress::LocalHostIPv6 : QHostAddress::LocalHost));
        QVERIFY(client.connected);
        client.send(post(body(1)));
        QCOMPARE(client.status(), 200);
    }
    const bool hasV6 = QTcpServer().listen(QHostAddress::LocalHostIPv6, 0);
    QCOMPARE(server->listening().size(), hasV6 ? 2 : 1);
}

void TestServer::aConnectionServesManyRequests()
{
    const auto server = start();
    Client client(portOf(*server));
    for (int i = 0; i < 50; ++i) {
        client.send(post(body(2, 1 + 2 * i)));
        QCOMPARE(client.status(), 200);
    }
    QCOMPARE(JournalContent::of(m_directory->path().toStdString()).spans.size(), std::size_t(100));
    QCOMPARE(server->state().connections, std::size_t(1));
}

void TestServer::requestsSentTogetherAreAnsweredInTurn()
{
    const auto server = start();
    Client client(portOf(*server));
    client.send(post(body(1, 1)) + "GET /api/public/health HTTP/1.1\r\nHost: localhost\r\n\r\n" +
                post(body(1, 2)) + "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QCOMPARE(client.status(), 200);
    QVERIFY(client.answer().contains("\"status\":\"OK\""));
    QCOMPARE(client.status(), 200);
    QCOMPARE(client.status(), 404);
    QCOMPARE(JournalContent::of(m_directory->path().toStdString()).spans.size(), std::size_t(2));
}

void TestServer::chunkedBodiesAndExpectContinueAreServed()
{
    const auto server = start();
    const QByteArray content = body(2);
    Client client(portOf(*server));
    client.send("POST /v1/traces HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                "Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(client.answer(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    for (const char byte : content)
        client.send("1\r\n" + QByteArray(1, byte) + "\r\n");
    client.send("0\r\n\r\n");
    QCOMPARE(client.status(), 200);
    QCOMPARE(JournalContent::of(m_directory->path().toStdString()).spans.size(), std::size_t(2));
}

void TestServer::refusalsComeBeforeTheBody()
{
    const auto server = start();
    Client page(portOf(*server));
    page.send("POST /v1/traces HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n"
              "Content-Type: text/plain\r\nContent-Length: 1000000\r\n\r\n");
    QCOMPARE(page.status(), 403);
    Client large(portOf(*server));
    large.send("POST /v1/traces HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
               "Expect: 100-continue\r\nContent-Length: 1000000000\r\n\r\n");
    QCOMPARE(large.status(), 413);
    // Who sends on regardless still gets the answer, and the end.
    Client eager(portOf(*server));
    eager.send("POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3000000\r\n\r\n" +
               QByteArray(3'000'000, 'x'));
    QCOMPARE(eager.status(), 404);
}

void TestServer::brokenRequestsAreAnsweredAndClosed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("a negative length")
        << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n") << 400;
    QTest::newRow("two lengths")
        << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n") << 400;
    QTest::newRow("a megabyte of headers")
        << "GET / HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(1 << 20, 'x') << 431;
    QTest::newRow("noise") << QByteArray("\x01\x02\x03\r\n\r\n") << 400;
    QTest::newRow("a chunk that overflows")
        << QByteArray("POST /v1/traces HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                      "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n")
        << 400;
}

void TestServer::brokenRequestsAreAnsweredAndClosed()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    const auto server = start();
    Client client(portOf(*server));
    client.send(bytes);
    QCOMPARE(client.status(), status);
    QVERIFY(client.closed());
    QTRY_COMPARE_WITH_TIMEOUT(server->state().connections, std::size_t(0), generousMs);
}

void TestServer::theSameBatchTwiceLeavesOneRecordedContent()
{
    const auto server = start();
    Client client(portOf(*server));
    for (int i = 0; i < 2; ++i) {
        client.send(post(body(3)));
        QCOMPARE(client.status(), 200);
    }
    QCOMPARE(JournalContent::of(m_directory->path().toStdString()).spans.size(), std::size_t(3));
}

void TestServer::slowClientsAreEndedAndOthersAreServed()
{
    ServerOptions options;
    options.headMs = 300;
    options.bodyMs = 300;
    const auto server = start(options);
    std::vector<std::unique_ptr<Client>> slow;
    for (int i = 0; i < 60; ++i) {
        slow.push_back(std::make_unique<Client>(portOf(*server)));
        if (i % 3 == 1)
            slow.back()->send("POST /v1/traces HTTP/1.1\r\nHost: loc");
        if (i % 3 == 2)
            slow.back()->send(post(body(3)).chopped(10));
    }
    Client client(portOf(*server));
    client.send(post(body(1)));
    QCOMPARE(client.status(), 200);
    for (int i = 0; i < 60; ++i) {
        if (i % 3 != 0)
            QCOMPARE(slow[std::size_t(i)]->status(), 408);
        QVERIFY(slow[std::size_t(i)]->closed());
    }
    QCOMPARE(JournalContent::of(m_directory->path().toStdString()).spans.size(), std::size_t(1));
}

void TestServer::aFloodOfSilentConnectionsKeepsNobodyOut()
{
    ServerOptions options;
    options.mostConnections = 50;
    const auto server = start(options);
    std::vector<std::unique_ptr<Client>> silent;
    for (int i = 0; i < 200; ++i)
        silent.push_back(std::make_unique<Client>(portOf(*server)));
    Client client(portOf(*server));
    client.send(post(body(1)));
    QCOMPARE(client.status(), 200);
    QVERIFY(server->state().peakConnections <= 51);
}

/// Twice as many senders as there is room for, all at once: each is served, turned away or cut off, and every
/// success is in the journal.
void TestServer::whatIsAnsweredInAFloodIsInTheJournal()
{
    ServerOptions options;
    options.mostConnections = 32;
    const auto server = start(options);
    std::vector<int> answered;
    int from = 1;
    for (int round = 0; round < 10; ++round) {
        std::vector<std::unique_ptr<Client>> clients;
        std::vector<int> sent;
        for (int i = 0; i < 64; ++i, from += 5) {
            clients.push_back(std::make_unique<Client>(portOf(*server)));
            clients.back()->send(post(body(5, from)));
            sent.push_back(from);
        }
        for (std::size_t i = 0; i < clients.size(); ++i) {
            const int status = clients[i]->status();
            QVERIFY2(status == 200 || status == 503 || status == 0, qPrintable(QString::number(status)));
            if (status == 200)
                answered.push_back(sent[i]);
        }
    }
    QVERIFY(!answered.empty());
    const JournalContent content = JournalContent::of(m_directory->path().toStdString());
    const TraceId trace = TraceId::fromHex("0af7651916cd43dd8448eb211c80319c");
    for (const int first : answered) {
        for (int i = 0; i < 5; ++i) {
            const auto found = content.spans.find({trace, SpanId{static_cast<std::uint64_t>(first + i)}});
            QVERIFY(found != content.spans.end());
            QCOMPARE(found->second.ends, 1);
        }
    }
}

void TestServer::bodiesTogetherAreBounded()
{
    ServerOptions options;
    options.mostBodyBytes = 1 << 20;
    const auto server = start(options);
    const QByteArray head =
        "POST /v1/traces HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        "Content-Length: 900000\r\n\r\n";
    Client first(portOf(*server));
    first.send(head + QByteArray(800'000, ' '));
    Client second(portOf(*server));
    second.send(head + QByteArray(800'000, ' '));
    // Whichever came to the limit is told to come again; the other may finish.
    const QByteArray answer = second.answer();
    QVERIFY2(answer.startsWith("HTTP/1.1 503"), answer.constData());
    QVERIFY(answer.contains("Retry-After: "));
}

void TestServer::aStoreThatCannotBeWrittenGivesRetryAfter()
{
    ServerOptions options;
    options.journalsLimitBytes = 1;
    const auto server = start(options);
    QSignalSpy said(server.get(), &Server::said);
    Client client(portOf(*server));
    client.send(post(body(1)));
    const QByteArray answer = client.answer();
    QVERIFY2(answer.startsWith("HTTP/1.1 503"), answer.constData());
    QVERIFY(answer.contains("Retry-After: "));
    QTRY_COMPARE_WITH_TIMEOUT(said.count(), 1, generousMs);
}

void TestServer::aTakenPortIsNamedWithItsHolder()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, 0));
    ServerOptions options;
    options.store = m_directory->path().toStdString();
    options.listen = "127.0.0.1:" + std::to_string(other.serverPort());
    const auto server = Server::start(options);
    QVERIFY(!server);
    QCOMPARE(server.error().kind, ErrorKind::unavailable);
    const std::string& message = server.error().message;
    QVERIFY2(message.find("tst_server (pid " + std::to_string(QCoreApplication::applicationPid()) + ")") !=
                 std::string::npos,
             message.c_str());
    QVERIFY2(message.find("--listen 127.0.0.1:" + std::to_string(other.serverPort() + 1)) !=
                 std::string::npos,
             message.c_str());
}

void TestServer::otherAddressesNeedAToken()
{
    ServerOptions options;
    options.store = m_directory->path().toStdString();
    options.listen = "0.0.0.0:0";
    const auto refused = Server::start(options);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::refused);
    QVERIFY(refused.error().message.find("--token-env") != std::string::npos);

    options.token = "s3cret";
    const auto server = Server::start(options);
    QVERIFY(server);
    Client without(portOf(**server));
    without.send(post(body(1)));
    QCOMPARE(without.status(), 401);
    Client with(portOf(**server));
    with.send(post(body(1), "Authorization: Bearer s3cret\r\n"));
    QCOMPARE(with.status(), 200);
    Client page(portOf(**server));
    page.send(post(body(1), "Authorization: Bearer s3cret\r\nOrigin: http://evil.example\r\n"));
    QCOMPARE(page.status(), 403);
}

void TestServer::addressesThatAreNoneAreSaid_data()
{
    QTest::addColumn<QByteArray>("listen");
    QTest::newRow("a port that is none") << QByteArray("127.0.0.1:99999");
    QTest::newRow("a name") << QByteArray("example.org:4318");
    QTest::newRow("words") << QByteArray("everywhere");
}

void TestServer::addressesThatAreNoneAreSaid()
{
    QFETCH(const QByteArray, listen);
    ServerOptions options;
    options.store = m_directory->path().toStdString();
    options.listen = listen.toStdString();
    const auto server = Server::start(options);
    QVERIFY(!server);
    QCOMPARE(server.error().kind, ErrorKind::usage);
}

void TestServer::theReceiverIsAnnouncedWhileItLives()
{
    const std::filesystem::path store = m_directory->path().toStdString();
    auto server = start();
    const auto announced = receiverOf(store);
    QVERIFY(!announced.empty());
    QCOMPARE(QString::fromStdString(announced.front()), server->listening().front());
    server.reset();
    QVERIFY(receiverOf(store).empty());
}

void TestServer::aGrpcClientIsTold()
{
    const auto server = start();
    QSignalSpy said(server.get(), &Server::said);
    Client client(portOf(*server));
    client.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    QCOMPARE(client.status(), 505);
    QTRY_COMPARE_WITH_TIMEOUT(said.count(), 1, generousMs);
    QVERIFY(
        said.at(0).at(0).toString().contains(QStringLiteral("OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf")));
}

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
