// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/collector.h"

#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <sys/stat.h>
#include <unistd.h>

#include "journal/reader.h"
#include "store/keeper_upkeep.h"
#include "store/reserve.h"
#include "store/store_file.h"

namespace spanglass::store {
namespace {

using Clock = std::chrono::steady_clock;

/// A transaction of about this much takes some tens of milliseconds; others wait so long to write a note.
constexpr std::uint64_t batchBytes = std::uint64_t{4} << 20;
constexpr std::uint64_t releaseBytes = std::uint64_t{8} << 20;
constexpr auto releaseAfter = std::chrono::seconds(1);
/// How often the list of journals is read although their directory did not change: a process may have died.
constexpr auto listAfter = std::chrono::milliseconds(500);

/// One journal as the keeper reads it.
struct Source
{
    journal::JournalInfo info;
    std::unique_ptr<journal::Reader> reader;
    std::optional<journal::Cursor> cursor; ///< none: ask the gatherer
    std::optional<journal::Cursor> scan;   ///< of a batch that is looked through for its commit
    bool committed = false;                ///< a batch whose commit was seen
    bool abandoned = false;                ///< a batch whose process died before its commit
    bool complete = false;
    std::uint64_t unreleasedBytes = 0;
};

} // namespace

struct Collector::State
{
    std::filesystem::path directory;
    std::unique_ptr<Database> database;
    std::unique_ptr<Gatherer> gatherer;
    std::unique_ptr<KeeperUpkeep> upkeep;
    std::map<std::string, Source> sources;
    struct stat opened
    {
    };
    std::filesystem::file_time_type listedOf;
    Clock::time_point listedAt;
    Clock::time_point releasedAt = Clock::now();
    std::uint64_t uncommittedBytes = 0;

