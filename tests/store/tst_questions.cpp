// SPDX-License-Identifier: GPL-3.0-or-later
// What the window asks of the store beyond pages of traces: scores, histograms, values to complete,
// dashboards.
#include <QFile>
#include <QTest>
#include <set>

#include "base/names.h"
#include "records.h"
#include "store/deliveries.h"
#include "store/trace_search.h"
#include "store/upkeep.h"

using namespace records;

namespace {

/// Ten traces, a second apart; the third and the seventh failed; by the services "bot" and "batch".
std::vector<journal::RecordView> tenTraces()
{
    std::vector<journal::RecordView> views;
    for (std::uint64_t at = 0; at < 10; ++at) {
        const TraceId trace{3, at + 1};
        const std::uint64_t root = 100 + at, call = 200 + at;
        journal::StartView begin = std::get<journal::StartView>(start(root, 0, "answer", Kind::agent, trace));
        begin.startUnixNs = noon + static_cast<std::int64_t>(at) * second;
        views.emplace_back(begin);
        journal::StartView inner = std::get<journal::StartView>(start(call, root, "chat", Kind::llm, trace));
        inner.startUnixNs = begin.startUnixNs;
        views.emplace_back(inner);
        const auto say = [&](std::uint64_t span, std::string_view key, std::string_view value) {
            views.emplace_back(journal::AttributeView{trace, {span}, key, {journal::ValueType::text, value}});
        };
        say(root, names::user, at % 2 == 0 ? "ada" : "Adam_1");
        say(root, "spanglass.tag.prod", "x");
        say(call, names::model, at < 8 ? "gpt-5-mini" : "qwen3");
        say(call, names::cost, "0.01");
        views.emplace_back(journal::AttributeView{
            trace, {call}, names::inputTokens, {journal::ValueType::integer, {}, 100}});
        const bool failed = at == 2 || at == 6;
        views.emplace_back(journal::EndView{trace, {call}, Status::ok, 0, begin.startUnixNs + second / 2});
        views.emplace_back(journal::EndView{
            trace, {root}, failed ? Status::error : Status::ok, 0, begin.startUnixNs + second});
    }
    return views;
}

QStringList texts(const Result<std::vector<std::string>>& values)
{
    QStringList list;
    for (const std::string& value : values.value_or(std::vector<std::string>{"failed"}))
        list << QString::fromStdString(value);
    return list;
}

std::vector<std::uint64_t> found(const store::Store& store, const char* query)
{
    std::vector<std::uint64_t> numbers;
    const auto page = store.traces({.text = query, .order = trace::TraceOrder::oldest});
    for (const auto& row : page ? page->rows : std::vector<trace::TraceRow>())
        numbers.push_back(row.id.low);
    return numbers;
}

} // namespace

