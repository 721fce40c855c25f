// SPDX-License-Identifier: GPL-3.0-or-later
// A form (ui/sync_panel.ui) and what fills it.
#include "views/sync_panel.h"

#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QRegularExpression>
#include <QStyle>
#include <cmath>

#include "models/readable.h"
#include "ui_sync_panel.h"
#include "views/icons.h"
#include "views/plain_text.h"
#include "views/sync_delegate.h"
#include "views/theme.h"
#include "views/value_view.h"

namespace spanglass::views {
namespace {

using Model = models::SyncModel;
using models::SyncState;

constexpr int quarantineTab = 0;
constexpr int previewTab = 1;

void setTone(QWidget* widget, const QString& tone)
{
    if (widget->property("tone") == tone)
        return;
    widget->setProperty("tone", tone);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QString toneOf(models::SyncMark mark)
{
    switch (mark) {
    case models::SyncMark::done:
        return QStringLiteral("ok");
    case models::SyncMark::waiting:
        return QStringLiteral("accent");
    case models::SyncMark::paused:
        return QStringLiteral("warning");
    default:
        return QStringLiteral("error");
    }
}

} // namespace

SyncPanel::SyncPanel(QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::SyncPanel>()), m_preview(new ValueView(this))
{
    m_ui->setupUi(this);
    m_ui->name->setRole(FontRole::strong);
    m_ui->place->setSecondary(true);
    m_ui->previewAbout->setSecondary(true);
    m_ui->previewColumn->addWidget(m_preview, 1);
    m_ui->add->setIcon(icon(QStringLiteral("add")));
    m_ui->list->setItemDelegate(new SyncDelegate(m_ui->list));
    m_ui->list->setUniformItemSizes(true);
    m_ui->list->setMouseTracking(true);
    m_ui->split->setStretchFactor(1, 1);
    m_ui->split->setSizes({300, 900});
    for (QLabel* caption : m_ui->facts->findChildren<QLabel*>(QRegularExpression(QStringLiteral("Caption$"))))
        caption->setFont(views::font(FontRole::caption));
    m_ui->advice->setFont(views::font(FontRole::secondary));
    m_ui->outage->hide();
    connectButtons();
    createMore();
    nameTabs();
    showDetails();
}

SyncPanel::~SyncPanel() = default;

void SyncPanel::connectButtons()
{
    connect(m_ui->add, &QPushButton::clicked, this, &SyncPanel::addRequested);
    connect(m_ui->addFirst, &QPushButton::clicked, this, &SyncPanel::addRequested);
    connect(m_ui->pause, &QPushButton::clicked, this, [this] {
        const QModelIndex index = m_ui->list->currentIndex();
        index.data(Model::pausedRole).toBool() ? Q_EMIT resumeRequested(current())
                                               : Q_EMIT pauseRequested(current());
    });
    connect(m_ui->retry, &QPushButton::clicked, this, [this] { Q_EMIT retryRequested(current()); });
    connect(m_ui->test, &QPushButton::clicked, this, [this] { Q_EMIT testRequested(current()); });
    connect(m_ui->outage, &QPushButton::clicked, this,
            [this] { Q_EMIT outageRequested(current(), !m_down); });
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, [this] { Q_EMIT detailsWanted(current()); });
}

/// What is done seldom, and asked about before.
void SyncPanel::createMore()
{
    auto* menu = new QMenu(m_ui->more);
    m_edit = menu->addAction(QString(), this, [this] { Q_EMIT editRequested(current()); });
    m_resend = menu->addAction(QString(), this, [this] { Q_EMIT resendRequested(current()); });
    menu->addSeparator();
    m_remove = menu->addAction(QString(), this, [this] { Q_EMIT removeRequested(current()); });
    m_edit->setObjectName(QStringLiteral("edit"));
    m_resend->setObjectName(QStringLiteral("resend"));
    m_remove->setObjectName(QStringLiteral("remove"));
    m_ui->more->setMenu(menu);
    nameMore();
}

void SyncPanel::nameMore()
{
    m_edit->setText(tr("Edit…"));
    m_resend->setText(tr("Send everything again…"));
    m_remove->setText(tr("Remove…"));
}

void SyncPanel::setModels(models::SyncModel* destinations, models::QuarantineModel* quarantine)
{
    m_model = destinations;
    m_quarantine = quarantine;
    m_ui->list->setModel(m_model);
    m_ui->quarantine->setModel(m_quarantine);
    QHeaderView* header = m_ui->quarantine->header();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(models::QuarantineModel::reasonColumn, QHeaderView::Stretch);
    header->resizeSection(models::QuarantineModel::whatColumn, 120);
    header->resizeSection(models::QuarantineModel::traceColumn, 300);
    header->resizeSection(models::QuarantineModel::timeColumn, 160);
    connect(m_ui->list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SyncPanel::chosenChanged);
    const auto rowsChanged = [this] {
        if (!m_ui->list->currentIndex().isValid())
            choose(0);
        showDetails();
    };
    connect(m_model, &QAbstractItemModel::rowsInserted, this, rowsChanged);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, rowsChanged);
    connect(m_model, &QAbstractItemModel::modelReset, this, rowsChanged);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &SyncPanel::showDetails);
    connect(m_quarantine, &QAbstractItemModel::modelReset, this, &SyncPanel::nameTabs);
    rowsChanged();
}

