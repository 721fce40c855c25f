// SPDX-License-Identifier: GPL-3.0-or-later
/// The flame graph driven by mouse and keys, and what it paints, by the colour of pixels.
#include <QBuffer>
#include <QCursor>
#include <QPainter>
#include <QProxyStyle>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QTest>

#include "trace/clock_skew.h"
#include "views/flame_bench.h"
#include "views/flame_graph_view.h"
#include "views/flame_hover.h"
#include "views/flame_picture.h"

#include "text_picture.h"

using namespace spanglass;
using namespace spanglass::views;

namespace {

// 1000 pixels wide, 1000 units long: a unit is a pixel.
constexpr const char* parallelTools =
    "run 0-1000\n plan 0-200\n toola 200-700\n toolb 300-900\n chat 950-1000";
constexpr int laneTop = 58; // minimap and ruler
constexpr int laneHeight = measure::graphRowHeight;

struct Shown
{
    models::SpanTreeModel model;
    QItemSelectionModel selection{&model};
    FlameGraphView view;

    explicit Shown(const trace::SpanTable& table) { show(table); }
    explicit Shown(const char* spans) { show(layout::spansOf(QString::fromLatin1(spans))); }
    void show(trace::SpanTable table)
    {
        for (std::uint32_t row = 0; row < table.size(); ++row) {
            table.trace[row] = {1, 1};
            table.id[row].value = row + 1;
        }
        model.setTable(std::make_shared<const trace::SpanTable>(std::move(table)));
        view.resize(1000, 300);
        view.setReducedMotion(true);
        view.setModel(&model, &selection);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
    }
    [[nodiscard]] QPoint at(double x, int lane) const
    {
        return {static_cast<int>(x), laneTop + lane * laneHeight + laneHeight / 2};
    }
    /// As an event of its own: the offscreen platform keeps one pointer for all windows of the tests.
    void hover(QPoint to)
    {
        QMouseEvent move(QEvent::MouseMove, to, view.mapToGlobal(to), Qt::NoButton, Qt::NoButton, {});
        QCoreApplication::sendEvent(view.viewport(), &move);
    }
    [[nodiscard]] QString selected() const
    {
        const std::uint32_t row = model.tableRow(selection.currentIndex());
        return row == trace::noRow ? QString() : layout::nameOf(*model.table(), row);
    }
    [[nodiscard]] QString seen() const
    {
        const layout::Axis& axis = view.axis();
        return QStringLiteral("%1-%2").arg(axis.toUnit(0)).arg(axis.toUnit(axis.widthPx));
    }
    [[nodiscard]] QImage picture()
    {
        QImage image(view.viewport()->size(), QImage::Format_RGB32);
        view.viewport()->render(&image);
        return image;
    }
    void keys(const char* sequence) { QTest::keyClicks(&view, QLatin1String(sequence)); }
};

/// As an SVG, whose text can be read.
QByteArray drawn(const FlameOptions& flame, const char* spans)
{
    QBuffer buffer;
    QSvgGenerator svg;
    FlamePictureOptions options;
    options.flame = flame;
    options.size = {1000, 200};
    svg.setOutputDevice(&buffer);
    svg.setSize(options.size);
    QPainter painter(&svg);
    paintFlame(painter, std::make_shared<const trace::SpanTable>(layout::spansOf(QString::fromLatin1(spans))),
               options);
    painter.end();
    return buffer.data();
}

/// A desktop that moves things, or does not.
class AnimationStyle : public QProxyStyle
{
public:
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override
    {
        return hint == SH_Widget_Animate ? int(animates) : QProxyStyle::styleHint(hint, option, widget, data);
    }
    bool animates = true;
};

} // namespace

