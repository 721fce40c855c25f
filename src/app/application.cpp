// SPDX-License-Identifier: GPL-3.0-or-later
// Qt reports a display it cannot reach by a warning, then by a fatal message and abort(). While the
// application is made, a handler keeps the warning and turns the fatal message into our line and a plain
// exit.
#include "app/application.h"

#include <cstdio>
#include <cstdlib>
#include <string>

#include "app/cli/verb.h"
#include "views/readable_graphs.h"

namespace spanglass::app {

namespace {

std::string lastWarning; // by the GUI thread only, while the application is made

void endInsteadOfAborting(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type == QtWarningMsg && message.contains(QLatin1String("display")))
        lastWarning = message.toStdString();
    if (type != QtFatalMsg)
        return;
    const std::string why = !lastWarning.empty() ? lastWarning
                            : qEnvironmentVariableIsSet("DISPLAY")
                                ? message.section(u'\n', 0, 0).toStdString()
                                : "no display";
    printError({ErrorKind::unavailable,
                "cannot open a window: " + why + " (the verbs need no display: spanglass --help)"});
    std::_Exit(exitCouldNot);
}

bool noDisplayIsNamed()
{
    return qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY") &&
           qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

void describe()
{
    QCoreApplication::setApplicationName(QStringLiteral("spanglass"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Spanglass"));
    QCoreApplication::setOrganizationName(QStringLiteral("spanglass"));
    QGuiApplication::setDesktopFileName(QStringLiteral("spanglass"));
}

} // namespace

std::unique_ptr<QApplication> makeApplication(int& argc, char** argv)
{
    if (noDisplayIsNamed()) {
        printError({ErrorKind::unavailable,
                    "cannot open a window: neither DISPLAY nor WAYLAND_DISPLAY is set "
                    "(the verbs need no display: spanglass --help)"});
        std::_Exit(exitCouldNot);
    }
    describe();
    const auto before = qInstallMessageHandler(endInsteadOfAborting);
    auto application = std::make_unique<QApplication>(argc, argv);
    qInstallMessageHandler(before);
    views::makeGraphsReadable();
    return application;
}

std::unique_ptr<QApplication> makeOffscreenApplication(int& argc, char** argv)
{
    describe();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // What Qt has to say about a session that is not there (no runtime folder) matters to nobody here.
    const auto before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    auto application = std::make_unique<QApplication>(argc, argv);
    qInstallMessageHandler(before);
    return application;
}

} // namespace spanglass::app
