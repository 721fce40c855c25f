// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "layout/axis.h"
#include "layout/ruler.h"

using namespace spanglass::layout;

namespace {

/// What is seen, as `from-to`.
QString seen(const Axis& axis)
{
    return QStringLiteral("%1-%2").arg(axis.toUnit(0)).arg(axis.toUnit(axis.widthPx));
}

constexpr Extent thousand{0, 1000};

} // namespace

class tst_axis : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fittingShowsEverything()
    {
        QCOMPARE(seen(fitted(thousand, 100)), QStringLiteral("0-1000"));
        QCOMPARE(seen(fitted({5, 5}, 100)), QStringLiteral("5-6"));
    }

    void theUnitUnderThePointerStaysThere()
    {
        const Axis all = fitted(thousand, 100);
        for (const double x : {0.0, 13.0, 50.0, 99.0}) {
            const std::int64_t unit = all.toUnit(x);
            QVERIFY(qAbs(zoomed(all, thousand, x, 8).toX(unit) - x) < 0.001);
        }
    }

    void nothingLiesBeyondTheExtent()
    {
        const Axis near = zoomed(fitted(thousand, 100), thousand, 50, 4);
        QCOMPARE(seen(near), QStringLiteral("375-625"));
        QCOMPARE(seen(panned(near, thousand, 10'000)), QStringLiteral("0-250"));
        QCOMPARE(seen(panned(near, thousand, -10'000)), QStringLiteral("750-1000"));
        QCOMPARE(seen(zoomed(near, thousand, 0, 0.001)), QStringLiteral("0-1000"));
        QCOMPARE(seen(panned(fitted(thousand, 100), thousand, 30)), QStringLiteral("0-1000"));
    }

    void draggingMovesWithThePointer()
    {
        const Axis near = zoomed(fitted(thousand, 100), thousand, 50, 4);
        const std::int64_t unit = near.toUnit(40);
        QVERIFY(qAbs(panned(near, thousand, 7).toX(unit) - 47) < 0.001);
    }

    void slowDragsBelowAUnitDoNotStick()
    {
        Axis axis = zoomed(fitted(thousand, 100), thousand, 50, 1000);
        const double before = axis.toX(500);
        for (int i = 0; i < 10; ++i)
            axis = panned(axis, thousand, 1);
        QVERIFY(qAbs(axis.toX(500) - before - 10) < 0.001);
    }

    void zoomingOutAndInAgainComesBack()
    {
        const Extent epoch{1'760'000'000'000'000'000, 1'760'000'600'000'000'000};
        const Axis near = zoomed(fitted(epoch, 1600), epoch, 700, 100'000);
        const Axis back = zoomed(zoomed(near, epoch, 300, 2), epoch, 300, 0.5);
        QCOMPARE(back.left, near.left);
        QVERIFY(qAbs(back.unitsPerPixel - near.unitsPerPixel) < 1e-6);
    }

    void theWholeRangeOf64BitsIsAnExtent()
    {
        const Extent whole{INT64_MIN, INT64_MAX};
        const Axis all = fitted(whole, 100);
        QVERIFY(qAbs(all.toX(0) - 50) < 0.001);
        QVERIFY(all.toUnit(100) > 9'000'000'000'000'000'000);
    }

    void aNewWidthKeepsWhatIsSeen()
    {
        const Axis near = zoomed(fitted(thousand, 100), thousand, 50, 4);
        QCOMPARE(seen(resized(near, thousand, 300)), seen(near));
    }

    void easingEndsWhereItShould()
    {
        const Axis from = fitted(thousand, 100);
        const Axis to = zoomed(from, thousand, 20, 10);
        QCOMPARE(seen(between(from, to, 0)), seen(from));
        QCOMPARE(between(from, to, 1), to);
        QCOMPARE(seen(between(from, to, 0.5)), QStringLiteral("90-640"));
    }

    void ticksStandAtRoundPlaces_data()
    {
        QTest::addColumn<qint64>("length");
        QTest::addColumn<QString>("labels");
        QTest::newRow("nanoseconds") << qint64(10) << "0|2 ns|4 ns|6 ns|8 ns";
        QTest::newRow("milliseconds") << qint64(9'000'000) << "0|2 ms|4 ms|6 ms|8 ms";
        QTest::newRow("below a second in milliseconds, above in seconds")
            << qint64(2'400'000'000) << "0|500 ms|1.0 s|1.5 s|2.0 s";
        QTest::newRow("minutes") << qint64(240'000'000'000) << "0|1 min|2 min|3 min";
        QTest::newRow("half minutes") << qint64(120'000'000'000) << "0|30 s|1 min|1 min 30 s";
        QTest::newRow("days") << qint64(86'400'000'000'000) * 9 << "0|2 d|4 d|6 d|8 d";
    }
    void ticksStandAtRoundPlaces()
    {
        QFETCH(qint64, length);
        QFETCH(QString, labels);
        const std::int64_t origin = 1'760'000'000'000'000'123;
        QStringList found;
        for (const Tick& tick : timeTicks(fitted({origin, origin + length}, 500), origin, 100))
            found << QString::fromStdString(tick.label);
        QCOMPARE(found.join(QLatin1Char('|')), labels);
    }

    void whatIsCountedHasRoundMarks_data()
    {
        QTest::addColumn<qint64>("length");
        QTest::addColumn<QString>("offsets");
        QTest::newRow("never less than one") << qint64(3) << "0 1 2";
        QTest::newRow("ones") << qint64(5) << "0 1 2 3 4";
        QTest::newRow("twos") << qint64(9) << "0 2 4 6 8";
        QTest::newRow("fives") << qint64(21) << "0 5 10 15 20";
        QTest::newRow("tens") << qint64(48) << "0 10 20 30 40";
        QTest::newRow("thousands") << qint64(4'600) << "0 1000 2000 3000 4000";
    }
    void whatIsCountedHasRoundMarks()
    {
        QFETCH(qint64, length);
        QFETCH(QString, offsets);
        QStringList found;
        for (const Tick& tick : countTicks(fitted({7, 7 + length}, 500), 7, 90)) {
            found << QString::number(tick.offset);
            QVERIFY(tick.label.empty());
        }
        QCOMPARE(found.join(QLatin1Char(' ')), offsets);
    }

    void ticksMoveWithTheAxis()
    {
        const Extent extent{1000, 1'001'000};
        const Axis axis = zoomed(fitted(extent, 500), extent, 250, 10);
        for (const Tick& tick : timeTicks(axis, 1000, 80)) {
            QVERIFY(qAbs(axis.toX(1000 + tick.offset) - tick.x) < 0.001);
            QVERIFY(tick.x >= 0 && tick.x < 500);
        }
    }
};

QTEST_APPLESS_MAIN(tst_axis)
#include "tst_axis.moc"
