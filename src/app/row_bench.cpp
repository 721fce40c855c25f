// SPDX-License-Identifier: GPL-3.0-or-later
// The spans are written as the tracer writes them, by a recorder of their own; the window's parts are the
// real ones, without the painting.
#include "app/row_bench.h"

#include <QEventLoop>
#include <QTimer>
#include <algorithm>
#include <chrono>
#include <vector>

#include "app/store_session.h"
#include "journal/clock.h"
#include "journal/pen.h"
#include "journal/recorder.h"
#include "models/trace_list_model.h"

namespace spanglass::app {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int patienceMs = 10'000;
/// Primes, so that the starts fall anywhere between two rounds of the keeper.
constexpr int shortestPauseMs = 7;
constexpr int pauses = 31;

/// Runs the event loop until `isDone`, which is asked whenever the list was answered; false when it took too
/// long.
template<class Done> bool waitFor(models::TraceListModel& list, Done isDone)
{
    QEventLoop loop;
    QTimer late;
    late.setSingleShot(true);
    QObject::connect(&late, &QTimer::timeout, &loop, [&loop] { loop.exit(1); });
    QObject::connect(&list, &models::TraceListModel::answered, &loop, [&] {
        if (isDone())
            loop.exit(0);
    });
    late.start(patienceMs);
    return isDone() || loop.exec() == 0;
}

void pause(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

Result<RowFigures> benchStartToRow(const std::filesystem::path& directory, int traces)
{
    const std::filesystem::path store = directory / "bench-rows";
    StoreSession session(store);
    models::TraceListModel list;
    list.setSource(session.source());
    journal::Recorder::Options options;
    options.store = store;
    auto recorder = journal::Recorder::open(options);
    if (!recorder)
        return tl::unexpected(recorder.error());
    if (!waitFor(list, [&list] { return list.loaded(); }))
        return fail(ErrorKind::unavailable, "bench receive: the store's list was not answered");
    journal::Pen pen;
    std::vector<double> tookMs;
    constexpr std::string_view name = "agent.run";
    for (int i = 0; i < traces; ++i) {
        const TraceId trace{0x5bd1e995, static_cast<std::uint64_t>(i + 1)};
        const SpanId span{static_cast<std::uint64_t>(i + 1)};
        if (!(*recorder)->room(pen, journal::startBytes(name) + sizeof(journal::layout::EndRecord)))
            return fail(ErrorKind::unavailable, "bench receive: there is no room for spans");
        const auto begin = Clock::now();
        journal::writeStart(pen,
                            {trace,
                             span,
                             {},
                             journal::clock::ticks(),
                             1,
                             (*recorder)->clockEpoch(),
                             Kind::agent,
                             Level::normal,
                             journal::rootOfTrace},
                            name);
        if (!waitFor(list, [&] { return list.indexOf(trace).isValid(); }))
            return fail(ErrorKind::unavailable, "bench receive: a started trace did not come into the list");
        tookMs.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
        if ((*recorder)->roomForEnd(pen))
            journal::writeEnd(pen, trace, span, journal::clock::ticks(), Status::ok, 0,
                              (*recorder)->clockEpoch());
        pause(shortestPauseMs + i % pauses);
    }
    (*recorder)->leave(pen);
    std::sort(tookMs.begin(), tookMs.end());
    return RowFigures{tookMs[tookMs.size() / 2], tookMs[tookMs.size() * 99 / 100]};
}

} // namespace spanglass::app
