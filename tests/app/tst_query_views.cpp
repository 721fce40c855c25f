// SPDX-License-Identifier: GPL-3.0-or-later
/// What is made of all that a query finds, and what leaves the window: the merged flame graph and its way
/// back to the traces, a search that lasts and is cancelled, pictures of every document, annotations taken
/// back.
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include "app/merged_tab.h"
#include "app/progress_strip.h"
#include "app/query_panel.h"
#include "app/store_tab.h"
#include "app/trace_export.h"
#include "app/trace_menu.h"
#include "app/trace_page.h"
#include "fake_source.h"
#include "store_window.h"
#include "trace/display_table.h"
#include "views/compare_view.h"
#include "views/dashboard_view.h"
#include "views/flame_graph_view.h"
#include "views/score_editor.h"
#include "views/session_view.h"

using namespace spanglass;
using namespace spanglass::app;

namespace {

MergedTab* openMerged(const StoreWindow& w)
{
    w.press("Ctrl+6");
    auto* tab = qobject_cast<MergedTab*>(w.find<QTabWidget>("documents")->currentWidget());
    return tab && QTest::qWaitFor([tab] { return tab->page()->model()->rowCount() > 0; }) ? tab : nullptr;
}

/// "chat 12": the merged bars with how many calls each stands for, in the order of their rows.
QString barsOf(const TracePage* page)
{
    QStringList texts;
    const views::FlameScene& scene = *page->flame()->scene();
    for (std::uint32_t bar = 0; bar < scene.bars().size(); ++bar) {
        const std::string_view label = scene.label(bar);
        texts << QString::fromUtf8(label.data(), qsizetype(label.size())) + QLatin1Char(' ') +
                     QString::number(scene.node(bar)->calls);
    }
    texts.sort();
    return texts.join(QStringLiteral(", "));
}

void triggerInSpanMenu(TracePage* page, const QString& text)
{
    QMenu menu;
    fillSpanMenu(&menu, page);
    for (QAction* action : menu.actions()) {
        if (action->text() == text)
            return action->trigger();
    }
    QFAIL(qPrintable(text + QLatin1String(" is not in the menu")));
}

/// Types a name into the file dialog that is about to open.
void answerFileDialog(const QString& file, const QString& kind = {})
{
    QTimer::singleShot(0, qApp, [file, kind] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (!dialog)
            return answerFileDialog(file, kind);
        const QStringList kinds = dialog->nameFilters().filter(kind);
        if (!kind.isEmpty() && !kinds.isEmpty())
            dialog->selectNameFilter(kinds.constFirst());
        dialog->findChild<QLineEdit*>()->setText(file);
        QMetaObject::invokeMethod(dialog, "accept");
    });
}

/// Answers pages only when it is told to.
class SlowSource : public models::FakeSource
{
public:
    int cancels = 0;
    std::vector<std::function<void()>> held;

    void requestPage(QObject* receiver, const trace::TraceQuery& query,
                     std::function<void(Page)> done) override
    {
        if (query.text.empty())
            return FakeSource::requestPage(receiver, query, std::move(done));
        held.push_back([done = std::move(done)] { done(trace::TracePage{}); });
    }
    void cancelPages() override { ++cancels; }
};

} // namespace

