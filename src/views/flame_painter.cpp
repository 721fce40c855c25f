// SPDX-License-Identifier: GPL-3.0-or-later
// One lane at a time: its cells, one scan line of fills copied down its height, then marks and labels.
#include "views/flame_painter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <cstring>

namespace spanglass::views {
namespace {

constexpr double leastLabelPx = 26; // three characters and the margins
constexpr double labelMargin = 6;
constexpr double fadePx = 28;
constexpr double leastMarkPx = 3;
constexpr int edgePx = 2;
constexpr int dashPx = 4;
constexpr int dashGapPx = 3;
constexpr int leastShown = 3;
constexpr int mostCuts = 30'000; // some 20 MB

QRgb mix(QRgb a, QRgb b, double part)
{
    const auto channel = [part](int from, int to) { return qRound(from + (to - from) * part); };
    return qRgb(channel(qRed(a), qRed(b)), channel(qGreen(a), qGreen(b)), channel(qBlue(a), qBlue(b)));
}

/// The fill's line breaks off softly: from `from` on towards the background.
void fade(std::vector<QRgb>& line, int from, int to, QRgb background)
{
    for (int x = std::max(from, 0); x < std::min(to, static_cast<int>(line.size())); ++x) {
        const double part = static_cast<double>(x - from) / std::max(to - from, 1);
        line[static_cast<std::size_t>(x)] = mix(line[static_cast<std::size_t>(x)], background, part * 0.9);
    }
}

} // namespace

LabelCache::Label& LabelCache::label(std::uint32_t id, std::string_view text)
{
    const auto found = m_labels.find(id);
    if (found != m_labels.end())
        return *found;
    constexpr qsizetype most = 400; // wider than any screen
    Label made;
    made.text =
        QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min<std::size_t>(text.size(), 2000)))
            .left(most)
            .simplified();
    const QFontMetricsF metrics(m_font);
    if (m_ellipsis == 0)
        m_ellipsis = metrics.horizontalAdvance(QChar(0x2026));
    double end = 0;
    for (qsizetype at = 0; at < made.text.size(); ++at) {
        if (made.text[at].isLowSurrogate()) {
            made.ends.push_back(end);
            continue;
        }
        const qsizetype length = made.text[at].isHighSurrogate() ? 2 : 1;
        end += metrics.horizontalAdvance(made.text.mid(at, length));
        made.ends.push_back(end);
    }
    return *m_labels.insert(id, std::move(made));
}

int LabelCache::shown(const Label& label, double widthPx) const
{
    const int all = static_cast<int>(label.text.size());
    if (all == 0 || label.ends.back() <= widthPx)
        return all;
    const auto after = std::upper_bound(label.ends.begin(), label.ends.end(), widthPx - m_ellipsis);
    int count = static_cast<int>(after - label.ends.begin());
    if (count > 0 && label.text[count - 1].isHighSurrogate())
        --count;
    return count < leastShown ? 0 : count;
}

const QStaticText* LabelCache::fitting(std::uint32_t id, std::string_view text, double widthPx)
{
    if (m_cuts > mostCuts) {
        m_labels.clear();
        m_cuts = 0;
    }
    Label& of = label(id, text);
    const int count = shown(of, widthPx);
    if (count == 0)
        return nullptr;
    auto cut = of.cuts.find(count);
    if (cut == of.cuts.end()) {
        QStaticText made(count < of.text.size() ? of.text.left(count) + QChar(0x2026) : of.text);
        made.setTextFormat(Qt::PlainText);
        made.prepare({}, m_font);
        cut = of.cuts.insert(count, made);
        ++m_cuts;
    }
    return &*cut;
}

QString LabelCache::elided(std::uint32_t id, std::string_view text, double widthPx)
{
    const Label& of = label(id, text);
    const int count = shown(of, widthPx);
    return count < of.text.size() && count > 0 ? of.text.left(count) + QChar(0x2026) : of.text.left(count);
}

double LabelCache::ascent() const
{
    return QFontMetricsF(m_font).ascent();
}

double LabelCache::height() const
{
    return QFontMetricsF(m_font).height();
}

FlamePainter::FlamePainter(const FlameScene& scene, const Theme& theme)
    : m_scene(scene), m_theme(theme), m_palette(scene.palette(theme)), m_shades(shadesOf(false)),
      m_othersShades(shadesOf(true))
{
}

