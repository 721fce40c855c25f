// SPDX-License-Identifier: GPL-3.0-or-later
// Construction in named steps, then what happens when something is chosen, read or asked for.
#include "app/main_window.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/first_run_page.h"
#include "app/install_paths.h"
#include "app/languages.h"
#include "app/shortcut_sheet.h"
#include "models/readable.h"
#include "ui_main_window.h"
#include "views/banner.h"
#include "views/compare_view.h"
#include "views/flame_graph_view.h"
#include "views/icons.h"
#include "views/plain_text.h"
#include "views/span_panel.h"
#include "views/theme.h"
#include "views/trace_list_view.h"

namespace spanglass::app {
namespace {

/// Typing goes on for about this long between two letters of a query.
constexpr int queryDelayMs = 180;
/// "12 s ago" is true for a second; the list says it again this often.
constexpr int ageEveryMs = 5'000;
const QList<int> dockWidths{300, 396};
constexpr qsizetype mostBanners = 3;
/// Of the layout that is saved; a change of the docks' names raises it.
constexpr int layoutVersion = 1;

} // namespace

MainWindow::MainWindow(WindowParts parts, QWidget* parent)
    : QMainWindow(parent), m_parts(std::move(parts)), m_ui(std::make_unique<Ui::MainWindow>())
{
    m_ui->setupUi(this);
    setWindowIcon(views::applicationIcon());
    setContextMenuPolicy(Qt::NoContextMenu);
    createQueryBar();
    createTracesDock();
    createDetailDock();
    createDocuments();
    createStatusBar();
    createMenus();
    connectActions();
    nameThings();
    restorePlaces();

    m_querySoon.setSingleShot(true);
    m_querySoon.setInterval(queryDelayMs);
    connect(&m_querySoon, &QTimer::timeout, this, &MainWindow::applyQuery);
    m_ageTimer.setInterval(ageEveryMs);
    connect(&m_ageTimer, &QTimer::timeout, m_list->viewport(), qOverload<>(&QWidget::update));
    m_ageTimer.start();

    connect(&m_traces, &models::TraceListModel::answered, this, &MainWindow::listAnswered);
    connect(&m_traces, &models::TraceListModel::failed, this,
            [this](const QString& message) { showBanner(true, message); });
    if (m_parts.source) {
        connect(m_parts.source, &models::TraceSource::changed, this, &MainWindow::refreshTrace);
        m_traces.setQuery({}, m_parts.settings->order());
        m_traces.setSource(m_parts.source);
    }
    documentChanged();
}

MainWindow::~MainWindow()
{
    m_panel->setModel(nullptr, nullptr);
}

void MainWindow::openFiles(const QStringList& files)
{
    for (const QString& file : files) {
        auto* tab = new FileTab(file, m_parts.reader, m_ui->documents);
        const int index = m_ui->documents->addTab(tab, views::icon(QStringLiteral("file")),
                                                  views::literal(QFileInfo(file).fileName()));
        m_ui->documents->setTabToolTip(index, views::plainToolTip(file));
        m_ui->documents->setCurrentIndex(index);
        connect(tab, &FileTab::opened, this, [this, tab] { fileOpened(tab); });
        connect(tab, &FileTab::warned, this, [this](const QString& message) { showBanner(false, message); });
        connect(tab, &FileTab::failed, this,
                [this, tab](const QString& message) { fileFailed(tab, message); });
        connect(tab, &FileTab::cancelled, this,
                [this, tab] { closeDocument(m_ui->documents->indexOf(tab)); });
    }
}

void MainWindow::showBanner(bool error, const QString& message)
{
    const QList<views::Banner*> shown = m_ui->bannerArea->findChildren<views::Banner*>();
    for (const views::Banner* banner : shown) {
        if (banner->message() == message)
            return;
    }
    // One fault must not hide another; many of them must not hide the views.
    if (shown.size() >= mostBanners)
        delete shown.constFirst();
    auto* banner = new views::Banner(m_ui->bannerArea);
    m_ui->bannerColumn->addWidget(banner);
    connect(banner, &views::Banner::closed, banner, &QObject::deleteLater);
    banner->showMessage(error ? views::Banner::Tone::error : views::Banner::Tone::warning, message);
}

void MainWindow::setAgentsRunning(bool running)
{
    m_firstRun->setAgentsRunning(running);
    m_ui->actionRunAgents->setEnabled(!running);
}

void MainWindow::showCounts(qint64 traces, qint64 spans, qint64 dropped)
{
    m_countsLabel->setText(
        tr("%1 traces · %2 spans").arg(models::countReadable(traces), models::countReadable(spans)));
    m_droppedLabel->setText(tr("%1 dropped").arg(models::countReadable(dropped)));
    m_droppedLabel->setProperty("tone", dropped > 0 ? QStringLiteral("error") : QStringLiteral("secondary"));
    m_droppedLabel->setToolTip(views::plainToolTip(
        dropped > 0 ? tr("So many spans could not be recorded. `spanglass status` says why.")
                    : tr("Every span that was created is stored.")));
    style()->unpolish(m_droppedLabel);
    style()->polish(m_droppedLabel);
    m_listCount->setText(models::countReadable(traces));
}

void MainWindow::showLive(bool live, const QString& explanation)
{
    m_liveLabel->setText(live ? tr("● live") : tr("○ idle"));
    m_liveLabel->setProperty("tone", live ? QStringLiteral("ok") : QStringLiteral("secondary"));
    m_liveLabel->setToolTip(views::plainToolTip(explanation));
    style()->unpolish(m_liveLabel);
    style()->polish(m_liveLabel);
}

TracePage* MainWindow::currentPage() const
{
    if (const auto* file = qobject_cast<FileTab*>(m_ui->documents->currentWidget()))
        return file->page();
    return m_storePage;
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (!m_parts.settings->layout().isEmpty() || event->spontaneous())
        return;
    // The layout shrinks docks towards their least width when the window is laid out first, whatever
    // resizeDocks() asked for; so that width is raised until then.
    const QList<QDockWidget*> docks{m_ui->tracesDock, m_ui->detailDock};
    for (qsizetype i = 0; i < docks.size(); ++i) {
        const int least = docks[i]->minimumWidth();
        docks[i]->setMinimumWidth(std::max(least, dockWidths[i]));
        QTimer::singleShot(0, docks[i], [dock = docks[i], least] { dock->setMinimumWidth(least); });
    }
    layout()->activate();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_parts.settings->setPlaces(saveGeometry(), saveState(layoutVersion));
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            return event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    event->acceptProposedAction();
    openFiles(files);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_panel) {
        m_ui->retranslateUi(this);
        nameThings();
        showTraceHeader();
    }
}

