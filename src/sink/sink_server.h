// SPDX-License-Identifier: GPL-3.0-or-later
/// The sink's sockets: HTTP/1.1 on 127.0.0.1, one request after the other per connection.
#pragma once

#include <QTcpServer>

#include "sink/sink_desk.h"

namespace spanglass::sink {

class SinkServer : public QTcpServer
{
    Q_OBJECT
public:
    SinkServer();
    /// 0: any free port. False where the port is taken.
    bool start(std::uint16_t port);
    [[nodiscard]] const SinkDesk& desk() const { return m_desk; }

private:
    void accept();
    SinkDesk m_desk;
};

} // namespace spanglass::sink
