// SPDX-License-Identifier: GPL-3.0-or-later
// Three cards and, below them, lines to copy.
#include "app/first_run_page.h"

#include <QComboBox>

#include "ui_first_run_page.h"
#include "views/icons.h"
#include "views/theme.h"

namespace spanglass::app {

FirstRunPage::FirstRunPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::FirstRunPage>())
{
    m_ui->setupUi(this);
    dress();
    m_ui->lines->hide();
    connect(m_ui->runAgents, &QPushButton::clicked, this, &FirstRunPage::runAgentsRequested);
    connect(m_ui->openFile, &QPushButton::clicked, this, &FirstRunPage::openFileRequested);
    connect(m_ui->showLines, &QPushButton::toggled, m_ui->lines, &QWidget::setVisible);
}

FirstRunPage::~FirstRunPage() = default;

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
    using views::FontRole;
    m_ui->title->setFont(views::font(FontRole::display));
    for (QLabel* title : {m_ui->agentsTitle, m_ui->fileTitle, m_ui->connectTitle})
        title->setFont(views::font(FontRole::title));
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
