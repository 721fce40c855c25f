// SPDX-License-Identifier: GPL-3.0-or-later
// Each question becomes a job on the reading thread; the store is opened there by the first of them.
#include "models/store_source.h"

namespace spanglass::models {

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
};

StoreSource::StoreSource(const std::filesystem::path& directory, QObject* parent)
    : TraceSource(parent), m_directory(directory), m_reader(std::make_shared<Reader>(directory)),
      m_thread(QStringLiteral("store reader"))
{
}

StoreSource::~StoreSource()
{
    m_thread.finish([reader = m_reader] { reader->opened.reset(); });
}

void StoreSource::requestPage(QObject* receiver, const trace::TraceQuery& query,
                              std::function<void(Page)> done)
{
    m_thread.run(
        receiver,
        [reader = m_reader, query] {
            return reader->with([&query](store::Store& store) { return store.traces(query); });
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
