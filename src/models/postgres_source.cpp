// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/postgres_source.h"

#include <chrono>
#include <condition_variable>

#include "postgres/reader.h"

namespace spanglass::models {
namespace {

using namespace std::chrono_literals;

constexpr auto firstWait = 500ms;
constexpr auto longestWait = 30s;
constexpr auto listenStep = 1s;

Error errorOf(const postgres::Failure& failure)
{
    return {failure.kind == postgres::FailureKind::schema ? ErrorKind::format : ErrorKind::unavailable,
            "the team's database: " + failure.message};
}

template<class T> Result<T> resultOf(postgres::Outcome<T> outcome)
{
    if (!outcome)
        return tl::unexpected(errorOf(outcome.error()));
    return std::move(*outcome);
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

void PostgresSource::requestPage(QObject* receiver, const trace::TraceQuery& query,
                                 std::function<void(Page)> done)
{
    m_thread.run(
        receiver,
        [reader = m_reader, query] {
            return reader->with(
                [&query](const postgres::Reader& open) { return resultOf(open.traces(query)); });
        },
        std::move(done));
}

void PostgresSource::requestRows(QObject* receiver, std::vector<TraceId> traces,
                                 std::function<void(Rows)> done)
{
    m_thread.run(
        receiver,
        [reader = m_reader, traces = std::move(traces)] {
            return reader->with([&traces](const postgres::Reader& open) -> Rows {
                std::vector<trace::TraceRow> rows;
                for (const TraceId trace : traces) {
                    auto row = open.traceRow(trace);
                    if (!row)
                        return tl::unexpected(errorOf(row.error()));
                    if (*row)
                        rows.push_back(std::move(**row));
                }
                return rows;
            });
        },
        std::move(done));
}

void PostgresSource::requestTrace(QObject* receiver, TraceId trace, std::function<void(Table)> done)
{
    m_thread.run(
        receiver,
        [reader = m_reader, trace] {
            return reader->with(
                [trace](const postgres::Reader& open) { return resultOf(open.trace(trace)); });
        },
        std::move(done));
}

void PostgresSource::requestPlace(QObject* receiver, std::function<void(Result<QString>)> done)
{
    m_thread.run(
        receiver,
        [reader = m_reader] {
            return reader->with([](const postgres::Reader& open) -> Result<QString> {
                return QString::fromStdString(open.place());
            });
        },
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
