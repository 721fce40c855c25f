// SPDX-License-Identifier: GPL-3.0-or-later
/// Everything that the program can show, one scene after the other: a store with a day's runs and deliveries
/// in every state, a file with an orphan, a failure and a conversation, dialogs, menus, and what is shown
/// where there is nothing.
///
///     Tour tour;
///     tour.walk([](const QString& scene, QWidget* window) { … });
#pragma once

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QInputDialog>
#include <QMenuBar>
#include <QMessageBox>
#include <QPointer>
#include <QTabWidget>
#include <QToolButton>
#include <functional>

#include "app/command_palette.h"
#include "app/connect_panel.h"
#include "app/dashboard_tab.h"
#include "app/destination_dialog.h"
#include "app/findings_panel.h"
#include "app/first_run_page.h"
#include "app/query_panel.h"
#include "app/sessions_tab.h"
#include "app/status_line.h"
#include "app/sync_dock.h"
#include "app/team_database_dialog.h"
#include "store/deliveries.h"
#include "store_window.h"
#include "views/banner.h"
#include "views/compare_view.h"
#include "views/dashboard_view.h"
#include "views/flame_graph_view.h"
#include "views/query_edit.h"
#include "views/score_editor.h"
#include "views/session_view.h"
#include "views/sync_panel.h"
#include "views/value_view.h"

namespace spanglass::app {

/// A trace in OTLP's JSON: a conversation with a tool, a failure with its stack, a link, an orphan. `name`
/// stands wherever a file may put text, and `address` where it may point somewhere. Both without quotation
/// marks.
inline QByteArray richTrace(const QByteArray& name = "search",
                            const QByteArray& address = "https://example.org/a.png")
{
    const auto text = [](const char* key, const QByteArray& value) {
        return QByteArray(R"({"key":")") + key + R"(","value":{"stringValue":")" + value + R"("}})";
    };
    const auto span = [&](const char* id, const char* parent, const QByteArray& title, int startMs, int endMs,
                          const QByteArray& rest) {
        const auto at = [](int ms) { return QByteArray::number(1'760'000'000'000 + ms) + "000000"; };
        return QByteArray(R"({"traceId":"5b8efff798038103d269b633813fc60c","spanId":")") + id +
               R"(","parentSpanId":")" + parent + R"(","name":")" + title + R"(","startTimeUnixNano":")" +
               at(startMs) + R"(","endTimeUnixNano":")" + at(endMs) + "\"," + rest + "}";
    };
    const QByteArray question =
        R"([{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\")" + name +
        R"(\"},{\"type\":\"uri\",\"modality\":\"image\",\"uri\":\")" + address +
        R"(\"}]},{\"role\":\"assistant\",\"parts\":[{\"type\":\"tool_call\",\"id\":\"c1\",)"
        R"(\"name\":\"look\",\"arguments\":{\"q\":1}}]},{\"role\":\"tool\",\"parts\":)"
        R"([{\"type\":\"tool_call_response\",\"id\":\"c1\",\"response\":\")" +
        name + R"(\"}]}])";
    const QByteArray answer =
        R"([{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\")" + name + R"(\"}]}])";
    const QByteArray root = R"("attributes":[)" + text("gen_ai.operation.name", "invoke_agent") + "," +
                            text("input.value", name) + "," + text("output.value", name) + "]";
    const QByteArray chat = R"("attributes":[)" + text("gen_ai.operation.name", "chat") + "," +
                            text("gen_ai.request.model", "gpt-5-mini") + "," +
                            text("gen_ai.input.messages", question) + "," +
                            text("gen_ai.output.messages", answer) +
                            R"(,{"key":"gen_ai.usage.input_tokens","value":{"intValue":"812"}})"
                            R"(,{"key":"gen_ai.usage.output_tokens","value":{"intValue":"143"}}])";
    const QByteArray tool =
        R"("attributes":[)" + text("gen_ai.operation.name", "execute_tool") + "," + text("note", name) + "," +
        text("url.full", address) + R"(],"status":{"code":2,"message":")" + name +
        R"("},"events":[{"timeUnixNano":"1760000000800000000",)"
        R"("name":"exception","attributes":[)" +
        text("exception.type", "IndexLocked") + "," + text("exception.message", name) + "," +
        text("exception.stacktrace", "at look (index.cpp:88)\\nat run") +
        R"(]}],"links":[{"traceId":"5b8efff798038103d269b633813fc60c","spanId":"00000000000000a2"}])";
    return R"({"resourceSpans":[{"resource":{"attributes":[)" + text("service.name", name) +
           R"(]},"scopeSpans":[{"scope":{"name":"x"},"spans":[)" +
           span("00000000000000a1", "", name, 0, 3000, root) + "," +
           span("00000000000000a2", "00000000000000a1", "chat", 100, 700, chat) + "," +
           span("00000000000000a3", "00000000000000a1", name, 700, 1500, tool) + "," +
           span("00000000000000a4", "00000000000000ff", "lost", 1600, 1700, R"("attributes":[])") + "]}]}]}";
}

class Tour
{
public:
    using Look = std::function<void(const QString& scene, QWidget* window)>;

