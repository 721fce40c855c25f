// SPDX-License-Identifier: GPL-3.0-or-later
/// Which lines of a text went, came and stayed, as few changes as possible (Myers, "An O(ND) difference
/// algorithm", 1986, with the greedy forward search).
///
///     for (const DiffLine& line : diffLines(before, after))
///         …   // "- old", "+ new", "  kept"
///
/// Pure. The search is bounded: texts that differ in more than `maxChanges` lines come out as all of the one
/// gone and all of the other new, between the lines they share at the beginning and the end.
#pragma once

#include <string_view>
#include <vector>

namespace spanglass::trace {

enum class DiffKind : unsigned char
{
    kept,
    removed,
    added
};

struct DiffLine
{
    DiffKind kind = DiffKind::kept;
    std::string_view text; ///< without its line end; points into the texts given
    friend bool operator==(const DiffLine&, const DiffLine&) = default;
};

[[nodiscard]] std::vector<DiffLine> diffLines(std::string_view before, std::string_view after,
                                              int maxChanges = 2'000);

} // namespace spanglass::trace
