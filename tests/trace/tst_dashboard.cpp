// SPDX-License-Identifier: GPL-3.0-or-later
// Figures over time: each sum checked by numbers that can be worked out by hand.
#include <QtTest>

#include "trace/dashboard.h"
#include "trace/table_dashboard.h"

using namespace spanglass;
using namespace spanglass::trace;

namespace {

constexpr std::int64_t ms = 1'000'000;

DashboardTrace traceAt(std::int64_t startNs, std::int64_t durationMs, bool failed = false)
{
    return {startNs, durationMs * ms, failed, 10, Decimal::parse("0.5")};
}

} // namespace

class tst_dashboard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void percentilesAreOfTheNearestRank()
    {
        std::vector<std::int64_t> values;
        for (std::int64_t value = 200; value > 0; --value)
            values.push_back(value);
        QCOMPARE(percentilesOf(values), (Percentiles{100, 190, 198}));
        std::vector<std::int64_t> one{7};
        QCOMPARE(percentilesOf(one), (Percentiles{7, 7, 7}));
    }

    void aDocumentsTracesAreSummedFromTheirSpans()
    {
        std::vector<Span> spans(3);
        for (std::size_t row = 0; row < spans.size(); ++row) {
            spans[row].id = SpanId{row + 1};
            spans[row].startUnixNs = static_cast<std::int64_t>(row) * ms;
            spans[row].durationNs = 10 * ms;
        }
        spans[0].trace = spans[1].trace = TraceId{0, 1};
        spans[1].parent = spans[0].id;
        spans[1].model = "small";
        spans[1].tokens.input = 7;
        spans[1].cost = Decimal::parse("0.25");
        spans[0].cost = Decimal::parse("0.25"); // the agent repeats what its call reported
        spans[2].trace = TraceId{0, 2};
        spans[2].status = Status::error;
        SpanTable table;
        std::vector<SpanId> parents;
        for (const Span& span : spans) {
            table.append(span);
            parents.push_back(span.parent);
        }
        table.linkParents(parents);
        table.details = [&](std::uint32_t row) { return spans[row]; };

        const Dashboard out = dashboardOf(table, 2);
        QCOMPARE(out.traces, 2);
        QCOMPARE(out.failed, 1);
        QCOMPARE(out.tokens, 7);
        QCOMPARE(out.cost->text(), std::string("0.25"));
        QCOMPARE(out.latency->p99Ns, 11 * ms);
        QCOMPARE(out.models.size(), std::size_t{1});
        QCOMPARE(out.models[0].name, std::string("small"));
        QCOMPARE(dashboardOf(SpanTable{}).traces, 0);
    }

    void tracesCountWhereTheyBegan()
    {
        DashboardSums sums(1000, 2000, 10);
        sums.add(traceAt(1000, 5));
        sums.add(traceAt(1099, 7, true));
        sums.add(traceAt(1100, 9));
        sums.add(traceAt(1999, 11));
        sums.add(DashboardTrace{1500, {}, false, 0, {}});
        const Dashboard out = sums.take();
        QCOMPARE(out.binNs, 100);
        QCOMPARE(out.bins.size(), std::size_t{10});
        QCOMPARE(out.bins[0].traces, 2);
        QCOMPARE(out.bins[0].failed, 1);
        QCOMPARE(out.bins[0].latency->p50Ns, 5 * ms);
        QCOMPARE(out.bins[0].latency->p99Ns, 7 * ms);
        QCOMPARE(out.bins[1].traces, 1);
        QCOMPARE(out.bins[9].traces, 1);
        QVERIFY(!out.bins[5].latency); // runs still
        QCOMPARE(out.bins[5].traces, 1);
        QCOMPARE(out.traces, 5);
        QCOMPARE(out.failed, 1);
        QCOMPARE(out.tokens, 40);
        QCOMPARE(out.cost->text(), std::string("2"));
        QCOMPARE(*out.rangeOf(1).fromNs, 1100);
        QCOMPARE(*out.rangeOf(1).toNs, 1200);
    }

    void modelsHaveTheirTokensAndCostOverTime()
    {
        DashboardSums sums(0, 100, 2);
        const auto call = [&sums](std::int64_t startNs, const char* model, std::int64_t tokens,
                                  const char* cost) {
            sums.add(
                DashboardSpan{startNs, "chat", Kind::llm, ms, false, model, tokens, Decimal::parse(cost)});
        };
        call(0, "small", 100, "0.001");
        call(60, "small", 50, "0.0005");
        call(60, "large", 10, "0.2");
        call(61, "unpriced", 999, "");
        const Dashboard out = sums.take();
        QCOMPARE(out.models.size(), std::size_t{3});
        QCOMPARE(out.models[0].name, std::string("large"));
        QCOMPARE(out.models[1].name, std::string("small"));
        QCOMPARE(out.models[1].cost->text(), std::string("0.0015"));
        QCOMPARE(out.models[1].calls, 2);
        QCOMPARE(out.models[1].tokensByBin, (std::vector<std::int64_t>{100, 50}));
        QCOMPARE(out.models[2].name, std::string("unpriced"));
        QVERIFY(!out.models[2].cost);
    }

    void slowAndDearNamesComeFirst()
    {
        DashboardSums sums(0, 100, 1);
        const auto span = [&sums](const char* name, Kind kind, std::int64_t durationMs, const char* cost,
                                  bool failed = false) {
            sums.add(DashboardSpan{0, name, kind, durationMs * ms, failed, {}, 0, Decimal::parse(cost)});
        };
        for (int i = 0; i < 100; ++i)
            span("search", Kind::tool, i < 94 ? 1 : 500, "");
        span("search", Kind::retriever, 2, "");
        span("chat", Kind::llm, 300, "0.25", true);
        span("embed", Kind::embedding, 1, "0.5");
        span("free", Kind::llm, 1, "0");
        const Dashboard out = sums.take(2);
        QCOMPARE(out.slowest.size(), std::size_t{2});
        QCOMPARE(out.slowest[0].name, std::string("search"));
        QCOMPARE(out.slowest[0].kind, Kind::tool); // not joined with the retriever of the same name
        QCOMPARE(out.slowest[0].spans, 100);
        QCOMPARE(out.slowest[0].p95Ns, 500 * ms);
        QCOMPARE(out.slowest[1].name, std::string("chat"));
        QCOMPARE(out.slowest[1].failed, 1);
        QCOMPARE(out.costliest.size(), std::size_t{2});
        QCOMPARE(out.costliest[0].name, std::string("embed"));
        QCOMPARE(out.costliest[1].name, std::string("chat"));
    }

    void durationsFallIntoBinsWithoutGaps()
    {
        DashboardSums sums(0, 100, 1);
        sums.add(traceAt(0, 1));
        sums.add(traceAt(1, 1));
        sums.add(traceAt(2, 1000));
        const Dashboard out = sums.take();
        // 1 ms to 1 s: three powers of ten, five bins each, and the last one's own.
        QCOMPARE(out.durations.size(), std::size_t{16});
        QCOMPARE(out.durations.front().fromNs, ms);
        QCOMPARE(out.durations.front().traces, 2);
        QCOMPARE(out.durations.back().fromNs, 1000 * ms);
        QCOMPARE(out.durations.back().traces, 1);
        for (std::size_t i = 1; i < out.durations.size(); ++i)
            QCOMPARE(out.durations[i].fromNs, out.durations[i - 1].toNs);
        QCOMPARE(out.latency->p50Ns, ms);
    }

    void nothingGivesAnEmptyDashboard()
    {
        const Dashboard out = DashboardSums(0, 0, 60).take();
        QCOMPARE(out.traces, 0);
        QVERIFY(!out.latency && !out.cost);
        QVERIFY(out.models.empty() && out.durations.empty() && out.slowest.empty());
        QCOMPARE(out.bins.size(), std::size_t{60});
    }
};

QTEST_APPLESS_MAIN(tst_dashboard)
#include "tst_dashboard.moc"
