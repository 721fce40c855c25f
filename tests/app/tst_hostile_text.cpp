// SPDX-License-Identifier: GPL-3.0-or-later
// Traces whose every text tries to be more than text go through every view, tooltip, menu and dialog: it is
// shown literally, and strace sees that nothing was opened and nobody called because of it.
#include <QDir>
#include <QHelpEvent>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QTextDocument>
#include <QToolTip>

#include "interface_faults.h"
#include "interface_scenes.h"
#include "own_place.h"

using namespace spanglass;
using namespace spanglass::app;

namespace {

/// Stands in the folder that the tour runs in; whatever opens it followed a text.
const char* const canary = "canary.png";

QByteArray hostileText()
{
    const QByteArray place =
        "file://" + QDir::current().absoluteFilePath(QString::fromLatin1(canary)).toUtf8();
    return "<img src='" + place + "'><img src=canary.png><a href='http://192.0.2.7/x'>x</a>![m](" + place +
           ")<style>@import url(" + place +
           ")</style><script src='http://192.0.2.7/s'></script>\u202egnp.exe" +
           "Z\u0351\u036b\u0343 &amp; %1 %n";
}

QByteArray hostileAddress()
{
    return "file://" + QDir::current().absoluteFilePath(QString::fromLatin1(canary)).toUtf8();
}

std::vector<journal::RecordView> hostileRun(const std::string& text, std::int64_t nowNs)
{
    using namespace records;
    const TraceId trace{0xbad, 1};
    std::vector<journal::RecordView> views;
    for (const std::uint64_t span : {std::uint64_t{900}, std::uint64_t{901}}) {
        auto begun = std::get<journal::StartView>(
            start(span, span == 900 ? 0 : 900, text, span == 900 ? Kind::agent : Kind::llm, trace));
        begun.startUnixNs = nowNs;
        views.emplace_back(begun);
        for (const std::string_view key :
             {names::session, names::user, names::input, names::output, names::model, names::statusMessage,
              std::string_view("service.name"), std::string_view(text)})
            views.emplace_back(journal::AttributeView{trace, {span}, key, {journal::ValueType::text, text}});
        views.emplace_back(journal::EndView{trace, {span}, Status::error, 0, nowNs + second});
    }
    return views;
}

/// Rich text that would be taken from a trace. Our own tooltips are rich, with the text escaped.
bool isMarkup(const QString& text)
{
    return text.contains(QLatin1String("<img")) || text.contains(QLatin1String("<a href")) ||
           text.contains(QChar(0x202e));
}

QStringList markupIn(QWidget* window)
{
    QStringList faults;
    if (window->windowTitle().contains(QChar(0x202e)))
        faults << fault(window, QStringLiteral("has a title that turns"));
    for (const QWidget* widget : shownWidgets(window)) {
        const auto* label = qobject_cast<const QLabel*>(widget);
        if (label && label->textFormat() != Qt::PlainText && Qt::mightBeRichText(label->text()))
            faults << fault(label, QStringLiteral("may take its text for markup"), label->text());
        if (textOn(widget).contains(QChar(0x202e)))
            faults << fault(widget, QStringLiteral("turns its text around"), textOn(widget));
        if (isMarkup(widget->toolTip()))
            faults << fault(widget, QStringLiteral("has markup in its tooltip"), widget->toolTip());
        const auto* menu = qobject_cast<const QMenu*>(widget);
        const bool tips = !menu || menu->toolTipsVisible(); // an action's text is its tooltip too
        for (const QAction* action : widget->actions()) {
            if (action->text().contains(QChar(0x202e)) || (tips && isMarkup(action->toolTip())))
                faults << fault(widget, QStringLiteral("has an action that turns or marks up"),
                                action->text());
        }
    }
    // The tooltip that is shown now is a window of its own.
    for (const QWidget* top : QApplication::topLevelWidgets()) {
        const auto* tip = qobject_cast<const QLabel*>(top);
        if (tip && isMarkup(tip->text()))
            faults << fault(tip, QStringLiteral("has markup"), tip->text());
    }
    return faults;
}

/// As a pointer that rests, over the whole of it.
void hover(QWidget* window, const std::function<void()>& look)
{
    QString tip;
    for (QWidget* widget : shownWidgets(window)) {
        for (int y = 6; y < widget->height(); y += 48) {
            const QPoint at(widget->width() / 3, y);
            QMouseEvent move(QEvent::MouseMove, at, widget->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
            QCoreApplication::sendEvent(widget, &move);
            QHelpEvent rest(QEvent::ToolTip, at, widget->mapToGlobal(at));
            QCoreApplication::sendEvent(widget, &rest);
            if (QToolTip::text() != tip && !(tip = QToolTip::text()).isEmpty())
                look();
        }
    }
}

} // namespace

class tst_hostile_text : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_place.enter();
        QVERIFY(QDir::setCurrent(m_home.path()));
        QImage dot(2, 2, QImage::Format_RGB32);
        dot.fill(Qt::red);
        QVERIFY(dot.save(QString::fromLatin1(canary)));
    }

    void everyViewShowsItLiterally()
    {
        StoreWindow w;
        const std::string text = hostileText().toStdString();
        QVERIFY(w.bench.gather(hostileRun(text, models::nowUnixNs()), false, "hostile"));
        Q_EMIT w.source->changed();
        QTRY_COMPARE(w.rows(), 13);
        QStringList faults;
        const auto look = [&faults](QWidget* window) {
            Tour::settle();
            hover(window, [&faults, window] { faults << markupIn(window); });
            window->grab();
            faults << markupIn(window);
        };
        w.list()->setCurrentIndex(w.window->traces()->index(0));
        QTRY_COMPARE(w.shownRun(), 1u);
        lookAtPage(w, look);
        w.press("Ctrl+Shift+C");
        look(w.window.get());
        w.press("Ctrl+4");
        auto* dashboard = w.find<DashboardTab>();
        QTRY_COMPARE(dashboard->view()->dashboard().traces, 13);
        look(w.window.get());
        w.press("Ctrl+5");
        QTRY_VERIFY(w.find<SessionsTab>()->view()->turnCount() > 0);
        look(w.window.get());
        w.find<QTabWidget>("documents")->setCurrentIndex(0);
        lookAtScore(w, look);
        lookAtManyRuns(w, look);
        w.press("Ctrl+K");
        look(QApplication::activeModalWidget() ? QApplication::activeModalWidget() : w.window.get());
        w.press("Escape");
        openFile(w);
        QTRY_VERIFY(w.span() && w.span()->name == text);
        lookAtPage(w, look);
        lookAtMenus(w, look);
        w.window->showBanner(true, QString::fromUtf8(hostileText()));
        look(w.window.get());
        faults.removeDuplicates();
        for (const QString& line : faults)
            qWarning("%s", qPrintable(line));
        QVERIFY(faults.isEmpty());
    }

    /// What a widget that believes its text does: the proof that the slot below would see it.
    void aWidgetThatBelievesItsText()
    {
        QLabel label;
        label.setText(QString::fromUtf8(hostileText()));
        label.setTextFormat(Qt::RichText);
        label.show();
        label.grab();
        QVERIFY(!markupIn(&label).isEmpty());
    }

    void straceSeesNoFileOpenedAndNobodyCalled_data()
    {
        QTest::addColumn<QString>("slot");
        QTest::addColumn<bool>("opens");
        QTest::newRow("the views open nothing") << QStringLiteral("everyViewShowsItLiterally") << false;
        QTest::newRow("rich text would be seen") << QStringLiteral("aWidgetThatBelievesItsText") << true;
    }
    void straceSeesNoFileOpenedAndNobodyCalled()
    {
        QFETCH(QString, slot);
        QFETCH(bool, opens);
        if (QProcess::execute(QStringLiteral("strace"), {QStringLiteral("-o"), QStringLiteral("/dev/null"),
                                                         QStringLiteral("true")}) != 0)
            QSKIP("strace is not installed, or may not watch");
        const QString log = m_home.filePath(QStringLiteral("calls"));
        QProcess traced;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("ASAN_OPTIONS"), // who is watched cannot watch itself
                           qEnvironmentVariable("ASAN_OPTIONS") + QStringLiteral(":detect_leaks=0"));
        traced.setProcessEnvironment(environment);
        traced.setProcessChannelMode(QProcess::MergedChannels);
        traced.start(QStringLiteral("strace"),
                     {QStringLiteral("-f"), QStringLiteral("-s"), QStringLiteral("400"), QStringLiteral("-e"),
                      QStringLiteral("trace=open,openat,connect,execve"), QStringLiteral("-o"), log,
                      QCoreApplication::applicationFilePath(), slot});
        QVERIFY(traced.waitForFinished(180'000));
        QVERIFY2(traced.exitCode() == 0, traced.readAll().constData());
        QFile file(log);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArrayList becauseOfData;
        int calls = 0;
        while (!file.atEnd()) {
            const QByteArray call = file.readLine();
            ++calls;
            // The test itself writes the canary; whoever is fooled reads it.
            const bool readsCanary = call.contains(QByteArray(canary) + '"') && call.contains("O_RDONLY");
            const bool callsSomebody = call.contains("connect(") && call.contains("AF_INET");
            if (readsCanary || callsSomebody || (call.contains("execve(") && calls > 1))
                becauseOfData << call;
        }
        QVERIFY(calls > 100); // it did watch
        QVERIFY2(becauseOfData.isEmpty() != opens, becauseOfData.join().constData());
    }

private:
    template<class Look> static void lookAtPage(const StoreWindow& w, const Look& look)
    {
        auto* page = w.window->currentPage();
        for (const auto view :
             {TracePage::flameView, TracePage::timelineView, TracePage::graphView, TracePage::orphansView}) {
            page->showView(view);
            look(w.window.get());
        }
        page->showView(TracePage::flameView);
        page->findings()->unfoldButton()->click();
        auto* panel = w.find<views::SpanPanel>();
        for (std::uint32_t row = 0; row < page->model()->table()->size(); ++row) {
            const trace::SpanTable& table = *page->model()->table();
            page->selectSpan(table.trace[row], table.id[row]);
            QTRY_VERIFY(panel->span() && panel->span()->id == table.id[row]);
            for (int tab = views::SpanPanel::overviewTab; tab <= views::SpanPanel::rawTab; ++tab) {
                panel->showTab(static_cast<views::SpanPanel::Tab>(tab));
                look(panel);
            }
        }
    }
    /// What was said about a span is text of somebody's too: it may come from another machine.
    template<class Look> static void lookAtScore(const StoreWindow& w, const Look& look)
    {
        const TraceId trace{0xbad, 1};
        const std::string text = hostileText().toStdString();
        w.window->currentPage()->selectSpan(trace, {900});
        QTRY_VERIFY(w.span() && w.span()->id.value == 900);
        QVERIFY(
            store::addScore(w.bench.path(), {.trace = trace, .span = {900}, .score = {text, text, text}}));
        Q_EMIT w.source->changed();
        w.find<views::SpanPanel>()->readAgain();
        QTRY_VERIFY(w.span() && !w.span()->scores.empty());
        look(w.window.get());
    }
    /// Two runs compared, and all of them as one.
    template<class Look> static void lookAtManyRuns(const StoreWindow& w, const Look& look)
    {
        w.list()->selectionModel()->select(w.window->traces()->index(1), QItemSelectionModel::Select);
        w.find<QAction>("actionCompare")->trigger();
        QTRY_VERIFY(w.find<views::CompareView>() && w.find<views::CompareView>()->model().before());
        look(w.window.get());
        w.find<views::CompareView>()->setShowsFlame(true);
        look(w.window.get());
        w.find<QAction>("actionMerged")->trigger();
        QTRY_VERIFY(w.window->currentPage()->model()->rowCount() > 0);
        look(w.window.get());
    }
    template<class Look> static void lookAtMenus(const StoreWindow& w, const Look& look)
    {
        QList<QPointer<QMenu>> menus;
        for (QMenu* menu : w.window->findChildren<QMenu*>())
            menus << menu;
        for (const QPointer<QMenu>& menu : menus) {
            if (!menu)
                continue;
            menu->popup(w.window->mapToGlobal(QPoint(8, 8)));
            if (menu && menu->isVisible())
                look(menu);
            if (menu)
                menu->hide();
        }
    }
    static void openFile(const StoreWindow& w)
    {
        const QString name = QStringLiteral("<img src=canary.png>\u202egnp.json");
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(richTrace(hostileText(), hostileAddress()));
        file.close();
        w.window->openFiles({QDir::current().absoluteFilePath(name)});
    }
    test::OwnPlace m_place;
    QTemporaryDir m_home;
};

QTEST_MAIN(tst_hostile_text)
#include "tst_hostile_text.moc"
