// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_bench.h"

#include <atomic>
#include <chrono>
#include <thread>

#include "app/frame_watch.h"
#include "receive/receive_bench.h"
#include "receive/server.h"
#include "store/keeper.h"
#include "store/store.h"

namespace spanglass::app {
namespace {

constexpr int gatherPatienceMs = 60'000;

/// What was answered with success and is not in the store when everything is gathered.
Result<std::int64_t> missingIn(const std::filesystem::path& directory, std::int64_t sent)
{
    if (const auto gathered = store::gatherOnce(directory, gatherPatienceMs); !gathered)
        return tl::unexpected(gathered.error());
    const auto store = store::Store::open(directory);
    if (!store)
        return tl::unexpected(store.error());
    const auto counts = store->counts();
    return counts ? Result<std::int64_t>(sent - counts->spans) : tl::unexpected(counts.error());
}

} // namespace

Result<WindowFigures> benchWindow(const std::filesystem::path& directory, int seconds)
{
    using Clock = std::chrono::steady_clock;
    const std::filesystem::path place = directory / "bench-window";
    if (const auto made = store::Store::open(place); !made)
        return tl::unexpected(made.error());
    receive::ServerOptions options;
    options.store = place;
    options.listen = "127.0.0.1:0";
    auto server = receive::Server::start(options);
    if (!server)
        return tl::unexpected(server.error());
    const auto port =
        static_cast<std::uint16_t>((*server)->listening().front().section(QLatin1Char(':'), -1).toUInt());
    receive::Stream stream;
    stream.seconds = seconds;
    std::atomic<bool> sending{true};
    std::int64_t sent = 0;
    double took = 0;
    std::thread clients([&] {
        const Clock::time_point begin = Clock::now();
        sent = receive::sendStream(port, stream);
        took = std::chrono::duration<double>(Clock::now() - begin).count();
        sending = false;
    });
    const auto frame = frameP95Ms(place, [&sending] { return sending.load(); });
    clients.join();
    server->reset();
    const auto missing = missingIn(place, sent);
    if (!frame || !missing)
        return tl::unexpected(frame ? missing.error() : frame.error());
    return WindowFigures{*frame, static_cast<double>(sent) / took, *missing};
}

} // namespace spanglass::app
