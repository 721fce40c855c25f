// SPDX-License-Identifier: GPL-3.0-or-later
/// The orphan doctor: which spans name a parent that is not there, why that may be, and where they would fit.
///
///     for (const Orphan& orphan : findOrphans(table, parentIds))
///         …   // orphan.reason, orphan.candidate
///     SpanTable mended = …; reattach(mended, findOrphans(mended, parentIds));
///
/// A candidate is the innermost span of the same trace that was running during the whole of the orphan's time
/// (an unfinished one runs to the end); nothing is attached below its own descendants. Pure; any thread.
#pragma once

#include <cstdint>
#include <vector>

#include "trace/span_table.h"

namespace spanglass::trace {

enum class OrphanReason : std::uint8_t
{
    inAnotherTrace, ///< the parent's id is here, under another trace id: the context was cut in between
    severalLost, ///< other spans name the same missing parent: it ran, but was never recorded or not exported
                 ///< yet
    aloneLost,   ///< no other span knows that parent
    wasCycle,    ///< the span was its own ancestor and was cut here
};

struct Orphan
{
    std::uint32_t row = noRow;
    SpanId missingParent;
    OrphanReason reason = OrphanReason::aloneLost;
    std::uint32_t elsewhere = noRow; ///< with inAnotherTrace: the row that has the id
    std::uint32_t candidate = noRow; ///< where it would fit; noRow: nowhere
};

/// `parentIds` has one entry per row, as given to SpanTable::linkParents.
[[nodiscard]] std::vector<Orphan> findOrphans(const SpanTable& table, const std::vector<SpanId>& parentIds);

/// Hangs every orphan with a candidate below it. The flag stays: the view shows what was mended.
void reattach(SpanTable& table, const std::vector<Orphan>& orphans);

} // namespace spanglass::trace
