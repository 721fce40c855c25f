// SPDX-License-Identifier: GPL-3.0-or-later
/// The local store, read: traces by pages, spans by trace, details by span. SQLite in the user's data
/// directory.
///
///     auto store = Store::open(Store::defaultDirectory());
///     auto page = store->traces({.limit = 100});
///     auto table = store->trace(page->rows.front().id);
///
/// A Store is used by the thread that opened it; open one per thread. Reading never blocks the keeper and
/// sees a consistent state. Writing the rows is the keeper's work (store/keeper.h).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/dashboard_reader.h"
#include "store/scores.h"
#include "store/sessions.h"
#include "store/span_reader.h"
#include "trace/span.h"
#include "trace/span_table.h"
#include "trace/trace_row.h"

namespace spanglass::store {

using trace::TraceOrder;
using trace::TracePage;
using trace::TraceQuery;
using trace::TraceRow;
using trace::TraceStatus;

struct Counts
{
    std::int64_t traces = 0;
    std::int64_t spans = 0;
    std::int64_t created = 0; ///< the books over all recorders: created = stored + dropped
    std::int64_t stored = 0;
    std::int64_t dropped = 0;
};

/// What became of an import.
struct BatchResult
{
    std::int64_t spans = 0;      ///< that it brought, repeats included
    std::int64_t duplicates = 0; ///< of these, repeats of what was there
    std::string note;            ///< as it was given to journal::Writer::commit
};

class Store
{
public:
    /// `$SPANGLASS_STORE`, else `$XDG_DATA_HOME/spanglass`, else `~/.local/share/spanglass`.
    [[nodiscard]] static std::filesystem::path defaultDirectory();
    /// Opens, making directory (0700), files (0600) and schema where they are missing.
    [[nodiscard]] static Result<Store> open(const std::filesystem::path& directory);
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    [[nodiscard]] Result<TracePage> traces(const TraceQuery& query) const;
    /// How many traces of the query began when (store/trace_histogram.h).
    [[nodiscard]] Result<trace::TraceHistogram> countOverTime(const TraceQuery& query, int bins) const;
    /// What completion offers behind `key:` (store/trace_histogram.h).
    [[nodiscard]] Result<std::vector<std::string>> knownValues(std::string_view key,
                                                               std::string_view prefix) const;
    /// The figures of every trace of the query over time (store/dashboard_reader.h).
    [[nodiscard]] Result<trace::Dashboard> dashboard(const TraceQuery& query, int bins,
                                                     const DashboardProgress& progress) const;
    [[nodiscard]] Result<std::vector<StoredScore>> scores(TraceId trace) const;
    [[nodiscard]] Result<TraceRow> traceRow(TraceId trace) const;
    /// All spans of a trace in start order, parents resolved, details fetched on demand through this store's
    /// file.
    [[nodiscard]] Result<std::shared_ptr<const trace::SpanTable>> trace(TraceId trace) const;
    /// Several traces as one table (store/span_reader.h).
    [[nodiscard]] Result<std::shared_ptr<const trace::SpanTable>>
    traces(const std::vector<TraceId>& traces, const TracesProgress& progress) const;
    [[nodiscard]] Result<trace::Span> span(TraceId trace, SpanId span) const;
    /// A page of sessions by their last trace, newest first.
    [[nodiscard]] Result<SessionPage> sessions(const SessionQuery& query = {}) const;
    /// The traces of a session from its first to its last; of a longer one the last `limit`.
    [[nodiscard]] Result<std::vector<TraceRow>> sessionTraces(const std::string& session,
                                                              int limit = 1000) const;
    /// Nothing until the batch (journal::Writer::Options::batch) was committed and gathered whole.
    [[nodiscard]] Result<std::optional<BatchResult>> batch(const std::string& id) const;
    [[nodiscard]] Result<Counts> counts() const;
    /// Grows with every commit of the keeper: equal means nothing changed since.
    [[nodiscard]] std::int64_t changeCounter() const;
    [[nodiscard]] const std::filesystem::path& directory() const;
    /// While `stop` says so, whatever this store is asked ends soon, with an error of kind cancelled. Asked
    /// from this thread, every few thousand steps of SQLite.
    void stopWhen(std::function<bool()> stop);

private:
    struct State;
    explicit Store(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace spanglass::store
