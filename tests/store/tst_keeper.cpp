// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>
#include <unistd.h>

#include "journal/writer.h"
#include "store/database.h"
#include "store/keeper.h"
#include "store/keeper_lock.h"
#include "store/place.h"
#include "store/store.h"

using namespace spanglass;
using namespace spanglass::store;

namespace {

struct Place
{
    QTemporaryDir directory;
    std::filesystem::path path = directory.path().toStdString() + "/store";
};

void writeTrace(journal::Writer& writer, std::uint64_t number, const char* name = "import")
{
    const TraceId trace{7, number};
    writer.start({trace, {number}, {}, Kind::agent, Level::normal, journal::rootOfTrace, 1, 1'000, name});
    writer.attribute({trace, {number}, "answer", {journal::ValueType::text, "forty-two"}});
    writer.end({trace, {number}, Status::ok, 0, 5'000});
}

mode_t rightsOf(const std::filesystem::path& path)
{
    struct stat info
    {
    };
    return ::stat(path.c_str(), &info) == 0 ? info.st_mode & 0777 : 0;
}

} // namespace

class tst_keeper : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatAWriterWroteIsGatheredOnceAndItsJournalGoes()
    {
        Place place;
        {
            auto writer = journal::Writer::open({place.path, {}});
            QVERIFY2(writer, writer ? "" : writer.error().message.c_str());
            writer->beginContext(R"({"service.name":"rag"})");
            writeTrace(*writer, 1);
            QVERIFY(writer->write());
            QVERIFY(gatherOnce(place.path));
            QCOMPARE(Store::open(place.path)->counts()->spans, std::int64_t{1});
            QVERIFY(gatherOnce(place.path));
        }
        QVERIFY(gatherOnce(place.path));
        const auto store = Store::open(place.path);
        QCOMPARE(store->counts()->spans, std::int64_t{1});
        QCOMPARE(store->counts()->stored, std::int64_t{1});
        const auto page = store->traces({});
        QCOMPARE(page->rows.at(0).service, std::string("rag"));
        QCOMPARE(journal::listJournals(place.path)->size(), std::size_t{0});
    }

    void aBatchCountsWhenItWasCommittedAndNotBefore()
    {
        Place place;
        auto writer = journal::Writer::open({place.path, "batch-1"});
        QVERIFY(writer);
        writeTrace(*writer, 1);
        QVERIFY(writer->write());
        QVERIFY(gatherOnce(place.path));
        QCOMPARE(Store::open(place.path)->counts()->traces, std::int64_t{0});
        writeTrace(*writer, 2);
        QVERIFY(writer->write());
        QVERIFY(writer->commit("{}"));
        QVERIFY(gatherOnce(place.path));
        QCOMPARE(Store::open(place.path)->counts()->traces, std::int64_t{2});
    }

    void aBatchHasItsResultWhenItIsGatheredWhole()
    {
        Place place;
        for (const char* id : {"batch-1", "batch-2"}) {
            auto writer = journal::Writer::open({place.path, id});
            writeTrace(*writer, 1);
            writeTrace(*writer, 2);
            QVERIFY(writer->write());
            QVERIFY(gatherOnce(place.path));
            QVERIFY(!Store::open(place.path)->batch(id)->has_value());
            QVERIFY(writer->commit(R"({"file":"a"})"));
            QVERIFY(gatherOnce(place.path));
        }
        const auto store = Store::open(place.path);
        const auto first = *store->batch("batch-1");
        const auto second = *store->batch("batch-2");
        QCOMPARE(first->spans, std::int64_t{2});
        QCOMPARE(first->duplicates, std::int64_t{0});
        QCOMPARE(first->note, std::string(R"({"file":"a"})"));
        QCOMPARE(second->duplicates, std::int64_t{2});
        QCOMPARE(store->counts()->spans, std::int64_t{2});
    }

    void aBatchWhoseMakerDiedLeavesNothing()
    {
        Place place;
        {
            auto writer = journal::Writer::open({place.path, "batch-1"});
            writeTrace(*writer, 1);
            QVERIFY(writer->write());
        }
        QVERIFY(gatherOnce(place.path));
        QVERIFY(gatherOnce(place.path));
        QCOMPARE(Store::open(place.path)->counts()->traces, std::int64_t{0});
        QCOMPARE(journal::listJournals(place.path)->size(), std::size_t{0});
    }

    void aKeeperShowsWhatComesAndSaysSo()
    {
        Place place;
        const auto keeper = Keeper::start(place.path);
        QSignalSpy gathered(keeper.get(), &Keeper::gathered);
        QTRY_VERIFY(keeper->keeping());
        auto writer = journal::Writer::open({place.path, {}});
        writeTrace(*writer, 1);
        QVERIFY(writer->write());
        QTRY_VERIFY(!gathered.isEmpty());
        QCOMPARE(Store::open(place.path)->counts()->traces, std::int64_t{1});
        QVERIFY(storeStatus(place.path)->keeper.starts_with("pid "));
    }

    void gatherOnceWaitsForWhoeverKeepsTheStore()
    {
        Place place;
        const auto keeper = Keeper::start(place.path);
        QTRY_VERIFY(keeper->keeping());
        auto writer = journal::Writer::open({place.path, {}});
        for (std::uint64_t number = 1; number <= 50; ++number) {
            writeTrace(*writer, number);
            QVERIFY(writer->write());
            QVERIFY(gatherOnce(place.path));
            QCOMPARE(Store::open(place.path)->counts()->traces, static_cast<std::int64_t>(number));
        }
    }

    void ofTwoKeepersOneKeepsAndTheOtherFollows()
    {
        Place place;
        auto first = Keeper::start(place.path);
        QTRY_VERIFY(first->keeping());
        const auto second = Keeper::start(place.path);
        auto writer = journal::Writer::open({place.path, {}});
        writeTrace(*writer, 1);
        QVERIFY(writer->write());
        QVERIFY(gatherOnce(place.path));
        QVERIFY(!second->keeping());
        first.reset();
        QTRY_VERIFY(second->keeping());
        writeTrace(*writer, 2);
        QVERIFY(writer->write());
        QVERIFY(gatherOnce(place.path));
        QCOMPARE(Store::open(place.path)->counts()->traces, std::int64_t{2});
    }

    void aKeeperYieldsWhenAsked()
    {
        Place place;
        const auto keeper = Keeper::start(place.path);
        QTRY_VERIFY(keeper->keeping());
        auto bell = KeeperBell::open(place.path);
        bell->askToYield();
        QTRY_VERIFY(!keeper->keeping());
        {
            const auto lock = KeeperLock::tryTake(place.path);
            QVERIFY(lock && *lock);
        }
        QTRY_VERIFY(keeper->keeping());
    }

    void aStoreIsPrivate()
    {
        Place place;
        QVERIFY(gatherOnce(place.path));
        QCOMPARE(rightsOf(place.path), mode_t{0700});
        for (const auto& entry : std::filesystem::directory_iterator(place.path)) {
            if (entry.is_regular_file())
                QVERIFY2((rightsOf(entry.path()) & 0077) == 0, entry.path().c_str());
        }
    }

    void anUnsafePlaceIsRefused_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::newRow("a symbolic link") << QByteArray("is a symbolic link");
        QTest::newRow("a directory that everyone can write") << QByteArray("can be written by everyone");
        QTest::newRow("a file") << QByteArray("is not a directory");
        QTest::newRow("another program's database") << QByteArray("another program");
        QTest::newRow("a newer schema") << QByteArray("newer Spanglass");
    }
    void anUnsafePlaceIsRefused()
    {
        QFETCH(QByteArray, kind);
        Place place;
        const auto real = place.path.parent_path() / "real";
        std::filesystem::create_directory(real);
        if (kind.contains("symbolic"))
            std::filesystem::create_symlink(real, place.path);
        else if (kind.contains("everyone"))
            QVERIFY(mkdir(place.path.c_str(), 0700) == 0 && chmod(place.path.c_str(), 0777) == 0);
        else if (kind.contains("not a directory"))
            QVERIFY(QFile(QString::fromStdString(place.path.string())).open(QIODevice::WriteOnly));
        else
            makeForeign(place.path, kind.contains("newer"));
        const auto opened = Store::open(place.path);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::refused);
        QVERIFY2(opened.error().message.find(kind.toStdString()) != std::string::npos,
                 opened.error().message.c_str());
    }

    void anotherUsersDirectoryIsRefused()
    {
        if (::geteuid() != 0)
            QSKIP("only root can give a directory to another user");
        Place place;
        QVERIFY(mkdir(place.path.c_str(), 0700) == 0 && ::chown(place.path.c_str(), 12345, 12345) == 0);
        const auto opened = Store::open(place.path);
        QVERIFY(!opened && opened.error().kind == ErrorKind::refused);
        QVERIFY(opened.error().message.find("belongs to another user") != std::string::npos);
    }

    void onANetworkFileSystemTheWalIsOffAndItIsSaid()
    {
        Place place;
        setFileSystemType([](const std::filesystem::path&) -> std::int64_t { return 0x6969; }); // NFS
        {
            const auto keeper = Keeper::start(place.path);
            QSignalSpy troubled(keeper.get(), &Keeper::troubled);
            QTRY_VERIFY(!troubled.isEmpty());
            QVERIFY(troubled.first().first().toString().contains(QStringLiteral("network file system")));
            auto writer = journal::Writer::open({place.path, {}});
            writeTrace(*writer, 1);
            QVERIFY(writer->write());
            QTRY_COMPARE(Store::open(place.path)->counts()->traces, std::int64_t{1});
            QVERIFY(!std::filesystem::exists(place.path / "spanglass.db-wal"));
        }
        setFileSystemType(nullptr);
        QVERIFY(Store::open(place.path)->counts()->traces == 1);
        QVERIFY(isNetworkFileSystem(0xff534d42) && isNetworkFileSystem(0x65735546));
        QVERIFY(!isNetworkFileSystem(0xef53) && !isNetworkFileSystem(0x01021994));
    }

    void aStoreThatIsReplacedWhileItIsKeptIsNoticed()
    {
        Place place;
        Place other;
        {
            auto writer = journal::Writer::open({other.path, {}});
            writeTrace(*writer, 77, "from elsewhere");
            QVERIFY(writer->write());
        }
        QVERIFY(gatherOnce(other.path));
        const auto keeper = Keeper::start(place.path);
        QSignalSpy troubled(keeper.get(), &Keeper::troubled);
        QTRY_VERIFY(keeper->keeping());
        auto writer = journal::Writer::open({place.path, {}});
        writeTrace(*writer, 1);
        QVERIFY(writer->write());
        QVERIFY(gatherOnce(place.path));
        for (const char* name : {"spanglass.db-wal", "spanglass.db-shm"})
            std::filesystem::remove(place.path / name);
        for (const char* name : {"spanglass.db-wal", "spanglass.db-shm", "spanglass.db"})
            if (std::filesystem::exists(other.path / name))
                std::filesystem::rename(other.path / name, place.path / name);
        QTRY_VERIFY(!troubled.isEmpty());
        QVERIFY(troubled.first().first().toString().contains(QStringLiteral("deleted or replaced")));
        writeTrace(*writer, 2);
        QVERIFY(writer->write());
        // The other store's trace is there, and what this store's agents record goes on.
        QTRY_VERIFY(Store::open(place.path) &&
                    Store::open(place.path)->traces({.text = "trace:*2"})->rows.size() == 1);
        QCOMPARE(Store::open(place.path)->traces({.text = "elsewhere"})->rows.size(), std::size_t{1});
    }

    void aStoreThatVanishesWhileItIsKeptIsNoticedAndBegunAnew()
    {
        Place place;
        const auto keeper = Keeper::start(place.path);
        QSignalSpy troubled(keeper.get(), &Keeper::troubled);
        QTRY_VERIFY(keeper->keeping());
        auto writer = journal::Writer::open({place.path, {}});
        writeTrace(*writer, 1);
        QVERIFY(writer->write());
        QVERIFY(gatherOnce(place.path));
        for (const char* name : {"spanglass.db", "spanglass.db-wal", "spanglass.db-shm"})
            std::filesystem::remove(place.path / name);
        QTRY_VERIFY(!troubled.isEmpty());
        QVERIFY(troubled.first().first().toString().contains(QStringLiteral("deleted or replaced")));
        writeTrace(*writer, 2);
        QVERIFY(writer->write());
        QTRY_VERIFY(std::filesystem::exists(place.path / "spanglass.db"));
        QTRY_COMPARE(Store::open(place.path)->traces({})->rows.size(), std::size_t{2});
    }

private:
    static void makeForeign(const std::filesystem::path& path, bool newer)
    {
        {
            const auto store = Store::open(path);
        }
        auto database = std::move(*Database::open(path / "spanglass.db"));
        database->execute(newer ? "PRAGMA user_version = 999" : "PRAGMA application_id = 17");
        QVERIFY(database->ok());
    }
};

QTEST_GUILESS_MAIN(tst_keeper)
#include "tst_keeper.moc"
