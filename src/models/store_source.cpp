// SPDX-License-Identifier: GPL-3.0-or-later
// Each question becomes a job on the reading thread; the store is opened there by the first of them.
#include "models/store_source.h"

#include "models/chosen_traces.h"
#include "trace/prices.h"

namespace spanglass::models {
namespace {

Result<TraceSource::Merged> mergedOf(store::Store& store, const trace::TraceQuery& query,
                                     std::int64_t mostSpans, Progress& progress)
{
    const auto chosen = chooseTraces(query, mostSpans,
                                     [&store](const trace::TraceQuery& page) { return store.traces(page); });
    if (!chosen)
        return tl::unexpected(chosen.error());
    auto table = store.traces(chosen->traces, [&progress](std::int64_t done, std::int64_t total) {
        progress.done = done;
        progress.total = total;
        return !progress.cancelled;
    });
    if (!table)
        return tl::unexpected(table.error());
    return TraceSource::Merged{std::move(*table), static_cast<std::int64_t>(chosen->traces.size()),
                               chosen->complete};
}

} // namespace

/// The store is opened, used and closed on one thread, as store.h asks. A store that could not be opened is
/// tried again with the next question.
struct StoreSource::Reader
{
    explicit Reader(std::filesystem::path path) : directory(std::move(path)) {}

    template<class Read> auto with(Read read) -> std::invoke_result_t<Read, store::Store&>
    {
        if (!opened) {
            auto store = store::Store::open(directory);
            if (!store)
                return tl::unexpected(store.error());
            opened.emplace(std::move(*store));
        }
        return read(*opened);
    }

