// SPDX-License-Identifier: GPL-3.0-or-later
/// Icons drawn as single-colour SVG and tinted when painted, so that they follow the theme and the screen's
/// scale.
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

class QPainter;

namespace spanglass::views {

/// `resources/icons/NAME.svg` in the theme's secondary colour, text colour when active.
[[nodiscard]] QIcon icon(const QString& name);
void paintIcon(QPainter* painter, const QString& name, const QRectF& rect, const QColor& color);
/// The program's own, in its colours.
[[nodiscard]] QIcon applicationIcon();

} // namespace spanglass::views
