// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/prose_view.h"

#include <QTextCursor>
#include <QTextTable>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "views/plain_text.h"
#include "views/safe_link.h"
#include "views/theme.h"

namespace spanglass::views {
namespace {

using models::MarkdownBlock;
using models::MarkdownRun;
using Type = MarkdownBlock::Type;

constexpr int indentPx = 18;
constexpr int deepestIndent = 8;
constexpr int gapPx = 6;

QTextCharFormat charFormat(FontRole role, const QColor& ink)
{
    QTextCharFormat format;
    format.setFont(views::font(role));
    format.setForeground(ink);
    return format;
}

QTextCharFormat formatOf(const MarkdownBlock& block)
{
    if (block.type != Type::heading)
        return charFormat(FontRole::body, block.quote ? theme().secondary : theme().text);
    return charFormat(block.level <= 2 ? FontRole::title : FontRole::strong, theme().text);
}

QTextBlockFormat blockFormatOf(const MarkdownBlock& block, bool first)
{
    QTextBlockFormat format;
    const int indent = std::min(block.indent, deepestIndent) + (block.quote ? 1 : 0);
    format.setLeftMargin(indent * indentPx);
    if (!block.marker.empty())
        format.setTextIndent(-indentPx);
    const bool tight = !block.marker.empty() || first;
    format.setTopMargin(first ? 0 : block.type == Type::heading ? 2 * gapPx : tight ? 2 : gapPx);
    return format;
}

} // namespace

ProseView::ProseView(std::vector<MarkdownBlock> blocks, QWidget* parent)
    : QTextBrowser(parent), m_blocks(std::move(blocks))
{
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The card's ground shows through.
    setStyleSheet(QStringLiteral("background: transparent;"));
    document()->setDocumentMargin(0);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Text"));
    connect(this, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& url) { askAndOpen(this, url.toString(QUrl::FullyEncoded)); });
    write();
}

int ProseView::heightForWidth(int width) const
{
    QTextDocument* laidOut = document();
    laidOut->setTextWidth(width);
    return static_cast<int>(std::ceil(laidOut->size().height()));
}

QSize ProseView::sizeHint() const
{
    const int wide = width() > 60 ? width() : 320;
    return {wide, heightForWidth(wide)};
}

QVariant ProseView::loadResource(int, const QUrl&)
{
    return {};
}

void ProseView::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (!m_writing && (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange))
        write();
}

/// It is as high as its text: the page around it scrolls.
void ProseView::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

void ProseView::write()
{
    m_writing = true;
    clear();
    QTextCursor cursor(document());
    for (std::size_t at = 0; at < m_blocks.size();) {
        if (m_blocks[at].type != Type::tableRow) {
            writeBlock(cursor, m_blocks[at], at == 0);
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        while (end < m_blocks.size() && m_blocks[end].type == Type::tableRow && !m_blocks[end].header)
            ++end;
        writeTable(cursor, at, end);
        at = end;
    }
    moveCursor(QTextCursor::Start);
    updateGeometry();
    m_writing = false;
}

void ProseView::writeBlock(QTextCursor& cursor, const MarkdownBlock& block, bool first)
{
    QTextBlockFormat shape = blockFormatOf(block, first);
    if (block.type == Type::rule)
        shape.setProperty(QTextFormat::BlockTrailingHorizontalRulerWidth,
                          QTextLength(QTextLength::PercentageLength, 100));
    if (first)
        cursor.setBlockFormat(shape);
    else
        cursor.insertBlock(shape);
    const QTextCharFormat base = formatOf(block);
    cursor.setBlockCharFormat(base);
    if (!block.marker.empty())
        cursor.insertText(QString::fromStdString(block.marker) + QChar(QChar::Nbsp) + QChar(QChar::Nbsp),
                          charFormat(FontRole::body, theme().secondary));
    writeRuns(cursor, block.runs, base);
}

void ProseView::writeTable(QTextCursor& cursor, std::size_t from, std::size_t to)
{
    QTextTableFormat format;
    format.setBorder(1);
    format.setBorderCollapse(true);
    format.setBorderBrush(theme().lineStrong);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setCellPadding(4);
    format.setTopMargin(gapPx);
    format.setBottomMargin(gapPx);
    std::size_t columns = 1;
    for (std::size_t at = from; at < to; ++at)
        columns = std::max(columns, m_blocks[at].cells.size());
    QTextTable* table = cursor.insertTable(static_cast<int>(to - from), static_cast<int>(columns), format);
    for (std::size_t at = from; at < to; ++at) {
        for (std::size_t column = 0; column < m_blocks[at].cells.size(); ++column) {
            QTextCursor cell =
                table->cellAt(static_cast<int>(at - from), static_cast<int>(column)).firstCursorPosition();
            writeRuns(cell, m_blocks[at].cells[column],
                      charFormat(m_blocks[at].header ? FontRole::strong : FontRole::body, theme().text));
        }
    }
    cursor.movePosition(QTextCursor::End);
}

void ProseView::writeRuns(QTextCursor& cursor, const models::MarkdownRuns& runs, const QTextCharFormat& base)
{
    for (const MarkdownRun& run : runs) {
        QTextCharFormat format = base;
        if (run.code) {
            format.setFont(views::font(FontRole::mono));
            format.setBackground(theme().line);
        }
        if (run.strong)
            format.setFontWeight(QFont::DemiBold);
        format.setFontItalic(run.emphasis);
        format.setFontStrikeOut(run.struck);
        QString text = literalLines(QString::fromStdString(run.text));
        const QString address = QString::fromStdString(run.link);
        if (!address.isEmpty() && mayBeOpened(address)) {
            format.setAnchor(true);
            format.setAnchorHref(address);
            format.setToolTip(plainToolTip(address));
            format.setForeground(theme().accent);
            format.setFontUnderline(true);
        } else if (!address.isEmpty() && address != QString::fromStdString(run.text)) {
            text += QStringLiteral(" (") + literal(address) + QLatin1Char(')');
        }
        // A line break within a block: insertText would begin another one.
        cursor.insertText(text.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator)), format);
    }
}

} // namespace spanglass::views
