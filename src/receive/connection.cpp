// SPDX-License-Identifier: GPL-3.0-or-later
#include "receive/connection.h"

#include <array>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace spanglass::receive {

namespace {

constexpr qint64 readBufferBytes = 512 * 1024;
/// Answers that a client does not take stop its requests.
constexpr qint64 mostUnsentBytes = 256 * 1024;
constexpr int lingerMs = 2'000;
constexpr qint64 mostLingeredBytes = 8 * 1024 * 1024;
constexpr char goOn[] = "HTTP/1.1 100 Continue\r\n\r\n";

} // namespace

Connection::Connection(QTcpSocket* socket, Shared& shared, QObject* parent)
    : QObject(parent), m_socket(socket), m_shared(shared), m_parser(shared.options.http)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(readBufferBytes);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_since.start();
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::readSome);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &Connection::bytesGone);
    connect(m_socket, &QTcpSocket::disconnected, this, [this] { Q_EMIT done(this); });
}

Connection::~Connection()
{
    countBody(0);
}

void Connection::enter(Phase phase)
{
    if (m_phase == phase)
        return;
    m_phase = phase;
    m_since.restart();
}

int Connection::limitMs() const
{
    const ServerOptions& options = m_shared.options;
    switch (m_phase) {
    case Phase::idle:
        return m_served ? options.idleMs : options.headMs;
    case Phase::head:
        return options.headMs;
    case Phase::body:
        return options.bodyMs;
    case Phase::answer:
        return options.answerMs;
    case Phase::linger:
        return lingerMs;
    }
    return 0;
}

void Connection::checkTime()
{
    if (!m_since.hasExpired(limitMs()))
        return;
    if (m_phase == Phase::head || m_phase == Phase::body)
        send(otlpFailure(Encoding::json, 408, "the request took too long"), false);
    else
        close();
}

qint64 Connection::waitedMs() const
{
    const bool waits = m_phase == Phase::idle || m_phase == Phase::head || m_phase == Phase::linger;
    return waits ? m_since.elapsed() : -1;
}

bool Connection::hasUnread() const
{
    int bytes = 0;
    if (m_last)
        return false; // nobody will look at it
    return m_socket->bytesAvailable() > 0 ||
           (::ioctl(static_cast<int>(m_socket->socketDescriptor()), FIONREAD, &bytes) == 0 && bytes > 0);
}

void Connection::turnAway(const char* reason)
{
    send(otlpBusy(Encoding::json, 2, reason), false);
}

void Connection::close()
{
    m_socket->abort();
    Q_EMIT done(this);
}

void Connection::countBody(std::size_t bytes)
{
    m_shared.bodyBytes = m_shared.bodyBytes - m_countedBody + bytes;
    m_countedBody = bytes;
}

void Connection::readSome()
{
    std::array<char, 64 * 1024> buffer;
    while (m_socket->bytesAvailable() > 0) {
        if (m_phase == Phase::answer && m_socket->bytesToWrite() > mostUnsentBytes)
            return; // bytesGone goes on
        const qint64 count = m_socket->read(buffer.data(), static_cast<qint64>(buffer.size()));
        if (count <= 0)
            return;
        if (m_phase == Phase::linger || m_last) {
            m_lingeredBytes += count;
            if (m_lingeredBytes > mostLingeredBytes)
                return close();
            continue;
        }
        feed({buffer.data(), count});
    }
}

void Connection::feed(QByteArrayView bytes)
{
    std::string_view rest(bytes.data(), static_cast<std::size_t>(bytes.size()));
    while (!rest.empty() && !m_last) {
        if (m_phase == Phase::idle || m_phase == Phase::answer)
            enter(Phase::head);
        rest.remove_prefix(m_parser.feed(rest));
        if (m_parser.state() == HttpParser::State::headDone)
            headDone();
        if (m_parser.state() == HttpParser::State::body) {
            countBody(m_parser.request().body.size());
            if (m_shared.bodyBytes > m_shared.options.mostBodyBytes)
                turnAway("too much is coming in at once");
        }
        if (m_parser.state() == HttpParser::State::complete && !m_last)
            requestDone();
        if (m_parser.state() == HttpParser::State::failed && !m_last) {
            const HttpParser::Failure& failure = m_parser.failure();
            if (failure.http2Preface)
                m_shared.desk.sawHttp2();
            send(otlpFailure(Encoding::json, failure.status, failure.reason), false);
        }
    }
}

void Connection::headDone()
{
    const HttpRequest& head = m_parser.request();
    if (auto refusal = m_shared.desk.refusal(head)) {
        // A body that is not wanted is not read: the place of a next request is unknown then.
        const bool keepAlive = head.keepAlive && !head.hasBody;
        if (keepAlive) {
            m_parser.wantBody();
            (void)m_parser.take();
        }
        return send(*refusal, keepAlive);
    }
    enter(Phase::body);
    m_parser.wantBody();
    if (head.expectsContinue && m_parser.state() == HttpParser::State::body)
        m_socket->write(goOn, sizeof goOn - 1);
}

void Connection::requestDone()
{
    HttpRequest request = m_parser.take();
    const HttpAnswer answer = m_shared.desk.serve(request);
    countBody(0);
    m_served = true;
    send(answer, request.keepAlive);
}

void Connection::send(const HttpAnswer& answer, bool keepAlive)
{
    const std::string bytes = bytesOf(answer, keepAlive);
    enter(Phase::answer);
    m_since.restart();
    m_last = !keepAlive;
    if (m_last) {
        m_parser = HttpParser(m_shared.options.http);
        countBody(0);
    }
    m_socket->write(bytes.data(), static_cast<qint64>(bytes.size()));
}

/// A connection that ends says so by shutting down its half, and waits a little for the other: closing at
/// once with unread bytes would reset it, and the client might never see the answer.
void Connection::bytesGone()
{
    if (m_phase != Phase::answer || m_socket->bytesToWrite() > 0)
        return;
    if (m_last) {
        enter(Phase::linger);
        ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
        return;
    }
    if (m_parser.idle())
        enter(Phase::idle);
    if (m_socket->bytesAvailable() > 0)
        readSome();
}

} // namespace spanglass::receive
