// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "formats/numbers.h"

using namespace spanglass;
using namespace spanglass::formats;

class tst_numbers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void microsecondsBecomeNanosecondsExactly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ns");
        QTest::newRow("whole") << "12" << qint64(12'000);
        QTest::newRow("a fraction") << "3.011" << qint64(3'011);
        QTest::newRow("one digit of it") << "1.1" << qint64(1'100);
        QTest::newRow("more digits than nanoseconds are rounded") << "1.0006" << qint64(1'001);
        QTest::newRow("down too") << "1.00049999" << qint64(1'000);
        QTest::newRow("epoch microseconds beyond what a double holds")
            << "1760000000123456.789" << qint64(1'760'000'000'123'456'789);
        QTest::newRow("negative") << "-2.5" << qint64(-2'500);
        QTest::newRow("an exponent") << "1.5e3" << qint64(1'500'000);
        QTest::newRow("a negative exponent") << "15e-1" << qint64(1'500);
        QTest::newRow("too large saturates") << "1e300" << qint64(INT64_MAX);
        QTest::newRow("too small saturates") << "-1e300" << qint64(INT64_MIN);
        QTest::newRow("next to nothing") << "1e-300" << qint64(0);
    }
    void microsecondsBecomeNanosecondsExactly()
    {
        QFETCH(QString, text);
        QFETCH(qint64, ns);
        const auto value = scaled(text.toStdString(), 3);
        QVERIFY(value.has_value());
        QCOMPARE(qint64(*value), ns);
    }

    void whatIsNoNumberIsNone()
    {
        for (const char* text : {"", "-", "abc", "1x", "1.2.3", "NaN", "Infinity", "1e", "0x10"})
            QVERIFY2(!scaled(text, 0).has_value(), text);
        QVERIFY(!wholeNumber("1.5").has_value());
        QCOMPARE(wholeNumber("1.0").value_or(0), std::int64_t(1));
        QCOMPARE(scaled("18446744073709551616", 0).value_or(0), INT64_MAX); // 2^64
        QCOMPARE(scaled("9223372036854775807", 0).value_or(0), INT64_MAX);
        QCOMPARE(scaled("9007199254740993", 0).value_or(0), std::int64_t(9007199254740993)); // 2^53 + 1
    }

    void isoTimes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ns");
        QTest::newRow("UTC") << "1970-01-01T00:00:01Z" << qint64(1'000'000'000);
        QTest::newRow("nanoseconds") << "2024-02-29T12:34:56.123456789Z" << qint64(1'709'210'096'123'456'789);
        QTest::newRow("more digits are cut") << "1970-01-01T00:00:00.1234567899Z" << qint64(123'456'789);
        QTest::newRow("a zone") << "1970-01-01T02:00:00+02:00" << qint64(0);
        QTest::newRow("a zone without a colon") << "1969-12-31T19:00:00-0500" << qint64(0);
        QTest::newRow("no zone is UTC") << "1970-01-01T00:00:00.5" << qint64(500'000'000);
        QTest::newRow("a blank for the T") << "1970-01-01 00:01:00" << qint64(60'000'000'000);
        QTest::newRow("before 1970") << "1969-12-31T23:59:59.5Z" << qint64(-500'000'000);
    }
    void isoTimes()
    {
        QFETCH(QString, text);
        QFETCH(qint64, ns);
        const auto value = isoTimeNs(text.toStdString());
        QVERIFY(value.has_value());
        QCOMPARE(qint64(*value), ns);
    }

    void isoTimesAreWrittenAsTheyAreRead()
    {
        for (const std::int64_t ns :
             {std::int64_t(0), std::int64_t(1'709'210'096'123'456'789), std::int64_t(-1)})
            QCOMPARE(isoTimeNs(isoText(ns)).value_or(7), ns);
        for (const char* text :
             {"", "yesterday", "2024-13-01T00:00:00Z", "2024-01-01", "2024-01-01T00:00:00X"})
            QVERIFY2(!isoTimeNs(text).has_value(), text);
    }

    void idsAreNormalised_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("trace");
        QTest::addColumn<QString>("span");
        QTest::newRow("hex") << "0af7651916cd43dd8448eb211c80319c"
                             << "0af7651916cd43dd8448eb211c80319c"
                             << "";
        QTest::newRow("upper case") << "0AF7651916CD43DD8448EB211C80319C"
                                    << "0af7651916cd43dd8448eb211c80319c"
                                    << "";
        QTest::newRow("0x") << "0x543b6c7c35b4f0bf"
                            << "0000000000000000543b6c7c35b4f0bf"
                            << "543b6c7c35b4f0bf";
        QTest::newRow("short") << "1a"
                               << "0000000000000000000000000000001a"
                               << "000000000000001a";
        QTest::newRow("a UUID") << "0af76519-16cd-43dd-8448-eb211c80319c"
                                << "0af7651916cd43dd8448eb211c80319c"
                                << "";
        QTest::newRow("base64, 16 bytes") << "CvdlGRbNQ92ESOshHIAxnA=="
                                          << "0af7651916cd43dd8448eb211c80319c"
                                          << "";
        QTest::newRow("base64, 8 bytes") << "t61rcWkgMzE="
                                         << ""
                                         << "b7ad6b7169203331";
        QTest::newRow("zero") << "0000000000000000"
                              << ""
                              << "";
        QTest::newRow("no id") << "zzz"
                               << ""
                               << "";
        QTest::newRow("empty") << ""
                               << ""
                               << "";
    }
    void idsAreNormalised()
    {
        QFETCH(QString, text);
        QFETCH(QString, trace);
        QFETCH(QString, span);
        const TraceId traceId = traceIdOf(text.toStdString());
        const SpanId spanId = spanIdOf(text.toStdString());
        QCOMPARE(traceId.valid() ? QString::fromStdString(traceId.hex()) : QString(), trace);
        QCOMPARE(spanId.valid() ? QString::fromStdString(spanId.hex()) : QString(), span);
    }

    void base64ComesBack()
    {
        for (std::size_t length = 0; length < 20; ++length) {
            trace::Bytes bytes;
            for (std::size_t at = 0; at < length; ++at)
                bytes.push_back(static_cast<std::uint8_t>(at * 37 + length));
            QVERIFY(base64Decoded(base64Encoded(bytes)) == bytes);
        }
        QVERIFY(!base64Decoded("a*b").has_value());
        QVERIFY(!base64Decoded("a").has_value());
    }
};

QTEST_APPLESS_MAIN(tst_numbers)
#include "tst_numbers.moc"