class tst_flame_graph_view : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::light); }

    void aClickSelectsAndTheSelectionIsShared()
    {
        Shown shown(parallelTools);
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, shown.at(100, 1));
        QCOMPARE(shown.selected(), QStringLiteral("plan"));
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, shown.at(500, 2));
        QCOMPARE(shown.selected(), QStringLiteral("toolb"));
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, shown.at(100, 5));
        QCOMPARE(shown.selected(), QString());
    }

    void aDoubleClickFitsAndEscStepsBack()
    {
        Shown shown(parallelTools);
        QTest::mouseDClick(shown.view.viewport(), Qt::LeftButton, {}, shown.at(500, 1));
        QCOMPARE(shown.seen(), QStringLiteral("200-700"));
        QTest::keyClick(&shown.view, Qt::Key_Escape);
        QCOMPARE(shown.seen(), QStringLiteral("0-1000"));
    }

    void theWheelZoomsAtThePointer()
    {
        Shown shown(parallelTools);
        const std::int64_t unit = shown.view.axis().toUnit(300);
        QWheelEvent wheel(shown.at(300, 1), shown.view.mapToGlobal(shown.at(300, 1)), {}, {0, 120},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(shown.view.viewport(), &wheel);
        QVERIFY(shown.view.axis().visibleUnits() < 800);
        QVERIFY(qAbs(shown.view.axis().toX(unit) - 300) <= 1);
    }

    void draggingPansAndSelectsNothing()
    {
        Shown shown(parallelTools);
        shown.keys("www");
        const std::int64_t unit = shown.view.axis().toUnit(400);
        QTest::mousePress(shown.view.viewport(), Qt::LeftButton, {}, shown.at(400, 1));
        QTest::mouseMove(shown.view.viewport(), shown.at(430, 1));
        QTest::mouseMove(shown.view.viewport(), shown.at(480, 1));
        QTest::mouseRelease(shown.view.viewport(), Qt::LeftButton, {}, shown.at(480, 1));
        QVERIFY(qAbs(shown.view.axis().toX(unit) - 480) <= 5); // a unit is four pixels here
        QCOMPARE(shown.selected(), QString());
    }

    void theMinimapMovesTheView()
    {
        Shown shown(parallelTools);
        shown.keys("wwww");
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, QPoint(800, 15));
        const layout::Axis& axis = shown.view.axis();
        QVERIFY(qAbs(axis.toX(800) - axis.widthPx / 2) <= 2);
    }

    void keysZoomPanAndFit()
    {
        Shown shown(parallelTools);
        shown.keys("ww");
        QVERIFY(shown.view.axis().visibleUnits() < 500);
        const std::int64_t left = shown.view.axis().left;
        shown.keys("d");
        QVERIFY(shown.view.axis().left > left);
        shown.keys("a");
        QCOMPARE(shown.view.axis().left, left);
        shown.keys("ss");
        QCOMPARE(shown.seen(), QStringLiteral("0-1000"));
        shown.keys("ww");
        QTest::keyClick(&shown.view, Qt::Key_Home);
        QCOMPARE(shown.seen(), QStringLiteral("0-1000"));
    }

    void arrowsWalkTheTreeAndEnterFits()
    {
        Shown shown(parallelTools);
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QCOMPARE(shown.selected(), QStringLiteral("run"));
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QCOMPARE(shown.selected(), QStringLiteral("plan"));
        QTest::keyClick(&shown.view, Qt::Key_Right);
        QCOMPARE(shown.selected(), QStringLiteral("toola"));
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QCOMPARE(shown.seen(), QStringLiteral("200-700"));
        QTest::keyClick(&shown.view, Qt::Key_Up);
        QCOMPARE(shown.selected(), QStringLiteral("run"));
    }

    void dotAndCommaGoToErrorsAndRoundAgain()
    {
        trace::SpanTable table = layout::spansOf(QString::fromLatin1(parallelTools));
        table.status[2] = table.status[4] = Status::error;
        Shown shown(table);
        QStringList walk;
        for (const char* key : {".", ".", ".", ",", ","}) {
            shown.keys(key);
            walk << shown.selected();
        }
        QCOMPARE(walk.join(QLatin1Char(' ')), QStringLiteral("toola chat toola chat toola"));
    }

    void aSearchTakesTheKeysAndDimsTheRest()
    {
        Shown shown(parallelTools);
        QSignalSpy asked(&shown.view, &FlameGraphView::searchRequested);
        shown.keys("/");
        QCOMPARE(asked.size(), 1);
        shown.view.setMatches({0, 1, 0, 0, 1});
        shown.keys(".");
        QCOMPARE(shown.selected(), QStringLiteral("plan"));
        shown.keys(".");
        QCOMPARE(shown.selected(), QStringLiteral("chat"));
        const QColor dimmed = shown.picture().pixelColor(shown.at(650, 1));
        QVERIFY(dimmed != theme().kindFill(Kind::span));
        QVERIFY(dimmed != theme().surface);
    }

    void hoverSaysNameDurationAndShare()
    {
        Shown shown("run 0-2000000\n llm 0-500000");
        shown.hover(shown.at(100, 1));
        QCOMPARE(shown.view.hoverLines().mid(0, 2).join(QLatin1Char('|')),
                 QStringLiteral("llm|500\u00a0µs · 25\u00a0% of the trace"));
        shown.hover(shown.at(900, 1));
        QVERIFY(shown.view.hoverLines().isEmpty());
    }

    void hoverSaysModelTokensCostAndErrorAsPlainText()
    {
        trace::SpanTable table = layout::spansOf(QStringLiteral("run 0-100"));
        table.details = [](std::uint32_t) {
            trace::Span span;
            span.model = "m<b>1";
            span.tokens.total = 1204;
            span.cost = Decimal::parse("0.0042");
            span.status = Status::error;
            span.statusMessage = "no\nroute";
            return span;
        };
        Shown shown(table);
        shown.hover(shown.at(100, 0));
        QCOMPARE(shown.view.hoverLines().mid(3).join(QLatin1Char('|')),
                 QStringLiteral("m<b>1 · 1,204 tokens · 0.42\u00a0¢|Error: no\\nroute"));
    }

    void shiftDragMeasuresARange()
    {
        Shown shown(parallelTools);
        QSignalSpy ranges(&shown.view, &FlameGraphView::rangeChanged);
        QTest::mousePress(shown.view.viewport(), Qt::LeftButton, Qt::ShiftModifier, shown.at(100, 1));
        QTest::mouseMove(shown.view.viewport(), shown.at(300, 1));
        QTest::mouseRelease(shown.view.viewport(), Qt::LeftButton, Qt::ShiftModifier, shown.at(400, 1));
        QCOMPARE(ranges.size(), 1);
        QCOMPARE(ranges[0][0].toLongLong(), 100);
        QTest::keyClick(&shown.view, Qt::Key_Escape);
        QVERIFY(ranges[1][0].toLongLong() > ranges[1][1].toLongLong());
    }

    void theTimeOfTheSelectedSpanIsMeasuredByAKey()
    {
        Shown shown(parallelTools);
        QSignalSpy ranges(&shown.view, &FlameGraphView::rangeChanged);
        shown.keys("m"); // of nothing
        QCOMPARE(ranges.size(), 0);
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, shown.at(100, 1));
        shown.keys("m");
        QCOMPARE(ranges.size(), 1);
        QCOMPARE(ranges[0][0].toLongLong(), 0);
        QCOMPARE(ranges[0][1].toLongLong(), 200);
        QCOMPARE(shown.view.rangeLines().value(0), QStringLiteral("200\u00a0ns"));
        shown.keys("m");
        QVERIFY(ranges[1][0].toLongLong() > ranges[1][1].toLongLong());
        QVERIFY(shown.view.rangeLines().isEmpty());
    }

    void numbersAreInTheUsersLanguage()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German));
        const auto restore = qScopeGuard([&] { QLocale::setDefault(before); });
        Shown shown("run 0-2000000000\n llm 0-1500000000");
        shown.hover(shown.at(100, 1));
        QCOMPARE(shown.view.hoverLines().value(1), QStringLiteral("1,50\u00a0s · 75\u00a0% of the trace"));
        const QByteArray picture = drawn({}, "run 0-2000000000\n llm 0-1500000000");
        QVERIFY(picture.contains("1,2\u00a0s"));
        QVERIFY(!picture.contains(">1.2"));
    }

    void theRulerOfMergedBarsCountsWhatTheyAreMadeOf_data()
    {
        QTest::addColumn<int>("weight");
        QTest::addColumn<QByteArray>("mark");
        QTest::newRow("time, of both calls") << int(FlameWeight::time) << QByteArray("1.6\u00a0s");
        QTest::newRow("calls") << int(FlameWeight::calls) << QByteArray(">2</text>");
    }
    void theRulerOfMergedBarsCountsWhatTheyAreMadeOf()
    {
        QFETCH(int, weight);
        QFETCH(QByteArray, mark);
        FlameOptions options;
        options.order = FlameOrder::leftHeavy;
        options.weight = static_cast<FlameWeight>(weight);
        const QByteArray picture = drawn(options, "run 0-1000000000\n llm 0-1000000000\n tool 0-1000000000");
        QVERIFY2(picture.contains(mark), picture);
        QVERIFY(picture.contains("heaviest first"));
    }

    void aCardIsAsWideAsItsWidestLine()
    {
        QBuffer buffer;
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setSize({600, 100});
        QPainter painter(&svg);
        QString line;
        for (int letters = 1; letters <= 40; ++letters) {
            line += QChar(u'a' + letters % 26);
            paintCard(painter, {QStringLiteral("x"), line}, {0, 0}, {0, 0, 600, 100});
        }
        painter.end();
        QVERIFY(!buffer.data().contains("\u2026"));
    }

    void motionIsEasedUnlessItIsReduced()
    {
        AnimationStyle style; // outlives the view
        Shown shown(parallelTools);
        shown.view.setStyle(&style);
        const layout::Axis whole = shown.view.axis();
        shown.keys("w"); // the fixture asked for no motion
        QVERIFY(shown.view.axis() != whole);

        shown.view.setReducedMotion(false);
        shown.view.fitAll();
        QTRY_COMPARE(shown.view.axis(), whole);
        style.animates = false; // the desktop's wish
        shown.keys("w");
        QVERIFY(shown.view.axis() != whole);
        shown.view.fitAll();
        QCOMPARE(shown.view.axis(), whole);

        style.animates = true;
        shown.keys("w");
        QCOMPARE(shown.view.axis(), whole); // the first frame is where it was
        QTRY_VERIFY(shown.view.axis() != whole);
    }

    void aSpanChosenElsewhereIsBroughtIntoView()
    {
        Shown shown(parallelTools);
        QTest::mouseDClick(shown.view.viewport(), Qt::LeftButton, {}, shown.at(100, 1));
        QCOMPARE(shown.seen(), QStringLiteral("0-200"));
        shown.selection.setCurrentIndex(shown.model.indexOfRow(4), QItemSelectionModel::ClearAndSelect);
        QVERIFY(shown.view.axis().toX(950) < 1000 && shown.view.axis().toX(1000) > 0);
    }

    void barsAreFilledByKindAndErrorsKeepTheirColour()
    {
        trace::SpanTable table = layout::spansOf(QString::fromLatin1(parallelTools));
        table.kind[1] = Kind::llm;
        table.kind[2] = table.kind[3] = Kind::tool;
        table.status[3] = Status::error;
        Shown shown(table);
        const QImage picture = shown.picture();
        QCOMPARE(picture.pixelColor(shown.at(150, 1)), theme().kindFill(Kind::llm));
        QCOMPARE(picture.pixelColor(shown.at(600, 2)), theme().kindFill(Kind::tool));
        const QPoint lowerEdge(600, laneTop + 3 * laneHeight - 2);
        QCOMPARE(picture.pixelColor(lowerEdge), theme().error);
        QCOMPARE(picture.pixelColor(shown.at(250, 2)), theme().surface);
    }

    void aBarWhoseClockWasCorrectedIsMarkedAndSaysSo()
    {
        trace::SpanTable table =
            layout::spansOf(QStringLiteral("run 0-1000\n callee 200-700\n other 800-900"));
        table.flags[1] |= trace::flagClockShifted;
        table.details = [](std::uint32_t row) {
            trace::Span span;
            span.startUnixNs = row == 1 ? 5'000'200 : 0; // as its own clock had it
            return span;
        };
        Shown shown(table);
        const QImage picture = shown.picture();
        const auto dashes = [&](int from, int to, int lane) {
            int changes = 0;
            for (int x = from + 1; x < to; ++x) {
                const auto marked = [&](int at) {
                    return picture.pixelColor(at, laneTop + lane * laneHeight) == theme().text;
                };
                changes += marked(x) != marked(x - 1) ? 1 : 0;
            }
            return changes;
        };
        QVERIFY(dashes(201, 699, 1) > 50); // an edge of dashes
        QCOMPARE(dashes(801, 899, 1), 0);
        QCOMPARE(dashes(1, 999, 0), 0);
        QCOMPARE(picture.pixelColor(shown.at(650, 1)), theme().kindFill(Kind::span)); // its colour stays
        shown.hover(shown.at(650, 1));
        QCOMPARE(shown.view.hoverLines().back(),
                 QStringLiteral("Shown 5.00\u00a0ms earlier: its clock is ahead of its caller's."));
        shown.hover(shown.at(850, 1));
        QVERIFY(!shown.view.hoverLines().join(QLatin1Char('|')).contains(QStringLiteral("clock")));
    }

    void anUnfinishedSpanFadesAndAnInterruptedOneIsHatched()
    {
        trace::SpanTable table = layout::spansOf(QStringLiteral("run 0-1000\n open 0-\n cut 0-1000"));
        table.state[1] = trace::State::running;
        table.state[2] = trace::State::interrupted;
        Shown shown(table);
        const QImage picture = shown.picture();
        const QColor full = picture.pixelColor(shown.at(500, 1));
        QCOMPARE(full, theme().kindFill(Kind::span));
        QVERIFY(picture.pixelColor(shown.at(997, 1)).lightness() > full.lightness());
        bool hatched = false;
        for (int x = 975; x < 990; ++x)
            hatched |= picture.pixelColor(shown.at(x, 2)) == theme().surface;
        QVERIFY(hatched);
    }

    void liveSpansGrowButNotUnderThePointer()
    {
        trace::SpanTable table = layout::spansOf(QStringLiteral("run 0-"));
        table.state[0] = trace::State::running;
        table.startUnixNs[0] = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
        Shown shown(table);
        shown.view.viewport()->setAttribute(Qt::WA_UnderMouse, false);
        shown.view.setLive(true);
        const double before = shown.view.axis().visibleUnits();
        QTRY_VERIFY(shown.view.axis().visibleUnits() > before);

        shown.view.viewport()->setAttribute(Qt::WA_UnderMouse, true);
        QCursor::setPos(shown.view.viewport()->mapToGlobal(shown.at(50, 0)));
        QTRY_VERIFY(shown.view.axis().toX(shown.view.lastUnit()) > shown.view.axis().widthPx);
        const layout::Axis held = shown.view.axis();
        const std::int64_t last = shown.view.lastUnit();
        QTRY_VERIFY(shown.view.lastUnit() > last);
        QCOMPARE(shown.view.axis(), held);
    }

    void callsOfOnePathMergeAndASandwichOpens()
    {
        Shown shown("run 0-1000\n chat 0-300\n  http 0-100\n tool 400-500\n chat 600-800");
        shown.view.setOrder(FlameOrder::leftHeavy);
        shown.hover(shown.at(133, 1));
        QCOMPARE(shown.view.hoverLines().join(QLatin1Char('|')),
                 QStringLiteral("chat|500\u00a0ns in all · 50\u00a0%|400\u00a0ns itself|Calls: 2"));
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, shown.at(100, 1));
        shown.view.setOrder(FlameOrder::sandwich);
        shown.hover(shown.at(500, 0));
        QCOMPARE(shown.view.hoverLines().value(0), QStringLiteral("run"));
        shown.hover(shown.at(500, 1));
        QCOMPARE(shown.view.hoverLines().value(0), QStringLiteral("chat"));
    }

    void shortLabelsAreLeftOutAndLongOnesElided()
    {
        LabelCache labels(font(FontRole::secondary));
        QVERIFY(labels.fitting(1, "llm.chat", 8) == nullptr);
        const QStaticText* cut = labels.fitting(2, "llm.chat.completions", 45);
        QVERIFY(cut != nullptr);
        QVERIFY(cut->text().startsWith(QLatin1String("llm")));
        QVERIFY(cut->text().endsWith(QChar(0x2026)));
        QCOMPARE(labels.fitting(2, "llm.chat.completions", 600)->text(),
                 QStringLiteral("llm.chat.completions"));
    }

    void picturesComeAsImagesAndAsVectors()
    {
        auto table =
            std::make_shared<const trace::SpanTable>(layout::spansOf(QString::fromLatin1(parallelTools)));
        FlamePictureOptions options;
        options.size = {500, 200};
        options.theme = &darkTheme();
        const QImage image = flameImage(table, options);
        QCOMPARE(image.pixelColor(50, 50 + 30), darkTheme().kindFill(Kind::span));
        QBuffer buffer;
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setSize(options.size);
        QPainter painter(&svg);
        paintFlame(painter, table, options);
        painter.end();
        QVERIFY(buffer.data().contains("toola"));
    }

    void theBenchDrawsItsWholePath()
    {
        auto table =
            std::make_shared<const trace::SpanTable>(layout::spansOf(QString::fromLatin1(parallelTools)));
        const FlameBench bench = benchFlame(table);
        QCOMPARE(bench.spans, 5U);
        QVERIFY(bench.p50Ms > 0 && bench.p50Ms <= bench.p95Ms && bench.p95Ms <= bench.worstMs);
    }
};

QTEST_MAIN(tst_flame_graph_view)
#include "tst_flame_graph_view.moc"
