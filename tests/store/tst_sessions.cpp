// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <set>

#include "base/names.h"
#include "records.h"

using namespace records;

namespace {

struct TurnOf
{
    std::string session;
    std::string question;
    std::string answer = "so be it";
    std::string user = "ada";
};

/// One trace per turn, a second apart.
std::vector<journal::RecordView> conversation(const std::vector<TurnOf>& turns)
{
    std::vector<journal::RecordView> views;
    std::uint64_t number = 0;
    for (const TurnOf& turn : turns) {
        const TraceId trace{9, ++number};
        views.push_back(start(number, 0, "turn", Kind::llm, trace));
        for (const auto& [key, value] : {std::pair(names::session, std::string_view(turn.session)),
                                         std::pair(names::input, std::string_view(turn.question)),
                                         std::pair(names::output, std::string_view(turn.answer)),
                                         std::pair(names::user, std::string_view(turn.user)),
                                         std::pair(names::cost, std::string_view("0.1"))})
            views.push_back(journal::AttributeView{trace, {number}, key, {journal::ValueType::text, value}});
        views.push_back(end(number, number == 2 ? Status::error : Status::ok, trace));
    }
    return views;
}

} // namespace

class tst_sessions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSessionIsTheSumOfItsTraces()
    {
        Bench bench;
        const std::vector<TurnOf> turns{{"one", "How many spans?"},
                                        {"one", "And errors?", "two", "bob"},
                                        {"two", "Hello"},
                                        {"", "alone"}};
        QVERIFY(bench.gather(conversation(turns)));
        const auto page = bench.store().sessions();
        QVERIFY2(page, page ? "" : page.error().message.c_str());
        QCOMPARE(page->rows.size(), std::size_t{2});
        QCOMPARE(page->rows[0].session, std::string("two"));
        const store::SessionRow& one = page->rows[1];
        QCOMPARE(one.traces, std::int64_t{2});
        QCOMPARE(one.spans, std::int64_t{2});
        QCOMPARE(one.errors, std::int64_t{1});
        QCOMPARE(one.running, std::int64_t{0});
        QCOMPARE(one.cost->text(), std::string("0.2"));
        QCOMPARE(one.title, std::string("How many spans?"));
        QCOMPARE(one.lastMessage, std::string("two"));
        QVERIFY(one.users == (std::vector<std::string>{"ada", "bob"}));
        QCOMPARE(one.startUnixNs, noon + second);
        QCOMPARE(one.endUnixNs, noon + 7 * second);
    }

    void theTracesOfASessionComeInTheirOrder()
    {
        Bench bench;
        const std::vector<TurnOf> turns{{"one", "a"}, {"two", "b"}, {"one", "c"}, {"one", "d"}};
        QVERIFY(bench.gather(conversation(turns)));
        const auto traces = bench.store().sessionTraces("one");
        QCOMPARE(traces->size(), std::size_t{3});
        QVERIFY(traces->at(0).id == (TraceId{9, 1}) && traces->at(2).id == (TraceId{9, 4}));
        const auto last = bench.store().sessionTraces("one", 2);
        QVERIFY(last->size() == 2 && last->at(0).id == (TraceId{9, 3}));
        QVERIFY(bench.store().sessionTraces("")->empty());
    }

    void pagesGiveEachSessionOnce()
    {
        Bench bench;
        std::vector<TurnOf> turns;
        for (int number = 0; number < 90; ++number)
            turns.push_back({"s" + std::to_string(number % 30), "q"});
        QVERIFY(bench.gather(conversation(turns)));
        const auto reader = bench.store();
        std::set<std::string> seen;
        store::SessionQuery query{.limit = 7};
        std::size_t rows = 0;
        do {
            const auto page = reader.sessions(query);
            QVERIFY2(page, page ? "" : page.error().message.c_str());
            for (const auto& row : page->rows) {
                QCOMPARE(row.traces, std::int64_t{3});
                seen.insert(row.session);
            }
            rows += page->rows.size();
            query.after = page->next;
        } while (!query.after.empty());
        QCOMPARE(rows, std::size_t{30});
        QCOMPARE(seen.size(), std::size_t{30});
    }

    void aLongMessageIsCutBetweenCharacters()
    {
        Bench bench;
        std::string umlauts;
        for (int at = 0; at < 300; ++at)
            umlauts += "ü";
        QVERIFY(bench.gather(conversation({{"one", umlauts, umlauts}})));
        const auto page = bench.store().sessions();
        QVERIFY(page->rows[0].title.size() <= 200);
        QCOMPARE(QString::fromUtf8(page->rows[0].title), QString(98, u'ü') + u'…');
    }
};

QTEST_GUILESS_MAIN(tst_sessions)
#include "tst_sessions.moc"
