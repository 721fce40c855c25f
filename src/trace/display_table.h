// SPDX-License-Identifier: GPL-3.0-or-later
/// Tables made for showing: clocks set right, orphans hung where they fit, several tables as one. What is
/// stored stays as it is, and a span's details go on telling the stored times.
///
///     const DisplayTable shown = displayTable(table, {.correctClocks = true, .reattachOrphans = false});
///     model.setTable(shown.table);
///     shown.shiftNs[row]     // by how much a bar was moved; empty when none was
///
/// A table that needs no change is handed through. Pure; any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "trace/orphans.h"
#include "trace/span_table.h"

namespace spanglass::trace {

struct DisplayOptions
{
    bool correctClocks = true;
    bool reattachOrphans = false;
};

struct DisplayTable
{
    std::shared_ptr<const SpanTable> table;
    std::vector<std::int64_t> shiftNs; ///< one entry per row, or none at all
    std::vector<Orphan> orphans;       ///< of the table given, whether they were re-attached or not
};

[[nodiscard]] DisplayTable displayTable(std::shared_ptr<const SpanTable> table,
                                        const DisplayOptions& options);

/// The rows of one table after those of the other; each keeps its parents and its details.
[[nodiscard]] std::shared_ptr<const SpanTable>
joined(const std::vector<std::shared_ptr<const SpanTable>>& tables);

} // namespace spanglass::trace
