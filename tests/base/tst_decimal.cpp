// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "base/decimal.h"

using spanglass::Decimal;

namespace {
Decimal number(const char* text)
{
    return Decimal::parse(text).value();
}
} // namespace

class tst_decimal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textComesBackExactly_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shortest");
        QTest::newRow("the classic") << QByteArray("0.045") << QByteArray("0.045");
        QTest::newRow("trailing zeros go") << QByteArray("1.500") << QByteArray("1.5");
        QTest::newRow("an exponent") << QByteArray("4.5e-2") << QByteArray("0.045");
        QTest::newRow("a positive exponent") << QByteArray("12E+3") << QByteArray("12000");
        QTest::newRow("negative") << QByteArray("-0.1") << QByteArray("-0.1");
        QTest::newRow("no digit before the point") << QByteArray(".5") << QByteArray("0.5");
        QTest::newRow("the smallest unit")
            << QByteArray("0.000000000000000001") << QByteArray("0.000000000000000001");
        QTest::newRow("half a unit rounds to even") << QByteArray("0.0000000000000000005") << QByteArray("0");
    }
    void textComesBackExactly()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, shortest);
        QCOMPARE(QByteArray::fromStdString(number(text.constData()).text()), shortest);
    }

    void whatIsNoNumberIsRefused()
    {
        for (const char* text :
             {"", "-", ".", "NaN", "1.2.3", "1e", "1e999", "0x10", "1 ", "99999999999999999999"})
            QVERIFY2(!Decimal::parse(text), text);
        QVERIFY(!Decimal::fromDouble(std::numeric_limits<double>::quiet_NaN()));
    }

    void sumsAreExact()
    {
        Decimal sum;
        for (int i = 0; i < 10; ++i)
            sum = sum + number("0.1");
        QCOMPARE(sum.text(), std::string("1"));
        QCOMPARE((number("0.3") - number("0.1")).text(), std::string("0.2"));
    }

    void aPricePerMillionTimesTokens()
    {
        QCOMPARE(number("2.5").perMillion(1204).text(), std::string("0.00301"));
        QCOMPARE(number("0.15").perMillion(1).text(), std::string("0.00000015"));
        QCOMPARE(number("3").perMillion(0).text(), std::string("0"));
    }

    void aDoubleGivesItsShortestDecimal()
    {
        QCOMPARE(Decimal::fromDouble(0.045)->text(), std::string("0.045"));
        QCOMPARE(Decimal::fromDouble(1e-7)->text(), std::string("0.0000001"));
    }
};

QTEST_APPLESS_MAIN(tst_decimal)
#include "tst_decimal.moc"