class tst_questions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void manyTracesAreOneTable()
    {
        Bench bench;
        QVERIFY(bench.gather(tenTraces()));
        const store::Store store = bench.store();
        const auto table = store.traces({TraceId{3, 7}, TraceId{99, 99}, TraceId{3, 2}}, {});
        QVERIFY(table);
        // In the order asked for; what is not there is left out; parents and details stay with their trace.
        QCOMPARE((*table)->size(), 4u);
        QCOMPARE((*table)->trace[0], (TraceId{3, 7}));
        QCOMPARE((*table)->trace[2], (TraceId{3, 2}));
        QCOMPARE((*table)->parent[0], trace::noRow);
        QCOMPARE((*table)->parent[1], 0u);
        QCOMPARE((*table)->parent[3], 2u);
        QCOMPARE((*table)->details(3).id.value, std::uint64_t(201));
        QCOMPARE((*table)->details(1).model, std::string("gpt-5-mini"));
        std::vector<std::int64_t> told;
        const auto stopped =
            store.traces({TraceId{3, 1}, TraceId{3, 2}}, [&](std::int64_t done, std::int64_t total) {
                told = {done, total};
                return false;
            });
        QVERIFY(!stopped && stopped.error().kind == ErrorKind::cancelled);
        QCOMPARE(told, (std::vector<std::int64_t>{0, 2}));
    }

    void scoresAreKeptAndFound()
    {
        Bench bench;
        QVERIFY(bench.gather(tenTraces()));
        const TraceId trace{3, 4};
        const auto before = bench.store().changeCounter();
        const auto first = store::addScore(bench.path(), {.trace = trace, .score = {"helpful", 0.75, "ok"}});
        QVERIFY2(first, first ? "" : first.error().message.c_str());
        const auto second = store::addScore(
            bench.path(), {.trace = trace, .span = {203}, .score = {"label", std::string("good"), {}}});
        QVERIFY(second && *second > *first);
        const auto reader = bench.store();
        QVERIFY(reader.changeCounter() > before); // or no window would notice
        const auto scores = reader.scores(trace);
        QCOMPARE(scores->size(), std::size_t{2});
        QCOMPARE(std::get<double>(scores->at(0).score.value), 0.75);
        QCOMPARE(scores->at(0).score.comment, std::string("ok"));
        QVERIFY(scores->at(0).timeUnixNs > noon);
        QCOMPARE(scores->at(1).span, SpanId{203});
        QCOMPARE(found(reader, "score:help*"), std::vector<std::uint64_t>{4});
        QCOMPARE(found(reader, "label:GOOD"), std::vector<std::uint64_t>{4});
        QCOMPARE(found(reader, "-score:*").size(), std::size_t{9});
        const auto page = reader.traces({.text = "label:good"});
        QCOMPARE(page->rows.front().scores.size(), std::size_t{2});
        const auto span = reader.span(trace, {203});
        QCOMPARE(span->scores.size(), std::size_t{1});
        QCOMPARE(span->scores.front().name, std::string("label"));
        QCOMPARE(texts(reader.knownValues("score", "he")), QStringList{QStringLiteral("helpful")});
        QCOMPARE(texts(reader.knownValues("label", "")), QStringList{QStringLiteral("good")});

        QCOMPARE(scores->at(1).id, *second);
        QVERIFY(store::removeScore(bench.path(), *first));
        QCOMPARE(reader.scores(trace)->size(), std::size_t{1});
    }

    void aScoreOfNothingIsRefused()
    {
        Bench bench;
        QVERIFY(bench.gather(tenTraces()));
        const auto refused = [&](const store::StoredScore& score, const char* why) {
            const auto added = store::addScore(bench.path(), score);
            return !added && added.error().kind == ErrorKind::usage &&
                   added.error().message.find(why) != std::string::npos;
        };
        QVERIFY(refused({.trace = {9, 9}, .score = {"a", 1.0, {}}}, "no such trace"));
        QVERIFY(refused({.trace = {3, 1}, .span = {777}, .score = {"a", 1.0, {}}}, "no such span"));
        // A span of another trace is none of this one.
        QVERIFY(refused({.trace = {3, 1}, .span = {105}, .score = {"a", 1.0, {}}}, "no such span"));
        QVERIFY(refused({.trace = {3, 1}, .score = {"", 1.0, {}}}, "needs a name"));
        QVERIFY(refused({.trace = {3, 1}, .score = {"a", {}, {}}}, "number or a text"));
        QCOMPARE(bench.store().scores({3, 1})->size(), std::size_t{0});
    }

    void aRemovedScoreIsNotDeliveredAndItsNumberNotGivenAgain()
    {
        Bench bench;
        QVERIFY(bench.gather(tenTraces()));
        auto deliveries = store::Deliveries::open(bench.path());
        const auto destination = deliveries->add("team", "otlp", "http://127.0.0.1:1", "{}");
        QVERIFY(destination);
        const auto give = [&](TraceId trace, const char* name) {
            return store::addScore(bench.path(), {.trace = trace, .score = {name, 1.0, {}}}).value_or(0);
        };
        const auto waiting = [&] {
            QStringList names;
            const auto rows = deliveries->scoresAfter(*destination, 100);
            for (const auto& row : *rows)
                names << QString::fromStdString(row.score.name);
            return names;
        };
        const auto sent = give({3, 1}, "sent");
        QVERIFY(deliveries->settleScores(*destination, sent, 1, {}));
        const auto slip = give({3, 1}, "slip");
        QCOMPARE(waiting(), QStringList{QStringLiteral("slip")});
        QVERIFY(store::removeScore(bench.path(), slip));
        QVERIFY(store::removeScore(bench.path(), sent));
        QCOMPARE(waiting(), QStringList());
        QVERIFY(!store::removeScore(bench.path(), sent));
        // All are gone: a number that began anew would be one the destination has already.
        QVERIFY(give({3, 2}, "next") > slip);
        QCOMPARE(waiting(), QStringList{QStringLiteral("next")});
        const auto last = give({3, 2}, "last");
        QVERIFY(store::deleteTraces(bench.path(), {{3, 2}}, 20'000));
        QVERIFY(give({3, 3}, "after") > last);
    }

    void noListReadsTheSpans_data()
    {
        QTest::addColumn<QString>("query");
        QFile file(QStringLiteral(QUERIES));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QByteArray& line : file.readAll().split('\n')) {
            if (!line.isEmpty() && !line.startsWith('#'))
                QTest::newRow(line.constData()) << QString::fromUtf8(line);
        }
    }
    void noListReadsTheSpans()
    {
        QFETCH(QString, query);
        Bench bench;
        const auto condition = store::conditionOf(*bench.database, {.text = query.toStdString()});
        QVERIFY(condition);
        for (int order = 0; order < trace::traceOrders; ++order) {
            auto plan = bench.database->prepare(
                "EXPLAIN QUERY PLAN " +
                store::pageSql(static_cast<trace::TraceOrder>(order), *condition, false));
            int steps = 0;
            for (; plan.next(); ++steps) {
                const std::string step = plan.text(3);
                QVERIFY2(step.find("SCAN spans") == std::string::npos &&
                             step.find("SEARCH spans") == std::string::npos,
                         step.c_str());
            }
            QVERIFY(steps > 0);
        }
    }

    /// More spans have the word than a page looks at; the first trace that came began last.
    void aCommonWordFindsTheNewestWhateverTheirOrder()
    {
        Bench bench;
        constexpr std::uint64_t traceCount = 30, spansEach = 100;
        std::vector<journal::RecordView> views;
        std::vector<std::uint64_t> expected{1};
        for (std::uint64_t number = 1; number <= traceCount; ++number) {
            const TraceId trace{9, number};
            for (std::uint64_t at = 1; at <= spansEach; ++at) {
                const std::uint64_t id = number * 1000 + at;
                auto begin = std::get<journal::StartView>(
                    start(id, at == 1 ? 0 : number * 1000 + 1, "common", Kind::span, trace));
                begin.startUnixNs = noon + static_cast<std::int64_t>(number == 1 ? 99 : number) * second;
                views.emplace_back(begin);
                views.emplace_back(journal::EndView{trace, {id}, Status::ok, 0, begin.startUnixNs + second});
            }
        }
        for (std::uint64_t number = traceCount; number > 1; --number)
            expected.push_back(number);
        QVERIFY(bench.gather(views));
        const auto store = bench.store();
        for (const int limit : {1, 5, 25, 100}) {
            std::vector<std::uint64_t> paged;
            trace::TraceQuery query{.text = "common", .limit = limit};
            do {
                const auto page = store.traces(query);
                QVERIFY(page);
                for (const auto& row : page->rows)
                    paged.push_back(row.id.low);
                query.after = page->next;
            } while (!query.after.empty());
            QCOMPARE(paged, expected);
        }
    }

    void plainSpansAreFoundAlsoWhenTheyBecameSomethingElse()
    {
        Bench bench;
        // What it is shows only at its end: while it runs, it is a plain span.
        QVERIFY(bench.gather({start(1)}));
        QCOMPARE(found(bench.store(), "kind:span").size(), std::size_t{1});
        QVERIFY(bench.gather({text(1, "gen_ai.operation.name", "chat"), end(1)}));
        QCOMPARE(found(bench.store(), "kind:llm").size(), std::size_t{1});
        QCOMPARE(found(bench.store(), "kind:span").size(), std::size_t{0});
        QCOMPARE(found(bench.store(), "-kind:span").size(), std::size_t{1});
        QCOMPARE(found(bench.store(), "-model:*").size(), std::size_t{1});
    }

    void aScoreGivenWhileTheKeeperWritesIsKept()
    {
        Bench bench;
        QVERIFY(bench.gather(tenTraces()));
        for (std::uint64_t at = 1; at <= 10; ++at) {
            QVERIFY(store::addScore(bench.path(), {.trace = {3, at}, .score = {"n", double(at), {}}}));
            QVERIFY(bench.gather({start(at + 500, 0, "more", Kind::span, {4, at})}));
        }
        for (std::uint64_t at = 1; at <= 10; ++at)
            QCOMPARE(store::scoresOf(*bench.database, {3, at})->size(), std::size_t{1});
        QCOMPARE(bench.store().counts()->traces, std::int64_t{20});
    }

    void valuesAreTypedAsPeopleWriteThem()
    {
        QCOMPARE(std::get<std::int64_t>(store::scoreValue("3")), 3);
        QCOMPARE(std::get<double>(store::scoreValue("0.9")), 0.9);
        QCOMPARE(std::get<std::int64_t>(store::scoreValue("true")), 1);
        QCOMPARE(std::get<std::string>(store::scoreValue("good enough")), std::string("good enough"));
        QCOMPARE(std::get<std::string>(store::scoreValue("nan")), std::string("nan"));
        QCOMPARE(std::get<std::string>(store::scoreValue("")), std::string());
    }

    void aHistogramCountsWhatTheListShows()
    {
        Bench bench;
        QVERIFY(bench.gather(tenTraces()));
        const auto reader = bench.store();
        const auto all = reader.countOverTime({}, 5);
        QCOMPARE(all->bins.size(), std::size_t{5});
        QCOMPARE(all->fromNs, noon);
        std::int64_t traces = 0, failed = 0;
        for (const auto& bin : all->bins) {
            traces += bin.traces;
            failed += bin.failed;
        }
        QCOMPARE(traces, 10);
        QCOMPARE(failed, 2);
        QCOMPARE(all->bins.front().traces, 2);
        QVERIFY(all->toNs() > noon + 9 * second);

        const trace::TimeRange range{noon + 2 * second, noon + 6 * second};
        const auto some = reader.countOverTime({.range = range}, 4);
        QCOMPARE(some->fromNs, *range.fromNs);
        QCOMPARE(some->toNs(), *range.toNs);
        for (const auto& bin : some->bins)
            QCOMPARE(bin.traces, 1);
        QCOMPARE(reader.traces({.range = range})->rows.size(), std::size_t{4});
        QCOMPARE(reader.countOverTime({.text = "status:error"}, 4)->bins.front().failed, 1);
        QVERIFY(reader.countOverTime({.text = "user:nobody"}, 4)->bins.empty());
        QVERIFY(!reader.countOverTime({.text = "cost>much"}, 4));
    }

    void everyOrderSortsInTheStore_data()
    {
        QTest::addColumn<int>("order");
        for (int order = 0; order < trace::traceOrders; ++order)
            QTest::addRow("order %d", order) << order;
    }
    void everyOrderSortsInTheStore()
    {
        QFETCH(int, order);
        Bench bench;
        QVERIFY(bench.gather(tenTraces()));
        const auto reader = bench.store();
        std::set<std::uint64_t> seen;
        trace::TraceQuery query{.order = static_cast<trace::TraceOrder>(order), .limit = 3};
        for (int page = 0; page < 4; ++page) {
            const auto rows = reader.traces(query);
            QVERIFY2(rows, rows ? "" : rows.error().message.c_str());
            for (const auto& row : rows->rows)
                QVERIFY(seen.insert(row.id.low).second);
            query.after = rows->next;
        }
        QCOMPARE(seen.size(), std::size_t{10});
    }

    void valuesAreOffered()
    {
        Bench bench;
        QVERIFY(bench.gather(tenTraces()));
        const auto reader = bench.store();
        QCOMPARE(texts(reader.knownValues("user", "")),
                 (QStringList{QStringLiteral("Adam_1"), QStringLiteral("ada")}));
        QCOMPARE(texts(reader.knownValues("user", "ADAM_")), QStringList{QStringLiteral("Adam_1")});
        QCOMPARE(texts(reader.knownValues("user", "adam%")), QStringList());
        QCOMPARE(texts(reader.knownValues("model", "q")), QStringList{QStringLiteral("qwen3")});
        QCOMPARE(texts(reader.knownValues("tag", "pr")), QStringList{QStringLiteral("prod")});
        QCOMPARE(texts(reader.knownValues("name", "ans")), QStringList{QStringLiteral("answer")});
        QVERIFY(!reader.knownValues("nonsense", ""));
    }

    void aDashboardSumsWhatTheQueryFinds()
    {
        Bench bench;
        QVERIFY(bench.gather(tenTraces()));
        const auto reader = bench.store();
        std::vector<std::pair<std::int64_t, std::int64_t>> steps;
        const auto all = reader.dashboard({}, 10, [&steps](std::int64_t done, std::int64_t total) {
            steps.emplace_back(done, total);
            return true;
        });
        QVERIFY2(all, all ? "" : all.error().message.c_str());
        QCOMPARE(all->traces, 10);
        QCOMPARE(all->failed, 2);
        QCOMPARE(all->latency->p50Ns, second);
        QCOMPARE(all->cost->text(), std::string("0.1"));
        QCOMPARE(all->models.size(), std::size_t{2});
        QCOMPARE(all->models.front().name, std::string("gpt-5-mini"));
        QCOMPARE(all->models.front().tokens, 800);
        QCOMPARE(all->slowest.front().name, std::string("answer"));
        QCOMPARE(all->costliest.front().name, std::string("chat"));
        QCOMPARE(steps.front().second, 10);

        const auto some = reader.dashboard({.text = "model:qwen3"}, 2, {});
        QCOMPARE(some->traces, 2);
        const auto stopped = reader.dashboard({}, 10, [](std::int64_t, std::int64_t) { return false; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::cancelled);
    }

    void aReaderThatIsToldToStopStops()
    {
        Bench bench;
        std::vector<journal::RecordView> views;
        for (std::uint64_t at = 1; at <= 3'000; ++at) {
            views.push_back(start(at, 0, "one of many", Kind::span, {8, at}));
            views.push_back(end(at, Status::ok, {8, at}));
        }
        QVERIFY(bench.gather(views));
        auto reader = bench.store();
        bool stop = true;
        reader.stopWhen([&stop] { return stop; });
        const auto page = reader.traces({.text = "user:nobody"});
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::cancelled);
        stop = false;
        QVERIFY(reader.traces({.text = "user:nobody"})->rows.empty());
        QCOMPARE(reader.traces({})->rows.size(), std::size_t{100});
    }
};

QTEST_GUILESS_MAIN(tst_questions)
#include "tst_questions.moc"
