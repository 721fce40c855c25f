// SPDX-License-Identifier: GPL-3.0-or-later
// Painted by hand: text goes through drawText, which knows no markup.
#include "views/trace_delegate.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include "models/readable.h"
#include "models/trace_badges.h"
#include "models/trace_list_model.h"
#include "views/icons.h"
#include "views/plain_text.h"
#include "views/theme.h"
#include "views/trace_header.h"

namespace spanglass::views {
namespace {

using models::TraceListModel;
using State = TraceListModel::State;

constexpr int leftOfText = 32;
constexpr int rightMargin = 12;

/// Shape as well as colour: a full dot, a cross, a half-filled ring, a broken ring.
void paintMark(QPainter* painter, State state, const QPointF& center)
{
    const Theme& t = theme();
    constexpr qreal r = 4.5;
    painter->setBrush(Qt::NoBrush);
    switch (state) {
    case State::ok:
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.ok);
        painter->drawEllipse(center, r - 0.5, r - 0.5);
        break;
    case State::error:
        painter->setPen(QPen(t.error, 2, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(center + QPointF(-3.5, -3.5), center + QPointF(3.5, 3.5));
        painter->drawLine(center + QPointF(3.5, -3.5), center + QPointF(-3.5, 3.5));
        break;
    case State::running: {
        painter->setPen(QPen(t.accent, 1.5));
        painter->drawEllipse(center, r, r);
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.accent);
        painter->drawPie(QRectF(center.x() - r, center.y() - r, 2 * r, 2 * r), 90 * 16, 180 * 16);
        break;
    }
    case State::interrupted: {
        QPen pen(t.warning, 1.8, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({2.2, 1.6});
        painter->setPen(pen);
        painter->drawEllipse(center, r, r);
        break;
    }
    }
}

/// What became of the trace, below the mark of how it ended.
void paintBadge(QPainter* painter, const QModelIndex& index, const QRectF& rect)
{
    using Badge = models::TraceBadge::State;
    const Theme& t = theme();
    switch (static_cast<Badge>(index.data(TraceListModel::badgeRole).toInt())) {
    case Badge::none:
        return;
    case Badge::delivered:
        return paintIcon(painter, QStringLiteral("sync-done"), rect, t.disabled);
    case Badge::waiting:
        return paintIcon(painter, QStringLiteral("sync-waiting"), rect, t.secondary);
    case Badge::paused:
        return paintIcon(painter, QStringLiteral("sync-paused"), rect, t.warning);
    case Badge::quarantined:
        return paintIcon(painter, QStringLiteral("sync-asking"), rect, t.error);
    }
}

QString stateName(State state)
{
    switch (state) {
    case State::ok:
        return TraceDelegate::tr("ended well");
    case State::error:
        return TraceDelegate::tr("failed");
    case State::running:
        return TraceDelegate::tr("running");
    case State::interrupted:
        return TraceDelegate::tr("interrupted: its process ended first");
    }
    return {};
}

State stateOf(const QModelIndex& index)
{
    return static_cast<State>(index.data(TraceListModel::stateRole).toInt());
}

QString durationOf(const QModelIndex& index)
{
    const qint64 durationNs = index.data(TraceListModel::durationRole).toLongLong();
    if (durationNs >= 0)
        return models::durationReadable(durationNs);
    return TraceDelegate::tr("running");
}

QString secondLine(const QModelIndex& index)
{
    QStringList parts;
    const qint64 errors = index.data(TraceListModel::errorsRole).toLongLong();
    if (stateOf(index) == State::interrupted)
        parts << TraceDelegate::tr("interrupted");
    if (errors > 0)
        parts << TraceDelegate::tr("%n error(s)", nullptr, static_cast<int>(errors));
    if (const QVariant tokens = index.data(TraceListModel::tokensRole); tokens.isValid())
        parts << TraceDelegate::tr("%1 tok", "tokens, as short as can be")
                     .arg(models::countReadable(tokens.toLongLong()));
    if (const QString cost = index.data(TraceListModel::costRole).toString(); !cost.isEmpty())
        parts << cost;
    if (const QString scores = index.data(TraceListModel::scoresRole).toString(); !scores.isEmpty())
        parts << QStringLiteral("★ ") + literal(scores);
    if (parts.isEmpty())
        parts << TraceDelegate::tr("%n span(s)", nullptr,
                                   static_cast<int>(index.data(TraceListModel::spansRole).toLongLong()));
    return parts.join(QStringLiteral(" · "));
}

QString toolTipOf(const QModelIndex& index)
{
    QStringList lines{index.data().toString()};
    lines << stateName(stateOf(index));
    const qint64 durationNs = index.data(TraceListModel::durationRole).toLongLong();
    if (durationNs >= 0)
        lines << TraceDelegate::tr("Duration: %1").arg(models::durationExact(durationNs));
    lines << TraceDelegate::tr("Started: %1")
                 .arg(models::timeExact(index.data(TraceListModel::startRole).toLongLong()));
    lines << TraceDelegate::tr("Spans: %1")
                 .arg(models::countReadable(index.data(TraceListModel::spansRole).toLongLong()));
    if (const QString cost = index.data(TraceListModel::costExactRole).toString(); !cost.isEmpty())
        lines << TraceDelegate::tr("Cost: %1").arg(cost);
    if (const QString service = index.data(TraceListModel::serviceRole).toString(); !service.isEmpty())
        lines << TraceDelegate::tr("Service: %1").arg(service);
    if (const QString words = index.data(TraceListModel::badgeWordsRole).toString(); !words.isEmpty())
        lines << words;
    lines << index.data(TraceListModel::idRole).toString();
    return lines.join(QLatin1Char('\n'));
}

} // namespace

TraceDelegate::TraceDelegate(const TraceHeader* header, QObject* parent)
    : QStyledItemDelegate(parent), m_header(header)
{
}

void TraceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const Theme& t = theme();
    const QRect row = option.rect;
    const bool columns = !m_header->isHidden();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(row, t.selection);
        painter->fillRect(QRect(row.left(), row.top(), 3, row.height()), t.accent);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(row, t.hover);
    }
    painter->fillRect(QRect(row.left() + leftOfText, row.bottom(), row.width() - leftOfText, 1), t.line);
    paintMark(painter, stateOf(index), QPointF(row.left() + 18, row.top() + (columns ? 12.5 : 15.5)));
    if (!columns)
        paintBadge(painter, index, QRectF(row.left() + 12, row.top() + 28, 12, 12));
    columns ? paintColumns(painter, row, index) : paintLines(painter, row, index);
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(t.accent, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), measure::radius, measure::radius);
    }
    painter->restore();
}

