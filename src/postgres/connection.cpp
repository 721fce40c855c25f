// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/connection.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <libpq-fe.h>
#include <poll.h>

namespace spanglass::postgres {
namespace {

constexpr std::chrono::milliseconds cancelPollInterval(100);

std::string firstLine(std::string_view text)
{
    return std::string(text.substr(0, text.find('\n')));
}

} // namespace

void Rows::Clear::operator()(pg_result* result) const
{
    PQclear(result);
}

int Rows::size() const
{
    return PQntuples(m_result.get());
}

bool Rows::isNull(int row, int column) const
{
    return PQgetisnull(m_result.get(), row, column) != 0;
}

std::string_view Rows::text(int row, int column) const
{
    return {PQgetvalue(m_result.get(), row, column),
            static_cast<std::size_t>(PQgetlength(m_result.get(), row, column))};
}

std::int64_t Rows::integer(int row, int column) const
{
    return std::strtoll(PQgetvalue(m_result.get(), row, column), nullptr, 10);
}

std::int64_t Rows::affected() const
{
    return std::strtoll(PQcmdTuples(m_result.get()), nullptr, 10);
}

Outcome<std::unique_ptr<Connection>> Connection::open(const std::string& conninfo,
                                                      const std::string& password, Duration deadline,
                                                      std::stop_token stop)
{
    const auto until = Clock::now() + deadline;
    // With expand_dbname the first keyword may be a whole connection string; later ones win over it.
    std::vector<const char*> keywords{"dbname", "application_name", "client_encoding"};
    std::vector<const char*> values{conninfo.c_str(), "spanglass", "UTF8"};
    if (!password.empty()) {
        keywords.push_back("password");
        values.push_back(password.c_str());
    }
    keywords.push_back(nullptr);
    values.push_back(nullptr);
    std::unique_ptr<Connection> connection(
        new Connection(PQconnectStartParams(keywords.data(), values.data(), 1), deadline, std::move(stop)));
    if (auto connected = connection->finishConnecting(until); !connected)
        return tl::unexpected(connected.error());
    PQsetnonblocking(connection->m_handle, 1);
    const std::string settings = "SET TIME ZONE 'UTC'; SET statement_timeout = " +
                                 std::to_string(std::max<std::int64_t>(deadline.count() * 9 / 10, 1));
    if (auto set = connection->execute(settings); !set)
        return tl::unexpected(set.error());
    return connection;
}

Outcome<void> Connection::finishConnecting(Clock::time_point until)
{
    if (!m_handle)
        return tl::unexpected(Failure{FailureKind::busy, {}, "out of memory"});
    if (PQstatus(m_handle) == CONNECTION_BAD)
        return tl::unexpected(connectFailure(PQerrorMessage(m_handle)));
    PQsetErrorVerbosity(m_handle, PQERRORS_VERBOSE);
    PQsetNoticeProcessor(
        m_handle, [](void*, const char*) {}, nullptr);
    for (auto state = PGRES_POLLING_WRITING; state != PGRES_POLLING_OK; state = PQconnectPoll(m_handle)) {
        if (state == PGRES_POLLING_FAILED)
            return tl::unexpected(connectFailure(PQerrorMessage(m_handle)));
        if (auto ready = waitFor(state == PGRES_POLLING_WRITING, until); !ready)
            return ready;
    }
    PQsetErrorVerbosity(m_handle, PQERRORS_DEFAULT);
    return {};
}

Connection::~Connection()
{
    PQfinish(m_handle);
}

bool Connection::isOpen() const
{
    return PQstatus(m_handle) == CONNECTION_OK;
}

int Connection::serverVersion() const
{
    return PQserverVersion(m_handle);
}

std::string Connection::place() const
{
    const auto text = [](const char* value) { return std::string(value ? value : ""); };
    return text(PQdb(m_handle)) + " on " + text(PQhost(m_handle)) + ":" + text(PQport(m_handle)) + " as " +
           text(PQuser(m_handle));
}

/// Waits until the socket is ready; in short steps, so that `cancel` is noticed.
Outcome<void> Connection::waitFor(bool toWrite, Clock::time_point until)
{
    while (!m_cancelled.load() && !m_stop.stop_requested()) {
        const auto left = std::chrono::duration_cast<Duration>(until - Clock::now());
        if (left.count() <= 0)
            return tl::unexpected(Failure{FailureKind::unreachable, {}, "no answer within the deadline"});
        pollfd socket{PQsocket(m_handle), static_cast<short>(toWrite ? POLLOUT | POLLIN : POLLIN), 0};
        if (socket.fd < 0)
            return tl::unexpected(broken());
        const int ready = poll(&socket, 1, static_cast<int>(std::min(left, cancelPollInterval).count()));
        if (ready > 0)
            return {};
        if (ready < 0 && errno != EINTR)
            return tl::unexpected(broken());
    }
    return tl::unexpected(Failure{FailureKind::cancelled, {}, "cancelled"});
}

Failure Connection::broken()
{
    std::string text = firstLine(PQerrorMessage(m_handle));
    return {FailureKind::unreachable, {}, text.empty() ? "the connection broke" : text};
}

Failure Connection::failureOf(const pg_result* result)
{
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char* primary = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    if (!state)
        return {FailureKind::unreachable, {}, firstLine(PQresultErrorMessage(result))};
    return {kindOfSqlState(state), state, firstLine(primary ? primary : PQresultErrorMessage(result))};
}

Outcome<void> Connection::flush(Clock::time_point until)
{
    for (int left = PQflush(m_handle); left != 0; left = PQflush(m_handle)) {
        if (left < 0)
            return tl::unexpected(broken());
        if (auto ready = waitFor(true, until); !ready)
            return ready;
        // Reading as well, or both sides wait with full buffers.
        if (PQconsumeInput(m_handle) == 0)
            return tl::unexpected(broken());
    }
    return {};
}

Outcome<pg_result*> Connection::nextResult(Clock::time_point until)
{
    while (PQisBusy(m_handle)) {
        if (auto ready = waitFor(false, until); !ready)
            return tl::unexpected(ready.error());
        if (PQconsumeInput(m_handle) == 0)
            return tl::unexpected(broken());
    }
    return PQgetResult(m_handle);
}

/// The results up to the end of the statement: the last one that succeeded, or the first failure.
Outcome<Rows> Connection::collect(Clock::time_point until)
{
    std::optional<Failure> failure;
    Rows last(nullptr);
    for (;;) {
        auto next = nextResult(until);
        if (!next)
            return tl::unexpected(next.error());
        if (!*next)
            break;
        Rows rows(*next);
        const auto status = PQresultStatus(*next);
        if (status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH)
            return rows;
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY &&
            !failure)
            failure = failureOf(*next);
        last = std::move(rows);
    }
    if (failure)
        return tl::unexpected(*failure);
    return last;
}

