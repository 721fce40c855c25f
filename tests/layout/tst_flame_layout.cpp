// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "layout/aggregate.h"
#include "layout/time_order.h"

#include "text_picture.h"

using namespace spanglass;
using namespace spanglass::layout;

namespace {

/// A line a lane: its bars, left to right, as `name begin-end`.
QString lanesOf(const Bars& bars, const trace::SpanTable& table)
{
    QList<QList<std::uint32_t>> lanes(static_cast<qsizetype>(bars.lanes));
    for (std::uint32_t bar = 0; bar < bars.size(); ++bar)
        lanes[static_cast<qsizetype>(bars.lane[bar])] << bar;
    QStringList lines;
    for (QList<std::uint32_t>& lane : lanes) {
        std::sort(lane.begin(), lane.end(), [&](auto a, auto b) { return bars.begin[a] < bars.begin[b]; });
        QStringList line;
        for (const std::uint32_t bar : lane)
            line
                << QStringLiteral("%1 %2-%3").arg(nameOf(table, bar)).arg(bars.begin[bar]).arg(bars.end[bar]);
        lines << line.join(QLatin1String(", "));
    }
    return lines.join(QLatin1Char('\n'));
}

/// A call a line, `name total`, children indented by one space.
std::vector<Aggregate::Node> nodesOf(const QString& text, trace::StringTable& names)
{
    std::vector<Aggregate::Node> nodes;
    std::vector<std::uint32_t> path;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        const QStringList words = line.trimmed().split(QLatin1Char(' '));
        Aggregate::Node node;
        node.depth = static_cast<std::uint32_t>(line.size() - line.trimmed().size());
        node.key = names.intern(words[0].toStdString());
        node.total = words[1].toLongLong();
        path.resize(node.depth);
        node.parent = path.empty() ? trace::noRow : path.back();
        path.push_back(static_cast<std::uint32_t>(nodes.size()));
        nodes.push_back(node);
    }
    return nodes;
}