class tst_query_views : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Ctrl is held by whoever asks for the newest by its key.
    void theNewestIsChosenByItsKey()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        w.press("Ctrl+L");
        w.press("Return");
        for (int step = 0; step < 2; ++step) { // the second finds it chosen already
            w.press("Ctrl+Home");
            QTRY_COMPARE(w.shownRun(), 12u);
            QCOMPARE(w.list()->selectionModel()->selectedIndexes().size(), 1);
        }
    }

    void whatIsChosenInAComparisonIsInTheDetails()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        w.press("Ctrl+L");
        w.press("Return");
        w.press("Home");
        w.press("Shift+Down");
        w.press("Ctrl+D");
        QTRY_VERIFY(w.find<views::CompareView>() &&
                    w.find<views::CompareView>()->model().totals().run[1].spans > 0);
        auto* comparison = w.find<views::CompareView>();
        auto* tree = comparison->findChild<QTreeView*>();
        for (int step = 0; step < 3; ++step) {
            const QModelIndex row = comparison->both()->indexOfRow(std::uint32_t(3 + step));
            comparison->selection()->setCurrentIndex(row, QItemSelectionModel::ClearAndSelect);
            QVERIFY(tree->currentIndex().isValid());
            QTRY_COMPARE(w.span() ? w.span()->id : SpanId(), comparison->both()->table()->id[3 + step]);
        }
        w.press("Ctrl+W");
        QTRY_COMPARE(w.span() ? w.span()->trace.low : 0u, w.shownRun());
    }

    void everyTraceOfTheQueryIsOneFlameGraph()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        MergedTab* all = openMerged(w);
        QVERIFY(all);
        QCOMPARE(all->page()->model()->table()->size(), 36u);
        QCOMPARE(all->page()->flame()->order(), views::FlameOrder::leftHeavy);
        QCOMPARE(barsOf(all->page()),
                 QStringLiteral("answer 6, chat 6, chat 6, research 6, search_index 6, search_index 6"));
        // By cost: only the model's calls cost something, all alike.
        all->page()->flame()->setWeight(views::FlameWeight::cost);
        QTRY_VERIFY(!all->page()->flame()->readsDetails());
        const views::FlameScene& scene = *all->page()->flame()->scene();
        QCOMPARE(scene.extent().last, 12 * 20'000'000);
        // What the list does not show is not in it; another tab, the first one stays.
        w.find<QTabWidget>("documents")->setCurrentIndex(0);
        w.find<QueryPanel>()->setQuery(QStringLiteral("name:research"));
        QTRY_COMPARE(w.rows(), 6);
        MergedTab* some = openMerged(w);
        QVERIFY(some && some != all);
        QCOMPARE(barsOf(some->page()), QStringLiteral("chat 6, research 6, search_index 6"));
        // A sandwich around one name works as in a trace.
        some->page()->flame()->selectRow(1);
        some->page()->flame()->setOrder(views::FlameOrder::sandwich);
        QCOMPARE(some->page()->flame()->order(), views::FlameOrder::sandwich);
    }

    void aMergedBarLeadsToItsTraces()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        MergedTab* tab = openMerged(w);
        QVERIFY(tab);
        TracePage* page = tab->page();
        const auto table = page->model()->table();
        std::uint32_t row = 0;
        while (table->durationNs[row] != 9 * records::second)
            ++row;
        page->flame()->selectRow(row);
        triggerInSpanMenu(page, QStringLiteral("Go to its trace"));
        QTRY_COMPARE(w.shownRun(), std::uint64_t(7));
        QTRY_VERIFY(w.span() && w.span()->name == "search_index");
        w.find<QTabWidget>("documents")->setCurrentWidget(tab);
        triggerInSpanMenu(page, QStringLiteral("List the traces with this name"));
        QTRY_COMPARE(w.window->traces()->queryText(), QStringLiteral("kind:tool \"search_index\""));
        QTRY_COMPARE(w.rows(), 12);
    }

    void readingManyTracesIsCancelled()
    {
        StoreWindow w;
        auto progress = std::make_shared<models::Progress>();
        progress->cancelled = true;
        bool answered = false;
        w.source->requestMerged(w.window.get(), {}, 1'000, progress, [&](auto merged) {
            answered = true;
            QVERIFY(!merged && merged.error().kind == ErrorKind::cancelled);
        });
        QTRY_VERIFY(answered);
        // As many spans as are wanted, in whole traces; and it says that there are more.
        answered = false;
        w.source->requestMerged(w.window.get(), {}, 4, std::make_shared<models::Progress>(),
                                [&](auto merged) {
                                    answered = true;
                                    QVERIFY(merged && !merged->complete);
                                    QCOMPARE(merged->traces, std::int64_t(2));
                                    QCOMPARE(merged->table->size(), 6u);
                                });
        QTRY_VERIFY(answered);
    }

    void aLongSearchShowsProgressAndIsCancelled()
    {
        QTemporaryDir directory;
        Settings settings(directory.filePath(QStringLiteral("window.conf")));
        SlowSource source;
        source.add(1, 1'000);
        StoreTab tab(&source, &settings);
        tab.listProgress()->setParent(nullptr);
        tab.setVisible(true);
        QTRY_COMPARE(tab.traces()->rowCount(), 1);
        QVERIFY(tab.listProgress()->isHidden());
        tab.setQuery(QStringLiteral("slow"));
        QTRY_VERIFY(tab.listProgress()->isVisible());
        QTest::mouseClick(tab.listProgress()->findChild<QPushButton*>(), Qt::LeftButton);
        QCOMPARE(source.cancels, 1);
        QVERIFY(tab.listProgress()->isHidden());
        QVERIFY(tab.traces()->cancelled());
        // The late answer is nobody's; asking again asks again.
        source.held.front()();
        QVERIFY(tab.traces()->cancelled());
        tab.askAgain();
        QCOMPARE(source.held.size(), std::size_t(2));
        QSignalSpy answered(tab.traces(), &models::TraceListModel::answered);
        source.held.back()();
        QCOMPARE(answered.size(), 1);
        QVERIFY(!tab.traces()->cancelled());
        delete tab.listProgress();
    }

    void everyDocumentIsAPictureByOneKey()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        QTRY_VERIFY(w.span().has_value());
        QTemporaryDir pictures;
        // A dialog that was closed gives the keyboard back later.
        const auto press = [&w](const char* keys) {
            w.window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(w.window.get()));
            w.press(keys);
        };
        const auto exported = [&](const QString& name) {
            const QString file = pictures.filePath(name);
            answerFileDialog(file);
            press("Ctrl+Shift+E");
            const QImage image(file);
            // Something is drawn on it.
            int colours = 0;
            QRgb before = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    colours += image.pixel(x, y) != before;
                    before = image.pixel(x, y);
                }
            }
            return !image.isNull() && colours > 50;
        };
        w.list()->setFocus();
        QVERIFY(exported(QStringLiteral("flame.png")));
        press("Ctrl+2");
        QCOMPARE(w.window->currentPage()->view(), TracePage::timelineView);
        QVERIFY(exported(QStringLiteral("timeline.png")));
        press("Ctrl+3");
        QCOMPARE(w.window->currentPage()->view(), TracePage::graphView);
        QVERIFY(exported(QStringLiteral("graph.png")));
        press("Ctrl+1");
        QVERIFY(openMerged(w));
        QVERIFY(exported(QStringLiteral("merged.png")));
        press("Ctrl+4");
        QVERIFY(exported(QStringLiteral("dashboard.png")));
        press("Ctrl+5");
        QTRY_VERIFY(w.find<views::SessionView>() && w.find<views::SessionView>()->turnCount() > 0);
        QVERIFY(exported(QStringLiteral("session.png")));
        w.find<QTabWidget>("documents")->setCurrentIndex(0);
        w.find<views::SpanPanel>()->showTab(views::SpanPanel::overviewTab);
        w.find<views::SpanPanel>()->findChild<QWidget*>(QStringLiteral("pages"))->setFocus();
        for (QWidget* widget : w.find<views::SpanPanel>()->findChildren<QWidget*>()) {
            if (widget->focusPolicy() & Qt::TabFocus && widget->isVisible()) {
                widget->setFocus();
                break;
            }
        }
        QVERIFY(exported(QStringLiteral("details.png")));
        // An SVG is a drawing, not a photograph of the window.
        w.list()->setFocus();
        QVERIFY(exported(QStringLiteral("graph.svg")));
        QFile svg(pictures.filePath(QStringLiteral("graph.svg")));
        QVERIFY(svg.open(QIODevice::ReadOnly) && svg.readAll().contains("<text"));
    }

    void theTracesInViewAreWrittenInTheFormatThatIsChosen_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("written");
        QTest::newRow("as proposed") << QString() << QStringLiteral("run.otlp.json");
        QTest::newRow("protobuf") << QStringLiteral("OTLP Protobuf") << QStringLiteral("run.otlp.pb");
        QTest::newRow("chrome") << QStringLiteral("Chrome Trace") << QStringLiteral("run.trace.json");
    }
    void theTracesInViewAreWrittenInTheFormatThatIsChosen()
    {
        QFETCH(QString, kind);
        QFETCH(QString, written);
        StoreWindow w;
        QTRY_VERIFY(w.span().has_value());
        const QString file = w.directory.filePath(written);
        answerFileDialog(w.directory.filePath(QStringLiteral("run")), kind);
        w.press("Ctrl+S");
        QTRY_VERIFY(w.find<QStatusBar>()->currentMessage().contains(file));
        w.window->openFiles({file});
        QTRY_COMPARE(w.window->currentPage()->model()->table()->size(), 3u);
    }

    void anExportThatIsCancelledLeavesNoFile()
    {
        StoreWindow w;
        QTRY_VERIFY(w.span().has_value());
        const std::vector<std::shared_ptr<const trace::SpanTable>> many(
            2'000, w.window->currentPage()->model()->table());
        const auto table = trace::joined(many);
        const QString file = w.directory.filePath(QStringLiteral("run.otlp.json"));
        for (const bool closed : {false, true}) { // the page goes, or its button is pressed
            ProgressStrip strip;
            auto out = std::make_unique<TraceExport>(&strip, nullptr);
            out->write(table, file, formats::ExportFormat::otlpJson);
            if (!closed)
                Q_EMIT strip.cancelAsked();
            out.reset();
            QVERIFY(!QFile::exists(file));
        }
        ProgressStrip strip;
        TraceExport whole(&strip, nullptr);
        QSignalSpy written(&whole, &TraceExport::written);
        whole.write(table, file, formats::ExportFormat::otlpJson);
        QTRY_VERIFY_WITH_TIMEOUT(!written.isEmpty(), 30'000);
        QVERIFY(QFile::exists(file));
    }

    void aConversationThatIsBeingReadHasItsTitleOnTop()
    {
        views::SessionView view;
        view.resize(500, 600);
        view.show();
        view.setTitle(QStringLiteral("talk-1"), QStringLiteral("3 traces"));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCoreApplication::processEvents();
        const QList<QLabel*> labels = view.findChildren<QLabel*>(QString(), Qt::FindDirectChildrenOnly);
        QCOMPARE(labels.size(), 2);
        for (const QLabel* label : labels)
            QVERIFY2(label->geometry().bottom() < 80,
                     qPrintable(QString::number(label->geometry().bottom())));
    }

    void twoSetsAreComparedByKeys()
    {
        StoreWindow w;
        w.find<QueryPanel>()->setQuery(QStringLiteral("name:answer"));
        QTRY_COMPARE(w.rows(), 6);
        auto* compare = w.find<QAction>("actionCompare");
        w.list()->setFocus();
        w.press("Ctrl+A");
        QVERIFY(!compare->isEnabled());
        w.press("Ctrl+Shift+D");
        w.find<QueryPanel>()->setQuery(QStringLiteral("name:research status:ok"));
        QTRY_COMPARE(w.rows(), 6);
        w.list()->setFocus();
        w.press("Ctrl+A");
        QVERIFY(compare->text().contains(QLatin1Char('6')));
        w.press("Ctrl+D");
        QTRY_VERIFY(w.find<views::CompareView>());
        QTRY_VERIFY(w.find<views::CompareView>()->model().before());
        QCOMPARE(w.find<views::CompareView>()->model().before()->size(), 18u);
        QCOMPARE(w.find<views::CompareView>()->model().after()->size(), 18u);
        // The set was for once.
        w.find<QTabWidget>("documents")->setCurrentIndex(0);
        QVERIFY(!compare->isEnabled() && !compare->text().contains(QLatin1Char('6')));
    }

    void aChartIsWalkedByKeysToItsTraces()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        w.press("Ctrl+4");
        auto* dashboard = w.find<views::DashboardView>();
        QTRY_VERIFY(!dashboard->dashboard().durations.empty());
        QWidget* durations = nullptr;
        for (QWidget* chart : dashboard->findChildren<QWidget*>()) {
            if (chart->accessibleName() == QStringLiteral("Durations"))
                durations = chart;
        }
        QVERIFY(durations && durations->focusPolicy() & Qt::TabFocus);
        durations->setFocus();
        QTest::keyClick(durations, Qt::Key_Left); // from nowhere to the last one: the slow run alone
        QTest::keyClick(durations, Qt::Key_Return);
        QTRY_VERIFY(w.window->traces()->queryText().startsWith(QStringLiteral("duration>=")));
        QTRY_COMPARE(w.rows(), 1);
        QTRY_COMPARE(w.shownRun(), std::uint64_t(7));
    }

    void anAnnotationIsTakenBack()
    {
        StoreWindow w;
        QTRY_COMPARE(w.rows(), 12);
        QTRY_VERIFY(w.span().has_value());
        const TraceId trace = w.span()->trace;
        w.press("Ctrl+Shift+A");
        w.type(QStringLiteral("to check"));
        w.press("Return");
        auto* editor = w.find<views::ScoreEditor>();
        QTRY_COMPARE(editor->keptMenu()->actions().size(), 1);
        QCOMPARE(editor->keptMenu()->actions().front()->text(),
                 QStringLiteral("Remove “to check” from the span"));
        QVERIFY(store::addScore(w.bench.path(), {.trace = trace, .score = {"helpful", 0.5, {}}}));
        w.find<views::SpanPanel>()->readAgain();
        QTRY_COMPARE(editor->keptMenu()->actions().size(), 2);
        editor->keptMenu()->actions().front()->trigger();
        QTRY_COMPARE(editor->keptMenu()->actions().size(), 1);
        QCOMPARE(editor->keptMenu()->actions().front()->text(),
                 QStringLiteral("Remove “helpful 0.5” from the trace"));
        QCOMPARE(w.bench.store().scores(trace)->size(), std::size_t{1});
        QTRY_COMPARE(w.window->traces()->index(0).data(models::TraceListModel::scoresRole).toString(),
                     QStringLiteral("helpful 0.5"));
    }
};

int main(int argc, char** argv)
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    tst_query_views test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_query_views.moc"
