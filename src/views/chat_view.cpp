// SPDX-License-Identifier: GPL-3.0-or-later
// A card per message; what a tool was called with, and said, stands in a frame of its own.
#include "views/chat_view.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "views/chat_parts.h"
#include "views/data_image.h"
#include "views/plain_text.h"

namespace spanglass::views {
namespace {

constexpr std::size_t mostMessages = 200;

QString roleName(const std::string& role)
{
    if (role == "system" || role == "developer")
        return QCoreApplication::translate("ChatView", "System");
    if (role == "user")
        return QCoreApplication::translate("ChatView", "User");
    if (role == "assistant" || role == "model")
        return QCoreApplication::translate("ChatView", "Assistant");
    if (role == "tool" || role == "function")
        return QCoreApplication::translate("ChatView", "Tool");
    return literal(role);
}

} // namespace

ChatView::ChatView(QWidget* parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Conversation"));
}

void ChatView::setMessages(const trace::Messages& input, const trace::Messages& output)
{
    m_headed = false;
    m_turns = {{{}, false, input, output}};
    build();
}

void ChatView::setTurns(const std::vector<ChatTurn>& turns)
{
    m_headed = true;
    m_turns = turns;
    build();
}

void ChatView::setShowsMarkdown(bool shows)
{
    if (m_showsMarkdown == shows)
        return;
    m_showsMarkdown = shows;
    const int place = verticalScrollBar()->value();
    build();
    widget()->layout()->activate();
    verticalScrollBar()->setValue(place);
    if (QToolButton* chosen = m_choices[shows ? 0 : 1])
        chosen->setFocus(Qt::OtherFocusReason);
}

QSize ChatView::pictureSize() const
{
    constexpr int highestPx = 16'000;
    return widget() ? widget()->size().boundedTo({QWIDGETSIZE_MAX, highestPx}) : viewport()->size();
}

void ChatView::paintPicture(QPainter& painter)
{
    if (widget())
        widget()->render(&painter, QPoint(), QRect(QPoint(), pictureSize()), DrawChildren);
}

void ChatView::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Conversation"));
    if (event->type() == QEvent::LanguageChange && widget() != nullptr)
        build();
}

void ChatView::build()
{
    m_count = 0;
    m_hasMarkdown = false;
    auto* page = new QWidget;
    page->setProperty("panel", QStringLiteral("surface"));
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(12, m_headed ? 6 : 10, 12, 12);
    column->setSpacing(m_headed ? 8 : 10);
    for (std::size_t i = 0; i < m_turns.size(); ++i) {
        if (m_headed)
            addHeading(column, i);
        m_calls = callNames(m_turns[i].input, m_turns[i].output);
        addMessages(column, m_turns[i].input, false);
        addMessages(column, m_turns[i].output, true);
    }
    column->addStretch(1);
    m_choices[0] = m_choices[1] = nullptr;
    if (m_hasMarkdown)
        column->insertLayout(0, makeChoice(page));
    setWidget(page);
}

void ChatView::addHeading(QVBoxLayout* column, std::size_t turn)
{
    auto* head = new QPushButton(column->parentWidget());
    head->setProperty("link", m_turns[turn].alert ? QStringLiteral("alert") : QStringLiteral("quiet"));
    head->setFont(views::font(FontRole::secondary));
    head->setCursor(Qt::PointingHandCursor);
    head->setText(QString(m_turns[turn].heading).replace(QLatin1Char('&'), QLatin1String("&&")));
    connect(head, &QPushButton::clicked, this, [this, turn] { Q_EMIT turnChosen(static_cast<int>(turn)); });
    column->addWidget(head);
}

