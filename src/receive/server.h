// SPDX-License-Identifier: GPL-3.0-or-later
/// The receiver on the network: OTLP over HTTP, and Langfuse's doors, into journals of a store.
///
///     auto server = Server::start({.store = directory});
///     server->listening();                                // {"127.0.0.1:4318", "[::1]:4318"}
///
/// One thread of its own for sockets, parsing and the journal; the object is used by the thread that made it.
/// Every connection is bounded in time and memory, and so are all of them together: slow clients and floods
/// cost others nothing, and what cannot be taken gets 503 with Retry-After, never a 200 before it is in the
/// journal.
#pragma once

#include <QObject>
#include <QStringList>
#include <QThread>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "receive/desk.h"
#include "receive/http_request.h"

namespace spanglass::receive {

struct ServerOptions
{
    std::filesystem::path store;
    /// "ADDRESS:PORT"; empty: both loopback addresses, port 4318. Beyond loopback a token is required.
    std::string listen;
    std::string token;
    std::vector<std::string> allowedOrigins;
    std::vector<std::string> mask; ///< rules (base/masking.h); none: nothing is masked
    bool durable = false;
    std::uint64_t journalsLimitBytes = std::uint64_t{1} << 30;

    HttpLimits http;
    /// Well below the usual limit of 1024 descriptors. A quarter more may be there to be turned away.
    std::size_t mostConnections = 400;
    std::size_t mostBodyBytes = 256u << 20; ///< of all connections together
    int headMs = 10'000;   ///< for a request's head, from its first byte (or from connecting)
    int bodyMs = 60'000;   ///< for its body
    int idleMs = 120'000;  ///< between requests
    int answerMs = 30'000; ///< for the client to take its answer
};

struct ServerState
{
    QStringList listening; ///< "127.0.0.1:4318"
    DeskCounts counts;
    std::size_t connections = 0;
    std::size_t peakConnections = 0;
};

class Server : public QObject
{
    Q_OBJECT
public:
    static constexpr int defaultPort = 4318;

    /// Listens, or says who holds the port. `usage` for an address that is none, `refused` for one beyond
    /// loopback without a token.
    [[nodiscard]] static Result<std::unique_ptr<Server>> start(const ServerOptions& options);
    ~Server() override; ///< stops; requests that are whole are answered first, within a second

    [[nodiscard]] QStringList listening() const;
    [[nodiscard]] ServerState state() const; ///< asks the receiver's thread

Q_SIGNALS:
    /// Something for the user's eye, each line once: refused spans, a gRPC exporter, a full disk.
    void said(const QString& line);
    /// Spans came in.
    void received(quint64 spans);

private:
    Server();
    class Worker;
    friend class Connection;
    QThread m_thread;
    Worker* m_worker = nullptr;
    QStringList m_listening;
};

} // namespace spanglass::receive
