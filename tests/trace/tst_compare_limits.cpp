// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "trace/compare_limits.h"

using namespace spanglass;
using namespace spanglass::trace;

class tst_compare_limits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void growthBeyondALimitIsSeen_data()
    {
        QTest::addColumn<QByteArray>("limit");
        QTest::addColumn<bool>("exceeded");
        // From 1.00 s, $0.10, 100 tokens, 0 errors to 1.50 s, $0.11, 90 tokens, 1 error.
        QTest::newRow("half as long again is more than 40 %") << QByteArray("duration>40%") << true;
        QTest::newRow("and not more than 50 %") << QByteArray("duration>50%") << false;
        QTest::newRow("in seconds") << QByteArray("duration>0.4s") << true;
        QTest::newRow("in milliseconds") << QByteArray("duration>600ms") << false;
        QTest::newRow("a cent") << QByteArray("cost>0.005") << true;
        QTest::newRow("fewer never exceed") << QByteArray("tokens>0%") << false;
        QTest::newRow("a new error") << QByteArray("errors>0") << true;
        QTest::newRow("from nothing, any share") << QByteArray("errors>1000%") << true;
        QTest::newRow("as many spans as before") << QByteArray("spans>0") << false;
    }
    void growthBeyondALimitIsSeen()
    {
        QFETCH(QByteArray, limit);
        QFETCH(bool, exceeded);
        RunTotals total;
        total.durationNs = {1'000'000'000, 1'500'000'000};
        total.run[0] = {3, 0, {}, Decimal::parse("0.10")};
        total.run[1] = {3, 1, {}, Decimal::parse("0.11")};
        total.run[0].tokens.total = 100;
        total.run[1].tokens.total = 90;
        const auto limits = parseLimits(limit.toStdString());
        QVERIFY2(limits, limits ? "" : limits.error().message.c_str());
        QCOMPARE(exceeds(limits->front(), total), exceeded);
    }

    void severalLimitsAreReadAndAMistakeIsPlaced()
    {
        QCOMPARE(parseLimits("cost>10%,errors>0")->size(), std::size_t(2));
        for (const char* wrong :
             {"", "cost", "cost>", "cost>x", "speed>1", "cost>10 %", "duration>2", "cost>-1"})
            QVERIFY2(!parseLimits(wrong), wrong);
        QCOMPARE(
            parseLimits("cost>1,speed>2").error().message,
            std::string("'speed>2' at character 8 is no limit such as cost>10%, errors>0, duration>2s or "
                        "tokens>500"));
    }
};

QTEST_APPLESS_MAIN(tst_compare_limits)
#include "tst_compare_limits.moc"
