// SPDX-License-Identifier: GPL-3.0-or-later
/// What is wrong with a window that is shown: text that is cut off, widgets on each other, text too pale to
/// read, controls without a name. Each fault is a line that names the place, what stands there, and by how
/// much.
///
///     QCOMPARE(faultsOf(dialog).join('\n'), QString());
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QBoxLayout>
#include <QComboBox>
#include <QDockWidget>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QSizeGrip>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "views/elided_label.h"

namespace spanglass::app {

inline QString placeOf(const QWidget* widget)
{
    QStringList names;
    for (; widget; widget = widget->isWindow() ? nullptr : widget->parentWidget()) {
        const QString name = widget->objectName();
        if (!name.startsWith(QLatin1String("qt_")))
            names.prepend(name.isEmpty() ? QString::fromLatin1(widget->metaObject()->className()) : name);
    }
    return names.join(QLatin1Char('/'));
}

/// All that a person sees of a window, the window first.
inline QList<QWidget*> shownWidgets(QWidget* window)
{
    QList<QWidget*> all{window};
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (QObject* child : all[i]->children()) {
            auto* widget = qobject_cast<QWidget*>(child);
            if (widget && widget->isVisible() && !widget->isWindow())
                all << widget;
        }
    }
    return all;
}

/// What can be read on it; empty where it paints itself.
inline QString textOn(const QWidget* widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(widget))
        return label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
        const auto* tool = qobject_cast<const QToolButton*>(widget);
        return tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull()
                   ? QString()
                   : button->text();
    }
    if (const auto* box = qobject_cast<const QComboBox*>(widget))
        return box->currentText();
    if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
        return edit->text().isEmpty() ? edit->placeholderText() : edit->text();
    if (const auto* elided = qobject_cast<const views::ElidedLabel*>(widget))
        return elided->text();
    return {};
}

inline QString fault(const QWidget* widget, const QString& what, const QString& text = {})
{
    return placeOf(widget) + QStringLiteral(": ") + what +
           (text.isEmpty() ? QString() : QStringLiteral(" \"%1\"").arg(text.left(60)));
}

// Room

/// The row of widgets that a layout placed `widget` in.
inline const QBoxLayout* rowOf(const QLayout* layout, const QWidget* widget)
{
    if (!layout)
        return nullptr;
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem* item = layout->itemAt(i);
        if (item->widget() == widget)
            return qobject_cast<const QBoxLayout*>(layout);
        if (const QBoxLayout* row = rowOf(item->layout(), widget))
            return row;
    }
    return nullptr;
}

/// How many pixels beside `widget` nobody needs: spacers, and neighbours wider than they ask to be.
inline int roomBeside(const QWidget* widget)
{
    const QBoxLayout* row =
        rowOf(widget->parentWidget() ? widget->parentWidget()->layout() : nullptr, widget);
    if (!row || (row->direction() != QBoxLayout::LeftToRight && row->direction() != QBoxLayout::RightToLeft))
        return 0;
    int room = 0;
    for (int i = 0; i < row->count(); ++i) {
        const QLayoutItem* item = row->itemAt(i);
        const QWidget* neighbour = const_cast<QLayoutItem*>(item)->widget();
        if (neighbour == widget || (neighbour && !neighbour->isVisible()))
            continue;
        const bool spacer = const_cast<QLayoutItem*>(item)->spacerItem() != nullptr;
        room += std::max(0, item->geometry().width() - (spacer ? 0 : item->sizeHint().width()));
    }
    return room;
}

inline int missingIn(const QComboBox* box)
{
    QStyleOptionComboBox option;
    option.initFrom(box);
    option.editable = box->isEditable();
    const QRect field =
        box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box);
    return box->fontMetrics().horizontalAdvance(box->currentText()) - field.width();
}

inline int missingIn(const QLineEdit* edit)
{
    if (!edit->text().isEmpty())
        return 0; // what is typed scrolls
    int taken = 12;
    for (const QAbstractButton* button : edit->findChildren<QAbstractButton*>())
        taken += button->isVisible() ? button->width() + 4 : 0;
    if (edit->isClearButtonEnabled())
        taken -= 22; // there is nothing to clear while the placeholder is shown
    return edit->fontMetrics().horizontalAdvance(edit->placeholderText()) + taken - edit->width();
}

inline QStringList cutOffIn(const QHeaderView* header)
{
    QStringList faults;
    const auto* view = qobject_cast<const QAbstractItemView*>(header->parentWidget());
    int needed = 0;
    for (int i = 0; i < header->count(); ++i) {
        const int content = view ? view->sizeHintForColumn(i) : 0;
        needed += header->isSectionHidden(i) ? 0 : std::max(content, header->sectionSizeHint(i));
    }
    const int room = header->viewport()->width() - needed;
    for (int i = 0; i < header->count(); ++i) {
        const int missing = header->sectionSizeHint(i) - header->sectionSize(i);
        if (!header->isSectionHidden(i) && missing > 1 && room >= 0)
            faults << fault(header,
                            QStringLiteral("a title lacks %1 px though the columns have room").arg(missing),
                            header->model()->headerData(i, header->orientation()).toString());
    }
    return faults;
}

