// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTest>
#include <atomic>
#include <sys/stat.h>
#include <thread>

#include "records.h"
#include "store/details.h"
#include "store/migrations.h"

using namespace records;

namespace {

using Path = std::filesystem::path;

/// A store as the program of schema `version` left it, with one trace of one span.
void makeOlder(const Path& directory, int version)
{
    std::filesystem::create_directory(directory);
    std::filesystem::permissions(directory, std::filesystem::perms::owner_all);
    auto database = store::Database::open(directory / "spanglass.db");
    QVERIFY(database);
    for (int number = 1; number <= version; ++number) {
        const QStringList file =
            QDir(QStringLiteral(":/migrations")).entryList({QStringLiteral("00%1_*.sql").arg(number)});
        QCOMPARE(file.size(), 1);
        QFile sql(QStringLiteral(":/migrations/") + file.first());
        QVERIFY(sql.open(QIODevice::ReadOnly));
        (*database)->execute(sql.readAll().constData());
    }
    (*database)->execute("INSERT INTO traces (id, trace_id, changed, name, name_rank, root_status, start_ns, "
                         "end_ns, status, spans,"
                         " running, interrupted, errors, next_number, flags, user, session, project, "
                         "environment, release, version,"
                         " operation_type, service, tags) VALUES (1, x'000000000000000000000000000000a1', 1, "
                         "'older', 2, 1, 5, 9, 0,"
                         " 1, 0, 0, 0, 2, 0, 'ada', 's', '', '', '', '', '', '', '');"
                         "INSERT INTO journals VALUES (1, 'n', x'', 9, 1, 0, 1, 0, 1);"
                         "UPDATE totals SET traces = 1, spans = 1, next_trace = 2, change_counter = 1;"
                         "PRAGMA application_id = 1397181523");
    std::string details;
    store::appendEntry(details, journal::AttributeView{
                                    {}, {}, "input.value", {journal::ValueType::text, "remembered", 0, 0}});
    store::Statement span = (*database)->prepare(
        version < 5
            ? "INSERT INTO spans VALUES (67108865, 7, 0, 0, 1, 1, 0, 1, 5, 4, 1, 1, 1, 0, 0, 'older', "
              "NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, ?1)"
            : "INSERT INTO spans VALUES (67108865, 7, 0, 0, 1, 1, 0, 1, 5, 4, 1, 1, 1, 0, 0, 'older', "
              "NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)");
    if (version < 5)
        span.bindBlob(1, details).run();
    else
        span.run();
    (*database)->execute(("PRAGMA user_version = " + std::to_string(version)).c_str());
    const auto made = (*database)->result();
    QVERIFY2(made, made ? "" : made.error().message.c_str());
}

std::int64_t integerOf(const Path& file, const char* sql)
{
    return (*store::Database::open(file))->integer(sql);
}

} // namespace

class tst_migrations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTemporaryDir any; // brings the schema's files in
        QVERIFY(store::openDatabase(any.path().toStdString() + "/store"));
    }

    void everyOlderStoreIsUpgradedBesideItsBackup_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version < store::schemaVersion; ++version)
            QTest::addRow("schema %d", version) << version;
    }
    void everyOlderStoreIsUpgradedBesideItsBackup()
    {
        QFETCH(int, version);
        QTemporaryDir directory;
        const Path place = directory.path().toStdString() + "/store";
        makeOlder(place, version);
        {
            const auto opened = store::Store::open(place);
            QVERIFY2(opened, opened ? "" : opened.error().message.c_str());
            QCOMPARE(opened->traces({.text = "older"})->rows.size(), std::size_t{1});
            const auto span = opened->span({0, 0xa1}, {7});
            QCOMPARE(span->name, std::string("older"));
            if (version < 5)
                QVERIFY(span->input == trace::Value(std::string("remembered")));
            QCOMPARE(opened->sessions()->rows.size(), std::size_t{1});
        }
        QCOMPARE(integerOf(place / "spanglass.db", "PRAGMA user_version"),
                 std::int64_t{store::schemaVersion});
        const Path backup = place / ("spanglass.db.schema-" + std::to_string(version));
        QCOMPARE(integerOf(backup, "PRAGMA user_version"), std::int64_t{version});
        QCOMPARE(integerOf(backup, "SELECT count(*) FROM spans"), std::int64_t{1});
        struct stat info
        {
        };
        QVERIFY(::stat(backup.c_str(), &info) == 0 && (info.st_mode & 0777) == 0600);
    }

    void anUpgradeWhoseBackupFailsDoesNotHappen()
    {
        QTemporaryDir directory;
        const Path place = directory.path().toStdString() + "/store";
        makeOlder(place, 1);
        // A directory stands where the backup would have to be.
        std::filesystem::create_directories(place / "spanglass.db.schema-1.part" / "x");
        const auto opened = store::Store::open(place);
        QVERIFY(!opened);
        QVERIFY2(opened.error().message.find("cannot back up") != std::string::npos,
                 opened.error().message.c_str());
        QCOMPARE(integerOf(place / "spanglass.db", "PRAGMA user_version"), std::int64_t{1});
        QCOMPARE(integerOf(place / "spanglass.db", "SELECT count(*) FROM spans"), std::int64_t{1});
    }

    void severalProgramsThatOpenAnOlderStoreAtOnceUpgradeItOnce()
    {
        QTemporaryDir directory;
        const Path place = directory.path().toStdString() + "/store";
        makeOlder(place, 1);
        std::atomic<int> opened{0};
        std::vector<std::thread> programs;
        for (int number = 0; number < 4; ++number)
            programs.emplace_back([&] { opened += store::Store::open(place).has_value() ? 1 : 0; });
        for (std::thread& program : programs)
            program.join();
        QCOMPARE(opened.load(), 4);
        QCOMPARE(integerOf(place / "spanglass.db", "PRAGMA user_version"),
                 std::int64_t{store::schemaVersion});
    }

    void aNewerStoreIsRefusedAndStaysAsItIs()
    {
        QTemporaryDir directory;
        const Path place = directory.path().toStdString() + "/store";
        makeOlder(place, store::schemaVersion);
        {
            auto database = store::Database::open(place / "spanglass.db");
            (*database)->execute("PRAGMA user_version = 999");
        }
        const auto opened = store::Store::open(place);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::refused);
        QVERIFY(opened.error().message.find("newer Spanglass (schema 999") != std::string::npos);
        QCOMPARE(integerOf(place / "spanglass.db", "PRAGMA user_version"), std::int64_t{999});
        QCOMPARE(integerOf(place / "spanglass.db", "SELECT count(*) FROM spans"), std::int64_t{1});
    }
};

QTEST_GUILESS_MAIN(tst_migrations)
#include "tst_migrations.moc"
