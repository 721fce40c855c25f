// SPDX-License-Identifier: GPL-3.0-or-later
/// One connection to a Postgres server, with a deadline on everything: a stopped server or a half-open line
/// costs the caller the deadline and no more.
///
///     auto connection = Connection::open("service=team", 10s);
///     auto rows = connection->query("SELECT name FROM spanglass.traces WHERE trace_id = $1", {id});
///
/// libpq directly: QPSQL connects and waits without a limit, cannot cancel, knows no COPY, and quotes values
/// into the statement's text. Connection strings, URIs, service files, PG* variables and .pgpass are libpq's
/// own. Used by one thread at a time; `cancel` from any.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "postgres/failure.h"

struct pg_conn;
struct pg_result;

namespace spanglass::postgres {

/// The rows of a query, as text.
class Rows
{
public:
    explicit Rows(pg_result* result) : m_result(result) {}
    [[nodiscard]] int size() const;
    [[nodiscard]] bool isNull(int row, int column) const;
    [[nodiscard]] std::string_view text(int row, int column) const;
    [[nodiscard]] std::int64_t integer(int row, int column) const;
    /// How many rows an INSERT, UPDATE or DELETE touched.
    [[nodiscard]] std::int64_t affected() const;

private:
    struct Clear
    {
        void operator()(pg_result* result) const;
    };
    std::unique_ptr<pg_result, Clear> m_result;
};

struct Notification
{
    std::string channel;
    std::string payload;
};

class Connection
{
public:
    using Duration = std::chrono::milliseconds;

    /// `conninfo` is anything libpq takes; `password` (may be empty) goes beside it, so that it stands in no
    /// string that is shown. The session is in UTC, UTF-8, with statement_timeout below `deadline`. A stop
    /// asked of `stop` ends what runs as `cancel` does, the opening itself included.
    [[nodiscard]] static Outcome<std::unique_ptr<Connection>> open(const std::string& conninfo,
                                                                   const std::string& password = {},
                                                                   Duration deadline = Duration(10'000),
                                                                   std::stop_token stop = {});
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// For every later call; what takes longer is cancelled and the connection closed.
    void setDeadline(Duration deadline) { m_deadline = deadline; }

    Outcome<Rows> query(const std::string& sql, std::span<const std::optional<std::string>> parameters);
    Outcome<Rows> query(const std::string& sql, std::initializer_list<std::optional<std::string>> parameters)
    {
        return query(sql, std::span(parameters.begin(), parameters.size()));
    }
    /// One or more statements without parameters.
    Outcome<Rows> execute(const std::string& sql);
    /// COPY … FROM STDIN (FORMAT binary): `data` is the whole stream.
    Outcome<std::int64_t> copyIn(const std::string& sql, std::string_view data);

    /// Waits up to `limit` for a NOTIFY on a channel this connection listens to.
    Outcome<std::optional<Notification>> waitForNotification(Duration limit);

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] int serverVersion() const; ///< 150004 for 15.4
    /// "db on host:5432 as user": for messages.
    [[nodiscard]] std::string place() const;

    /// Makes what runs now, and everything after it, fail with `cancelled`. Any thread.
    void cancel() { m_cancelled.store(true); }

private:
    Connection(pg_conn* handle, Duration deadline, std::stop_token stop)
        : m_handle(handle), m_deadline(deadline), m_stop(std::move(stop))
    {
    }
    using Clock = std::chrono::steady_clock;

    Outcome<void> finishConnecting(Clock::time_point until);
    Outcome<void> waitFor(bool toWrite, Clock::time_point until);
    Outcome<void> flush(Clock::time_point until);
    Outcome<Rows> collect(Clock::time_point until);
    Outcome<pg_result*> nextResult(Clock::time_point until);
    Failure broken();
    Failure failureOf(const pg_result* result);

    pg_conn* m_handle;
    Duration m_deadline;
    std::stop_token m_stop;
    std::atomic<bool> m_cancelled = false;
};

} // namespace spanglass::postgres
