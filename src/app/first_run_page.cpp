// SPDX-License-Identifier: GPL-3.0-or-later
// Three cards and, below them, lines to copy.
#include "app/first_run_page.h"

#include <QComboBox>
#include <QEvent>

#include "ui_first_run_page.h"
#include "views/icons.h"

namespace spanglass::app {
namespace {

constexpr int leastLines = 280;

} // namespace

FirstRunPage::FirstRunPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::FirstRunPage>())
{
    m_ui->setupUi(this);
    dress();
    m_ui->lines->hide();
    connect(m_ui->runAgents, &QPushButton::clicked, this, &FirstRunPage::runAgentsRequested);
    connect(m_ui->openFile, &QPushButton::clicked, this, &FirstRunPage::openFileRequested);
    connect(m_ui->showLines, &QPushButton::toggled, m_ui->lines, &QWidget::setVisible);
    m_ui->lines->setMinimumHeight(leastLines);
    m_ui->area->viewport()->installEventFilter(this);
    m_ui->content->installEventFilter(this);
}

FirstRunPage::~FirstRunPage() = default;

/// A scroll area asks a widget how little it needs, which for text that wraps is less than at its width.
void FirstRunPage::takeHeight()
{
    const int width = m_ui->area->viewport()->width();
    m_ui->content->setMaximumWidth(width); // nothing to the right of what is seen
    int beside = 2 * m_ui->doors->spacing();
    for (const QWidget* door : {m_ui->agentsDoor, m_ui->fileDoor, m_ui->connectDoor})
        beside += door->minimumSizeHint().width();
    const QMargins margins = m_ui->column->contentsMargins();
    const bool fits = beside <= width - margins.left() - margins.right();
    m_ui->doors->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_ui->content->setMinimumHeight(m_ui->content->layout()->totalHeightForWidth(width));
}

bool FirstRunPage::eventFilter(QObject* watched, QEvent* event)
{
    const bool resized = watched == m_ui->area->viewport() && event->type() == QEvent::Resize;
    if (resized || (watched == m_ui->content && event->type() == QEvent::LayoutRequest))
        takeHeight();
    return QWidget::eventFilter(watched, event);
}

void FirstRunPage::setAgentsRunning(bool running)
{
    m_agentsRunning = running;
    m_ui->runAgents->setEnabled(!running);
    m_ui->runAgents->setText(running ? tr("Running…") : tr("Run them now"));
}

void FirstRunPage::showLines()
{
    m_ui->showLines->setChecked(true);
    m_ui->connect->clients()->setFocus(Qt::OtherFocusReason);
}

void FirstRunPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        setAgentsRunning(m_agentsRunning);
    } else if (event->type() == QEvent::PaletteChange) {
        dress();
    }
}

void FirstRunPage::dress()
{
    const std::pair<QLabel*, QString> icons[] = {{m_ui->agentsIcon, QStringLiteral("play")},
                                                 {m_ui->fileIcon, QStringLiteral("open")},
                                                 {m_ui->connectIcon, QStringLiteral("plug")}};
    for (const auto& [label, name] : icons)
        label->setPixmap(views::icon(name).pixmap(QSize(24, 24), devicePixelRatioF()));
}

void FirstRunPage::setEndpoint(const QString& endpoint)
{
    m_ui->connect->setEndpoint(endpoint);
}

} // namespace spanglass::app
