// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "base/text.h"

using namespace spanglass;

class tst_text : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void durationsReadAsPeopleSayThem_data()
    {
        QTest::addColumn<qint64>("ns");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << qint64(0) << "0 ns";
        QTest::newRow("nanoseconds") << qint64(999) << "999 ns";
        QTest::newRow("microseconds") << qint64(1'500) << "1.50 µs";
        QTest::newRow("rounds up into the next unit") << qint64(999'600) << "1.00 ms";
        QTest::newRow("milliseconds") << qint64(840'000'000) << "840 ms";
        QTest::newRow("seconds") << qint64(3'200'000'000) << "3.20 s";
        QTest::newRow("minutes") << qint64(125'000'000'000) << "2 min 5 s";
        QTest::newRow("an hour") << qint64(3'600'000'000'000) << "1 h 0 min";
        QTest::newRow("days") << qint64(5) * 86'400'000'000'000 << "5 d 0 h";
        QTest::newRow("negative") << qint64(-1'500) << "-1.50 µs";
    }
    void durationsReadAsPeopleSayThem()
    {
        QFETCH(qint64, ns);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(durationText(ns)), text);
    }

    void countsAreGrouped()
    {
        QCOMPARE(countText(0), std::string("0"));
        QCOMPARE(countText(999), std::string("999"));
        QCOMPARE(countText(1'204), std::string("1,204"));
        QCOMPARE(countText(-1'234'567), std::string("-1,234,567"));
    }

    void costsAreDollarsOrCents_data()
    {
        QTest::addColumn<QString>("dollars");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << "0"
                                 << "$0";
        QTest::newRow("dollars") << "1.2"
                                 << "$1.20";
        QTest::newRow("just below a dollar") << "0.996"
                                             << "100 ¢";
        QTest::newRow("cents") << "0.12"
                               << "12 ¢";
        QTest::newRow("a few cents") << "0.042"
                                     << "4.2 ¢";
        QTest::newRow("parts of a cent") << "0.0042"
                                         << "0.42 ¢";
        QTest::newRow("hundredths of a cent") << "0.000042"
                                              << "0.0042 ¢";
        QTest::newRow("a refund") << "-3"
                                  << "-$3.00";
    }
    void costsAreDollarsOrCents()
    {
        QFETCH(QString, dollars);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(costText(Decimal::parse(dollars.toStdString()).value())), text);
    }

    void timesAreToldFromNow()
    {
        constexpr std::int64_t second = 1'000'000'000;
        const std::int64_t now = 1'700'000'000 * second;
        QCOMPARE(agoText(now, now), std::string("now"));
        QCOMPARE(agoText(now - 59 * second, now), std::string("59 s ago"));
        QCOMPARE(agoText(now - 3'599 * second, now), std::string("59 min ago"));
        QCOMPARE(agoText(now - 47 * 3'600 * second, now), std::string("47 h ago"));
        QCOMPARE(agoText(now - 72 * 3'600 * second, now), std::string("3 days ago"));
        QCOMPARE(agoText(now + 8 * second, now), std::string("in 8 s"));
        QCOMPARE(agoText(INT64_MIN, INT64_MAX), std::string("213503 days ago"));
    }

    void hostileTextIsShownLiterally()
    {
        QCOMPARE(visibleText("a\x1b[31m"), std::string("a\\x1b[31m"));
        QCOMPARE(visibleText("abc\u202edef"), std::string("abc\\u202edef"));
        QCOMPARE(visibleText("one\ntwo"), std::string("one\\ntwo"));
        QCOMPARE(visibleText("\xff\xc0\x80"), std::string("\\xff\\xc0\\x80"));
        QCOMPARE(visibleText("Größe 猫 🐈"), std::string("Größe 猫 🐈"));
    }

    void jsonTextIsAlwaysValid()
    {
        QCOMPARE(jsonEscaped("say \"hi\"\\\n"), std::string("say \\\"hi\\\"\\\\\\n"));
        QCOMPARE(jsonEscaped(std::string_view("\0\x01", 2)), std::string("\\u0000\\u0001"));
        QCOMPARE(jsonEscaped("\xed\xa0\x80!"), std::string("\\ufffd\\ufffd\\ufffd!")); // a lone surrogate
    }
};

QTEST_APPLESS_MAIN(tst_text)
#include "tst_text.moc"
