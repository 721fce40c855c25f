// SPDX-License-Identifier: GPL-3.0-or-later
/// Values on their way into Postgres and back: what it refuses is escaped without loss.
#include <QtTest>
#include <cmath>
#include <random>

#include "postgres/jsonb_check.h"
#include "postgres/stored_text.h"
#include "postgres/stored_value.h"

using namespace spanglass;
using namespace spanglass::postgres;
using namespace std::string_literals;

class TestStoredValue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textIsEscapedOnlyWhereItMust_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("stored");
        QTest::newRow("plain text stays") << QByteArray("plain, a\tb\n") << QByteArray("plain, a\tb\n");
        QTest::newRow("letters beyond ASCII stay")
            << QByteArray("käse 漢字 🙂") << QByteArray("käse 漢字 🙂");
        QTest::newRow("a NUL is written") << QByteArray("a\0b", 3) << QByteArray("a␛00b");
        QTest::newRow("a NUL behind eight letters is found")
            << QByteArray("12345678\0", 9) << QByteArray("12345678␛00");
        QTest::newRow("a byte that is no UTF-8") << QByteArray("\xff") << QByteArray("␛FF");
        QTest::newRow("a lone surrogate") << QByteArray("\xed\xa0\x80") << QByteArray("␛ED␛A0␛80");
        QTest::newRow("the escape itself is doubled") << QByteArray("␛00") << QByteArray("␛␛00");
    }
    void textIsEscapedOnlyWhereItMust()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, stored);
        QCOMPARE(QByteArray::fromStdString(storedText(text.toStdString())), stored);
        QCOMPARE(QByteArray::fromStdString(originalText(stored.toStdString())), text);
    }

    void anyBytesComeBack()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 2000; ++round) {
            std::string text;
            for (std::size_t i = random() % 40; i > 0; --i)
                text += random() % 3 == 0 ? "␛"s : std::string(1, static_cast<char>(random()));
            QCOMPARE(originalText(storedText(text)), text);
        }
    }

    void jsonbKeepsOnlyWhatItDoesNotChange_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("keeps");
        QTest::newRow("an object with all kinds")
            << QByteArray(R"({"a":[1,-2.5e3,true,null,"x\n"],"b":{}})") << true;
        QTest::newRow("white space") << QByteArray(" { \"a\" : [ ] } ") << true;
        QTest::newRow("a pair of surrogates") << QByteArray(R"(["\ud83d\ude42"])") << true;
        QTest::newRow("an escaped NUL") << QByteArray(R"(["a\u0000b"])") << false;
        QTest::newRow("a lone high surrogate") << QByteArray(R"(["\ud800"])") << false;
        QTest::newRow("a lone low surrogate") << QByteArray(R"(["\udc00"])") << false;
        QTest::newRow("one key twice") << QByteArray(R"({"a":1,"a":2})") << false;
        QTest::newRow("one key in two objects") << QByteArray(R"([{"a":1},{"a":2}])") << true;
        QTest::newRow("one key, spelled in two ways") << QByteArray(R"({"a":1,"\u0061":2})") << false;
        QTest::newRow("deep nesting") << QByteArray(100'000, '[') + QByteArray(100'000, ']') << false;
        QTest::newRow("a number no numeric holds") << QByteArray("[1e999999]") << false;
        QTest::newRow("NaN is no JSON") << QByteArray("[NaN]") << false;
        QTest::newRow("cut off") << QByteArray(R"({"a":)") << false;
        QTest::newRow("a comma too many") << QByteArray("[1,]") << false;
        QTest::newRow("two values") << QByteArray("{} {}") << false;
        QTest::newRow("a raw control character") << QByteArray("[\"\x01\"]") << false;
        QTest::newRow("bytes that are no UTF-8") << QByteArray("[\"\xff\"]") << false;
        QTest::newRow("nothing") << QByteArray() << false;
    }
    void jsonbKeepsOnlyWhatItDoesNotChange()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, keeps);
        QCOMPARE(jsonbKeeps(json.toStdString()), keeps);
    }

    void valuesComeBack_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(values().size()); ++i)
            QTest::newRow(storedValue(values()[static_cast<std::size_t>(i)]).substr(0, 60).c_str()) << i;
    }
    void valuesComeBack()
    {
        QFETCH(int, index);
        const trace::Value value = values()[static_cast<std::size_t>(index)];
        const std::string stored = storedValue(value);
        QVERIFY2(jsonbKeeps(stored), stored.c_str());
        const trace::Value back = originalValue(stored);
        if (const auto* number = std::get_if<double>(&value); number && std::isnan(*number)) {
            QVERIFY(std::isnan(std::get<double>(back)));
            return;
        }
        QVERIFY2(back == value, stored.c_str());
    }

    void aKeyThatComesTwiceKeepsBothValues()
    {
        const trace::Attributes attributes{{"a", std::int64_t{1}}, {"$again", true}, {"a", std::int64_t{2}}};
        const std::string stored = storedAttributes(attributes);
        QVERIFY(jsonbKeeps(stored));
        trace::Attributes back = originalAttributes(stored);
        QCOMPARE(back.size(), 3u);
        QVERIFY((back[0] == trace::Attribute{"a", std::int64_t{1}}));
        QVERIFY(std::find(back.begin(), back.end(), trace::Attribute{"$again", true}) != back.end());
        QVERIFY(std::find(back.begin(), back.end(), trace::Attribute{"a", std::int64_t{2}}) != back.end());
    }

private:
    static std::vector<trace::Value> values()
    {
        return {std::monostate(),
                "text"s,
                "a\0b"s,
                std::int64_t{INT64_MIN},
                1.0,
                0.1,
                1e20,
                std::nan(""),
                -std::numeric_limits<double>::infinity(),
                false,
                trace::Json{R"({"a":[1,2.50]})"},
                trace::Json{R"({"a":1,"a":2})"},
                trace::Json{R"(["\u0000"])"},
                trace::Json{R"({"$json":"mine"})"},
                trace::Json{"\"only a string\""},
                trace::Json{"no json\0at all"s},
                trace::Bytes{0, 255, 16}};
    }
};

QTEST_APPLESS_MAIN(TestStoredValue)
#include "tst_stored_value.moc"