qint64 SyncPanel::current() const
{
    return m_ui->list->currentIndex().data(Model::idRole).toLongLong();
}

void SyncPanel::choose(int row)
{
    if (m_model && row < m_model->rowCount())
        m_ui->list->setCurrentIndex(m_model->index(row));
}

bool SyncPanel::previewInFront() const
{
    return isVisible() && m_ui->tabs->currentIndex() == previewTab;
}

void SyncPanel::chosenChanged()
{
    m_ui->testResult->clear();
    m_ui->testResult->hide();
    m_ui->previewAbout->setText({});
    m_preview->setText({});
    showDetails();
    Q_EMIT detailsWanted(current());
}

void SyncPanel::showDetails()
{
    const QModelIndex index = m_ui->list->currentIndex();
    m_ui->pages->setCurrentWidget(index.isValid() ? m_ui->detailsPage : m_ui->emptyPage);
    if (!index.isValid())
        return;
    m_ui->name->setText(index.data().toString());
    m_ui->place->setText(index.data(Model::placeRole).toString());
    const bool paused = index.data(Model::pausedRole).toBool();
    m_ui->pause->setText(paused ? tr("Resume") : tr("Pause"));
    m_ui->pause->setToolTip(paused ? tr("What waits may leave again")
                                   : tr("Nothing leaves until it is resumed; what waits is kept"));
    showFacts(index);
    showTrouble(index);
    nameTabs();
}

void SyncPanel::showFacts(const QModelIndex& index)
{
    const auto count = [&index](int role) { return models::countReadable(index.data(role).toLongLong()); };
    m_ui->state->setText(index.data(Model::stateNameRole).toString());
    setTone(m_ui->state, toneOf(static_cast<models::SyncMark>(index.data(Model::markRole).toInt())));
    const int seconds = index.data(Model::countdownRole).toInt();
    m_ui->nextTry->setText(seconds < 0 ? QStringLiteral("–") : tr("in %1 s").arg(seconds));
    m_ui->delivered->setText(count(Model::deliveredRole));
    m_ui->waiting->setText(count(Model::pendingRole));
    const qint64 uncertain = index.data(Model::uncertainRole).toLongLong();
    m_ui->waiting->setToolTip(uncertain > 0 ? plainToolTip(tr("%1 of them were sent, and no answer came: the "
                                                              "server is asked, or they are sent again under "
                                                              "the same ids.")
                                                               .arg(models::countReadable(uncertain)))
                                            : QString());
    m_ui->refused->setText(count(Model::quarantinedRole));
    setTone(m_ui->refused,
            index.data(Model::quarantinedRole).toInt() > 0 ? QStringLiteral("error") : QString());
    const double rate = index.data(Model::rateRole).toDouble();
    m_ui->rate->setText(rate < 1 ? QStringLiteral("–")
                                 : tr("%1/s").arg(QLocale().toString(std::llround(rate))));
    const qint64 success = index.data(Model::lastSuccessRole).toLongLong();
    m_ui->success->setText(success == 0 ? tr("never") : models::timeRelative(success, models::nowUnixNs()));
    m_ui->success->setToolTip(success == 0 ? QString() : models::timeExact(success));
    const QString breaker = index.data(Model::breakerRole).toString();
    m_ui->breaker->setText(breaker.section(QLatin1Char(':'), 0, 0));
    m_ui->breaker->setToolTip(plainToolTip(breaker));
}

