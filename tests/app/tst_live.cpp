// SPDX-License-Identifier: GPL-3.0-or-later
// What moves while agents run: the rate and its pulse, pausing and catching up, findings on the shown trace.
#include <QAction>
#include <QListWidget>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "app/file_reader.h"
#include "app/findings_panel.h"
#include "app/languages.h"
#include "app/main_window.h"
#include "app/span_rate.h"
#include "app/status_line.h"
#include "models/readable.h"
#include "sample_traces.h"
#include "views/elided_label.h"
#include "views/pulse_dot.h"
#include "views/span_facts.h"
#include "views/trace_list_view.h"

using namespace spanglass;
using app::FindingsPanel;
using app::MainWindow;
using app::StatusLine;

namespace {

struct Fixture
{
    QTemporaryDir directory;
    models::FakeSource source;
    app::Settings settings{directory.filePath(QStringLiteral("window.conf"))};
    std::unique_ptr<MainWindow> window;

    explicit Fixture(int traces)
    {
        app::speak(QStringLiteral("en"));
        app::fillSample(source, traces, models::nowUnixNs());
        window = std::make_unique<MainWindow>(app::WindowParts{.source = &source,
                                                               .storeName = QStringLiteral("/tmp/store"),
                                                               .reader = app::readTraceFile,
                                                               .rawWriter = {},
                                                               .settings = &settings});
        QSignalSpy answered(window->traces(), &models::TraceListModel::answered);
        window->resize(1200, 700);
        window->show();
        QVERIFY(answered.wait());
    }
    [[nodiscard]] app::TracePage* page() const { return window->currentPage(); }
    [[nodiscard]] int rows() const { return window->traces()->rowCount(); }
};

/// A tool that was called three times with one input, and another span.
std::shared_ptr<const trace::SpanTable> repeatingTrace(TraceId id)
{
    std::vector<app::SampleSpan> spans{{"agent.run", Kind::agent, 0, 1000, -1, "q", "a", {}},
                                       {"plan", Kind::chain, 1, 10, 0, "q", "a", {}}};
    for (int i = 0; i < 3; ++i)
        spans.push_back({"tool.sql", Kind::tool, 100 + 200 * i, 150, 0, R"({"query":"select 1"})", "1", {}});
    return app::sampleTable(id, models::nowUnixNs(), spans);
}

} // namespace

