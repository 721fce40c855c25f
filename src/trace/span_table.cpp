// SPDX-License-Identifier: GPL-3.0-or-later
/// Filling the columns, finding rows by id, and making any parent graph a forest.
#include "trace/span_table.h"

#include <algorithm>
#include <bit>
#include <unordered_map>

namespace spanglass::trace {
namespace {

/// Both ids matter, and foreign ids may be small numbers: mix all 192 bits.
std::size_t mixed(TraceId trace, SpanId id)
{
    std::uint64_t h = id.value * 0x9E3779B97F4A7C15u;
    h ^= (trace.low + 0x7F4A7C15u) * 0xC2B2AE3D27D4EB4Fu;
    h ^= trace.high * 0x165667B19E3779F9u;
    h ^= h >> 29;
    h *= 0xBF58476D1CE4E5B9u;
    return static_cast<std::size_t>(h ^ h >> 32);
}

bool earlier(const SpanTable& table, std::uint32_t a, std::uint32_t b)
{
    if (table.startUnixNs[a] != table.startUnixNs[b])
        return table.startUnixNs[a] < table.startUnixNs[b];
    return a < b;
}

/// Spans mostly follow their parent or a sibling: the parent is looked for among the row before and its
/// ancestors, which are at hand, where an index is a walk through memory. Only where ids are unique.
std::uint32_t nearby(const SpanTable& table, std::uint32_t row, SpanId wanted)
{
    constexpr int farthest = 8;
    std::uint32_t at = row == 0 ? noRow : row - 1;
    for (int step = 0; step < farthest && at != noRow; ++step, at = table.parent[at]) {
        if (table.id[at] == wanted && table.trace[at] == table.trace[row])
            return at;
    }
    return noRow;
}

/// Frees the earliest row of the cycle that `member` lies on from its parent.
void cutCycleOf(SpanTable& table, std::uint32_t member)
{
    std::uint32_t first = member;
    for (std::uint32_t row = table.parent[member]; row != member; row = table.parent[row]) {
        if (earlier(table, row, first))
            first = row;
    }
    table.parent[first] = noRow;
    table.flags[first] |= flagCycle;
}

} // namespace

void SpanTable::reserve(std::size_t rows)
{
    startUnixNs.reserve(rows);
    durationNs.reserve(rows);
    parent.reserve(rows);
    name.reserve(rows);
    service.reserve(rows);
    track.reserve(rows);
    kind.reserve(rows);
    status.reserve(rows);
    state.reserve(rows);
    flags.reserve(rows);
    trace.reserve(rows);
    id.reserve(rows);
}

std::uint32_t SpanTable::append(const Span& span)
{
    const std::uint32_t row = size();
    startUnixNs.push_back(span.startUnixNs);
    durationNs.push_back(span.durationNs.value_or(unfinished));
    parent.push_back(noRow);
    name.push_back(strings.intern(span.name));
    service.push_back(strings.intern(span.service));
    track.push_back(0);
    kind.push_back(span.kind);
    status.push_back(span.status);
    state.push_back(span.state);
    flags.push_back(span.flags);
    trace.push_back(span.trace);
    id.push_back(span.id);
    return row;
}

void SpanTable::linkParents(const std::vector<SpanId>& parentIds)
{
    const RowIndex index(*this);
    std::unordered_map<std::uint32_t, std::uint32_t> earliest; // of rows with one id, by the first of them
    for (const RowIndex::Repeat& repeat : index.repeats()) {
        flags[repeat.row] |= flagDuplicate;
        flags[repeat.first] |= flagDuplicate;
        std::uint32_t& best = earliest.try_emplace(repeat.first, repeat.first).first->second;
        if (earlier(*this, repeat.row, best))
            best = repeat.row;
    }
    const bool unique = index.repeats().empty();
    for (std::uint32_t row = 0; row < size(); ++row) {
        flags[row] &= static_cast<std::uint8_t>(~(flagOrphan | flagCycle));
        parent[row] = noRow;
        if (!parentIds[row].valid())
            continue;
        if (unique)
            parent[row] = nearby(*this, row, parentIds[row]);
        if (parent[row] == noRow)
            parent[row] = index.find(trace[row], parentIds[row]);
        if (parent[row] == noRow)
            flags[row] |= flagOrphan;
        else if (const auto best = earliest.find(parent[row]); !earliest.empty() && best != earliest.end())
            parent[row] = best->second;
    }
    cutCycles();
}

void SpanTable::cutCycles()
{
    // Walk up from every row, marking the walk with its number; a walk that meets its own mark found a cycle.
    std::vector<std::uint32_t> walk(size(), noRow);
    for (std::uint32_t start = 0; start < size(); ++start) {
        std::uint32_t row = start;
        while (row != noRow && walk[row] == noRow) {
            walk[row] = start;
            row = parent[row];
        }
        if (row != noRow && walk[row] == start)
            cutCycleOf(*this, row);
    }
}

RowIndex::RowIndex(const SpanTable& table)
    : m_table(table), m_slots(std::bit_ceil(std::max<std::size_t>(table.size(), 4) * 2))
{
    constexpr std::uint32_t ahead = 12; // far enough for a slot to arrive from memory meanwhile
    const std::size_t mask = m_slots.size() - 1;
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        if (row + ahead < table.size())
            __builtin_prefetch(&m_slots[mixed(table.trace[row + ahead], table.id[row + ahead]) & mask], 1);
        if (!table.id[row].valid())
            continue;
        const std::size_t slot = slotOf(table.trace[row], table.id[row]);
        if (m_slots[slot] == 0)
            m_slots[slot] = row + 1;
        else
            m_repeats.push_back({row, m_slots[slot] - 1});
    }
}

std::uint32_t RowIndex::find(TraceId trace, SpanId id) const
{
    if (!id.valid())
        return noRow;
    const std::uint32_t taken = m_slots[slotOf(trace, id)];
    return taken == 0 ? noRow : taken - 1;
}

std::size_t RowIndex::slotOf(TraceId trace, SpanId id) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = mixed(trace, id) & mask;
    while (m_slots[slot] != 0) {
        const std::uint32_t row = m_slots[slot] - 1;
        if (m_table.id[row] == id && m_table.trace[row] == trace)
            break;
        slot = (slot + 1) & mask;
    }
    return slot;
}

} // namespace spanglass::trace
