// SPDX-License-Identifier: GPL-3.0-or-later
// A trace's tokens and cost are summed once, however often frameworks repeat them on the way up.
#include <QtTest>

#include "trace/sums.h"

using namespace spanglass;
using namespace spanglass::trace;

namespace {

/// "id<parent tokens cost": one span a line; `-` for a span without a figure.
Totals totalsOf(const char* text)
{
    Sums sums;
    for (const QByteArray& line : QByteArray(text).split('\n')) {
        const auto words = line.simplified().split(' ');
        const auto ids = words[0].split('<');
        Span span;
        span.id = SpanId{ids[0].toULongLong()};
        span.parent = SpanId{ids[1].toULongLong()};
        if (words[1] != "-")
            span.tokens.input = words[1].toLongLong();
        if (words[2] != "-")
            span.cost = Decimal::parse(words[2].toStdString());
        sums.add(span);
    }
    return sums.result();
}

} // namespace

class tst_sums : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachFigureCountsOnce_data();
    void eachFigureCountsOnce();
    void errorsAreFailedSpans();
    void deepChainsAreNoProblem();
};

void tst_sums::eachFigureCountsOnce_data()
{
    QTest::addColumn<QByteArray>("spans");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<QString>("cost");
    const auto row = [](const char* says, const char* spans, int tokens, const char* cost) {
        QTest::newRow(says) << QByteArray(spans) << tokens << QString::fromLatin1(cost);
    };
    row("siblings add up", "1<0 - -\n2<1 10 0.1\n3<1 5 0.2", 15, "0.3");
    row("a parent that repeats its children does not count", "1<0 15 0.3\n2<1 10 0.1\n3<1 5 0.2", 15, "0.3");
    row("also through a plain span, and in any order", "3<2 5 0.2\n1<0 5 0.2\n2<1 - -", 5, "0.2");
    row("a parent alone counts", "1<0 7 0.5\n2<1 - -", 7, "0.5");
    row("tokens below and cost above are different figures", "1<0 9 0.5\n2<1 9 -", 9, "0.5");
    row("an orphan counts", "2<99 4 0.4", 4, "0.4");
    row("a span that is its own parent counts once", "1<1 4 0.4", 4, "0.4");
}

void tst_sums::eachFigureCountsOnce()
{
    QFETCH(QByteArray, spans);
    const Totals totals = totalsOf(spans.constData());
    QTEST(static_cast<int>(totals.tokens.input.value_or(-1)), "tokens");
    QTEST(QString::fromStdString(totals.cost->text()), "cost");
}

void tst_sums::errorsAreFailedSpans()
{
    Sums sums;
    Span span;
    span.id = SpanId{1};
    sums.add(span);
    span.id = SpanId{2};
    span.status = Status::error;
    sums.add(span);
    QCOMPARE(sums.result().spans, 2);
    QCOMPARE(sums.result().errors, 1);
    QVERIFY(!sums.result().cost.has_value());
}

void tst_sums::deepChainsAreNoProblem()
{
    constexpr std::uint64_t depth = 200'000;
    Sums sums;
    for (std::uint64_t i = 1; i <= depth; ++i) {
        Span span;
        span.id = SpanId{i};
        span.parent = SpanId{i - 1};
        span.tokens.input = 1; // every span repeats: only the last counts
        sums.add(span);
    }
    QCOMPARE(sums.result().tokens.input, std::optional<std::int64_t>(1));
}

QTEST_APPLESS_MAIN(tst_sums)
#include "tst_sums.moc"
