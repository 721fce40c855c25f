// SPDX-License-Identifier: GPL-3.0-or-later
/// All destinations on one line: `langfuse ✓ 1,204 delivered · team-pg ↻ 312 waiting, next try in 8 s`. What
/// does not fit is counted at the end. Left and Right walk along them, Enter or a click chooses one.
#pragma once

#include <QPointer>
#include <QWidget>

class QAbstractItemModel;

namespace spanglass::views {

class SyncChips : public QWidget
{
    Q_OBJECT
public:
    explicit SyncChips(QWidget* parent = nullptr);

    /// A models::SyncModel.
    void setModel(QAbstractItemModel* model);
    /// What stands here while there are no destinations.
    void setEmptyText(const QString& text);
    /// Where a destination is painted now; empty where it does not fit.
    [[nodiscard]] QRect chipRect(int row) const;

    QSize sizeHint() const override { return {400, 30}; }
    QSize minimumSizeHint() const override { return {80, 30}; }

Q_SIGNALS:
    void chosen(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Chip
    {
        QRect rect;
        QString name, line;
    };
    [[nodiscard]] QList<Chip> chips() const;
    [[nodiscard]] int chipAt(const QPoint& point) const;
    void paintChip(QPainter& painter, const Chip& chip, int row) const;
    void modelChanged();

    QPointer<QAbstractItemModel> m_model;
    QString m_emptyText;
    int m_hovered = -1;
    int m_current = 0;
};

} // namespace spanglass::views
