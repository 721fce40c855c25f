// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/listener.h"

namespace spanglass::postgres {

constexpr Connection::Duration listenDeadline(10'000);

Outcome<Listener> Listener::open(const std::string& conninfo, const std::string& password,
                                 std::stop_token stop)
{
    auto connection = Connection::open(conninfo, password, listenDeadline, std::move(stop));
    if (!connection)
        return tl::unexpected(connection.error());
    if (auto listening = (*connection)->execute("LISTEN spanglass"); !listening)
        return tl::unexpected(listening.error());
    return Listener(std::move(*connection));
}

Outcome<std::optional<std::vector<TraceId>>> Listener::wait(std::chrono::milliseconds limit)
{
    auto heard = m_connection->waitForNotification(limit);
    if (!heard)
        return tl::unexpected(heard.error());
    if (!*heard)
        return std::optional<std::vector<TraceId>>();
    std::vector<TraceId> traces;
    const std::string& payload = (*heard)->payload;
    for (std::size_t at = 0; at + 32 <= payload.size(); at += 33)
        traces.push_back(TraceId::fromHex(std::string_view(payload).substr(at, 32)));
    return std::optional(std::move(traces));
}

} // namespace spanglass::postgres
