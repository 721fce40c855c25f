// SPDX-License-Identifier: GPL-3.0-or-later
/// The painted views as trees for those who hear them: every span of a flame graph or a timeline, every box
/// of an agent graph is an item with its name, its figures, its place and whether it is chosen, and can be
/// chosen.
///
///     makeGraphsReadable();        // once, before the first view is asked
#pragma once

namespace spanglass::views {

/// Installs the factory of QAccessible; again does nothing.
void makeGraphsReadable();

} // namespace spanglass::views
