// SPDX-License-Identifier: GPL-3.0-or-later
// Painted by hand: text goes through drawText, which knows no markup.
#include "views/sync_chips.h"

#include <QAbstractItemModel>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include "models/sync_model.h"
#include "views/plain_text.h"
#include "views/sync_marks.h"
#include "views/theme.h"

namespace spanglass::views {
namespace {

using Model = models::SyncModel;

constexpr int padding = 6;
constexpr int markSize = 14;
constexpr int gap = 4;
constexpr int between = 8;
constexpr int leastChip = 90;
constexpr int moreWidth = 40;

} // namespace

SyncChips::SyncChips(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void SyncChips::setModel(QAbstractItemModel* model)
{
    if (m_model)
        disconnect(m_model, nullptr, this, nullptr);
    m_model = model;
    if (m_model) {
        connect(m_model, &QAbstractItemModel::dataChanged, this, &SyncChips::modelChanged);
        connect(m_model, &QAbstractItemModel::rowsInserted, this, &SyncChips::modelChanged);
        connect(m_model, &QAbstractItemModel::rowsRemoved, this, &SyncChips::modelChanged);
        connect(m_model, &QAbstractItemModel::modelReset, this, &SyncChips::modelChanged);
    }
    modelChanged();
}

void SyncChips::setEmptyText(const QString& text)
{
    m_emptyText = text;
    modelChanged();
}

void SyncChips::modelChanged()
{
    const int rows = m_model ? m_model->rowCount() : 0;
    m_current = std::clamp(m_current, 0, std::max(0, rows - 1));
    QStringList words;
    for (int row = 0; row < rows; ++row)
        words << literal(m_model->index(row, 0).data(Qt::AccessibleTextRole).toString());
    setAccessibleName(rows == 0 ? m_emptyText : words.join(QStringLiteral(" · ")));
    update();
}

/// In order, as many as fit; the last one gives way first.
QList<SyncChips::Chip> SyncChips::chips() const
{
    QList<Chip> all;
    const int rows = m_model ? m_model->rowCount() : 0;
    const QFontMetrics strong(views::font(FontRole::strong));
    const QFontMetrics plain(views::font(FontRole::secondary));
    int x = 0;
    for (int row = 0; row < rows; ++row) {
        const QModelIndex index = m_model->index(row, 0);
        Chip chip;
        chip.name = strong.elidedText(literal(index.data().toString()), Qt::ElideRight, 140);
        chip.line = index.data(Model::lineRole).toString();
        const int rest = row + 1 < rows ? moreWidth : 0;
        const int wanted = 2 * padding + strong.horizontalAdvance(chip.name) + gap + markSize + gap +
                           plain.horizontalAdvance(chip.line) + 2;
        const int there = width() - x - rest;
        if (there < std::min(wanted, leastChip))
            break;
        chip.rect = QRect(x, (height() - 24) / 2, std::min(wanted, there), 24);
        all << chip;
        x = chip.rect.right() + 1 + between;
    }
    return all;
}

QRect SyncChips::chipRect(int row) const
{
    const QList<Chip> all = chips();
    return row >= 0 && row < all.size() ? all[row].rect : QRect();
}

int SyncChips::chipAt(const QPoint& point) const
{
    const QList<Chip> all = chips();
    for (int row = 0; row < all.size(); ++row) {
        if (all[row].rect.contains(point))
            return row;
    }
    return -1;
}

void SyncChips::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int rows = m_model ? m_model->rowCount() : 0;
    if (rows == 0) {
        painter.setFont(views::font(FontRole::secondary));
        painter.setPen(theme().secondary);
        painter.drawText(rect().adjusted(padding, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(m_emptyText, Qt::ElideRight, width() - padding));
        return;
    }
    const QList<Chip> all = chips();
    for (int row = 0; row < all.size(); ++row)
        paintChip(painter, all[row], row);
    if (all.size() < rows) {
        const int left = all.isEmpty() ? 0 : all.last().rect.right() + between;
        painter.setFont(views::font(FontRole::secondary));
        painter.setPen(theme().secondary);
        painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignVCenter,
                         QStringLiteral("+") + QString::number(rows - all.size()));
    }
}

void SyncChips::paintChip(QPainter& painter, const Chip& chip, int row) const
{
    const Theme& t = theme();
    if (row == m_hovered) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.line);
        painter.drawRoundedRect(chip.rect, measure::radius, measure::radius);
    }
    const auto mark = static_cast<models::SyncMark>(m_model->index(row, 0).data(Model::markRole).toInt());
    int x = chip.rect.left() + padding;
    const auto write = [&](FontRole role, const QColor& colour, const QString& text) {
        painter.setFont(views::font(role));
        painter.setPen(colour);
        const int room = chip.rect.right() - padding + 2 - x;
        const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, room);
        painter.drawText(QRect(x, chip.rect.top(), room, chip.rect.height()),
                         Qt::AlignVCenter | Qt::TextSingleLine, shown);
        x += painter.fontMetrics().horizontalAdvance(shown) + gap;
    };
    write(FontRole::strong, t.text, chip.name);
    paintSyncMark(&painter, mark,
                  QRectF(x, chip.rect.center().y() - markSize / 2.0 + 0.5, markSize, markSize));
    x += markSize + gap;
    write(FontRole::secondary, syncTextColour(mark), chip.line);
    if (hasFocus() && row == m_current) {
        painter.setPen(QPen(t.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(chip.rect).adjusted(1, 1, -1, -1), measure::radius, measure::radius);
    }
}

void SyncChips::mousePressEvent(QMouseEvent* event)
{
    const int row = event->button() == Qt::LeftButton ? chipAt(event->position().toPoint()) : -1;
    if (row < 0)
        return QWidget::mousePressEvent(event); // the dock is moved by its title
    m_current = row;
    Q_EMIT chosen(row);
}

void SyncChips::mouseMoveEvent(QMouseEvent* event)
{
    const int row = chipAt(event->position().toPoint());
    if (row != m_hovered) {
        m_hovered = row;
        update();
    }
    QWidget::mouseMoveEvent(event);
}

void SyncChips::leaveEvent(QEvent* event)
{
    m_hovered = -1;
    update();
    QWidget::leaveEvent(event);
}

void SyncChips::keyPressEvent(QKeyEvent* event)
{
    const int rows = m_model ? m_model->rowCount() : 0;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (rows > 0)
            m_current = std::clamp(m_current + (event->key() == Qt::Key_Right ? 1 : -1), 0, rows - 1);
        update();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (rows > 0)
            Q_EMIT chosen(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool SyncChips::event(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        modelChanged();
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const int row = chipAt(help->pos()); row >= 0) {
            const QModelIndex index = m_model->index(row, 0);
            QStringList lines{index.data(Qt::AccessibleTextRole).toString()};
            for (const int role : {int(Model::lastErrorRole), int(Model::adviceRole)}) {
                if (const QString text = index.data(role).toString(); !text.isEmpty())
                    lines << text;
            }
            QToolTip::showText(help->globalPos(), plainToolTip(lines.join(QLatin1Char('\n'))), this);
            return true;
        }
    }
    return QWidget::event(event);
}

} // namespace spanglass::views
