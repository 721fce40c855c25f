// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/flame_legend.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLinearGradient>
#include <QPainter>

#include "models/readable.h"
#include "views/plain_text.h"

namespace spanglass::views {
namespace {

struct Legend
{
    Q_DECLARE_TR_FUNCTIONS(FlameLegend)
};

constexpr int swatch = 10;
constexpr int gap = 14;
constexpr int longestText = 160;
constexpr int rampWidth = 120;

QString caption(FlameColour colour)
{
    switch (colour) {
    case FlameColour::kind:
        return Legend::tr("Colours by kind");
    case FlameColour::name:
        return Legend::tr("Colours by name");
    case FlameColour::service:
        return Legend::tr("Colours by service");
    case FlameColour::selfTime:
        return Legend::tr("Colours by self time");
    case FlameColour::model:
        return Legend::tr("Colours by model");
    case FlameColour::error:
        return Legend::tr("Colours by outcome");
    case FlameColour::cost:
        return Legend::tr("Colours by cost");
    case FlameColour::difference:
        break;
    }
    return Legend::tr("Colours by difference");
}

bool isRamp(FlameColour colour)
{
    return colour == FlameColour::selfTime || colour == FlameColour::cost ||
           colour == FlameColour::difference;
}

/// "none ▭▭▭ most": the ends in words, the classes between them.
void paintRamp(QPainter& painter, const QRect& area, const FlameScene& scene, const Theme& theme)
{
    const bool difference = scene.options().colour == FlameColour::difference;
    const QString low = difference ? Legend::tr("less than before") : Legend::tr("little");
    const QString high = difference ? Legend::tr("more than before") : Legend::tr("most");
    const auto fills = scene.palette(theme);
    const QFontMetrics metrics(painter.font());
    int x = area.left();
    painter.setPen(theme.secondary);
    painter.drawText(QRect(x, area.top(), area.width(), area.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     low);
    x += metrics.horizontalAdvance(low) + 8;
    QLinearGradient ramp(x, 0, x + rampWidth, 0);
    for (std::size_t at = 0; at < fills.size(); ++at)
        ramp.setColorAt(static_cast<double>(at) / static_cast<double>(fills.size() - 1), QColor(fills[at]));
    painter.fillRect(QRect(x, area.center().y() - swatch / 2, rampWidth, swatch), ramp);
    x += rampWidth + 8;
    painter.drawText(QRect(x, area.top(), area.width(), area.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     high);
}

} // namespace

QString legendText(const FlameScene& scene, const FlameScene::LegendEntry& entry)
{
    const FlameOptions& options = scene.options();
    switch (options.colour) {
    case FlameColour::kind:
        return models::kindName(static_cast<Kind>(entry.text));
    case FlameColour::name:
    case FlameColour::service: {
        const QString text = literal(scene.table().strings.text(entry.text));
        return text.isEmpty() ? Legend::tr("no name") : text;
    }
    case FlameColour::model:
        return entry.text == 0 || !options.columns ? Legend::tr("no model")
                                                   : literal(options.columns->texts.text(entry.text));
    case FlameColour::error:
        return entry.text == 0   ? Legend::tr("fine")
               : entry.text == 1 ? Legend::tr("something below failed")
                                 : Legend::tr("failed");
    case FlameColour::selfTime:
    case FlameColour::cost:
    case FlameColour::difference:
        break;
    }
    return {};
}

QString legendSentence(const FlameScene& scene)
{
    QStringList texts;
    for (const FlameScene::LegendEntry& entry : scene.legend()) {
        if (const QString text = legendText(scene, entry); !text.isEmpty())
            texts << text;
        constexpr qsizetype mostTexts = 12;
        if (texts.size() == mostTexts)
            break;
    }
    const QString what = caption(scene.options().colour);
    return texts.isEmpty() ? what : Legend::tr("%1: %2").arg(what, texts.join(QLatin1String(", ")));
}

void paintLegend(QPainter& painter, const QRect& area, const FlameScene& scene, const Theme& theme)
{
    painter.save();
    painter.setClipRect(area);
    painter.fillRect(area, theme.window);
    painter.fillRect(QRect(area.left(), area.top(), area.width(), 1), theme.line);
    painter.setFont(font(FontRole::caption));
    const QFontMetrics metrics(painter.font());
    const QRect line = area.adjusted(8, 1, -8, 0);
    if (isRamp(scene.options().colour)) {
        paintRamp(painter, line, scene, theme);
        painter.restore();
        return;
    }
    const auto fills = scene.palette(theme);
    const std::vector<FlameScene::LegendEntry>& entries = scene.legend();
    const int restWidth = metrics.horizontalAdvance(QStringLiteral("+99,999"));
    int x = line.left();
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const QString text = metrics.elidedText(legendText(scene, entries[at]), Qt::ElideRight, longestText);
        const int width = swatch + 5 + metrics.horizontalAdvance(text);
        const int room = line.right() - (at + 1 < entries.size() ? restWidth : 0);
        if (x + width > room) {
            painter.setPen(theme.secondary);
            painter.drawText(QRect(x, line.top(), line.right() - x, line.height()),
                             Qt::AlignVCenter | Qt::AlignLeft,
                             QStringLiteral("+") + models::countReadable(std::int64_t(entries.size() - at)));
            break;
        }
        painter.fillRect(QRect(x, line.center().y() - swatch / 2, swatch, swatch),
                         QColor(fills[entries[at].colour]));
        painter.setPen(theme.secondary);
        painter.drawText(QRect(x + swatch + 5, line.top(), width, line.height()),
                         Qt::AlignVCenter | Qt::AlignLeft, text);
        x += width + gap;
    }
    painter.restore();
}

} // namespace spanglass::views
