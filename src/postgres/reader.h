// SPDX-License-Identifier: GPL-3.0-or-later
/// The team's store, read: traces by pages, spans by trace, details by span, as the local store does
/// (store/store.h), so that a viewer browses both alike.
///
///     auto reader = Reader::open("service=team");
///     auto page = reader->traces({.limit = 100});
///     auto table = reader->trace(page->rows.front().id);
///
/// Calls may come from any thread; they run one at a time on one connection, which is opened again when it
/// broke.
#pragma once

#include <memory>

#include "postgres/connection.h"
#include "trace/span_table.h"
#include "trace/trace_row.h"

namespace spanglass::postgres {

class Reader
{
public:
    /// A stop asked of `stop` ends what runs with `cancelled`, from any thread; for good.
    [[nodiscard]] static Outcome<Reader> open(const std::string& conninfo, const std::string& password = {},
                                              std::stop_token stop = {});
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;
    ~Reader();

    /// `query.text` is the query bar's language (trace/query_syntax.h); free words must all occur in the
    /// trace's name, user, session, or a span's name, input or output. A fault in it is `rejected`.
    [[nodiscard]] Outcome<trace::TracePage> traces(const trace::TraceQuery& query) const;
    /// Nothing where there is no such trace.
    [[nodiscard]] Outcome<std::optional<trace::TraceRow>> traceRow(TraceId trace) const;
    [[nodiscard]] Outcome<std::shared_ptr<const trace::SpanTable>> trace(TraceId trace) const;
    [[nodiscard]] Outcome<std::optional<trace::Span>> span(TraceId trace, SpanId span) const;

    /// "db on host:5432 as user".
    [[nodiscard]] std::string place() const;

private:
    struct State;
    explicit Reader(std::shared_ptr<State> state);
    std::shared_ptr<State> m_state;
};

/// Hears of new traces as other machines deliver them (NOTIFY). Has a connection of its own; one thread.
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
