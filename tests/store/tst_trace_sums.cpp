// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <random>

#include "store/trace_sums.h"
#include "trace/sums.h"

using namespace spanglass;

namespace {

std::string text(const trace::Tokens& tokens, const std::optional<Decimal>& cost)
{
    const auto count = [](const std::optional<std::int64_t>& value) {
        return value ? std::to_string(*value) : std::string("-");
    };
    return count(tokens.input) + ' ' + count(tokens.cached) + ' ' + count(tokens.output) + ' ' +
           count(tokens.reasoning) + ' ' + count(tokens.total) + ' ' + (cost ? cost->text() : "-");
}

/// Any tree, with parents that are not there and with figures on every level. In a cycle of parents the order
/// decides who counts.
std::vector<trace::Span> randomSpans(std::mt19937& random, bool cycles)
{
    std::vector<trace::Span> spans(2 + random() % 30);
    for (std::size_t at = 0; at < spans.size(); ++at) {
        trace::Span& span = spans[at];
        span.id = {at + 1};
        span.parent = {random() % 8 == 0 ? 1000 : random() % (cycles ? spans.size() + 1 : at + 1)};
        if (random() % 3 == 0)
            span.tokens.input = random() % 100;
        if (random() % 3 == 0)
            span.tokens.output = random() % 100;
        if (random() % 6 == 0)
            span.tokens.total = random() % 300;
        if (random() % 3 == 0)
            span.cost = Decimal::parse("0.0" + std::to_string(random() % 100));
    }
    std::shuffle(spans.begin(), spans.end(), random);
    return spans;
}

std::string expected(const std::vector<trace::Span>& spans)
{
    trace::Sums sums;
    for (const trace::Span& span : spans)
        sums.add(span);
    return text(sums.result().tokens, sums.result().cost);
}

} // namespace

class tst_trace_sums : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whateverTheOrderTheSumsAreThoseOfTheWholeTrace()
    {
        std::mt19937 random(5);
        for (int round = 0; round < 2000; ++round) {
            const auto spans = randomSpans(random, true);
            store::TraceSums sums;
            for (const trace::Span& span : spans)
                sums.add(span.id, span.parent, span.tokens, span.cost);
            QCOMPARE(text(sums.tokens(), sums.cost()), expected(spans));
        }
    }

    void aSpanThatReportsSomethingElseLaterCountsAsItIsNow()
    {
        std::mt19937 random(6);
        for (int round = 0; round < 500; ++round) {
            auto spans = randomSpans(random, false);
            store::TraceSums sums;
            for (const trace::Span& span : spans)
                sums.add(span.id, span.parent, span.tokens, span.cost);
            for (trace::Span& span : spans) {
                if (random() % 2 == 0)
                    continue;
                sums.remove(span.id, span.tokens, span.cost);
                span.tokens = {};
                span.tokens.output = random() % 50;
                span.cost.reset();
                sums.add(span.id, span.parent, span.tokens, span.cost);
            }
            QCOMPARE(text(sums.tokens(), sums.cost()), expected(spans));
        }
    }

    void anAgentThatRepeatsItsCallsDoublesNothing()
    {
        store::TraceSums sums;
        trace::Tokens call;
        call.input = 10;
        call.output = 5;
        sums.add({2}, {1}, call, Decimal::parse("0.01"));
        sums.add({3}, {1}, call, Decimal::parse("0.01"));
        trace::Tokens all;
        all.input = 20;
        all.output = 10;
        sums.add({1}, {}, all, Decimal::parse("0.02"));
        QCOMPARE(text(sums.tokens(), sums.cost()), std::string("20 - 10 - 30 0.02"));
    }

    void aChainOf200000ReportersIsCountedInOnePass()
    {
        store::TraceSums sums;
        trace::Tokens one;
        one.input = 1;
        for (std::uint64_t id = 200'000; id > 0; --id)
            sums.add({id}, {id - 1}, one, {});
        QCOMPARE(sums.tokens().input.value_or(0), std::int64_t{1});
    }
};

QTEST_APPLESS_MAIN(tst_trace_sums)
#include "tst_trace_sums.moc"