class tst_live : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theRateIsOverTheLastTwoSeconds_data()
    {
        QTest::addColumn<QList<QPair<qint64, qint64>>>("readings");
        QTest::addColumn<qint64>("nowMs");
        QTest::addColumn<double>("rate");
        using Readings = QList<QPair<qint64, qint64>>;
        QTest::newRow("nothing was read") << Readings{} << qint64(0) << 0.0;
        QTest::newRow("one reading says nothing") << Readings{{0, 500}} << qint64(10) << 0.0;
        QTest::newRow("two readings") << Readings{{0, 1000}, {500, 1200}} << qint64(500) << 400.0;
        QTest::newRow("a pause before a burst does not count")
            << Readings{{0, 0}, {60'000, 1000}} << qint64(60'000) << 500.0;
        QTest::newRow("it goes down when nothing comes")
            << Readings{{0, 0}, {1000, 1000}} << qint64(2000) << 500.0;
        QTest::newRow("and ends") << Readings{{0, 0}, {1000, 1000}} << qint64(3001) << 0.0;
        QTest::newRow("deleted spans begin it anew") << Readings{{0, 1000}, {500, 10}} << qint64(500) << 0.0;
        QTest::newRow("two readings at once") << Readings{{0, 0}, {0, 100}} << qint64(0) << 1000.0;
    }
    void theRateIsOverTheLastTwoSeconds()
    {
        using Readings = QList<QPair<qint64, qint64>>;
        QFETCH(Readings, readings);
        QFETCH(qint64, nowMs);
        QFETCH(double, rate);
        app::SpanRate measured;
        for (const auto& [ms, spans] : readings)
            measured.add(ms, spans);
        QCOMPARE(measured.perSecond(nowMs), rate);
    }

    void thePulseBeatsWithWhatComesInAndRestsWhenIdle()
    {
        QStatusBar bar;
        StatusLine status(&bar);
        bar.show(); // nothing that is hidden moves
        const auto* dot = bar.findChild<views::PulseDot*>();
        status.showLive(false, {});
        QCOMPARE(status.liveText(), QStringLiteral("idle"));
        status.showCounts(1, 10, 0);
        status.showCounts(1, 20, 0);
        QVERIFY(!dot->isBeating());
        status.showLive(true, {});
        QVERIFY2(status.liveText().contains(QStringLiteral("spans/s")), qPrintable(status.liveText()));
        status.showCounts(1, 20, 0); // nothing new
        QVERIFY(!dot->isBeating());
        status.showCounts(1, 21, 0);
        QVERIFY(dot->isBeating());
        QTRY_VERIFY(!dot->isBeating()); // one beat, then nothing runs
        status.showLive(false, {});
        QCOMPARE(status.liveText(), QStringLiteral("idle"));
    }

    void whilePausedNothingMovesAndThenItCatchesUp()
    {
        Fixture f(3);
        QTRY_VERIFY(f.page()->model()->rowCount() > 0);
        const TraceId shown = f.page()->model()->table()->trace[0];
        const auto before = f.page()->model()->table();
        f.window->statusLine()->showCounts(3, 30, 0);
        f.window->findChild<QAction*>(QStringLiteral("actionPause"))->trigger();
        QCOMPARE(f.window->statusLine()->liveText(), QStringLiteral("paused"));

        f.source.add(9'000, models::nowUnixNs());
        f.source.tables[shown] =
            app::sampleTable(shown, models::nowUnixNs(), app::sampleAgentRun(false, false));
        const int questions = f.source.questions;
        Q_EMIT f.source.changed();
        f.window->statusLine()->showCounts(4, 40, 0);
        QVERIFY(f.window->statusLine()->liveText().startsWith(QStringLiteral("paused · 1 new")));
        // A query is answered all the same: what came before it has been dealt with by then.
        QSignalSpy answered(f.window->traces(), &models::TraceListModel::answered);
        f.window->traces()->setQuery({}, models::TraceListModel::Order::longest);
        QVERIFY(answered.wait());
        QCOMPARE(f.source.questions, questions + 1);
        QCOMPARE(f.page()->model()->table(), before);

        f.window->traces()->setQuery({}, models::TraceListModel::Order::newest);
        f.window->findChild<QAction*>(QStringLiteral("actionPause"))->trigger();
        QTRY_COMPARE(f.rows(), 4);
        QTRY_VERIFY(f.page()->model()->table() != before);
        QVERIFY(!f.window->statusLine()->liveText().contains(QStringLiteral("paused")));
    }

    void aFindingSelectsAndMarksItsSpans()
    {
        Fixture f(1);
        QTRY_VERIFY(f.page()->model()->rowCount() > 0);
        FindingsPanel* panel = f.page()->findings();
        f.page()->showTable(repeatingTrace(TraceId{1, 77}));
        QTRY_VERIFY(panel->isVisible());
        panel->unfoldButton()->click();
        QVERIFY(panel->list()->isVisible());
        int index = -1;
        for (int i = 0; i < panel->list()->count(); ++i) {
            if (panel->list()->item(i)->text().startsWith(QStringLiteral("The same call again")))
                index = i;
        }
        QVERIFY(index >= 0);
        QTest::mouseClick(panel->list()->viewport(), Qt::LeftButton, {},
                          panel->list()->visualItemRect(panel->list()->item(index)).center());
        QCOMPARE(f.page()->selection()->currentIndex().data().toString(), QStringLiteral("tool.sql"));
        const std::uint32_t first = f.page()->model()->tableRow(f.page()->selection()->currentIndex());
        // Its other spans are a key away.
        f.page()->nextMatch();
        QCOMPARE(f.page()->selection()->currentIndex().data().toString(), QStringLiteral("tool.sql"));
        QVERIFY(f.page()->model()->tableRow(f.page()->selection()->currentIndex()) != first);
    }

    void aCalleeWithAnotherClockIsShownInsideItsCallerAndMarked()
    {
        Fixture f(1);
        QTRY_VERIFY(f.page()->model()->rowCount() > 0);
        auto table = std::make_shared<trace::SpanTable>(
            *app::sampleTable(TraceId{1, 79}, models::nowUnixNs(),
                              {{"call", Kind::chain, 10'000, 100, -1, {}, {}, {}},
                               {"serve", Kind::chain, 0, 40, 0, {}, {}, {}}}));
        table->service[1] = table->strings.intern("db");
        f.page()->showTable(table);
        f.page()->showHeader(QStringLiteral("call"), QStringLiteral("2 spans"), {});
        const auto shown = f.page()->model()->table();
        QVERIFY(shown->startUnixNs[1] >= shown->startUnixNs[0]);
        QVERIFY(shown->startUnixNs[1] + shown->durationNs[1] <= shown->startUnixNs[0] + shown->durationNs[0]);
        QVERIFY(f.page()
                    ->findChild<views::ElidedLabel*>(QStringLiteral("facts"))
                    ->text()
                    .contains(QStringLiteral("clocks aligned")));
        QStringList remarks;
        for (const views::Fact& fact : views::spanFacts(shown->details(1), *f.page()->model(), 1))
            remarks << fact.value;
        QVERIFY2(!remarks.filter(QStringLiteral("later: its clock is behind")).isEmpty(),
                 qPrintable(remarks.join(QLatin1Char('\n'))));
    }

    void aTraceWithoutFindingsShowsNoPanel()
    {
        Fixture f(1);
        QTRY_VERIFY(f.page()->model()->rowCount() > 0);
        FindingsPanel* panel = f.page()->findings();
        f.page()->showTable(repeatingTrace(TraceId{1, 77}));
        QTRY_VERIFY(panel->isVisible());
        QSignalSpy looked(panel, &FindingsPanel::looked);
        f.page()->showTable(app::sampleTable(
            TraceId{1, 78}, models::nowUnixNs(),
            {{"step", Kind::chain, 0, 10, -1, {}, {}, {}}, {"step", Kind::chain, 20, 10, -1, {}, {}, {}}}));
        QVERIFY(!panel->isVisible()); // at once: the old ones are another trace's
        QVERIFY(looked.wait());
        QCOMPARE(looked[0][0].toInt(), 0);
        QVERIFY(!panel->isVisible());
    }
};

QTEST_MAIN(tst_live)
#include "tst_live.moc"
