// SPDX-License-Identifier: GPL-3.0-or-later
/// A trace as two lines: its state as a mark, its name and duration; below them tokens, cost and age.
#pragma once

#include <QStyledItemDelegate>

namespace spanglass::views {

class TraceDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

    /// Two rows of 26 px share a line's padding.
    static constexpr int rowHeight = 48;
};

} // namespace spanglass::views
