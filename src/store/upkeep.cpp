// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/upkeep.h"

#include <chrono>
#include <optional>
#include <thread>

#include "store/clock_watch.h"
#include "store/keeper_lock.h"
#include "store/place.h"
#include "store/reserve.h"
#include "store/retention.h"
#include "store/scrubber.h"
#include "store/store_file.h"
#include "store/trace_columns.h"
#include "store/undelivered.h"

namespace spanglass::store {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// Below this, opening the store may already fail.
constexpr std::int64_t tightBytes = std::int64_t{1} << 20;
constexpr milliseconds retryAfter(100);
constexpr int retries = 100;

/// One command's work on a store: with the keeper's lock where nobody holds it.
class Work
{
public:
    static Result<Work> begin(const std::filesystem::path& directory)
    {
        if (auto place = preparePlace(directory); !place)
            return tl::unexpected(place.error());
        Work work;
        work.m_directory = directory;
        if (freeBytes(directory) < tightBytes)
            releaseForLog(directory);
        auto lock = KeeperLock::tryTake(directory);
        if (lock)
            work.m_lock = std::move(*lock);
        auto database = openDatabase(directory);
        if (!database)
            return tl::unexpected(database.error());
        work.m_database = std::move(*database);
        return work;
    }

    [[nodiscard]] Database& database() { return *m_database; }

    Result<Deleted> remove(const std::vector<std::int64_t>& rows)
    {
        Deleter deleter(*m_database);
        deleter.add(rows);
        int failed = 0;
        while (deleter.more()) {
            const auto done = deleter.step();
            if (done) {
                failed = 0;
                settle();
                continue;
            }
            if (++failed > retries)
                return tl::unexpected(done.error());
            makeRoom();
        }
        return deleter.done();
    }

    bool scrub(int timeoutMs)
    {
        Scrubber::request(*m_database);
        if (!m_database->result())
            return false;
        const auto end = Clock::now() + milliseconds(timeoutMs);
        const bool done = m_lock ? scrubHere(end) : waitForKeeper(end);
        if (m_lock)
            keepReserve(m_directory);
        return done;
    }

private:
    /// After a step: on a tight disk its log is brought in before the next one makes another.
    void settle()
    {
        const bool tight = isTight(m_directory);
        if (m_lock)
            (void)(tight ? bringInLog(*m_database) : m_database->checkpoint(false));
        else if (auto bell = KeeperBell::open(m_directory); tight && bell)
            bell->waitServed(bell->ask(), 5 * retryAfter);
    }

    /// The disk is full, or the keeper writes just now.
    void makeRoom()
    {
        if (m_database->wasFull())
            releaseForLog(m_directory);
        if (m_lock)
            (void)bringInLog(*m_database);
        else if (auto bell = KeeperBell::open(m_directory))
            bell->ask(); // the keeper brings in the WAL
        std::this_thread::sleep_for(retryAfter);
    }

    bool scrubHere(Clock::time_point end)
    {
        Scrubber scrubber(*m_database);
        m_database->execute("PRAGMA busy_timeout = 200");
        while (Clock::now() < end) {
            const auto done = scrubber.step();
            if (done && *done)
                return true;
            if (!done)
                makeRoom();
        }
        return false;
    }

    bool waitForKeeper(Clock::time_point end)
    {
        auto bell = KeeperBell::open(m_directory);
        while (bell && Clock::now() < end) {
            bell->waitServed(bell->ask(), retryAfter);
            if (!Scrubber::isDue(*m_database) && m_database->result())
                return true;
        }
        return false;
    }

    std::filesystem::path m_directory;
    std::optional<KeeperLock> m_lock;
    std::unique_ptr<Database> m_database;
};

Result<UpkeepReport> removeRows(Work& work, const std::vector<std::int64_t>& rows, UpkeepReport report,
                                int timeoutMs)
{
    auto deleted = work.remove(rows);
    if (!deleted)
        return tl::unexpected(deleted.error());
    report.deleted = *deleted;
    report.scrubbed = rows.empty() || work.scrub(timeoutMs);
    return report;
}

} // namespace

Result<UpkeepReport> deleteTraces(const std::filesystem::path& directory, const std::vector<TraceId>& traces,
                                  int timeoutMs)
{
    auto work = Work::begin(directory);
    if (!work)
        return tl::unexpected(work.error());
    UpkeepReport report;
    std::vector<std::int64_t> rows;
    {
        Statement select = work->database().prepare("SELECT id, running FROM traces WHERE trace_id = ?1");
        Undelivered undelivered(work->database());
        for (const TraceId& trace : traces) {
            const std::string id = traceIdBytes(trace);
            if (!select.bindBlob(1, id).next()) {
                ++report.unknown;
                continue;
            }
            const std::int64_t row = select.integer(0);
            const bool running = select.integer(1) > 0;
            select.reset();
            report.running += running ? 1 : 0;
            if (running)
                continue;
            report.undelivered += undelivered.holds(row) ? 1 : 0;
            rows.push_back(row);
        }
    }
    if (auto read = work->database().result(); !read)
        return tl::unexpected(read.error());
    return removeRows(*work, rows, report, timeoutMs);
}

Result<UpkeepReport> retainNow(const std::filesystem::path& directory, const RetentionPolicy& policy,
                               bool onlyCount, int timeoutMs)
{
    auto work = Work::begin(directory);
    if (!work)
        return tl::unexpected(work.error());
    RetentionQuestion question{policy, ClockReading::now().unixNs};
    question.asked = true;
    question.most = 100'000'000;
    const auto victims = pickVictims(work->database(), question);
    if (!victims)
        return tl::unexpected(victims.error());
    UpkeepReport report;
    report.undelivered = victims->undelivered;
    report.keptUndelivered = victims->keptUndelivered;
    report.running = work->database().integer("SELECT count(*) FROM traces WHERE running > 0");
    if (onlyCount) {
        report.deleted.traces = static_cast<std::int64_t>(victims->traceRows.size());
        return report;
    }
    return removeRows(*work, victims->traceRows, report, timeoutMs);
}

Result<RetentionPolicy> retentionOf(const std::filesystem::path& directory)
{
    auto database = openDatabase(directory);
    if (!database)
        return tl::unexpected(database.error());
    const RetentionPolicy policy = readRetention(**database);
    if (auto read = (*database)->result(); !read)
        return tl::unexpected(read.error());
    return policy;
}

Result<void> setRetention(const std::filesystem::path& directory, const RetentionPolicy& policy)
{
    auto database = openDatabase(directory);
    if (!database)
        return tl::unexpected(database.error());
    Transaction transaction(**database);
    writeRetention(**database, policy);
    return transaction.commit();
}

} // namespace spanglass::store
