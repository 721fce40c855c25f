// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sync_delegate.h"

#include <QPainter>

#include "models/sync_model.h"
#include "views/plain_text.h"
#include "views/sync_marks.h"
#include "views/theme.h"

namespace spanglass::views {
namespace {

using Model = models::SyncModel;

constexpr int leftOfText = 32;
constexpr int rightMargin = 12;

QString kindName(const QString& kind)
{
    if (kind == QLatin1String("postgres"))
        return QStringLiteral("Postgres");
    if (kind == QLatin1String("langfuse"))
        return QStringLiteral("Langfuse");
    return kind == QLatin1String("otlp") ? QStringLiteral("OTLP") : literal(kind);
}

void drawElided(QPainter* painter, const QRect& rect, const QString& text)
{
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

} // namespace

void SyncDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const Theme& t = theme();
    const QRect row = option.rect;
    const auto mark = static_cast<models::SyncMark>(index.data(Model::markRole).toInt());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(row, t.selection);
        painter->fillRect(QRect(row.left(), row.top(), 3, row.height()), t.accent);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(row, t.hover);
    }
    painter->fillRect(QRect(row.left() + leftOfText, row.bottom(), row.width() - leftOfText, 1), t.line);
    paintSyncMark(painter, mark, QRectF(row.left() + 10, row.top() + 7, 16, 16));

    const QRect top(row.left() + leftOfText, row.top() + 5, row.width() - leftOfText - rightMargin, 20);
    painter->setFont(font(FontRole::caption));
    painter->setPen(t.secondary);
    const QString kind = kindName(index.data(Model::kindRole).toString());
    painter->drawText(top, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, kind);
    const int kindWidth = painter->fontMetrics().horizontalAdvance(kind) + 8;
    painter->setFont(font(FontRole::strong));
    painter->setPen(t.text);
    drawElided(painter, top.adjusted(0, 0, -kindWidth, 0), literal(index.data().toString()));
    painter->setFont(font(FontRole::secondary));
    painter->setPen(syncTextColour(mark));
    drawElided(painter, QRect(top.left(), row.top() + 25, top.width(), 17),
               index.data(Model::lineRole).toString());

    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(t.accent, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), measure::radius, measure::radius);
    }
    painter->restore();
}

QSize SyncDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, 48};
}

} // namespace spanglass::views