    std::filesystem::path directory;
    std::optional<store::Store> opened;
    std::atomic<bool> stop = false; ///< the source is going
};

StoreSource::StoreSource(const std::filesystem::path& directory, QObject* parent)
    : TraceSource(parent), m_directory(directory), m_reader(std::make_shared<Reader>(directory)),
      m_counter(std::make_shared<Reader>(directory)), m_thread(QStringLiteral("store reader")),
      m_counting(QStringLiteral("store counter"))
{
}

StoreSource::~StoreSource()
{
    cancelPages();
    m_counter->stop = true;
    m_changing.reset();
    m_thread.finish([reader = m_reader] { reader->opened.reset(); });
    m_counting.finish([reader = m_counter] { reader->opened.reset(); });
}

void StoreSource::requestPage(QObject* receiver, const trace::TraceQuery& query,
                              std::function<void(Page)> done)
{
    m_thread.run(
        receiver,
        [reader = m_reader, query, ticket = m_pageTicket, mine = m_pageTicket->load()] {
            return reader->with([&](store::Store& store) {
                store.stopWhen([&] { return ticket->load() != mine; });
                Page page = store.traces(query);
                store.stopWhen({});
                return page;
            });
        },
        std::move(done));
}

void StoreSource::requestRows(QObject* receiver, std::vector<TraceId> traces, std::function<void(Rows)> done)
{
    m_thread.run(
        receiver,
        [reader = m_reader, traces = std::move(traces)] {
            return reader->with([&traces](store::Store& store) -> Rows {
                std::vector<trace::TraceRow> rows;
                for (const TraceId trace : traces) {
                    // One that was deleted meanwhile is simply no longer there.
                    if (auto row = store.traceRow(trace))
                        rows.push_back(std::move(*row));
                }
                return rows;
            });
        },
        std::move(done));
}

void StoreSource::requestTrace(QObject* receiver, TraceId trace, std::function<void(Table)> done)
{
    m_thread.run(
        receiver,
        [reader = m_reader, trace] {
            return reader->with([trace](store::Store& store) { return store.trace(trace); });
        },
        std::move(done));
}

/// With one connection for the details of all.
void StoreSource::requestJoined(QObject* receiver, const std::vector<TraceId>& traces,
                                std::function<void(Table)> done)
{
    m_thread.run(
        receiver,
        [reader = m_reader, traces] {
            return reader->with([&](store::Store& store) -> Table {
                Table table = store.traces(traces, {});
                if (table && (*table)->size() == 0)
                    return fail(ErrorKind::unavailable, "what was chosen is not in the store any more");
                return table;
            });
        },
        std::move(done));
}

void StoreSource::cancelPages()
{
    ++*m_pageTicket;
}

void StoreSource::requestHistogram(QObject* receiver, const trace::TraceQuery& query, int bins,
                                   std::function<void(Histogram)> done)
{
    // Nobody waits for the one before any more.
    const int mine = ++*m_histogramTicket;
    m_counting.run(
        receiver,
        [reader = m_counter, query, bins, ticket = m_histogramTicket, mine] {
            return reader->with([&](store::Store& store) {
                store.stopWhen([&] { return ticket->load() != mine || reader->stop; });
                Histogram histogram = store.countOverTime(query, bins);
                store.stopWhen({});
                return histogram;
            });
        },
        std::move(done));
}

void StoreSource::requestValues(QObject* receiver, const std::string& key, const std::string& prefix,
                                std::function<void(Texts)> done)
{
    m_counting.run(
        receiver,
        [reader = m_counter, key, prefix] {
            return reader->with([&](store::Store& store) { return store.knownValues(key, prefix); });
        },
        std::move(done));
}

void StoreSource::requestDashboard(QObject* receiver, const trace::TraceQuery& query, int bins,
                                   std::shared_ptr<Progress> progress, std::function<void(Dashboard)> done)
{
    m_counting.run(
        receiver,
        [reader = m_counter, query, bins, progress] {
            const auto goOn = [&](std::int64_t finished, std::int64_t total) {
                progress->done = finished;
                progress->total = total;
                return !progress->cancelled && !reader->stop;
            };
            return reader->with([&](store::Store& store) {
                store.stopWhen([&] { return progress->cancelled || reader->stop; });
                Dashboard dashboard = store.dashboard(query, bins, goOn);
                store.stopWhen({});
                return dashboard;
            });
        },
        std::move(done));
}

void StoreSource::requestMerged(QObject* receiver, const trace::TraceQuery& query, std::int64_t mostSpans,
                                std::shared_ptr<Progress> progress, std::function<void(MergedAnswer)> done)
{
    m_counting.run(
        receiver,
        [reader = m_counter, query, mostSpans, progress] {
            return reader->with([&](store::Store& store) {
                store.stopWhen([&] { return progress->cancelled || reader->stop; });
                MergedAnswer merged = mergedOf(store, query, mostSpans, *progress);
                store.stopWhen({});
                return merged;
            });
        },
        std::move(done));
}

void StoreSource::requestSessions(QObject* receiver, const store::SessionQuery& query,
                                  std::function<void(Sessions)> done)
{
    m_counting.run(
        receiver,
        [reader = m_counter, query] {
            return reader->with([&](store::Store& store) { return store.sessions(query); });
        },
        std::move(done));
}

void StoreSource::requestSessionTraces(QObject* receiver, const std::string& session,
                                       std::function<void(Rows)> done)
{
    m_counting.run(
        receiver,
        [reader = m_counter, session] {
            return reader->with([&](store::Store& store) { return store.sessionTraces(session); });
        },
        std::move(done));
}

void StoreSource::addScore(QObject* receiver, TraceId trace, SpanId span, const trace::Score& score,
                           std::function<void(Result<void>)> done)
{
    m_counting.run(
        receiver,
        [directory = m_directory, trace, span, score]() -> Result<void> {
            const auto added = store::addScore(directory, {0, trace, span, score});
            return added ? Result<void>() : tl::unexpected(added.error());
        },
        [this, done = std::move(done)](Result<void> added) {
            done(added);
            if (added)
                Q_EMIT changed();
        });
}

void StoreSource::requestScores(QObject* receiver, TraceId trace, std::function<void(Scores)> done)
{
    m_counting.run(
        receiver,
        [reader = m_counter, trace] {
            return reader->with([trace](store::Store& store) { return store.scores(trace); });
        },
        std::move(done));
}

void StoreSource::removeScore(QObject* receiver, std::int64_t id, std::function<void(Result<void>)> done)
{
    m_counting.run(
        receiver, [directory = m_directory, id] { return store::removeScore(directory, id); },
        [this, done = std::move(done)](Result<void> removed) {
            done(removed);
            if (removed)
                Q_EMIT changed();
        });
}

void StoreSource::requestRepricing(QObject* receiver, const trace::TraceQuery& query,
                                   std::shared_ptr<Progress> progress, std::function<void(Repriced)> done)
{
    if (!m_changing)
        m_changing = std::make_unique<JobThread>(QStringLiteral("store changer"));
    m_changing->run(
        this,
        [directory = m_directory, reader = m_counter, query, progress]() -> Repriced {
            auto prices = trace::PriceTable::withFile(trace::userPriceFile());
            if (!prices)
                return tl::unexpected(prices.error());
            trace::PriceTable::use(*prices);
            return store::repriceTraces(directory, query, *prices,
                                        [&](std::int64_t finished, std::int64_t total) {
                                            progress->done = finished;
                                            progress->total = total;
                                            return !progress->cancelled && !reader->stop;
                                        });
        },
        [this, receiver = QPointer<QObject>(receiver), done = std::move(done)](Repriced repriced) {
            if (receiver)
                done(repriced);
            Q_EMIT changed();
        });
}

void StoreSource::requestCounts(QObject* receiver, std::function<void(Result<store::Counts>)> done)
{
    m_thread.run(
        receiver,
        [reader = m_reader] { return reader->with([](store::Store& store) { return store.counts(); }); },
        std::move(done));
}

void StoreSource::requestChangeCounter(QObject* receiver, std::function<void(Result<std::int64_t>)> done)
{
    m_thread.run(
        receiver,
        [reader = m_reader] {
            return reader->with(
                [](store::Store& store) -> Result<std::int64_t> { return store.changeCounter(); });
        },
        std::move(done));
}

} // namespace spanglass::models
