// SPDX-License-Identifier: GPL-3.0-or-later
/// What an empty view says: what would be here, and how to get it.
#pragma once

#include <QString>

class QWidget;

namespace spanglass::views {

/// Paints into `widget`, from within its paint event: a title and, below it, a hint in the secondary colour.
void paintEmptyText(QWidget* widget, const QString& title, const QString& hint);

} // namespace spanglass::views