FlamePainter::Shades FlamePainter::shadesOf(bool stepBack) const
{
    const QRgb surface = m_theme.surface.rgb();
    Shades shades;
    for (std::size_t colour = 0; colour < shades.size(); ++colour) {
        const QRgb full = stepBack ? mix(surface, m_palette[colour], 0.25) : m_palette[colour];
        for (std::size_t at = 0; at < densities; ++at) // the thinnest is still seen
            shades[colour][at] =
                mix(surface, full, 0.3 + 0.7 * static_cast<double>(at) / static_cast<double>(densities - 1));
    }
    return shades;
}

QRgb FlamePainter::fillOf(const layout::Cell& cell) const
{
    const bool stepsBack = m_dimOthers && (cell.marks & layout::markMatch) == 0;
    const auto density = static_cast<std::size_t>(cell.density * static_cast<float>(densities - 1) + 0.5F);
    return (stepsBack ? m_othersShades : m_shades)[cell.colour][density];
}

/// From which pixel to which a cell reaches, in a line of `width`.
std::pair<int, int> FlamePainter::reach(const layout::Cell& cell, int width)
{
    const int from = static_cast<int>(std::max(cell.x, 0.0) + (cell.x > 0 ? 0.5 : 0.0));
    const double right = std::clamp(cell.x + cell.width, 0.0, static_cast<double>(width) + 64);
    return {from, std::max(static_cast<int>(right + 0.5), from + 1)};
}

void FlamePainter::fillLane(Lines& lines) const
{
    const QRgb background = m_theme.surface.rgb();
    std::fill(lines.fill.begin(), lines.fill.end(), background);
    const int width = static_cast<int>(lines.fill.size());
    std::uint8_t marks = 0; // of any cell
    for (const layout::Cell& cell : m_cells) {
        const auto [from, end] = reach(cell, width);
        const int to = std::min(end - from >= 4 ? end - 1 : end, width); // a hairline between neighbours
        marks |= cell.marks;
        if (from >= to)
            continue;
        std::fill(lines.fill.begin() + from, lines.fill.begin() + to, fillOf(cell));
        if ((cell.marks & layout::markOpen) != 0 && cell.bar != layout::noBar)
            fade(lines.fill, std::max(from, end - static_cast<int>(fadePx)), end, background);
    }
    fillEdges(lines, marks);
}

void FlamePainter::fillEdges(Lines& lines, std::uint8_t marks) const
{
    lines.upper = lines.fill;
    lines.lower = lines.fill;
    if ((marks & (layout::markError | layout::markClock)) == 0)
        return;
    const int width = static_cast<int>(lines.fill.size());
    for (const layout::Cell& cell : m_cells) {
        const auto [from, end] = reach(cell, width);
        const int to = std::min(end, width);
        if ((cell.marks & layout::markError) != 0 && from < to)
            std::fill(lines.lower.begin() + from, lines.lower.begin() + to, m_theme.error.rgb());
        if ((cell.marks & layout::markClock) == 0)
            continue;
        for (int x = from; x < to; ++x) {
            if ((x - from) % (dashPx + dashGapPx) < dashPx)
                lines.upper[static_cast<std::size_t>(x)] = m_theme.text.rgb();
        }
    }
}

void FlamePainter::paint(QImage& target, const FlameFrame& frame, LabelCache& labels)
{
    const double ratio = target.devicePixelRatio();
    m_dimOthers = frame.dimOthers;
    FlameFrame device = frame;
    device.axis.widthPx = target.width();
    device.axis.unitsPerPixel = frame.axis.visibleUnits() / std::max(target.width(), 1);
    device.top = frame.top * ratio;
    device.laneHeight = frame.laneHeight * ratio;

    target.fill(m_theme.surface.rgb());
    if (m_scene.empty())
        return;
    QPainter painter(&target);
    const auto width = static_cast<std::size_t>(target.width());
    Lines lines;
    lines.fill.resize(width);
    const auto first = static_cast<std::uint32_t>(std::max(device.top / device.laneHeight, 0.0));
    for (std::uint32_t lane = first; lane < m_scene.bars().lanes; ++lane) {
        const int y = qRound(lane * device.laneHeight - device.top);
        if (y >= target.height())
            break;
        paintLane(target, lane, device, lines);
        for (layout::Cell& cell : m_cells) { // marks and labels speak in logical pixels
            if (ratio == 1)
                break;
            cell.x /= ratio;
            cell.width /= ratio;
        }
        paintDetails(painter, y / ratio, frame, labels);
    }
}

