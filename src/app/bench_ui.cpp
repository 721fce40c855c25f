// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench_ui.h"

#include <QEventLoop>
#include <QImage>
#include <QItemSelectionModel>
#include <QScrollBar>
#include <QTemporaryDir>
#include <algorithm>
#include <chrono>
#include <functional>

#include "app/cli/document.h"
#include "app/importer.h"
#include "app/main_window.h"
#include "app/settings.h"
#include "app/store_session.h"
#include "app/trace_page.h"
#include "models/span_tree_model.h"
#include "models/trace_list_model.h"
#include "store/store.h"
#include "store/store_bench.h"
#include "views/span_panel.h"
#include "views/timeline_view.h"

namespace spanglass::app {
namespace {

const QSize windowSize{1600, 900};

/// Every operator of the query bar, alone and together.
const char* const queries[] = {"",
                               "service:a*",
                               "kind:llm",
                               "kind:tool",
                               "model:gpt-4*",
                               "status:error",
                               "status:ok",
                               "duration>2s",
                               "duration<50ms",
                               "cost>0.01",
                               "tokens>1000",
                               "tag:prod",
                               "session:s1",
                               "user:ada",
                               "name:run*",
                               "refund",
                               "\"free text\"",
                               "kind:llm status:error",
                               "service:a* duration>2s status:error",
                               "kind:llm tokens>1000 \"refund\""};

class Stopwatch
{
public:
    [[nodiscard]] double ms() const
    {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_began).count();
    }

private:
    std::chrono::steady_clock::time_point m_began = std::chrono::steady_clock::now();
};

double percentile(std::vector<double> times, double part)
{
    if (times.empty())
        return 0;
    std::ranges::sort(times);
    return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
}

/// Lets the event loop run until `done` was called.
class Waiting
{
public:
    void done() { m_loop.quit(); }
    void wait() { m_loop.exec(); }

private:
    QEventLoop m_loop;
};

/// Line by line, by pages, and in leaps across the whole of it.
double scrollTimeline(const Table& table)
{
    models::SpanTreeModel model;
    model.setTable(table);
    QItemSelectionModel selection(&model);
    views::TimelineView view;
    view.setReducedMotion(true);
    view.resize(windowSize);
    view.setModel(&model, &selection);
    QImage image(windowSize, QImage::Format_RGB32);
    view.render(&image); // what is made once is no frame
    QScrollBar* bar = view.verticalScrollBar();
    std::vector<double> times;
    const auto frame = [&](int to) {
        const Stopwatch watch;
        bar->setValue(to);
        view.render(&image);
        times.push_back(watch.ms());
    };
    for (int step = 1; step <= 100; ++step)
        frame(bar->value() + 3);
    for (int step = 1; step <= 60; ++step)
        frame(bar->value() + bar->pageStep());
    for (int step = 0; step <= 60; ++step)
        frame(static_cast<int>(std::int64_t(bar->maximum()) * step / 60));
    return percentile(times, 0.95);
}

/// From the choice until the details are read and painted.
double selectSpans(const Table& table)
{
    models::SpanTreeModel model;
    model.setTable(table);
    QItemSelectionModel selection(&model);
    views::SpanPanel panel;
    panel.resize(420, windowSize.height());
    panel.setModel(&model, &selection);
    QImage image(panel.size(), QImage::Format_RGB32);
    std::vector<double> times;
    constexpr std::uint32_t choices = 60;
    for (std::uint32_t at = 0; at < choices; ++at) {
        const auto row = static_cast<std::uint32_t>(std::uint64_t{table->size()} * at / choices);
        if (selection.currentIndex() == model.indexOfRow(row))
            continue;
        Waiting waiting;
        const auto shown =
            QObject::connect(&panel, &views::SpanPanel::shown, &panel, [&] { waiting.done(); });
        const Stopwatch watch;
        selection.setCurrentIndex(model.indexOfRow(row), QItemSelectionModel::ClearAndSelect);
        waiting.wait();
        panel.render(&image);
        times.push_back(watch.ms());
        QObject::disconnect(shown);
    }
    return percentile(times, 0.95);
}

/// From the question to the store until the flame graph is painted.
double openTraces(models::StoreSource& source, const std::vector<TraceId>& traces)
{
    TracePage page;
    page.resize(windowSize);
    QImage image(windowSize, QImage::Format_RGB32);
    page.render(&image);
    std::vector<double> times;
    for (const TraceId trace : traces) {
        Waiting waiting;
        const Stopwatch watch;
        source.requestTrace(&page, trace, [&](const models::TraceSource::Table& table) {
            if (table)
                page.showTable(*table);
            page.render(&image);
            times.push_back(watch.ms());
            waiting.done();
        });
        waiting.wait();
    }
    return percentile(times, 0.5);
}

/// A trace whose first opening is not among the times: what SQLite reads once for all is no part of it.
double openAgain(models::StoreSource& source, TraceId trace, int times)
{
    openTraces(source, {trace});
    return openTraces(source, std::vector<TraceId>(static_cast<std::size_t>(times), trace));
}

/// From asking anew until the list has the answer: the slowest of `ask`'s ways.
template<class Ask> double slowestList(models::TraceSource* source, int ways, Ask ask)
{
    models::TraceListModel list;
    list.setSource(source);
    double slowest = 0;
    for (int way = 0; way < ways; ++way) {
        Waiting waiting;
        const auto connection =
            QObject::connect(&list, &models::TraceListModel::answered, &list, [&] { waiting.done(); });
        const Stopwatch watch;
        ask(list, way);
        waiting.wait();
        slowest = std::max(slowest, watch.ms());
        QObject::disconnect(connection);
    }
    return slowest;
}

double sortList(models::TraceSource* source)
{
    // From the last one on: the first is what the list begins with.
    return slowestList(source, trace::traceOrders, [](models::TraceListModel& list, int way) {
        list.setQuery({}, static_cast<trace::TraceOrder>(trace::traceOrders - 1 - way));
    });
}

double filterList(models::TraceSource* source)
{
    static const char* const filters[] = {"service:bench", "status:error", "name:a*",
                                          "duration>1s",   "tokens>1000",  "model:nothing-of-this-name*"};
    return slowestList(source, static_cast<int>(std::size(filters)),
                       [](models::TraceListModel& list, int way) {
                           list.setQuery(QString::fromLatin1(filters[way]), trace::TraceOrder::newest);
                       });
}

double firstPages(const store::Store& store)
{
    double slowest = 0;
    for (const char* query : queries) {
        const Stopwatch watch;
        if (const auto page = store.traces({.text = query}); page)
            slowest = std::max(slowest, watch.ms());
    }
    return slowest;
}

double searchWords(const store::Store& store, const Table& table)
{
    std::vector<double> times;
    for (std::uint32_t row = 0; row < std::min<std::uint32_t>(table->size(), 10); ++row) {
        const Stopwatch watch;
        (void)store.traces({.text = '"' + std::string(table->strings.text(table->name[row])) + '"'});
        times.push_back(watch.ms());
    }
    return percentile(times, 0.95);
}

/// From making the window until its list is answered and it is painted.
double startWindow(const std::filesystem::path& directory)
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("bench.conf")));
    const Stopwatch watch;
    StoreSession session(directory);
    MainWindow window({.source = session.source(),
                       .storeName = QString::fromStdString(directory.string()),
                       .reader = {},
                       .rawWriter = {},
                       .settings = &settings});
    Waiting waiting;
    QObject::connect(window.traces(), &models::TraceListModel::answered, &window, [&] { waiting.done(); });
    window.resize(windowSize);
    window.show();
    waiting.wait();
    QImage image(windowSize, QImage::Format_RGB32);
    window.render(&image);
    return watch.ms();
}

} // namespace