inline QStringList cutOffIn(const QTabBar* bar)
{
    QStringList faults;
    const auto* tabs = qobject_cast<const QTabWidget*>(bar->parentWidget());
    int needed = 0;
    for (int i = 0; i < bar->count(); ++i)
        needed += bar->isTabVisible(i) ? bar->fontMetrics().horizontalAdvance(bar->tabText(i)) + 60 : 0;
    for (int i = 0; i < bar->count(); ++i) {
        if (!bar->isTabVisible(i) || (tabs && needed > tabs->width()))
            continue; // many documents scroll
        const int missing = bar->fontMetrics().horizontalAdvance(bar->tabText(i)) - bar->tabRect(i).width();
        if (missing > 0)
            faults << fault(bar, QStringLiteral("a tab lacks %1 px").arg(missing), bar->tabText(i));
        if (tabs && bar->tabRect(i).right() > tabs->width())
            faults << fault(bar, QStringLiteral("a tab is outside"), bar->tabText(i));
    }
    return faults;
}

inline QString cutOff(const QLabel* label)
{
    if (label->text().isEmpty() || !label->pixmap().isNull())
        return {};
    if (label->wordWrap()) {
        if (label->minimumSizeHint().width() > label->width() + 1)
            return QStringLiteral("a word is %1 px too long")
                .arg(label->minimumSizeHint().width() - label->width());
        const int missing = label->heightForWidth(label->width()) - label->height();
        return missing > 1 ? QStringLiteral("%1 px of its lines are cut off").arg(missing) : QString();
    }
    const QSize missing = label->sizeHint() - label->size();
    if (missing.width() > 1)
        return QStringLiteral("%1 px are cut off").arg(missing.width());
    return missing.height() > 2 ? QStringLiteral("%1 px of its height are cut off").arg(missing.height())
                                : QString();
}

/// What is wrong with the room that one widget got.
inline QString cutOff(const QWidget* widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(widget))
        return cutOff(label);
    int missing = 0;
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
        missing = textOn(button).isEmpty() ? 0 : button->sizeHint().width() - button->width();
    else if (const auto* box = qobject_cast<const QComboBox*>(widget))
        missing = missingIn(box);
    else if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
        missing = missingIn(edit);
    if (missing > 1)
        return QStringLiteral("%1 px are cut off").arg(missing);
    if (const auto* elided = qobject_cast<const views::ElidedLabel*>(widget)) {
        missing = elided->sizeHint().width() - elided->width();
        if (missing > 0 && roomBeside(widget) >= missing)
            return QStringLiteral("%1 px are elided though there is room for them").arg(missing);
    }
    if (const auto* dock = qobject_cast<const QDockWidget*>(widget)) {
        if (dock->fontMetrics().horizontalAdvance(dock->windowTitle()) + 60 > dock->width())
            return QStringLiteral("its title does not fit");
    }
    return {};
}

inline bool scrolls(const QWidget* widget)
{
    const auto* area = widget ? qobject_cast<const QAbstractScrollArea*>(widget->parentWidget()) : nullptr;
    return area && area->viewport() == widget;
}

inline QStringList cutOffIn(QWidget* window)
{
    QStringList faults;
    for (const QWidget* widget : shownWidgets(window)) {
        if (const QString what = cutOff(widget); !what.isEmpty())
            faults << fault(widget, what, textOn(widget));
        if (const auto* header = qobject_cast<const QHeaderView*>(widget))
            faults << cutOffIn(header);
        if (const auto* bar = qobject_cast<const QTabBar*>(widget))
            faults << cutOffIn(bar);
        const QWidget* parent = widget->parentWidget();
        if (widget != window && !textOn(widget).isEmpty() && !scrolls(parent) &&
            !parent->rect().adjusted(-1, -1, 1, 1).contains(widget->geometry()))
            faults << fault(widget, QStringLiteral("stands outside of what holds it"), textOn(widget));
    }
    return faults;
}

// Overlaps

inline bool placesItsOwn(const QWidget* parent)
{
    return qobject_cast<const QAbstractScrollArea*>(parent) || qobject_cast<const QSplitter*>(parent) ||
           qobject_cast<const QTabWidget*>(parent) || qobject_cast<const QStackedWidget*>(parent) ||
           qobject_cast<const QLineEdit*>(parent) || qobject_cast<const QComboBox*>(parent) ||
           qobject_cast<const QTabBar*>(parent) || qobject_cast<const QAbstractSpinBox*>(parent) ||
           scrolls(parent);
}