/// Its cells into m_cells and its lines of pixels into the image.
void FlamePainter::paintLane(QImage& target, std::uint32_t lane, const FlameFrame& device, Lines& lines)
{
    const int ratio = std::max(qRound(target.devicePixelRatio()), 1);
    const int y = qRound(lane * device.laneHeight - device.top);
    const int bottom = qRound((lane + 1) * device.laneHeight - device.top) - ratio;
    m_cells.clear();
    m_scene.index().cells(lane, device.axis, m_cells);
    fillLane(lines);
    for (int row = std::max(y, 0); row < std::min(bottom, target.height()); ++row) {
        const std::vector<QRgb>& line = row >= bottom - edgePx * ratio ? lines.lower
                                        : row < y + edgePx * ratio     ? lines.upper
                                                                       : lines.fill;
        std::memcpy(target.scanLine(row), line.data(), line.size() * sizeof(QRgb));
    }
}

void FlamePainter::paint(QPainter& painter, const QRectF& area, const FlameFrame& frame, LabelCache& labels)
{
    m_dimOthers = frame.dimOthers;
    painter.save();
    painter.setClipRect(area);
    painter.fillRect(area, m_theme.surface);
    painter.translate(area.topLeft());
    for (std::uint32_t lane = 0; lane < m_scene.bars().lanes; ++lane) {
        const double y = lane * frame.laneHeight - frame.top;
        if (y >= area.height())
            break;
        m_cells.clear();
        m_scene.index().cells(lane, frame.axis, m_cells);
        for (const layout::Cell& cell : m_cells) {
            const double from = std::max(cell.x, 0.0);
            const double to = std::min(cell.x + cell.width, area.width());
            const double gap = to - from >= 4 ? 1 : 0;
            painter.fillRect(QRectF(from, y, std::max(to - from - gap, 0.5), frame.laneHeight - 1),
                             QColor(fillOf(cell)));
            if ((cell.marks & (layout::markError | layout::markClock)) != 0)
                paintEdges(painter, y, frame, cell);
        }
        paintDetails(painter, y, frame, labels);
    }
    painter.restore();
}

/// What stands on the fills: of bars that are wide enough for it, so never of a pixel's merged slivers.
void FlamePainter::paintDetails(QPainter& painter, double y, const FlameFrame& frame,
                                LabelCache& labels) const
{
    painter.setFont(labels.font());
    for (const layout::Cell& cell : m_cells) {
        if (cell.width < (cell.marks == 0 ? leastLabelPx : leastMarkPx))
            continue;
        const double from = std::max(cell.x, 0.0);
        const double to = std::min(cell.x + cell.width, frame.axis.widthPx);
        const QRectF bar(from, y, std::max(to - from, 1.0), frame.laneHeight - 1);
        if ((cell.marks & ~layout::markMatch) != 0)
            paintMarks(painter, bar, cell);
        if (frame.labels && cell.bar != layout::noBar && bar.width() >= leastLabelPx)
            paintLabel(painter, bar, cell, labels);
    }
}

/// An error keeps its colour and gets a red edge below (by fillEdges) and, where there is room, at its left;
/// an interrupted end is hatched.
void FlamePainter::paintMarks(QPainter& painter, const QRectF& bar, const layout::Cell& cell) const
{
    if ((cell.marks & layout::markInterrupted) != 0) {
        const QRectF end(std::max(bar.right() - fadePx, bar.left()), bar.top(), std::min(fadePx, bar.width()),
                         bar.height());
        painter.fillRect(end, QBrush(m_theme.surface, Qt::BDiagPattern));
        painter.fillRect(QRectF(end.right() - 2, end.top(), 1, end.height()), m_theme.secondary);
    }
    if ((cell.marks & layout::markError) != 0 && bar.width() >= 6 && cell.x >= 0)
        painter.fillRect(QRectF(bar.left(), bar.top(), 3, bar.height()), m_theme.error);
}

/// The edges above and below, where fills are vectors; in an image they are lines of the lane.
void FlamePainter::paintEdges(QPainter& painter, double y, const FlameFrame& frame,
                              const layout::Cell& cell) const
{
    const double from = std::max(cell.x, 0.0);
    const double width = std::max(std::min(cell.x + cell.width, frame.axis.widthPx) - from, 1.0);
    if ((cell.marks & layout::markError) != 0)
        painter.fillRect(QRectF(from, y + frame.laneHeight - 1 - edgePx, width, edgePx), m_theme.error);
    if ((cell.marks & layout::markClock) == 0)
        return;
    QPen dashes(m_theme.text, edgePx, Qt::CustomDashLine, Qt::FlatCap);
    dashes.setDashPattern({dashPx / double(edgePx), dashGapPx / double(edgePx)});
    painter.setPen(dashes);
    painter.drawLine(QPointF(from, y + edgePx / 2.0), QPointF(from + width, y + edgePx / 2.0));
}

