// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/orphans.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace spanglass::trace {
namespace {

std::int64_t endOf(const SpanTable& table, std::uint32_t row)
{
    const std::int64_t duration = table.durationNs[row];
    return duration == unfinished ? std::numeric_limits<std::int64_t>::max()
                                  : table.startUnixNs[row] + duration;
}

/// Finds, per trace, the innermost span around a stretch of time: a sweep over starts with the spans that may
/// still be running kept in order of their start.
class Enclosing
{
public:
    explicit Enclosing(const SpanTable& table) : m_table(table)
    {
        for (std::uint32_t row = 0; row < table.size(); ++row)
            m_rows[table.trace[row]].push_back(row);
        for (auto& [trace, rows] : m_rows)
            std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
                return table.startUnixNs[a] != table.startUnixNs[b]
                           ? table.startUnixNs[a] < table.startUnixNs[b]
                           : endOf(table, a) > endOf(table, b);
            });
    }

    [[nodiscard]] std::uint32_t around(std::uint32_t orphan) const
    {
        const auto& rows = m_rows.at(m_table.trace[orphan]);
        const std::int64_t start = m_table.startUnixNs[orphan];
        const std::int64_t end = endOf(m_table, orphan);
        const auto firstLater =
            std::upper_bound(rows.begin(), rows.end(), start, [&](std::int64_t time, std::uint32_t row) {
                return time < m_table.startUnixNs[row];
            });
        // The latest start that still encloses is the innermost. Looking back is bounded: a trace of a
        // million siblings must not make the doctor quadratic.
        constexpr int farthest = 10'000;
        int looked = 0;
        for (auto row = firstLater; row != rows.begin() && looked < farthest; ++looked) {
            --row;
            if (*row != orphan && endOf(m_table, *row) >= end && !isBelow(*row, orphan))
                return *row;
        }
        return noRow;
    }

private:
    [[nodiscard]] bool isBelow(std::uint32_t row, std::uint32_t ancestor) const
    {
        for (; row != noRow; row = m_table.parent[row])
            if (row == ancestor)
                return true;
        return false;
    }

    const SpanTable& m_table;
    std::unordered_map<TraceId, std::vector<std::uint32_t>> m_rows; ///< by start, the longer one first
};

} // namespace

std::vector<Orphan> findOrphans(const SpanTable& table, const std::vector<SpanId>& parentIds)
{
    std::unordered_map<SpanId, std::uint32_t> rowOf;
    std::unordered_map<SpanId, int> timesNamed;
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        rowOf.try_emplace(table.id[row], row);
        if (parentIds[row].valid())
            ++timesNamed[parentIds[row]];
    }
    const Enclosing enclosing(table);
    std::vector<Orphan> orphans;
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        if ((table.flags[row] & (flagOrphan | flagCycle)) == 0)
            continue;
        Orphan orphan;
        orphan.row = row;
        orphan.missingParent = parentIds[row];
        if (table.flags[row] & flagCycle)
            orphan.reason = OrphanReason::wasCycle;
        else if (const auto found = rowOf.find(parentIds[row]); found != rowOf.end()) {
            orphan.reason = OrphanReason::inAnotherTrace;
            orphan.elsewhere = found->second;
        } else
            orphan.reason =
                timesNamed[parentIds[row]] > 1 ? OrphanReason::severalLost : OrphanReason::aloneLost;
        orphan.candidate = enclosing.around(row);
        orphans.push_back(orphan);
    }
    return orphans;
}

void reattach(SpanTable& table, const std::vector<Orphan>& orphans)
{
    for (const Orphan& orphan : orphans)
        if (orphan.candidate != noRow)
            table.parent[orphan.row] = orphan.candidate;
    // Two orphans may enclose each other's subtrees; what that closes is cut again.
    table.cutCycles();
}

} // namespace spanglass::trace