Outcome<Rows> Connection::query(const std::string& sql,
                                std::span<const std::optional<std::string>> parameters)
{
    std::vector<const char*> values;
    for (const auto& parameter : parameters)
        values.push_back(parameter ? parameter->c_str() : nullptr);
    const auto until = Clock::now() + m_deadline;
    if (PQsendQueryParams(m_handle, sql.c_str(), static_cast<int>(values.size()), nullptr, values.data(),
                          nullptr, nullptr, 0) == 0)
        return tl::unexpected(broken());
    if (auto sent = flush(until); !sent)
        return tl::unexpected(sent.error());
    return collect(until);
}

Outcome<Rows> Connection::execute(const std::string& sql)
{
    const auto until = Clock::now() + m_deadline;
    if (PQsendQuery(m_handle, sql.c_str()) == 0)
        return tl::unexpected(broken());
    if (auto sent = flush(until); !sent)
        return tl::unexpected(sent.error());
    return collect(until);
}

Outcome<std::int64_t> Connection::copyIn(const std::string& sql, std::string_view data)
{
    if (auto started = execute(sql); !started)
        return tl::unexpected(started.error());
    const auto until = Clock::now() + m_deadline;
    constexpr std::size_t piece = 1 << 20;
    while (!data.empty()) {
        const auto bytes = std::min(piece, data.size());
        const int sent = PQputCopyData(m_handle, data.data(), static_cast<int>(bytes));
        if (sent < 0)
            return tl::unexpected(broken());
        if (sent > 0)
            data.remove_prefix(bytes);
        if (auto flushed = flush(until); !flushed)
            return tl::unexpected(flushed.error());
    }
    for (int ended = 0; ended == 0;) {
        ended = PQputCopyEnd(m_handle, nullptr);
        if (ended < 0)
            return tl::unexpected(broken());
        if (auto flushed = flush(until); !flushed)
            return tl::unexpected(flushed.error());
    }
    auto done = collect(until);
    if (!done)
        return tl::unexpected(done.error());
    return done->affected();
}

Outcome<std::optional<Notification>> Connection::waitForNotification(Duration limit)
{
    const auto until = Clock::now() + limit;
    for (;;) {
        if (PQconsumeInput(m_handle) == 0)
            return tl::unexpected(broken());
        if (PGnotify* notify = PQnotifies(m_handle)) {
            Notification notification{notify->relname, notify->extra};
            PQfreemem(notify);
            return notification;
        }
        auto ready = waitFor(false, until);
        if (!ready && Clock::now() >= until)
            return std::optional<Notification>();
        if (!ready)
            return tl::unexpected(ready.error());
    }
}

} // namespace spanglass::postgres
