// SPDX-License-Identifier: GPL-3.0-or-later
/// Whether anything moves by itself. Some people are made ill by it, some machines are too slow for it.
///
///     if (moves(this)) m_animation.start(); else jump();
///
/// GUI thread.
#pragma once

class QWidget;

namespace spanglass::views {

/// From now on, for the whole application; what moves already comes to its end.
void setReducedMotion(bool reduced);
[[nodiscard]] bool reducedMotion();
/// Whether changes of `widget` ease: the style is asked, and nothing that is hidden moves.
[[nodiscard]] bool moves(const QWidget* widget);

} // namespace spanglass::views
