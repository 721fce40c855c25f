// SPDX-License-Identifier: GPL-3.0-or-later
#include "receive/server.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <algorithm>
#include <optional>
#include <set>

#include "receive/connection.h"
#include "receive/journal_sink.h"
#include "receive/masked_sink.h"
#include "receive/port_holder.h"
#include "receive/presence.h"

namespace spanglass::receive {

namespace {

constexpr int sweepMs = 250;
constexpr int backlog = 512;
/// How long a part waits for the rest that its sender may still hold back.
constexpr std::chrono::milliseconds patience(10'000);

struct Address
{
    QHostAddress host;
    quint16 port = Server::defaultPort;
};

QString addressText(const QHostAddress& host, quint16 port)
{
    const bool v6 = host.protocol() == QAbstractSocket::IPv6Protocol;
    return (v6 ? QLatin1Char('[') + host.toString() + QLatin1Char(']') : host.toString()) + QLatin1Char(':') +
           QString::number(port);
}

/// "ADDRESS:PORT", "ADDRESS", "[ADDRESS]:PORT" or ":PORT"; localhost and nothing are both loopbacks.
Result<std::vector<Address>> addressesOf(const std::string& listen)
{
    QString text = QString::fromStdString(listen);
    quint16 port = Server::defaultPort;
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    const bool hasPort = colon >= 0 && text.indexOf(QLatin1Char(']'), colon) < 0 &&
                         (text.startsWith(QLatin1Char('[')) || text.indexOf(QLatin1Char(':')) == colon);
    if (hasPort) {
        bool good = false;
        port = text.mid(colon + 1).toUShort(&good);
        if (!good)
            return fail(ErrorKind::usage, "--listen " + listen + ": the port is none");
        text.truncate(colon);
    }
    if (text.startsWith(QLatin1Char('[')) && text.endsWith(QLatin1Char(']')))
        text = text.mid(1, text.size() - 2);
    if (text.isEmpty() || text == QLatin1String("localhost"))
        return std::vector<Address>{{QHostAddress(QHostAddress::LocalHost), port},
                                    {QHostAddress(QHostAddress::LocalHostIPv6), port}};
    const QHostAddress host(text);
    if (host.isNull())
        return fail(ErrorKind::usage,
                    "--listen " + listen + ": give an address and a port, such as 127.0.0.1:4318");
    return std::vector<Address>{{host, port}};
}

Error taken(const Address& address, const QString& cause)
{
    const std::string holder = portHolder(address.port);
    std::string message = addressText(address.host, address.port).toStdString() + ": ";
    message += holder.empty() ? cause.toStdString() : "the port is held by " + holder;
    message += "; choose another, as with --listen 127.0.0.1:" +
               std::to_string(address.port == 65535 ? 4319 : address.port + 1);
    return {ErrorKind::unavailable, message};
}

} // namespace

/// What lives in the receiver's thread.
class Server::Worker : public QObject
{
public:
    Worker(Server& server, const ServerOptions& options)
        : m_server(server), m_options(options),
          m_sink({options.store, options.durable, options.journalsLimitBytes}),
          m_masked(m_sink, Masking(options.mask)),
          m_desk(options.mask.empty() ? static_cast<SpanSink&>(m_sink) : m_masked, deskOptions()),
          m_shared{m_options, m_desk, 0}
    {
    }

    Result<QStringList> listen(std::vector<Address> addresses);
    void stop();
    [[nodiscard]] ServerState state() const;

private:
    DeskOptions deskOptions();
    void accept(QTcpServer* listener);
    void makeRoom();
    void sweep();
    void remove(Connection* connection);
    void tellReceived();

