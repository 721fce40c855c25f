// SPDX-License-Identifier: GPL-3.0-or-later
// A card per message; what a tool was called with, and said, stands in a frame of its own.
#include "views/chat_view.h"

#include <QFrame>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "models/json_document.h"
#include "models/readable.h"
#include "views/data_image.h"
#include "views/plain_text.h"
#include "views/theme.h"

namespace spanglass::views {
namespace {

/// A label lays out all of its text; what is longer is read in the other tabs, which do not.
constexpr std::size_t longestPart = 6'000;
constexpr std::size_t mostMessages = 200;

QString roleName(const std::string& role)
{
    if (role == "system" || role == "developer")
        return ChatView::tr("System");
    if (role == "user")
        return ChatView::tr("User");
    if (role == "assistant" || role == "model")
        return ChatView::tr("Assistant");
    if (role == "tool" || role == "function")
        return ChatView::tr("Tool");
    return literal(role);
}

/// A cut is made between characters: not within a UTF-8 sequence.
QString shortened(const std::string& text)
{
    if (text.size() <= longestPart)
        return literalLines(QString::fromStdString(text));
    std::size_t end = longestPart;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    const QString rest = models::countReadable(static_cast<std::int64_t>(text.size() - end));
    return literalLines(QString::fromStdString(text.substr(0, end))) + QStringLiteral(" …\n") +
           ChatView::tr("(%1 more bytes: see Input and Output)").arg(rest);
}

QLabel* textLabel(const QString& text, FontRole role, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setFont(views::font(role));
    label->setWordWrap(true);
    label->setMinimumWidth(60);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QFrame* codeFrame(const QString& caption, const std::string& content, QWidget* parent)
{
    auto* frame = new QFrame(parent);
    frame->setProperty("code", true);
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(8, 6, 8, 6);
    column->setSpacing(2);
    QLabel* title = textLabel(caption, FontRole::caption, frame);
    title->setProperty("tone", QStringLiteral("accent"));
    column->addWidget(title);
    const bool json = content.size() <= longestPart && models::looksLikeJson(content);
    if (!content.empty())
        column->addWidget(
            textLabel(shortened(json ? models::jsonPretty(content) : content), FontRole::mono, frame));
    return frame;
}

/// Or why there is none.
QWidget* picturePart(const std::string& uri, QWidget* parent)
{
    constexpr int mostWidthPx = 480;
    const DataImage read = readDataImage(uri, mostWidthPx);
    if (read.image.isNull())
        return textLabel(read.refusal, FontRole::secondary, parent);
    auto* label = new QLabel(parent);
    label->setPixmap(QPixmap::fromImage(read.image));
    label->setAccessibleName(ChatView::tr("An image of the conversation"));
    return label;
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
    m_count = 0;
    auto* page = new QWidget;
    page->setProperty("panel", QStringLiteral("surface"));
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(10);
    addMessages(column, input, false);
    addMessages(column, output, true);
    column->addStretch(1);
    setWidget(page);
}

void ChatView::setTurns(const std::vector<ChatTurn>& turns)
{
    m_count = 0;
    auto* page = new QWidget;
    page->setProperty("panel", QStringLiteral("surface"));
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(12, 6, 12, 12);
    column->setSpacing(8);
    for (std::size_t i = 0; i < turns.size(); ++i) {
        auto* head = new QPushButton(page);
        head->setProperty("link", turns[i].alert ? QStringLiteral("alert") : QStringLiteral("quiet"));
        head->setFont(views::font(FontRole::secondary));
        head->setCursor(Qt::PointingHandCursor);
        head->setText(QString(turns[i].heading).replace(QLatin1Char('&'), QLatin1String("&&")));
        connect(head, &QPushButton::clicked, this, [this, i] { Q_EMIT turnChosen(static_cast<int>(i)); });
        column->addWidget(head);
        addMessages(column, turns[i].input, false);
        addMessages(column, turns[i].output, true);
    }
    column->addStretch(1);
    setWidget(page);
}

void ChatView::addMessages(QVBoxLayout* column, const trace::Messages& messages, bool answer)
{
    // A long conversation's end is what this call was about.
    const std::size_t skipped = messages.size() > mostMessages ? messages.size() - mostMessages : 0;
    if (skipped > 0)
        column->addWidget(textLabel(tr("%n earlier message(s)", nullptr, static_cast<int>(skipped)),
                                    FontRole::caption, column->parentWidget()));
    for (std::size_t i = skipped; i < messages.size(); ++i) {
        column->addWidget(makeCard(messages[i], answer));
        ++m_count;
    }
}

QWidget* ChatView::makeCard(const trace::Message& message, bool answer) const
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

QWidget* ChatView::makePart(const trace::MessagePart& part, QWidget* card) const
{
    using Type = trace::MessagePart::Type;
    switch (part.type) {
    case Type::text:
        return textLabel(shortened(part.text), FontRole::body, card);
    case Type::reasoning: {
        QLabel* thought = textLabel(shortened(part.text), FontRole::secondary, card);
        thought->setProperty("tone", QStringLiteral("secondary"));
        return thought;
    }
    case Type::toolCall:
        return codeFrame(tr("calls %1").arg(literal(part.name)), part.text, card);
    case Type::toolResult:
        return codeFrame(part.name.empty() ? tr("result") : tr("result of %1").arg(literal(part.name)),
                         part.text, card);
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
