// SPDX-License-Identifier: GPL-3.0-or-later
// The query panel, columns, saved views, dashboard, sessions, annotations and the palette on a real store.
#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QCompleter>
#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableWidget>

#include "app/command_palette.h"
#include "app/dashboard_tab.h"
#include "app/query_panel.h"
#include "app/sessions_tab.h"
#include "app/shortcut_sheet.h"
#include "app/store_tools.h"
#include "store_window.h"
#include "views/compare_view.h"
#include "views/dashboard_view.h"
#include "views/flame_graph_view.h"
#include "views/query_edit.h"
#include "views/score_editor.h"
#include "views/time_histogram.h"

using namespace spanglass;
using namespace spanglass::app;

namespace {

QString labelWith(const QWidget* parent, const QString& text)
{
    for (const QLabel* label : parent->findChildren<QLabel*>()) {
        if (label->isVisible() && label->text().contains(text))
            return label->text();
    }
    return {};
}

/// Opens a menu by its key, goes down, and takes what is there. Some menus have an event loop of their own.
void chooseByKeys(const StoreWindow& w, const char* opens, const QByteArrayList& keys)
{
    bool chosen = false;
    QTimer waiting;
    QObject::connect(&waiting, &QTimer::timeout, qApp, [&] {
        if (chosen || !qobject_cast<QMenu*>(QApplication::activePopupWidget()))
            return;
        chosen = true;
        for (const QByteArray& key : keys)
            w.press(key.constData());
    });
    waiting.start(5);
    w.press(opens);
    QTRY_VERIFY(chosen);
}

QStringList offered(const views::QueryEdit* edit)
{
    QStringList texts;
    const QAbstractItemModel* model = edit->completion()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        texts << model->index(row, 0).data().toString();
    return texts;
}

} // namespace

