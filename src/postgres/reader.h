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

#include <functional>
#include <memory>

#include "postgres/connection.h"
#include "trace/dashboard.h"
#include "trace/span_table.h"
#include "trace/trace_row.h"
#include "trace/turn.h"

namespace spanglass::postgres {

/// A session as a line of a list.
struct SessionLine
{
    std::string session;
    trace::Turn first, last;        ///< what was said in its first and its last trace
    std::string firstName;          ///< of its first trace
    std::vector<std::string> users; ///< sorted, each once
    std::int64_t traces = 0;
    std::int64_t running = 0; ///< of these
    std::int64_t spans = 0;
    std::int64_t errors = 0; ///< failed spans
    std::int64_t startUnixNs = 0;
    std::int64_t endUnixNs = 0; ///< as far as it is known
    trace::Tokens tokens;
    std::optional<Decimal> cost;
};

struct SessionLines
{
    std::vector<SessionLine> rows;
    std::string next; ///< empty: there is no further page
};

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

    // Of many traces (overview.cpp); `query` as in `traces`.

    /// `bins` (1…1,000) of one width over the query's range, or from its first trace to its last.
    [[nodiscard]] Outcome<trace::TraceHistogram> histogram(const trace::TraceQuery& query, int bins) const;
    /// Values of a key of the query language that begin with `prefix` in any case, of the latest traces.
    [[nodiscard]] Outcome<std::vector<std::string>> values(std::string_view key, std::string_view prefix,
                                                           int limit = 50) const;
    /// `progress` is called now and then with the traces that were read and all there are; false cancels.
    [[nodiscard]] Outcome<trace::Dashboard>
    dashboard(const trace::TraceQuery& query, int bins,
              const std::function<bool(std::int64_t done, std::int64_t total)>& progress = {}) const;
    /// By their last trace's start, newest first; `after` is `next` of the page before.
    [[nodiscard]] Outcome<SessionLines> sessions(int limit, const std::string& after = {}) const;
    /// From its first to its last; of a longer one the last `limit`.
    [[nodiscard]] Outcome<std::vector<trace::TraceRow>> sessionTraces(const std::string& session,
                                                                      int limit) const;

    /// "db on host:5432 as user".
    [[nodiscard]] std::string place() const;

private:
    struct State;
    explicit Reader(std::shared_ptr<State> state);
    std::shared_ptr<State> m_state;
};

} // namespace spanglass::postgres
