// SPDX-License-Identifier: GPL-3.0-or-later
/// All keys on one sheet: those of the menus, and those that work within the graphs.
#pragma once

#include <QDialog>

namespace spanglass::app {

class ShortcutSheet : public QDialog
{
    Q_OBJECT
public:
    ShortcutSheet(const QList<QAction*>& actions, QWidget* parent);
};

} // namespace spanglass::app