void TraceDelegate::paintColumns(QPainter* painter, const QRect& row, const QModelIndex& index) const
{
    const Theme& t = theme();
    const State state = stateOf(index);
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const TraceColumn column = m_header->columnAt(visual);
        const int section = m_header->logicalIndex(visual);
        QRect cell(row.left() + m_header->sectionPosition(section) + 6, row.top(),
                   m_header->sectionSize(section) - 12, row.height());
        // The mark stands in front of the first column.
        if (visual == 0)
            cell.setLeft(row.left() + leftOfText);
        const bool isName = column == TraceColumn::name;
        const bool failed = column == TraceColumn::errors && state == State::error;
        painter->setFont(font(isName ? FontRole::strong : FontRole::body));
        painter->setPen(failed ? t.error : isName || isNumber(column) ? t.text : t.secondary);
        painter->drawText(
            cell, (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(columnText(column, index), Qt::ElideRight, cell.width()));
    }
}

void TraceDelegate::paintLines(QPainter* painter, const QRect& row, const QModelIndex& index) const
{
    const Theme& t = theme();
    const State state = stateOf(index);
    const QRect top(row.left() + leftOfText, row.top() + 5, row.width() - leftOfText - rightMargin, 20);
    const QRect bottom(top.left(), row.top() + 25, top.width(), 17);

    painter->setFont(font(FontRole::body));
    const QString duration = durationOf(index);
    const int durationWidth = painter->fontMetrics().horizontalAdvance(duration) + 2;
    painter->setPen(state == State::running ? t.accent : t.text);
    painter->drawText(top, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, duration);
    const int nameWidth = top.width() - durationWidth - 8;
    painter->setFont(font(FontRole::strong));
    painter->setPen(t.text);
    const QString name = literal(index.data().toString());
    painter->drawText(QRect(top.topLeft(), QSize(nameWidth, top.height())),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(name, Qt::ElideRight, nameWidth));

    painter->setFont(font(FontRole::secondary));
    const QString age =
        models::timeRelative(index.data(TraceListModel::startRole).toLongLong(), models::nowUnixNs());
    painter->setPen(t.secondary);
    painter->drawText(bottom, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, age);
    const int detailWidth = bottom.width() - painter->fontMetrics().horizontalAdvance(age) - 10;
    painter->setPen(state == State::error ? t.error : state == State::interrupted ? t.warning : t.secondary);
    painter->drawText(QRect(bottom.topLeft(), QSize(detailWidth, bottom.height())),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(secondLine(index), Qt::ElideRight, detailWidth));
}

QSize TraceDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return m_header->isHidden() ? QSize(200, rowHeight) : QSize(m_header->length(), measure::rowHeight);
}

bool TraceDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                              const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), plainToolTip(toolTipOf(index)), view->viewport(), option.rect);
    return true;
}

} // namespace spanglass::views
