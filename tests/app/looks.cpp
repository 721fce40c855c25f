// SPDX-License-Identifier: GPL-3.0-or-later
// Takes pictures of the window with sample data: `looks OUT-DIRECTORY`. For eyes; tests are elsewhere.
#include <QApplication>
#include <QDir>
#include <QTest>
#include <cstdio>

#include "app/cli/span_json.h"
#include "app/languages.h"
#include "app/main_window.h"
#include "app/status_line.h"
#include "models/readable.h"
#include "sample_traces.h"
#include "views/span_panel.h"

using namespace spanglass;

namespace {

struct Scene
{
    const char* name;
    int traces;
    int selectRow;
    views::SpanPanel::Tab tab;
    bool trouble;
    app::TracePage::View view = app::TracePage::flameView;
};

void takePicture(const Scene& scene, const QString& directory, const QString& suffix)
{
    models::FakeSource source;
    app::fillSample(source, scene.traces, models::nowUnixNs());
    app::Settings settings(QDir(directory).filePath(QStringLiteral("looks.conf")));
    app::MainWindow window({.source = &source,
                            .storeName = QStringLiteral("~/.local/share/spanglass"),
                            .reader = {},
                            .rawWriter =
                                [](const trace::Span& span) {
                                    JsonWriter json;
                                    app::writeSpan(json, span);
                                    return json.text();
                                },
                            .settings = &settings});
    window.resize(1440, 860);
    window.show();
    window.statusLine()->showLive(scene.traces > 0, {});
    window.statusLine()->showCounts(scene.traces, scene.traces * 10, 0);
    if (scene.trouble)
        window.showBanner(true, QStringLiteral("/home/ada/trace.json: byte 4,120: a string is not closed"));
    auto* panel = window.findChild<views::SpanPanel*>();
    if (scene.traces > 0) {
        if (!QTest::qWaitFor([&] { return window.currentPage()->model()->rowCount() > 0; }))
            return;
        window.currentPage()->selection()->setCurrentIndex(
            window.currentPage()->model()->indexOfRow(std::uint32_t(scene.selectRow)),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        panel->showTab(scene.tab);
        window.currentPage()->showView(scene.view);
        if (!QTest::qWaitFor([&] { return panel->span().has_value(); }))
            return;
    }
    QCoreApplication::processEvents();
    // Animations and the queued answers behind them.
    (void)QTest::qWaitFor([] { return false; }, 300);
    window.grab().save(
        QDir(directory).filePath(QString::fromLatin1(scene.name) + suffix + QStringLiteral(".png")));
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (argc < 2) {
        std::fputs("looks: OUT-DIRECTORY\n", stderr);
        return 2;
    }
    const QString directory = QString::fromLocal8Bit(argv[1]);
    QDir().mkpath(directory);
    using Tab = views::SpanPanel::Tab;
    const Scene scenes[] = {
        {"overview", 30, 8, Tab::overviewTab, false},
        {"input", 30, 2, Tab::inputTab, false},
        {"raw", 12, 3, Tab::rawTab, true},
        {"timeline", 30, 3, Tab::outputTab, false, app::TracePage::timelineView},
        {"graph", 30, 3, Tab::eventsTab, false, app::TracePage::graphView},
        {"empty", 0, 0, Tab::overviewTab, false},
    };
    const QString only = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
    for (const QString& language : {QStringLiteral("en"), QStringLiteral("de")}) {
        app::speak(language);
        for (const views::ThemeChoice theme : {views::ThemeChoice::light, views::ThemeChoice::dark}) {
            views::applyTheme(theme);
            for (const Scene& scene : scenes) {
                const QString suffix = QStringLiteral("-%1-%2").arg(
                    language,
                    theme == views::ThemeChoice::dark ? QStringLiteral("dark") : QStringLiteral("light"));
                if ((QString::fromLatin1(scene.name) + suffix).contains(only))
                    takePicture(scene, directory, suffix);
            }
        }
    }
    return 0;
}