void MainWindow::createQueryBar()
{
    m_query = new QLineEdit(m_ui->queryBar);
    m_query->setClearButtonEnabled(true);
    m_query->addAction(views::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_query->setMinimumHeight(30);
    m_ui->queryBar->addWidget(m_query);
    m_ui->queryBar->toggleViewAction()->setVisible(false);
    connect(m_query, &QLineEdit::textChanged, &m_querySoon, qOverload<>(&QTimer::start));
    connect(m_query, &QLineEdit::returnPressed, this, [this] {
        m_querySoon.stop();
        applyQuery();
        m_list->setFocus(Qt::OtherFocusReason);
    });
}

void MainWindow::createTracesDock()
{
    m_list = new views::TraceListView(m_ui->tracesContents);
    m_list->setModel(&m_traces);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    auto* column = new QVBoxLayout(m_ui->tracesContents);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list);
    m_listCount = new QLabel(this);
    m_listCount->hide();
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &MainWindow::currentTraceChanged);
    connect(m_list, &views::TraceListView::opened, this, [this] {
        m_ui->documents->setCurrentIndex(0);
        m_storePage->flame()->setFocus(Qt::OtherFocusReason);
    });
}

void MainWindow::createDetailDock()
{
    m_panel = new views::SpanPanel(m_ui->detailContents);
    m_panel->setRawWriter(m_parts.rawWriter);
    auto* column = new QVBoxLayout(m_ui->detailContents);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_panel);
}

