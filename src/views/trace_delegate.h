// SPDX-License-Identifier: GPL-3.0-or-later
/// A trace as two lines: its state as a mark, its name and duration; below them tokens, cost and age.
#pragma once

#include <QStyledItemDelegate>

namespace spanglass::views {

class TraceHeader;

class TraceDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// Where the header is shown, rows have one line in its columns. It is the view's and outlives this.
    TraceDelegate(const TraceHeader* header, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

    /// In two lines; one line is measure::rowHeight. Two rows of 26 px share a line's padding.
    static constexpr int rowHeight = 48;

private:
    void paintLines(QPainter* painter, const QRect& row, const QModelIndex& index) const;
    void paintColumns(QPainter* painter, const QRect& row, const QModelIndex& index) const;
    const TraceHeader* m_header;
};

} // namespace spanglass::views
