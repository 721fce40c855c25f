// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a whole: what a start shows, what a choice does, files, banners, keys, languages.
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <cstdio>

#include "app/file_reader.h"
#include "app/first_run_page.h"
#include "app/languages.h"
#include "app/main_window.h"
#include "app/warnings_sheet.h"
#include "models/readable.h"
#include "sample_traces.h"
#include "views/banner.h"
#include "views/compare_view.h"
#include "views/elided_label.h"
#include "views/flame_graph_view.h"
#include "views/pulse_dot.h"
#include "views/score_editor.h"
#include "views/span_panel.h"
#include "views/trace_list_view.h"

using namespace spanglass;
using app::MainWindow;
using views::Banner;
using views::SpanPanel;
using views::TraceListView;

namespace {

const char* const goodTrace = "{\"resourceSpans\":[{\"resource\":{},\"scopeSpans\":[{\"scope\":{},\"spans\":["
                              "{\"traceId\":\"5b8efff798038103d269b633813fc60c\",\"spanId\":"
                              "\"eee19b7ec3c1b174\",\"name\":\"from a file\","
                              "\"kind\":1,\"startTimeUnixNano\":\"1544712660000000000\",\"endTimeUnixNano\":"
                              "\"1544712661000000000\"}]}]}]}";

} // namespace

class tst_main_window : public QObject
{
    Q_OBJECT

    struct Fixture
    {
        QTemporaryDir directory;
        models::FakeSource source;
        app::Settings settings{directory.filePath(QStringLiteral("window.conf"))};
        std::unique_ptr<MainWindow> window;

        explicit Fixture(int traces)
        {
            app::speak(QStringLiteral("en"));
            views::applyTheme(views::ThemeChoice::light);
            app::fillSample(source, traces, models::nowUnixNs());
            open();
        }
        void open()
        {
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
        QString write(const QString& name, const QByteArray& content)
        {
            QFile file(directory.filePath(name));
            if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
                return {};
            return file.fileName();
        }
        template<class Widget> Widget* find(const char* name = nullptr) const
        {
            return window->findChild<Widget*>(QString::fromLatin1(name));
        }
        QString shownTrace() const
        {
            const auto* model = window->currentPage()->model();
            return model->rowCount() > 0 ? QString::fromStdString(model->table()->trace[0].hex()) : QString();
        }
        QString banner(bool visible = true) const
        {
            for (const Banner* candidate : window->findChildren<Banner*>()) {
                if (candidate->isVisible() == visible)
                    return candidate->message();
            }
            return {};
        }
        /// Of what is in front; empty while nothing is.
        std::string rootName() const
        {
            const auto table = window->currentPage()->model()->table();
            return table->size() == 0 ? std::string() : std::string(table->strings.text(table->name[0]));
        }
        void trigger(const char* action) const { find<QAction>(action)->trigger(); }
    };

private Q_SLOTS:
    void theNewestTraceIsShownAtOnceWithItsDetails()
    {
        Fixture f(12);
        QTRY_VERIFY(!f.shownTrace().isEmpty());
        QCOMPARE(f.shownTrace(),
                 f.window->traces()->index(0).data(models::TraceListModel::idRole).toString());
        QTRY_VERIFY(f.find<SpanPanel>()->span().has_value());
        QCOMPARE(f.find<SpanPanel>()->span()->name, std::string("agent.run"));
    }

    void choosingATraceShowsItAndEndsFollowing()
    {
        Fixture f(12);
        QTRY_VERIFY(!f.shownTrace().isEmpty());
        auto* list = f.find<TraceListView>();
        const QModelIndex third = f.window->traces()->index(2);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(third).center());
        QTRY_COMPARE(f.shownTrace(), third.data(models::TraceListModel::idRole).toString());
        QVERIFY(!f.find<QAction>("actionFollow")->isChecked());
        f.source.add(5'000, models::nowUnixNs());
        QSignalSpy answered(f.window->traces(), &models::TraceListModel::answered);
        Q_EMIT f.source.changed();
        QVERIFY(answered.wait());
        QCOMPARE(f.shownTrace(),
                 f.window->traces()->index(3).data(models::TraceListModel::idRole).toString());
    }

