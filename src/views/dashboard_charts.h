// SPDX-License-Identifier: GPL-3.0-or-later
/// The charts of a dashboard, drawn by QCustomPlot in the colours, axes and words of the theme in use. Each
/// draws onto a plot that dressChart() has cleared.
#pragma once

#include <cstdint>

#include "trace/dashboard.h"

class QCustomPlot;

namespace spanglass::views {

/// Empty, with the theme's ground, lines and fonts.
void dressChart(QCustomPlot* plot);

/// As many names a line as stand beside each other at the plot's width.
void fitLegend(QCustomPlot* plot);

void drawLatency(QCustomPlot* plot, const trace::Dashboard& dashboard);
void drawThroughput(QCustomPlot* plot, const trace::Dashboard& dashboard);
/// The share of failed traces, in percent.
void drawErrors(QCustomPlot* plot, const trace::Dashboard& dashboard);
/// How many traces took how long, on a logarithmic axis.
void drawDurations(QCustomPlot* plot, const trace::Dashboard& dashboard);
/// Tokens, or with `money` the cost, by model and time; the six that use most.
void drawModels(QCustomPlot* plot, const trace::Dashboard& dashboard, bool money);

/// The unit of the charts' axes.
[[nodiscard]] double secondsOf(std::int64_t ns);

} // namespace spanglass::views
