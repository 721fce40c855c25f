// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "formats/bytes.h"
#include "formats/json_cursor.h"
#include "formats/json_fault.h"

#include "json_texts.h"

using namespace spanglass::formats;

namespace {

/// The text a cursor may read: with room behind it.
Bytes padded(const QByteArray& text)
{
    return Bytes(std::string_view(text.data(), static_cast<std::size_t>(text.size())));
}

} // namespace

class tst_json_cursor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void membersAndElementsComeInOrder()
    {
        const Bytes text = padded(texts::json0);
        JsonCursor at(text.text());
        std::string seen;
        for (at.enterObject(); at.nextKey();) {
            seen += at.key();
            seen += '=';
            if (at.peek() != JsonCursor::Type::array) {
                seen += at.skip();
                continue;
            }
            for (at.enterArray(); at.nextElement();)
                seen += std::string(at.peek() == JsonCursor::Type::string ? at.string() : at.skip()) + ';';
        }
        QCOMPARE(seen, std::string("a=1b=true;x\n;{};c=null"));
        QVERIFY(!at.failed());
        QVERIFY(at.atEnd());
    }

    void escapesAreResolved_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("plain") << QByteArray("\"abc\"") << QByteArray("abc");
        QTest::newRow("short ones") << QByteArray(texts::json1) << QByteArray("\"\\/\n\t\r\b\f");
        QTest::newRow("code points") << QByteArray(texts::json2) << QByteArray("ä猫");
        QTest::newRow("a pair of surrogates") << QByteArray(texts::json3) << QByteArray("🐈");
        QTest::newRow("a lone surrogate is shown as what it is, nothing")
            << QByteArray(texts::json4) << QByteArray("a\ufffdz");
        QTest::newRow("a zero byte") << QByteArray(texts::json5) << QByteArray("a\0b", 3);
        QTest::newRow("no escape at all") << QByteArray(texts::json6) << QByteArray("\\u12");
        QTest::newRow("invalid UTF-8 is kept") << QByteArray("\"\xff\xfe\"") << QByteArray("\xff\xfe");
    }
    void escapesAreResolved()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, text);
        const Bytes bytes = padded(json);
        JsonCursor at(bytes.text());
        QCOMPARE(QByteArray::fromStdString(std::string(at.string())), text);
    }

    void skippingFindsTheEndOfAnything()
    {
        // Brackets and quotes inside strings, escapes across the 64-byte blocks, at every alignment.
        const QByteArray tricky = texts::json7;
        for (int shift = 0; shift < 130; ++shift) {
            const QByteArray inner = QByteArray(shift, ' ') + tricky.left(tricky.size() - 1) + ",\"pad\":\"" +
                                     QByteArray(shift, '\\') + QByteArray(shift % 2, '\\') + "\"}";
            const Bytes bytes = padded(inner + "tail");
            JsonCursor at(bytes.text());
            const std::string_view value = at.skip();
            QCOMPARE(static_cast<int>(value.size()), static_cast<int>(inner.size()) - shift);
            QCOMPARE(static_cast<int>(at.offset()), static_cast<int>(inner.size()));
        }
    }

    void whatIsCutOffSaysSoAtEveryByte()
    {
        const QByteArray whole = texts::json8;
        for (int length = 0; length < whole.size(); ++length) {
            const Bytes bytes = padded(whole.left(length));
            JsonCursor at(bytes.text());
            at.skip();
            QVERIFY2(at.failed(), qPrintable(QString::number(length)));
            QVERIFY(at.endedEarly());
            QVERIFY(findFault(bytes.text(), 0).has_value());
        }
        QVERIFY(!findFault(padded(whole).text(), 0).has_value());
    }

    void faultsHaveAPlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("place");
        QTest::newRow("a missing comma")
            << QByteArray("{\"a\":1\n \"b\":2}") << "byte 8 (line 2): a comma or a closing brace is expected";
        QTest::newRow("a comment") << QByteArray("[1,\n// no\n2]") << "byte 4 (line 2): a value is expected";
        QTest::newRow("no quotes") << QByteArray("{a:1}") << "byte 1 (line 1): a name in quotes is expected";
        QTest::newRow("the wrong bracket")
            << QByteArray("[1}") << "byte 2 (line 1): a comma or a closing bracket is expected";
        QTest::newRow("an unknown word")
            << QByteArray("[nul]") << "byte 1 (line 1): neither a number, a text, true, false nor null";
        QTest::newRow("cut off") << QByteArray("[1,[2") << "byte 5 (line 1): it ends early";
    }
    void faultsHaveAPlace()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, place);
        const Bytes bytes = padded(json);
        const auto fault = findFault(bytes.text(), 0);
        QVERIFY(fault.has_value());
        QCOMPARE(QString::fromStdString(placeText(bytes.text(), fault->offset) + ": " + fault->what), place);
    }

    void depthIsNoLimit()
    {
        const Bytes bytes = padded(QByteArray(100'000, '[') + QByteArray(100'000, ']'));
        JsonCursor at(bytes.text());
        QCOMPARE(at.skip().size(), std::size_t(200'000));
        QVERIFY(!findFault(bytes.text(), 0).has_value());
    }
};

QTEST_APPLESS_MAIN(tst_json_cursor)
#include "tst_json_cursor.moc"
