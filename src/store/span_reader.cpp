// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/span_reader.h"

#include <algorithm>
#include <mutex>
#include <numeric>
#include <unordered_map>

#include "store/details.h"
#include "store/json_attributes.h"
#include "store/payloads.h"
#include "store/scores.h"
#include "store/span_rows.h"
#include "store/trace_columns.h"
#include "trace/meaning.h"

namespace spanglass::store {
namespace {

/// The columns of a table's rows, as they come; sorted afterwards.
struct Lines
{
    std::vector<std::int64_t> row, startNs, durationNs;
    std::vector<TraceId> trace;
    std::vector<SpanId> id, parent;
    std::vector<std::uint32_t> name, service, track;
    std::vector<Kind> kind;
    std::vector<Status> status;
    std::vector<trace::State> state;
    std::vector<std::uint8_t> flags;
};

std::string partsOf(Database& database, std::int64_t journal, SpanId span)
{
    Statement parts = database.prepare(
        "SELECT details FROM span_parts WHERE journal = ?1 AND span_id = ?2 ORDER BY number");
    parts.bind(1, journal).bind(2, static_cast<std::int64_t>(span.value));
    std::string details;
    while (parts.next())
        details += parts.bytes(0);
    return joinParts(details);
}

void readContext(Database& database, std::int64_t context, trace::Span& span)
{
    Statement statement = database.prepare("SELECT resource, scope, service FROM contexts WHERE id = ?1");
    if (!statement.bind(1, context).next())
        return;
    span.resource = attributesFromJson(statement.bytes(0));
    span.scope = scopeFromJson(statement.bytes(1));
    span.service = statement.text(2);
}

TraceId traceIdOf(Database& database, std::int64_t traceRow)
{
    Statement statement = database.prepare("SELECT trace_id FROM traces WHERE id = ?1");
    return statement.bind(1, traceRow).next() ? traceIdFrom(statement.bytes(0)) : TraceId{};
}

void readScores(Database& database, trace::Span& span)
{
    Statement statement = database.prepare("SELECT name, value, comment, typeof(value) FROM scores WHERE "
                                           "trace_id = ?1 AND span_id = ?2 ORDER BY id");
    const std::string id = traceIdBytes(span.trace);
    statement.bindBlob(1, id).bind(2, static_cast<std::int64_t>(span.id.value));
    while (statement.next())
        span.scores.push_back(readScore(statement, 0));
}

/// Reads details for a table that outlives the store it came from. One question at a time.
class DetailsReader
{
public:
    DetailsReader(std::filesystem::path file, std::vector<std::int64_t> rows)
        : m_file(std::move(file)), m_rows(std::move(rows))
    {
    }

    trace::Span span(std::uint32_t row)
    {
        const std::lock_guard lock(m_mutex);
        if (m_database == nullptr) {
            auto opened = Database::open(m_file);
            if (!opened)
                return gone(opened.error().message);
            m_database = std::move(*opened);
        }
        auto span = readSpan(*m_database, m_rows[row]);
        if (auto error = m_database->takeError())
            return gone(error->message);
        return span ? std::move(*span) : gone("this span was deleted");
    }

private:
    static trace::Span gone(const std::string& why)
    {
        trace::Span span;
        span.statusMessage = why;
        return span;
    }

