// SPDX-License-Identifier: GPL-3.0-or-later
// Rows in every second, orders out; questions are dialogs, everything else stands in the panel.
#include "app/sync_dock.h"

#include <QEvent>
#include <QMainWindow>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/destination_dialog.h"
#include "app/outage_switch.h"
#include "app/settings.h"
#include "models/readable.h"
#include "sync/destination_factory.h"
#include "views/plain_text.h"
#include "views/sync_chips.h"
#include "views/sync_panel.h"
#include "views/sync_strip.h"

namespace spanglass::app {
namespace {

constexpr int pollEveryMs = 1'000;
constexpr int panelHeight = 350;

/// Holds the panel, hidden or not: a dock whose own widget is hidden would be no wider than its title. Its
/// hints stay the same whatever the panel says, so that a number that grows never moves the other docks.
class Fold : public QWidget
{
public:
    Fold(QWidget* panel, QWidget* parent) : QWidget(parent)
    {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(panel);
    }
    QSize minimumSizeHint() const override { return {400, maximumHeight() == 0 ? 0 : 260}; }
    QSize sizeHint() const override { return {800, maximumHeight() == 0 ? 0 : panelHeight}; }
};

QString storeName(const std::filesystem::path& store)
{
    return QString::fromStdString(store.string());
}

/// A question whose words may hold text of unknown origin; true for `yes`.
bool agreed(QWidget* parent, const QString& question, const QString& explanation, const QString& yes)
{
    QMessageBox box(QMessageBox::Question, QStringLiteral("Spanglass"), views::literalLines(question),
                    QMessageBox::Cancel, parent);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(views::literalLines(explanation));
    QPushButton* button = box.addButton(yes, QMessageBox::AcceptRole);
    button->setObjectName(QStringLiteral("yes"));
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == button;
}

} // namespace

SyncDock::SyncDock(SyncParts parts, QWidget* parent)
    : QDockWidget(parent), m_parts(std::move(parts)), m_source(m_parts.store), m_badges(&m_source),
      m_check(m_parts.store), m_strip(new views::SyncStrip(this)), m_panel(new views::SyncPanel(this)),
      m_menu(new QMenu(this)), m_host(m_parts.store)
{
    setObjectName(QStringLiteral("syncDock"));
    setAllowedAreas(Qt::BottomDockWidgetArea | Qt::TopDockWidgetArea);
    setTitleBarWidget(m_strip);
    m_fold = new Fold(m_panel, this);
    setWidget(m_fold);
    m_strip->chips()->setModel(&m_model);
    m_panel->setModels(&m_model, &m_quarantine);
    createMenu();
    connectPanel();
    connectOrders();
    nameThings();
    setExpanded(m_parts.settings->syncExpanded());
    connect(&m_timer, &QTimer::timeout, this, &SyncDock::poll);
    m_timer.start(pollEveryMs);
    poll();
    if (m_parts.deliver || m_parts.settings->delivers(storeName(m_parts.store)))
        setDelivering(true);
}

SyncDock::~SyncDock()
{
    m_strip->chips()->setModel(nullptr);
}

void SyncDock::createMenu()
{
    m_addAction = m_menu->addAction(QString(), this, &SyncDock::addDestination);
    m_addAction->setObjectName(QStringLiteral("actionAddDestination"));
    m_showAction = m_menu->addAction(QString(), this, [this] {
        show();
        setExpanded(!m_expanded);
    });
    m_showAction->setObjectName(QStringLiteral("actionShowSync"));
    m_showAction->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+S")));
    m_menu->addSeparator();
    m_deliverAction = m_menu->addAction(QString());
    m_deliverAction->setObjectName(QStringLiteral("actionDeliver"));
    m_deliverAction->setCheckable(true);
}

void SyncDock::connectPanel()
{
    connect(m_strip, &views::SyncStrip::expandToggled, this, [this] { setExpanded(!m_expanded); });
    connect(m_strip->chips(), &views::SyncChips::chosen, this, [this](int row) {
        m_panel->choose(row);
        setExpanded(true);
    });
    const auto switched = [this](bool on) {
        const bool now = on && !m_host.on() ? agreedToDeliver() : on;
        m_parts.settings->setDelivers(storeName(m_parts.store), now);
        setDelivering(now);
    };
    connect(m_strip, &views::SyncStrip::deliverToggled, this, switched);
    connect(m_deliverAction, &QAction::triggered, this, switched);
    connect(&m_host, &DeliveryHost::changed, this, [this](bool on) {
        m_source.setHosting(on);
        pollSoon();
    });
    connect(m_panel, &views::SyncPanel::detailsWanted, this, &SyncDock::askDetails);
    connect(&m_check, &models::DestinationCheck::finished, m_panel, &views::SyncPanel::showTestResult);
    if (m_parts.outageSwitch.isEmpty())
        return;
    m_switch = new OutageSwitch(m_parts.outageSwitch, this);
    m_panel->showOutageSwitch(true);
    const auto show = [this] {
        const auto* one = destination(m_panel->current());
        m_panel->setDown(one && m_switch->isDown(QString::fromStdString(one->status.row.name)));
    };
    connect(m_switch, &OutageSwitch::changed, this, show);
    connect(m_switch, &OutageSwitch::failed, this, &SyncDock::failed);
    connect(m_panel, &views::SyncPanel::detailsWanted, this, show);
}

void SyncDock::connectOrders()
{
    using Panel = views::SyncPanel;
    connect(m_panel, &Panel::addRequested, this, &SyncDock::addDestination);
    connect(m_panel, &Panel::pauseRequested, this,
            [this](qint64 id) { m_source.pause(this, id, ordered()); });
    connect(m_panel, &Panel::resumeRequested, this,
            [this](qint64 id) { m_source.resume(this, id, ordered()); });
    connect(m_panel, &Panel::retryRequested, this,
            [this](qint64 id) { m_source.retry(this, id, ordered()); });
    connect(m_panel, &Panel::resendRequested, this, &SyncDock::resend);
    connect(m_panel, &Panel::editRequested, this, &SyncDock::editDestination);
    connect(m_panel, &Panel::testRequested, this, &SyncDock::testDestination);
    connect(m_panel, &Panel::removeRequested, this, &SyncDock::remove);
    connect(m_panel, &Panel::outageRequested, this, [this](qint64 id, bool down) {
        if (const auto* one = destination(id))
            m_switch->set(QString::fromStdString(one->status.row.name), down);
    });
}

void SyncDock::nameThings()
{
    setWindowTitle(tr("Deliveries"));
    m_menu->setTitle(tr("S&ync"));
    m_addAction->setText(tr("&Add a destination…"));
    m_showAction->setText(tr("&Show or hide the deliveries' panel"));
    m_deliverAction->setText(tr("&Deliver from this window"));
}

void SyncDock::changeEvent(QEvent* event)
{
    QDockWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_deliverAction)
        nameThings();
}

