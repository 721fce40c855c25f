// SPDX-License-Identifier: GPL-3.0-or-later
/// What the colours of a flame graph mean, as words and as a line of swatches. GUI thread.
#pragma once

#include <QRect>
#include <QString>
#include <QStringList>

#include "views/flame_scene.h"

class QPainter;

namespace spanglass::views {

inline constexpr int legendHeight = 24;

/// What an entry of `scene.legend()` is called.
[[nodiscard]] QString legendText(const FlameScene& scene, const FlameScene::LegendEntry& entry);
/// The line in words, for those who hear it: "Colours by kind: agent, LLM, tool".
[[nodiscard]] QString legendSentence(const FlameScene& scene);

/// A swatch and a word each, from the left; what does not fit is counted at the end.
void paintLegend(QPainter& painter, const QRect& area, const FlameScene& scene, const Theme& theme);

} // namespace spanglass::views
