// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/flame_ruler.h"

#include <QPainter>

#include "layout/ruler.h"
#include "models/readable.h"
#include "views/flame_hover.h"

namespace spanglass::views {
namespace {

constexpr double tickSpacingPx = 90;

bool isTime(const FlameScene& scene)
{
    const FlameWeight weight = scene.options().weight;
    return scene.timed() || weight == FlameWeight::time || weight == FlameWeight::selfTime;
}

QString labelOf(const layout::Tick& tick, const FlameScene& scene)
{
    if (isTime(scene))
        return models::numbersReadable(tick.label);
    return tick.offset == 0 ? QStringLiteral("0") : amountText(tick.offset, scene.options().weight);
}

} // namespace

void paintFlameRuler(QPainter& painter, const QRect& at, const FlameScene& scene, const layout::Axis& axis,
                     const Theme& look)
{
    painter.fillRect(at, look.window);
    painter.setFont(font(FontRole::caption));
    const std::int64_t origin = scene.extent().first;
    const std::vector<layout::Tick> ticks = isTime(scene) ? layout::timeTicks(axis, origin, tickSpacingPx)
                                                          : layout::countTicks(axis, origin, tickSpacingPx);
    for (const layout::Tick& tick : ticks) {
        painter.fillRect(QRectF(at.left() + tick.x, at.top(), 1, at.height()), look.lineStrong);
        painter.setPen(look.secondary);
        painter.drawText(QRectF(at.left() + tick.x + 5, at.top(), tickSpacingPx, at.height()),
                         Qt::AlignVCenter | Qt::AlignLeft, labelOf(tick, scene));
    }
    if (!scene.timed()) {
        const QString caption = painter.fontMetrics().elidedText(mergedCaption(scene), Qt::ElideRight,
                                                                 std::max(at.width() * 2 / 3, 60));
        const int width = painter.fontMetrics().horizontalAdvance(caption) + 16;
        const QRect right(at.right() - width + 1, at.top(), width, at.height());
        painter.fillRect(right, look.window);
        painter.setPen(look.secondary);
        painter.drawText(right, Qt::AlignCenter, caption);
    }
    painter.fillRect(QRect(at.left(), at.bottom(), at.width(), 1), look.line);
}

} // namespace spanglass::views
