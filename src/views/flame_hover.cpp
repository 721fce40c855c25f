// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences from columns and, for one span at a time, from its details.
#include "views/flame_hover.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "models/readable.h"
#include "views/plain_text.h"
#include "views/span_facts.h"

namespace spanglass::views {
namespace {

struct Hover
{
    Q_DECLARE_TR_FUNCTIONS(FlameGraph)
};

QString shareOf(std::int64_t part, std::int64_t whole)
{
    if (whole <= 0)
        return {};
    return models::percentReadable(static_cast<double>(part) / static_cast<double>(whole));
}

QStringList spanLines(const FlameScene& scene, std::uint32_t bar)
{
    const trace::SpanTable& table = scene.table();
    const layout::Bars& bars = scene.bars();
    QStringList lines{literal(scene.label(bar)).left(160)};
    QStringList time;
    const std::int64_t shown = bars.end[bar] - bars.begin[bar];
    time << models::durationReadable(shown);
    if (table.durationNs[bar] == trace::unfinished)
        time << Hover::tr("not finished");
    else if (table.state[bar] == trace::State::interrupted)
        time << Hover::tr("interrupted");
    if (const QString share = shareOfTrace(shown, bars.last - bars.first); !share.isEmpty())
        time << share;
    lines << time.join(QStringLiteral(" · "));
    QStringList what{models::kindName(table.kind[bar])};
    if (table.service[bar] != 0)
        what << literal(table.strings.text(table.service[bar])).left(80);
    lines << what.join(QStringLiteral(" · "));
    addSpanDetails(table, bar, lines);
    return lines;
}

QStringList nodeLines(const FlameScene& scene, std::uint32_t bar)
{
    const layout::Aggregate::Node& node = *scene.node(bar);
    QStringList lines{literal(scene.label(bar)).left(160)};
    const auto amount = [&](std::int64_t weight) { return amountText(weight, scene.options().weight); };
    lines << Hover::tr("%1 in all · %2").arg(amount(node.total), shareOf(node.total, scene.bars().last));
    lines << Hover::tr("%1 itself").arg(amount(node.self));
    if (scene.options().secondRunFrom > 0) {
        const RunShares of = scene.shares(bar);
        lines << (of.before == 0 ? Hover::tr("only in the second run")
                  : of.after == 0
                      ? Hover::tr("only in the first run")
                      : Hover::tr("%1 before, %2 after").arg(amount(of.before), amount(of.after)));
    }
    lines << Hover::tr("Calls: %1").arg(models::countReadable(node.calls));
    if (node.errors > 0)
        lines << Hover::tr("Errors: %1").arg(models::countReadable(node.errors));
    return lines;
}

} // namespace

QString amountText(std::int64_t weight, FlameWeight of)
{
    switch (of) {
    case FlameWeight::time:
    case FlameWeight::selfTime:
        return models::durationReadable(weight);
    case FlameWeight::calls:
        break;
    case FlameWeight::tokens:
        return Hover::tr("%1 tokens").arg(models::countReadable(weight));
    case FlameWeight::cost:
        return models::costReadable(Decimal::parse(std::to_string(weight) + "e-9").value_or(Decimal()));
    }
    return models::countReadable(weight);
}

void addSpanDetails(const trace::SpanTable& table, std::uint32_t row, QStringList& lines)
{
    if (!table.details)
        return;
    const trace::Span span = table.details(row);
    QStringList used;
    if (!span.model.empty())
        used << literal(span.model);
    if (const auto tokens = models::tokensTotal(span.tokens))
        used << Hover::tr("%1 tokens").arg(models::countReadable(*tokens));
    if (span.cost)
        used << models::costReadable(*span.cost);
    if (!used.isEmpty())
        lines << used.join(QStringLiteral(" · "));
    if (span.status == Status::error)
        lines << Hover::tr("Error: %1").arg(literal(span.statusMessage).left(120));
    if (const QString clock = correctedClockText(table, row, span); !clock.isEmpty())
        lines << clock;
}

QString shareOfTrace(std::int64_t part, std::int64_t whole)
{
    const QString share = shareOf(part, whole);
    return share.isEmpty() ? QString() : Hover::tr("%1 of the trace").arg(share);
}

QStringList hoverLines(const FlameScene& scene, std::uint32_t bar)
{
    return scene.timed() ? spanLines(scene, bar) : nodeLines(scene, bar);
}

QString mergedCaption(const FlameScene& scene)
{
    if (scene.options().order == FlameOrder::sandwich)
        return Hover::tr("Callers above and callees below %1")
            .arg(literal(scene.groupText(scene.options().sandwichKey)));
    if (scene.options().secondRunFrom > 0)
        return Hover::tr("Both runs laid over each other: a bar is as wide as both together");
    if (!scene.options().within.empty())
        return Hover::tr("Calls of one path together, of a part of the trace");
    return Hover::tr("Calls of one path together, heaviest first");
}

void paintCard(QPainter& painter, const QStringList& lines, QPointF at, const QRect& bounds)
{
    if (lines.isEmpty())
        return;
    const QFont strong = font(FontRole::strong);
    const QFont plain = font(FontRole::secondary);
    constexpr int margin = 2 * measure::grid;
    const int most = std::max(bounds.width() - 4 * margin, 60);
    const QFontMetricsF strongMetrics(strong, painter.device());
    const QFontMetricsF plainMetrics(plain, painter.device());
    double widest = strongMetrics.horizontalAdvance(lines.front());
    for (const QString& line : lines.mid(1))
        widest = std::max(widest, plainMetrics.horizontalAdvance(line));
    // Rounded up: in a fraction of a pixel less, the widest line would be elided.
    const int width = std::min({static_cast<int>(std::ceil(widest)) + 1, most, 420});
    const int strongHeight = static_cast<int>(std::ceil(strongMetrics.height())) + 2;
    const int plainHeight = static_cast<int>(std::ceil(plainMetrics.height())) + 1;
    const int height = strongHeight + plainHeight * static_cast<int>(lines.size() - 1);
    QRectF card(at, QSizeF(width + 2 * margin, height + 2 * margin - 2));
    card.moveLeft(
        std::clamp(card.left(), bounds.left() + 2.0, std::max(bounds.right() - card.width() - 2, 2.0)));
    if (card.bottom() > bounds.bottom() - 2)
        card.moveBottom(std::max(at.y() - 24, card.height()));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().lineStrong, 1));
    painter.setBrush(theme().raised);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), measure::radius, measure::radius);
    QRectF line = card.adjusted(margin, margin - 2, -margin, 0);
    for (int number = 0; number < lines.size(); ++number) {
        painter.setFont(number == 0 ? strong : plain);
        painter.setPen(number == 0 ? theme().text : theme().secondary);
        line.setHeight(number == 0 ? strongHeight : plainHeight);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(lines[number], Qt::ElideRight, width));
        line.translate(0, line.height());
    }
    painter.restore();
}

} // namespace spanglass::views