Result<std::vector<std::pair<std::string, double>>> benchUi(const std::string& file)
{
    const auto table = tableOfFile(file);
    if (!table)
        return tl::unexpected(table.error());
    const QTemporaryDir folder;
    const std::filesystem::path directory = folder.path().toStdString();
    if (const auto imported = importFile(directory, file); !imported)
        return tl::unexpected(imported.error());
    const auto store = store::Store::open(directory);
    if (!store)
        return tl::unexpected(store.error());
    const auto newest = store->traces({.limit = 20});
    if (!newest)
        return tl::unexpected(newest.error());
    std::vector<TraceId> traces;
    for (const trace::TraceRow& row : newest->rows)
        traces.push_back(row.id);
    // A list as long as people's are: a million spans, in traces of twenty.
    constexpr int wantedSpans = 1'000'000, fewestMore = 200'000;
    const int more = std::max(fewestMore, wantedSpans - static_cast<int>((*table)->size()));
    if (const auto filled = store::makeBenchStore(directory, more); !filled)
        return tl::unexpected(filled.error());
    const auto small = store::addBenchTrace(directory, 50);
    const auto large = store::addBenchTrace(directory, 100'000);
    if (!small || !large)
        return tl::unexpected(small ? large.error() : small.error());
    const auto counts = store->counts();
    if (!counts)
        return tl::unexpected(counts.error());
    models::StoreSource source(directory);
    return std::vector<std::pair<std::string, double>>{{"spans", (*table)->size()},
                                                       {"storeSpans", static_cast<double>(counts->spans)},
                                                       {"timelineScrollP95Ms", scrollTimeline(*table)},
                                                       {"selectToDetailMs", selectSpans(*table)},
                                                       {"openTraceMs", openTraces(source, traces)},
                                                       {"openTrace50Ms", openAgain(source, *small, 9)},
                                                       {"openTrace100kMs", openAgain(source, *large, 5)},
                                                       {"listQueryMs", firstPages(*store)},
                                                       {"listSortMs", sortList(&source)},
                                                       {"listFilterMs", filterList(&source)},
                                                       {"fullTextMs", searchWords(*store, *table)},
                                                       {"startMs", startWindow(directory)}};
}

} // namespace spanglass::app
