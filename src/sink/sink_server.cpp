// SPDX-License-Identifier: GPL-3.0-or-later
#include "sink/sink_server.h"

#include <QTcpSocket>

#include "receive/http_parser.h"

namespace spanglass::sink {
namespace {

using receive::HttpParser;

/// Answers what is whole; false where the connection is to be closed.
bool answerAll(QTcpSocket& socket, HttpParser& parser, SinkDesk& desk)
{
    const QByteArray read = socket.readAll();
    std::string_view bytes(read.constData(), static_cast<std::size_t>(read.size()));
    for (bool again = true; again;) {
        const std::size_t taken = parser.feed(bytes);
        bytes.remove_prefix(taken);
        again = !bytes.empty();
        switch (parser.state()) {
        case HttpParser::State::headDone:
            if (parser.request().expectsContinue)
                socket.write("HTTP/1.1 100 Continue\r\n\r\n");
            parser.wantBody();
            again = true;
            break;
        case HttpParser::State::complete: {
            const receive::HttpRequest request = parser.take();
            socket.write(QByteArray::fromStdString(receive::bytesOf(desk.serve(request), request.keepAlive)));
            if (!request.keepAlive)
                return false;
            break;
        }
        case HttpParser::State::failed:
            socket.write(QByteArray::fromStdString(receive::bytesOf(
                receive::langfuseFailure(parser.failure().status, "Error", parser.failure().reason), false)));
            return false;
        default:
            break;
        }
    }
    return true;
}

} // namespace

SinkServer::SinkServer()
{
    connect(this, &QTcpServer::newConnection, this, &SinkServer::accept);
}

bool SinkServer::start(std::uint16_t port)
{
    return listen(QHostAddress::LocalHost, port);
}

void SinkServer::accept()
{
    while (QTcpSocket* socket = nextPendingConnection()) {
        auto parser = std::make_shared<HttpParser>();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, parser] {
            if (!answerAll(*socket, *parser, m_desk))
                socket->disconnectFromHost();
        });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

} // namespace spanglass::sink
