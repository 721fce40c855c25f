// SPDX-License-Identifier: GPL-3.0-or-later
/// What a frame of the window takes while other threads work on its store: the list scrolls, the flame graph
/// zooms, deliveries report, and all of it is painted.
#pragma once

#include <filesystem>
#include <functional>

#include "base/result.h"

namespace spanglass::app {

/// The 95th percentile, in milliseconds, of the times from when a frame was due (every 16 ms, or when the one
/// before was done) until it was painted, for as long as `working` says so. Needs a QApplication; GUI thread.
/// Fails where too few frames came for a percentile.
[[nodiscard]] Result<double> frameP95Ms(const std::filesystem::path& store,
                                        const std::function<bool()>& working);

} // namespace spanglass::app