    void followingShowsTheNextTraceWhenThisOneEnded()
    {
        Fixture f(3);
        QTRY_VERIFY(!f.shownTrace().isEmpty());
        const QString first = f.shownTrace();
        const auto bring = [&f](std::uint64_t number) {
            f.source.add(number, models::nowUnixNs());
            f.source.tables[TraceId{1, number}] =
                app::sampleTable(TraceId{1, number}, models::nowUnixNs(), app::sampleAgentRun(false, false));
            QSignalSpy answered(f.window->traces(), &models::TraceListModel::answered);
            Q_EMIT f.source.changed();
            return answered.wait();
        };
        // The sample's newest trace runs: it is not taken away.
        QVERIFY(bring(7'000));
        QCOMPARE(f.shownTrace(), first);
        f.source.find(1000).status = trace::TraceStatus::ok;
        f.source.find(1000).durationNs = 1;
        QVERIFY(bring(7'001));
        QTRY_COMPARE(f.shownTrace(), QString::fromStdString(TraceId{1, 7'001}.hex()));
    }

    void anUnfinishedSpanGrowsAndKeepsTheSelection()
    {
        Fixture f(2);
        QTRY_VERIFY(!f.shownTrace().isEmpty());
        auto* page = f.window->currentPage();
        page->selection()->setCurrentIndex(page->model()->indexOfRow(8), QItemSelectionModel::ClearAndSelect);
        QCOMPARE(page->model()->table()->durationNs[8], trace::unfinished);
        const TraceId id = page->model()->table()->trace[0];
        f.source.tables[id] =
            app::sampleTable(id, page->model()->table()->startUnixNs[0], app::sampleAgentRun(false, false));
        Q_EMIT f.source.changed();
        QTRY_VERIFY(page->model()->table()->durationNs[8] > 0);
        QCOMPARE(page->selection()->currentIndex().data().toString(), QStringLiteral("llm.chat"));
        QCOMPARE(page->model()->tableRow(page->selection()->currentIndex()), 8u);
    }

    void selectingInTheGraphFillsTheDetails()
    {
        Fixture f(3);
        QTRY_VERIFY(!f.shownTrace().isEmpty());
        auto* page = f.window->currentPage();
        page->selection()->setCurrentIndex(page->model()->indexOfRow(3), QItemSelectionModel::ClearAndSelect);
        QTRY_VERIFY(f.find<SpanPanel>()->span() && f.find<SpanPanel>()->span()->name == "tool.search");
    }

    void theSearchAsksTheStoreAndEscSaysWhenNothingIsFound()
    {
        Fixture f(12);
        f.trigger("actionFindTraces");
        auto* query = f.find<QToolBar>("queryBar")->findChild<QLineEdit*>();
        QTest::keyClicks(query, QStringLiteral("triage"));
        QTRY_COMPARE(f.window->traces()->rowCount(), 2);
        QTest::keyClicks(query, QStringLiteral("zzz"));
        QTRY_COMPARE(f.window->traces()->rowCount(), 0);
        query->clear();
        QTRY_COMPARE(f.window->traces()->rowCount(), 12);
    }

    void twoSelectedTracesAreCompared()
    {
        Fixture f(6);
        QTRY_VERIFY(!f.shownTrace().isEmpty());
        auto* list = f.find<TraceListView>();
        const auto click = [&](int row, Qt::KeyboardModifiers keys) {
            QTest::mouseClick(list->viewport(), Qt::LeftButton, keys,
                              list->visualRect(f.window->traces()->index(row)).center());
        };
        click(1, {});
        QVERIFY(!f.find<QAction>("actionCompare")->isEnabled());
        click(2, Qt::ControlModifier);
        QVERIFY(f.find<QAction>("actionCompare")->isEnabled());
        f.trigger("actionCompare");
        QTRY_COMPARE(f.find<QTabWidget>("documents")->count(), 2);
        auto* view = f.find<views::CompareView>();
        QTRY_VERIFY(view->model().rowCount() > 0);
        f.trigger("actionCloseTab");
        QCOMPARE(f.find<QTabWidget>("documents")->count(), 1);
    }

    void theHeaderFollowsTheTrace()
    {
        Fixture f(2);
        auto* facts = f.window->currentPage()->findChild<views::ElidedLabel*>(QStringLiteral("facts"));
        QTRY_VERIFY(facts->text().contains(QStringLiteral("running")));
        f.source.find(1000).status = trace::TraceStatus::ok;
        f.source.find(1000).durationNs = 4'470'000'000;
        Q_EMIT f.source.changed();
        QTRY_VERIFY(facts->text().contains(QStringLiteral("4.47")));
    }

    void anEmptyStoreOffersThreeDoors()
    {
        Fixture f(0);
        QVERIFY(f.find<views::ScoreEditor>()->isHidden()); // of what?
        auto* page = f.find<app::FirstRunPage>();
        QVERIFY(page->isVisible());
        QSignalSpy wanted(f.window.get(), &MainWindow::runAgentsRequested);
        QTest::mouseClick(page->findChild<QPushButton*>(QStringLiteral("runAgents")), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QTest::mouseClick(page->findChild<QPushButton*>(QStringLiteral("showLines")), Qt::LeftButton);
        const auto* lines = page->findChild<QPlainTextEdit*>();
        QVERIFY(lines && lines->isVisible());
        QVERIFY(lines->toPlainText().contains(QStringLiteral("opentelemetry")));
        // The first trace takes the page's place.
        app::fillSample(f.source, 1, models::nowUnixNs());
        Q_EMIT f.source.changed();
        QTRY_VERIFY(!page->isVisible());
        QTRY_VERIFY(!f.shownTrace().isEmpty());
    }

    void aFileIsATabWithTheSameViews()
    {
        Fixture f(3);
        const QString file = f.write(QStringLiteral("trace & more.json"), goodTrace);
        f.window->openFiles({file});
        auto* documents = f.find<QTabWidget>("documents");
        QCOMPARE(documents->count(), 2);
        QTRY_COMPARE(f.window->currentPage()->model()->rowCount(), 1);
        QTRY_VERIFY(f.find<SpanPanel>()->span() && f.find<SpanPanel>()->span()->name == "from a file");
        QCOMPARE(f.settings.recentFiles(), QStringList{file});
        f.trigger("actionCloseTab");
        QCOMPARE(documents->count(), 1);
        QTRY_VERIFY(!f.shownTrace().isEmpty());
    }

    void aDroppedFileIsOpened()
    {
        Fixture f(1);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(f.write(QStringLiteral("dropped.json"), goodTrace))});
        QDropEvent drop(QPointF(600, 300), Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(f.window.get(), &drop);
        QTRY_COMPARE(f.window->currentPage()->model()->rowCount(), 1);
    }

    void onlyFilesMayBeDropped()
    {
        Fixture f(1);
        const auto enters = [&f](const QMimeData& data) {
            QDragEnterEvent enter(QPoint(600, 300), Qt::CopyAction, &data, Qt::LeftButton, {});
            enter.ignore();
            QCoreApplication::sendEvent(f.window.get(), &enter);
            return enter.isAccepted();
        };
        QMimeData text, address, files;
        text.setText(QStringLiteral("/etc/passwd"));
        address.setUrls({QUrl(QStringLiteral("https://example.org/a.json"))});
        files.setUrls({QUrl::fromLocalFile(f.write(QStringLiteral("one.json"), goodTrace)),
                       QUrl(QStringLiteral("https://example.org/a.json")),
                       QUrl::fromLocalFile(f.write(QStringLiteral("two.json"), goodTrace))});
        QVERIFY(!enters(text));
        QVERIFY(!enters(address));
        QVERIFY(enters(files));
        QDropEvent drop(QPointF(600, 300), Qt::CopyAction, &files, Qt::LeftButton, {});
        QCoreApplication::sendEvent(f.window.get(), &drop);
        QCOMPARE(f.find<QTabWidget>("documents")->count(), 3);
    }

    void badInputIsABannerThatNamesTheFileAndTheCause_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blank") << QByteArray("  \n ");
        QTest::newRow("binary") << QByteArray("\x7f"
                                              "ELF\x02\x01\x00\x00\x00",
                                              9);
        QTest::newRow("cut off") << QByteArray("{\"resourceSpans\":[{\"scopeSp");
        QTest::newRow("foreign") << QByteArray("<html><body>hello</body></html>");
    }
    void badInputIsABannerThatNamesTheFileAndTheCause()
    {
        QFETCH(QByteArray, content);
        Fixture f(1);
        f.window->openFiles({f.write(QStringLiteral("bad.json"), content)});
        QTRY_VERIFY(f.banner().contains(QStringLiteral("bad.json")));
        QVERIFY2(f.banner().size() > int(qstrlen("bad.json: ")), qPrintable(f.banner()));
        QCOMPARE(f.find<QTabWidget>("documents")->count(), 1);
        QVERIFY(f.settings.recentFiles().isEmpty());
    }

    void everyWarningOfAFileIsListedWithItsPlace()
    {
        Fixture f(1);
        QByteArray lines = QByteArray(goodTrace) + '\n';
        for (int at = 0; at < 5; ++at)
            lines += "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"name\":\"<b>no ids</b>\"}]}]}]}\n";
        f.window->openFiles({f.write(QStringLiteral("odd.jsonl"), lines)});
        QTRY_VERIFY(f.banner().startsWith(QStringLiteral("odd.jsonl: a span without a trace id at byte ")));
        QVERIFY2(f.banner().contains(QStringLiteral("2 more")), qPrintable(f.banner()));
        QPushButton* all = nullptr;
        for (QPushButton* button : f.window->findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("Show all") && button->isVisible())
                all = button;
        }
        QVERIFY(all != nullptr);
        QTest::mouseClick(all, Qt::LeftButton);
        auto* sheet = f.window->findChild<app::WarningsSheet*>();
        QVERIFY(sheet != nullptr && sheet->isVisible());
        auto* text = sheet->findChild<QPlainTextEdit*>();
        const QStringList listed = text->toPlainText().split(QLatin1Char('\n'));
        QCOMPARE(listed.size(), 5);
        for (int at = 0; at < 5; ++at) {
            const auto place = QStringLiteral("(line %1)").arg(at + 2);
            QVERIFY2(listed[at].contains(place), qPrintable(listed[at]));
        }
        QTest::keyClick(text, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(text, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), text->toPlainText());
        QTest::keyClick(sheet, Qt::Key_Escape);
        QVERIFY(!sheet->isVisible());
    }

    void anOpenFileThatChangesOrGoesIsSaidAndStaysUsable()
    {
        Fixture f(1);
        const QString file = f.write(QStringLiteral("moving.json"), goodTrace);
        f.window->openFiles({file});
        QTRY_COMPARE(f.window->currentPage()->model()->rowCount(), 1);
        QTRY_VERIFY(!f.settings.recentFiles().isEmpty()); // it is open, and watched

        // As an editor saves: another file takes the name.
        const QByteArray other = QByteArray(goodTrace).replace("from a file", "another one altogether");
        const QString beside = f.write(QStringLiteral("moving.json.new"), other);
        QCOMPARE(std::rename(qPrintable(beside), qPrintable(file)), 0);
        QTRY_VERIFY(f.banner().startsWith(QStringLiteral("moving.json has changed on the disk")));
        QCOMPARE(f.rootName(), std::string("from a file"));
        QCOMPARE(f.window->currentPage()->model()->table()->details(0).name, std::string("from a file"));

        QPushButton* again = nullptr;
        for (QPushButton* button : f.window->findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("Read again") && button->isVisible())
                again = button;
        }
        QVERIFY(again != nullptr);
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_COMPARE(f.rootName(), std::string("another one altogether"));
        QCOMPARE(f.find<QTabWidget>("documents")->count(), 2);

        QVERIFY(QFile::remove(file));
        QTRY_VERIFY(f.banner().startsWith(QStringLiteral("moving.json is gone from the disk")));
        QCOMPARE(f.window->currentPage()->model()->table()->details(0).name,
                 std::string("another one altogether"));
    }

    void oneFaultDoesNotHideAnother()
    {
        Fixture f(1);
        for (const char* message : {"a: gone", "b: gone", "a: gone", "c: gone", "d: gone"})
            f.window->showBanner(true, QString::fromLatin1(message));
        QStringList shown;
        for (const Banner* candidate : f.window->findChildren<Banner*>())
            shown << candidate->message();
        QCOMPARE(shown, QStringList({QStringLiteral("b: gone"), QStringLiteral("c: gone"),
                                     QStringLiteral("d: gone")}));
    }

    void aMissingFileIsNamed()
    {
        Fixture f(1);
        f.window->openFiles({QStringLiteral("/nowhere/trace.json")});
        QTRY_VERIFY(f.banner().contains(QStringLiteral("/nowhere/trace.json")));
    }

    void aStoreThatFailsIsNamedAndWhatWasReadStays()
    {
        Fixture f(4);
        f.source.broken = Error{ErrorKind::io, "store /tmp/store: the disk is full"};
        Q_EMIT f.source.changed();
        QTRY_COMPARE(f.banner(), QStringLiteral("store /tmp/store: the disk is full"));
        QCOMPARE(f.window->traces()->rowCount(), 4);
    }

    void cancellingAFileThatIsReadClosesItsTab()
    {
        Fixture f(1);
        std::atomic<bool> stopped = false;
        // Ends when it is told to, as a long file does.
        app::FileTab tab(QStringLiteral("/long.json"),
                         [&stopped](const QString&, const app::FileProgress& progress,
                                    const app::FilePartial&) -> Result<app::FileContent> {
                             while (progress(10, 100, 5))
                                 QThread::yieldCurrentThread();
                             stopped = true;
                             return fail(ErrorKind::cancelled, "/long.json: cancelled");
                         });
        tab.show();
        QPushButton* cancel = nullptr;
        const auto offered = [&] {
            for (QPushButton* button : tab.findChildren<QPushButton*>())
                cancel = button->isVisible() ? button : cancel;
            return cancel != nullptr;
        };
        QTRY_VERIFY(offered());
        QSignalSpy cancelled(&tab, &app::FileTab::cancelled);
        QTest::mouseClick(cancel, Qt::LeftButton);
        QVERIFY(cancelled.wait());
        QVERIFY(stopped);
    }

    void thePlacesOfTheDocksAreKept()
    {
        Fixture f(1);
        f.find<QDockWidget>("detailDock")->hide();
        f.window->addDockWidget(Qt::BottomDockWidgetArea, f.find<QDockWidget>("tracesDock"));
        f.window->close();
        f.open();
        QVERIFY(f.find<QDockWidget>("detailDock")->isHidden());
        QCOMPARE(f.window->dockWidgetArea(f.find<QDockWidget>("tracesDock")), Qt::BottomDockWidgetArea);
        f.trigger("actionRestoreLayout");
        QVERIFY(!f.find<QDockWidget>("detailDock")->isHidden());
        QCOMPARE(f.window->dockWidgetArea(f.find<QDockWidget>("tracesDock")), Qt::LeftDockWidgetArea);
    }

    void floatingDocksAndTheirSizesAreKept()
    {
        Fixture f(1);
        auto* traces = f.find<QDockWidget>("tracesDock");
        f.window->resizeDocks({traces}, {350}, Qt::Horizontal);
        QTRY_COMPARE(traces->width(), 350);
        f.find<QDockWidget>("detailDock")->setFloating(true);
        f.window->close();
        f.open();
        QTRY_COMPARE(f.find<QDockWidget>("tracesDock")->width(), 350);
        QVERIFY(f.find<QDockWidget>("detailDock")->isFloating());
    }

    void theLatestFilesAreOfferedFirst()
    {
        Fixture f(1);
        QStringList files;
        for (int i = 0; i < 12; ++i)
            files << f.write(QStringLiteral("run & %1.json").arg(i), goodTrace);
        for (const QString& file : files) {
            f.window->openFiles({file});
            QTRY_VERIFY(f.settings.recentFiles().value(0) == file);
        }
        QCOMPARE(f.settings.recentFiles().size(), 10);
        while (f.find<QAction>("actionCloseTab")->isEnabled())
            f.trigger("actionCloseTab");
        f.window->close();
        f.open();
        auto* recent = f.find<QMenu>("menuRecent");
        Q_EMIT recent->aboutToShow();
        QCOMPARE(recent->actions().constFirst()->text(), QString(files[11]).replace(u"&"_qs, u"&&"_qs));
        recent->actions().at(1)->trigger();
        QTRY_COMPARE(f.settings.recentFiles().value(0), files[10]);
        QCOMPARE(f.rootName(), std::string("from a file"));
        // One that is gone is not offered a second time.
        QVERIFY(QFile::remove(files[9]));
        f.window->openFiles({files[9]});
        QTRY_VERIFY(f.banner().contains(QStringLiteral("run & 9.json")));
        QVERIFY(!f.settings.recentFiles().contains(files[9]));
        Q_EMIT recent->aboutToShow();
        recent->actions().constLast()->trigger();
        QVERIFY(f.settings.recentFiles().isEmpty());
    }

    void aFileIsOpenOnce()
    {
        Fixture f(1);
        const QString file = f.write(QStringLiteral("a.json"), goodTrace);
        f.window->openFiles({file, f.write(QStringLiteral("b.json"), goodTrace)});
        auto* documents = f.find<QTabWidget>("documents");
        QCOMPARE(documents->count(), 3);
        QCOMPARE(documents->currentIndex(), 2);
        f.window->openFiles({file});
        QCOMPARE(documents->count(), 3);
        QCOMPARE(documents->currentIndex(), 1);
    }

    void nothingMovesWhereMotionIsReduced()
    {
        Fixture f(2);
        QTRY_VERIFY(!f.shownTrace().isEmpty());
        auto* flame = f.find<views::FlameGraphView>();
        const auto jumps = [&] {
            const layout::Axis before = flame->axis();
            f.trigger("actionZoomIn");
            return flame->axis() != before;
        };
        QVERIFY(!jumps());
        QCOMPARE(f.settings.reducesMotion(), std::nullopt);
        f.trigger("actionReduceMotion");
        QCOMPARE(f.settings.reducesMotion(), std::optional(true));
        QVERIFY(jumps());
        views::PulseDot dot;
        dot.show();
        dot.setLive(true);
        dot.beat();
        QVERIFY(!dot.isBeating());
        f.trigger("actionReduceMotion");
        QCOMPARE(f.settings.reducesMotion(), std::optional(false));
        dot.beat();
        QVERIFY(dot.isBeating());
    }

    void damagedPlacesMeanDefaults()
    {
        Fixture f(1);
        f.window.reset();
        f.settings.setPlaces(QByteArray("\x01\xd9\xd0\xcb\x00\x03garbage", 13), QByteArray(400, 'x'));
        f.open();
        QVERIFY(f.window->isVisible());
        QVERIFY(!f.find<QDockWidget>("tracesDock")->isHidden());
        QVERIFY(f.window->width() >= 400);
    }

    void theLanguageChangesInTheOpenWindow()
    {
        Fixture f(2);
        QCOMPARE(f.find<QMenu>("menuFile")->title(), QStringLiteral("&File"));
        app::speak(QStringLiteral("de"));
        QTRY_COMPARE(f.find<QMenu>("menuFile")->title(), QStringLiteral("&Datei"));
        f.window->grab();
        app::speak(QStringLiteral("en"));
    }

    void theThemeChangesInTheOpenWindow()
    {
        Fixture f(2);
        for (QAction* action : f.find<QMenu>("menuTheme")->actions()) {
            if (action->data().toInt() == int(views::ThemeChoice::dark))
                action->trigger();
        }
        QVERIFY(views::theme().dark);
        QCOMPARE(f.settings.theme(), views::ThemeChoice::dark);
        const QImage picture = f.window->grab().toImage();
        QVERIFY(picture.pixelColor(4, picture.height() - 4).lightness() < 60);
    }

    void everyActionHasWordsAndNoTwoShareAKey()
    {
        Fixture f(1);
        QMap<QString, QString> owners;
        for (const QAction* action : f.window->findChildren<QAction*>()) {
            if (action->isSeparator() || action->shortcut().isEmpty())
                continue;
            const QString key = action->shortcut().toString();
            QVERIFY2(!owners.contains(key), qPrintable(key + QStringLiteral(": ") + owners.value(key) +
                                                       QStringLiteral(", ") + action->text()));
            QVERIFY(!action->text().isEmpty());
            owners.insert(key, action->text());
        }
        QVERIFY(owners.size() > 12);
    }
};

QTEST_MAIN(tst_main_window)
#include "tst_main_window.moc"
