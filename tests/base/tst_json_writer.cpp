// SPDX-License-Identifier: GPL-3.0-or-later
// JSON written piece by piece.
#include <QTest>
#include <limits>

#include "base/json_writer.h"

using spanglass::JsonWriter;

class tst_json_writer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void commasStandBetweenValuesOnly()
    {
        JsonWriter json;
        json.beginObject().member("a", 1).key("b").beginArray().value("x").value(true).null().endArray();
        json.key("c").beginObject().endObject().member("d", -2).endObject();
        const std::string expected = "{\"a\":1,\"b\":[\"x\",true,null],\"c\":{},\"d\":-2}";
        QCOMPARE(json.text(), expected);
    }

    void keysAndTextAreEscaped()
    {
        JsonWriter json;
        json.beginObject().member("a\"b", "line\nend").endObject();
        const std::string expected = "{\"a\\\"b\":\"line\\nend\"}";
        QCOMPARE(json.text(), expected);
    }

    void integersKeepEveryDigit()
    {
        JsonWriter json;
        json.beginArray().value(std::numeric_limits<std::int64_t>::min());
        json.value(std::numeric_limits<std::uint64_t>::max()).endArray();
        QCOMPARE(json.text(), std::string("[-9223372036854775808,18446744073709551615]"));
    }

    void aRealIsTheShortestThatReadsBack()
    {
        JsonWriter json;
        json.beginArray().value(0.1).value(1e300).value(std::numeric_limits<double>::quiet_NaN()).endArray();
        QCOMPARE(json.text(), std::string("[0.1,1e+300,null]"));
    }

    void jsonMadeElsewhereGoesInAsItIs()
    {
        JsonWriter json;
        json.raw("{\"whole\":1}");
        const std::string expected = "{\"whole\":1}";
        QCOMPARE(json.take(), expected);
    }
};

QTEST_APPLESS_MAIN(tst_json_writer)
#include "tst_json_writer.moc"
