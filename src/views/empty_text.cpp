// SPDX-License-Identifier: GPL-3.0-or-later
// Centred, a little above the middle, never wider than is good to read.
#include "views/empty_text.h"

#include <QPainter>
#include <QWidget>

#include "views/theme.h"

namespace spanglass::views {

void paintEmptyText(QWidget* widget, const QString& title, const QString& hint)
{
    QPainter painter(widget);
    const int width = std::min(widget->width() - 8 * measure::grid, 420);
    if (width < 60)
        return;
    const QRect space((widget->width() - width) / 2, 0, width, widget->height());
    constexpr int wrapped = Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap;
    painter.setFont(font(FontRole::strong));
    const QRect titleSize = painter.boundingRect(space, wrapped, title);
    painter.setFont(font(FontRole::body));
    const QRect hintSize = painter.boundingRect(space, wrapped, hint);
    const int top = std::max(8, (widget->height() - titleSize.height() - hintSize.height()) * 2 / 5);
    painter.setPen(theme().secondary);
    painter.drawText(QRect(space.left(), top + titleSize.height() + 6, width, hintSize.height() + 2), wrapped,
                     hint);
    painter.setFont(font(FontRole::strong));
    painter.setPen(theme().text);
    painter.drawText(QRect(space.left(), top, width, titleSize.height() + 2), wrapped, title);
}

} // namespace spanglass::views
