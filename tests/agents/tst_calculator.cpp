// SPDX-License-Identifier: GPL-3.0-or-later
// The calculator computes as people read arithmetic, and names the place of what it does not understand.
#include <QtTest>

#include <stdexcept>

#include "agents/calculator.h"

class tst_calculator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void computesAsPeopleReadIt_data();
    void computesAsPeopleReadIt();
    void namesThePlaceOfWhatItDoesNotUnderstand_data();
    void namesThePlaceOfWhatItDoesNotUnderstand();
    void survivesNestingWithoutEnd();
};

void tst_calculator::computesAsPeopleReadIt_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("value");
    QTest::newRow("products bind more than sums") << "2 + 3 * 4"
                                                  << "14";
    QTest::newRow("parentheses come first") << "(2 + 3) * 4"
                                            << "20";
    QTest::newRow("differences are taken from the left") << "10 - 4 - 3"
                                                         << "3";
    QTest::newRow("a power binds more than a sign") << "-2 ^ 2"
                                                    << "-4";
    QTest::newRow("powers are taken from the right") << "2 ^ 3 ^ 2"
                                                     << "512";
    QTest::newRow("an exponent may be negative") << "2 ^ -1"
                                                 << "0.5";
    QTest::newRow("signs may stand in a row") << "3--2"
                                              << "5";
    QTest::newRow("a remainder") << "17 % 5"
                                 << "2";
    QTest::newRow("a function of several arguments") << "max(1, 7, 3) - min(4, 2)"
                                                     << "5";
    QTest::newRow("rounding to digits") << "round(100 * 0.5839 / (0.5839 + 0.2687), 1)"
                                        << "68.5";
    QTest::newRow("no digits that say nothing") << " 1.50 + 1.50 "
                                                << "3";
    QTest::newRow("scientific numbers") << "1e3 + sqrt(16)"
                                        << "1004";
}

void tst_calculator::computesAsPeopleReadIt()
{
    QFETCH(QString, expression);
    QFETCH(QString, value);
    QCOMPARE(QString::fromStdString(agents::numberText(agents::calculate(expression.toStdString()))), value);
}

void tst_calculator::namesThePlaceOfWhatItDoesNotUnderstand_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("message");
    QTest::newRow("nothing") << ""
                             << "expected a number at position 1 of \"\"";
    QTest::newRow("an open parenthesis") << "(1 + 2"
                                         << "expected ')' at position 7 of \"(1 + 2\"";
    QTest::newRow("a missing operand") << "2 *"
                                       << "expected a number at position 4 of \"2 *\"";
    QTest::newRow("two numbers in a row") << "2 3"
                                          << "did not expect '3' at position 3 of \"2 3\"";
    QTest::newRow("division by zero") << "1 / (2 - 2)"
                                      << "division by zero at position 12 of \"1 / (2 - 2)\"";
    QTest::newRow("an unknown function") << "sin(1)"
                                         << "cannot compute sin at position 7 of \"sin(1)\"";
    QTest::newRow("a name without arguments") << "inf"
                                              << "expected '(' after inf at position 4 of \"inf\"";
}

void tst_calculator::namesThePlaceOfWhatItDoesNotUnderstand()
{
    QFETCH(QString, expression);
    QFETCH(QString, message);
    try {
        agents::calculate(expression.toStdString());
        QFAIL("it computed something");
    } catch (const std::invalid_argument& refusal) {
        QCOMPARE(QString::fromStdString(refusal.what()), message);
    }
}

void tst_calculator::survivesNestingWithoutEnd()
{
    QVERIFY_EXCEPTION_THROWN(agents::calculate(std::string(1'000'000, '(')), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(agents::calculate(std::string(1'000'000, '-')), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(agents::calculate("2" + std::string(1'000'000, '^')), std::invalid_argument);
}

QTEST_APPLESS_MAIN(tst_calculator)
#include "tst_calculator.moc"
