// SPDX-License-Identifier: GPL-3.0-or-later
/// Hears of new traces as other machines deliver them (NOTIFY). Has a connection of its own; one thread.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "postgres/connection.h"
#include <spanglass/types.h>

namespace spanglass::postgres {

class Listener
{
public:
    [[nodiscard]] static Outcome<Listener> open(const std::string& conninfo, const std::string& password = {},
                                                std::stop_token stop = {});
    /// The ids of traces that changed, empty ones as "many did"; nothing when `limit` passed. After a failure
    /// open a new one and read the first page: what was announced meanwhile is lost.
    [[nodiscard]] Outcome<std::optional<std::vector<TraceId>>> wait(std::chrono::milliseconds limit);

private:
    explicit Listener(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
    std::unique_ptr<Connection> m_connection;
};

} // namespace spanglass::postgres
