// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass bench`: what things cost on this machine. One flat object of numbers; a figure that could not be
// taken is absent, and stderr says why.
#include <QCoreApplication>
#include <QTemporaryDir>
#include <cstdio>
#include <optional>

#include "app/application.h"
#include "app/bench_ui.h"
#include "app/cli/bench_figures.h"
#include "app/cli/document.h"
#include "app/cli/helper_program.h"
#include "app/cli/verbs.h"
#include "app/frame_watch.h"
#include "app/row_bench.h"
#include "app/window_bench.h"
#include "base/json_writer.h"
#include "formats/bench_open.h"
#include "receive/receive_bench.h"
#include "sync/sync_bench.h"
#include "views/flame_bench.h"
#include "views/flame_picture.h"

namespace spanglass::app {

namespace {

void print(const Figures& figures, bool asJson)
{
    if (!asJson) {
        for (const auto& [name, value] : figures)
            std::printf("%-28s %.6g\n", name.c_str(), value);
        return;
    }
    JsonWriter json;
    json.beginObject();
    for (const auto& [name, value] : figures)
        json.member(name, value);
    std::puts(json.endObject().text().c_str());
}

Result<Figures> benchFlame(const Options& options)
{
    const auto table = tableOfFile(options.operands()[1]);
    if (!table)
        return tl::unexpected(table.error());
    int argc = 1;
    char program[] = "spanglass";
    char* argv[] = {program, nullptr};
    const auto application = makeOffscreenApplication(argc, argv);
    const views::FlameBench bench = views::benchFlame(*table);
    return Figures{
        {"spans", bench.spans}, {"p50Ms", bench.p50Ms}, {"p95Ms", bench.p95Ms}, {"worstMs", bench.worstMs}};
}

Result<Figures> benchUiOf(const Options& options)
{
    int argc = 1;
    char program[] = "spanglass";
    char* argv[] = {program, nullptr};
    const auto application = makeOffscreenApplication(argc, argv);
    return benchUi(options.operands()[1]);
}

Result<Figures> benchOpen(const Options& options)
{
    int argc = 1;
    char program[] = "spanglass";
    char* argv[] = {program, nullptr};
    const auto application = makeOffscreenApplication(argc, argv);
    const auto bench = formats::benchOpen(options.operands()[1], [](auto table) {
        (void)views::flameImage(std::move(table), views::FlamePictureOptions());
    });
    if (!bench)
        return tl::unexpected(bench.error());
    Figures figures{{"spans", static_cast<double>(bench->spans)},
                    {"bytes", static_cast<double>(bench->bytes)},
                    {"firstPictureMs", bench->firstPictureMs},
                    {"completeMs", bench->completeMs},
                    {"peakMb", bench->peakMb},
                    {"readMs", bench->readMs},
                    {"searchFirstMs", bench->searchFirstMs},
                    {"searchAllMs", bench->searchAllMs}};
    if (bench->parseFloorMs)
        figures.emplace_back("parseFloorMs", *bench->parseFloorMs);
    return figures;
}

Result<Figures> benchReceive(const Options& options)
{
    const auto seconds = options.integer("seconds", 20, 1, 3600);
    if (!seconds)
        return tl::unexpected(seconds.error());
    int argc = 1;
    char program[] = "spanglass";
    char* argv[] = {program, nullptr};
    const auto application = makeOffscreenApplication(argc, argv);
    const QTemporaryDir folder;
    const std::filesystem::path place = folder.path().toStdString();
    const auto bench = receive::benchReceive(place);
    if (!bench)
        return tl::unexpected(bench.error());
    const auto rows = benchStartToRow(place);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto window = benchWindow(place, static_cast<int>(*seconds));
    if (!window)
        return tl::unexpected(window.error());
    return Figures{{"jsonSpansPerSecond", bench->jsonSpansPerSecond},
                   {"protoSpansPerSecond", bench->protoSpansPerSecond},
                   {"startToRowP50Ms", rows->p50Ms},
                   {"startToRowP99Ms", rows->p99Ms},
                   {"lost", static_cast<double>(bench->lost + window->lost)},
                   {"windowFrameP95Ms", window->p95Ms},
                   {"windowSpansPerSecond", window->spansPerSecond}};
}

Result<Figures> benchSync()
{
    int argc = 1;
    char program[] = "spanglass";
    char* argv[] = {program, nullptr};
    const auto application = makeOffscreenApplication(argc, argv);
    const QTemporaryDir folder;
    std::optional<Result<double>> frame;
    const auto bench =
        sync::benchSync(folder.path().toStdString(),
                        [&](const std::filesystem::path& store, const std::function<bool()>& delivering) {
                            frame = frameP95Ms(store, delivering);
                        });
    if (!bench)
        return tl::unexpected(bench.error());
    for (const std::string& missing : bench->missing)
        std::fprintf(stderr, "bench sync: %s\n", missing.c_str());
    Figures figures;
    if (bench->postgresSpansPerSecond)
        figures.emplace_back("postgresSpansPerSecond", *bench->postgresSpansPerSecond);
    if (bench->copyFloorSpansPerSecond)
        figures.emplace_back("copyFloorSpansPerSecond", *bench->copyFloorSpansPerSecond);
    figures.emplace_back("otlpSpansPerSecond", bench->otlpSpansPerSecond);
    figures.emplace_back("lost", static_cast<double>(bench->lost));
    if (frame && *frame)
        figures.emplace_back("windowFrameP95Ms", **frame);
    else
        std::fprintf(stderr, "bench sync: windowFrameP95Ms: %s\n",
                     frame ? frame->error().message.c_str() : "nothing could be delivered meanwhile");
    return figures;
}

Result<int> run(const Options& options)
{
    const std::string& what = options.operands().front();
    const bool needsFile = what == "flame" || what == "open" || what == "ui" || what == "queries";
    if (needsFile != (options.operands().size() == 2))
        return fail(ErrorKind::usage, "bench " + what + (needsFile ? ": needs FILE" : ": takes no file"));
    if (what == "tracer")
        return tl::unexpected(becomeHelper("spanglass-bench-tracer", options.json()
                                                                         ? std::vector<std::string>{"--json"}
                                                                         : std::vector<std::string>()));
    if (!needsFile && what != "store" && what != "receive" && what != "sync")
        return fail(
            ErrorKind::usage,
            "bench: there is no " + what +
                "; there are: tracer, store, receive, sync, open FILE, flame FILE, ui FILE, queries FILE");
    const auto figures = what == "flame"     ? benchFlame(options)
                         : what == "ui"      ? benchUiOf(options)
                         : what == "open"    ? benchOpen(options)
                         : what == "queries" ? benchQueries(options)
                         : what == "store"   ? benchStore(options)
                         : what == "sync"    ? benchSync()
                                             : benchReceive(options);
    if (!figures)
        return tl::unexpected(figures.error());
    print(*figures, options.json());
    return exitDone;
}

} // namespace

const Verb benchVerb{
    {.verb = "bench",
     .operands = "tracer | store | receive | sync | open FILE | flame FILE | ui FILE | queries FILE",
     .fewest = 1,
     .most = 2,
     .summary = "measure on this machine",
     .options = {{"spans", "N", "store: so many (default 200,000)"},
                 {"keep", "DIR", "store: leave the gathered store there"},
                 {"seconds", "N", "receive: how long the window is fed (default 20)"}}},
    run};

} // namespace spanglass::app