void SyncDock::setExpanded(bool expanded)
{
    m_expanded = expanded;
    m_strip->setExpanded(expanded);
    m_panel->setVisible(expanded);
    m_fold->setMaximumHeight(expanded ? QWIDGETSIZE_MAX : 0);
    m_parts.settings->setSyncExpanded(expanded);
    takeHeight();
    if (expanded)
        askDetails(m_panel->current());
}

/// Of the window. The other docks keep their widths, which the layout would deal out anew.
void SyncDock::takeHeight()
{
    auto* window = qobject_cast<QMainWindow*>(parentWidget());
    if (!window || isFloating() || window->dockWidgetArea(this) == Qt::NoDockWidgetArea)
        return;
    QList<QDockWidget*> others;
    QList<int> widths;
    for (QDockWidget* dock : window->findChildren<QDockWidget*>()) {
        if (dock == this || dock->isFloating() || !dock->isVisible())
            continue;
        others << dock;
        widths << dock->width();
    }
    if (m_expanded)
        window->resizeDocks({this}, {panelHeight}, Qt::Vertical);
    window->resizeDocks(others, widths, Qt::Horizontal);
}

void SyncDock::storeChanged()
{
    m_badges.refresh();
}

void SyncDock::poll()
{
    m_model.tick();
    if (m_asking)
        return;
    m_asking = true;
    m_source.requestDestinations(this, [this](models::DeliverySource::Destinations rows) {
        m_asking = false;
        showDestinations(std::move(rows));
    });
}

/// An order was given: what came of it is to be seen at once.
void SyncDock::pollSoon()
{
    QTimer::singleShot(50, this, &SyncDock::poll);
}

void SyncDock::showDestinations(models::DeliverySource::Destinations rows)
{
    if (!rows) {
        if (!m_failing)
            Q_EMIT failed(QString::fromStdString(rows.error().message));
        m_failing = true;
        return;
    }
    m_failing = false;
    m_model.setDestinations(std::move(*rows));
    m_badges.refresh();
    if (m_expanded && m_panel->current() != 0)
        m_source.requestQuarantine(this, m_panel->current(),
                                   [this](models::DeliverySource::Quarantine refused) {
                                       if (refused)
                                           m_quarantine.setRows(std::move(*refused));
                                   });
}

