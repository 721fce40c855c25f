// SPDX-License-Identifier: GPL-3.0-or-later
// The query language: what is read, and where a fault is pointed at.
#include <QtTest>

#include "trace/query_syntax.h"

using namespace spanglass::trace;

namespace {

/// Each term as `[-]key sign value`, then the words in quotation marks.
QString described(const ParsedQuery& query)
{
    QStringList parts;
    for (const QueryTerm& term : query.terms) {
        parts << QString::fromStdString((term.negated ? "-" : "") + std::string(term.key.name) + ' ' +
                                        term.sign + ' ' + term.text);
    }
    if (!query.words.empty())
        parts << QLatin1Char('\'') + QString::fromStdString(query.words) + QLatin1Char('\'');
    return parts.join(QStringLiteral(", "));
}

} // namespace

class tst_query_syntax : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyOperatorIsRead_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("read");
        const auto row = [](const char* name, const char* typed, const char* read) {
            QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(read);
        };
        row("nothing", "", "");
        row("the whole of it",
            R"(service:rag kind:llm model:gpt-4* status:error duration>2s cost>0.01 tokens>1000 tag:prod session:s1 "free text")",
            R"(service : rag, kind : llm, model : gpt-4*, status : error, duration > 2s, cost > 0.01, tokens > 1000, tag : prod, session : s1, '"free text"')");
        row("keys in capitals", "Service:Rag", "service : Rag");
        row("other names of a key", "env:prod type:chat", "environment : prod, operation : chat");
        row("or equal", "duration>=2s cost<=1", "duration >= 2s, cost <= 1");
        row("a blank within a value", "session:\"s 1\" next", "session : s 1, 'next'");
        row("a minus in front", "-status:ok", "-status : ok");
        row("a lone minus and a dash are words", "- well-known", "'- well-known'");
        row("an address is a word", "http://localhost:4318", "'http://localhost:4318'");
        row("a quotation mark that is still open", "\"half a", "'\"half a'");
        row("words between terms", "lost user:ada refund", "user : ada, 'lost refund'");
        row("a value with colons", "session:a:b:c", "session : a:b:c");
        row("scores and labels", "score:helpful label:good", "score : helpful, label : good");
        row("other scripts", "user:алиса 退款", "user : алиса, '退款'");
    }
    void everyOperatorIsRead()
    {
        QFETCH(QString, typed);
        QFETCH(QString, read);
        const ParsedQuery query = parseQueryText(typed.toStdString());
        QCOMPARE(described(query), read);
        QVERIFY(query.faults.empty());
    }

    void aFaultPointsAtItsCharacters_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char* typed, const char* shown) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(shown);
        };
        row("duration>soon", "         ^^^^ a duration is a number with ns, us, ms, s, min or h");
        row("user:ada cost>much", "              ^^^^ that is no number");
        row("cost>", "    ^ that is no number");
        row("status:sad", "       ^^^ a status is ok, error, running or interrupted");
        row("kind:dog", "     ^^^ a kind is span, agent, llm, tool, retriever, embedding, chain, reranker, "
                        "guardrail or evaluator");
        row("tokens:7", "      ^ say tokens> or tokens< and a number");
        row("user>=ada", "    ^^ say user:TEXT");
        row("service:", "       ^ a value is missing");
        row("sevice:rag", "^^^^^^ there is no key sevice; did you mean service?");
        row("-staus:ok", " ^^^^^ there is no key staus; did you mean status?");
        row("алиса duration>x", "               ^ a duration is a number with ns, us, ms, s, min or h");
    }
    void aFaultPointsAtItsCharacters()
    {
        QFETCH(QString, typed);
        QFETCH(QString, shown);
        const ParsedQuery query = parseQueryText(typed.toStdString());
        QCOMPARE(query.faults.size(), std::size_t{1});
        const QString text = QString::fromStdString(caretText(typed.toStdString(), query.faults.front()));
        QCOMPARE(text, typed + QLatin1Char('\n') + shown);
    }

    void numbersAreReadInTheirUnits()
    {
        const auto ns = [](const char* typed) { return parseQueryText(typed).terms.at(0).number; };
        QCOMPARE(ns("duration>250ms"), 250'000'000);
        QCOMPARE(ns("duration>1.5s"), 1'500'000'000);
        QCOMPARE(ns("duration<2min"), 120'000'000'000);
        QCOMPARE(ns("duration<10µs"), 10'000);
        QCOMPARE(parseQueryText("cost>0.25").terms.at(0).amount, 0.25);
    }

    void termsKnowTheirPlaces()
    {
        const ParsedQuery query = parseQueryText("  user:ada  lost tag:\"a b\"");
        QCOMPARE(query.terms.at(0).begin, std::size_t{2});
        QCOMPARE(query.terms.at(0).valueBegin, std::size_t{7});
        QCOMPARE(query.terms.at(0).end, std::size_t{10});
        QCOMPARE(query.wordPlaces.at(0).begin, std::size_t{12});
        QCOMPARE(query.terms.at(1).end, std::size_t{26});
    }

    void anythingTypedIsReadWithoutHarm()
    {
        // Every prefix of a query with all of its signs, and every single byte.
        const std::string whole = "-service:\"a b\" kind:llm duration>=2.5e3ms cost<\xff\xfe tag:* ::<>\"\"-";
        for (std::size_t length = 0; length <= whole.size(); ++length) {
            const ParsedQuery query = parseQueryText(std::string_view(whole).substr(0, length));
            for (const QueryFault& fault : query.faults) {
                QVERIFY(fault.begin < fault.end && fault.end <= length + 1);
                QVERIFY(!caretText(whole, fault).empty());
            }
        }
        for (int byte = 0; byte < 256; ++byte)
            (void)parseQueryText(std::string("user:") + static_cast<char>(byte));
    }

    void aValueWithABlankIsQuoted()
    {
        QCOMPARE(quotedValue("plain"), std::string("plain"));
        QCOMPARE(quotedValue("s 1"), std::string("\"s 1\""));
        const ParsedQuery back = parseQueryText("session:" + quotedValue("s 1"));
        QCOMPARE(back.terms.at(0).text, std::string("s 1"));
    }
};

QTEST_APPLESS_MAIN(tst_query_syntax)
#include "tst_query_syntax.moc"
