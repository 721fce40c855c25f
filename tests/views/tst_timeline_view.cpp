// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline: which lines there are, where bars stand, and how it is driven by mouse and keyboard.
#include <QMouseEvent>
#include <QProxyStyle>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "views/theme.h"
#include "views/timeline_view.h"

using namespace spanglass;
using views::TimelineRows;
using views::TimelineView;

namespace {

struct Line
{
    const char* name;
    std::uint64_t id;
    std::uint64_t parent;
    std::int64_t startMs;
    std::int64_t durationMs;
    bool failed = false;
};

std::shared_ptr<const trace::SpanTable> tableOf(const std::vector<Line>& lines)
{
    auto table = std::make_shared<trace::SpanTable>();
    std::vector<SpanId> parents;
    for (const Line& line : lines) {
        trace::Span span;
        span.trace = TraceId{1, 1};
        span.id = SpanId{line.id};
        span.name = line.name;
        span.startUnixNs = line.startMs * 1'000'000;
        span.durationNs = line.durationMs * 1'000'000;
        span.status = line.failed ? Status::error : Status::unset;
        table->append(span);
        parents.push_back(SpanId{line.parent});
    }
    table->linkParents(parents);
    return table;
}

const std::vector<Line> agentRun{{"run", 1, 0, 0, 1000},  {"plan", 2, 1, 0, 300},
                                 {"llm", 3, 2, 50, 200},  {"search", 4, 1, 300, 400, true},
                                 {"embed", 5, 4, 310, 5}, {"answer", 6, 1, 700, 300}};

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

QString picture(const TimelineRows& rows, const trace::SpanTable& table)
{
    QString text;
    for (std::uint32_t line = 0; line < rows.count(); ++line) {
        const std::string_view name = table.strings.text(table.name[rows.line(line).spanRow]);
        text += QString(int(rows.line(line).depth), u' ') +
                QString::fromUtf8(name.data(), qsizetype(name.size())) + u' ';
    }
    return text.trimmed();
}

struct Fixture
{
    models::SpanTreeModel model;
    QItemSelectionModel selection{&model};
    TimelineView view;

    explicit Fixture(const std::vector<Line>& lines)
    {
        views::applyTheme(views::ThemeChoice::light);
        view.setReducedMotion(true);
        view.resize(900, 400);
        view.setModel(&model, &selection);
        model.setTable(tableOf(lines));
        view.show();
        view.grab();
        view.setFocus();
    }
    QString selected() const { return selection.currentIndex().data().toString(); }
    QPoint onBar(std::uint32_t line) const { return view.barRect(line).center().toPoint(); }
};

} // namespace