void FlamePainter::paintLabel(QPainter& painter, const QRectF& bar, const layout::Cell& cell,
                              LabelCache& labels) const
{
    double left = bar.left() + labelMargin;
    if ((cell.marks & layout::markError) != 0) {
        // A cross in front of the name: never colour alone.
        const double size = 3.5;
        const QPointF centre(left + size, bar.center().y());
        painter.setPen(QPen(m_theme.error, 1.75));
        painter.drawLine(centre - QPointF(size, size), centre + QPointF(size, size));
        painter.drawLine(centre + QPointF(-size, size), centre + QPointF(size, -size));
        left += 2 * size + 4;
    }
    const double width = bar.right() - left - 3;
    painter.setPen(m_theme.onFill());
    const QPointF at(left, bar.top() + (bar.height() - labels.height()) / 2);
    const bool vectors = painter.device()->devType() != QInternal::Image;
    if (vectors) {
        const QString text = labels.elided(m_scene.labelId(cell.bar), m_scene.label(cell.bar), width);
        if (!text.isEmpty())
            painter.drawText(at + QPointF(0, labels.ascent()), text);
        return;
    }
    if (const QStaticText* text = labels.fitting(m_scene.labelId(cell.bar), m_scene.label(cell.bar), width))
        painter.drawStaticText(at, *text);
}

/// Several lanes may share a row of pixels. Each pixel shows the colour that covers most of it over all of
/// its lanes, as densely as it is covered, and an error of any of them.
void FlamePainter::paintOverview(QImage& target)
{
    target.fill(m_theme.surface.rgb());
    if (m_scene.empty() || target.height() < 1)
        return;
    const std::uint32_t lanes = m_scene.bars().lanes;
    FlameFrame frame;
    frame.axis = layout::fitted(m_scene.extent(), target.width());
    const double perLane =
        std::min(static_cast<double>(target.height()) / lanes, 6.0 * target.devicePixelRatio());
    std::vector<OverviewPixel> row(static_cast<std::size_t>(target.width()));
    for (std::uint32_t lane = 0; lane < lanes;) {
        const int top = static_cast<int>(lane * perLane);
        std::ranges::fill(row, OverviewPixel());
        std::uint32_t merged = 0;
        do {
            m_cells.clear();
            m_scene.index().cells(lane, frame.axis, m_cells);
            addToOverview(row);
            ++lane;
            ++merged;
        } while (lane < lanes && static_cast<int>(lane * perLane) == top);
        const int bottom = std::max(static_cast<int>(lane * perLane), top + 1);
        for (int y = top; y < std::min(bottom, target.height()); ++y)
            writeOverview(row, merged, reinterpret_cast<QRgb*>(target.scanLine(y)));
    }
}

void FlamePainter::addToOverview(std::vector<OverviewPixel>& row) const
{
    const int width = static_cast<int>(row.size());
    for (const layout::Cell& cell : m_cells) {
        const int from = std::clamp(static_cast<int>(std::max(cell.x, 0.0)), 0, width - 1);
        const double right = std::min(cell.x + cell.width, static_cast<double>(width));
        for (int x = from; x < std::max(static_cast<int>(right), from + 1); ++x) {
            OverviewPixel& pixel = row[static_cast<std::size_t>(x)];
            const double shared = std::min(right, x + 1.0) - std::max(cell.x, static_cast<double>(x));
            pixel.cover[cell.colour] += cell.density * static_cast<float>(std::clamp(shared, 0.02, 1.0));
            // An error's edge is seen on a sliver; a broad bar keeps its colour.
            pixel.failed |= (cell.marks & layout::markError) != 0 && cell.width <= 6;
        }
    }
}

void FlamePainter::writeOverview(const std::vector<OverviewPixel>& row, std::uint32_t lanes, QRgb* line) const
{
    for (std::size_t x = 0; x < row.size(); ++x) {
        const OverviewPixel& pixel = row[x];
        const auto most = std::ranges::max_element(pixel.cover);
        if (pixel.failed) {
            line[x] = m_theme.error.rgb();
        } else if (*most > 0) {
            float all = 0;
            for (const float part : pixel.cover)
                all += part;
            const double density = std::min(static_cast<double>(all) / lanes, 1.0);
            line[x] =
                mix(m_theme.surface.rgb(), m_palette[static_cast<std::size_t>(most - pixel.cover.begin())],
                    0.3 + 0.7 * density);
        }
    }
}

} // namespace spanglass::views
