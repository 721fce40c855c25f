// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <spanglass/types.h>

using namespace spanglass;

class tst_ids : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hexIsLowerCaseAndPadded()
    {
        QCOMPARE((TraceId{0x0af7651916cd43ddu, 0x8448eb211c80319cu}.hex()),
                 std::string("0af7651916cd43dd8448eb211c80319c"));
        QCOMPARE(SpanId{0x1u}.hex(), std::string("0000000000000001"));
    }

    void eitherCaseIsRead()
    {
        const auto id = TraceId::fromHex("0AF7651916CD43DD8448EB211C80319C");
        QVERIFY(id.valid());
        QCOMPARE(id.hex(), std::string("0af7651916cd43dd8448eb211c80319c"));
        QCOMPARE(SpanId::fromHex("B7AD6B7169203331").hex(), std::string("b7ad6b7169203331"));
    }

    void whatIsNoIdIsInvalid_data()
    {
        QTest::addColumn<QByteArray>("trace");
        QTest::addColumn<QByteArray>("span");
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("all zero") << QByteArray(32, '0') << QByteArray(16, '0');
        QTest::newRow("too short") << QByteArray(31, 'a') << QByteArray(15, 'a');
        QTest::newRow("too long") << QByteArray(33, 'a') << QByteArray(17, 'a');
        QTest::newRow("not hex") << QByteArray(31, 'a') + "g" << QByteArray(15, 'a') + "g";
        QTest::newRow("a sign") << "-" + QByteArray(31, 'a') << "-" + QByteArray(15, 'a');
    }
    void whatIsNoIdIsInvalid()
    {
        QFETCH(QByteArray, trace);
        QFETCH(QByteArray, span);
        QVERIFY(!TraceId::fromHex(trace.toStdString()).valid());
        QVERIFY(!SpanId::fromHex(span.toStdString()).valid());
    }
};

QTEST_APPLESS_MAIN(tst_ids)
#include "tst_ids.moc"