void SyncPanel::showTrouble(const QModelIndex& index)
{
    const QString advice = index.data(Model::adviceRole).toString();
    const QString error = index.data(Model::lastErrorRole).toString();
    const auto mark = static_cast<models::SyncMark>(index.data(Model::markRole).toInt());
    const bool ails = mark == models::SyncMark::failing || mark == models::SyncMark::asking ||
                      static_cast<SyncState>(index.data(Model::stateRole).toInt()) == SyncState::retrying;
    // An error of the past, after which all went well, is history: it stands in the tooltip of the state.
    const bool shown = ails && !error.isEmpty();
    const qint64 when = index.data(Model::lastErrorTimeRole).toLongLong();
    setPlainText(m_ui->error, shown ? error : QString());
    m_ui->error->setVisible(shown);
    m_ui->state->setToolTip(error.isEmpty()
                                ? QString()
                                : plainToolTip(tr("Last error, %1: %2").arg(models::timeExact(when), error)));
    setPlainText(m_ui->advice, advice);
    m_ui->advice->setVisible(!advice.isEmpty());
}

void SyncPanel::nameTabs()
{
    const int refused = m_ui->list->currentIndex().data(Model::quarantinedRole).toInt();
    m_ui->tabs->setTabText(quarantineTab, refused > 0 ? tr("Refused (%1)").arg(models::countReadable(refused))
                                                      : tr("Refused"));
    m_ui->tabs->setTabText(previewTab, tr("What would leave"));
    m_ui->nothingRefused->setVisible(!m_quarantine || m_quarantine->rowCount() == 0);
    m_ui->quarantine->setVisible(m_quarantine && m_quarantine->rowCount() > 0);
    m_ui->rules->setText(
        tr("Rules: %1").arg(literal(m_ui->list->currentIndex().data(Model::rulesRole).toString())));
}

void SyncPanel::showPreview(const QString& about, const std::string& body, bool json)
{
    m_ui->previewAbout->setText(about);
    json ? m_preview->setJson(body, true)
         : m_preview->setText(QString::fromLatin1(QByteArray::fromStdString(body).toHex(' ')));
}

void SyncPanel::showPreviewProblem(const QString& message)
{
    m_ui->previewAbout->setText(message);
    m_preview->setText({});
}

void SyncPanel::showTestRunning()
{
    setTone(m_ui->testResult, QStringLiteral("secondary"));
    m_ui->testResult->setText(tr("Asking the server…"));
    m_ui->testResult->show();
    m_ui->test->setEnabled(false);
}

void SyncPanel::showTestResult(bool ok, const QString& message)
{
    setTone(m_ui->testResult, ok ? QStringLiteral("ok") : QStringLiteral("error"));
    setPlainText(m_ui->testResult, ok ? tr("✓ It works: %1").arg(message) : tr("✕ %1").arg(message));
    m_ui->testResult->show();
    m_ui->test->setEnabled(true);
}

void SyncPanel::showOutageSwitch(bool shown)
{
    m_ui->outage->setVisible(shown);
    setDown(m_down);
}

void SyncPanel::setDown(bool down)
{
    m_down = down;
    m_ui->outage->setText(down ? tr("Bring the server back") : tr("Take the server down"));
}

void SyncPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        nameMore();
        setDown(m_down);
        showDetails();
    }
}

} // namespace spanglass::views
