// SPDX-License-Identifier: GPL-3.0-or-later
/// The courier against a destination that does whatever a server can do: what is acknowledged is settled
/// once, what is refused is in the quarantine with the reason, and everything else stays.
#include <QtTest>

#include "sync/courier.h"
#include "sync/fakes.h"

using namespace spanglass;
using namespace spanglass::sync;
using namespace std::chrono_literals;

namespace {

Reply answer(Verdict verdict, const char* message = "no", std::optional<Milliseconds> after = {})
{
    return {verdict, message, after, {}};
}

struct Scene
{
    explicit Scene(int spans = 0) { outbox.add(spans); }

    /// Steps until the outbox is empty or `limit` of the clock's time has passed.
    void run(Milliseconds limit = 24h)
    {
        const Milliseconds until = clock.now() + limit;
        while (clock.now() < until) {
            const Milliseconds wait = courier.step();
            if (courier.idle() || (courier.stuck() && outbox.theOrders.paused))
                return;
            clock.pass(std::max(wait, 1ms));
        }
    }
    [[nodiscard]] bool eachTakenOnce() const
    {
        return destination.taken.size() == outbox.log.size() &&
               std::all_of(destination.taken.begin(), destination.taken.end(),
                           [](auto& t) { return t.second == 1; });
    }

    FakeClock clock;
    FakeOutbox outbox;
    FakeDestination destination;
    CourierSettings settings{.seed = 5};
    Courier courier{outbox, destination, clock, settings, [this](Milliseconds time) { clock.pass(time); }};
};

} // namespace

