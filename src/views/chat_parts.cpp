// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chat_parts.h"

#include <QCoreApplication>
#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

#include "models/json_document.h"
#include "models/markdown.h"
#include "models/readable.h"
#include "views/data_image.h"
#include "views/plain_text.h"
#include "views/prose_view.h"

namespace spanglass::views {
namespace {

struct Chat
{
    Q_DECLARE_TR_FUNCTIONS(ChatView)
};

/// A label lays out all of its text; what is longer is read in the other tabs, which do not.
constexpr std::size_t longestPart = 6'000;

/// Not within a UTF-8 sequence.
std::size_t cutOf(const std::string& text)
{
    std::size_t end = std::min(text.size(), longestPart);
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return end;
}

QString missingBehind(const std::string& text)
{
    const std::size_t end = cutOf(text);
    if (end == text.size())
        return {};
    return Chat::tr("(%1 more bytes: see Input and Output)")
        .arg(models::countReadable(static_cast<std::int64_t>(text.size() - end)));
}

std::string codeOf(const models::MarkdownBlock& block)
{
    std::string code;
    for (const models::MarkdownRun& run : block.runs)
        code += run.text;
    while (!code.empty() && code.back() == '\n')
        code.pop_back();
    return code;
}

} // namespace

std::map<std::string, QString> callNames(const trace::Messages& input, const trace::Messages& output)
{
    std::map<std::string, QString> names;
    std::map<std::string, int> calls; // of a tool
    const auto add = [&](const trace::Messages& messages, const auto& use) {
        for (const trace::Message& message : messages) {
            for (const trace::MessagePart& part : message.parts) {
                if (part.type == trace::MessagePart::Type::toolCall && !part.id.empty())
                    use(part);
            }
        }
    };
    const auto name = [&](const trace::MessagePart& part) {
        if (names.contains(part.id))
            return;
        const int number = ++calls[part.name];
        names[part.id] = literal(part.name) +
                         (number == 1 ? QString() : QStringLiteral(" #") + models::countReadable(number));
    };
    add(input, name);
    add(output, name);
    return names;
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

QString shortened(const std::string& text)
{
    const QString missing = missingBehind(text);
    std::string start = text.substr(0, cutOf(text));
    while (!start.empty() && (start.back() == '\n' || start.back() == '\r'))
        start.pop_back(); // lines that show nothing
    const QString shown = literalLines(QString::fromStdString(start));
    return missing.isEmpty() ? shown : shown + QStringLiteral(" …\n") + missing;
}

QFrame* codeFrame(const QString& caption, const std::string& content, QWidget* parent)
{
    auto* frame = new QFrame(parent);
    frame->setProperty("code", true);
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(8, 6, 8, 6);
    column->setSpacing(2);
    if (!caption.isEmpty()) {
        QLabel* title = textLabel(caption, FontRole::caption, frame);
        title->setProperty("tone", QStringLiteral("accent"));
        column->addWidget(title);
    }
    const bool json = content.size() <= longestPart && models::looksLikeJson(content);
    if (!content.empty())
        column->addWidget(
            textLabel(shortened(json ? models::jsonPretty(content) : content), FontRole::mono, frame));
    return frame;
}

QWidget* picturePart(const std::string& uri, QWidget* parent)
{
    constexpr int mostWidthPx = 480;
    const DataImage read = readDataImage(uri, mostWidthPx);
    if (read.image.isNull())
        return textLabel(read.refusal, FontRole::secondary, parent);
    auto* label = new QLabel(parent);
    label->setPixmap(QPixmap::fromImage(read.image));
    label->setAccessibleName(Chat::tr("An image of the conversation"));
    return label;
}

QWidget* markdownPart(const std::string& text, QWidget* parent)
{
    if (models::looksLikeJson(text))
        return nullptr;
    const auto markdown = models::readMarkdown(std::string_view(text).substr(0, cutOf(text)));
    if (!markdown || markdown->plain())
        return nullptr;
    auto* part = new QWidget(parent);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    std::vector<models::MarkdownBlock> prose;
    const auto flush = [&] {
        if (!prose.empty())
            column->addWidget(new ProseView(std::exchange(prose, {}), part));
    };
    for (const models::MarkdownBlock& block : markdown->blocks) {
        if (block.type != models::MarkdownBlock::Type::code) {
            prose.push_back(block);
            continue;
        }
        flush();
        column->addWidget(codeFrame(literal(block.language), codeOf(block), part));
    }
    flush();
    if (const QString missing = missingBehind(text); !missing.isEmpty())
        column->addWidget(textLabel(QStringLiteral("… ") + missing, FontRole::secondary, part));
    return part;
}

} // namespace spanglass::views