void MainWindow::createDocuments()
{
    m_storeTab = new QStackedWidget(m_ui->documents);
    m_firstRun = new FirstRunPage(m_storeTab);
    m_storePage = new TracePage(m_storeTab);
    m_storeTab->addWidget(m_storePage);
    m_storeTab->addWidget(m_firstRun);
    m_ui->documents->addTab(m_storeTab, views::icon(QStringLiteral("timeline")), {});
    for (const auto side : {QTabBar::LeftSide, QTabBar::RightSide})
        m_ui->documents->tabBar()->setTabButton(0, side, nullptr);
    connect(m_ui->documents, &QTabWidget::currentChanged, this, &MainWindow::documentChanged);
    connect(m_ui->documents, &QTabWidget::tabCloseRequested, this, &MainWindow::closeDocument);
    connect(m_firstRun, &FirstRunPage::runAgentsRequested, this, &MainWindow::runAgentsRequested);
    connect(m_firstRun, &FirstRunPage::openFileRequested, this, &MainWindow::chooseFiles);
}

void MainWindow::createStatusBar()
{
    m_storeLabel = new QLabel(this);
    m_countsLabel = new QLabel(this);
    m_droppedLabel = new QLabel(this);
    m_liveLabel = new QLabel(this);
    for (QLabel* label : {m_storeLabel, m_countsLabel, m_droppedLabel, m_liveLabel}) {
        label->setTextFormat(Qt::PlainText);
        label->setFont(views::font(views::FontRole::secondary));
        label->setProperty("tone", QStringLiteral("secondary"));
    }
    m_ui->statusBar->addWidget(m_storeLabel, 1);
    m_ui->statusBar->addPermanentWidget(m_countsLabel);
    m_ui->statusBar->addPermanentWidget(m_droppedLabel);
    m_ui->statusBar->addPermanentWidget(m_liveLabel);
}

