// SPDX-License-Identifier: GPL-3.0-or-later
/// Text of any length, wrapped, selectable and searchable, with JSON coloured: only what is visible is laid
/// out, so a line of 10 MB opens as fast as one of ten words.
///
/// Characters that draw nothing or deceive (controls, bidirectional overrides) are shown as marks; copying
/// gives the text as it is.
#pragma once

#include <QAbstractScrollArea>
#include <QString>
#include <vector>

#include "views/text_rows.h"

class QTextLayout;

namespace spanglass::views {

class LongTextView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    enum class Language
    {
        plain,
        json
    };
    explicit LongTextView(QWidget* parent = nullptr);

    void setText(const QString& text, Language language);
    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] QString selectedText() const;

    /// Marks every occurrence, without regard to case, and shows the first after the selection. The number of
    /// occurrences, at most 10,000.
    int search(const QString& words);
    void showMatch(bool forward);
    [[nodiscard]] int matchCount() const { return static_cast<int>(m_matches.size()); }
    [[nodiscard]] int currentMatch() const { return m_currentMatch; }

public Q_SLOTS:
    void copy();
    void selectAll();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void wrap();
    void updateScrollBar();
    [[nodiscard]] int columns() const;
    [[nodiscard]] int rowOf(int position) const;
    [[nodiscard]] int positionAt(const QPoint& point) const;
    void layOut(QTextLayout& layout, const TextRow& row) const;
    void scrollTo(int position);
    void select(int anchor, int cursor);

    QString m_text;
    Language m_language = Language::plain;
    std::vector<TextRow> m_rows;
    int m_wrappedColumns = 0;
    int m_rowHeight = 18;
    int m_anchor = 0;
    int m_cursor = 0;
    QString m_words;
    std::vector<int> m_matches; ///< positions in the text
    int m_currentMatch = -1;
};

} // namespace spanglass::views
