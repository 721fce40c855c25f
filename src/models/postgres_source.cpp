// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/postgres_source.h"

#include <chrono>
#include <condition_variable>

#include "models/chosen_traces.h"
#include "postgres/listener.h"
#include "postgres/reader.h"
#include "trace/display_table.h"

namespace spanglass::models {
namespace {

using namespace std::chrono_literals;

constexpr auto firstWait = 500ms;
constexpr auto longestWait = 30s;
constexpr auto listenStep = 1s;

constexpr int mostTracesOfSession = 1000;

Error errorOf(const postgres::Failure& failure)
{
    return {failure.kind == postgres::FailureKind::schema      ? ErrorKind::format
            : failure.kind == postgres::FailureKind::cancelled ? ErrorKind::cancelled
                                                               : ErrorKind::unavailable,
            "the team's database: " + failure.message};
}

template<class T> Result<T> resultOf(postgres::Outcome<T> outcome)
{
    if (!outcome)
        return tl::unexpected(errorOf(outcome.error()));
    return std::move(*outcome);
}

tl::unexpected<Error> cancelled()
{
    return fail(ErrorKind::cancelled, "reading was cancelled");
}

/// As long as the local store's lines are.
std::string shortened(std::string text)
{
    constexpr std::size_t mostBytes = 200;
    if (text.size() <= mostBytes)
        return text;
    std::size_t end = mostBytes - 3;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end; // no half a character
    return text.substr(0, end) + "…";
}

store::SessionRow rowOf(postgres::SessionLine line)
{
    const std::string& answer = line.last.answer.empty() ? line.last.question : line.last.answer;
    store::SessionRow row;
    row.session = std::move(line.session);
    row.title = shortened(line.first.question.empty() ? line.firstName : line.first.question);
    row.lastMessage = shortened(answer);
    row.users = std::move(line.users);
    row.traces = line.traces;
    row.running = line.running;
    row.spans = line.spans;
    row.errors = line.errors;
    row.startUnixNs = line.startUnixNs;
    row.endUnixNs = line.endUnixNs;
    row.tokens = line.tokens;
    row.cost = line.cost;
    return row;
}

/// Trace by trace, so that it can be told how far it is; one that was deleted meanwhile is empty.
Result<TraceSource::Merged> mergedOf(const postgres::Reader& reader, const trace::TraceQuery& query,
                                     std::int64_t mostSpans, Progress& progress)
{
    const auto chosen = chooseTraces(query, mostSpans, [&](const trace::TraceQuery& page) {
        return progress.cancelled ? Result<trace::TracePage>(cancelled()) : resultOf(reader.traces(page));
    });
    if (!chosen)
        return tl::unexpected(chosen.error());
    const auto count = static_cast<std::int64_t>(chosen->traces.size());
    progress.total = count;
    std::vector<std::shared_ptr<const trace::SpanTable>> tables;
    for (const TraceId trace : chosen->traces) {
        if (progress.cancelled)
            return cancelled();
        auto table = reader.trace(trace);
        if (!table)
            return tl::unexpected(errorOf(table.error()));
        tables.push_back(std::move(*table));
        ++progress.done;
    }
    return TraceSource::Merged{trace::joined(tables), count, chosen->complete};
}

/// Returns early when it is to stop.
void rest(const std::stop_token& stop, std::chrono::milliseconds time)
{
    std::mutex mutex;
    std::condition_variable_any condition;
    std::unique_lock lock(mutex);
    condition.wait_for(lock, stop, time, [] { return false; });
}

} // namespace

/// A database that could not be reached is tried again with the next question.
struct PostgresSource::Reader
{
    std::string conninfo;
    sync::Secret password;
    std::stop_token stop;
    std::optional<postgres::Reader> opened;

