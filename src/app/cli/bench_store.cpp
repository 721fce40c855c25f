// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass bench store`: the store's own figures, and the chat agent's traces in it beside their JSON.
#include <QProcess>
#include <QTemporaryDir>
#include <cstdio>

#include "app/cli/bench_figures.h"
#include "app/cli/helper_program.h"
#include "formats/export.h"
#include "store/keeper.h"
#include "store/store.h"
#include "store/store_bench.h"

namespace spanglass::app {

namespace {

/// Conversations of three or four turns, each a trace of three spans.
constexpr int chatRuns = 1000;

Result<void> runChatAgent(const std::filesystem::path& store)
{
    QProcess agents;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(QStringLiteral("SPANGLASS_STORE"), QString::fromStdString(store.string()));
    agents.setProcessEnvironment(variables);
    const QString program = QString::fromStdString(helperProgram("spanglass-agents"));
    agents.start(program, {QStringLiteral("chat"), QStringLiteral("--speed=0"), QStringLiteral("--seed=1"),
                           QStringLiteral("--runs=") + QString::number(chatRuns)});
    if (!agents.waitForFinished(120'000) || agents.exitCode() != 0)
        return fail(ErrorKind::unavailable,
                    program.toStdString() + ": did not run: " + agents.errorString().toStdString());
    if (const auto gathered = store::gatherOnce(store); !gathered)
        return tl::unexpected(gathered.error());
    return {};
}

/// Every trace as OTLP JSON, without a byte that is only there to be read by people.
Result<std::int64_t> jsonBytes(const store::Store& store)
{
    std::int64_t bytes = 0;
    const auto page = store.traces({.limit = 10'000});
    if (!page)
        return tl::unexpected(page.error());
    for (const trace::TraceRow& row : page->rows) {
        const auto table = store.trace(row.id);
        if (!table)
            return tl::unexpected(table.error());
        const auto written =
            formats::write(**table, formats::ExportFormat::otlpJsonl, [&](std::string_view piece) {
                bytes += static_cast<std::int64_t>(piece.size());
                return Result<void>();
            });
        if (!written)
            return tl::unexpected(written.error());
    }
    return bytes;
}

Result<Figures> chatFigures(const std::filesystem::path& directory)
{
    if (auto ran = runChatAgent(directory); !ran)
        return tl::unexpected(ran.error());
    const auto stored = store::storedBytes(directory);
    const auto store = store::Store::open(directory);
    if (!stored || !store)
        return tl::unexpected(stored ? store.error() : stored.error());
    const auto json = jsonBytes(*store);
    if (!json)
        return tl::unexpected(json.error());
    const auto spans = static_cast<double>(stored->spans);
    return Figures{{"chatBytesPerSpan", static_cast<double>(stored->bytes) / spans},
                   {"chatJsonBytesPerSpan", static_cast<double>(*json) / spans}};
}

} // namespace

Result<Figures> benchStore(const Options& options)
{
    const auto spans = options.integer("spans", 200'000, 1'000, 100'000'000);
    if (!spans)
        return tl::unexpected(spans.error());
    // In a folder of its own, which goes afterwards.
    const QTemporaryDir folder;
    const std::filesystem::path place = folder.path().toStdString();
    const std::filesystem::path gathered =
        options.has("keep") ? std::filesystem::path(options.text("keep")) : place / "gathered";
    if (options.has("keep") && std::filesystem::exists(gathered))
        return fail(ErrorKind::io, gathered.string() + ": is there already");
    const auto bench = store::benchStore(place / "raw", gathered, static_cast<int>(*spans));
    if (!bench)
        return tl::unexpected(bench.error());
    Figures figures{{"gatherSpansPerSecond", bench->gatherSpansPerSecond},
                    {"rawInsertSpansPerSecond", bench->rawInsertSpansPerSecond},
                    {"listMs", bench->listMs},
                    {"openTraceMs", bench->openTraceMs},
                    {"fullTextMs", bench->fullTextMs}};
    if (const auto chat = chatFigures(place / "chat"))
        figures.insert(figures.end(), chat->begin(), chat->end());
    else
        std::fprintf(stderr, "bench store: chatBytesPerSpan is not taken: %s\n",
                     chat.error().message.c_str());
    return figures;
}

} // namespace spanglass::app