void MainWindow::createMenus()
{
    const std::pair<QAction*, const char*> icons[] = {
        {m_ui->actionOpen, "open"},     {m_ui->actionFindTraces, "search"}, {m_ui->actionFollow, "follow"},
        {m_ui->actionNewest, "newest"}, {m_ui->actionRunAgents, "play"},
    };
    for (const auto& [action, name] : icons)
        action->setIcon(views::icon(QString::fromLatin1(name)));
    m_ui->menuView->insertAction(m_ui->actionRestoreLayout, m_ui->tracesDock->toggleViewAction());
    m_ui->menuView->insertAction(m_ui->actionRestoreLayout, m_ui->detailDock->toggleViewAction());
    createSortMenu();
    createThemeMenu();
    createLanguageMenu();
    connect(m_ui->menuRecent, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    m_ui->actionFollow->setChecked(m_parts.settings->follow());
    m_list->setFollowing(m_ui->actionFollow->isChecked());
    m_ui->actionQuit->setMenuRole(QAction::QuitRole);
    m_ui->actionAbout->setMenuRole(QAction::AboutRole);
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction* action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    on(m_ui->actionOpen, [this] { chooseFiles(); });
    on(m_ui->actionCloseTab, [this] { closeDocument(m_ui->documents->currentIndex()); });
    on(m_ui->actionQuit, [this] { close(); });
    on(m_ui->actionFindTraces, [this] {
        m_query->setFocus(Qt::ShortcutFocusReason);
        m_query->selectAll();
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
    on(m_ui->actionNewest, [this] {
        m_list->goToNewest();
        m_list->setCurrentIndex(m_traces.index(0));
    });
    on(m_ui->actionFullScreen, [this](bool full) { full ? showFullScreen() : showNormal(); });
    on(m_ui->actionNextTab, [this] {
        m_ui->documents->setCurrentIndex((m_ui->documents->currentIndex() + 1) % m_ui->documents->count());
    });
    on(m_ui->actionPreviousTab, [this] {
        const int count = m_ui->documents->count();
        m_ui->documents->setCurrentIndex((m_ui->documents->currentIndex() + count - 1) % count);
    });
    on(m_ui->actionRestoreLayout, [this] {
        for (QDockWidget* dock : {m_ui->tracesDock, m_ui->detailDock}) {
            dock->setFloating(false);
            dock->show();
        }
        addDockWidget(Qt::LeftDockWidgetArea, m_ui->tracesDock);
        addDockWidget(Qt::RightDockWidgetArea, m_ui->detailDock);
        resizeDocks({m_ui->tracesDock, m_ui->detailDock}, dockWidths, Qt::Horizontal);
    });
    on(m_ui->actionCompare, [this] { compareSelected(); });
    on(m_ui->actionRunAgents, [this] { Q_EMIT runAgentsRequested(); });
    on(m_ui->actionConnectAgent, [this] {
        m_ui->documents->setCurrentIndex(0);
        showFirstRun();
        m_firstRun->showLines();
    });
    on(m_ui->actionShortcuts, [this] { showShortcuts(); });
    on(m_ui->actionAbout, [this] { showAbout(); });
    connect(m_ui->actionFollow, &QAction::toggled, this, [this](bool follow) {
        m_parts.settings->setFollow(follow);
        m_list->setFollowing(follow);
        if (follow)
            followNewest();
    });
}

void MainWindow::createSortMenu()
{
    m_sortGroup = new QActionGroup(this);
    for (int order = 0; order < 5; ++order) {
        QAction* action = m_ui->menuSort->addAction(QString());
        action->setCheckable(true);
        action->setData(order);
        action->setChecked(order == static_cast<int>(m_parts.settings->order()));
        m_sortGroup->addAction(action);
    }
    connect(m_sortGroup, &QActionGroup::triggered, this, [this](const QAction* action) {
        m_parts.settings->setOrder(static_cast<trace::TraceOrder>(action->data().toInt()));
        applyQuery();
    });
}

void MainWindow::createThemeMenu()
{
    auto* group = new QActionGroup(this);
    for (int choice = 0; choice < 3; ++choice) {
        QAction* action = m_ui->menuTheme->addAction(QString());
        action->setCheckable(true);
        action->setData(choice);
        action->setChecked(choice == static_cast<int>(views::themeChoice()));
        group->addAction(action);
    }
    connect(group, &QActionGroup::triggered, this, [this](const QAction* action) {
        const auto choice = static_cast<views::ThemeChoice>(action->data().toInt());
        m_parts.settings->setTheme(choice);
        views::applyTheme(choice);
    });
}

void MainWindow::createLanguageMenu()
{
    auto* group = new QActionGroup(this);
    const QString chosen = m_parts.settings->language();
    for (const Language& language : languages()) {
        QAction* action = m_ui->menuLanguage->addAction(language.name);
        action->setCheckable(true);
        action->setData(language.code);
        action->setChecked(language.code == chosen);
        group->addAction(action);
    }
    connect(group, &QActionGroup::triggered, this, [this](const QAction* action) {
        m_parts.settings->setLanguage(action->data().toString());
        Q_EMIT languageRequested(action->data().toString());
    });
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

void MainWindow::restorePlaces()
{
    restoreGeometry(m_parts.settings->geometry());
    restoreState(m_parts.settings->layout(), layoutVersion);
    // A window on a screen that is no longer there, or too small to be one, begins anew.
    bool visible = false;
    for (const QScreen* screen : QGuiApplication::screens())
        visible = visible || screen->availableGeometry().intersects(geometry().adjusted(40, 40, -40, -40));
    if (!visible || width() < 400 || height() < 300) {
        resize(1360, 820);
        if (const QScreen* screen = QGuiApplication::primaryScreen())
            move(screen->availableGeometry().topLeft() + QPoint(40, 40));
    }
}

void MainWindow::nameThings()
{
    static const char* const orders[] = {QT_TR_NOOP("Newest first"), QT_TR_NOOP("Oldest first"),
                                         QT_TR_NOOP("Longest first"), QT_TR_NOOP("Costliest first"),
                                         QT_TR_NOOP("Most tokens first")};
    static const char* const themes[] = {QT_TR_NOOP("As the system"), QT_TR_NOOP("Light"),
                                         QT_TR_NOOP("Dark")};
    for (QAction* action : m_ui->menuSort->actions())
        action->setText(tr(orders[action->data().toInt()]));
    for (QAction* action : m_ui->menuTheme->actions())
        action->setText(tr(themes[action->data().toInt()]));
    m_ui->menuLanguage->actions().constFirst()->setText(tr("As the system"));
    m_query->setPlaceholderText(tr("Search all traces: names, inputs, outputs, errors"));
    m_query->setAccessibleName(tr("Search all traces"));
    m_list->setAccessibleName(tr("Traces"));
    m_ui->documents->setTabText(0, tr("Store"));
    m_storeLabel->setText(
        m_parts.storeName.isEmpty() ? tr("no store") : tr("store %1").arg(views::literal(m_parts.storeName)));
    m_ui->tracesDock->setWindowTitle(tr("Traces"));
    m_ui->detailDock->setWindowTitle(tr("Span"));
    if (m_query->text().isEmpty())
        m_list->setEmptyText(tr("No traces yet"), tr("Run an agent: its traces appear here while it works."));
    else
        m_list->setEmptyText(tr("Nothing found"), tr("No trace has these words. Esc clears the search."));
}

void MainWindow::applyQuery()
{
    m_querySoon.stop();
    m_traces.setQuery(m_query->text().trimmed(), m_parts.settings->order());
    nameThings();
}

void MainWindow::listAnswered()
{
    const bool nothingAtAll = m_traces.rowCount() == 0 && m_query->text().isEmpty();
    if (m_parts.source && nothingAtAll)
        showFirstRun();
    else if (m_storeTab->currentWidget() == m_firstRun && !m_shown.valid())
        m_storeTab->setCurrentWidget(m_storePage);
    if (m_shown.valid() && !m_list->selectionModel()->hasSelection()) {
        const QModelIndex index = m_traces.indexOf(m_shown);
        m_choosing = true;
        if (index.isValid())
            m_list->setCurrentIndex(index);
        m_choosing = false;
    }
    if (!m_shown.valid() || m_ui->actionFollow->isChecked())
        followNewest();
    showTraceHeader();
}

void MainWindow::currentTraceChanged()
{
    // What is selected, not what is current: gaining the focus makes a row current without choosing it.
    const QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    m_ui->actionCompare->setEnabled(selected.size() == 2);
    if (selected.size() != 1)
        return;
    const TraceId trace = m_traces.traceAt(selected.constFirst());
    if (!trace.valid() || trace == m_shown)
        return;
    if (!m_choosing)
        userChoseTrace();
    m_shown = trace;
    showTraceHeader();
    loadTrace(trace);
}

void MainWindow::loadTrace(TraceId trace)
{
    m_loading = true;
    m_parts.source->requestTrace(this, trace, [this, trace](models::TraceSource::Table table) {
        m_loading = false;
        if (trace != m_shown)
            return;
        if (!table)
            return showBanner(true, QString::fromStdString(table.error().message));
        showTrace(trace, *table);
    });
}

void MainWindow::showTrace(TraceId trace, std::shared_ptr<const trace::SpanTable> table)
{
    const bool another =
        !m_storePage->model()->indexOfRow(0).isValid() || m_storePage->model()->table()->trace[0] != trace;
    m_storeTab->setCurrentWidget(m_storePage);
    m_storePage->showTable(std::move(table));
    showTraceHeader();
    // Something is always selected, so that the details are never empty for want of a click.
    if (another && m_storePage->model()->rowCount() > 0)
        m_storePage->selection()->setCurrentIndex(m_storePage->model()->index(0, 0),
                                                  QItemSelectionModel::ClearAndSelect |
                                                      QItemSelectionModel::Rows);
}

/// The store changed: the trace in view is read again while it may go on.
void MainWindow::refreshTrace()
{
    if (!m_shown.valid() || m_loading)
        return;
    for (const trace::State state : m_storePage->model()->table()->state) {
        if (state == trace::State::running)
            return loadTrace(m_shown);
    }
    const QModelIndex index = m_traces.indexOf(m_shown);
    const auto spans = index.data(models::TraceListModel::spansRole).toLongLong();
    if (index.isValid() && spans != qint64(m_storePage->model()->table()->size()))
        loadTrace(m_shown);
}

void MainWindow::showTraceHeader()
{
    using Model = models::TraceListModel;
    const QModelIndex index = m_traces.indexOf(m_shown);
    if (!index.isValid())
        return;
    QStringList facts;
    const qint64 durationNs = index.data(Model::durationRole).toLongLong();
    facts << (durationNs < 0 ? tr("running") : models::durationReadable(durationNs));
    facts << tr("%n span(s)", nullptr, static_cast<int>(index.data(Model::spansRole).toLongLong()));
    if (const qint64 errors = index.data(Model::errorsRole).toLongLong(); errors > 0)
        facts << tr("%n error(s)", nullptr, static_cast<int>(errors));
    if (const QVariant tokens = index.data(Model::tokensRole); tokens.isValid())
        facts << tr("%1 tokens").arg(models::countReadable(tokens.toLongLong()));
    if (const QString cost = index.data(Model::costRole).toString(); !cost.isEmpty())
        facts << cost;
    facts << models::timeExact(index.data(Model::startRole).toLongLong());
    m_storePage->showHeader(index.data().toString(), facts.join(QStringLiteral(" · ")),
                            index.data().toString() + QLatin1Char('\n') +
                                index.data(Model::idRole).toString());
}

/// The newest trace is shown, unless the one in view still runs: nothing is taken from under the eye.
void MainWindow::followNewest()
{
    if (m_traces.rowCount() == 0 || m_ui->documents->currentIndex() != 0)
        return;
    const QModelIndex shown = m_traces.indexOf(m_shown);
    const bool stillRuns = shown.isValid() && shown.data(models::TraceListModel::stateRole).toInt() ==
                                                  static_cast<int>(trace::TraceStatus::running);
    if (stillRuns || (shown.isValid() && shown.row() == 0))
        return;
    m_choosing = true;
    m_list->setCurrentIndex(m_traces.index(0));
    m_choosing = false;
}

/// Choosing by hand ends following: the choice stays.
void MainWindow::userChoseTrace()
{
    if (m_ui->actionFollow->isChecked())
        m_ui->actionFollow->setChecked(false);
    m_ui->documents->setCurrentIndex(0);
}

void MainWindow::compareSelected()
{
    QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    if (selected.size() != 2)
        return;
    // The older one is what the newer is measured against.
    const auto startOf = [](const QModelIndex& index) {
        return index.data(models::TraceListModel::startRole).toLongLong();
    };
    if (startOf(selected[0]) > startOf(selected[1]))
        selected.swapItemsAt(0, 1);
    const QString title = tr("%1 ↔ %2").arg(selected[0].data().toString(), selected[1].data().toString());
    const TraceId before = m_traces.traceAt(selected[0]);
    const TraceId after = m_traces.traceAt(selected[1]);
    using Table = models::TraceSource::Table;
    m_parts.source->requestTrace(this, before, [this, after, title](Table first) {
        if (!first)
            return showBanner(true, QString::fromStdString(first.error().message));
        m_parts.source->requestTrace(this, after, [this, title, table = *first](Table second) {
            if (!second)
                return showBanner(true, QString::fromStdString(second.error().message));
            auto* view = new views::CompareView(m_ui->documents);
            const int index =
                m_ui->documents->addTab(view, views::icon(QStringLiteral("compare")), views::literal(title));
            m_ui->documents->setTabToolTip(index, views::plainToolTip(title));
            m_ui->documents->setCurrentIndex(index);
            view->compare(table, *second);
        });
    });
}

void MainWindow::documentChanged()
{
    TracePage* page = currentPage();
    m_panel->setModel(page->model(), page->selection());
    m_ui->actionCloseTab->setEnabled(m_ui->documents->currentIndex() > 0);
    const auto* file = qobject_cast<FileTab*>(m_ui->documents->currentWidget());
    setWindowTitle(file ? tr("%1 – Spanglass").arg(views::literal(QFileInfo(file->path()).fileName()))
                        : QStringLiteral("Spanglass"));
}

void MainWindow::closeDocument(int index)
{
    if (index <= 0)
        return;
    QWidget* tab = m_ui->documents->widget(index);
    m_panel->setModel(nullptr, nullptr);
    m_ui->documents->removeTab(index);
    delete tab;
    documentChanged();
}

void MainWindow::chooseFiles()
{
    const QStringList recent = m_parts.settings->recentFiles();
    const QString folder = recent.isEmpty() ? QString() : QFileInfo(recent.constFirst()).absolutePath();
    openFiles(QFileDialog::getOpenFileNames(this, tr("Open trace files"), folder));
}

void MainWindow::fileOpened(FileTab* tab)
{
    m_parts.settings->addRecentFile(tab->path());
    const auto* model = tab->page()->model();
    if (model->rowCount() > 0)
        tab->page()->selection()->setCurrentIndex(model->index(0, 0), QItemSelectionModel::ClearAndSelect |
                                                                          QItemSelectionModel::Rows);
}

void MainWindow::fileFailed(FileTab* tab, const QString& message)
{
    closeDocument(m_ui->documents->indexOf(tab));
    showBanner(true, message);
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

void MainWindow::showFirstRun()
{
    m_storeTab->setCurrentWidget(m_firstRun);
}

} // namespace spanglass::app
