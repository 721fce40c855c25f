// SPDX-License-Identifier: GPL-3.0-or-later
// The window's menus: what stands in them, what it does, what it is called in the language of the day.
#include <QMessageBox>

#include "app/choice_menu.h"
#include "app/document_tabs.h"
#include "app/install_paths.h"
#include "app/languages.h"
#include "app/main_window.h"
#include "app/query_panel.h"
#include "app/shortcut_sheet.h"
#include "app/status_line.h"
#include "app/store_tab.h"
#include "app/store_tools.h"
#include "app/trace_menu.h"
#include "ui_main_window.h"
#include "views/icons.h"
#include "views/motion.h"
#include "views/plain_text.h"
#include "views/query_edit.h"
#include "views/span_panel.h"
#include "views/theme.h"

namespace spanglass::app {

void MainWindow::createMenus()
{
    const std::pair<QAction*, const char*> icons[] = {
        {m_ui->actionOpen, "open"},
        {m_ui->actionFindTraces, "search"},
        {m_ui->actionNewest, "newest"},
        {m_ui->actionRunAgents, "play"},
    };
    for (const auto& [action, name] : icons)
        action->setIcon(views::icon(QString::fromLatin1(name)));
    m_ui->menuView->insertAction(m_ui->actionRestoreLayout, m_ui->tracesDock->toggleViewAction());
    m_ui->menuView->insertAction(m_ui->actionRestoreLayout, m_ui->detailDock->toggleViewAction());
    m_tools->addActions(m_ui->menuView, m_ui->actionRestoreLayout, m_ui->menuEdit);
    createChoiceMenus();
    connect(m_ui->menuRecent, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    createExports();
    createCompareActions();
    connect(m_ui->menuSpan, &QMenu::aboutToShow, this, [this] {
        emptyMenu(m_ui->menuSpan);
        fillSpanMenu(m_ui->menuSpan, currentPage());
    });
    m_ui->actionFollow->setChecked(m_parts.settings->follow());
    m_store->setFollowing(m_parts.settings->follow());
    m_ui->actionShortcuts->setShortcuts({QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)});
    m_ui->actionQuit->setMenuRole(QAction::QuitRole);
    m_ui->actionAbout->setMenuRole(QAction::AboutRole);
}

/// Always there, so that keys and the palette find them.
void MainWindow::createExports()
{
    m_exportPicture = m_ui->menuExport->addAction({}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), this,
                                                  &MainWindow::exportPictureInFront);
    m_exportPicture->setObjectName(QStringLiteral("actionExportPicture"));
    m_exportHtml = m_ui->menuExport->addAction({}, this, [this] { exportHtmlOf(currentPage()); });
    m_exportHtml->setObjectName(QStringLiteral("actionExportHtml"));
    m_exportTraces = m_ui->menuExport->addAction({}, QKeySequence(Qt::CTRL | Qt::Key_S), this,
                                                 [this] { exportTracesOf(currentPage()); });
    m_exportTraces->setObjectName(QStringLiteral("actionExportTraces"));
}

