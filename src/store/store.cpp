// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include <cstdlib>
#include <sqlite3.h>

#include "store/migrations.h"
#include "store/place.h"
#include "store/span_reader.h"
#include "store/store_file.h"
#include "store/trace_columns.h"
#include "store/trace_histogram.h"
#include "store/trace_search.h"

namespace spanglass::store {

struct Store::State
{
    std::filesystem::path directory;
    std::unique_ptr<Database> database;
    std::function<bool()> stop;
};

std::filesystem::path Store::defaultDirectory()
{
    const auto fromEnvironment = [](const char* name) {
        const char* value = std::getenv(name);
        return std::filesystem::path(value == nullptr ? "" : value);
    };
    if (const auto named = fromEnvironment("SPANGLASS_STORE"); !named.empty())
        return named;
    if (const auto data = fromEnvironment("XDG_DATA_HOME"); data.is_absolute())
        return data / "spanglass";
    return fromEnvironment("HOME") / ".local/share/spanglass";
}

Result<std::unique_ptr<Database>> openDatabase(const std::filesystem::path& directory)
{
    if (auto place = preparePlace(directory); !place)
        return tl::unexpected(place.error());
    const std::filesystem::path file = directory / databaseName;
    if (auto made = preparePrivateFile(file); !made)
        return tl::unexpected(made.error());
    auto database = Database::open(file);
    if (!database)
        return database;
    if (auto migrated = migrate(**database); !migrated)
        return tl::unexpected(migrated.error());
    return database;
}

Result<Store> Store::open(const std::filesystem::path& directory)
{
    auto database = openDatabase(directory);
    if (!database)
        return tl::unexpected(database.error());
    auto state = std::make_unique<State>();
    state->directory = directory;
    state->database = std::move(*database);
    return Store(std::move(state));
}

Store::Store(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<TracePage> Store::traces(const TraceQuery& query) const
{
    return searchTraces(*m_state->database, query);
}

Result<trace::TraceHistogram> Store::countOverTime(const TraceQuery& query, int bins) const
{
    return store::countOverTime(*m_state->database, query, bins);
}

Result<std::vector<std::string>> Store::knownValues(std::string_view key, std::string_view prefix) const
{
    return store::knownValues(*m_state->database, key, prefix);
}

Result<trace::Dashboard> Store::dashboard(const TraceQuery& query, int bins,
                                          const DashboardProgress& progress) const
{
    return readDashboard(*m_state->database, query, bins, progress);
}

Result<std::vector<StoredScore>> Store::scores(TraceId trace) const
{
    return scoresOf(*m_state->database, trace);
}

void Store::stopWhen(std::function<bool()> stop)
{
    m_state->stop = std::move(stop);
    const auto asked = [](void* state) -> int { return static_cast<State*>(state)->stop() ? 1 : 0; };
    if (m_state->stop)
        sqlite3_progress_handler(m_state->database->handle(), 4'000, asked, m_state.get());
    else
        sqlite3_progress_handler(m_state->database->handle(), 0, nullptr, nullptr);
}

Result<TraceRow> Store::traceRow(TraceId trace) const
{
    Database& database = *m_state->database;
    Statement statement =
        database.prepare(std::string("SELECT ") + traceColumns + " FROM traces WHERE trace_id = ?1");
    const std::string id = traceIdBytes(trace);
    const bool found = statement.bindBlob(1, id).next();
    if (auto error = database.takeError())
        return tl::unexpected(*error);
    if (!found)
        return fail(ErrorKind::unavailable,
                    trace.hex() + ": no such trace in " + m_state->directory.string());
    return readTraceRow(statement);
}

Result<std::shared_ptr<const trace::SpanTable>> Store::trace(TraceId trace) const
{
    return readTrace(*m_state->database, trace);
}

Result<std::shared_ptr<const trace::SpanTable>> Store::traces(const std::vector<TraceId>& traces,
                                                              const TracesProgress& progress) const
{
    return readTraces(*m_state->database, traces, progress);
}

Result<trace::Span> Store::span(TraceId trace, SpanId span) const
{
    Database& database = *m_state->database;
    const std::int64_t traceRow = traceRowOf(database, trace);
    Statement statement = database.prepare(
        "SELECT id FROM spans WHERE span_id = ?1 AND id BETWEEN ?2 AND ?3 ORDER BY variant LIMIT 1");
    statement.bind(1, static_cast<std::int64_t>(span.value));
    statement.bind(2, firstSpanOf(traceRow)).bind(3, lastSpanOf(traceRow));
    std::optional<trace::Span> found;
    if (statement.next())
        found = readSpan(database, statement.integer(0));
    if (auto error = database.takeError())
        return tl::unexpected(*error);
    if (!found)
        return fail(ErrorKind::usage, m_state->directory.string() + ": there is no span " + span.hex() +
                                          " in trace " + trace.hex());
    return std::move(*found);
}

Result<SessionPage> Store::sessions(const SessionQuery& query) const
{
    return readSessions(*m_state->database, query);
}

Result<std::vector<TraceRow>> Store::sessionTraces(const std::string& session, int limit) const
{
    return readSessionTraces(*m_state->database, session, limit);
}

Result<std::optional<BatchResult>> Store::batch(const std::string& id) const
{
    Database& database = *m_state->database;
    Statement statement = database.prepare("SELECT spans, duplicates, note FROM batches WHERE batch = ?1");
    std::optional<BatchResult> result;
    if (statement.bind(1, std::string_view(id)).next())
        result = BatchResult{statement.integer(0), statement.integer(1), statement.text(2)};
    if (auto error = database.takeError())
        return tl::unexpected(*error);
    return result;
}

Result<Counts> Store::counts() const
{
    Database& database = *m_state->database;
    Statement statement = database.prepare(
        "SELECT totals.traces, totals.spans, sum(max(created, stored + dropped)), sum(stored), sum(dropped) "
        "FROM totals LEFT JOIN journals");
    Counts counts;
    if (statement.next())
        counts = {statement.integer(0), statement.integer(1), statement.integer(2), statement.integer(3),
                  statement.integer(4)};
    if (auto error = database.takeError())
        return tl::unexpected(*error);
    return counts;
}

std::int64_t Store::changeCounter() const
{
    const std::int64_t counter = m_state->database->integer("SELECT change_counter FROM totals");
    (void)m_state->database->takeError();
    return counter;
}

const std::filesystem::path& Store::directory() const
{
    return m_state->directory;
}

} // namespace spanglass::store
