// SPDX-License-Identifier: GPL-3.0-or-later
/// A menu of which one entry holds: the order, the theme, the language.
#pragma once

#include <QActionGroup>
#include <QMenu>
#include <functional>

namespace spanglass::app {

/// Adds `texts` to `menu` as entries of which `chosen` is checked, and calls `choose` with the index of the
/// one the user takes.
inline void addChoices(QMenu* menu, const QStringList& texts, qsizetype chosen,
                       std::function<void(int)> choose)
{
    auto* group = new QActionGroup(menu);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        QAction* action = menu->addAction(texts[i]);
        action->setCheckable(true);
        action->setData(static_cast<int>(i));
        action->setChecked(i == chosen);
        group->addAction(action);
    }
    QObject::connect(group, &QActionGroup::triggered, menu,
                     [choose = std::move(choose)](const QAction* action) { choose(action->data().toInt()); });
}

} // namespace spanglass::app
