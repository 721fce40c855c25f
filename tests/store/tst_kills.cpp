// SPDX-License-Identifier: GPL-3.0-or-later
/// A keeper that is killed in the middle of something other than gathering (tst_processes has that).
#include <QElapsedTimer>
#include <random>

#include "processes.h"
#include "records.h"
#include "store/keeper_lock.h"
#include "store/scrubber.h"
#include "store/settings.h"

using namespace processes;

namespace {

/// Lets keepers begin and kills each after a random time; the last one may finish.
void killKeepers(const Place& place, int times, int mostMs)
{
    std::mt19937 random(static_cast<unsigned>(mostMs));
    for (int round = 0; round < times; ++round) {
        auto keeper = place.keeper();
        QTRY_VERIFY_WITH_TIMEOUT(
            keeperHolder(place.path).has_value() || keeper->process.state() == QProcess::NotRunning, 30'000);
        QElapsedTimer time;
        time.start();
        const int until = static_cast<int>(random() % static_cast<unsigned>(mostMs));
        while (time.elapsed() < until) {
        }
        keeper->kill();
    }
}

/// So many traces of five spans with so many words each, of which no two are alike.
void gather(store::Gatherer& gatherer, std::uint64_t traces, int words)
{
    std::mt19937 random(1);
    (void)gatherer.begin(std::string(32, 'a'));
    std::uint64_t span = 0;
    for (std::uint64_t number = 1; number <= traces; ++number) {
        const TraceId trace{3, number};
        const std::uint64_t root = span + 1;
        for (int at = 0; at < 5; ++at) {
            ++span;
            gatherer.add(records::start(span, at == 0 ? 0 : root, "step", Kind::llm, trace));
            std::string text = "some";
            for (int word = 0; word < words; ++word)
                text += " w" + std::to_string(random());
            gatherer.add(records::text(span, "words", text));
            gatherer.add(records::end(span, Status::ok, trace));
        }
    }
    gatherer.end("x", true);
    QVERIFY(gatherer.commit());
}

} // namespace

class tst_kills : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whileItBringsInTheWal()
    {
        Place place;
        {
            auto database = openDatabase(place.path);
            Gatherer gatherer(**database);
            gather(gatherer, 2000, 80); // beyond what starts a checkpoint
        }
        QVERIFY(std::filesystem::file_size(place.path / "spanglass.db-wal") > 16u << 20);
        killKeepers(place, 8, 60);
        QVERIFY(gatherOnce(place.path, 60'000));
        QCOMPARE(place.integer("SELECT count(*) FROM spans"), std::int64_t{10'000});
        QCOMPARE(place.integer("SELECT count(DISTINCT span_id) FROM spans"), std::int64_t{10'000});
        place.checkWhole();
    }

    void whileItDeletesAndScrubs()
    {
        Place place;
        {
            auto database = openDatabase(place.path);
            Gatherer gatherer(**database);
            gather(gatherer, 1500, 2);
            writeRetention(**database, {.traces = 100});
            Scrubber::request(**database);
        }
        killKeepers(place, 10, 80);
        const auto keeper = place.keeper();
        QTRY_COMPARE_WITH_TIMEOUT(place.integer("SELECT count(*) FROM traces"), std::int64_t{100}, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(place.integer("SELECT count(*) FROM spans"), std::int64_t{500}, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(place.integer("SELECT count(*) FROM settings WHERE name = 'scrub'"),
                                  std::int64_t{0}, 60'000);
        QCOMPARE(Store::open(place.path)->counts()->spans, std::int64_t{500});
        QCOMPARE(place.integer("SELECT sum(spans) FROM traces"), std::int64_t{500});
        QCOMPARE(place.integer("SELECT count(*) FROM settings WHERE name LIKE 'deleting%'"), std::int64_t{0});
        QCOMPARE(Store::open(place.path)->traces({.text = "some", .limit = 1000})->rows.size(),
                 std::size_t{100});
        place.checkWhole();
    }

    void whileItUpgradesAnOlderStore()
    {
        Place place;
        {
            auto database = openDatabase(place.path);
            Gatherer gatherer(**database);
            gather(gatherer, 2000, 2);
            // Back to what the schema was before upkeep.
            (*database)->execute(
                "ALTER TABLE spans ADD COLUMN details BLOB NOT NULL DEFAULT x'';"
                "UPDATE spans SET details = details_of(id);"
                "DROP TABLE span_details; DROP TABLE detail_blocks; DROP TABLE trace_words;"
                "CREATE VIRTUAL TABLE span_words USING fts5 (words, content = '', columnsize = 0);"
                "DROP TABLE trace_marks; DROP TABLE settings; DROP INDEX traces_with_session;"
                "ALTER TABLE totals DROP COLUMN deletions; PRAGMA user_version = 2");
            QVERIFY((*database)->result());
        }
        std::mt19937 random(4);
        for (int round = 0; round < 8; ++round) {
            auto keeper = place.keeper();
            QElapsedTimer time;
            time.start();
            const int until = 5 + static_cast<int>(random() % 60);
            while (time.elapsed() < until) {
            }
            keeper->kill();
        }
        QVERIFY(gatherOnce(place.path, 60'000));
        QCOMPARE(place.integer("SELECT count(*) FROM spans"), std::int64_t{10'000});
        QCOMPARE(place.integer("SELECT count(*) FROM settings"), std::int64_t{0});
        place.checkWhole();
    }

    void whileAgentsFillSegmentAfterSegment()
    {
        Place place;
        auto agent = place.agent(4000); // several segments, released and recycled
        std::mt19937 random(9);
        for (int round = 0; round < 6; ++round) {
            auto keeper = place.keeper();
            const std::int64_t before = place.integer("SELECT count(*) FROM spans");
            const std::int64_t until =
                std::max<std::int64_t>(0, before) + 500 + static_cast<std::int64_t>(random() % 2000);
            QTRY_VERIFY_WITH_TIMEOUT(
                place.integer("SELECT count(*) FROM spans") >= std::min<std::int64_t>(until, 20'000), 60'000);
            keeper->kill();
        }
        QVERIFY(agent->saysOpen());
        QVERIFY(agent->end());
        QVERIFY(gatherOnce(place.path, 60'000));
        place.check(4001, 5 * 4000 + 2);
    }
};

QTEST_GUILESS_MAIN(tst_kills)
#include "tst_kills.moc"
