// SPDX-License-Identifier: GPL-3.0-or-later
/// The ruler of a flame graph: times in time order; in the merged orders amounts of what is merged, and what
/// that is at its right end.
#pragma once

#include <QRect>

#include "layout/axis.h"
#include "views/flame_scene.h"
#include "views/theme.h"

class QPainter;

namespace spanglass::views {

void paintFlameRuler(QPainter& painter, const QRect& at, const FlameScene& scene, const layout::Axis& axis,
                     const Theme& look);

} // namespace spanglass::views
