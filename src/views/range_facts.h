// SPDX-License-Identifier: GPL-3.0-or-later
/// What happened within a stretch of time, in words: the card beside a measured range.
#pragma once

#include <QStringList>

#include "layout/axis.h"
#include "trace/detail_columns.h"
#include "trace/span_table.h"

namespace spanglass::views {

/// Spans that were running in the range, how many of them began and failed in it, tokens and cost of those
/// that began in it, and the names that took the most of it themselves. `selfNs` has one entry per row;
/// without `columns` tokens and cost are left out. O(n).
[[nodiscard]] QStringList rangeFacts(const trace::SpanTable& table, const std::vector<std::int64_t>& selfNs,
                                     const trace::DetailColumns* columns, layout::Extent range);

} // namespace spanglass::views
