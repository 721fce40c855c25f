// SPDX-License-Identifier: GPL-3.0-or-later
/// A destination as two lines: its mark and name with its kind; below them how it fares.
#pragma once

#include <QStyledItemDelegate>

namespace spanglass::views {

class SyncDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace spanglass::views
