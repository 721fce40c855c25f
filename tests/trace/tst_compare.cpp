// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <memory>

#include "trace/compare.h"

using namespace spanglass;
using namespace spanglass::trace;

namespace {

constexpr std::int64_t ms = 1'000'000;

/// A run from whole spans; ids are numbers, a parent of 0 is none.
struct Run
{
    std::vector<Span> spans;

    Span& add(std::uint64_t id, std::uint64_t parent, const char* name, std::int64_t durationNs)
    {
        Span span;
        span.trace = {1, 1};
        span.id.value = id;
        span.parent.value = parent;
        span.name = name;
        span.startUnixNs = static_cast<std::int64_t>(id) * ms;
        span.durationNs = durationNs;
        return spans.emplace_back(std::move(span));
    }

    [[nodiscard]] SpanTable table() const
    {
        SpanTable table;
        std::vector<SpanId> parents;
        for (const Span& span : spans) {
            table.append(span);
            parents.push_back(span.parent);
        }
        table.linkParents(parents);
        table.details = [copy = spans](std::uint32_t row) { return copy[row]; };
        return table;
    }
};

Run usual()
{
    Run run;
    run.add(1, 0, "run", 100 * ms);
    Span& call = run.add(2, 1, "llm", 50 * ms);
    call.tokens.input = 100;
    call.tokens.output = 20;
    call.tokens.total = 120;
    call.cost = Decimal::parse("0.01");
    call.output = std::string("yes");
    return run;
}

} // namespace

class tst_compare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void equalRunsDifferInNothing()
    {
        const auto comparison = compare(usual().table(), usual().table());
        QVERIFY(comparison.added.empty());
        QVERIFY(comparison.removed.empty());
        QVERIFY(comparison.changed.empty());
        QCOMPARE(comparison.rows.size(), std::size_t(2));
    }

    void aSmallDifferenceInTimeIsNoise_data()
    {
        QTest::addColumn<qint64>("durationNs");
        QTest::addColumn<bool>("told");
        QTest::newRow("under a millisecond") << qint64(50 * ms + ms - 1) << false;
        QTest::newRow("under a tenth") << qint64(54 * ms) << false;
        QTest::newRow("over both") << qint64(60 * ms) << true;
        QTest::newRow("faster counts as well") << qint64(10 * ms) << true;
    }
    void aSmallDifferenceInTimeIsNoise()
    {
        QFETCH(qint64, durationNs);
        QFETCH(bool, told);
        Run after = usual();
        after.spans[1].durationNs = durationNs;
        const auto comparison = compare(usual().table(), after.table());
        QCOMPARE(comparison.changed.size(), std::size_t(told ? 1 : 0));
    }

    void whatElseDiffersIsTold()
    {
        Run after = usual();
        after.spans[1].cost = Decimal::parse("0.02");
        after.spans[1].output = std::string("no");
        after.spans[1].status = Status::error;
        const auto comparison = compare(usual().table(), after.table());
        QCOMPARE(comparison.changed.size(), std::size_t(1));
        const SpanDifference& difference = comparison.changed.front();
        QCOMPARE(difference.name, std::string("llm"));
        QCOMPARE(difference.cost[1]->text(), std::string("0.02"));
        QVERIFY(difference.outputDiffers);
        QVERIFY(!difference.inputDiffers);
        QCOMPARE(comparison.total.run[1].errors, std::int64_t(1));
    }

    void ofANewSubtreeOnlyTheTopIsListed()
    {
        Run after = usual();
        after.add(3, 1, "check", ms);
        after.add(4, 3, "http", ms);
        const auto comparison = compare(usual().table(), after.table());
        QCOMPARE(comparison.added.size(), std::size_t(1));
        QCOMPARE(comparison.added.front().b, 2u);
        QCOMPARE(compare(after.table(), usual().table()).removed.size(), std::size_t(1));
    }

    void aParentThatRepeatsItsChildrensUsageIsNotSummed()
    {
        Run run = usual();
        run.spans[0].tokens.total = 120;
        run.spans[0].cost = Decimal::parse("0.01");
        const auto total = compare(run.table(), run.table()).total;
        QCOMPARE(total.run[0].tokens.total.value(), std::int64_t(120));
        QCOMPARE(total.run[0].cost->text(), std::string("0.01"));
    }
};

QTEST_APPLESS_MAIN(tst_compare)
#include "tst_compare.moc"
