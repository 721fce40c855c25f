// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>
#include <random>

#include "base/names.h"
#include "records.h"

using namespace records;
using trace::State;
using trace::TraceStatus;

namespace {

std::vector<journal::RecordView> wholeTrace()
{
    return {start(1, 0, "answer", Kind::agent),
            text(1, names::user, "ada"),
            start(2, 1, "chat", Kind::llm),
            text(2, names::model, "gpt-5-mini"),
            number(2, names::inputTokens, 12),
            number(2, names::outputTokens, 7),
            text(2, names::cost, "0.045"),
            text(2, names::input, "How many spans?"),
            start(3, 1, "search", Kind::tool),
            journal::StatusView{{}, {3}, Status::error, "timeout"},
            end(2),
            end(3, Status::error),
            end(1, Status::ok)};
}

trace::TraceRow onlyTrace(const Bench& bench)
{
    const auto page = bench.store().traces({});
    return page && page->rows.size() == 1 ? page->rows.front() : trace::TraceRow{};
}

QByteArray dump(const Bench& bench)
{
    std::string text;
    const auto reader = bench.store();
    const auto pages = reader.traces({});
    for (const auto& row : pages->rows) {
        text += row.name + ' ' + std::to_string(row.spans) + ' ' + std::to_string(row.errors) + ' ' +
                std::string(trace::name(row.status)) + ' ' + row.user + ' ' +
                (row.cost ? row.cost->text() : "") + '\n';
        const auto table = *reader.trace(row.id);
        for (std::uint32_t at = 0; at < table->size(); ++at) {
            const trace::Span span = table->details(at);
            text += "  " + span.id.hex() + ' ' + span.name + ' ' +
                    std::to_string(span.durationNs.value_or(-1)) + ' ' +
                    std::to_string(static_cast<int>(span.state)) + ' ' + span.statusMessage + ' ' +
                    std::to_string(span.attributes.size()) + '\n';
        }
    }
    return QByteArray::fromStdString(text);
}

} // namespace