    /// Of the window as a person's screen gives it, in pixels before scaling.
    static constexpr QSize usual{1280, 760};

    Tour()
    {
        addDeliveries();
        m_stage.window->hide();
        rebuild();
    }
    ~Tour()
    {
        m_sync.reset();
        m_stage.window.reset();
    }
    [[nodiscard]] MainWindow* window() const { return m_stage.window.get(); }
    [[nodiscard]] StoreWindow& stage() { return m_stage; }

    /// Another window on the same store: in the language and the theme of now.
    void rebuild()
    {
        m_sync.reset();
        m_stage.open();
        m_sync = std::make_unique<SyncDock>(deliveriesOf(m_stage.bench.path(), *m_stage.settings));
        window()->addBottomDock(m_sync.get());
        window()->addMenu(m_sync->menu());
        window()->traces()->setBadges(m_sync->badges());
        window()->statusLine()->showCounts(12, 36, 0);
        window()->statusLine()->showLive(true, {});
        window()->resize(usual);
        settle();
    }

    void walk(const Look& look)
    {
        m_look = look;
        walkTrace();
        walkQueries();
        walkSync();
        walkDocuments();
        walkDialogs();
        walkMenus();
        walkEmptyStore();
    }

    static void settle()
    {
        for (int i = 0; i < 3; ++i) {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            QCoreApplication::processEvents();
        }
    }
    /// The scene did not come about within a few seconds.
    [[nodiscard]] const QStringList& missed() const { return m_missed; }

private:
    static SyncParts deliveriesOf(const std::filesystem::path& store, Settings& settings)
    {
        SyncParts parts;
        parts.store = store;
        parts.settings = &settings;
        return parts;
    }
    void addDeliveries()
    {
        auto deliveries = store::Deliveries::open(m_stage.bench.path());
        if (!deliveries)
            qFatal("%s", deliveries.error().message.c_str());
        const auto team = deliveries->add("team-langfuse", "langfuse", "https://langfuse.example.org", "{}");
        const auto jaeger = deliveries->add("jaeger", "otlp", "http://127.0.0.1:1", "{}");
        if (!team || !jaeger)
            qFatal("no destination");
        store::QuarantineRow refused;
        refused.spanRow = 3;
        refused.trace = {0x5e55, 1};
        refused.span = {11};
        refused.reason = "HTTP 400: the body is too deep";
        if (!deliveries->settle(*jaeger, "", "", 0, {refused}))
            qFatal("nothing refused");
    }

