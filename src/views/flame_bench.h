// SPDX-License-Identifier: GPL-3.0-or-later
/// `bench flame`: how long the flame graph takes to draw a frame.
#pragma once

#include <memory>

#include "trace/span_table.h"

namespace spanglass::views {

struct FlameBench
{
    std::uint32_t spans = 0;
    double p50Ms = 0;
    double p95Ms = 0;
    double worstMs = 0;
};

/// Draws a fixed path of zooms and pans at 1600×900 with the real widget, labels included, and times every
/// frame from the change to the finished picture. Needs a QApplication; the offscreen platform will do.
[[nodiscard]] FlameBench benchFlame(std::shared_ptr<const trace::SpanTable> table);

} // namespace spanglass::views