class tst_timeline_view : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void foldedAndShortSpansLeaveNoLine()
    {
        const auto table = tableOf(agentRun);
        const trace::Tree tree(*table);
        TimelineRows rows;
        rows.setTree(*table, tree);
        QCOMPARE(picture(rows, *table), QStringLiteral("run  plan   llm  search   embed  answer"));
        rows.setFolded(1, true);
        QCOMPARE(picture(rows, *table), QStringLiteral("run  plan  search   embed  answer"));
        QCOMPARE(rows.lineOf(2), trace::noRow);
        rows.setMinimumNs(10'000'000);
        QCOMPARE(picture(rows, *table), QStringLiteral("run  plan  search  answer"));
        rows.reveal(2);
        QCOMPARE(picture(rows, *table), QStringLiteral("run  plan   llm  search  answer"));
        rows.foldAll(true);
        QCOMPARE(picture(rows, *table), QStringLiteral("run"));
    }

    void barsStandWhereTheirSpansWere()
    {
        Fixture f(agentRun);
        const QRectF run = f.view.barRect(0);
        const QRectF search = f.view.barRect(3);
        QVERIFY(std::abs((search.left() - run.left()) / run.width() - 0.3) < 0.01);
        QVERIFY(std::abs(search.width() / run.width() - 0.4) < 0.01);
    }

    void aClickSelectsAndAFoldMarkFolds()
    {
        Fixture f(agentRun);
        QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, f.onBar(3));
        QCOMPARE(f.selected(), QStringLiteral("search"));
        QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, QPoint(14, f.view.lineRect(0).center().y()));
        QCOMPARE(f.view.rows().count(), 1u);
        QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, QPoint(14, f.view.lineRect(0).center().y()));
        QCOMPARE(f.view.rows().count(), 6u);
    }

    void aDoubleClickFitsASpanAndEscStepsBack()
    {
        Fixture f(agentRun);
        const layout::Axis whole = f.view.axis();
        QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, f.onBar(3));
        QTest::mouseDClick(f.view.viewport(), Qt::LeftButton, {}, f.onBar(3));
        QVERIFY(f.view.axis().unitsPerPixel < whole.unitsPerPixel * 0.45);
        QTest::keyClick(&f.view, Qt::Key_Escape);
        QCOMPARE(f.view.axis(), whole);
    }

    void theKeyboardAloneReachesEverything()
    {
        Fixture f(agentRun);
        QTest::keyClick(&f.view, Qt::Key_Home);
        QCOMPARE(f.selected(), QStringLiteral("run"));
        QTest::keyClick(&f.view, Qt::Key_Right);
        QCOMPARE(f.selected(), QStringLiteral("plan"));
        QTest::keyClick(&f.view, Qt::Key_Left); // folds
        QTest::keyClick(&f.view, Qt::Key_Down);
        QCOMPARE(f.selected(), QStringLiteral("search"));
        QTest::keyClick(&f.view, Qt::Key_Up);
        QTest::keyClick(&f.view, Qt::Key_Right); // unfolds
        QTest::keyClick(&f.view, Qt::Key_Down);
        QCOMPARE(f.selected(), QStringLiteral("llm"));
        QTest::keyClick(&f.view, Qt::Key_Left); // to the parent
        QCOMPARE(f.selected(), QStringLiteral("plan"));
        QTest::keyClick(&f.view, Qt::Key_End);
        QCOMPARE(f.selected(), QStringLiteral("answer"));
        const double before = f.view.axis().unitsPerPixel;
        QTest::keyClick(&f.view, Qt::Key_W);
        QVERIFY(f.view.axis().unitsPerPixel < before);
        QTest::keyClick(&f.view, Qt::Key_F);
        QCOMPARE(f.view.axis().unitsPerPixel, before);
    }

    void errorsAndMatchesAreWalked()
    {
        Fixture f(agentRun);
        QTest::keyClick(&f.view, Qt::Key_Period);
        QCOMPARE(f.selected(), QStringLiteral("search"));
        f.view.setMatches({0, 0, 1, 0, 0, 1});
        QTest::keyClick(&f.view, Qt::Key_Period);
        QCOMPARE(f.selected(), QStringLiteral("answer"));
        QTest::keyClick(&f.view, Qt::Key_Period);
        QCOMPARE(f.selected(), QStringLiteral("llm"));
        QTest::keyClick(&f.view, Qt::Key_Comma);
        QCOMPARE(f.selected(), QStringLiteral("answer"));
    }

    void theCardBesideTheBarsSaysAtOnceWhatASpanUsed()
    {
        Fixture f(agentRun);
        auto table = std::make_shared<trace::SpanTable>(*tableOf(agentRun));
        table->details = [](std::uint32_t) {
            trace::Span span;
            span.model = "m<b>1";
            span.tokens.total = 1204;
            span.cost = Decimal::parse("0.0042");
            return span;
        };
        f.model.setTable(std::make_shared<const trace::SpanTable>());
        f.model.setTable(table);
        const auto hover = [&f](QPointF at) {
            QMouseEvent move(QEvent::MouseMove, at, f.view.mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
            QCoreApplication::sendEvent(f.view.viewport(), &move);
        };
        hover(f.view.barRect(1).center());
        const QStringList said = f.view.hoverText().split(QLatin1Char('\n'));
        QCOMPARE(said.value(0), QStringLiteral("plan"));
        QVERIFY2(said.contains(QStringLiteral("Duration: 300\u00a0ms · 30\u00a0% of the trace")),
                 qPrintable(f.view.hoverText()));
        QVERIFY2(said.contains(QStringLiteral("m<b>1 · 1,204 tokens · 0.42\u00a0¢")),
                 qPrintable(f.view.hoverText()));
        hover(QPointF(20, f.view.lineRect(1).center().y())); // over the names a tool tip says it
        QVERIFY(f.view.hoverText().isEmpty());
    }

    void aSliverIsNotNothing()
    {
        const Fixture f({{"run", 1, 0, 0, 100'000}, {"sliver", 2, 1, 0, 1}});
        QVERIFY2(f.view.toolTipOf(1).contains(QStringLiteral("< 0.1\u00a0% of the trace")),
                 qPrintable(f.view.toolTipOf(1)));
    }

    void motionIsEasedUnlessItIsReduced()
    {
        AnimationStyle style; // outlives the view
        Fixture f(agentRun);
        f.view.setStyle(&style);
        const layout::Axis whole = f.view.axis();
        f.selection.setCurrentIndex(f.model.indexOfRow(1), QItemSelectionModel::ClearAndSelect);
        f.view.fitSelection(); // the fixture asked for no motion
        QVERIFY(f.view.axis() != whole);
        f.view.fitAll();

        f.view.setReducedMotion(false);
        style.animates = false; // the desktop's wish
        f.view.fitSelection();
        QVERIFY(f.view.axis() != whole);
        f.view.fitAll();
        QCOMPARE(f.view.axis(), whole);

        style.animates = true;
        f.view.fitSelection();
        QCOMPARE(f.view.axis(), whole); // the first frame is where it was
        QTRY_VERIFY(f.view.axis() != whole);
    }

    void selectingElsewhereBringsTheSpanIntoView()
    {
        std::vector<Line> lines{{"run", 1, 0, 0, 100'000}};
        for (std::uint64_t i = 2; i < 2'000; ++i)
            lines.push_back({"step", i, 1, std::int64_t(i), 1});
        Fixture f(lines);
        f.view.foldAll();
        f.selection.setCurrentIndex(f.model.indexOfRow(1'500), QItemSelectionModel::ClearAndSelect);
        const std::uint32_t line = f.view.rows().lineOf(1'500);
        QVERIFY(line != trace::noRow);
        QVERIFY(!f.view.lineRect(line).isEmpty());
    }

    void aNewerTableKeepsWhatWasZoomedTo()
    {
        Fixture f(agentRun);
        QTest::keyClick(&f.view, Qt::Key_W);
        QTest::keyClick(&f.view, Qt::Key_W);
        const layout::Axis zoomed = f.view.axis();
        std::vector<Line> more = agentRun;
        more.push_back({"late", 7, 1, 1000, 500});
        f.model.setTable(tableOf(more));
        QCOMPARE(f.view.axis().unitsPerPixel, zoomed.unitsPerPixel);
        QCOMPARE(f.view.rows().count(), 7u);
    }

    void anEmptyTimelineSaysWhatToDo()
    {
        Fixture f({});
        QVERIFY(f.view.grab().toImage().pixelColor(1, 1).isValid());
        QTest::keyClick(&f.view, Qt::Key_Down);
        QTest::keyClick(&f.view, Qt::Key_Period);
        QTest::keyClick(&f.view, Qt::Key_F);
        QVERIFY(!f.selection.currentIndex().isValid());
    }
};

QTEST_MAIN(tst_timeline_view)
#include "tst_timeline_view.moc"
