// SPDX-License-Identifier: GPL-3.0-or-later
/// What the window costs while it is used, over one file: scrolling its timeline, choosing spans, opening
/// traces of a store that holds it among a million spans, listing and searching that store, and starting on
/// it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace spanglass::app {

/// Names and milliseconds, in the order in which they are printed. Needs a QApplication; GUI thread. The file
/// is taken into a store of its own, which goes afterwards.
[[nodiscard]] Result<std::vector<std::pair<std::string, double>>> benchUi(const std::string& file);

} // namespace spanglass::app