    Server& m_server;
    const ServerOptions m_options;
    JournalSink m_sink;
    MaskedSink m_masked; ///< in the way only where there are rules
    Desk m_desk;
    Connection::Shared m_shared;
    Presence m_presence;
    std::vector<QTcpServer*> m_listeners;
    std::set<Connection*> m_connections;
    std::vector<std::string> m_ownHosts;
    std::size_t m_peak = 0;
    std::uint64_t m_toldSpans = 0;
};

DeskOptions Server::Worker::deskOptions()
{
    DeskOptions desk;
    desk.policy.allowedOrigins = m_options.allowedOrigins;
    desk.policy.token = m_options.token;
    if (const auto addresses = addressesOf(m_options.listen)) {
        for (const Address& address : *addresses) {
            QString host = address.host.toString();
            if (address.host.protocol() == QAbstractSocket::IPv6Protocol)
                host = QLatin1Char('[') + host + QLatin1Char(']');
            desk.policy.ownHosts.push_back(host.toStdString());
        }
        // Behind "all addresses" any name may lead here; the token keeps pages out.
        desk.policy.anyHost =
            addresses->size() == 1 && (addresses->front().host == QHostAddress(QHostAddress::Any) ||
                                       addresses->front().host == QHostAddress(QHostAddress::AnyIPv4) ||
                                       addresses->front().host == QHostAddress(QHostAddress::AnyIPv6));
    }
    desk.say = [this](const std::string& line) { Q_EMIT m_server.said(QString::fromStdString(line)); };
    return desk;
}

/// The first address must work. A second one (the other loopback) takes the first one's port, and may be
/// missing.
Result<QStringList> Server::Worker::listen(std::vector<Address> addresses)
{
    QStringList listening;
    std::vector<std::string> names;
    for (Address& address : addresses) {
        auto* listener = new QTcpServer(this);
        listener->setListenBacklogSize(backlog);
        if (!listener->listen(address.host, address.port)) {
            if (listening.isEmpty())
                return tl::unexpected(taken(address, listener->errorString()));
            delete listener;
            continue;
        }
        for (Address& other : addresses)
            other.port = listener->serverPort();
        listening.append(addressText(address.host, listener->serverPort()));
        names.push_back(listening.back().toStdString());
        m_listeners.push_back(listener);
        connect(listener, &QTcpServer::newConnection, this, [this, listener] { accept(listener); });
    }
    if (auto announced = m_presence.announce(m_options.store, names); !announced)
        Q_EMIT m_server.said(QString::fromStdString(announced.error().message));
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &Worker::sweep);
    timer->start(sweepMs);
    return listening;
}

void Server::Worker::accept(QTcpServer* listener)
{
    while (QTcpSocket* socket = listener->nextPendingConnection()) {
        if (m_connections.size() >= m_options.mostConnections)
            makeRoom();
        // Those that are turned away take their answer with them: a few more, for a moment, and not without
        // end.
        if (m_connections.size() >= m_options.mostConnections + m_options.mostConnections / 4) {
            delete socket;
            continue;
        }
        auto* connection = new Connection(socket, m_shared, this);
        m_connections.insert(connection);
        m_peak = std::max(m_peak, m_connections.size());
        connect(connection, &Connection::done, this, &Worker::remove);
        if (m_connections.size() > m_options.mostConnections)
            connection->turnAway("too many connections");
    }
}

/// Whoever has waited longest without beginning a body, and has sent nothing that is still to be read, goes:
/// a flood of silent connections keeps nobody out.
void Server::Worker::makeRoom()
{
    Connection* longest = nullptr;
    for (Connection* connection : m_connections) {
        if (connection->waitedMs() >= 0 &&
            (longest == nullptr || connection->waitedMs() > longest->waitedMs()) && !connection->hasUnread())
            longest = connection;
    }
    if (longest != nullptr)
        longest->close();
}

void Server::Worker::sweep()
{
    const std::vector<Connection*> all(m_connections.begin(), m_connections.end());
    for (Connection* connection : all) {
        if (m_connections.contains(connection))
            connection->checkTime();
    }
    m_desk.settle(patience);
    tellReceived();
}

void Server::Worker::tellReceived()
{
    const std::uint64_t spans = m_desk.counts().spans;
    if (spans != m_toldSpans)
        Q_EMIT m_server.received(spans - m_toldSpans);
    m_toldSpans = spans;
}

void Server::Worker::remove(Connection* connection)
{
    if (m_connections.erase(connection) > 0)
        connection->deleteLater();
}

void Server::Worker::stop()
{
    for (QTcpServer* listener : m_listeners)
        listener->close();
    const std::vector<Connection*> all(m_connections.begin(), m_connections.end());
    for (Connection* connection : all)
        delete connection;
    m_connections.clear();
    m_desk.settle(std::chrono::milliseconds(0));
    tellReceived();
}

ServerState Server::Worker::state() const
{
    return {m_server.m_listening, m_desk.counts(), m_connections.size(), m_peak};
}

Server::Server() = default;

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options)
{
    const auto addresses = addressesOf(options.listen);
    if (!addresses)
        return tl::unexpected(addresses.error());
    for (const Address& address : *addresses) {
        if (!address.host.isLoopback() && options.token.empty())
            return fail(ErrorKind::refused,
                        "--listen " + options.listen +
                            ": other machines can reach this address, so a token is needed: name "
                            "the environment variable that holds it with --token-env");
    }
    std::unique_ptr<Server> server(new Server);
    server->m_worker = new Worker(*server, options);
    server->m_worker->moveToThread(&server->m_thread);
    connect(&server->m_thread, &QThread::finished, server->m_worker, &QObject::deleteLater);
    server->m_thread.setObjectName(QStringLiteral("receiver"));
    server->m_thread.start();
    Result<QStringList> listening;
    QMetaObject::invokeMethod(
        server->m_worker, [&] { listening = server->m_worker->listen(*addresses); },
        Qt::BlockingQueuedConnection);
    if (!listening)
        return tl::unexpected(listening.error());
    server->m_listening = *listening;
    return server;
}

Server::~Server()
{
    QMetaObject::invokeMethod(
        m_worker, [this] { m_worker->stop(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QStringList Server::listening() const
{
    return m_listening;
}

ServerState Server::state() const
{
    ServerState state;
    QMetaObject::invokeMethod(
        m_worker, [&] { state = m_worker->state(); }, Qt::BlockingQueuedConnection);
    return state;
}

} // namespace spanglass::receive
