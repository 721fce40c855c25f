// SPDX-License-Identifier: GPL-3.0-or-later
// A trace says what it was asked and what it answered, wherever the words lie.
#include <QtTest>

#include "trace/turn.h"

using namespace spanglass;
using namespace spanglass::trace;

namespace {

Span spanOf(std::uint64_t id, std::uint64_t parent, Kind kind, const char* input, const char* output)
{
    Span span;
    span.trace = TraceId{0, 9};
    span.id = SpanId{id};
    span.parent = SpanId{parent};
    span.kind = kind;
    span.startUnixNs = static_cast<std::int64_t>(id) * 100;
    span.input = std::string(input);
    span.output = std::string(output);
    return span;
}

} // namespace

class tst_turn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRootSpeaksFirst();
    void modelCallsSpeakWhereTheRootIsSilent();
    void wordsAreFoundInTheirWrappings_data();
    void wordsAreFoundInTheirWrappings();
    void toolsAreNamedOnceInTheirOrder();
    void nothingIsNoTurn();
};

void tst_turn::theRootSpeaksFirst()
{
    const Turn turn = turnOf({spanOf(2, 1, Kind::llm, "inner question", "inner answer"),
                              spanOf(1, 0, Kind::agent, "Why?", "Because.")});
    QCOMPARE(turn.question, "Why?");
    QCOMPARE(turn.answer, "Because.");
    QCOMPARE(turn.startUnixNs, 100);
    QCOMPARE(turn.totals.spans, 2);
}

void tst_turn::modelCallsSpeakWhereTheRootIsSilent()
{
    const char* first = "[{\"role\":\"system\",\"content\":\"s\"},{\"role\":\"user\",\"content\":\"Why?\"}]";
    const char* later = "[{\"role\":\"user\",\"content\":\"And now?\"}]";
    const Turn turn =
        turnOf({spanOf(1, 0, Kind::agent, "", ""), spanOf(2, 1, Kind::llm, first, "Let me look."),
                spanOf(3, 1, Kind::llm, later, "[{\"role\":\"assistant\",\"content\":\"Because.\"}]")});
    QCOMPARE(turn.question, "Why?");
    QCOMPARE(turn.answer, "Because.");
}

void tst_turn::wordsAreFoundInTheirWrappings_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("question");
    QTest::newRow("plain text") << QByteArray("Why?") << "Why?";
    QTest::newRow("an object with one text") << QByteArray("{\"q\":\"Why?\"}") << "Why?";
    QTest::newRow("a JSON string") << QByteArray("\"Why?\"") << "Why?";
    QTest::newRow("a prompt") << QByteArray("{\"system\":\"s\",\"prompt\":\"Why?\"}") << "Why?";
    QTest::newRow("the last of several messages")
        << QByteArray("[{\"role\":\"user\",\"content\":\"Hm\"},{\"role\":\"assistant\",\"content\":\"Yes\"},"
                      "{\"role\":\"user\",\"content\":\"Why?\"}]")
        << "Why?";
    QTest::newRow("anything else as it is") << QByteArray("{\"a\":1,\"b\":2}") << "{\"a\":1,\"b\":2}";
    QTest::newRow("broken JSON as it is") << QByteArray("{\"a\":") << "{\"a\":";
}

void tst_turn::wordsAreFoundInTheirWrappings()
{
    QFETCH(QByteArray, input);
    const Turn turn = turnOf({spanOf(1, 0, Kind::agent, input.constData(), "")});
    QTEST(QString::fromStdString(turn.question), "question");
}

void tst_turn::toolsAreNamedOnceInTheirOrder()
{
    Span sql = spanOf(3, 1, Kind::tool, "", "");
    sql.attributes.push_back({"gen_ai.tool.name", std::string("sql")});
    Span again = sql;
    again.id = SpanId{4};
    Span first = spanOf(2, 1, Kind::tool, "", "");
    first.name = "search";
    const Turn turn = turnOf({again, sql, spanOf(1, 0, Kind::agent, "q", "a"), first});
    const std::vector<std::string> expected{"search", "sql"};
    QCOMPARE(turn.tools, expected);
}

void tst_turn::nothingIsNoTurn()
{
    QVERIFY(turnOf({}).question.empty());
    QVERIFY(!turnOf({}).trace.valid());
}

QTEST_APPLESS_MAIN(tst_turn)
#include "tst_turn.moc"
