// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sync_bench.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <thread>

#include "postgres/schema.h"
#include "postgres/writer.h"
#include "store/store_bench.h"
#include "sync/bench_servers.h"
#include "sync/delivery_service.h"
#include "sync/destination_config.h"
#include "sync/postgres_parcel.h"
#include "sync/store_outbox.h"

namespace spanglass::sync {
namespace {

constexpr int rounds = 3;

class Stopwatch
{
public:
    [[nodiscard]] double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
    }

private:
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

using Times = std::array<double, rounds>;

double medianOf(Times times)
{
    std::sort(times.begin(), times.end());
    return times[rounds / 2];
}

Error errorOf(const postgres::Failure& failure)
{
    return {ErrorKind::unavailable, failure.message};
}

Result<std::int64_t> addDestination(const std::filesystem::path& store, DestinationKind kind,
                                    const std::string& url)
{
    auto deliveries = store::Deliveries::open(store);
    if (!deliveries)
        return tl::unexpected(deliveries.error());
    return deliveries->add(std::string(name(kind)), std::string(name(kind)), url,
                           DestinationConfig().settingsJson());
}

/// Seconds until nothing waits, from the beginning.
Result<double> deliverAll(const std::filesystem::path& store, const std::vector<std::int64_t>& destinations)
{
    {
        auto deliveries = store::Deliveries::open(store);
        if (!deliveries)
            return tl::unexpected(deliveries.error());
        for (const std::int64_t destination : destinations) {
            if (auto again = deliveries->startOver(destination); !again)
                return tl::unexpected(again.error());
        }
    }
    const Stopwatch watch;
    DeliveryService service(store);
    if (!service.flush(std::chrono::minutes(10)))
        return fail(ErrorKind::unavailable, "the bench's own servers did not take everything");
    return watch.seconds();
}

Result<void> removeDestination(const std::filesystem::path& store, std::int64_t destination)
{
    auto deliveries = store::Deliveries::open(store);
    return deliveries ? deliveries->remove(destination) : tl::unexpected(deliveries.error());
}

/// All that waits, in the batches in which delivery would take it, as the bytes that go to the server.
Result<std::vector<postgres::RowStreams>> encodeAll(const std::filesystem::path& store,
                                                    std::int64_t destination)
{
    const SystemClock clock;
    auto outbox = StoreOutbox::open(store, destination, clock);
    if (!outbox)
        return tl::unexpected(outbox.error());
    std::vector<postgres::RowStreams> all;
    Lane lane;
    for (bool more = true; more;) {
        const auto window = (*outbox)->read(lane, Limits(), true, 0);
        if (!window)
            return tl::unexpected(window.error());
        Parcel parcel;
        parcel.spans = window->items;
        parcel.traces = &window->traces;
        auto streams = postgres::encoded(PostgresParcel(parcel, DestinationConfig()).batch());
        if (!streams)
            return tl::unexpected(errorOf(streams.error()));
        all.push_back(std::move(*streams));
        lane.from = window->end;
        more = window->more;
    }
    return all;
}

class PostgresBench
{
public:
    PostgresBench(const BenchPostgres& server, const std::filesystem::path& store, std::int64_t spans)
        : m_conninfo(server.conninfo()), m_store(store), m_spans(spans)
    {
    }

    Result<void> measure(SyncFigures& figures)
    {
        const auto destination = addDestination(m_store, DestinationKind::postgres, m_conninfo);
        if (!destination)
            return tl::unexpected(destination.error());
        auto streams = encodeAll(m_store, *destination);
        if (!streams)
            return tl::unexpected(streams.error());
        Times floor{}, delivery{};
        for (int round = 0; round < rounds; ++round) {
            const auto bare = writeBare(*streams);
            if (!bare)
                return tl::unexpected(bare.error());
            floor[static_cast<std::size_t>(round)] = *bare;
            if (auto empty = emptied(); !empty)
                return tl::unexpected(errorOf(empty.error()));
            const auto delivered = deliverAll(m_store, {*destination});
            if (!delivered)
                return tl::unexpected(delivered.error());
            delivery[static_cast<std::size_t>(round)] = *delivered;
            const auto there = countSpans();
            if (!there)
                return tl::unexpected(there.error());
            figures.lost += m_spans - *there;
        }
        figures.copyFloorSpansPerSecond = static_cast<double>(m_spans) / medianOf(floor);
        figures.postgresSpansPerSecond = static_cast<double>(m_spans) / medianOf(delivery);
        return removeDestination(m_store, *destination);
    }

private:
    /// The schema anew, and a connection to it.
    postgres::Outcome<std::unique_ptr<postgres::Connection>> emptied()
    {
        auto connection = postgres::Connection::open(m_conninfo, {}, std::chrono::minutes(2));
        if (!connection)
            return connection;
        if (auto dropped = (*connection)->execute("DROP SCHEMA IF EXISTS spanglass CASCADE; CHECKPOINT");
            !dropped)
            return tl::unexpected(dropped.error());
        if (auto made = postgres::prepareSchema(**connection); !made)
            return tl::unexpected(made.error());
        return connection;
    }

