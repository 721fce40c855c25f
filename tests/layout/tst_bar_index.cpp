// SPDX-License-Identifier: GPL-3.0-or-later
/// Levels of detail as lines of text, one character a pixel.
#include <QTest>

#include "layout/bar_index.h"

using namespace spanglass::layout;

namespace {

struct Lane
{
    Bars bars;
    std::vector<std::uint8_t> colours;
    std::vector<std::uint8_t> marks;
};

/// Bars of one lane, `A0-10 b12-14!`: the letter is the colour class, `!` an error.
Lane laneOf(const QString& text)
{
    Lane lane;
    for (QString word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const bool error = word.endsWith(QLatin1Char('!'));
        if (error)
            word.chop(1);
        const QStringList ends = word.mid(1).split(QLatin1Char('-'));
        lane.bars.begin.push_back(ends[0].toLongLong());
        lane.bars.end.push_back(ends[1].toLongLong());
        lane.bars.lane.push_back(0);
        lane.colours.push_back(static_cast<std::uint8_t>(word[0].toUpper().unicode() - 'A'));
        lane.marks.push_back(error ? std::uint8_t(markError) : std::uint8_t(0));
    }
    lane.bars.lanes = 1;
    lane.bars.last = 0;
    for (const std::int64_t end : lane.bars.end)
        lane.bars.last = std::max(lane.bars.last, end);
    return lane;
}

/// A bar is capitals; a merged pixel is the letter of its colour, capital when at least half covered; `!`
/// stands where a merged pixel holds an error.
QString drawn(const BarIndex& index, const Axis& axis)
{
    std::vector<Cell> cells;
    index.cells(0, axis, cells);
    QString line(static_cast<int>(axis.widthPx), QLatin1Char('.'));
    for (const Cell& cell : cells) {
        for (int x = std::max(qRound(cell.x), 0); x < std::min(cell.x + cell.width, axis.widthPx); ++x) {
            char letter = static_cast<char>('A' + cell.colour);
            if (cell.density < 0.5F)
                letter = static_cast<char>('a' + cell.colour);
            line[x] = QLatin1Char(cell.marks != 0 ? '!' : letter);
        }
    }
    return line;
}

} // namespace

class tst_bar_index : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLaneIsDrawnAtItsLevelOfDetail_data()
    {
        QTest::addColumn<QString>("bars");
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("picture");
        QTest::newRow("bars wider than a pixel are themselves") << "A0-4 B6-10" << 10 << "AAAA..BBBB";
        QTest::newRow("slivers of a pixel show the colour that covers most of it, not the last")
            << "A0-6 B6-8 C8-10 A10-100" << 10 << "AAAAAAAAAA";
        QTest::newRow("a thinly covered pixel is drawn thinly") << "A0-1 B90-100" << 10 << "a........B";
        QTest::newRow("an error shows through the merging")
            << "A0-4 A4-5! A5-9 B90-100" << 10 << "!........B";
        QTest::newRow("instants are seen") << "A5-5 B99-100" << 10 << "a........b";
    }
    void aLaneIsDrawnAtItsLevelOfDetail()
    {
        QFETCH(QString, bars);
        QFETCH(int, width);
        QFETCH(QString, picture);
        const Lane lane = laneOf(bars);
        const BarIndex index(lane.bars, lane.colours, lane.marks);
        QCOMPARE(drawn(index, fitted({0, lane.bars.last}, width)), picture);
    }

    void groupsChangeNothingOfThePicture()
    {
        // The same bars through the groups and one by one (a lane of at most sixteen has no groups).
        Lane many;
        many.bars.lanes = 1;
        std::uint32_t state = 7;
        std::int64_t at = 0;
        for (int i = 0; i < 100'000; ++i) {
            state = state * 1664525u + 1013904223u;
            at += (state >> 8) % 50;
            many.bars.begin.push_back(at);
            at += 1 + (state >> 20) % 90;
            many.bars.end.push_back(at);
            many.bars.lane.push_back(0);
            many.colours.push_back(static_cast<std::uint8_t>((state >> 12) % 3));
            many.marks.push_back(0);
        }
        many.bars.last = at;
        const BarIndex index(many.bars, many.colours, many.marks);
        for (const double zoom : {1.0, 10.0, 300.0, 20'000.0}) {
            const Axis all = fitted({0, at}, 200);
            const Axis axis = zoomed(all, {0, at}, 77, zoom);
            std::vector<Cell> cells;
            index.cells(0, axis, cells);
            double covered = 0;
            std::uint64_t count = 0;
            for (const Cell& cell : cells) {
                const double from = std::max(cell.x, 0.0);
                const double to = std::min(cell.x + cell.width, axis.widthPx);
                covered += (to - from) * static_cast<double>(cell.density);
                count += cell.count;
            }
            double expected = 0;
            std::uint64_t seen = 0;
            for (std::uint32_t bar = 0; bar < many.bars.size(); ++bar) {
                const double x0 = axis.toX(many.bars.begin[bar]);
                const double x1 = axis.toX(many.bars.end[bar]);
                if (x1 < 0 || x0 >= axis.widthPx)
                    continue;
                ++seen;
                expected += std::min(x1, axis.widthPx) - std::max(x0, 0.0);
            }
            QCOMPARE(count, seen);
            QVERIFY2(qAbs(covered - expected) < 8, qPrintable(QString::number(covered - expected)));
        }
    }

    void thePointerFindsBars_data()
    {
        QTest::addColumn<QString>("bars");
        QTest::addColumn<double>("x");
        QTest::addColumn<int>("bar");
        QTest::newRow("inside") << "A0-40 B60-100" << 3.0 << 0;
        QTest::newRow("in a gap") << "A0-40 B60-100" << 5.0 << -1;
        QTest::newRow("the right edge belongs to the next") << "A0-40 B40-100" << 4.0 << 1;
        QTest::newRow("a sliver is found within the tolerance") << "A20-21 B90-100" << 2.4 << 0;
        QTest::newRow("of several slivers the widest") << "A20-21 A21-25 A25-26 B90-100" << 2.3 << 1;
        QTest::newRow("left of everything") << "A50-100" << 1.0 << -1;
    }
    void thePointerFindsBars()
    {
        QFETCH(QString, bars);
        QFETCH(double, x);
        QFETCH(int, bar);
        const Lane lane = laneOf(bars);
        const BarIndex index(lane.bars, lane.colours, lane.marks);
        QCOMPARE(static_cast<int>(index.hit(0, fitted({0, lane.bars.last}, 10), x, 0.5)), bar);
    }

    void anEmptyIndexHasNothing()
    {
        std::vector<Cell> cells;
        BarIndex().cells(0, Axis(), cells);
        QVERIFY(cells.empty());
        QCOMPARE(BarIndex().hit(3, Axis(), 1, 1), noBar);
    }
};

QTEST_APPLESS_MAIN(tst_bar_index)
#include "tst_bar_index.moc"
