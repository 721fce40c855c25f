// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <fstream>

#include "base/names.h"
#include "journal/writer.h"
#include "records.h"
#include "store/deliveries.h"
#include "store/keeper.h"
#include "store/keeper_upkeep.h"
#include "store/retention.h"
#include "store/upkeep.h"

using namespace records;

namespace {

constexpr std::int64_t dayNs = 86'400 * second;

std::vector<journal::RecordView> traceOf(std::uint64_t number, std::string_view words,
                                         std::int64_t startNs = noon)
{
    const TraceId trace{7, number};
    journal::StartView begin;
    begin.trace = trace;
    begin.span = {number};
    begin.kind = Kind::agent;
    begin.name = "answer";
    begin.startUnixNs = startNs;
    begin.flags = journal::rootOfTrace;
    return {begin, journal::AttributeView{trace, {number}, "words", {journal::ValueType::text, words}},
            journal::EndView{trace, {number}, Status::ok, 0, startNs + second}};
}

/// So many traces, a day apart, the last at noon.
void gatherDays(Bench& bench, int count)
{
    std::vector<journal::RecordView> views;
    for (int number = 1; number <= count; ++number) {
        for (const auto& view :
             traceOf(static_cast<std::uint64_t>(number), "some words of it", noon - (count - number) * dayNs))
            views.push_back(view);
    }
    QVERIFY(bench.gather(views));
}

/// The files of the store in which `bytes` stand.
QStringList filesWith(const std::filesystem::path& store, const std::string& bytes)
{
    QStringList found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(store)) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string all((std::istreambuf_iterator<char>(file)), {});
        if (all.find(bytes) != std::string::npos)
            found << QString::fromStdString(entry.path().filename().string());
    }
    return found;
}

std::int64_t count(const Bench& bench, const char* table)
{
    return bench.database->integer(std::string("SELECT count(*) FROM ") + table);
}

store::ClockReading clockAt(std::int64_t unixNs, std::int64_t bootSeconds, const char* boot = "one")
{
    return {unixNs, bootSeconds * second, boot};
}

/// As a keeper: until there is nothing more to do.
void work(store::KeeperUpkeep& upkeep, const store::ClockReading& now)
{
    for (;;) {
        const auto more = upkeep.step(now);
        QVERIFY2(more, more ? "" : more.error().message.c_str());
        if (!*more)
            return;
    }
}

} // namespace