inline QStringList overlapsIn(QWidget* window)
{
    QStringList faults;
    for (const QWidget* parent : shownWidgets(window)) {
        if (placesItsOwn(parent))
            continue;
        QList<const QWidget*> children;
        for (const QObject* child : parent->children()) {
            const auto* widget = qobject_cast<const QWidget*>(child);
            if (widget && widget->isVisible() && !widget->isWindow() &&
                !qobject_cast<const QSizeGrip*>(widget) &&
                !widget->testAttribute(Qt::WA_TransparentForMouseEvents))
                children << widget;
        }
        for (qsizetype i = 0; i < children.size(); ++i) {
            for (qsizetype j = i + 1; j < children.size(); ++j) {
                const QRect both = children[i]->geometry() & children[j]->geometry();
                if (both.width() > 1 && both.height() > 1)
                    faults << fault(children[i], QStringLiteral("covers %1×%2 px of %3")
                                                     .arg(both.width())
                                                     .arg(both.height())
                                                     .arg(placeOf(children[j])));
            }
        }
    }
    return faults;
}

// Contrast, as WCAG 2.1 defines it

inline double contrastOf(QRgb a, QRgb b)
{
    const auto luminance = [](QRgb color) {
        const auto linear = [](int channel) {
            const double c = channel / 255.0;
            return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(qRed(color)) + 0.7152 * linear(qGreen(color)) + 0.0722 * linear(qBlue(color));
    };
    const double high = std::max(luminance(a), luminance(b)), low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

/// Between the colour that covers most and the one furthest from it: the ground and the ink of a line of
/// text. The edges of letters are blends of both, so the furthest is nearest to the ink.
inline double contrastIn(const QImage& picture, const QRect& place)
{
    QHash<QRgb, int> count;
    for (int y = place.top(); y <= place.bottom(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        for (int x = place.left(); x <= place.right(); ++x)
            ++count[line[x] | 0xff000000u];
    }
    QRgb ground = 0;
    int most = 0;
    for (auto it = count.cbegin(); it != count.cend(); ++it) {
        if (it.value() > most) {
            most = it.value();
            ground = it.key();
        }
    }
    double best = 1;
    for (auto it = count.cbegin(); it != count.cend(); ++it)
        best = std::max(best, contrastOf(it.key(), ground));
    return best;
}

constexpr double leastContrast = 4.5;

inline QStringList paleIn(QWidget* window)
{
    QStringList faults;
    const QImage picture = window->grab().toImage().convertToFormat(QImage::Format_RGB32);
    const double scale = picture.devicePixelRatio();
    const auto look = [&](const QWidget* widget, const QRect& place, const QString& text) {
        const QRect seen = (place & widget->visibleRegion().boundingRect()).adjusted(2, 2, -2, -2);
        // One thin letter may be all edge, and half a line of letters too.
        if (seen.width() < 8 || seen.height() < 12 || text.trimmed().size() < 2)
            return;
        const QPoint corner = widget->mapTo(window, seen.topLeft());
        const QRect pixels =
            QRectF(corner.x() * scale, corner.y() * scale, seen.width() * scale, seen.height() * scale)
                .toAlignedRect() &
            picture.rect();
        const double contrast = contrastIn(picture, pixels);
        if (!pixels.isEmpty() && contrast < leastContrast)
            faults << fault(widget, QStringLiteral("has a contrast of %1").arg(contrast, 0, 'f', 2), text);
    };
    for (const QWidget* widget : shownWidgets(window)) {
        if (!widget->isEnabled())
            continue; // what cannot be used now may be pale (WCAG 1.4.3)
        look(widget, widget->rect(), textOn(widget));
        if (const auto* bar = qobject_cast<const QTabBar*>(widget)) {
            for (int i = 0; i < bar->count(); ++i) {
                if (bar->isTabVisible(i) && bar->isTabEnabled(i))
                    look(bar, bar->tabRect(i), bar->tabText(i));
            }
        }
        const auto* items = qobject_cast<const QAbstractItemView*>(widget);
        if (!items || !items->model() || qobject_cast<const QHeaderView*>(widget))
            continue;
        for (QModelIndex index = items->indexAt({4, 4}); index.isValid();
             index = index.siblingAtRow(index.row() + 1)) {
            const QRect place = items->visualRect(index);
            if (place.top() > items->viewport()->height())
                break;
            if (index.flags() & Qt::ItemIsEnabled)
                look(items->viewport(), place, index.data().toString());
        }
    }
    return faults;
}

// Names

/// What takes the keyboard says to those who hear it what it is.
inline QStringList namelessIn(QWidget* window)
{
    QStringList faults;
    for (QWidget* widget : shownWidgets(window)) {
        if (widget == window || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
            continue;
        const QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
        if (!spoken || spoken->text(QAccessible::Name).isEmpty())
            faults << fault(widget, QStringLiteral("takes the keyboard and has no name"));
        else if (spoken->role() == QAccessible::NoRole || spoken->role() == QAccessible::Client)
            faults << fault(widget, QStringLiteral("takes the keyboard and has no role"));
    }
    return faults;
}

} // namespace spanglass::app
