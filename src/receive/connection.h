// SPDX-License-Identifier: GPL-3.0-or-later
/// One client of the receiver: bytes in, answers out, and the clock that runs against it. Lives in the
/// receiver's thread.
#pragma once

#include <QElapsedTimer>
#include <QTcpSocket>

#include "receive/desk.h"
#include "receive/http_parser.h"
#include "receive/server.h"

namespace spanglass::receive {

class Connection : public QObject
{
    Q_OBJECT
public:
    /// What all connections share.
    struct Shared
    {
        const ServerOptions& options;
        Desk& desk;
        std::size_t bodyBytes = 0; ///< held by all connections together
    };
    Connection(QTcpSocket* socket, Shared& shared, QObject* parent);
    ~Connection() override;

    /// Ends the connection if its time is over.
    void checkTime();
    /// It waits for a client that has not begun a body: it may go when others want in. The time it waited, or
    /// -1.
    [[nodiscard]] qint64 waitedMs() const;
    /// Something of a request has come and was not looked at yet.
    [[nodiscard]] bool hasUnread() const;
    /// 503, and the end.
    void turnAway(const char* reason);
    void close();

Q_SIGNALS:
    void done(Connection* connection);

private:
    enum class Phase : std::uint8_t
    {
        idle,
        head,
        body,
        answer,
        linger, ///< all is said; what still comes is thrown away so that the answer arrives
    };
    void readSome();
    void feed(QByteArrayView bytes);
    void headDone();
    void requestDone();
    void send(const HttpAnswer& answer, bool keepAlive);
    void enter(Phase phase);
    void bytesGone();
    void countBody(std::size_t bytes);
    [[nodiscard]] int limitMs() const;

    QTcpSocket* m_socket;
    Shared& m_shared;
    HttpParser m_parser;
    Phase m_phase = Phase::idle;
    QElapsedTimer m_since; ///< of the phase
    std::size_t m_countedBody = 0;
    qint64 m_lingeredBytes = 0;
    bool m_last = false; ///< the answer on its way ends the connection
    bool m_served = false;
};

} // namespace spanglass::receive
