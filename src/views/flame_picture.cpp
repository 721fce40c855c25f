// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the view that make sense on paper, one below the other.
#include "views/flame_picture.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>

#include "models/readable.h"
#include "views/flame_legend.h"
#include "views/flame_painter.h"
#include "views/flame_ruler.h"
#include "views/plain_text.h"

namespace spanglass::views {
namespace {

constexpr int titleHeight = 28;
constexpr int rulerHeight = 22;

struct Picture
{
    Q_DECLARE_TR_FUNCTIONS(FlamePicture)
};

QString titleOf(const FlameScene& scene, const FlamePictureOptions& options)
{
    if (!options.title.isEmpty() || scene.empty())
        return literal(options.title);
    const trace::SpanTable& table = scene.table();
    std::uint32_t longest = trace::noRow;
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        if (table.parent[row] == trace::noRow &&
            (longest == trace::noRow || table.durationNs[row] > table.durationNs[longest]))
            longest = row;
    }
    QString title = longest == trace::noRow ? QString() : literal(table.strings.text(table.name[longest]));
    title += QStringLiteral("  ·  ") + models::durationReadable(scene.extent().last - scene.extent().first);
    const int spans = static_cast<int>(table.size());
    title += QStringLiteral("  ·  ") + Picture::tr("%n span(s)", nullptr, spans);
    return title;
}

void paintHead(QPainter& painter, const FlameScene& scene, const FlamePictureOptions& options,
               const layout::Axis& axis)
{
    const Theme& look = *options.theme;
    const int width = options.size.width();
    painter.fillRect(QRect(0, 0, width, titleHeight), look.window);
    painter.setFont(font(FontRole::strong));
    painter.setPen(look.text);
    const QRect title(8, 0, width - 16, titleHeight);
    painter.drawText(
        title, Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(titleOf(scene, options), Qt::ElideRight, title.width()));
    paintFlameRuler(painter, QRect(0, titleHeight, width, rulerHeight), scene, axis, look);
}

layout::Axis axisOf(const FlameScene& scene, const FlamePictureOptions& options)
{
    return layout::fitted(options.seen.value_or(scene.extent()), options.size.width());
}

/// The legend; where lanes did not fit, their number at its right end.
void paintFoot(QPainter& painter, const FlameScene& scene, const FlamePictureOptions& options, int shownLanes)
{
    QRect foot(0, options.size.height() - legendHeight, options.size.width(), legendHeight);
    const auto lanes = static_cast<int>(scene.bars().lanes);
    if (lanes > shownLanes) {
        painter.setFont(font(FontRole::caption));
        const QString more = Picture::tr("More lanes below: %1").arg(lanes - shownLanes);
        const int width = painter.fontMetrics().horizontalAdvance(more) + 16;
        const QRect right = foot.adjusted(foot.width() - width, 0, 0, 0);
        painter.fillRect(right, options.theme->window);
        painter.fillRect(QRect(right.left(), right.top(), width, 1), options.theme->line);
        painter.setPen(options.theme->secondary);
        painter.drawText(right, Qt::AlignCenter, more);
        foot.setRight(right.left() - 1);
    }
    paintLegend(painter, foot, scene, *options.theme);
}

QImage lanesImage(const FlameScene& scene, const FlamePictureOptions& options, FlameFrame frame, int height)
{
    QImage lanes(options.size.width(), height, QImage::Format_RGB32);
    LabelCache labels(font(FontRole::secondary));
    FlamePainter(scene, *options.theme).paint(lanes, frame, labels);
    return lanes;
}

} // namespace

QImage flameImage(std::shared_ptr<const trace::SpanTable> table, const FlamePictureOptions& options)
{
    QImage image(options.size, QImage::Format_RGB32);
    QPainter painter(&image);
    paintFlame(painter, std::move(table), options);
    return image;
}

void paintFlame(QPainter& painter, std::shared_ptr<const trace::SpanTable> table,
                const FlamePictureOptions& options)
{
    const FlameScene scene(std::move(table), options.flame);
    const int top = titleHeight + rulerHeight;
    const int height = std::max(options.size.height() - top - legendHeight, 1);
    FlameFrame frame;
    frame.axis = axisOf(scene, options);
    frame.dimOthers = !options.flame.matches.empty();
    painter.fillRect(QRect(QPoint(), options.size), options.theme->surface);
    if (painter.device()->devType() == QInternal::Image) {
        painter.drawImage(0, top, lanesImage(scene, options, frame, height));
    } else {
        LabelCache labels(font(FontRole::secondary));
        FlamePainter(scene, *options.theme)
            .paint(painter, QRectF(0, top, options.size.width(), height), frame, labels);
    }
    paintHead(painter, scene, options, frame.axis);
    paintFoot(painter, scene, options, height / measure::graphRowHeight);
}

} // namespace spanglass::views