    template<class Read> auto with(Read read) -> std::invoke_result_t<Read, const postgres::Reader&>
    {
        if (!opened) {
            auto reader = postgres::Reader::open(conninfo, password.reveal(), stop);
            if (!reader)
                return tl::unexpected(errorOf(reader.error()));
            opened.emplace(std::move(*reader));
        }
        return read(*opened);
    }
};

PostgresSource::PostgresSource(std::string conninfo, sync::Secret password, QObject* parent)
    : TraceSource(parent), m_conninfo(std::move(conninfo)), m_password(std::move(password)),
      m_reader(std::make_shared<Reader>()), m_thread(QStringLiteral("team database"))
{
    m_reader->conninfo = m_conninfo;
    m_reader->password = m_password;
    m_reader->stop = m_stop.get_token();
    m_listener.reset(QThread::create([this] { listen(); }));
    m_listener->setObjectName(QStringLiteral("team listener"));
    m_listener->start();
}

PostgresSource::~PostgresSource()
{
    m_stop.request_stop();
    m_listener->wait();
    m_thread.finish([reader = m_reader] { reader->opened.reset(); });
}

/// On the listener's thread. After a break the first page is read again: what was announced meanwhile is
/// lost, what was delivered is not.
void PostgresSource::listen()
{
    const std::stop_token stop = m_stop.get_token();
    std::chrono::milliseconds wait = firstWait;
    for (bool again = false; !stop.stop_requested(); again = true) {
        auto listener = postgres::Listener::open(m_conninfo, m_password.reveal(), stop);
        if (listener) {
            wait = firstWait;
            Q_EMIT listening(true, {});
            if (again)
                Q_EMIT changed();
        }
        postgres::Failure failure = listener ? postgres::Failure{} : listener.error();
        while (listener && !stop.stop_requested()) {
            const auto heard = listener->wait(listenStep);
            if (!heard) {
                failure = heard.error();
                break;
            }
            if (*heard)
                Q_EMIT changed();
        }
        if (stop.stop_requested())
            return;
        Q_EMIT listening(false, QString::fromStdString(failure.message));
        rest(stop, wait);
        wait = std::min<std::chrono::milliseconds>(wait * 2, longestWait);
    }
}

/// `read` is called with an open reader, on the thread.
template<class T, class Read>
void PostgresSource::ask(QObject* receiver, Read read, std::function<void(Result<T>)> done)
{
    m_thread.run(
        receiver, [reader = m_reader, read = std::move(read)]() -> Result<T> { return reader->with(read); },
        std::move(done));
}

void PostgresSource::requestPage(QObject* receiver, const trace::TraceQuery& query,
                                 std::function<void(Page)> done)
{
    ask<trace::TracePage>(
        receiver, [query](const postgres::Reader& open) { return resultOf(open.traces(query)); },
        std::move(done));
}

void PostgresSource::requestRows(QObject* receiver, std::vector<TraceId> traces,
                                 std::function<void(Rows)> done)
{
    ask<std::vector<trace::TraceRow>>(
        receiver,
        [traces = std::move(traces)](const postgres::Reader& open) -> Rows {
            std::vector<trace::TraceRow> rows;
            for (const TraceId trace : traces) {
                auto row = open.traceRow(trace);
                if (!row)
                    return tl::unexpected(errorOf(row.error()));
                if (*row)
                    rows.push_back(std::move(**row));
            }
            return rows;
        },
        std::move(done));
}

void PostgresSource::requestTrace(QObject* receiver, TraceId trace, std::function<void(Table)> done)
{
    ask<std::shared_ptr<const trace::SpanTable>>(
        receiver, [trace](const postgres::Reader& open) { return resultOf(open.trace(trace)); },
        std::move(done));
}

void PostgresSource::requestHistogram(QObject* receiver, const trace::TraceQuery& query, int bins,
                                      std::function<void(Histogram)> done)
{
    ask<trace::TraceHistogram>(
        receiver,
        [query, bins](const postgres::Reader& open) { return resultOf(open.histogram(query, bins)); },
        std::move(done));
}

void PostgresSource::requestValues(QObject* receiver, const std::string& key, const std::string& prefix,
                                   std::function<void(Texts)> done)
{
    ask<std::vector<std::string>>(
        receiver, [key, prefix](const postgres::Reader& open) { return resultOf(open.values(key, prefix)); },
        std::move(done));
}

void PostgresSource::requestDashboard(QObject* receiver, const trace::TraceQuery& query, int bins,
                                      std::shared_ptr<Progress> progress, std::function<void(Dashboard)> done)
{
    ask<trace::Dashboard>(
        receiver,
        [query, bins, progress = std::move(progress)](const postgres::Reader& open) {
            return resultOf(open.dashboard(query, bins, [&](std::int64_t read, std::int64_t all) {
                if (!progress)
                    return true;
                progress->done = read;
                progress->total = all;
                return !progress->cancelled;
            }));
        },
        std::move(done));
}

void PostgresSource::requestMerged(QObject* receiver, const trace::TraceQuery& query, std::int64_t mostSpans,
                                   std::shared_ptr<Progress> progress, std::function<void(MergedAnswer)> done)
{
    ask<Merged>(
        receiver,
        [query, mostSpans, progress = std::move(progress)](const postgres::Reader& open) {
            return mergedOf(open, query, mostSpans, *progress);
        },
        std::move(done));
}

void PostgresSource::requestSessions(QObject* receiver, const store::SessionQuery& query,
                                     std::function<void(Sessions)> done)
{
    ask<store::SessionPage>(
        receiver,
        [query](const postgres::Reader& open) -> Sessions {
            auto lines = open.sessions(query.limit, query.after);
            if (!lines)
                return tl::unexpected(errorOf(lines.error()));
            store::SessionPage page;
            page.next = std::move(lines->next);
            for (postgres::SessionLine& line : lines->rows)
                page.rows.push_back(rowOf(std::move(line)));
            return page;
        },
        std::move(done));
}

void PostgresSource::requestSessionTraces(QObject* receiver, const std::string& session,
                                          std::function<void(Rows)> done)
{
    ask<std::vector<trace::TraceRow>>(
        receiver,
        [session](const postgres::Reader& open) {
            return resultOf(open.sessionTraces(session, mostTracesOfSession));
        },
        std::move(done));
}

void PostgresSource::requestPlace(QObject* receiver, std::function<void(Result<QString>)> done)
{
    ask<QString>(
        receiver,
        [](const postgres::Reader& open) -> Result<QString> { return QString::fromStdString(open.place()); },
        std::move(done));
}

QString PostgresSource::whyNot(Ability ability) const
{
    switch (ability) {
    case Ability::record:
        return tr("Agents record into the store of their own machine, and it delivers here.");
    case Ability::change:
        return tr("A team's database is only read here: change the trace where it was recorded.");
    case Ability::deliver:
        return tr("Deliveries belong to a store on this machine; this is where they go.");
    }
    return {};
}

} // namespace spanglass::models