class tst_store_tools : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFaultIsSaidBesideTheLineAndAsksNothing()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        auto* edit = w.find<views::QueryEdit>();
        w.press("Ctrl+L");
        QTRY_VERIFY(edit->hasFocus());
        w.type(QStringLiteral("cost>much"));
        QTRY_COMPARE(labelWith(w.find<QueryPanel>(), QStringLiteral("number")),
                     QStringLiteral("cost>much: that is no number"));
        w.press("Return");
        QCOMPARE(w.window->traces()->queryText(), QString());
        QCOMPARE(w.rows(), 12);
        w.press("Ctrl+A");
        w.type(QStringLiteral("status:error"));
        w.press("Return");
        QTRY_COMPARE(w.rows(), 1);
        QVERIFY(edit->fault().isEmpty());
    }

    void keysAndValuesOfTheStoreAreOffered()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        auto* edit = w.find<views::QueryEdit>();
        w.press("Ctrl+L");
        w.type(QStringLiteral("us"));
        QCOMPARE(offered(edit), QStringList{QStringLiteral("user:")});
        QVERIFY(edit->completion()->popup()->isVisible());
        w.press("Down");
        w.press("Return");
        QTRY_COMPARE(edit->text(), QStringLiteral("user:"));
        QTRY_COMPARE(offered(edit), (QStringList{QStringLiteral("ada"), QStringLiteral("bob")}));
        w.type(QStringLiteral("b"));
        QTRY_COMPARE(offered(edit), QStringList{QStringLiteral("bob")});
        w.press("Down");
        w.press("Return");
        QTRY_COMPARE(edit->text(), QStringLiteral("user:bob "));
        QTRY_COMPARE(w.rows(), 6);
        w.type(QStringLiteral("kind:to"));
        QTRY_COMPARE(offered(edit), QStringList{QStringLiteral("tool")});
    }

    void aWordThatIsBeingTypedIsNoFault()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        auto* edit = w.find<views::QueryEdit>();
        w.press("Ctrl+L");
        for (const char letter : {'k', 'i', 'n', 'd', ':', 't'}) {
            w.type(QString(QLatin1Char(letter)));
            QCOMPARE(edit->fault(), QString());
        }
        // Nothing is called so: nothing is offered.
        w.type(QStringLiteral("x"));
        QVERIFY(edit->fault().startsWith(QStringLiteral("kind:tx: a kind is span, ")));
        w.press("Ctrl+A");
        w.type(QStringLiteral("user:"));
        QCOMPARE(edit->fault(), QString());
        w.press("Escape");
        w.press("Return");
        QCOMPARE(edit->fault(), QStringLiteral("user:: a value is missing"));
    }

    /// What is typed is meant, not what happens to be offered first.
    void aClearedLineAsksForEverything()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        w.press("Ctrl+L");
        w.type(QStringLiteral("ki"));
        w.press("Down");
        w.press("Return");
        w.type(QStringLiteral("tool status:error"));
        w.press("Return");
        QTRY_COMPARE(w.rows(), 1);
        w.press("Ctrl+L");
        w.press("Ctrl+A");
        w.press("Del");
        w.press("Return");
        QTRY_COMPARE(w.rows(), 12);
        QCOMPARE(w.find<views::QueryEdit>()->text(), QString());
    }

    void whatWasAskedIsOfferedAgain()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        w.press("Ctrl+L");
        w.type(QStringLiteral("errors>0"));
        w.press("Return");
        QTRY_COMPARE(w.rows(), 1);
        w.open();
        QTRY_COMPARE(w.rows(), 12);
        w.press("Ctrl+L");
        w.press("Down");
        QCOMPARE(offered(w.find<views::QueryEdit>()), QStringList{QStringLiteral("errors>0")});
    }

    void aRangeIsChosenInTheHistogramByMouseAndKeys()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        auto* histogram = w.find<views::TimeHistogram>();
        QTRY_VERIFY(histogram->isVisible() && !histogram->histogram().bins.empty());
        const auto& bins = histogram->histogram().bins;
        std::int64_t traces = 0, failed = 0;
        for (const auto& bin : bins) {
            traces += bin.traces;
            failed += bin.failed;
        }
        QCOMPARE(traces, 12);
        QCOMPARE(failed, 1);
        const QPoint first(int(histogram->barRect(0).center().x()), 20);
        const QPoint middle(int(histogram->barRect(bins.size() / 2).center().x()), 20);
        QTest::mousePress(histogram, Qt::LeftButton, {}, first);
        QTest::mouseMove(histogram, middle);
        QTest::mouseRelease(histogram, Qt::LeftButton, {}, middle);
        QTRY_COMPARE(w.rows(), 6);
        QVERIFY(w.window->traces()->range().toNs.has_value());
        histogram->setFocus();
        w.press("Escape");
        QTRY_COMPARE(w.rows(), 12);
        // The last bin by keys: it holds the newest trace, and says so where it stands.
        QTRY_COMPARE(histogram->histogram().bins.back().traces, 1);
        const QImage before = histogram->grab().toImage();
        w.press("Left");
        QVERIFY(histogram->accessibleDescription().contains(QStringLiteral("1 trace")));
        const QRect words(histogram->width() - 200, histogram->height() - 16, 180, 14);
        QVERIFY(histogram->grab().toImage().copy(words) != before.copy(words));
        w.press("Return");
        QTRY_COMPARE(w.rows(), 1);
    }

    void aSavedViewComesBackWholeAfterARestart()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        auto* panel = w.find<QueryPanel>();
        panel->setQuery(QStringLiteral("user:ada"));
        panel->setLast(3'600);
        w.settings->setOrder(trace::TraceOrder::longest);
        w.settings->setListColumns({QStringLiteral("name"), QStringLiteral("cost")});
        panel->saveView(QStringLiteral("Ada & the hour"));
        w.settings->setOrder(trace::TraceOrder::newest);
        w.settings->setListColumns({});
        w.open();
        QTRY_COMPARE(w.rows(), 12);
        w.command(QStringLiteral("ada hour"));
        QTRY_COMPARE(w.rows(), 6);
        QCOMPARE(w.window->traces()->queryText(), QStringLiteral("user:ada"));
        QCOMPARE(w.window->traces()->order(), trace::TraceOrder::longest);
        QVERIFY(w.window->traces()->range().fromNs.has_value());
        QVERIFY(w.list()->hasColumns());
        QCOMPARE(w.list()->header()->columns(), (QList{views::TraceColumn::name, views::TraceColumn::cost}));
        QCOMPARE(w.settings->savedViews().size(), 1);
        w.settings->forgetView(QStringLiteral("Ada & the hour"));
        QVERIFY(w.settings->savedViews().isEmpty());
    }

    void columnsAreChosenMovedAndSortedBy()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        QVERIFY(!w.list()->hasColumns());
        w.press("Ctrl+Shift+C");
        QVERIFY(w.list()->hasColumns());
        views::TraceHeader* header = w.list()->header();
        const int duration = int(header->columns().indexOf(views::TraceColumn::duration));
        const QPoint place(header->sectionViewportPosition(duration) + 10, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
        QTRY_COMPARE(w.window->traces()->order(), trace::TraceOrder::longest);
        QTRY_COMPARE(w.rows(), 12);
        QCOMPARE(w.window->traces()->traceAt(w.window->traces()->index(0)).low, 7u);
        header->moveSection(duration, 0);
        QCOMPARE(w.settings->listColumns().constFirst(), QStringLiteral("duration"));
        w.open();
        QTRY_COMPARE(w.rows(), 12);
        QCOMPARE(w.list()->header()->columnAt(0), views::TraceColumn::duration);
        // Every column has a title, and a text for a row.
        for (int i = 0; i < views::traceColumnCount; ++i) {
            const auto column = static_cast<views::TraceColumn>(i);
            QVERIFY(!views::columnTitle(column).isEmpty());
            QCOMPARE(views::columnOfKey(views::columnKey(column)), std::optional(column));
        }
        QCOMPARE(views::columnText(views::TraceColumn::user, w.window->traces()->index(0)),
                 QStringLiteral("bob"));
    }

    void theDashboardFollowsTheQueryAndLeadsToItsTraces()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        w.press("Ctrl+4");
        auto* tab = w.find<DashboardTab>();
        QVERIFY(tab);
        QTRY_COMPARE(tab->view()->dashboard().traces, 12);
        QCOMPARE(tab->view()->dashboard().failed, 1);
        QCOMPARE(tab->view()->dashboard().models.size(), std::size_t{1});
        QVERIFY(!labelWith(tab, QStringLiteral("12 trace")).isEmpty());
        w.find<QueryPanel>()->setQuery(QStringLiteral("user:ada"));
        QTRY_COMPARE(tab->view()->dashboard().traces, 6);
        w.find<QueryPanel>()->setQuery({});
        QTRY_COMPARE(tab->view()->dashboard().traces, 12);
        // The slowest name is the root's; its traces are found by it.
        const auto tables = tab->findChildren<QTableWidget*>();
        QCOMPARE(tables.size(), 2);
        int tool = -1;
        for (int row = 0; row < tables[0]->rowCount(); ++row) {
            if (tables[0]->item(row, 0)->text() == QStringLiteral("search_index"))
                tool = row;
        }
        QVERIFY(tool >= 0);
        tables[0]->setFocus();
        tables[0]->setCurrentCell(tool, 0);
        w.press("Return");
        QTRY_COMPARE(w.find<QTabWidget>("documents")->currentIndex(), 0);
        QTRY_COMPARE(w.window->traces()->queryText(), QStringLiteral("kind:tool \"search_index\""));
        QTRY_COMPARE(w.rows(), 12);
    }

    void aDashboardThatIsCancelledSaysSo()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        DashboardTab tab(w.source.get());
        tab.show();
        tab.ask({}, {});
        QVERIFY(tab.reading());
        tab.cancel();
        QVERIFY(!tab.reading());
        tab.ask(QStringLiteral("cost>much"), {});
        QTRY_VERIFY(!labelWith(&tab, QStringLiteral("that is no number")).isEmpty());
        tab.ask({}, {});
        QTRY_COMPARE(tab.view()->dashboard().traces, 12);
    }

    void aSessionIsReadAsOneConversation()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        w.press("Ctrl+5");
        auto* tab = w.find<SessionsTab>();
        QVERIFY(tab);
        const QAbstractItemModelTester tester(tab->sessions(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(tab->sessions()->rowCount(), 4);
        QTRY_COMPARE(tab->view()->turnCount(), std::size_t{3});
        // The newest session has the last three runs: question and answer of each, in their order.
        QStringList said;
        for (const QLabel* label : tab->view()->findChildren<QLabel*>())
            said << label->text();
        said = said.filter(QRegularExpression(QStringLiteral("^(Question|Answer) ")));
        QCOMPARE(said, (QStringList{QStringLiteral("Question 10"), QStringLiteral("Answer 10"),
                                    QStringLiteral("Question 11"), QStringLiteral("Answer 11"),
                                    QStringLiteral("Question 12"), QStringLiteral("Answer 12")}));
        QVERIFY(labelWith(tab->view(), QStringLiteral("3 trace")).contains(QStringLiteral("6.0")));
        w.press("Down");
        w.press("Down");
        QTRY_VERIFY(!labelWith(tab->view(), QStringLiteral("2 error")).isEmpty());
        QTRY_COMPARE(tab->view()->turnCount(), std::size_t{3});
        Q_EMIT tab->view()->traceAsked({0x5e55, 4});
        QTRY_COMPARE(w.rows(), 1);
        QTRY_COMPARE(w.shownRun(), 4u);
    }

    void aLabelIsKeptShownAndFound()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        QTRY_VERIFY(w.span().has_value());
        const TraceId trace = w.span()->trace;
        w.press("Ctrl+Shift+A");
        w.type(QStringLiteral("to check"));
        w.press("Return");
        QTRY_COMPARE(w.span() ? w.span()->scores.size() : 0, std::size_t{1});
        QCOMPARE(w.span()->scores.front().name, std::string("label"));
        const auto kept = w.bench.store().scores(trace);
        QCOMPARE(kept->size(), std::size_t{1});
        QCOMPARE(std::get<std::string>(kept->front().score.value), std::string("to check"));
        QTRY_COMPARE(w.window->traces()->index(0).data(models::TraceListModel::scoresRole).toString(),
                     QStringLiteral("to check"));
        w.find<QueryPanel>()->setQuery(QStringLiteral("label:\"to check\""));
        QTRY_COMPARE(w.rows(), 1);
        // Another process says something: the list notices.
        QVERIFY(store::addScore(w.bench.path(), {.trace = trace, .score = {"helpful", 0.5, {}}}));
        Q_EMIT w.source->changed();
        QTRY_COMPARE(w.window->traces()->index(0).data(models::TraceListModel::scoresRole).toString(),
                     QStringLiteral("to check, helpful 0.5"));
    }

    void thePaletteHasEveryActionAndFindsItByLetters()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        const QList<Command> commands = commandsOf(w.window->findChildren<QAction*>());
        QSet<QString> texts;
        for (const Command& command : commands)
            texts << command.text;
        for (const QMenu* menu : w.window->findChild<QMenuBar*>()->findChildren<QMenu*>()) {
            for (const QAction* action : menu->actions()) {
                if (action->isSeparator() || action->menu() || !action->isEnabled() ||
                    action->text().isEmpty())
                    continue;
                const QString text =
                    QString(action->text()).remove(QLatin1Char('&')).remove(QStringLiteral("…"));
                const bool there = std::any_of(texts.begin(), texts.end(),
                                               [&](const QString& known) { return known.endsWith(text); });
                QVERIFY2(there, qPrintable(text));
            }
        }
        w.command(QStringLiteral("theme dark"));
        QCOMPARE(w.settings->theme(), views::ThemeChoice::dark);
        w.command(QStringLiteral("sort longest"));
        QTRY_COMPARE(w.window->traces()->order(), trace::TraceOrder::longest);
        w.press("Ctrl+K");
        auto* palette = w.find<CommandPalette>("commandPalette");
        QVERIFY(palette && palette->isVisible());
        w.type(QStringLiteral("qqzzx"));
        QCOMPARE(palette->list()->model()->rowCount(), 0);
        w.press("Escape");
        QTRY_VERIFY(!w.find<CommandPalette>("commandPalette"));
        views::applyTheme(views::ThemeChoice::light);
    }

    void mnemonicsAreNoPartOfAName()
    {
        QCOMPARE(actionText(QStringLiteral("&Open file…")), QStringLiteral("Open file…"));
        QCOMPARE(actionText(QStringLiteral("ファイルを開く(&O)…")), QStringLiteral("ファイルを開く…"));
        QCOMPARE(actionText(QStringLiteral("Close (all)")), QStringLiteral("Close (all)"));
    }

    void lettersThatStandTogetherWin()
    {
        QVERIFY(fuzzyRank(QStringLiteral("dash"), QStringLiteral("View › Dashboard")) >
                fuzzyRank(QStringLiteral("dash"), QStringLiteral("Edit › find a search")));
        QVERIFY(fuzzyRank(QStringLiteral("xyz"), QStringLiteral("View › Dashboard")) < 0);
        QVERIFY(fuzzyRank({}, QStringLiteral("anything")) >= 0);
    }

    // Tasks with the keyboard alone.

    void theSlowestToolCallOfTheDayIsFoundByKeys()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        w.press("Ctrl+L");
        w.press("Tab");                                                       // to the range of time
        chooseByKeys(w, "Space", {"Down", "Down", "Down", "Down", "Return"}); // the last day
        QTRY_VERIFY(w.window->traces()->range().fromNs.has_value());
        w.press("Ctrl+L");
        w.type(QStringLiteral("kind:tool"));
        w.press("Return");
        QTRY_VERIFY(w.list()->hasFocus());
        chooseByKeys(w, "Alt+V", {"S", "Down", "Down", "Return"}); // sorted, the longest first
        QTRY_COMPARE(w.window->traces()->order(), trace::TraceOrder::longest);
        QTRY_COMPARE(w.rows(), 12);
        QTRY_VERIFY(w.list()->hasFocus());
        w.press("End");
        w.press("Home");
        QTRY_COMPARE(w.shownRun(), 7u);
        w.press("Return");
        w.press("Ctrl+F");
        w.type(QStringLiteral("search_index"));
        w.press("Return");
        QTRY_VERIFY(w.span() && w.span()->kind == Kind::tool);
        QCOMPARE(w.span()->name, std::string("search_index"));
        QCOMPARE(*w.span()->durationNs, 9 * records::second);
    }

    void whyARunFailedIsFoundByKeys()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        w.press("Ctrl+L");
        w.type(QStringLiteral("status:error"));
        w.press("Return");
        QTRY_COMPARE(w.rows(), 1);
        w.press("Home");
        QTRY_COMPARE(w.shownRun(), 4u);
        const auto toldWhy = [&w] { return w.span() && w.span()->statusMessage == "the index is locked"; };
        for (int step = 0; step < 3 && !toldWhy(); ++step) {
            w.press("F3");
            QTRY_VERIFY(w.span().has_value());
        }
        QVERIFY(toldWhy());
    }

    void whatASessionCostIsSeenByKeys()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        w.press("Ctrl+5");
        auto* tab = w.find<SessionsTab>();
        QTRY_COMPARE(tab->view()->turnCount(), std::size_t{3});
        w.press("End");
        QTRY_VERIFY(!labelWith(tab->view(), QStringLiteral("talk-0")).isEmpty());
        QVERIFY(labelWith(tab->view(), QStringLiteral("3 trace")).contains(QStringLiteral("¢")));
    }

    void twoRunsAreComparedByKeys()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        w.press("Ctrl+L");
        w.type(QStringLiteral("name:research"));
        w.press("Return");
        QTRY_COMPARE(w.rows(), 6);
        QTRY_VERIFY(w.list()->hasFocus());
        w.press("Home");
        w.press("Shift+Down");
        w.press("Ctrl+D");
        QTRY_VERIFY(w.find<views::CompareView>());
        QVERIFY(w.find<QTabWidget>("documents")->currentIndex() > 0);
    }

    void aPictureIsExportedByKeys()
    {
        StoreWindow w;
        QTRY_VERIFY(w.span().has_value());
        const QString file = w.directory.filePath(QStringLiteral("run.png"));
        QTimer waiting;
        connect(&waiting, &QTimer::timeout, this, [&waiting, &file] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            waiting.stop();
            for (const QChar letter : file) // over the proposed name, which is selected
                QTest::keyClick(dialog->windowHandle(), letter.toLatin1());
            for (int press = 0; press < 2 && dialog->isVisible(); ++press) // the first ends the completion
                QTest::keyClick(dialog->windowHandle(), Qt::Key_Return);
        });
        waiting.start(10);
        w.press("Ctrl+Shift+E");
        QTRY_VERIFY(QFile::exists(file));
        QVERIFY(!QImage(file).isNull());
    }

    void tabGoesThroughTheWholeWindow()
    {
        StoreWindow w;
        QTRY_VERIFY(w.span().has_value());
        w.list()->setFocus();
        QTRY_VERIFY(w.list()->hasFocus());
        QList<const QWidget*> met;
        do {
            met << QApplication::focusWidget();
            QTest::keyClick(w.window->windowHandle(), Qt::Key_Tab);
        } while (!met.contains(QApplication::focusWidget()));
        QCOMPARE(QApplication::focusWidget(), w.list()); // and begins again
        for (const QWidget* part : {static_cast<QWidget*>(w.find<views::QueryEdit>()),
                                    static_cast<QWidget*>(w.find<views::TimeHistogram>()),
                                    static_cast<QWidget*>(w.find<views::FlameGraphView>()),
                                    static_cast<QWidget*>(w.find<views::SpanPanel>())}) {
            QVERIFY(std::ranges::any_of(
                met, [part](const QWidget* widget) { return widget == part || part->isAncestorOf(widget); }));
        }
    }

    void theSheetOfKeysComesByItsKeys()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        for (const char* key : {"F1", "?"}) {
            w.press(key);
            QTRY_VERIFY(w.find<ShortcutSheet>());
            QTest::keyClick(w.find<ShortcutSheet>(), Qt::Key_Escape);
            QTRY_VERIFY(!w.find<ShortcutSheet>());
            w.window->activateWindow(); // as a desktop does
            QTRY_VERIFY(w.window->isActiveWindow());
        }
        // Where a question is asked it is a letter.
        w.press("Ctrl+L");
        w.type(QStringLiteral("why?"));
        QCOMPARE(w.find<views::QueryEdit>()->text(), QStringLiteral("why?"));
        QVERIFY(!w.find<ShortcutSheet>());
    }

    void everyControlHasAName()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        w.press("Ctrl+4");
        w.press("Ctrl+5");
        QTRY_VERIFY(w.find<SessionsTab>() && w.find<DashboardTab>());
        for (const QWidget* widget : w.window->findChildren<QWidget*>()) {
            const bool ours = widget->focusPolicy() != Qt::NoFocus && widget->isVisible() &&
                              (widget->inherits("QAbstractItemView") || widget->inherits("QLineEdit") ||
                               widget->inherits("QCustomPlot") || widget->inherits("QComboBox") ||
                               qobject_cast<const views::TimeHistogram*>(widget));
            if (ours)
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }

    void modelsKeepTheirPromises()
    {
        StoreWindow w;
        const QAbstractItemModelTester tester(w.window->traces(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(w.rows(), 12);
        for (const char* query : {"status:error", "", "user:ada", "nothing at all", ""}) {
            w.find<QueryPanel>()->setQuery(QString::fromLatin1(query));
            QTRY_VERIFY(!w.window->traces()->asking());
        }
        for (int order = 0; order < trace::traceOrders; ++order) {
            w.window->traces()->setQuery({}, static_cast<trace::TraceOrder>(order));
            QTRY_COMPARE(w.rows(), 12);
        }
        QVERIFY(
            w.window->traces()->index(0).data(Qt::AccessibleTextRole).toString().contains(QLatin1Char(',')));
    }
};

QTEST_MAIN(tst_store_tools)
#include "tst_store_tools.moc"
