// SPDX-License-Identifier: GPL-3.0-or-later
// Construction in named steps, then the few things that concern the window as a whole.
#include "app/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QScreen>
#include <QTabBar>
#include <QVBoxLayout>

#include "app/connect_panel.h"
#include "app/document_tabs.h"
#include "app/first_run_page.h"
#include "app/progress_strip.h"
#include "app/query_panel.h"
#include "app/receiver_control.h"
#include "app/status_line.h"
#include "app/store_tab.h"
#include "app/store_tools.h"
#include "app/trace_menu.h"
#include "app/warnings_sheet.h"
#include "ui_main_window.h"
#include "views/banner.h"
#include "views/compare_view.h"
#include "views/flame_graph_view.h"
#include "views/icons.h"
#include "views/plain_text.h"
#include "views/score_editor.h"
#include "views/span_panel.h"
#include "views/theme.h"
#include "views/trace_list_view.h"

namespace spanglass::app {
namespace {

const QList<int> dockWidths{300, 396};
constexpr qsizetype mostBanners = 3;
/// Of the layout that is saved; a change of the docks' names raises it.
constexpr int layoutVersion = 1;

void fill(QWidget* contents, QWidget* widget)
{
    auto* column = new QVBoxLayout(contents);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(widget);
}

} // namespace

MainWindow::MainWindow(WindowParts parts, QWidget* parent)
    : QMainWindow(parent), m_parts(std::move(parts)), m_ui(std::make_unique<Ui::MainWindow>())
{
    m_ui->setupUi(this);
    setWindowIcon(views::applicationIcon());
    setContextMenuPolicy(Qt::NoContextMenu);
    createDetailDock();
    createStoreTab();
    createDocuments();
    createQueryBar();
    m_status = new StatusLine(m_ui->statusBar);
    createMenus();
    connectActions();
    connectViewActions();
    nameThings();
    disableWhatCannotBe();
    restorePlaces();
    documentChanged();
}

MainWindow::~MainWindow()
{
    m_panel->setModel(nullptr, nullptr);
}

models::TraceListModel* MainWindow::traces() const
{
    return m_store->traces();
}

void MainWindow::openFiles(const QStringList& files)
{
    m_documents->openFiles(files);
}

/// A new one, or none where the message is shown already.
views::Banner* MainWindow::addBanner(const QString& message)
{
    const QList<views::Banner*> shown = m_ui->bannerArea->findChildren<views::Banner*>();
    for (const views::Banner* banner : shown) {
        if (banner->message() == message)
            return nullptr;
    }
    // One fault must not hide another; many of them must not hide the views.
    if (shown.size() >= mostBanners)
        delete shown.constFirst();
    auto* banner = new views::Banner(m_ui->bannerArea);
    m_ui->bannerColumn->addWidget(banner);
    connect(banner, &views::Banner::closed, banner, &QObject::deleteLater);
    return banner;
}

void MainWindow::showBanner(bool error, const QString& message)
{
    if (views::Banner* banner = addBanner(message))
        banner->showMessage(error ? views::Banner::Tone::error : views::Banner::Tone::warning, message);
}

/// The first few stand in the banner; the button lists all that were kept.
void MainWindow::showWarnings(const FileTab* tab)
{
    constexpr qsizetype mostNamed = 3;
    const QString name = views::literal(QFileInfo(tab->path()).fileName());
    const int more = static_cast<int>(tab->warningCount() - mostNamed);
    QStringList named = tab->warnings().mid(0, mostNamed);
    if (more > 0)
        named << QCoreApplication::translate("FileReader", "and %n more", nullptr, more);
    const QString message = name + QStringLiteral(": ") + named.join(QStringLiteral(" · "));
    views::Banner* banner = addBanner(message);
    if (!banner)
        return;
    banner->showMessage(views::Banner::Tone::warning, message, tr("Show all"));
    connect(banner, &views::Banner::actionTriggered, this,
            [this, name, warnings = tab->warnings(), count = tab->warningCount()] {
                auto* sheet = new WarningsSheet(name, warnings, count, this);
                sheet->setAttribute(Qt::WA_DeleteOnClose);
                sheet->open();
            });
}

void MainWindow::offer(const QString& message, const QString& button, std::function<void()> then)
{
    views::Banner* banner = addBanner(message);
    if (!banner)
        return;
    banner->showMessage(views::Banner::Tone::warning, message, button);
    connect(banner, &views::Banner::actionTriggered, this, [banner, then = std::move(then)] {
        banner->deleteLater();
        then();
    });
}

void MainWindow::setReceiver(ReceiverControl* receiver)
{
    m_receiver = receiver;
    m_ui->menuAgents->addSeparator();
    m_ui->menuAgents->addAction(receiver->action());
    connect(receiver, &ReceiverControl::changed, this, &MainWindow::receiverChanged);
    connect(receiver, &ReceiverControl::said, this, [this](const QString& line) { showBanner(false, line); });
    connect(receiver, &ReceiverControl::grpcKnocked, this,
            [this](const QString& line, const QString& variable) {
                offer(line, tr("Copy the variable"),
                      [variable] { QGuiApplication::clipboard()->setText(variable); });
            });
    connect(receiver, &ReceiverControl::portTaken, this, [this](const QString& why, quint16 freePort) {
        if (freePort == 0)
            return showBanner(false, why);
        offer(why, tr("Use port %1").arg(freePort), [this, freePort] { m_receiver->moveTo(freePort); });
    });
    receiverChanged();
}

void MainWindow::receiverChanged()
{
    m_status->showReceiver(m_receiver->endpoint(), m_receiver->explanation());
    m_store->firstRun()->setEndpoint(m_receiver->endpoint());
}

void MainWindow::addBottomDock(QDockWidget* dock)
{
    const auto place = [this, dock] {
        addDockWidget(Qt::BottomDockWidgetArea, dock);
        dock->setFloating(false);
        dock->show();
    };
    place();
    restoreDockWidget(dock);
    m_ui->menuView->insertAction(m_ui->actionRestoreLayout, dock->toggleViewAction());
    connect(m_ui->actionRestoreLayout, &QAction::triggered, dock, place);
}

void MainWindow::addMenu(QMenu* menu)
{
    menuBar()->insertMenu(m_ui->menuHelp->menuAction(), menu);
}

/// Not every source can do everything: what cannot be done says why.
void MainWindow::disableWhatCannotBe()
{
    if (!m_parts.source)
        return;
    const QString whyNot = m_parts.source->whyNot(models::TraceSource::Ability::record);
    if (whyNot.isEmpty())
        return;
    for (QAction* action : {m_ui->actionRunAgents, m_ui->actionConnectAgent}) {
        action->setEnabled(false);
        action->setToolTip(views::plainToolTip(whyNot));
    }
    m_ui->menuAgents->setToolTipsVisible(true);
}

void MainWindow::setAgentsRunning(bool running)
{
    m_store->firstRun()->setAgentsRunning(running);
    m_ui->actionRunAgents->setEnabled(!running);
}

TracePage* MainWindow::currentPage() const
{
    TracePage* document = m_documents->pageInFront();
    return document ? document : m_store->page();
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
    if (event->type() == QEvent::LanguageChange && m_status) {
        m_ui->retranslateUi(this);
        m_store->retranslate();
        if (m_receiver) {
            m_receiver->retranslate();
            receiverChanged();
        }
        nameThings();
    }
}

void MainWindow::createDetailDock()
{
    m_panel = new views::SpanPanel(m_ui->detailContents);
    m_panel->setRawWriter(m_parts.rawWriter);
    fill(m_ui->detailContents, m_panel);
}

void MainWindow::createStoreTab()
{
    m_store = new StoreTab(m_parts.source, m_parts.settings, m_ui->documents);
    fill(m_ui->tracesContents, m_store->list());
    m_ui->tracesContents->layout()->addWidget(m_store->listProgress());
    connect(m_store, &StoreTab::failed, this, [this](const QString& message) { showBanner(true, message); });
    connect(m_store, &StoreTab::userChose, this, [this] {
        m_ui->actionFollow->setChecked(false);
        m_documents->showStore();
    });
    connect(m_store, &StoreTab::opened, this, [this] {
        m_documents->showStore();
        m_store->page()->flame()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_store, &StoreTab::comparableChanged, m_ui->actionCompare, &QAction::setEnabled);
    connect(m_store, &StoreTab::comparisonReady, this,
            [this](const QString& title, const StoreTab::Table& before, const StoreTab::Table& after) {
                auto* view = new views::CompareView(m_ui->documents);
                m_documents->add(view, QStringLiteral("compare"), title, title);
                view->compare(before, after);
            });
    connect(m_store->firstRun(), &FirstRunPage::runAgentsRequested, this, &MainWindow::runAgentsRequested);
    connect(m_store->firstRun(), &FirstRunPage::openFileRequested, this,
            [this] { m_documents->chooseFiles(); });
}

void MainWindow::createDocuments()
{
    m_documents = new DocumentTabs(m_ui->documents, m_parts.reader, m_parts.settings);
    m_documents->setStore(m_store);
    // The bar takes the keyboard while it is there. As the tabs' proxy a hidden one would keep Tab from going
    // on.
    m_ui->documents->setFocusPolicy(Qt::NoFocus);
    m_ui->documents->setFocusProxy(nullptr);
    m_ui->documents->tabBar()->setFocusPolicy(Qt::TabFocus);
    connect(m_store->page(), &TracePage::troubled, m_documents, &DocumentTabs::failed);
    connect(m_documents, &DocumentTabs::changed, this, &MainWindow::documentChanged);
    connect(m_documents, &DocumentTabs::closing, this, [this] { m_panel->setModel(nullptr, nullptr); });
    connect(m_documents, &DocumentTabs::warned, this, &MainWindow::showWarnings);
    connect(m_documents, &DocumentTabs::changedOnDisk, this,
            [this](const FileTab* tab, const QString& message, bool gone) {
                if (gone)
                    return showBanner(false, message);
                offer(message, tr("Read again"),
                      [this, file = tab->path()] { m_documents->readAgain(file); });
            });
    connect(m_documents, &DocumentTabs::failed, this,
            [this](const QString& message) { showBanner(true, message); });
}

void MainWindow::createQueryBar()
{
    m_tools = new StoreTools({.window = this,
                              .store = m_store,
                              .documents = m_documents,
                              .details = m_panel,
                              .source = m_parts.source,
                              .settings = m_parts.settings});
    m_ui->queryBar->addWidget(m_tools->panel());
    m_ui->queryBar->toggleViewAction()->setVisible(false);
    m_ui->detailContents->layout()->addWidget(m_tools->scoreEditor());
    connect(m_panel, &views::SpanPanel::pictureAsked, this, [this] { exportPictureOf(m_panel); });
    connect(m_tools, &StoreTools::failed, this,
            [this](const QString& message) { showBanner(true, message); });
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

void MainWindow::restoreDocks()
{
    for (QDockWidget* dock : {m_ui->tracesDock, m_ui->detailDock}) {
        dock->setFloating(false);
        dock->show();
    }
    addDockWidget(Qt::LeftDockWidgetArea, m_ui->tracesDock);
    addDockWidget(Qt::RightDockWidgetArea, m_ui->detailDock);
    resizeDocks({m_ui->tracesDock, m_ui->detailDock}, dockWidths, Qt::Horizontal);
}

void MainWindow::documentChanged()
{
    TracePage* page = currentPage();
    if (auto* comparison = qobject_cast<views::CompareView*>(m_ui->documents->currentWidget()))
        m_panel->setModel(comparison->both(), comparison->selection());
    else
        m_panel->setModel(page->model(), page->selection());
    m_ui->actionCloseTab->setEnabled(!m_documents->storeInFront());
    const QString file = m_documents->fileName();
    setWindowTitle(file.isEmpty() ? views::literal(m_parts.title)
                                  : tr("%1 – Spanglass").arg(views::literal(file)));
}

/// Where the keyboard is: the details, else the document in front.
void MainWindow::exportPictureInFront()
{
    const QWidget* focus = QApplication::focusWidget();
    if (focus != nullptr && m_panel->isAncestorOf(focus) && m_panel->span())
        return exportPictureOf(m_panel);
    exportPictureOf(m_documents->picturedInFront());
}

void MainWindow::exportPictureOf(views::Pictured* what)
{
    if (!what)
        return;
    if (const auto written = exportPicture(this, *what); !written)
        showBanner(true, QString::fromStdString(written.error().message));
}

void MainWindow::connectAgent()
{
    if (m_store->currentWidget() != m_store->firstRun())
        return showConnectDialog(this, m_receiver ? m_receiver->endpoint() : QString());
    m_documents->showStore();
    m_store->firstRun()->showLines();
}

} // namespace spanglass::app
