// SPDX-License-Identifier: GPL-3.0-or-later
/// Paragraphs, headings, lists, quotations and tables of a Markdown text, as high as they need to be. The
/// document is made run by run: no text is read as HTML, and nothing is ever loaded. Only addresses that
/// safe_link.h offers are links, and they ask before they open; any other address is written behind its text.
#pragma once

#include <QTextBrowser>
#include <vector>

#include "models/markdown.h"

class QTextCharFormat;
class QTextCursor;

namespace spanglass::views {

class ProseView : public QTextBrowser
{
    Q_OBJECT
public:
    explicit ProseView(std::vector<models::MarkdownBlock> blocks, QWidget* parent = nullptr);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {60, 0}; }
    /// Nothing, whatever the document names.
    QVariant loadResource(int type, const QUrl& name) override;

protected:
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void write();
    void writeBlock(QTextCursor& cursor, const models::MarkdownBlock& block, bool first);
    void writeTable(QTextCursor& cursor, std::size_t from, std::size_t to);
    void writeRuns(QTextCursor& cursor, const models::MarkdownRuns& runs, const QTextCharFormat& base);

    std::vector<models::MarkdownBlock> m_blocks;
    bool m_writing = false;
};

} // namespace spanglass::views
