// SPDX-License-Identifier: GPL-3.0-or-later
/// The dashboard of a trace document, whose figures stand in its spans rather than in a store's rows.
#pragma once

#include "trace/dashboard.h"
#include "trace/span_table.h"

namespace spanglass::trace {

/// Reads the details of every span: a second for some 100,000 of them. A trace counts as failed by its
/// earliest span without a parent, as a store has it.
[[nodiscard]] Dashboard dashboardOf(const SpanTable& table, int bins = 60);

} // namespace spanglass::trace
