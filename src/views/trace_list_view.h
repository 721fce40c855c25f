// SPDX-License-Identifier: GPL-3.0-or-later
/// The list of traces. New ones come in at the top without moving what the eye or the pointer is on: while
/// the pointer is in the list, a row is selected, or the list was scrolled, the rows in view stay at their
/// pixels and a pill offers to go to the new ones.
#pragma once

#include <QListView>
#include <QPointer>

#include "views/trace_header.h"

class QPushButton;

namespace spanglass::views {

class TraceListView : public QListView
{
    Q_OBJECT
public:
    explicit TraceListView(QWidget* parent = nullptr);
    void setModel(QAbstractItemModel* model) override;

    /// The newest row is kept in view whatever the pointer does.
    void setFollowing(bool on);
    /// What stands in the middle while the list is empty.
    void setEmptyText(const QString& title, const QString& hint);
    /// Rows of one line with these columns, under a header; none: rows of two lines.
    void setColumns(const QList<TraceColumn>& columns);
    [[nodiscard]] TraceHeader* header() const { return m_header; }
    [[nodiscard]] bool hasColumns() const { return m_hasColumns; }
    [[nodiscard]] int rowHeight() const;
    /// How many rows came in above the view since it was last at the top.
    [[nodiscard]] int newAbove() const { return m_newAbove; }
    /// Wide enough for a name, a duration and what stands below them.
    QSize sizeHint() const override { return {300, 400}; }

public Q_SLOTS:
    void goToNewest();

Q_SIGNALS:
    /// Enter, or a double click.
    void opened(const QModelIndex& index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void updateGeometries() override;

private:
    void rememberPlace();
    void keepPlace(int first, int count);
    void placePill();
    void placeHeader();
    [[nodiscard]] bool placeMatters() const;

    QPushButton* m_pill;
    TraceHeader* m_header;
    bool m_hasColumns = false;
    QString m_emptyTitle, m_emptyHint;
    bool m_following = false;
    int m_newAbove = 0;
    int m_scrollBefore = 0;
    int m_rowsBefore = 0;
    int m_reach = 0; ///< how far down the list must scroll so that a kept place stays, even past its end
    QList<QMetaObject::Connection> m_connections;
};

} // namespace spanglass::views