void SyncDock::askDetails(qint64 destination)
{
    m_quarantine.setRows({});
    if (destination == 0)
        return;
    pollSoon();
    if (m_panel->previewInFront())
        askPreview(destination);
}

void SyncDock::askPreview(qint64 destination)
{
    m_source.requestPreview(this, destination, [this, destination](const Result<sync::Preview>& preview) {
        if (destination != m_panel->current())
            return;
        if (!preview)
            return m_panel->showPreviewProblem(QString::fromStdString(preview.error().message));
        const int spans = static_cast<int>(preview->spans);
        const QString what = preview->waiting
                                 ? tr("The next %n span(s), exactly as they would leave", nullptr, spans)
                                 : tr("Nothing waits; as an example, the first %n span(s)", nullptr, spans);
        const QString about =
            tr("%1: %2 bytes for %3")
                .arg(what, models::countReadable(static_cast<std::int64_t>(preview->body.bytes.size())),
                     QString::fromStdString(preview->url));
        m_panel->showPreview(about, preview->body.bytes, !preview->binary());
    });
}

void SyncDock::setDelivering(bool on)
{
    m_strip->setDelivering(on);
    m_deliverAction->setChecked(on);
    m_host.setOn(on);
}

/// What it means is said before it happens, each time it is turned on.
bool SyncDock::agreedToDeliver()
{
    QStringList places;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row);
        places << tr("%1 (%2): %3", "destination, its address, its rules")
                      .arg(index.data().toString(), index.data(models::SyncModel::placeRole).toString(),
                           index.data(models::SyncModel::rulesRole).toString());
    }
    const QString where =
        places.isEmpty() ? tr("There is no destination yet; one that is added later is delivered to at once.")
                         : tr("From now on, every trace of this store leaves for:") + QStringLiteral("\n") +
                               places.join(QLatin1Char('\n'));
    return agreed(
        this, tr("Deliver from this window?"),
        where + QStringLiteral("\n\n") +
            tr("It goes on while this window is open, also the next time, until you turn it off. “What "
               "would leave” in the panel shows exactly what is sent."),
        tr("Deliver"));
}

models::DeliverySource::Done SyncDock::ordered()
{
    return [this](const Result<void>& done) {
        if (!done)
            Q_EMIT failed(QString::fromStdString(done.error().message));
        pollSoon();
    };
}

const models::SyncDestination* SyncDock::destination(qint64 id) const
{
    const QModelIndex index = m_model.indexOf(id);
    return index.isValid() ? &m_model.at(index.row()) : nullptr;
}

void SyncDock::addDestination()
{
    DestinationDialog dialog(&m_source, {}, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    show();
    setExpanded(true);
    pollSoon();
}

void SyncDock::editDestination(qint64 id)
{
    const auto* one = destination(id);
    if (!one)
        return;
    DestinationDialog dialog(&m_source, *one, this);
    if (dialog.exec() == QDialog::Accepted)
        askDetails(id);
}

void SyncDock::testDestination(qint64 id)
{
    const auto* one = destination(id);
    if (!one)
        return;
    const auto config = sync::configOf(one->status.row);
    if (!config)
        return m_panel->showTestResult(false, QString::fromStdString(config.error().message));
    m_panel->showTestRunning();
    m_check.run(*config);
}

void SyncDock::resend(qint64 id)
{
    const auto* one = destination(id);
    if (one &&
        agreed(this, tr("Send everything to %1 again?").arg(QString::fromStdString(one->status.row.name)),
               tr("Every span of this store leaves once more, under the same ids: what is there already is "
                  "written over, not doubled. The list of what was refused begins anew."),
               tr("Send again")))
        m_source.resend(this, id, ordered());
}

void SyncDock::remove(qint64 id)
{
    const auto* one = destination(id);
    if (!one)
        return;
    const QString waits = one->status.pending > 0 ? tr("%1 spans that wait for it will not be sent.")
                                                            .arg(models::countReadable(one->status.pending)) +
                                                        QLatin1Char('\n')
                                                  : QString();
    if (agreed(this, tr("Remove %1?").arg(QString::fromStdString(one->status.row.name)),
               waits +
                   tr("Its settings and its secret are forgotten here. What it received stays there, and the "
                      "traces stay in this store."),
               tr("Remove")))
        m_source.remove(this, id, ordered());
}

} // namespace spanglass::app