    [[nodiscard]] Result<GatherStats> gatherAll();
    Result<void> list();
    [[nodiscard]] Result<bool> counts(Source& source);
    Result<void> gatherSource(const std::string& nonce, Source& source, GatherStats& stats);
    Result<void> commit(GatherStats& stats);
    void startOver();
    Result<void> release();
};

Collector::Collector() : m_state(std::make_unique<State>()) {}

Collector::~Collector() = default;

Result<std::unique_ptr<Collector>> Collector::open(const std::filesystem::path& directory)
{
    auto database = openDatabase(directory);
    if (!database)
        return tl::unexpected(database.error());
    std::unique_ptr<Collector> collector(new Collector);
    State& state = *collector->m_state;
    state.directory = directory;
    state.database = std::move(*database);
    // The journals absorb a locked store; a keeper that waits long says nothing and stops late.
    state.database->execute("PRAGMA busy_timeout = 1000");
    state.gatherer = std::make_unique<Gatherer>(*state.database);
    if (auto prepared = state.database->result(); !prepared)
        return tl::unexpected(prepared.error());
    ::stat((directory / databaseName).c_str(), &state.opened);
    return collector;
}

bool Collector::storeIsGone() const
{
    struct stat now
    {
    };
    return ::stat((m_state->directory / databaseName).c_str(), &now) != 0 ||
           now.st_ino != m_state->opened.st_ino || now.st_dev != m_state->opened.st_dev;
}

Result<bool> Collector::upkeep()
{
    if (m_state->upkeep == nullptr)
        m_state->upkeep = std::make_unique<KeeperUpkeep>(*m_state->database, m_state->directory);
    return m_state->upkeep->step(ClockReading::now());
}

std::string Collector::upkeepNotice() const
{
    return m_state->upkeep == nullptr ? std::string() : m_state->upkeep->notice();
}

int Collector::livingJournals() const
{
    int living = 0;
    for (const auto& [nonce, source] : m_state->sources)
        living += source.info.alive ? 1 : 0;
    return living;
}

// --- Gathering

Result<void> Collector::State::list()
{
    std::error_code error;
    const auto modified = std::filesystem::last_write_time(directory / "journals", error);
    if (error || (modified == listedOf && Clock::now() - listedAt < listAfter))
        return {};
    listedOf = modified;
    listedAt = Clock::now();
    auto journals = journal::listJournals(directory);
    if (!journals)
        return tl::unexpected(journals.error());
    std::map<std::string, Source> there;
    for (journal::JournalInfo& info : *journals) {
        const std::string nonce = info.nonce;
        auto known = sources.extract(nonce);
        Source& source = there[nonce];
        if (!known.empty())
            source = std::move(known.mapped());
        source.info = std::move(info);
    }
    sources = std::move(there);
    return {};
}

/// A batch counts when its commit record is there; until then it is only looked through.
Result<bool> Collector::State::counts(Source& source)
{
    if (!source.info.batch || source.committed)
        return true;
    if (source.abandoned)
        return false;
    if (!source.scan)
        source.scan.emplace();
    for (;;) {
        auto stats = source.reader->read(
            *source.scan,
            [&](const journal::RecordView& record) {
                source.committed = source.committed || std::holds_alternative<journal::CommitView>(record);
            },
            batchBytes);
        if (!stats)
            return tl::unexpected(stats.error());
        if (source.committed)
            return true;
        if (stats->bytes == 0) {
            source.abandoned = stats->complete;
            if (source.abandoned)
                (void)source.reader->release(*source.scan);
            return false;
        }
    }
}

Result<void> Collector::State::gatherSource(const std::string& nonce, Source& source, GatherStats& stats)
{
    if (source.complete)
        return {};
    if (source.reader == nullptr) {
        auto reader = journal::Reader::open(source.info);
        if (!reader)
            return {}; // made or removed at this moment: the next list says which
        source.reader = std::move(*reader);
    }
    auto counting = counts(source);
    if (!counting || !*counting)
        return counting ? Result<void>() : tl::unexpected(counting.error());
    for (bool more = true; more;) {
        auto before = gatherer->begin(nonce);
        if (!before)
            return tl::unexpected(before.error());
        if (!source.cursor) {
            auto parsed = journal::Cursor::parse(*before);
            if (!parsed)
                return tl::unexpected(parsed.error());
            source.cursor = std::move(*parsed);
        }
        auto read = source.reader->read(
            *source.cursor, [this](const journal::RecordView& record) { gatherer->add(record); }, batchBytes);
        if (!read)
            return tl::unexpected(read.error());
        more = read->bytes > 0;
        source.complete = read->complete;
        source.unreleasedBytes += read->bytes;
        uncommittedBytes += read->bytes;
        if (more || source.complete)
            gatherer->end(source.cursor->bytes(), source.complete);
        if (uncommittedBytes >= batchBytes) {
            auto committed = commit(stats);
            if (!committed || stats.startOver)
                return committed;
            if (auto checkpointed = database->checkpoint(false); !checkpointed)
                return checkpointed;
        }
    }
    return {};
}

Result<void> Collector::State::commit(GatherStats& stats)
{
    uncommittedBytes = 0;
    auto committed = gatherer->commit();
    if (!committed)
        return tl::unexpected(committed.error());
    stats.records += committed->records;
    stats.spans += committed->spans;
    stats.startOver = stats.startOver || committed->startOver;
    return {};
}

/// The readers' cursors are ahead of the store's.
void Collector::State::startOver()
{
    sources.clear();
    listedOf = {};
    uncommittedBytes = 0;
    gatherer->abandon();
}

Result<GatherStats> Collector::gather()
{
    State& state = *m_state;
    auto stats = state.gatherAll();
    while (stats && stats->startOver) {
        state.startOver();
        stats = state.gatherAll();
    }
    if (stats)
        return stats;
    const std::int64_t waiting = state.gatherer->taken();
    state.startOver();
    if (!state.database->wasFull())
        return stats;
    // What is in the WAL may make room for what is not in it yet.
    (void)bringInLog(*state.database);
    return fail(ErrorKind::io, state.database->file().string() + ": disk full: " + std::to_string(waiting) +
                                   " records wait in the journals");
}

Result<GatherStats> Collector::State::gatherAll()
{
    GatherStats stats;
    if (auto listed = list(); !listed)
        return tl::unexpected(listed.error());
    for (auto& [nonce, source] : sources) {
        if (auto gathered = gatherSource(nonce, source, stats); !gathered)
            return tl::unexpected(gathered.error());
        if (stats.startOver)
            return stats;
    }
    if (auto committed = commit(stats); !committed)
        return tl::unexpected(committed.error());
    return stats;
}

// --- Letting go

Result<void> Collector::secure(bool now)
{
    State& state = *m_state;
    std::uint64_t unreleased = 0;
    bool anyComplete = false;
    for (const auto& [nonce, source] : state.sources) {
        unreleased += source.unreleasedBytes;
        anyComplete = anyComplete || source.complete;
    }
    const bool late = Clock::now() - state.releasedAt >= releaseAfter;
    if ((unreleased > 0 || anyComplete) && (now || late || unreleased >= releaseBytes)) {
        if (auto released = state.release(); !released)
            return released;
    }
    // On a disk that is nearly full, what the WAL holds twice is room that somebody waits for.
    return isTight(state.directory) ? bringInLog(*state.database) : state.database->checkpoint(now);
}

Result<void> Collector::State::release()
{
    releasedAt = Clock::now();
    const int wal = ::open(database->walFile().c_str(), O_RDWR | O_CLOEXEC);
    // No WAL: it was checkpointed, or this store has none; either way SQLite synced.
    const bool synced = wal < 0 || ::fdatasync(wal) == 0;
    const int error = errno;
    if (wal >= 0)
        ::close(wal);
    if (!synced)
        return fail(ErrorKind::io, database->walFile().string() + ": " + std::strerror(error));
    for (auto at = sources.begin(); at != sources.end();) {
        Source& source = at->second;
        if (source.unreleasedBytes > 0 || source.complete) {
            if (auto released = source.reader->release(*source.cursor); !released)
                return released;
            source.unreleasedBytes = 0;
        }
        at = source.complete ? sources.erase(at) : std::next(at);
    }
    return {};
}

} // namespace spanglass::store
