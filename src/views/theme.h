// SPDX-License-Identifier: GPL-3.0-or-later
/// The look of Spanglass: its colours in light and dark, its fonts and measures, and the style sheet.
///
///     applyTheme(ThemeChoice::system);                  // once at start, and when the user chooses another
///     painter.fillRect(bar, theme().kindFill(Kind::llm));
///
/// GUI thread. Widgets read `theme()` whenever they paint; a change reaches them as QEvent::PaletteChange, so
/// what is cached in colours is dropped there.
#pragma once

#include <QColor>
#include <QFont>
#include <array>
#include <string_view>

#include <spanglass/types.h>

class QApplication;
class QPalette;

namespace spanglass::views {

enum class ThemeChoice
{
    system, ///< as the desktop's palette was when the program started
    light,
    dark
};

struct Theme
{
    bool dark = false;
    QColor window, surface, raised; ///< behind everything; behind content; menus and tooltips
    QColor line, lineStrong;        ///< hairlines; borders of what can be typed into
    QColor text, secondary, disabled;
    QColor accent, onAccent;
    QColor selection, hover;
    QColor error, warning, ok;
    std::array<QColor, kindNames.size()> kinds;
    std::array<QColor, 12> hues;

    [[nodiscard]] QColor kindFill(Kind kind) const { return kinds[static_cast<std::size_t>(kind)]; }
    /// One of twelve hues of one lightness, the same for a name in every run and on every machine.
    [[nodiscard]] QColor nameFill(std::string_view name) const;
    /// What is written on a bar of any of these fills.
    [[nodiscard]] QColor onFill() const { return text; }
};

/// Pixels before scaling, on a grid of 4.
namespace measure {
inline constexpr int grid = 4;
inline constexpr int rowHeight = 26;
inline constexpr int graphRowHeight = 20;
inline constexpr int radius = 4;
} // namespace measure

[[nodiscard]] const Theme& lightTheme();
[[nodiscard]] const Theme& darkTheme();
/// The one in use.
[[nodiscard]] const Theme& theme();

/// Sets palette, style, fonts and style sheet of the application.
void applyTheme(ThemeChoice choice);
[[nodiscard]] ThemeChoice themeChoice();

enum class FontRole
{
    body,      ///< 13 px
    strong,    ///< 13 px, semi-bold
    secondary, ///< 12 px
    caption,   ///< 11 px
    title,     ///< 16 px, semi-bold
    display,   ///< 22 px, semi-bold
    mono       ///< 12 px
};
/// Every role has digits of one width.
[[nodiscard]] QFont font(FontRole role);

} // namespace spanglass::views
