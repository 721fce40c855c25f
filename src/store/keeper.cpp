// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/keeper.h"

#include <QString>
#include <atomic>
#include <chrono>
#include <optional>
#include <thread>

#include "store/collector.h"
#include "store/keeper_lock.h"
#include "store/place.h"
#include "store/store_file.h"

namespace spanglass::store {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

/// A new trace is looked for this often: half of it is the usual delay, and an idle round costs some 50 µs.
constexpr milliseconds pollEvery(20);
/// What asks for upkeep is looked for this often: a person waits for what `delete` scrubs.
constexpr milliseconds upkeepEvery(200);
constexpr milliseconds retryLockEvery(200);
constexpr milliseconds retryAfterTrouble(500);
/// After yielding: long enough for whoever asked to take the lock.
constexpr milliseconds stepBack(500);

} // namespace

struct Keeper::State
{
    std::filesystem::path directory;
    std::atomic<bool> stopping{false};
    std::atomic<bool> keeping{false};
    std::optional<KeeperBell> bell;
    std::optional<KeeperLock> lock;
    std::unique_ptr<Collector> collector;
    Clock::time_point upkeepAt;
    std::string lastTrouble;
    std::thread thread;

    Result<void> takeLock();
    Result<GatherStats> round();
    /// Every so often, and as long as there is more: true.
    bool upkeep();
    void letGo();
    /// In slices, so that the destructor does not wait.
    void rest(milliseconds time) const;
};

std::unique_ptr<Keeper> Keeper::start(const std::filesystem::path& directory)
{
    std::unique_ptr<Keeper> keeper(new Keeper(directory));
    keeper->m_state->thread = std::thread([raw = keeper.get()] { raw->run(); });
    return keeper;
}

Keeper::Keeper(const std::filesystem::path& directory) : m_state(std::make_unique<State>())
{
    m_state->directory = directory;
}

Keeper::~Keeper()
{
    m_state->stopping = true;
    m_state->thread.join();
}

bool Keeper::keeping() const
{
    return m_state->keeping;
}

void Keeper::run()
{
    State& state = *m_state;
    while (!state.stopping) {
        if (auto taken = state.takeLock(); !taken) {
            report(taken.error().message);
            state.rest(retryLockEvery);
            continue;
        }
        if (!state.lock) {
            state.rest(retryLockEvery);
            continue;
        }
        const std::uint32_t asked = state.bell->asked();
        const auto stats = state.round();
        if (!stats) {
            report(stats.error().message);
            state.rest(retryAfterTrouble);
            continue;
        }
        const bool more = state.upkeep();
        report(state.collector->upkeepNotice());
        state.bell->serve(asked);
        if (stats->spans > 0)
            Q_EMIT gathered(stats->spans);
        if (state.bell->takeYield()) {
            state.letGo();
            state.rest(stepBack);
            continue;
        }
        if (stats->records == 0 && !more)
            state.bell->waitAsked(asked, pollEvery);
    }
    if (state.collector != nullptr)
        (void)state.collector->secure(true);
    state.letGo();
}

/// Each trouble once, until it is over or another comes.
void Keeper::report(const std::string& message)
{
    if (message == m_state->lastTrouble)
        return;
    m_state->lastTrouble = message;
    if (!message.empty())
        Q_EMIT troubled(QString::fromStdString(message));
}

/// Leaves `lock` empty where another process keeps the store; an error where that one will never let go by
/// itself.
Result<void> Keeper::State::takeLock()
{
    if (lock)
        return {};
    if (auto place = preparePlace(directory); !place)
        return place;
    if (!bell) {
        auto opened = KeeperBell::open(directory);
        if (!opened)
            return tl::unexpected(opened.error());
        bell = std::move(*opened);
    }
    auto taken = KeeperLock::tryTake(directory);
    if (!taken)
        return tl::unexpected(taken.error());
    lock = std::move(*taken);
    keeping = lock.has_value();
    if (!lock) {
        if (const auto holder = keeperHolder(directory); holder && holder->stopped)
            return fail(ErrorKind::unavailable,
                        directory.string() + ": waiting for the store's keeper, " + holder->text);
    }
    return {};
}

Result<GatherStats> Keeper::State::round()
{
    if (collector != nullptr && collector->storeIsGone()) {
        letGo();
        return fail(ErrorKind::unavailable,
                    (directory / databaseName).string() + ": was deleted or replaced; beginning a new one");
    }
    if (collector == nullptr) {
        auto opened = Collector::open(directory);
        if (!opened)
            return tl::unexpected(opened.error());
        collector = std::move(*opened);
    }
    auto stats = collector->gather();
    if (stats) {
        if (auto secured = collector->secure(false); !secured)
            return tl::unexpected(secured.error());
    }
    return stats;
}

bool Keeper::State::upkeep()
{
    if (Clock::now() < upkeepAt)
        return false;
    const auto more = collector->upkeep();
    if (more && *more)
        return true;
    upkeepAt = Clock::now() + upkeepEvery; // also after an error: others are in the way, or the disk is full
    return false;
}

void Keeper::State::letGo()
{
    collector.reset();
    lock.reset();
    bell.reset();
    keeping = false;
}

void Keeper::State::rest(milliseconds time) const
{
    const auto end = Clock::now() + time;
    while (!stopping && Clock::now() < end)
        std::this_thread::sleep_for(milliseconds(20));
}

namespace {

/// With the lock in hand: gathers, makes it safe, and gives the lock back with the scope.
Result<GatherStats> gatherHere(const std::filesystem::path& directory, KeeperBell& bell)
{
    const std::uint32_t asked = bell.asked();
    auto collector = Collector::open(directory);
    if (!collector)
        return tl::unexpected(collector.error());
    auto stats = (*collector)->gather();
    if (!stats)
        return stats;
    if (auto secured = (*collector)->secure(true); !secured)
        return tl::unexpected(secured.error());
    bell.serve(asked);
    return stats;
}

} // namespace

Result<GatherStats> gatherOnce(const std::filesystem::path& directory, int timeoutMs)
{
    if (auto place = preparePlace(directory); !place)
        return tl::unexpected(place.error());
    auto bell = KeeperBell::open(directory);
    if (!bell)
        return tl::unexpected(bell.error());
    const auto end = Clock::now() + milliseconds(timeoutMs);
    const std::uint32_t ticket = bell->ask();
    while (!bell->served(ticket)) {
        auto lock = KeeperLock::tryTake(directory);
        if (!lock)
            return tl::unexpected(lock.error());
        if (*lock)
            return gatherHere(directory, *bell);
        const auto left = std::chrono::duration_cast<milliseconds>(end - Clock::now());
        if (left.count() <= 0) {
            const auto holder = keeperHolder(directory);
            return fail(ErrorKind::unavailable, directory.string() + ": waiting for the store's keeper, " +
                                                    (holder ? holder->text : std::string("just gone")));
        }
        bell->waitServed(ticket, std::min(left, milliseconds(100)));
    }
    return GatherStats{};
}

Result<StoreStatus> storeStatus(const std::filesystem::path& directory)
{
    auto journals = journal::listJournals(directory);
    if (!journals)
        return tl::unexpected(journals.error());
    const auto holder = keeperHolder(directory);
    return StoreStatus{holder ? holder->text : std::string(), std::move(*journals)};
}

} // namespace spanglass::store