/// Two traces are compared when two are selected; sets, when one was kept before.
void MainWindow::createCompareActions()
{
    m_keepFirstSet = new QAction(this);
    m_keepFirstSet->setObjectName(QStringLiteral("actionKeepFirstSet"));
    m_keepFirstSet->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    m_ui->menuView->insertAction(m_ui->actionCompare, m_keepFirstSet);
    connect(m_keepFirstSet, &QAction::triggered, m_store, &StoreTab::keepFirstSet);
    connect(m_store, &StoreTab::firstSetChanged, this, [this](int traces) {
        m_firstSetSize = traces;
        nameCompare();
        if (traces > 0)
            m_ui->statusBar->showMessage(tr("Now select the other traces, then compare (Ctrl+D)."), 8'000);
    });
}

void MainWindow::nameCompare()
{
    m_keepFirstSet->setText(tr("&Keep the selected traces to compare others with"));
    const int traces = m_firstSetSize;
    m_ui->actionCompare->setText(traces == 0
                                     ? tr("&Compare the two selected traces")
                                     : tr("&Compare the selected traces with the %n kept", nullptr, traces));
}

/// nameThings() says in the language of the day what the first two offer.
void MainWindow::createChoiceMenus()
{
    addChoices(m_ui->menuSort, QStringList(trace::traceOrders), static_cast<int>(m_parts.settings->order()),
               [this](int order) {
                   m_parts.settings->setOrder(static_cast<trace::TraceOrder>(order));
                   m_store->orderChanged();
               });
    addChoices(m_ui->menuTheme, QStringList(3), static_cast<int>(views::themeChoice()), [this](int choice) {
        m_parts.settings->setTheme(static_cast<views::ThemeChoice>(choice));
        views::applyTheme(static_cast<views::ThemeChoice>(choice));
    });
    QStringList names;
    QStringList codes;
    for (const Language& language : languages()) {
        names << language.name;
        codes << language.code;
    }
    addChoices(m_ui->menuLanguage, names, codes.indexOf(m_parts.settings->language()),
               [this, codes](int language) {
                   m_parts.settings->setLanguage(codes[language]);
                   Q_EMIT languageRequested(codes[language]);
               });
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction* action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    on(m_ui->actionOpen, [this] { m_documents->chooseFiles(); });
    on(m_ui->actionOpenTeam, [this] { Q_EMIT teamDatabaseRequested(); });
    on(m_ui->actionCloseTab, [this] { m_documents->closeCurrent(); });
    on(m_ui->actionNextTab, [this] { m_documents->step(1); });
    on(m_ui->actionPreviousTab, [this] { m_documents->step(-1); });
    on(m_ui->actionQuit, [this] { close(); });
    on(m_ui->actionFullScreen, [this](bool full) { full ? showFullScreen() : showNormal(); });
    // The desktop's wish may have come since.
    connect(m_ui->menuView, &QMenu::aboutToShow, this,
            [this] { m_ui->actionReduceMotion->setChecked(views::reducedMotion()); });
    on(m_ui->actionReduceMotion, [this](bool reduce) {
        m_parts.settings->setReducesMotion(reduce);
        views::setReducedMotion(reduce);
    });
    on(m_ui->actionRestoreLayout, [this] { restoreDocks(); });
    connect(m_ui->actionPause, &QAction::toggled, this, [this](bool paused) {
        m_store->setPaused(paused);
        m_status->setPaused(paused);
    });
    on(m_ui->actionNewest, [this] { m_store->goToNewest(); });
    on(m_ui->actionCompare, [this] { m_store->compareSelected(); });
    on(m_ui->actionRunAgents, [this] { Q_EMIT runAgentsRequested(); });
    on(m_ui->actionConnectAgent, [this] { connectAgent(); });
    on(m_ui->actionShortcuts, [this] { showShortcuts(); });
    on(m_ui->actionAbout, [this] { showAbout(); });
    connect(m_ui->actionFollow, &QAction::toggled, this, [this](bool follow) {
        m_parts.settings->setFollow(follow);
        m_store->setFollowing(follow);
    });
}

void MainWindow::connectViewActions()
{
    const auto on = [this](QAction* action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    on(m_ui->actionFindTraces, [this] {
        m_tools->panel()->edit()->setFocus(Qt::ShortcutFocusReason);
        m_tools->panel()->edit()->selectAll();
    });
    on(m_ui->actionFindInTrace, [this] { currentPage()->startSearch(); });
    on(m_ui->actionFindInValue, [this] { m_panel->startSearch(); });
    on(m_ui->actionNextMatch, [this] { currentPage()->nextMatch(); });
    on(m_ui->actionPreviousMatch, [this] { currentPage()->previousMatch(); });
    on(m_ui->actionFlame, [this] { currentPage()->showView(TracePage::flameView); });
    on(m_ui->actionTimeline, [this] { currentPage()->showView(TracePage::timelineView); });
    on(m_ui->actionGraph, [this] { currentPage()->showView(TracePage::graphView); });
    on(m_ui->actionZoomIn, [this] { currentPage()->zoomIn(); });
    on(m_ui->actionZoomOut, [this] { currentPage()->zoomOut(); });
    on(m_ui->actionFit, [this] { currentPage()->fit(); });
}

void MainWindow::fillRecentMenu()
{
    m_ui->menuRecent->clear();
    for (const QString& file : m_parts.settings->recentFiles()) {
        // An ampersand in a file's name is no shortcut.
        QString text = views::literal(file);
        QAction* action = m_ui->menuRecent->addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")));
        connect(action, &QAction::triggered, this, [this, file] { openFiles({file}); });
    }
    if (m_ui->menuRecent->isEmpty()) {
        m_ui->menuRecent->addAction(tr("No file was opened yet"))->setEnabled(false);
        return;
    }
    m_ui->menuRecent->addSeparator();
    m_ui->menuRecent->addAction(tr("Clear this list"), this,
                                [this] { m_parts.settings->clearRecentFiles(); });
}

void MainWindow::nameThings()
{
    static const char* const orders[] = {QT_TR_NOOP("Newest first"),      QT_TR_NOOP("Oldest first"),
                                         QT_TR_NOOP("Longest first"),     QT_TR_NOOP("Costliest first"),
                                         QT_TR_NOOP("Most tokens first"), QT_TR_NOOP("Shortest first"),
                                         QT_TR_NOOP("Most spans first"),  QT_TR_NOOP("Most errors first"),
                                         QT_TR_NOOP("By name"),           QT_TR_NOOP("By service")};
    static const char* const themes[] = {QT_TR_NOOP("As the system"), QT_TR_NOOP("Light"),
                                         QT_TR_NOOP("Dark")};
    for (QAction* action : m_ui->menuSort->actions())
        action->setText(tr(orders[action->data().toInt()]));
    for (QAction* action : m_ui->menuTheme->actions())
        action->setText(tr(themes[action->data().toInt()]));
    m_ui->menuLanguage->actions().constFirst()->setText(tr("As the system"));
    m_exportPicture->setText(tr("Export a &picture…"));
    m_exportHtml->setText(tr("Export the traces as an &HTML page…"));
    m_exportTraces->setText(tr("Export the &traces…"));
    nameCompare();
    m_tools->retranslate();
    m_ui->documents->setTabText(0, tr("Store"));
    m_status->showStore(m_parts.storeName);
    m_status->retranslate();
    m_ui->tracesDock->setWindowTitle(tr("Traces"));
    m_ui->detailDock->setWindowTitle(tr("Span"));
}

void MainWindow::showShortcuts()
{
    auto* sheet = new ShortcutSheet(findChildren<QAction*>(), this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->show();
}

void MainWindow::showAbout()
{
    // A question has buttons; this is the answer to one.
    QMessageBox box(this);
    box.setWindowTitle(tr("About Spanglass"));
    box.setTextFormat(Qt::PlainText);
    box.setIconPixmap(views::applicationIcon().pixmap(64, 64));
    box.setText(QStringLiteral("Spanglass ") + QStringLiteral(SPANGLASS_VERSION));
    box.setInformativeText(
        tr("See what LLM agents do: their traces, recorded on this machine and kept here.\n\n"
           "Licence: GPL 3 or later; the tracer: Apache 2.0. Made with Qt %1.")
            .arg(QString::fromLatin1(qVersion())));
    box.exec();
}

} // namespace spanglass::app
