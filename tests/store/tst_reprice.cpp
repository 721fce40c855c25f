// SPDX-License-Identifier: GPL-3.0-or-later
/// Costs computed anew after prices changed: what a producer named stays, all else follows the new table.
#include <QTest>

#include "base/names.h"
#include "records.h"
#include "store/change_reader.h"
#include "store/reprice.h"
#include "trace/prices.h"

using namespace records;

namespace {

trace::PriceTable priceOf(const char* input)
{
    return trace::PriceTable::parse(R"({"models":[{"names":["m1"],"prices":[{"from":"2020-01-01","input":")" +
                                        std::string(input) + R"(","output":"0"}]}]})",
                                    "test")
        .value();
}

/// A model call of a million tokens under a root.
std::vector<journal::RecordView> call(std::uint64_t id, std::string_view model)
{
    return {start(id, 1, "call", Kind::llm), text(id, names::model, model),
            number(id, names::inputTokens, 1'000'000), number(id, names::outputTokens, 1), end(id)};
}

std::vector<journal::RecordView> together(std::initializer_list<std::vector<journal::RecordView>> parts)
{
    std::vector<journal::RecordView> all;
    for (const auto& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

std::string costOf(const Bench& bench)
{
    const auto row = bench.store().traceRow(traceA);
    return row && row->cost ? row->cost->text() : std::string("none");
}

} // namespace

class tst_reprice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyTheTablesCostsChangeAndTheSumWithThem()
    {
        Bench bench;
        auto own = call(3, "m1");
        own.insert(own.begin() + 1, text(3, names::cost, "7"));
        QVERIFY(bench.gather(together({{start(1)}, call(2, "m1"), own, call(4, "unheard-of"), {end(1)}})));
        QCOMPARE(costOf(bench), std::string("7"));
        const auto report = store::repriceTraces(bench.path(), {}, priceOf("2"));
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QCOMPARE(report->traces, std::int64_t{1});
        QCOMPARE(report->spans, std::int64_t{1});
        QCOMPARE(report->kept, std::int64_t{1});
        QCOMPARE(report->unpriced, std::int64_t{1});
        QCOMPARE(costOf(bench), std::string("9"));
        QCOMPARE(bench.store().span(traceA, {2})->cost->text(), std::string("2"));
        QCOMPARE(bench.store().span(traceA, {3})->cost->text(), std::string("7"));
    }

    void aCostWhosePriceIsGoneGoesToo()
    {
        Bench bench;
        QVERIFY(bench.gather(together({{start(1)}, call(2, "m1"), {end(1)}})));
        QVERIFY(store::repriceTraces(bench.path(), {}, priceOf("2")));
        QCOMPARE(costOf(bench), std::string("2"));
        const auto without = trace::PriceTable::parse(R"({"models":[]})", "test").value();
        QCOMPARE(store::repriceTraces(bench.path(), {}, without)->spans, std::int64_t{1});
        QCOMPARE(costOf(bench), std::string("none"));
    }

    void aKeeperThatRemembersTheTraceCountsOnFromTheNewCosts()
    {
        Bench bench;
        QVERIFY(bench.gather(together({{start(1)}, call(2, "m1")})));
        QVERIFY(store::repriceTraces(bench.path(), {}, priceOf("2")));
        QCOMPARE(costOf(bench), std::string("2"));
        auto own = call(3, "m1");
        own.insert(own.begin() + 1, text(3, names::cost, "7"));
        const auto views = together({own, {end(1)}});
        auto stats = bench.gather(views);
        QVERIFY(stats);
        if (stats->startOver) // it reads the journal again
            QVERIFY(bench.gather(views));
        QCOMPARE(costOf(bench), std::string("9"));
    }

    void endedBetweenTwoTracesItKeepsWhatIsDone()
    {
        Bench bench;
        for (std::uint64_t trace = 1; trace <= 3; ++trace) {
            const TraceId id{8, trace};
            QVERIFY(
                bench.gather({start(1, 0, "call", Kind::llm, id),
                              journal::AttributeView{id, {1}, names::model, {journal::ValueType::text, "m1"}},
                              journal::AttributeView{
                                  id, {1}, names::inputTokens, {journal::ValueType::integer, {}, 1'000'000}},
                              end(1, Status::ok, id)}));
        }
        QList<std::int64_t> told;
        const auto report =
            store::repriceTraces(bench.path(), {}, priceOf("2"), [&](std::int64_t done, std::int64_t total) {
                told << done;
                return total == 3 && done < 2;
            });
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QCOMPARE(told, (QList<std::int64_t>{0, 1, 2}));
        QVERIFY(!report->complete);
        QCOMPARE(report->traces, std::int64_t{2});
        int priced = 0;
        const auto page = bench.store().traces({.limit = 10});
        for (const trace::TraceRow& row : page->rows)
            priced += row.cost && row.cost->text() == "2" ? 1 : 0;
        QCOMPARE(priced, 2);
        QVERIFY(store::repriceTraces(bench.path(), {}, priceOf("2"))->complete);
    }

    void whatChangedIsDeliveredAgain()
    {
        Bench bench;
        QVERIFY(bench.gather(together({{start(1)}, call(2, "m1"), {end(1)}})));
        store::ChangeReader changes(std::move(*store::openDatabase(bench.path())));
        const auto all = changes.read({});
        QVERIFY(all && all->spans.size() == 2);
        store::ChangeQuery later;
        for (const auto& span : all->spans)
            later.after = std::max(later.after, span.position);
        QCOMPARE(changes.read(later)->spans.size(), std::size_t{0});
        QVERIFY(store::repriceTraces(bench.path(), {}, priceOf("2")));
        const auto again = changes.read(later);
        QCOMPARE(again->spans.size(), std::size_t{1});
        QCOMPARE(again->spans.front().span.id, SpanId{2});
        QCOMPARE(again->spans.front().span.cost->text(), std::string("2"));
    }
};

QTEST_GUILESS_MAIN(tst_reprice)
#include "tst_reprice.moc"
