// SPDX-License-Identifier: GPL-3.0-or-later
// Fusion's mechanics under our own measures; the colours come from the palette and the style sheet.
#include "views/spanglass_style.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QStyledItemDelegate>
#include <QWidget>
#include <algorithm>

#include "views/motion.h"
#include "views/theme.h"

namespace spanglass::views {

SpanglassStyle::SpanglassStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

int SpanglassStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        return 1;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ToolBarIconSize:
        return 16;
    case PM_TreeViewIndentation:
        return 16;
    case PM_SplitterWidth:
        return 1;
    case PM_DockWidgetSeparatorExtent:
        return 5;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return 2 * measure::grid;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 2 * measure::grid;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int SpanglassStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                              QStyleHintReturn* returnData) const
{
    switch (hint) {
    case SH_ToolTip_WakeUpDelay:
        return 400;
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
        return reducedMotion() ? 0 : QProxyStyle::styleHint(hint, option, widget, returnData);
    case SH_ComboBox_Popup: // below its box, without a frame around the current choice
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_ItemView_ArrowKeysNavigateIntoChildren:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

/// The rows of an open choice are as high as those of lists; Qt's own delegate for them asks no style.
void SpanglassStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    auto* choice = qobject_cast<QComboBox*>(widget);
    if (choice != nullptr && qobject_cast<QStyledItemDelegate*>(choice->itemDelegate()) == nullptr)
        choice->setItemDelegate(new QStyledItemDelegate(choice));
}

QSize SpanglassStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                       const QWidget* widget) const
{
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    const bool ofChoice = type == CT_ItemViewItem && widget != nullptr && widget->parentWidget() != nullptr &&
                          widget->parentWidget()->inherits("QComboBoxPrivateContainer");
    if (ofChoice)
        wanted.setHeight(std::max(wanted.height(), int(measure::rowHeight)));
    return wanted;
}

void SpanglassStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                   const QWidget* widget) const
{
    if (element == PE_FrameFocusRect) {
        // Shown for the keyboard only: a click needs no frame around what was clicked.
        const auto* focus = qstyleoption_cast<const QStyleOptionFocusRect*>(option);
        if (!focus || !(focus->state & State_KeyboardFocusChange))
            return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(theme().accent, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), measure::radius,
                                 measure::radius);
        painter->restore();
        return;
    }
    if (element == PE_IndicatorBranch) {
        if (!(option->state & State_Children))
            return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(theme().secondary, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF c = QRectF(option->rect).center();
        const qreal r = 3;
        if (option->state & State_Open)
            painter->drawPolyline(
                QPolygonF{{c.x() - r, c.y() - r / 2}, {c.x(), c.y() + r / 2}, {c.x() + r, c.y() - r / 2}});
        else
            painter->drawPolyline(
                QPolygonF{{c.x() - r / 2, c.y() - r}, {c.x() + r / 2, c.y()}, {c.x() - r / 2, c.y() + r}});
        painter->restore();
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

} // namespace spanglass::views
