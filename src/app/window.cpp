// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the application, the store's session and the window, and ties them together.
#include "app/window.h"

#include <QDir>

#include "app/agent_runner.h"
#include "app/application.h"
#include "app/cli/span_json.h"
#include "app/desktop_motion.h"
#include "app/file_reader.h"
#include "app/languages.h"
#include "app/main_window.h"
#include "app/receiver_control.h"
#include "app/settings.h"
#include "app/status_line.h"
#include "app/store_session.h"
#include "app/sync_dock.h"
#include "app/team_database_dialog.h"
#include "app/team_window.h"
#include "trace/prices.h"
#include "views/motion.h"

namespace spanglass::app {
namespace {

QString homeShortened(const std::filesystem::path& directory)
{
    QString path = QString::fromStdString(directory.string());
    const QString home = QDir::homePath();
    if (path.startsWith(home + QLatin1Char('/')))
        path.replace(0, home.size(), QStringLiteral("~"));
    return path;
}

std::string rawJson(const trace::Span& span)
{
    JsonWriter json;
    writeSpan(json, span);
    return json.take();
}

WindowParts teamParts(Settings& settings)
{
    WindowParts parts;
    parts.reader = readTraceFile;
    parts.rawWriter = rawJson;
    parts.settings = &settings;
    return parts;
}

/// Deliveries below, their menu, a badge for each trace, and other machines' deliveries in windows of their
/// own.
void addSync(MainWindow& window, SyncDock& sync, models::TraceSource& source, Settings& settings)
{
    window.addBottomDock(&sync);
    window.addMenu(sync.menu());
    window.traces()->setBadges(sync.badges());
    QObject::connect(&source, &models::TraceSource::changed, &sync, &SyncDock::storeChanged);
    QObject::connect(&sync, &SyncDock::failed, &window,
                     [&window](const QString& message) { window.showBanner(true, message); });
    QObject::connect(&window, &MainWindow::teamDatabaseRequested, &window, [&window, &sync, &settings] {
        TeamDatabaseDialog dialog(sync.deliveries(), &window);
        if (dialog.exec() != QDialog::Accepted)
            return;
        auto* team = new TeamWindow(dialog.takeSource(), dialog.place(), teamParts(settings));
        team->setAttribute(Qt::WA_DeleteOnClose);
        team->show();
    });
}

/// As was chosen here, else as the desktop has it, which is heard of later.
void useMotion(QApplication& application, const Settings& settings)
{
    views::setReducedMotion(settings.reducesMotion().value_or(false));
    if (!settings.reducesMotion())
        askDesktopForMotion(&application, &views::setReducedMotion);
}

} // namespace

int openWindow(int& argc, char** argv, const WindowOptions& options)
{
    const std::unique_ptr<QApplication> application = makeApplication(argc, argv);
    Settings settings;
    speak(settings.language());
    views::applyTheme(settings.theme());
    useMotion(*application, settings);

    const std::filesystem::path directory = std::filesystem::absolute(options.store);
    StoreSession session(directory);
    AgentRunner agents(QString::fromStdString(directory.string()));
    MainWindow window({.source = session.source(),
                       .storeName = homeShortened(directory),
                       .reader = readTraceFile,
                       .rawWriter = rawJson,
                       .settings = &settings});
    QObject::connect(&session, &StoreSession::counted, window.statusLine(), &StatusLine::showCounts);
    QObject::connect(&session, &StoreSession::liveChanged, window.statusLine(), &StatusLine::showLive);
    QObject::connect(&session, &StoreSession::troubled, &window,
                     [&window](const QString& message) { window.showBanner(true, message); });
    QObject::connect(&window, &MainWindow::runAgentsRequested, &agents, &AgentRunner::run);
    QObject::connect(&window, &MainWindow::languageRequested, &window, &speak);
    QObject::connect(&agents, &AgentRunner::runningChanged, &window, &MainWindow::setAgentsRunning);
    QObject::connect(&agents, &AgentRunner::failed, &window,
                     [&window](const QString& message) { window.showBanner(true, message); });
    ReceiverControl receiver(directory, settings);
    window.setReceiver(&receiver);
    receiver.start();
    SyncDock sync({.store = directory,
                   .settings = &settings,
                   .deliver = options.deliver,
                   .outageSwitch = QString::fromStdString(options.outageSwitch)},
                  &window);
    addSync(window, sync, *session.source(), settings);
    window.show();
    if (const QString problem = settings.problem(); !problem.isEmpty())
        window.showBanner(false, problem);
    if (const auto prices = trace::PriceTable::withFile(trace::userPriceFile()); !prices)
        window.showBanner(false, QString::fromStdString(prices.error().message));
    QStringList paths;
    for (const std::string& file : options.files)
        paths << QString::fromStdString(file);
    window.openFiles(paths);
    return QApplication::exec();
}

int openTeamWindow(int& argc, char** argv, const std::string& conninfo)
{
    const std::unique_ptr<QApplication> application = makeApplication(argc, argv);
    Settings settings;
    speak(settings.language());
    views::applyTheme(settings.theme());
    useMotion(*application, settings);
    TeamWindow window(std::make_unique<models::PostgresSource>(conninfo), {}, teamParts(settings));
    QObject::connect(&window, &MainWindow::languageRequested, &window, &speak);
    window.show();
    return QApplication::exec();
}

} // namespace spanglass::app