    template<class Condition> void await(const QString& scene, Condition condition)
    {
        if (!QTest::qWaitFor(condition, 10'000))
            m_missed << scene;
        settle();
    }
    template<class Widget> Widget* find(const char* name = nullptr) const
    {
        return m_stage.find<Widget>(name);
    }
    void trigger(const char* action) const { find<QAction>(action)->trigger(); }
    void show(const QString& scene) { m_look(scene, window()); }

    void walkTrace()
    {
        await(QStringLiteral("trace"), [this] { return m_stage.rows() == 12 && m_stage.span().has_value(); });
        show(QStringLiteral("flame"));
        auto* page = window()->currentPage();
        for (int order = 1; order < 3; ++order) {
            page->flame()->setOrder(static_cast<views::FlameOrder>(order));
            settle();
            show(QStringLiteral("flame-%1").arg(order));
        }
        page->flame()->setOrder(views::FlameOrder::time);
        page->showView(TracePage::timelineView);
        settle();
        show(QStringLiteral("timeline"));
        page->showView(TracePage::graphView);
        settle();
        show(QStringLiteral("graph"));
        page->showView(TracePage::flameView);
        auto* unfold = page->findings()->unfoldButton();
        if (unfold->isVisible() && unfold->isEnabled()) {
            unfold->click();
            settle();
            show(QStringLiteral("findings"));
            unfold->click();
        }
    }

    void walkQueries()
    {
        auto* panel = find<QueryPanel>();
        panel->setQuery(QStringLiteral("nothing at all"));
        await(QStringLiteral("nothing found"), [this] { return m_stage.rows() == 0; });
        show(QStringLiteral("nothing-found"));
        panel->edit()->setText(QStringLiteral("cost>much"));
        settle();
        show(QStringLiteral("query-fault"));
        panel->setQuery({});
        panel->setLast(3'600);
        await(QStringLiteral("hour"), [this] { return m_stage.rows() == 12; });
        show(QStringLiteral("last-hour"));
        panel->setLast(0);
        trigger("actionColumns");
        settle();
        show(QStringLiteral("columns"));
        trigger("actionColumns");
    }

    void walkSync()
    {
        m_sync->setExpanded(true);
        await(QStringLiteral("deliveries"), [this] { return m_sync->destinations()->rowCount() == 2; });
        auto* tabs = m_sync->findChild<QTabWidget*>(QStringLiteral("tabs"));
        auto* list = m_sync->findChild<QAbstractItemView*>(QStringLiteral("list"));
        for (int destination = 0; destination < 2; ++destination) {
            list->setCurrentIndex(m_sync->destinations()->index(destination));
            for (int tab = 0; tab < 2; ++tab) {
                tabs->setCurrentIndex(tab);
                settle();
                m_look(QStringLiteral("sync-%1-%2").arg(destination).arg(tab), m_sync.get());
            }
        }
        m_sync->setExpanded(false);
        settle();
    }

    void walkDocuments()
    {
        trigger("actionDashboard");
        await(QStringLiteral("dashboard"),
              [this] { return find<DashboardTab>()->view()->dashboard().traces == 12; });
        show(QStringLiteral("dashboard"));
        trigger("actionSessions");
        await(QStringLiteral("sessions"), [this] { return find<SessionsTab>()->view()->turnCount() == 3; });
        show(QStringLiteral("sessions"));
        find<QTabWidget>("documents")->setCurrentIndex(0);
        auto* list = m_stage.list();
        list->setCurrentIndex(window()->traces()->index(0));
        list->selectionModel()->select(window()->traces()->index(2), QItemSelectionModel::Select);
        trigger("actionCompare");
        await(QStringLiteral("compare"), [this] { return find<views::CompareView>() != nullptr; });
        show(QStringLiteral("compare"));
        walkFile();
    }

    void walkFile()
    {
        const QString path = m_stage.directory.filePath(QStringLiteral("rich.json"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(richTrace()) < 0)
            qFatal("no file");
        file.close();
        window()->openFiles({path});
        auto* panel = find<views::SpanPanel>();
        await(QStringLiteral("file"), [this, panel] {
            return window()->currentPage()->model()->rowCount() > 0 && panel->span() &&
                   panel->span()->service == "search";
        });
        auto* page = window()->currentPage();
        for (const std::uint64_t id : {0xa1, 0xa2, 0xa3}) {
            page->selectSpan({0x5b8efff798038103, 0xd269b633813fc60c}, {id});
            await(QStringLiteral("span"),
                  [panel, id] { return panel->span() && panel->span()->id.value == id; });
            for (int tab = views::SpanPanel::overviewTab; tab <= views::SpanPanel::rawTab; ++tab) {
                panel->showTab(static_cast<views::SpanPanel::Tab>(tab));
                settle();
                m_look(QStringLiteral("span-%1-%2").arg(id, 0, 16).arg(tab), panel);
            }
        }
        panel->showTab(views::SpanPanel::overviewTab);
        page->showView(TracePage::orphansView);
        settle();
        show(QStringLiteral("orphans"));
        window()->showBanner(true,
                             QStringLiteral("/home/ada/trace.json: byte 4,120: a string is not closed"));
        window()->showBanner(false, QStringLiteral("~/.config/spanglass.conf: cannot be written"));
        settle();
        show(QStringLiteral("banners"));
        qDeleteAll(window()->findChildren<views::Banner*>());
        auto* documents = find<QTabWidget>("documents");
        while (documents->count() > 1) {
            documents->setCurrentIndex(1);
            trigger("actionCloseTab");
            settle();
        }
    }

    /// The dialog that comes next, modal or not, is looked at and sent away.
    void lookAtDialog(const QString& scene, const std::function<void()>& open)
    {
        QTimer waiting;
        bool seen = false;
        const auto look = [&] {
            for (QWidget* top : QApplication::topLevelWidgets()) {
                auto* dialog = qobject_cast<QDialog*>(top);
                if (seen || !dialog || !dialog->isVisible())
                    continue;
                seen = true;
                waiting.stop();
                settle();
                m_look(scene, dialog);
                dialog->reject();
                return;
            }
        };
        QObject::connect(&waiting, &QTimer::timeout, look);
        waiting.start(5);
        open();
        await(scene, [&] { return seen; });
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void walkDialogs()
    {
        lookAtDialog(QStringLiteral("palette"), [this] { trigger("actionPalette"); });
        lookAtDialog(QStringLiteral("shortcuts"), [this] { trigger("actionShortcuts"); });
        lookAtDialog(QStringLiteral("about"), [this] { trigger("actionAbout"); });
        lookAtDialog(QStringLiteral("connect"), [this] { trigger("actionConnectAgent"); });
        lookAtDialog(QStringLiteral("reprice"), [this] { trigger("actionReprice"); });
        lookAtDialog(QStringLiteral("save-view"), [this] { trigger("actionSaveView"); });
        DestinationDialog added(m_sync->deliveries(), {}, window());
        auto* kind = added.findChild<QComboBox*>(QStringLiteral("kind"));
        added.show();
        for (int i = 0; i < kind->count(); ++i) {
            kind->setCurrentIndex(i);
            settle();
            m_look(QStringLiteral("destination-%1").arg(i), &added);
        }
        added.hide();
        DestinationDialog changed(m_sync->deliveries(), m_sync->destinations()->at(0), window());
        changed.show();
        settle();
        m_look(QStringLiteral("destination-changed"), &changed);
        changed.hide();
        TeamDatabaseDialog team(m_sync->deliveries(), window());
        team.show();
        settle();
        m_look(QStringLiteral("team-database"), &team);
    }

    void walkMenus()
    {
        int number = 0;
        // Some are filled as they open, and let go of the menus they had.
        QList<QPointer<QMenu>> menus;
        for (QMenu* menu : window()->findChildren<QMenu*>())
            menus << menu;
        for (const QPointer<QMenu>& menu : menus) {
            if (!menu || menu->objectName().startsWith(QLatin1String("qt_")))
                continue;
            menu->popup(window()->mapToGlobal(QPoint(8, 8)));
            settle();
            if (menu->isVisible() && !menu->isEmpty())
                m_look(QStringLiteral("menu-%1").arg(++number), menu);
            menu->hide();
        }
        settle();
    }

    void walkEmptyStore()
    {
        const QTemporaryDir directory;
        records::Bench bench;
        models::StoreSource source(bench.path());
        Settings settings(directory.filePath(QStringLiteral("empty.conf")));
        MainWindow empty({.source = &source,
                          .storeName = QStringLiteral("/tmp/empty"),
                          .reader = readTraceFile,
                          .rawWriter = {},
                          .settings = &settings});
        SyncDock sync(deliveriesOf(bench.path(), settings));
        empty.addBottomDock(&sync);
        empty.resize(usual);
        empty.show();
        auto* door = empty.findChild<FirstRunPage*>();
        await(QStringLiteral("first run"), [door] { return door->isVisible(); });
        m_look(QStringLiteral("first-run"), &empty);
        door->showLines();
        settle();
        m_look(QStringLiteral("first-run-lines"), &empty);
        sync.setExpanded(true);
        settle();
        m_look(QStringLiteral("no-destination"), &empty);
        empty.removeDockWidget(&sync);
        sync.setParent(nullptr);
    }

    StoreWindow m_stage;
    std::unique_ptr<SyncDock> m_sync;
    Look m_look;
    QStringList m_missed;
};

} // namespace spanglass::app