/// Two buttons at the right: with the Markdown shown, and as it was written.
QHBoxLayout* ChatView::makeChoice(QWidget* page)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(2);
    row->addStretch(1);
    const QString texts[] = {tr("Formatted"), tr("As written")};
    for (int i = 0; i < 2; ++i) {
        auto* button = new QToolButton(page);
        button->setText(texts[i]);
        button->setCheckable(true);
        button->setChecked((i == 0) == m_showsMarkdown);
        button->setProperty("segment", true);
        button->setFocusPolicy(Qt::TabFocus);
        // Queued: the button goes with the page that it is on.
        connect(
            button, &QToolButton::clicked, this, [this, i] { setShowsMarkdown(i == 0); },
            Qt::QueuedConnection);
        connect(button, &QToolButton::clicked, button, [button] { button->setChecked(true); });
        m_choices[i] = button;
        row->addWidget(button);
    }
    return row;
}

/// lupdate reads a plural only where the count is a plain name.
QString ChatView::earlierText(int count)
{
    return tr("%n earlier message(s)", nullptr, count);
}

void ChatView::addMessages(QVBoxLayout* column, const trace::Messages& messages, bool answer)
{
    // A long conversation's end is what this call was about.
    const std::size_t skipped = messages.size() > mostMessages ? messages.size() - mostMessages : 0;
    if (skipped > 0)
        column->addWidget(
            textLabel(earlierText(static_cast<int>(skipped)), FontRole::caption, column->parentWidget()));
    for (std::size_t i = skipped; i < messages.size(); ++i) {
        column->addWidget(makeCard(messages[i], answer));
        ++m_count;
    }
}

QWidget* ChatView::makeCard(const trace::Message& message, bool answer)
{
    auto* card = new QFrame;
    card->setProperty("bubble", answer ? QStringLiteral("answer") : QStringLiteral("question"));
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(10, 7, 10, 9);
    column->setSpacing(4);
    QString title = roleName(message.role);
    if (!message.name.empty())
        title += QStringLiteral(" · ") + literal(message.name);
    if (!message.finishReason.empty() && message.finishReason != "stop")
        title += QStringLiteral(" · ") + literal(message.finishReason);
    QLabel* role = textLabel(title, FontRole::caption, card);
    role->setProperty("tone", answer ? QStringLiteral("accent") : QStringLiteral("secondary"));
    column->addWidget(role);
    for (const trace::MessagePart& part : message.parts)
        column->addWidget(makePart(part, card));
    return card;
}

QWidget* ChatView::makeText(const std::string& text, QWidget* card)
{
    if (QWidget* shown = markdownPart(text, card)) {
        m_hasMarkdown = true;
        if (m_showsMarkdown)
            return shown;
        delete shown;
    }
    return textLabel(shortened(text), FontRole::body, card);
}

/// What a result says of its call is often no more than the call's id.
QString ChatView::callName(const trace::MessagePart& part) const
{
    const auto known = m_calls.find(part.id);
    return part.id.empty() || known == m_calls.end() ? literal(part.name) : known->second;
}

QWidget* ChatView::makePart(const trace::MessagePart& part, QWidget* card)
{
    using Type = trace::MessagePart::Type;
    switch (part.type) {
    case Type::text:
        return makeText(part.text, card);
    case Type::reasoning: {
        QLabel* thought = textLabel(shortened(part.text), FontRole::secondary, card);
        thought->setProperty("tone", QStringLiteral("secondary"));
        return thought;
    }
    case Type::toolCall:
        return codeFrame(tr("calls %1").arg(callName(part)), part.text, card);
    case Type::toolResult: {
        const QString call = callName(part);
        return codeFrame(call.isEmpty() ? tr("result") : tr("result of %1").arg(call), part.text, card);
    }
    case Type::media:
        if (isDataImage(part.text))
            return picturePart(part.text, card);
        return codeFrame(part.mediaType.empty() ? tr("media") : literal(part.mediaType),
                         part.text.substr(0, 200), card);
    case Type::other:
        break;
    }
    return codeFrame(tr("other content"), part.text, card);
}

} // namespace spanglass::views