class TestCourier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aHundredSpansLeaveAtOnce()
    {
        Scene scene(100);
        scene.courier.step();
        QCOMPARE(scene.destination.sizes, std::vector<std::size_t>{100});
        QCOMPARE(scene.outbox.delivered, 100);
    }

    void fewerLeaveAfterFiveSeconds()
    {
        Scene scene(99);
        scene.courier.step();
        scene.clock.pass(4900ms);
        scene.courier.step();
        QVERIFY(scene.destination.sizes.empty());
        scene.clock.pass(100ms);
        scene.courier.step();
        QCOMPARE(scene.destination.sizes, std::vector<std::size_t>{99});
    }

    void aFlushDoesNotWait()
    {
        Scene scene(1);
        scene.courier.step(true);
        QCOMPARE(scene.destination.taken.size(), 1u);
    }

    void everythingThatWaitsGoesUpToFiveThousandAtATime()
    {
        Scene scene(12'000);
        scene.run();
        QCOMPARE(scene.destination.sizes, (std::vector<std::size_t>{5000, 5000, 2000}));
        QVERIFY(scene.eachTakenOnce());
    }

    void aPoisonSpanIsFoundByHalvesAndQuarantinedAlone()
    {
        Scene scene(1000);
        scene.destination.rule = [](const Parcel& parcel) {
            for (const Item& item : parcel.spans) {
                if (item.span.id.value == 617)
                    return answer(Verdict::bad, "spans[3]: name too long");
            }
            return answer(Verdict::delivered);
        };
        scene.run();
        QCOMPARE(scene.outbox.quarantine.size(), 1u);
        QCOMPARE(scene.outbox.quarantine[617], std::string("spans[3]: name too long"));
        QCOMPARE(scene.outbox.delivered, 999);
        QCOMPARE(scene.destination.taken.size(), 999u);
        QVERIFY(scene.destination.sizes.size() < 25);
    }

    void aBodyTooLargeIsHalvedAndASingleSpanCapped()
    {
        Scene scene(64);
        scene.destination.rule = [](const Parcel& parcel) {
            const bool big = std::any_of(parcel.spans.begin(), parcel.spans.end(),
                                         [](const Item& item) { return item.span.id.value == 9; });
            return answer(parcel.size() > 16 || (big && !parcel.capped) ? Verdict::tooLarge
                                                                        : Verdict::delivered);
        };
        scene.run();
        QVERIFY(scene.eachTakenOnce());
        QCOMPARE(scene.destination.cappedSeen, 1);
        QVERIFY(scene.outbox.quarantine.empty());
    }

    void aSpanTooLargeEvenWhenCappedIsQuarantined()
    {
        Scene scene(3);
        scene.destination.rule = [](const Parcel& parcel) {
            return answer(parcel.spans[0].span.id.value <= 2 && parcel.size() >= 1 &&
                                  parcel.spans[0].span.id.value == 2
                              ? Verdict::tooLarge
                          : parcel.size() > 1 ? Verdict::tooLarge
                                              : Verdict::delivered);
        };
        scene.run();
        QCOMPARE(scene.outbox.quarantine.size(), 1u);
        QVERIFY(scene.outbox.quarantine.contains(2));
    }

    void threeQuickRetriesAreOneAttempt()
    {
        Scene scene(100);
        for (int i = 0; i < 3; ++i)
            scene.destination.script.push_back(answer(Verdict::busy));
        scene.courier.step();
        QCOMPARE(scene.outbox.delivered, 100);
        QCOMPARE(scene.outbox.health.breaker, std::string("closed"));
    }

    void fiveFailedAttemptsOpenTheBreakerAndOneProbeClosesIt()
    {
        Scene scene(20'000);
        scene.destination.rule = [](const Parcel&) { return answer(Verdict::busy, "connection refused"); };
        int attempts = 0;
        while (scene.outbox.health.breaker != "open") {
            scene.courier.step();
            scene.clock.pass(10s);
            QVERIFY(++attempts < 100);
        }
        QCOMPARE(scene.destination.sizes.size(), 20u); // five attempts of one try and three retries
        QCOMPARE(scene.outbox.health.state, std::string("failing"));
        QVERIFY(scene.outbox.health.nextTryUnixNs > 0);
        const std::size_t before = scene.destination.sizes.size();
        scene.clock.pass(40s);
        scene.courier.step();
        QCOMPARE(scene.destination.sizes.size(), before);
        scene.clock.pass(20s);
        scene.courier.step();
        QCOMPARE(scene.destination.sizes.size(), before + 1);
        scene.destination.rule = nullptr;
        scene.run();
        QVERIFY(scene.eachTakenOnce());
        QCOMPARE(scene.outbox.health.breaker, std::string("closed"));
        QCOMPARE(scene.outbox.health.state, std::string("idle"));
    }

    void answersOfALivingServerNeverOpenTheBreaker_data()
    {
        QTest::addColumn<int>("verdict");
        QTest::newRow("400") << int(Verdict::bad);
        QTest::newRow("413") << int(Verdict::tooLarge);
        QTest::newRow("429") << int(Verdict::throttled);
    }
    void answersOfALivingServerNeverOpenTheBreaker()
    {
        QFETCH(int, verdict);
        Scene scene(30);
        scene.destination.rule = [&](const Parcel&) {
            return answer(static_cast<Verdict>(verdict), "no", 1s);
        };
        for (int i = 0; i < 200; ++i) {
            scene.clock.pass(scene.courier.step(true));
            scene.clock.pass(2s);
            QCOMPARE(scene.outbox.health.breaker, std::string("closed"));
        }
    }

    void aWrongKeyPausesAndKeepsEverything()
    {
        Scene scene(500);
        scene.destination.rule = [](const Parcel&) {
            return answer(Verdict::settings, "401: mend the secret key");
        };
        scene.run();
        QVERIFY(scene.outbox.theOrders.paused);
        QCOMPARE(scene.outbox.pausedFor, std::string("401: mend the secret key"));
        QCOMPARE(scene.outbox.health.state, std::string("paused"));
        QCOMPARE(scene.outbox.health.breaker, std::string("closed"));
        scene.destination.rule = nullptr;
        scene.outbox.theOrders.paused = false;
        scene.run();
        QVERIFY(scene.eachTakenOnce());
    }

    void whatIsPausedHasNoRate()
    {
        Scene scene(100);
        scene.courier.step();
        scene.clock.pass(2s);
        scene.outbox.add(12'000); // more than leave at a time
        scene.courier.step();
        QVERIFY(scene.courier.health().ratePerSecond > 0);
        scene.outbox.theOrders.paused = true;
        scene.courier.step();
        QCOMPARE(scene.outbox.health.state, std::string("paused"));
        QCOMPARE(scene.outbox.health.ratePerSecond, 0.0);
    }

    /// A destination that takes running spans gets them twice; nobody recorded more than were delivered.
    void aSpanThatRunsCountsWhenItHasEnded()
    {
        Scene scene(100);
        for (int i = 0; i < 30; ++i)
            scene.outbox.log[static_cast<std::size_t>(i)].state = trace::State::running;
        scene.run();
        QCOMPARE(scene.destination.taken.size(), std::size_t(100));
        QCOMPARE(scene.outbox.delivered, 70);
    }

    void retryAfterIsHonoured()
    {
        Scene scene(100);
        scene.destination.script.push_back(answer(Verdict::throttled, "slow down", 90s));
        scene.courier.step();
        QCOMPARE(scene.outbox.health.state, std::string("waiting"));
        scene.clock.pass(89s);
        scene.courier.step();
        QCOMPARE(scene.destination.sizes.size(), 1u);
        scene.clock.pass(1s);
        scene.courier.step();
        QCOMPARE(scene.outbox.delivered, 100);
    }

    void ofAPartialSuccessOnlyTheRefusedAreQuarantined()
    {
        Scene scene(10);
        Reply partial = answer(Verdict::delivered);
        partial.rejected = {{3, "bad cost"}, {3, "bad cost"}, {999, "who?"}};
        scene.destination.script.push_back(partial);
        scene.courier.step(true);
        QCOMPARE(scene.outbox.delivered, 9);
        QCOMPARE(scene.outbox.quarantine.size(), 1u);
        QCOMPARE(scene.outbox.quarantine[4], std::string("bad cost"));
    }

    void anUncertainDeliveryIsAskedAboutAndNotRepeated()
    {
        Scene scene(100);
        scene.destination.canVerify = true;
        scene.destination.keepsUncertain = true;
        scene.settings.immediateRetries = 0;
        scene.destination.script.push_back(answer(Verdict::uncertain, "no answer"));
        Courier courier(scene.outbox, scene.destination, scene.clock, scene.settings, [](Milliseconds) {});
        courier.step();
        QCOMPARE(scene.outbox.health.uncertain, 100);
        QCOMPARE(scene.outbox.delivered, 0);
        scene.clock.pass(10s);
        courier.step();
        QVERIFY(scene.eachTakenOnce());
        QCOMPARE(scene.outbox.delivered, 100);
        QCOMPARE(scene.destination.sizes.size(), 1u);
        scene.clock.pass(10s);
        courier.step();
        QCOMPARE(scene.outbox.health.uncertain, 0);
    }

    void whatTheStoreCouldNotWriteDownIsDeliveredAgainWithTheSameIds()
    {
        Scene scene(100);
        scene.outbox.failSettles = 1;
        scene.courier.step();
        QCOMPARE(scene.outbox.delivered, 0);
        scene.run();
        QCOMPARE(scene.outbox.delivered, 100);
        QCOMPARE(scene.destination.taken.size(), 100u);
    }

    void newSpansAreNotStarvedByABacklogAndMemoryIsBounded()
    {
        Scene scene(1'000'000);
        std::size_t requestsUntilNew = 0;
        scene.courier.step();
        scene.outbox.add(100);
        const std::uint64_t fresh = scene.outbox.log.size();
        while (!scene.destination.taken.contains(fresh) && ++requestsUntilNew < 1000)
            scene.clock.pass(scene.courier.step());
        QVERIFY2(requestsUntilNew < 10, QByteArray::number(qulonglong(requestsUntilNew)));
        QVERIFY(scene.outbox.largestWindow <= 5000);
        scene.run();
        QVERIFY(scene.eachTakenOnce());
        QCOMPARE(scene.outbox.theLanes.all().size(), 1u);
    }

    /// A day without a server, then one that comes and goes: few requests, one window in memory, all arrive.
    void aMillionSpansWaitForADayAndArriveAtAServerThatFlaps()
    {
        Scene scene(1'000'000);
        scene.destination.rule = [](const Parcel&) { return answer(Verdict::busy, "refused"); };
        scene.run(24h);
        const std::size_t tries = scene.destination.sizes.size();
        QVERIFY2(tries > 10 && tries <= 24 * 60 + 100, QByteArray::number(qulonglong(tries)));
        QVERIFY2(std::all_of(scene.destination.sizes.end() - 10, scene.destination.sizes.end(),
                             [&](std::size_t size) { return size <= scene.settings.batchSpans; }),
                 "a probe was large");
        QCOMPARE(scene.outbox.delivered, 0);
        QVERIFY(scene.outbox.quarantine.empty());
        int number = 0;
        scene.destination.rule = [&](const Parcel&) {
            return answer(++number % 20 < 10 ? Verdict::busy : Verdict::delivered);
        };
        scene.run(1000h);
        QVERIFY(scene.eachTakenOnce());
        QVERIFY(scene.outbox.largestWindow <= 5000);
    }

    void whoRefusesEverythingIsPausedInsteadOfEmptied()
    {
        Scene scene(5000);
        scene.destination.rule = [](const Parcel&) { return answer(Verdict::bad, "not an OTLP server"); };
        scene.run();
        QVERIFY(scene.outbox.theOrders.paused);
        QVERIFY(scene.outbox.pausedFor.find("refuses everything") != std::string::npos);
        QVERIFY(scene.outbox.quarantine.size() <= 100);
    }

    void quarantinedSpansAreTriedAgainWhenTheUserSaysSo()
    {
        Scene scene;
        scene.outbox.quarantine = {{7, "old"}, {8, "old"}};
        scene.outbox.again = {7, 8};
        scene.destination.rule = [](const Parcel& parcel) {
            return answer(parcel.spans.back().span.id.value == 8 ? Verdict::bad : Verdict::delivered,
                          "still bad");
        };
        scene.run();
        QCOMPARE(scene.outbox.quarantine.size(), 1u);
        QCOMPARE(scene.outbox.quarantine[8], std::string("still bad"));
        QVERIFY(scene.destination.taken.contains(7));
    }

    void retryNowSkipsTheWait()
    {
        Scene scene(100);
        scene.destination.script.push_back(answer(Verdict::throttled, "slow down", 10min));
        scene.courier.step();
        ++scene.outbox.theOrders.retryRequests;
        scene.courier.step();
        QCOMPARE(scene.outbox.delivered, 100);
    }

    void scoresGoOut()
    {
        Scene scene;
        scene.outbox.theScores = {{1, {1, 1}, {}, {"quality", 0.5, ""}, 0},
                                  {2, {1, 1}, {}, {"tone", 0.7, ""}, 0}};
        scene.run();
        QCOMPARE(scene.destination.scoresTaken, 2u);
        QVERIFY(scene.outbox.theScores.empty());
    }

    void idleConnectionsAreClosedAfterAMinute()
    {
        Scene scene(100);
        scene.run();
        QCOMPARE(scene.destination.rests, 0);
        for (int i = 0; i < 300; ++i)
            scene.clock.pass(scene.courier.step());
        QCOMPARE(scene.destination.rests, 1);
    }

    void afterRandomFaultsEachSpanArrivedAndNoneIsLost()
    {
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            Scene scene(3000);
            std::mt19937_64 random(seed);
            scene.destination.keepsUncertain = true;
            scene.destination.rule = [&](const Parcel& parcel) {
                for (const Item& item : parcel.spans) {
                    if (item.span.id.value % 997 == 0)
                        return answer(Verdict::bad, "poison");
                }
                switch (random() % 8) {
                case 0:
                    return answer(Verdict::busy);
                case 1:
                    return answer(Verdict::uncertain);
                case 2:
                    return answer(Verdict::throttled, "slow", Milliseconds(random() % 100'000));
                case 3:
                    return answer(parcel.size() > 1 ? Verdict::tooLarge : Verdict::delivered);
                default:
                    return answer(Verdict::delivered);
                }
            };
            for (int i = 0; i < 20; ++i) {
                scene.outbox.add(100);
                scene.outbox.failSettles = random() % 4 == 0 ? 1 : 0;
                scene.run(10min);
            }
            scene.run();
            const std::size_t poison = 5000 / 997;
            QCOMPARE(scene.outbox.quarantine.size(), poison);
            QCOMPARE(scene.destination.taken.size(), 5000u - poison);
            QCOMPARE(scene.outbox.delivered, std::int64_t(5000 - poison));
        }
    }
};

QTEST_APPLESS_MAIN(TestCourier)
#include "tst_courier.moc"