    std::mutex m_mutex;
    std::filesystem::path m_file;
    std::vector<std::int64_t> m_rows;
    std::unique_ptr<Database> m_database;
};

using Services = std::unordered_map<std::int64_t, std::uint32_t>;

Services readServices(Database& database, trace::StringTable& strings)
{
    Services services;
    Statement contexts = database.prepare("SELECT id, service FROM contexts");
    while (contexts.next())
        services[contexts.integer(0)] = strings.intern(contexts.bytes(1));
    return services;
}

Statement prepareLines(Database& database)
{
    return database.prepare("SELECT id, span_id, parent_id, start_ns, duration_ns, name, "
                            "context, thread, kind, status, state, flags "
                            "FROM spans WHERE id BETWEEN ?1 AND ?2");
}

void readLines(Statement& statement, TraceId trace, std::int64_t traceRow, Services& services,
               trace::StringTable& strings, Lines& lines)
{
    statement.reset();
    statement.bind(1, firstSpanOf(traceRow)).bind(2, lastSpanOf(traceRow));
    while (statement.next()) {
        lines.row.push_back(statement.integer(0));
        lines.trace.push_back(trace);
        lines.id.push_back({static_cast<std::uint64_t>(statement.integer(1))});
        lines.parent.push_back({static_cast<std::uint64_t>(statement.integer(2))});
        lines.startNs.push_back(statement.integer(3));
        lines.durationNs.push_back(statement.optionalInteger(4).value_or(trace::unfinished));
        lines.name.push_back(strings.intern(statement.bytes(5)));
        lines.service.push_back(services[statement.integer(6)]);
        const std::int64_t thread = statement.integer(7);
        lines.track.push_back(thread == 0 ? 0 : strings.intern("thread " + std::to_string(thread)));
        lines.kind.push_back(static_cast<Kind>(std::clamp<std::int64_t>(
            statement.integer(8), 0, static_cast<std::int64_t>(kindNames.size()) - 1)));
        lines.status.push_back(static_cast<Status>(std::clamp<std::int64_t>(statement.integer(9), 0, 2)));
        lines.state.push_back(
            static_cast<trace::State>(std::clamp<std::int64_t>(statement.integer(10), 0, 2)));
        lines.flags.push_back(static_cast<std::uint8_t>(statement.integer(11)));
    }
}

template<class T>
std::vector<T> inOrder(const std::vector<T>& values, const std::vector<std::uint32_t>& order)
{
    std::vector<T> sorted;
    sorted.reserve(values.size());
    for (const std::uint32_t at : order)
        sorted.push_back(values[at]);
    return sorted;
}

/// Trace by trace, as they were read.
std::vector<std::uint32_t> byStart(const Lines& lines)
{
    std::vector<std::uint32_t> order(lines.row.size());
    std::iota(order.begin(), order.end(), 0u);
    for (auto from = order.begin(); from != order.end();) {
        const auto to = std::find_if(from, order.end(),
                                     [&](std::uint32_t at) { return lines.trace[at] != lines.trace[*from]; });
        std::stable_sort(
            from, to, [&](std::uint32_t a, std::uint32_t b) { return lines.startNs[a] < lines.startNs[b]; });
        from = to;
    }
    return order;
}

std::shared_ptr<const trace::SpanTable> tableOf(const Database& database, const Lines& lines,
                                                trace::StringTable strings)
{
    auto table = std::make_shared<trace::SpanTable>();
    table->strings = std::move(strings);
    const std::vector<std::uint32_t> order = byStart(lines);
    table->startUnixNs = inOrder(lines.startNs, order);
    table->durationNs = inOrder(lines.durationNs, order);
    table->name = inOrder(lines.name, order);
    table->service = inOrder(lines.service, order);
    table->track = inOrder(lines.track, order);
    table->kind = inOrder(lines.kind, order);
    table->status = inOrder(lines.status, order);
    table->state = inOrder(lines.state, order);
    table->flags = inOrder(lines.flags, order);
    table->id = inOrder(lines.id, order);
    table->trace = inOrder(lines.trace, order);
    table->parent.assign(order.size(), trace::noRow);
    table->linkParents(inOrder(lines.parent, order));
    auto details = std::make_shared<DetailsReader>(database.file(), inOrder(lines.row, order));
    table->details = [details](std::uint32_t row) { return details->span(row); };
    return table;
}

} // namespace

std::int64_t traceRowOf(Database& database, TraceId trace)
{
    Statement statement = database.prepare("SELECT id FROM traces WHERE trace_id = ?1");
    const std::string id = traceIdBytes(trace);
    return statement.bindBlob(1, id).next() ? statement.integer(0) : 0;
}

std::optional<trace::Span> readSpan(Database& database, std::int64_t row)
{
    Statement statement =
        database.prepare(std::string("SELECT ") + spanColumns + " FROM spans WHERE id = ?1");
    if (!statement.bind(1, row).next())
        return std::nullopt;
    SpanRow read = readSpanRow(statement);
    trace::Span& span = read.span;
    span.trace = traceIdOf(database, traceOfSpan(row));
    if (span.state == trace::State::running)
        read.details = partsOf(database, read.journal, span.id);
    decodeDetails(
        read.details, [&](std::int64_t payload) { return fetchPayload(database, payload); }, span);
    readContext(database, read.context, span);
    trace::interpret(span);
    readScores(database, span);
    return std::move(span);
}

Result<std::shared_ptr<const trace::SpanTable>> readTrace(Database& database, TraceId trace)
{
    const std::int64_t traceRow = traceRowOf(database, trace);
    trace::StringTable strings;
    Lines lines;
    if (traceRow != 0) {
        Services services = readServices(database, strings);
        Statement statement = prepareLines(database);
        readLines(statement, trace, traceRow, services, strings, lines);
    }
    if (auto read = database.result(); !read)
        return tl::unexpected(read.error());
    if (traceRow == 0)
        return fail(ErrorKind::unavailable,
                    trace.hex() + ": no such trace in " + database.file().parent_path().string());
    return tableOf(database, lines, std::move(strings));
}

Result<std::shared_ptr<const trace::SpanTable>>
readTraces(Database& database, const std::vector<TraceId>& traces, const TracesProgress& progress)
{
    constexpr std::int64_t tracesPerStep = 32;
    trace::StringTable strings;
    Lines lines;
    Services services = readServices(database, strings);
    Statement statement = prepareLines(database);
    const auto total = static_cast<std::int64_t>(traces.size());
    std::int64_t done = 0;
    for (const TraceId trace : traces) {
        if (done++ % tracesPerStep == 0 && progress && !progress(done - 1, total))
            return fail(ErrorKind::cancelled, "reading the traces was cancelled");
        readLines(statement, trace, traceRowOf(database, trace), services, strings, lines);
    }
    if (auto read = database.result(); !read)
        return tl::unexpected(read.error());
    return tableOf(database, lines, std::move(strings));
}

} // namespace spanglass::store
