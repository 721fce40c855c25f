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
/// What a span used and said, a line each: model, tokens and cost, its error, its clock. Reads its details.
void addSpanDetails(const trace::SpanTable& table, std::uint32_t row, QStringList& lines);
/// "12 % of the trace"; empty where the whole is nothing.
[[nodiscard]] QString shareOfTrace(std::int64_t part, std::int64_t whole);
/// An amount of what bars are as wide as: "1.5 s", "1,204 tokens", "0.42 ¢".
[[nodiscard]] QString amountText(std::int64_t weight, FlameWeight of);
/// What the merged orders show, for the right end of the ruler.
[[nodiscard]] QString mergedCaption(const FlameScene& scene);

/// The first line strong, the others secondary; moved so that it stays inside `bounds`.
void paintCard(QPainter& painter, const QStringList& lines, QPointF at, const QRect& bounds);

} // namespace spanglass::views
