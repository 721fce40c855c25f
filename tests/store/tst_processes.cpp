// SPDX-License-Identifier: GPL-3.0-or-later
/// Keepers and agents as processes of their own, killed and stopped.
#include <random>

#include "processes.h"
#include "store/keeper_lock.h"
#include "store/upkeep.h"

using namespace processes;

class tst_processes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepersKilledAtAnyInstantLoseAndDoubleNothing()
    {
        Place place;
        constexpr int tracesEach = 1500;
        auto first = place.agent(tracesEach);
        auto second = place.agent(tracesEach);
        std::mt19937 random(11);
        std::int64_t seen = 0;
        for (int round = 0; round < 12; ++round) {
            auto keeper = place.keeper();
            // Killed while it migrates, or when it committed a few more, or in the middle of the next commit.
            const std::int64_t until = round == 0 ? 0 : seen + static_cast<std::int64_t>(random() % 800);
            QTRY_VERIFY_WITH_TIMEOUT(std::filesystem::exists(place.path / "spanglass.db") || round > 0,
                                     30'000);
            QTRY_VERIFY_WITH_TIMEOUT(round == 0 || place.integer("SELECT count(*) FROM spans") >= until ||
                                         place.integer("SELECT count(*) FROM spans") >= 10 * tracesEach,
                                     30'000);
            keeper->kill();
            seen = std::max<std::int64_t>(0, place.integer("SELECT count(*) FROM spans"));
        }
        QVERIFY(first->saysOpen());
        QVERIFY(second->saysOpen());
        QVERIFY(first->end());
        QVERIFY(second->end());
        QVERIFY(gatherOnce(place.path, 60'000));
        place.check(2 * tracesEach + 2, 2 * (5 * tracesEach + 2));
    }

    void whatAKilledAgentLeftOpenIsInterruptedWithAllItKnew()
    {
        Place place;
        const auto keeper = place.keeper();
        auto agent = place.agent(10);
        QVERIFY(agent->saysOpen());
        const auto statusOf = [&](const char* name) {
            const auto store = Store::open(place.path);
            const auto page =
                store ? store->traces({.text = std::string("name:") + name}) : Result<TracePage>();
            return page && !page->rows.empty() ? std::optional(page->rows.front()) : std::nullopt;
        };
        QTRY_VERIFY(statusOf("open*").has_value());
        QCOMPARE(statusOf("open*")->status, TraceStatus::running);
        agent->kill();
        QTRY_COMPARE(statusOf("open*")->status, TraceStatus::interrupted);
        const auto row = *statusOf("open*");
        const auto table = *Store::open(place.path)->trace(row.id);
        QCOMPARE(table->size(), 2u);
        const trace::Span call = table->details(1);
        QCOMPARE(call.state, trace::State::interrupted);
        QVERIFY(call.durationNs && *call.durationNs >= 0);
        QVERIFY(call.attributes == (trace::Attributes{{"known", std::string("before the end")}}));
        place.check(11, 52);
    }

    void aStoppedKeeperIsNamedAndNeverRobbed()
    {
        Place place;
        const auto keeper = place.keeper();
        QTRY_VERIFY(keeperHolder(place.path).has_value());
        keeper->signal(SIGSTOP);
        QTRY_VERIFY(keeperHolder(place.path)->stopped);
        const auto gathered = gatherOnce(place.path, 200);
        QVERIFY(!gathered);
        QCOMPARE(gathered.error().kind, ErrorKind::unavailable);
        const std::string name =
            "pid " + std::to_string(keeper->process.processId()) + " (store-keeper), stopped";
        QVERIFY2(gathered.error().message.find(name) != std::string::npos, gathered.error().message.c_str());
        keeper->signal(SIGCONT);
        QTRY_VERIFY(gatherOnce(place.path).has_value());
    }

    void twoWindowsServeAndAgentsShareOneStore()
    {
        Place place;
        const auto one = place.keeper();
        const auto two = place.keeper();
        const auto serve = place.keeper();
        std::vector<std::unique_ptr<Program>> agents;
        for (int number = 0; number < 4; ++number)
            agents.push_back(place.agent(200));
        // Readers beside them, while it goes on.
        while (place.integer("SELECT count(*) FROM spans") < 4 * 1000) {
            const auto store = Store::open(place.path);
            QVERIFY(store);
            QVERIFY(store->traces({.text = "words"}));
            QVERIFY(gatherOnce(place.path, 30'000));
        }
        for (const auto& agent : agents) {
            QVERIFY(agent->saysOpen());
            QVERIFY(agent->end());
        }
        QTRY_VERIFY(gatherOnce(place.path) &&
                    place.integer("SELECT count(*) FROM spans WHERE state = 1") == 0);
        place.check(4 * 201, 4 * 1002);
    }

    /// A few seconds here, ten minutes in the soak.
    void eightAgentsAViewerAndRetentionTogetherLoseNothing()
    {
        Place place;
        const auto keeper = place.keeper();
        const auto second = place.keeper();
        const int rounds = std::max(1, qEnvironmentVariableIntValue("SPANGLASS_SOAK_ROUNDS"));
        constexpr int tracesEach = 150;
        constexpr std::int64_t kept = 400;
        std::int64_t deleted = 0;
        for (int round = 0; round < rounds; ++round) {
            std::vector<std::unique_ptr<Program>> agents;
            for (int number = 0; number < 8; ++number)
                agents.push_back(place.agent(tracesEach));
            const std::int64_t recorded = std::int64_t{8} * (5 * tracesEach + 2) * (round + 1);
            while (place.integer("SELECT sum(stored) FROM journals") < recorded) {
                const auto store = Store::open(place.path);
                QVERIFY(store);
                const auto page = store->traces({.text = "words", .limit = 20});
                QVERIFY2(page, page ? "" : page.error().message.c_str());
                if (!page->rows.empty())
                    (void)store->trace(page->rows.back().id); // it may be gone by now
                const auto report = retainNow(place.path, {.traces = kept}, false, 0);
                QVERIFY2(report, report ? "" : report.error().message.c_str());
                deleted += report->deleted.spans;
                QVERIFY(gatherOnce(place.path, 60'000));
            }
            for (const auto& agent : agents) {
                QVERIFY(agent->saysOpen());
                QVERIFY(agent->end());
            }
        }
        QTRY_VERIFY_WITH_TIMEOUT(gatherOnce(place.path) &&
                                     place.integer("SELECT count(*) FROM spans WHERE state = 1") == 0,
                                 30'000);
        // Running traces are never let go, so that how many went before depends on the machine; now all may.
        const auto last = retainNow(place.path, {.traces = kept}, false, 0);
        QVERIFY2(last, last ? "" : last.error().message.c_str());
        deleted += last->deleted.spans;
        const auto counts = Store::open(place.path)->counts();
        QCOMPARE(counts->created, counts->stored + counts->dropped);
        QCOMPARE(counts->stored, std::int64_t{8} * (5 * tracesEach + 2) * rounds);
        QVERIFY(deleted > 0);
        QCOMPARE(counts->spans + deleted, counts->stored);
        place.checkWhole();
        QCOMPARE(place.integer("SELECT sum(spans) FROM traces"), counts->spans);
    }

    void aStoreThatIsLockedIsWaitedForWithTheNameOfWhoeverHoldsIt()
    {
        Place place;
        auto keeper = place.keeper();
        QTRY_VERIFY(Store::open(place.path) && keeperHolder(place.path));
        {
            const auto database = Database::open(place.path / "spanglass.db");
            Transaction holding(**database);
            auto agent = place.agent(20);
            QVERIFY(agent->saysOpen());
            QVERIFY(agent->end());
            QVERIFY(keeper->process.waitForReadyRead(60'000));
            const QByteArray said = keeper->process.readAll();
            QVERIFY2(said.contains("waiting for the lock held by pid " +
                                   QByteArray::number(QCoreApplication::applicationPid())),
                     said.constData());
        }
        QTRY_COMPARE(place.integer("SELECT count(*) FROM traces"), std::int64_t{21});
        place.check(21, 102);
    }
};

QTEST_GUILESS_MAIN(tst_processes)
#include "tst_processes.moc"
