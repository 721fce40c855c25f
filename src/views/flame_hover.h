// SPDX-License-Identifier: GPL-3.0-or-later
/// What a flame graph says about a bar, and the card it says it on. Plain text throughout.
#pragma once

#include <QPointF>
#include <QRect>
#include <QStringList>

#include "views/flame_scene.h"

class QPainter;

namespace spanglass::views {

/// The name, then duration and share, kind and model, tokens, cost, error: a line each.
[[nodiscard]] QStringList hoverLines(const FlameScene& scene, std::uint32_t bar);
/// What the merged orders show, for the place where the ruler would be.
[[nodiscard]] QString mergedCaption(const FlameScene& scene);

/// The first line strong, the others secondary; moved so that it stays inside `bounds`.
void paintCard(QPainter& painter, const QStringList& lines, QPointF at, const QRect& bounds);

} // namespace spanglass::views
