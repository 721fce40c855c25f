// SPDX-License-Identifier: GPL-3.0-or-later
// The pieces of the chosen client are made anew; they are few. Program text stays as it is in every language.
#include "app/connect_panel.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QVBoxLayout>

#include "app/connect_snippets.h"
#include "views/icons.h"
#include "views/theme.h"

namespace spanglass::app {
namespace {

/// Program text as tall as it is, with a bar where it is too wide.
class CodeBox : public QPlainTextEdit
{
public:
    explicit CodeBox(const QString& text)
    {
        setReadOnly(true);
        setLineWrapMode(NoWrap);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setTabChangesFocus(true);
        setFont(views::font(views::FontRole::mono));
        setPlainText(text);
        const int lines = static_cast<int>(text.count(QLatin1Char('\n'))) + 1;
        const int margins = static_cast<int>(2 * document()->documentMargin()) + 2 * frameWidth();
        setFixedHeight(lines * fontMetrics().lineSpacing() + margins +
                       horizontalScrollBar()->sizeHint().height());
    }
};

QLabel* plainLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ConnectPanel::ConnectPanel(QWidget* parent)
    : QWidget(parent), m_clients(new QComboBox(this)), m_how(plainLabel(this)),
      m_notListening(plainLabel(this)), m_column(new QVBoxLayout), m_endpoint(usualEndpoint())
{
    auto* top = new QHBoxLayout;
    top->addWidget(m_clients);
    top->addWidget(m_how, 1);
    m_how->setProperty("tone", QStringLiteral("secondary"));
    m_notListening->setProperty("tone", QStringLiteral("error"));
    m_notListening->hide();
    auto* content = new QWidget(this);
    content->setLayout(m_column);
    m_column->setContentsMargins(0, 0, 4, 0);
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(content);
    area->setFocusPolicy(Qt::NoFocus); // the pieces take the keyboard
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_notListening);
    layout->addWidget(area, 1);
    fillClients();
    dress();
    connect(m_clients, &QComboBox::currentIndexChanged, this, &ConnectPanel::showClient);
    showClient();
}

void ConnectPanel::fillClients()
{
    m_clients->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const Snippet& snippet : connectSnippets())
        m_clients->addItem(snippet.title());
}

void ConnectPanel::setEndpoint(const QString& endpoint)
{
    m_notListening->setVisible(endpoint.isEmpty());
    m_endpoint = endpoint.isEmpty() ? usualEndpoint() : endpoint;
    showClient();
}

void ConnectPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        dress();
}

void ConnectPanel::dress()
{
    m_clients->setAccessibleName(tr("Language and library of your agent"));
    m_notListening->setText(tr("This window does not receive now: turn on “Receive from other agents” in the "
                               "menu Agents."));
    showClient();
}

void ConnectPanel::showClient()
{
    const auto& snippets = connectSnippets();
    const int index = m_clients->currentIndex();
    delete m_pieces;
    m_pieces = nullptr;
    if (index < 0 || static_cast<std::size_t>(index) >= snippets.size())
        return;
    const Snippet& snippet = snippets[static_cast<std::size_t>(index)];
    m_how->setText(snippet.explanation());
    m_pieces = new QWidget(this);
    auto* column = new QVBoxLayout(m_pieces);
    column->setContentsMargins(0, 0, 0, 0);
    m_column->addWidget(m_pieces);
    addPiece(tr("Install"), snippet.install);
    addPiece(tr("Environment"), filledIn(snippet.exports(), m_endpoint));
    addPiece(snippet.file.isEmpty() ? tr("Run") : snippet.file, filledIn(snippet.code, m_endpoint));
    column->addStretch(1);
}

void ConnectPanel::addPiece(const QString& title, const QString& text)
{
    if (text.isEmpty())
        return;
    auto* bar = new QHBoxLayout;
    auto* name = plainLabel(m_pieces);
    name->setText(title);
    name->setFont(views::font(views::FontRole::strong));
    auto* copy = new QPushButton(views::icon(QStringLiteral("copy")), tr("Copy"), m_pieces);
    copy->setAccessibleName(tr("Copy: %1").arg(title));
    connect(copy, &QPushButton::clicked, this, [text] { QGuiApplication::clipboard()->setText(text); });
    bar->addWidget(name, 1);
    bar->addWidget(copy);
    auto* box = new CodeBox(text);
    box->setAccessibleName(title);
    auto* column = static_cast<QVBoxLayout*>(m_pieces->layout());
    column->addLayout(bar);
    column->addWidget(box);
}

void showConnectDialog(QWidget* parent, const QString& endpoint)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(ConnectPanel::tr("Connect my agent"));
    auto* panel = new ConnectPanel(dialog);
    panel->setEndpoint(endpoint);
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(panel);
    dialog->resize(760, 560);
    panel->clients()->setFocus(Qt::OtherFocusReason);
    dialog->show();
}

} // namespace spanglass::app