class tst_upkeep : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ofADeletedTraceNoFileOfTheStoreHoldsAWord()
    {
        Bench bench;
        auto views = traceOf(1, "aardvarkian secrets");
        views.insert(views.begin(), journal::ContextView{R"({"host.name":"wombatville"})", ""});
        QVERIFY(bench.gather(views, true));
        QVERIFY(bench.gather(traceOf(2, "ordinary zeppelins"), true, "two"));
        QVERIFY(!filesWith(bench.path(), "aardvarkian").isEmpty());
        QVERIFY(!filesWith(bench.path(), "wombatville").isEmpty());
        bench.gatherer.reset();
        bench.database.reset(); // a reader would keep the log
        const auto report = store::deleteTraces(bench.path(), {{7, 1}});
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QVERIFY(report->scrubbed);
        QCOMPARE(report->deleted.traces, std::int64_t{1});
        QCOMPARE(report->deleted.spans, std::int64_t{1});
        QVERIFY(report->deleted.bytes > 20);
        QCOMPARE(filesWith(bench.path(), "aardvarkian"), QStringList());
        QCOMPARE(filesWith(bench.path(), "wombatville"), QStringList());
        bench.reopen();
        QCOMPARE(bench.store().traces({.text = "zeppelins"})->rows.size(), std::size_t{1});
        QCOMPARE(bench.store().traces({.text = "aardvarkian"})->rows.size(), std::size_t{0});
        QCOMPARE(bench.store().counts()->spans, std::int64_t{1});
    }

    void aLargeValueGoesWithTheLastTraceThatUsesIt()
    {
        Bench bench;
        const std::string prompt(50'000, 'p');
        QVERIFY(bench.gather(traceOf(1, prompt)));
        QVERIFY(bench.gather(traceOf(2, prompt)));
        QCOMPARE(store::deleteTraces(bench.path(), {{7, 1}}, 0)->deleted.payloads, std::int64_t{0});
        QCOMPARE(count(bench, "payloads"), std::int64_t{1});
        const auto last = store::deleteTraces(bench.path(), {{7, 2}}, 0);
        QCOMPARE(last->deleted.payloads, std::int64_t{1});
        QCOMPARE(count(bench, "payloads"), std::int64_t{0});
        QCOMPARE(count(bench, "spans"), std::int64_t{0});
    }

    void aRepeatedSpanDoesNotUseItsLargeValueTwice()
    {
        Bench bench;
        const std::string prompt(50'000, 'p');
        QVERIFY(bench.gather(traceOf(1, prompt)));
        QVERIFY(bench.gather(traceOf(1, prompt), false, "another recorder"));
        QCOMPARE(bench.database->integer("SELECT uses FROM payloads"), std::int64_t{1});
        QVERIFY(store::deleteTraces(bench.path(), {{7, 1}}, 0));
        QCOMPARE(count(bench, "payloads"), std::int64_t{0});
    }

    void theWordsOfATraceGoOnlyWithTheSpanThatHadThemLast()
    {
        Bench bench;
        // The first recorder dies: its span is interrupted, and says other words when the second one ends it.
        QVERIFY(bench.gather({start(1), text(1, "note", "walrus"), text(1, "plan", "penguin"), start(2, 1),
                              text(2, "note", "walrus"), end(2)},
                             true));
        QCOMPARE(bench.store().traces({.text = "penguin"})->rows.size(), std::size_t{1});
        QVERIFY(bench.gather({start(1), text(1, "note", "otter"), end(1)}, true, "another recorder"));
        QCOMPARE(bench.store().traces({.text = "otter"})->rows.size(), std::size_t{1});
        QCOMPARE(bench.store().traces({.text = "walrus"})->rows.size(), std::size_t{1});
        QCOMPARE(bench.store().traces({.text = "penguin"})->rows.size(), std::size_t{0});
    }

    void whatRunsStaysAndWhatIsNotThereIsCounted()
    {
        Bench bench;
        QVERIFY(bench.gather({start(1)}));
        const auto report = store::deleteTraces(bench.path(), {traceA, {1, 1}}, 0);
        QCOMPARE(report->running, std::int64_t{1});
        QCOMPARE(report->unknown, std::int64_t{1});
        QCOMPARE(report->deleted.traces, std::int64_t{0});
        QCOMPARE(count(bench, "traces"), std::int64_t{1});
    }

    void aKeeperThatRemembersATraceLearnsThatItWasDeleted()
    {
        Bench bench;
        QVERIFY(bench.gather(traceOf(1, "first")));
        QVERIFY(store::deleteTraces(bench.path(), {{7, 1}}, 0));
        // The gatherer still has the trace in its memory; what it was given goes back, and comes again.
        const auto views = traceOf(1, "second");
        const auto refused = bench.gather(views);
        QVERIFY(refused && refused->startOver);
        QVERIFY(bench.gather(views));
        const auto page = bench.store().traces({});
        QCOMPARE(page->rows.size(), std::size_t{1});
        QCOMPARE(page->rows[0].spans, std::int64_t{1});
        QCOMPARE((*bench.store().trace({7, 1}))->size(), 1u);
        QCOMPARE(count(bench, "spans"), std::int64_t{1});
        QCOMPARE(bench.store().counts()->traces, std::int64_t{1});
    }

    void deletingBesideALivingKeeperAndAgentWorks()
    {
        Bench place;
        place.gatherer.reset();
        place.database.reset();
        const auto keeper = store::Keeper::start(place.path());
        auto writer = journal::Writer::open({place.path(), {}});
        QVERIFY(writer);
        const auto write = [&](std::uint64_t number) {
            const TraceId trace{7, number};
            writer->start(
                {trace, {number}, {}, Kind::agent, Level::normal, journal::rootOfTrace, 1, 1'000, "x"});
            writer->end({trace, {number}, Status::ok, 0, 5'000});
            QVERIFY(writer->write());
        };
        for (std::uint64_t number = 1; number <= 40; ++number) {
            write(number);
            QVERIFY(store::gatherOnce(place.path()));
            if (number % 2 == 0) {
                const auto report = store::deleteTraces(place.path(), {{7, number}}, 0);
                QVERIFY2(report, report ? "" : report.error().message.c_str());
                QCOMPARE(report->deleted.traces, std::int64_t{1});
            }
        }
        write(41);
        QVERIFY(store::gatherOnce(place.path()));
        QCOMPARE(place.store().counts()->traces, std::int64_t{21});
        QCOMPARE(place.store().traces({.limit = 100})->rows.size(), std::size_t{21});
        const auto last = store::deleteTraces(place.path(), {{7, 41}}, 30'000);
        QVERIFY(last && last->scrubbed); // by the keeper
    }

    void aLargeTraceIsOutOfTheListAtOnceAndGoneAfterAKill()
    {
        Bench bench;
        std::vector<journal::RecordView> views;
        for (std::uint64_t number = 1; number <= 1300; ++number) {
            views.push_back(start(number, number == 1 ? 0 : 1));
            views.push_back(end(number));
        }
        QVERIFY(bench.gather(views, true));
        {
            store::Deleter deleter(*bench.database);
            deleter.add({bench.database->integer("SELECT id FROM traces")});
            QVERIFY(deleter.step());
            QVERIFY(deleter.more());
        }
        QCOMPARE(bench.store().traces({})->rows.size(), std::size_t{0});
        QCOMPARE(bench.store().counts()->spans, std::int64_t{0});
        QVERIFY(count(bench, "spans") > 0);
        bench.reopen();
        store::KeeperUpkeep upkeep(*bench.database, bench.path());
        work(upkeep, clockAt(noon, 1));
        QCOMPARE(count(bench, "spans"), std::int64_t{0});
        QCOMPARE(bench.database->integer("SELECT count(*) FROM settings WHERE name LIKE 'deleting%'"),
                 std::int64_t{0});
    }

    void aPolicyLetsTheOldestGo_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("traces");
        QTest::addColumn<int>("left");
        QTest::newRow("nothing is said") << 0 << 0 << 60;
        QTest::newRow("by age") << 10 << 0 << 10;
        QTest::newRow("by age, all are young") << 100 << 0 << 60;
        QTest::newRow("by count") << 0 << 25 << 25;
        QTest::newRow("by count, there are fewer") << 0 << 80 << 60;
        QTest::newRow("by both, the stricter one says") << 30 << 20 << 20;
    }
    void aPolicyLetsTheOldestGo()
    {
        QFETCH(int, days);
        QFETCH(int, traces);
        QFETCH(int, left);
        Bench bench;
        gatherDays(bench, 60);
        store::RetentionPolicy policy;
        if (days > 0)
            policy.days = days;
        if (traces > 0)
            policy.traces = traces;
        QVERIFY(store::setRetention(bench.path(), policy));
        QVERIFY(*store::retentionOf(bench.path()) == policy);
        store::KeeperUpkeep upkeep(*bench.database, bench.path());
        work(upkeep, clockAt(noon + 2 * second, 1));
        const auto page = bench.store().traces({.limit = 1000});
        QCOMPARE(static_cast<int>(page->rows.size()), left);
        QCOMPARE(page->rows.front().startUnixNs, noon); // the newest are there
        QCOMPARE(count(bench, "spans"), std::int64_t{left});
        QCOMPARE(upkeep.notice(), std::string());
    }

    void aPolicyBySizeMakesTheFileSmaller()
    {
        Bench bench;
        std::vector<std::string> texts;
        for (int number = 0; number < 400; ++number) {
            std::string text;
            for (int word = 0; word < 100; ++word)
                text += "w" + std::to_string(number * 7919 + word * 104729) + ' ';
            texts.push_back(std::move(text));
        }
        for (std::size_t number = 0; number < texts.size(); ++number)
            bench.take(traceOf(number + 1, texts[number], noon + static_cast<std::int64_t>(number)));
        QVERIFY(bench.gatherer->commit());
        const std::int64_t before = store::bytesInUse(*bench.database);
        QVERIFY(store::setRetention(bench.path(), {.bytes = before / 2}));
        store::KeeperUpkeep upkeep(*bench.database, bench.path());
        work(upkeep, clockAt(noon, 1));
        const std::int64_t after = store::bytesInUse(*bench.database);
        QVERIFY2(after <= before * 6 / 10 && after >= before / 4, qPrintable(QString::number(after)));
        QCOMPARE(bench.database->integer("PRAGMA freelist_count"), std::int64_t{0});
        QCOMPARE(bench.store().traces({.limit = 1})->rows[0].id.low, std::uint64_t{400});
    }

    void whatADestinationHasNotGotStaysAndIsSaid()
    {
        Bench bench;
        gatherDays(bench, 10);
        auto deliveries = store::Deliveries::open(bench.path());
        const auto id = deliveries->add("team", "otlp", "http://127.0.0.1:1", "{}");
        QVERIFY(id);
        // Everything after the fourth span is still to go.
        const std::int64_t fourth =
            bench.database->integer("SELECT id FROM spans ORDER BY id LIMIT 1 OFFSET 3");
        const std::int64_t changed = bench.database->integer("SELECT max(changed) FROM spans");
        QVERIFY(deliveries->settle(
            *id, "", std::to_string(changed) + ' ' + std::to_string(fourth) + " 9223372036854775807 0;", 4,
            {}));
        QVERIFY(store::setRetention(bench.path(), {.traces = 2}));
        {
            store::KeeperUpkeep upkeep(*bench.database, bench.path());
            work(upkeep, clockAt(noon, 1));
            QCOMPARE(count(bench, "traces"), std::int64_t{6});
            QVERIFY(upkeep.notice().starts_with("4 traces beyond the limits are kept"));
        }
        const auto counted = store::retainNow(bench.path(), {.traces = 2}, true);
        QCOMPARE(counted->keptUndelivered, std::int64_t{4});
        QCOMPARE(count(bench, "traces"), std::int64_t{6});
        const auto forced = store::retainNow(bench.path(), {.traces = 2, .undelivered = true}, false, 0);
        QCOMPARE(forced->deleted.traces, std::int64_t{4});
        QCOMPARE(forced->undelivered, std::int64_t{4});
        QCOMPARE(count(bench, "traces"), std::int64_t{2});
    }

    void aClockThatJumpsDeletesNothing_data()
    {
        QTest::addColumn<qint64>("unixNs");
        QTest::newRow("ten days on") << qint64{noon + 10 * dayNs};
        QTest::newRow("ten days back") << qint64{noon - 10 * dayNs};
        QTest::newRow("1970") << qint64{0};
        QTest::newRow("2038") << qint64{2'147'483'648 * second};
        QTest::newRow("2262") << qint64{9'223'371'000 * second};
    }
    void aClockThatJumpsDeletesNothing()
    {
        QFETCH(qint64, unixNs);
        Bench bench;
        gatherDays(bench, 20);
        QVERIFY(store::setRetention(bench.path(), {.days = 30}));
        {
            store::KeeperUpkeep upkeep(*bench.database, bench.path());
            work(upkeep, clockAt(noon + second, 100));
            work(upkeep, clockAt(unixNs, 200));
            work(upkeep, clockAt(unixNs + 60 * second, 260));
            QCOMPARE(count(bench, "traces"), std::int64_t{20});
            QVERIFY2(upkeep.notice().find("the clock jumped") != std::string::npos, upkeep.notice().c_str());
        }
        // Another keeper, in the same boot, knows what time it has to be.
        store::KeeperUpkeep next(*bench.database, bench.path());
        work(next, clockAt(unixNs + 120 * second, 320));
        QCOMPARE(count(bench, "traces"), std::int64_t{20});
        // When the clock is right again, all goes on.
        work(next, clockAt(noon + 500 * second, 600));
        QCOMPARE(next.notice(), std::string());
    }

    void moreThanAQuarterAtOnceIsLeftToAPerson()
    {
        Bench bench;
        gatherDays(bench, 240);
        QVERIFY(store::setRetention(bench.path(), {.days = 30}));
        store::KeeperUpkeep upkeep(*bench.database, bench.path());
        work(upkeep, clockAt(noon + second, 100));
        QCOMPARE(count(bench, "traces"), std::int64_t{240});
        QVERIFY2(upkeep.notice().find("spanglass retain --days 30") != std::string::npos,
                 upkeep.notice().c_str());
        // After a reboot into a wrong year too.
        work(upkeep, clockAt(noon + 9000 * dayNs, 10, "two"));
        QCOMPARE(count(bench, "traces"), std::int64_t{240});
    }

    void timesOfOtherCenturiesGiveDurationsThatAreNotNegative_data()
    {
        QTest::addColumn<qint64>("startNs");
        QTest::addColumn<qint64>("endNs");
        QTest::addColumn<qint64>("durationNs");
        const qint64 most = std::numeric_limits<qint64>::max();
        QTest::newRow("1970") << qint64{0} << qint64{second} << qint64{second};
        QTest::newRow("before 1970") << qint64{-second} << qint64{second} << qint64{2 * second};
        QTest::newRow("2038") << qint64{2'147'483'647 * second} << qint64{2'147'483'649 * second}
                              << qint64{2 * second};
        QTest::newRow("2262") << most - second << most << qint64{second};
        QTest::newRow("an end before its start") << qint64{noon} << qint64{noon - second} << qint64{0};
        QTest::newRow("all of time") << std::numeric_limits<qint64>::min() << most << most;
    }
    void timesOfOtherCenturiesGiveDurationsThatAreNotNegative()
    {
        QFETCH(qint64, startNs);
        QFETCH(qint64, endNs);
        QFETCH(qint64, durationNs);
        Bench bench;
        journal::StartView begin;
        begin.trace = traceA;
        begin.span = {1};
        begin.name = "x";
        begin.startUnixNs = startNs;
        begin.flags = journal::rootOfTrace;
        QVERIFY(bench.gather({begin, journal::EndView{traceA, {1}, Status::ok, 0, endNs}}));
        QCOMPARE(*bench.store().span(traceA, {1})->durationNs, durationNs);
        const auto row = bench.store().traces({})->rows.at(0);
        QCOMPARE(row.startUnixNs, startNs);
        QVERIFY(*row.durationNs >= 0);
    }
};

QTEST_GUILESS_MAIN(tst_upkeep)
#include "tst_upkeep.moc"
