// SPDX-License-Identifier: GPL-3.0-or-later
/// Waiting, breaking and remembering positions: the parts of delivery that are arithmetic.
#include <QtTest>

#include "sync/backoff.h"
#include "sync/breaker.h"
#include "sync/courier.h"
#include "sync/environment_destinations.h"
#include "sync/lanes.h"

using namespace spanglass::sync;
using namespace std::chrono_literals;

class TestBackoff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void waitsAreRandomBelowADoublingBoundCappedAtTenMinutes()
    {
        Backoff backoff(1);
        Milliseconds bound = 1s;
        for (int failure = 0; failure < 100; ++failure) {
            QCOMPARE(backoff.bound().count(), std::min<Milliseconds>(bound, 10min).count());
            const Milliseconds wait = backoff.next();
            QVERIFY(wait >= 0ms && wait <= bound);
            bound = std::min<Milliseconds>(bound * 2, 10min);
        }
        backoff.reset();
        QCOMPARE(backoff.bound().count(), 1000);
    }

    void jitterIsFull()
    {
        Backoff backoff(2);
        for (int i = 0; i < 30; ++i)
            (void)backoff.next();
        int low = 0, high = 0;
        for (int i = 0; i < 1000; ++i)
            (backoff.next() < 5min ? low : high) += 1;
        QVERIFY(low > 400 && high > 400);
    }

    void retryAfterIsUnderstood_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<qint64>("milliseconds"); // -1: not understood
        QTest::newRow("seconds") << QByteArray("7") << qint64(7000);
        QTest::newRow("blanks around") << QByteArray(" 7 ") << qint64(7000);
        QTest::newRow("none at all") << QByteArray("0") << qint64(0);
        QTest::newRow("negative seconds are now") << QByteArray("-5") << qint64(0);
        QTest::newRow("a day is capped") << QByteArray("86400") << qint64(600'000);
        QTest::newRow("more than fits is capped") << QByteArray("99999999999999999999999") << qint64(600'000);
        QTest::newRow("a date ahead") << QByteArray("Tue, 14 Nov 2023 22:13:50 GMT") << qint64(30'000);
        QTest::newRow("a date that passed") << QByteArray("Tue, 14 Nov 2023 22:13:00 GMT") << qint64(0);
        QTest::newRow("a date next year is capped")
            << QByteArray("Thu, 14 Nov 2024 22:13:00 GMT") << qint64(600'000);
        QTest::newRow("nonsense") << QByteArray("soon") << qint64(-1);
        QTest::newRow("half a number") << QByteArray("7s") << qint64(-1);
        QTest::newRow("nothing") << QByteArray() << qint64(-1);
    }
    void retryAfterIsUnderstood()
    {
        QFETCH(QByteArray, header);
        QFETCH(qint64, milliseconds);
        const auto wait = retryAfter(header.toStdString(), 1'700'000'000'000'000'000);
        QCOMPARE(wait ? wait->count() : -1, milliseconds);
    }

    void defaultsAreAsPromised()
    {
        const CourierSettings settings;
        QCOMPARE(settings.batchSpans, 100u);
        QCOMPARE(settings.batchDelay, 5s);
        QCOMPARE(settings.immediateRetries, 3);
        QCOMPARE(settings.breakerFailures, 5);
        QCOMPARE(settings.breakerRest, 60s);
        QCOMPARE(settings.limits.spans, 5000u);
        QCOMPARE(settings.limits.bytes, std::size_t{4} << 20);
    }

    void theEnvironmentChangesThemAndNonsenseDoesNot_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("gives");
        const auto row = [](const char* name, const char* value, const char* gives) {
            QTest::newRow((QByteArray(name) + "=" + value).constData())
                << QByteArray(name) << QByteArray(value) << QString::fromUtf8(gives);
        };
        row("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "7", "7 5000 3 5 60");
        row("OTEL_BSP_SCHEDULE_DELAY", "250", "100 250 3 5 60");
        row("SPANGLASS_RETRIES", "0", "100 5000 0 5 60");
        row("SPANGLASS_BREAKER_FAILURES", "2", "100 5000 3 2 60");
        row("SPANGLASS_BREAKER_SECONDS", "9", "100 5000 3 5 9");
        row("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "0", "100 5000 3 5 60");
        row("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "many", "100 5000 3 5 60");
        row("OTEL_BSP_SCHEDULE_DELAY", "-5", "100 5000 3 5 60");
        row("SPANGLASS_RETRIES", "3x", "100 5000 3 5 60");
    }
    void theEnvironmentChangesThemAndNonsenseDoesNot()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(QString, gives);
        qputenv(name, value);
        const CourierSettings settings = deliverySettings();
        qunsetenv(name);
        QCOMPARE(QStringLiteral("%1 %2 %3 %4 %5")
                     .arg(settings.batchSpans)
                     .arg(settings.batchDelay.count())
                     .arg(settings.immediateRetries)
                     .arg(settings.breakerFailures)
                     .arg(settings.breakerRest.count() / 1000),
                 gives);
    }

    void fiveFailuresInARowOpenTheBreakerForAMinute()
    {
        Breaker breaker;
        for (int failure = 0; failure < 4; ++failure)
            breaker.failed(0ms);
        QCOMPARE(breaker.state(0ms), Breaker::State::closed);
        breaker.succeeded();
        for (int failure = 0; failure < 5; ++failure)
            breaker.failed(0ms);
        QCOMPARE(breaker.state(0ms), Breaker::State::open);
        QCOMPARE(breaker.state(59'999ms), Breaker::State::open);
        QCOMPARE(breaker.state(60s), Breaker::State::halfOpen);
    }

    void aProbeDecides()
    {
        Breaker breaker;
        for (int failure = 0; failure < 5; ++failure)
            breaker.failed(0ms);
        breaker.failed(60s);
        QCOMPARE(breaker.state(61s), Breaker::State::open);
        QCOMPARE(breaker.state(120s), Breaker::State::halfOpen);
        breaker.succeeded();
        QCOMPARE(breaker.state(120s), Breaker::State::closed);
    }

    void theUserMayProbeEarly()
    {
        Breaker breaker;
        for (int failure = 0; failure < 5; ++failure)
            breaker.failed(0ms);
        breaker.probeNow(1s);
        QCOMPARE(breaker.state(1s), Breaker::State::halfOpen);
    }

    void lanesSplitAdvanceAndEnd()
    {
        Lanes lanes;
        lanes.advance(0, {5, 1});
        lanes.split({100, 7});
        QCOMPARE(lanes.all().size(), 2u);
        QVERIFY(lanes.contains({50, 0}));
        QVERIFY(!lanes.contains({5, 1}));
        QVERIFY(lanes.contains({100, 8}));
        lanes.advance(1, {200, 0});
        QVERIFY(lanes.contains({100, 7}));
        QVERIFY(!lanes.contains({150, 0}));
        lanes.exhausted(1);
        QCOMPARE(lanes.all().size(), 2u);
        lanes.exhausted(0);
        QCOMPARE(lanes.all().size(), 1u);
        QVERIFY(lanes.all()[0].from == (ChangePosition{200, 0}));
    }

    void lanesAreFewWhateverHappens()
    {
        Lanes lanes;
        for (int i = 1; i < 100; ++i)
            lanes.split({i * 10, 0});
        QCOMPARE(lanes.all().size(), Lanes::most);
        QVERIFY(lanes.contains({1, 0}) && lanes.contains({100'000, 0}));
    }

    void lanesReadBackWhatTheyWrote()
    {
        Lanes lanes;
        lanes.advance(0, {5, 1});
        lanes.split({100, 7});
        QVERIFY(Lanes::parse(lanes.text()) == lanes);
        QVERIFY(!Lanes::parse(""));
        QVERIFY(!Lanes::parse("1 2 3"));
        QVERIFY(!Lanes::parse("1 2 3 x;"));
    }
};

QTEST_APPLESS_MAIN(TestBackoff)
#include "tst_backoff.moc"