class tst_gatherer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTraceHasItsRowFromItsFirstStartOn()
    {
        Bench bench;
        QVERIFY(bench.gather({start(1, 0, "answer"), text(1, names::user, "ada")}));
        const auto row = onlyTrace(bench);
        QCOMPARE(row.name, std::string("answer"));
        QCOMPARE(row.status, TraceStatus::running);
        QVERIFY(!row.durationNs);
        QCOMPARE(row.user, std::string("ada"));
        const auto span = bench.store().span(traceA, {1});
        QCOMPARE(span->state, State::running);
        QVERIFY(!span->durationNs);
        QCOMPARE(span->attributes.size(), std::size_t{1});
    }

    void aSpanThatComesBeforeItsTraceIsKept()
    {
        Bench bench;
        QVERIFY(bench.gather({start(2, 1, "child"), end(2)}));
        QCOMPARE(onlyTrace(bench).name, std::string("child"));
        QVERIFY(bench.gather({start(1, 0, "root"), end(1)}));
        const auto row = onlyTrace(bench);
        QCOMPARE(row.name, std::string("root"));
        QCOMPARE(row.spans, std::int64_t{2});
        QCOMPARE(row.status, TraceStatus::ok);
    }

    void theSumsOfATraceAreThoseOfItsSpans()
    {
        Bench bench;
        QVERIFY(bench.gather(wholeTrace()));
        const auto row = onlyTrace(bench);
        QCOMPARE(row.spans, std::int64_t{3});
        QCOMPARE(row.errors, std::int64_t{1});
        QCOMPARE(row.tokens.input.value_or(0), std::int64_t{12});
        QCOMPARE(row.tokens.total.value_or(0), std::int64_t{19});
        QCOMPARE(row.cost->text(), std::string("0.045"));
        QCOMPARE(row.status, TraceStatus::ok); // its owner said so, in spite of the tool
        QCOMPARE(*row.durationNs, 7 * second);
        const auto span = bench.store().span(traceA, {2});
        QCOMPARE(span->model, std::string("gpt-5-mini"));
        QVERIFY(span->input == trace::Value(std::string("How many spans?")));
    }

    void recordsOfATraceInAnyOrderAndInAnyPiecesGiveTheSame()
    {
        Bench straight;
        QVERIFY(straight.gather(wholeTrace(), true));
        const QByteArray expected = dump(straight);
        std::mt19937 random(7);
        for (int round = 0; round < 15; ++round) {
            auto views = wholeTrace();
            std::shuffle(views.begin(), views.end(), random);
            Bench bench;
            for (const auto& view : views) {
                QVERIFY(bench.gather({view}));
                if (random() % 4 == 0)
                    bench.reopen();
            }
            QVERIFY(bench.gather({}, true));
            QCOMPARE(dump(bench), expected);
            QCOMPARE(bench.database->integer("SELECT count(*) FROM span_parts"), std::int64_t{0});
        }
    }

    void whatADeadProcessLeftOpenIsInterruptedAtItsLastRecord()
    {
        Bench bench;
        QVERIFY(bench.gather({start(1), text(1, "known", "until now"), start(2, 1), end(2)}));
        QVERIFY(bench.gather({}, true));
        const auto row = onlyTrace(bench);
        QCOMPARE(row.status, TraceStatus::interrupted);
        const auto span = bench.store().span(traceA, {1});
        QCOMPARE(span->state, State::interrupted);
        QCOMPARE(*span->durationNs, 6 * second); // 2 began a second later and took five
        QVERIFY(span->attributes[0].value == trace::Value(std::string("until now")));
    }

    void aLateAttributeIsAddedToItsSpan()
    {
        Bench bench;
        QVERIFY(bench.gather(wholeTrace()));
        QVERIFY(bench.gather({text(3, "late", "zeppelin")}));
        QCOMPARE(bench.store().span(traceA, {3})->attributes.size(), std::size_t{1});
        QCOMPARE(bench.store().traces({.text = "zeppelin"})->rows.size(), std::size_t{1});
        QCOMPARE(onlyTrace(bench).spans, std::int64_t{3});
    }

    void whatComesLateIsAddedOnceWhoeverSendsItAgain()
    {
        const auto event = [](const char* name) {
            return journal::EventView{traceA, {1}, noon, name, R"({"body":"hello"})"};
        };
        Bench bench;
        QVERIFY(bench.gather({start(1), end(1)}));
        QVERIFY(bench.gather({event("late")}));
        // The same span and the same event again: one after the other, and in one piece.
        QVERIFY(bench.gather({start(1), end(1)}));
        QVERIFY(bench.gather({event("late")}));
        QVERIFY(bench.gather({start(1), end(1), event("late")}));
        // And from a receiver that was started anew, which also brings something that is new.
        bench.reopen();
        QVERIFY(bench.gather({start(1), end(1)}, false, "two"));
        QVERIFY(bench.gather({event("late")}, false, "two"));
        QVERIFY(bench.gather({event("later")}, false, "two"));
        QCOMPARE(onlyTrace(bench).spans, std::int64_t{1});
        const auto span = bench.store().span(traceA, {1});
        QCOMPARE(span->events.size(), std::size_t{2});
        QCOMPARE(span->events[0].name, std::string("late"));
        QCOMPARE(span->events[1].name, std::string("later"));
        QVERIFY((span->flags & trace::flagDuplicate) == 0);
    }

    void theSameSpansFromAnotherRecorderAreRepeats()
    {
        Bench bench;
        QVERIFY(bench.gather(wholeTrace()));
        QVERIFY(bench.gather(wholeTrace(), true, "two"));
        QCOMPARE(onlyTrace(bench).spans, std::int64_t{3});
        QCOMPARE(bench.database->integer("SELECT duplicates FROM journals WHERE nonce = 'two'"),
                 std::int64_t{3});
        QCOMPARE(bench.database->integer("SELECT count(*) FROM spans"), std::int64_t{3});
    }

    void differentContentsUnderOneIdAreBothKeptAndFlagged()
    {
        Bench bench;
        QVERIFY(bench.gather({start(1), text(1, "is", "one"), end(1)}));
        QVERIFY(bench.gather({start(1), text(1, "is", "another"), end(1)}, true, "two"));
        const auto table = *bench.store().trace(traceA);
        QCOMPARE(table->size(), 2u);
        QVERIFY((table->flags[0] & trace::flagDuplicate) != 0);
        QVERIFY((table->flags[1] & trace::flagDuplicate) != 0);
        QVERIFY(table->details(0).attributes != table->details(1).attributes);
    }

    void aFailedCommitChangesNothingAndTheNextOneStartsOver()
    {
        Bench bench;
        QVERIFY(bench.gather({start(1)}));
        auto other = std::move(*store::openDatabase(bench.path()));
        {
            waitForNobody(*bench.database);
            store::Transaction blocking(*other);
            const auto failed = bench.gather({end(1)});
            QVERIFY(!failed);
            QCOMPARE(failed.error().kind, ErrorKind::unavailable);
        }
        QCOMPARE(*bench.gatherer->begin("one"), std::string("x"));
        QCOMPARE(onlyTrace(bench).status, TraceStatus::running);
        QVERIFY(bench.gather({end(1)}));
        QCOMPARE(onlyTrace(bench).status, TraceStatus::ok);
    }

    void aLargeValueIsStoredOnceAndComesBackWhole()
    {
        Bench bench;
        const std::string prompt(100'000, 'p');
        QVERIFY(bench.gather({start(1), text(1, names::input, prompt), end(1), start(2, 1),
                              text(2, names::input, prompt), end(2)}));
        QCOMPARE(bench.database->integer("SELECT count(*) FROM payloads"), std::int64_t{1});
        QCOMPARE(bench.database->integer("SELECT uses FROM payloads"), std::int64_t{2});
        QVERIFY(bench.database->integer("SELECT length(data) FROM payloads") < 1000);
        QVERIFY(bench.store().span(traceA, {2})->input == trace::Value(prompt));
    }

    void fullTextFindsWordsOfAnyLanguage_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("found");
        QTest::newRow("a word") << "quick" << 1;
        QTest::newRow("the beginning of a word, in capitals") << "QUI" << 1;
        QTest::newRow("two words apart") << "quick fox" << 1;
        QTest::newRow("two words in quotation marks that stand apart") << "\"quick fox\"" << 0;
        QTest::newRow("two words in quotation marks that stand together") << "\"brown fox\"" << 1;
        QTest::newRow("one character of Japanese, first in its run") << "東" << 1;
        QTest::newRow("one character of Japanese, last in its run") << "行" << 1;
        QTest::newRow("two characters") << "京都" << 1;
        QTest::newRow("three characters") << "東京都" << 1;
        QTest::newRow("two characters that do not stand together") << "東都" << 0;
        QTest::newRow("a word with hyphens, as it stands") << "mini-model-five" << 1;
        QTest::newRow("the beginning of such a word") << "mini-mod" << 1;
        QTest::newRow("its parts in another order") << "model-mini" << 0;
        QTest::newRow("two words of different spans") << "quick zebra" << 1;
        QTest::newRow("two words of different spans in quotation marks") << "\"fox zebra\"" << 0;
        QTest::newRow("words together here and words together there") << "\"brown fox\" \"small zebra\"" << 1;
        QTest::newRow("Cyrillic") << "привет" << 1;
        QTest::newRow("Arabic") << "مرحبا" << 1;
        QTest::newRow("a key in JSON") << "temperature" << 1;
        QTest::newRow("a value in JSON behind an escape") << "paris" << 1;
        QTest::newRow("nothing of the kind") << "zeppelin" << 0;
        QTest::newRow("signs that mean something to FTS5") << "quick* OR NEAR( ^ -" << 0;
    }
    void fullTextFindsWordsOfAnyLanguage()
    {
        QFETCH(QString, typed);
        QFETCH(int, found);
        Bench bench;
        QVERIFY(bench.gather(
            {start(1), text(1, "a", "The quick brown fox"), text(1, "b", "東京都へ行"),
             text(1, "c", "Привет مرحبا"), text(1, "d", R"({"temperature":3,"city":"\nParis"})"),
             text(1, "e", "mini-model-five"), start(2, 1), text(2, "a", "a small zebra"), end(2), end(1)}));
        const auto page = bench.store().traces({.text = typed.toStdString()});
        QVERIFY2(page, page ? "" : page.error().message.c_str());
        QCOMPARE(static_cast<int>(page->rows.size()), found);
    }

    void pagesOfEveryOrderGiveEachTraceOnce_data()
    {
        QTest::addColumn<int>("order");
        for (const int order : {0, 1, 2, 3, 4})
            QTest::addRow("order %d", order) << order;
    }
    void pagesOfEveryOrderGiveEachTraceOnce()
    {
        QFETCH(int, order);
        Bench bench;
        std::vector<journal::RecordView> views;
        for (std::uint64_t at = 1; at <= 50; ++at) {
            const TraceId trace{1, at};
            views.push_back(start(at % 10 + 1, 0, "t", Kind::llm, trace));
            views.push_back(
                journal::AttributeView{trace,
                                       {at % 10 + 1},
                                       names::inputTokens,
                                       {journal::ValueType::integer, {}, static_cast<int>(at % 3)}});
            views.push_back(end(at % 10 + 1, Status::ok, trace));
        }
        QVERIFY(bench.gather(views));
        const auto reader = bench.store();
        std::vector<TraceId> seen;
        trace::TraceQuery query;
        query.order = static_cast<trace::TraceOrder>(order);
        query.limit = 7;
        for (;;) {
            const auto page = reader.traces(query);
            QVERIFY2(page, page ? "" : page.error().message.c_str());
            for (const auto& row : page->rows)
                seen.push_back(row.id);
            if (page->next.empty())
                break;
            query.after = page->next;
        }
        QCOMPARE(seen.size(), std::size_t{50});
        std::sort(seen.begin(), seen.end());
        QVERIFY(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
    }

    void theQueryBarFindsTraces_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("found");
        QTest::newRow("nothing asked") << "" << 2;
        QTest::newRow("a user") << "user:ada" << 1;
        QTest::newRow("a user in other letters, with a star") << "user:A*" << 1;
        QTest::newRow("a kind and a model of one span") << "kind:llm model:gpt-5*" << 1;
        QTest::newRow("a kind and a model of two spans") << "kind:tool model:gpt-5*" << 0;
        QTest::newRow("a status") << "status:running" << 1;
        QTest::newRow("a duration") << "duration>2s" << 1;
        QTest::newRow("too long a duration") << "duration>2min" << 0;
        QTest::newRow("a cost") << "cost>0.01" << 1;
        QTest::newRow("tokens at least") << "tokens>=19" << 1;
        QTest::newRow("tokens more than") << "tokens>19" << 0;
        QTest::newRow("a tag") << "tag:prod" << 1;
        QTest::newRow("a session with a blank") << "session:\"s 1\"" << 1;
        QTest::newRow("failed spans") << "errors>0" << 1;
        QTest::newRow("words beside a term") << "user:ada \"how many\" spans" << 1;
        QTest::newRow("a name that is no term is a word") << "nobody:knows" << 0;
        QTest::newRow("signs of GLOB are letters") << "user:[a]da" << 0;
        QTest::newRow("a trace by its id") << "trace:00000000000000a100000000000000b2" << 1;
    }
    void theQueryBarFindsTraces()
    {
        QFETCH(QString, typed);
        QFETCH(int, found);
        Bench bench;
        auto views = wholeTrace();
        views.push_back(text(1, names::session, "s 1"));
        views.push_back(text(1, "spanglass.tag.prod", "x"));
        views.push_back(start(9, 0, "other", Kind::agent, {5, 5}));
        QVERIFY(bench.gather(views));
        const auto page = bench.store().traces({.text = typed.toStdString()});
        QVERIFY2(page, page ? "" : page.error().message.c_str());
        QCOMPARE(static_cast<int>(page->rows.size()), found);
    }

    void aTermThatCannotBeIsNamedWithItsReason_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char* term :
             {"status:sad", "kind:dog", "duration>soon", "cost>much", "tokens:7", "user>ada"})
            QTest::newRow(term) << QString::fromLatin1(term);
    }
    void aTermThatCannotBeIsNamedWithItsReason()
    {
        QFETCH(QString, typed);
        Bench bench;
        const auto page = bench.store().traces({.text = typed.toStdString()});
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::usage);
        QVERIFY(page.error().message.starts_with(typed.toStdString() + ": "));
    }

private:
    static void waitForNobody(store::Database& database) { database.execute("PRAGMA busy_timeout = 0"); }
};

QTEST_GUILESS_MAIN(tst_gatherer)
#include "tst_gatherer.moc"
