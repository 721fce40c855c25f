// SPDX-License-Identifier: GPL-3.0-or-later
/// A store on a disk of 2 MB that is full: a real one, a tmpfs of its own.
#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <random>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include "base/names.h"
#include "journal/writer.h"
#include "store/keeper.h"
#include "store/reserve.h"
#include "store/store.h"
#include "store/upkeep.h"

using namespace spanglass;
using namespace spanglass::store;

namespace {

/// Mounting needs a right; without it, in a namespace of one's own, where everybody has it. Before any
/// thread is started.
void makeMountable()
{
    const auto keepPrivate = [] { return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0; };
    if (::unshare(CLONE_NEWNS) == 0 && keepPrivate())
        return;
    const auto uid = std::to_string(::getuid());
    const auto gid = std::to_string(::getgid());
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
        return;
    std::ofstream("/proc/self/setgroups") << "deny";
    std::ofstream("/proc/self/uid_map") << uid + ' ' + uid + " 1";
    std::ofstream("/proc/self/gid_map") << gid + ' ' + gid + " 1";
    (void)keepPrivate();
}

class SmallDisk
{
public:
    SmallDisk()
    {
        m_mounted =
            ::mount("tmpfs", m_directory.path().toUtf8().constData(), "tmpfs", 0, "size=2m,mode=0700") == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            ::umount2(m_directory.path().toUtf8().constData(), MNT_DETACH);
    }
    [[nodiscard]] bool mounted() const { return m_mounted; }
    [[nodiscard]] std::filesystem::path store() const { return m_directory.path().toStdString() + "/store"; }

    /// To the last byte.
    void fill() const
    {
        std::ofstream ballast(ballastFile(), std::ios::binary | std::ios::app);
        const std::string block(4096, 'b');
        while (ballast.write(block.data(), static_cast<std::streamsize>(block.size())).flush()) {
        }
    }
    void empty() const { std::filesystem::remove(ballastFile()); }

private:
    [[nodiscard]] std::filesystem::path ballastFile() const
    {
        return m_directory.path().toStdString() + "/ballast";
    }
    QTemporaryDir m_directory;
    bool m_mounted = false;
};

/// Text that does not compress.
std::string noise(std::size_t bytes, unsigned seed)
{
    std::mt19937 random(seed);
    std::string text;
    while (text.size() < bytes)
        text += "w" + std::to_string(random()) + ' ';
    return text;
}

void writeTrace(journal::Writer& writer, std::uint64_t number, const std::string& words)
{
    const TraceId trace{7, number};
    writer.start({trace,
                  {number},
                  {},
                  Kind::agent,
                  Level::normal,
                  journal::rootOfTrace,
                  1,
                  static_cast<std::int64_t>(number) * 1'000,
                  "x"});
    writer.attribute({trace, {number}, "words", {journal::ValueType::text, words}});
    writer.end({trace, {number}, Status::ok, 0, static_cast<std::int64_t>(number) * 1'000 + 500});
}

} // namespace

#define NEEDS_DISK(disk)                                                                                     \
    if (!(disk).mounted())                                                                                   \
    QSKIP("a disk of 2 MB cannot be mounted here")

class tst_full_disk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatCannotBeStoredWaitsAndIsStoredWhenThereIsRoom()
    {
        const SmallDisk disk;
        NEEDS_DISK(disk);
        const auto keeper = Keeper::start(disk.store());
        QSignalSpy troubled(keeper.get(), &Keeper::troubled);
        auto writer = journal::Writer::open({disk.store(), {}});
        QVERIFY2(writer, writer ? "" : writer.error().message.c_str());
        writeTrace(*writer, 1, "first");
        QVERIFY(writer->write());
        QTRY_VERIFY(Store::open(disk.store()) && Store::open(disk.store())->counts()->traces == 1);
        disk.fill();
        // Into a segment that is there already; the WAL has no room for it.
        std::uint64_t written = 1;
        for (; written < 60; ++written) {
            writeTrace(*writer, written + 1, noise(3000, static_cast<unsigned>(written)));
            if (!writer->write() || !troubled.isEmpty())
                break;
        }
        QTRY_VERIFY_WITH_TIMEOUT(!troubled.isEmpty(), 20'000);
        const QString said = troubled.last().first().toString();
        QVERIFY2(said.contains(QStringLiteral("full")), qPrintable(said));
        disk.empty();
        QTRY_VERIFY_WITH_TIMEOUT(
            Store::open(disk.store())->counts()->traces >= static_cast<std::int64_t>(written), 25'000);
        writeTrace(*writer, 1000, "last");
        QVERIFY(writer->write());
        QTRY_COMPARE_WITH_TIMEOUT(Store::open(disk.store())->traces({.text = "last"})->rows.size(),
                                  std::size_t{1}, 25'000);
        const auto counts = Store::open(disk.store())->counts();
        QCOMPARE(counts->created, counts->stored + counts->dropped);
    }

    void tracesCanBeDeleted_data()
    {
        QTest::addColumn<bool>("kept");
        QTest::newRow("by a command alone") << false;
        QTest::newRow("beside a keeper") << true;
    }
    void tracesCanBeDeleted()
    {
        QFETCH(bool, kept);
        const SmallDisk disk;
        NEEDS_DISK(disk);
        {
            auto writer = journal::Writer::open({disk.store(), {}});
            for (std::uint64_t number = 1; number <= 40; ++number)
                writeTrace(*writer, number, noise(900, static_cast<unsigned>(number)));
            QVERIFY(writer->write());
        }
        QVERIFY(gatherOnce(disk.store(), 30'000));
        keepReserve(disk.store());
        QVERIFY(std::filesystem::file_size(disk.store() / "reserve") >= 64u << 10);
        const auto keeper = kept ? Keeper::start(disk.store()) : nullptr;
        QTRY_VERIFY(!keeper || keeper->keeping());
        disk.fill();
        QVERIFY(freeBytes(disk.store()) < 4096);
        std::vector<TraceId> all;
        for (std::uint64_t number = 1; number <= 30; ++number)
            all.push_back({7, number});
        const auto report = deleteTraces(disk.store(), all, 20'000);
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QCOMPARE(report->deleted.traces, std::int64_t{30});
        QVERIFY(report->scrubbed);
        const auto store = Store::open(disk.store());
        QCOMPARE(store->traces({.limit = 100})->rows.size(), std::size_t{10});
        QCOMPARE(store->counts()->spans, std::int64_t{10});
        QVERIFY(freeBytes(disk.store()) > 0);
    }
};

int main(int argc, char** argv)
{
    makeMountable();
    QCoreApplication application(argc, argv);
    tst_full_disk test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_full_disk.moc"