    Result<double> writeBare(std::vector<postgres::RowStreams>& streams)
    {
        auto connection = emptied();
        if (!connection)
            return tl::unexpected(errorOf(connection.error()));
        const Stopwatch watch;
        postgres::Writer writer(**connection);
        for (postgres::RowStreams& batch : streams) {
            if (auto written = writer.write(batch, {}); !written)
                return tl::unexpected(errorOf(written.error()));
        }
        return watch.seconds();
    }

    Result<std::int64_t> countSpans()
    {
        auto connection = postgres::Connection::open(m_conninfo);
        if (!connection)
            return tl::unexpected(errorOf(connection.error()));
        auto rows = (*connection)->execute("SELECT count(*) FROM spanglass.spans");
        if (!rows)
            return tl::unexpected(errorOf(rows.error()));
        return rows->integer(0, 0);
    }

    std::string m_conninfo;
    std::filesystem::path m_store;
    std::int64_t m_spans;
};

Result<void> measureOtlp(const std::filesystem::path& store, std::int64_t spans, SyncFigures& figures)
{
    BenchSink sink;
    const auto destination = addDestination(store, DestinationKind::otlp, sink.url());
    if (!destination)
        return tl::unexpected(destination.error());
    Times times{};
    for (double& time : times) {
        const auto delivered = deliverAll(store, {*destination});
        if (!delivered)
            return tl::unexpected(delivered.error());
        time = *delivered;
        figures.lost += spans - sink.takeSpans();
    }
    figures.otlpSpansPerSecond = static_cast<double>(spans) / medianOf(times);
    return removeDestination(store, *destination);
}

/// To Postgres and to an OTLP server at once, on a thread, while `beside` has this one.
Result<void> deliverBeside(const std::filesystem::path& store, const std::string& conninfo,
                           const Beside& beside)
{
    BenchSink sink;
    std::vector<std::int64_t> destinations;
    for (const auto& [kind, url] :
         {std::pair(DestinationKind::postgres, conninfo), std::pair(DestinationKind::otlp, sink.url())}) {
        const auto added = addDestination(store, kind, url);
        if (!added)
            return tl::unexpected(added.error());
        destinations.push_back(*added);
    }
    std::atomic<bool> delivering = true;
    Result<double> delivered = 0.0;
    std::thread thread([&] {
        delivered = deliverAll(store, destinations);
        delivering = false;
    });
    beside(store, [&] { return delivering.load(); });
    thread.join();
    return delivered ? Result<void>() : tl::unexpected(delivered.error());
}

} // namespace

Result<SyncFigures> benchSync(const std::filesystem::path& directory, const Beside& beside, int spans)
{
    const std::filesystem::path store = directory / "store";
    const auto stored = store::makeBenchStore(store, spans);
    if (!stored)
        return tl::unexpected(stored.error());
    SyncFigures figures;
    if (auto measured = measureOtlp(store, *stored, figures); !measured)
        return tl::unexpected(measured.error());
    const auto server = BenchPostgres::start();
    if (!server) {
        figures.missing.push_back("postgresSpansPerSecond, copyFloorSpansPerSecond: " +
                                  server.error().message);
        return figures;
    }
    if (auto measured = PostgresBench(**server, store, *stored).measure(figures); !measured)
        return tl::unexpected(measured.error());
    if (beside) {
        if (auto done = deliverBeside(store, (*server)->conninfo(), beside); !done)
            return tl::unexpected(done.error());
    }
    return figures;
}

} // namespace spanglass::sync
