// SPDX-License-Identifier: GPL-3.0-or-later
/// A disk whose K-th fsync of the store's log fails: nothing is let go in the journals before it is safe.
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <cerrno>
#include <dlfcn.h>
#include <string_view>
#include <unistd.h>

#include "journal/reader.h"
#include "journal/writer.h"
#include "store/collector.h"
#include "store/keeper.h"
#include "store/store.h"

using namespace spanglass;
using namespace spanglass::store;

namespace {

std::atomic<int> failAt{0}; ///< the sync of a WAL that fails, from 1; 0: none
std::atomic<int> syncs{0};

bool isWal(int file)
{
    char path[1024];
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    const ssize_t length = ::readlink(link.c_str(), path, sizeof path);
    return length > 0 && std::string_view(path, static_cast<std::size_t>(length)).ends_with("-wal");
}

} // namespace

// Stands before libc's, for SQLite too.
extern "C" int fdatasync(int file)
{
    static auto* const real = reinterpret_cast<int (*)(int)>(::dlsym(RTLD_NEXT, "fdatasync"));
    if (isWal(file) && ++syncs == failAt) {
        errno = EIO;
        return -1;
    }
    return real(file);
}

namespace {

constexpr std::uint64_t traces = 20;

void writeTraces(const std::filesystem::path& store)
{
    auto writer = journal::Writer::open({store, {}});
    QVERIFY(writer);
    for (std::uint64_t number = 1; number <= traces; ++number) {
        const TraceId trace{7, number};
        writer->start(
            {trace, {number}, {}, Kind::agent, Level::normal, journal::rootOfTrace, 1, 1'000, "run"});
        writer->end({trace, {number}, Status::ok, 0, 2'000});
    }
    QVERIFY(writer->write());
}

/// What a power cut leaves of it: all that was synced, which the log is only where its sync succeeded.
std::int64_t spansAfterPowerCut(const std::filesystem::path& store, const std::filesystem::path& copy,
                                bool withLog)
{
    std::filesystem::copy(store, copy, std::filesystem::copy_options::recursive);
    std::filesystem::remove(copy / "spanglass.db-shm");
    if (!withLog)
        std::filesystem::remove(copy / "spanglass.db-wal");
    if (!gatherOnce(copy, 20'000))
        return -1;
    return Store::open(copy)->counts()->spans;
}

} // namespace

class tst_wal_sync : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatASyncDidNotKeepIsStillInTheJournals_data()
    {
        QTest::addColumn<int>("failing");
        for (int failing = 1; failing <= 2; ++failing)
            QTest::addRow("sync %d fails", failing) << failing;
    }
    void whatASyncDidNotKeepIsStillInTheJournals()
    {
        QFETCH(int, failing);
        QTemporaryDir directory;
        const std::filesystem::path store = directory.path().toStdString() + "/store";
        writeTraces(store);
        auto collector = Collector::open(store);
        QVERIFY(collector);
        QVERIFY((*collector)->gather());
        syncs = 0;
        failAt = failing;
        const auto secured = (*collector)->secure(true);
        failAt = 0;
        QVERIFY(syncs >= failing);
        QVERIFY(!secured);
        QVERIFY2(secured.error().message.find("spanglass.db") != std::string::npos,
                 secured.error().message.c_str());
        const bool kept = !journal::listJournals(store)->empty();
        QCOMPARE(kept, failing == 1); // the first sync is the one that lets the journals go
        const std::filesystem::path copy = directory.path().toStdString() + "/copy";
        QCOMPARE(spansAfterPowerCut(store, copy, !kept), std::int64_t{traces});

        // The disk is well again: the same keeper goes on.
        QVERIFY((*collector)->gather());
        QVERIFY((*collector)->secure(true));
        QVERIFY(journal::listJournals(store)->empty());
        QCOMPARE(Store::open(store)->counts()->spans, std::int64_t{traces});
    }
};

QTEST_GUILESS_MAIN(tst_wal_sync)
#include "tst_wal_sync.moc"