/// Indented `name total xcalls`.
QString pictureOf(const Aggregate& aggregate, const trace::SpanTable& table)
{
    QStringList lines;
    for (const Aggregate::Node& node : aggregate.nodes) {
        const std::string_view name = table.strings.text(node.key);
        lines << QString(static_cast<int>(node.depth), QLatin1Char(' ')) +
                     QStringLiteral("%1 %2 x%3")
                         .arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())))
                         .arg(node.total)
                         .arg(node.calls);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class tst_flame_layout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void timeOrderAssignsLanes_data()
    {
        QTest::addColumn<QString>("spans");
        QTest::addColumn<QString>("lanes");
        QTest::newRow("children lie below their parent") << "run 0-100\n plan 5-20\n chat 20-90\n  http 30-80"
                                                         << "run 0-100\nplan 5-20, chat 20-90\nhttp 30-80";
        QTest::newRow("siblings that overlap get lanes of their own")
            << "run 0-100\n a 0-60\n b 30-90\n c 70-100"
            << "run 0-100\na 0-60, c 70-100\nb 30-90";
        QTest::newRow("a sibling goes below everything the earlier one still runs")
            << "run 0-100\n a 0-60\n  a1 10-50\n b 30-90"
            << "run 0-100\na 0-60\na1 10-50\nb 30-90";
        QTest::newRow("a child that outlasts its parent keeps the lanes")
            << "run 0-100\n a 0-20\n  late 10-60\n b 30-50"
            << "run 0-100\na 0-20\nlate 10-60\nb 30-50";
        QTest::newRow("touching siblings share a lane") << "run 0-100\n a 0-50\n b 50-100"
                                                        << "run 0-100\na 0-50, b 50-100";
        QTest::newRow("a gap between lanes is used again")
            << "run 0-100\n a 0-40\n b 10-90\n c 20-90\n d 45-60"
            << "run 0-100\na 0-40, d 45-60\nb 10-90\nc 20-90";
        QTest::newRow("an unfinished span is drawn to the last known end and keeps its lane")
            << "run 0-\n a 10-\n b 20-30"
            << "run 0-30\na 10-30\nb 20-30";
        QTest::newRow("traces one after another share lanes") << "one 0-10\n a 1-2\ntwo 20-30\n b 21-22"
                                                              << "one 0-10, two 20-30\na 1-2, b 21-22";
        QTest::newRow("tracks are blocks below one another, in order of appearance")
            << "one 0-10 main\n a 1-2\ntwo 5-30 worker\nthree 11-20 main"
            << "one 0-10, three 11-20\na 1-2\ntwo 5-30";
        QTest::newRow("a negative duration is drawn as none") << "run 10-5"
                                                              << "run 10-10";
    }
    void timeOrderAssignsLanes()
    {
        QFETCH(QString, spans);
        QFETCH(QString, lanes);
        const trace::SpanTable table = spansOf(spans);
        QCOMPARE(lanesOf(timeOrder(table, trace::Tree(table), lastKnownNs(table)), table), lanes);
    }

    void barsOfALaneNeverOverlap()
    {
        // Random forests; in every one no two bars of a lane overlap and children lie below their parents.
        std::uint32_t state = 42;
        const auto random = [&state](std::uint32_t below) {
            state = state * 1664525u + 1013904223u;
            return (state >> 8) % below;
        };
        for (int round = 0; round < 200; ++round) {
            trace::SpanTable table;
            const std::uint32_t rows = 1 + random(60);
            for (std::uint32_t row = 0; row < rows; ++row) {
                trace::Span span;
                span.startUnixNs = random(200);
                span.durationNs = random(80);
                table.append(span);
                if (row > 0 && random(5) != 0)
                    table.parent[row] = random(row);
            }
            const Bars bars = timeOrder(table, trace::Tree(table), lastKnownNs(table));
            for (std::uint32_t a = 0; a < rows; ++a) {
                if (table.parent[a] != trace::noRow)
                    QVERIFY(bars.lane[a] > bars.lane[table.parent[a]]);
                for (std::uint32_t b = 0; b < a; ++b) {
                    const bool overlap = bars.begin[a] < bars.end[b] && bars.begin[b] < bars.end[a];
                    QVERIFY2(!overlap || bars.lane[a] != bars.lane[b], qPrintable(QString::number(round)));
                }
            }
        }
    }

    void depthAndWidthAreNoLimit()
    {
        constexpr std::uint32_t count = 200'000;
        trace::SpanTable chain;
        trace::SpanTable fan;
        for (std::uint32_t row = 0; row < count; ++row) {
            trace::Span span;
            span.startUnixNs = row;
            span.durationNs = 3 * count;
            chain.append(span);
            fan.append(span);
            if (row > 0) {
                chain.parent[row] = row - 1;
                fan.parent[row] = 0;
            }
        }
        QCOMPARE(timeOrder(chain, trace::Tree(chain), 0).lanes, count);
        QCOMPARE(timeOrder(fan, trace::Tree(fan), 0).lanes, count);
    }

    void proportionalLayoutDividesTheParent_data()
    {
        QTest::addColumn<QString>("calls");
        QTest::addColumn<double>("least");
        QTest::addColumn<QString>("picture");
        QTest::newRow("children share their parent in proportion, in the order given")
            << "run 10\n chat 6\n tool 3" << 0.0 << "run 0-100\n chat 0-60\n tool 60-90";
        QTest::newRow("a sliver goes, with its children, and leaves its room empty")
            << "run 100\n retry 1\n  chat 1\n tool 50" << 0.02 << "run 0-100\n tool 1-51";
        QTest::newRow("roots stand side by side")
            << "a 30\nb 70\n c 70" << 0.0 << "a 0-30\nb 30-100\n c 30-100";
        QTest::newRow("nothing weighs nothing") << "a 0\n b 0" << 0.0 << "";
    }
    void proportionalLayoutDividesTheParent()
    {
        QFETCH(QString, calls);
        QFETCH(double, least);
        QFETCH(QString, picture);
        trace::StringTable names;
        const std::vector<Aggregate::Node> nodes = nodesOf(calls, names);
        const Bars bars = proportional(nodes, least);
        QStringList lines;
        for (std::size_t at = 0; at < nodes.size(); ++at) {
            if (bars.begin[at] == bars.end[at])
                continue;
            const std::string_view name = names.text(nodes[at].key);
            lines << QString(static_cast<int>(bars.lane[at]), QLatin1Char(' ')) +
                         QStringLiteral("%1 %2-%3")
                             .arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())))
                             .arg(bars.begin[at] * 100 / bars.last)
                             .arg(bars.end[at] * 100 / bars.last);
        }
        QCOMPARE(lines.join(QLatin1Char('\n')), picture);
    }

    void selfTimeIsWhatNoChildCovers_data()
    {
        QTest::addColumn<QString>("spans");
        QTest::addColumn<QString>("self");
        QTest::newRow("gaps are the parent's own") << "run 0-100\n a 10-20\n b 50-90"
                                                   << "50 10 40";
        QTest::newRow("overlapping children count once") << "run 0-100\n a 10-60\n b 30-90"
                                                         << "20 50 60";
        QTest::newRow("what lies outside the parent does not count") << "run 10-20\n a 0-15\n b 18-40"
                                                                     << "3 15 22";
    }
    void selfTimeIsWhatNoChildCovers()
    {
        QFETCH(QString, spans);
        QFETCH(QString, self);
        const trace::SpanTable table = spansOf(spans);
        QStringList numbers;
        for (const std::int64_t each : selfTimes(table, trace::Tree(table), lastKnownNs(table)))
            numbers << QString::number(each);
        QCOMPARE(numbers.join(QLatin1Char(' ')), self);
    }

    void callsOfOnePathBecomeOneNodeHeaviestFirst()
    {
        const trace::SpanTable table = spansOf(QStringLiteral(
            "run 0-100\n tool 0-10\n chat 10-50\n  http 20-40\n tool 50-60\nrun 200-300\n chat 200-210"));
        const trace::Tree tree(table);
        const auto self = selfTimes(table, tree, 0);
        const Aggregate merged = leftHeavy(
            table, tree, [&](std::uint32_t row) { return table.name[row]; },
            [&](std::uint32_t row) { return self[row]; });
        QCOMPARE(pictureOf(merged, table),
                 QStringLiteral("run 200 x2\n chat 50 x2\n  http 20 x1\n tool 20 x2"));
        QCOMPARE(merged.nodeOfRow[0], merged.nodeOfRow[5]);
    }

    void aSandwichShowsCallersAndCalleesOfOneName()
    {
        const trace::SpanTable table = spansOf(
            QStringLiteral("run 0-100\n plan 0-50\n  chat 0-40\n   http 0-30\n chat 60-100\n  chat 60-80"));
        const trace::Tree tree(table);
        const auto self = selfTimes(table, tree, 0);
        const std::uint32_t chat = trace::StringTable(table.strings).intern("chat");
        const Sandwich both = sandwich(
            table, tree, [&](std::uint32_t row) { return table.name[row]; },
            [&](std::uint32_t row) { return self[row]; }, chat);
        QCOMPARE(pictureOf(both.callees, table), QStringLiteral("chat 80 x2\n http 30 x1\n chat 20 x1"));
        QCOMPARE(pictureOf(both.callers, table),
                 QStringLiteral("chat 80 x2\n plan 40 x1\n  run 40 x1\n run 40 x1"));
    }
};

QTEST_APPLESS_MAIN(tst_flame_layout)
#include "tst_flame_layout.moc"
