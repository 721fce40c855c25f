// SPDX-License-Identifier: GPL-3.0-or-later
/// Paints the lanes of a flame graph: into an image by whole scan lines (a frame of a million spans takes one
/// or two milliseconds), or through a QPainter for vector formats. Geometry comes from layout/.
#pragma once

#include <QFont>
#include <QHash>
#include <QImage>
#include <QRectF>
#include <QStaticText>
#include <utility>
#include <vector>

#include "views/flame_scene.h"

class QPainter;

namespace spanglass::views {

/// What of a scene is shown where. Pixels are device-independent.
struct FlameFrame
{
    layout::Axis axis; ///< as wide as the target
    double top = 0;    ///< scrolled: pixels of lanes above the target
    double laneHeight = measure::graphRowHeight;
    bool labels = true;
    bool dimOthers = false; ///< a search is on: what it did not find steps back
};

/// Labels laid out once per text and length, until the font changes.
class LabelCache
{
public:
    explicit LabelCache(const QFont& font) : m_font(font) {}
    /// The text cut to `widthPx` with an ellipsis; null where fewer than three characters would be left.
    [[nodiscard]] const QStaticText* fitting(std::uint32_t id, std::string_view text, double widthPx);
    [[nodiscard]] QString elided(std::uint32_t id, std::string_view text, double widthPx);
    [[nodiscard]] const QFont& font() const { return m_font; }
    [[nodiscard]] double ascent() const;
    [[nodiscard]] double height() const;

private:
    struct Label
    {
        QString text;
        std::vector<double> ends; ///< the right edge of each character
        QHash<int, QStaticText> cuts;
    };
    Label& label(std::uint32_t id, std::string_view text);
    /// How many characters are shown; 0 for none, `text.size()` for all without an ellipsis.
    [[nodiscard]] int shown(const Label& label, double widthPx) const;

    QFont m_font;
    double m_ellipsis = 0;
    QHash<std::uint32_t, Label> m_labels;
    int m_cuts = 0;
};

class FlamePainter
{
public:
    FlamePainter(const FlameScene& scene, const Theme& theme);

    /// Fills all of `target` (Format_RGB32, its device pixel ratio set).
    void paint(QImage& target, const FlameFrame& frame, LabelCache& labels);
    /// The same as vectors, into `area`.
    void paint(QPainter& painter, const QRectF& area, const FlameFrame& frame, LabelCache& labels);
    /// A whole scene in few pixels: lanes are squeezed into the height, several to a row if they must.
    void paintOverview(QImage& target);

private:
    struct OverviewPixel
    {
        std::array<float, layout::colourClasses> cover{};
        bool failed = false;
    };
    void addToOverview(std::vector<OverviewPixel>& row) const;
    void writeOverview(const std::vector<OverviewPixel>& row, std::uint32_t lanes, QRgb* line) const;
    /// One line of pixels of a lane; that of its upper edge, dashed where a clock was corrected; and that of
    /// its lower edge, red where something failed.
    struct Lines
    {
        std::vector<QRgb> fill;
        std::vector<QRgb> upper;
        std::vector<QRgb> lower;
    };
    /// Fills by how densely a pixel is covered: [0] of the thinnest, the last of a bar.
    static constexpr std::size_t densities = 65;
    using Shades = std::array<std::array<QRgb, densities>, layout::colourClasses>;
    [[nodiscard]] Shades shadesOf(bool stepBack) const;
    [[nodiscard]] static std::pair<int, int> reach(const layout::Cell& cell, int width);
    void fillLane(Lines& lines) const;
    void fillEdges(Lines& lines, std::uint8_t marks) const;
    [[nodiscard]] QRgb fillOf(const layout::Cell& cell) const;
    void paintLane(QImage& target, std::uint32_t lane, const FlameFrame& device, Lines& lines);
    void paintDetails(QPainter& painter, double y, const FlameFrame& frame, LabelCache& labels) const;
    void paintEdges(QPainter& painter, double y, const FlameFrame& frame, const layout::Cell& cell) const;
    void paintMarks(QPainter& painter, const QRectF& bar, const layout::Cell& cell) const;
    void paintLabel(QPainter& painter, const QRectF& bar, const layout::Cell& cell, LabelCache& labels) const;

    const FlameScene& m_scene;
    const Theme& m_theme;
    std::array<QRgb, layout::colourClasses> m_palette;
    Shades m_shades;
    Shades m_othersShades; // of what a search did not find
    bool m_dimOthers = false;
    std::vector<layout::Cell> m_cells; // of the lane at hand
};

} // namespace spanglass::views
