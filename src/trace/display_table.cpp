// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/display_table.h"

#include <algorithm>

#include "trace/clock_skew.h"

namespace spanglass::trace {
namespace {

using Table = std::shared_ptr<const SpanTable>;

/// Only what is flagged can be an orphan, so only that is read in full.
std::vector<Orphan> orphansOf(const SpanTable& table)
{
    const auto flagged = [](std::uint8_t flags) { return (flags & (flagOrphan | flagCycle)) != 0; };
    if (!table.details || std::ranges::none_of(table.flags, flagged))
        return {};
    std::vector<SpanId> parentIds(table.size());
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        if (flagged(table.flags[row]))
            parentIds[row] = table.details(row).parent;
    }
    return findOrphans(table, parentIds);
}

/// A copy whose details are still the original's: they may point into its columns.
std::shared_ptr<SpanTable> copyOf(const Table& table)
{
    auto copy = std::make_shared<SpanTable>(*table);
    if (table->details)
        copy->details = [table](std::uint32_t row) { return table->details(row); };
    return copy;
}

} // namespace

DisplayTable displayTable(Table table, const DisplayOptions& options)
{
    DisplayTable shown;
    shown.orphans = orphansOf(*table);
    const bool mends = options.reattachOrphans && std::ranges::any_of(shown.orphans, [](const Orphan& o) {
                           return o.candidate != noRow;
                       });
    if (mends) {
        auto mended = copyOf(table);
        reattach(*mended, shown.orphans);
        table = std::move(mended);
    }
    if (options.correctClocks) {
        Table aligned = withClocksAligned(table);
        if (aligned != table) {
            for (std::uint32_t row = 0; row < table->size(); ++row)
                shown.shiftNs.push_back(aligned->startUnixNs[row] - table->startUnixNs[row]);
            table = std::move(aligned);
        }
    }
    shown.table = std::move(table);
    return shown;
}

Table joined(const std::vector<Table>& tables)
{
    auto all = std::make_shared<SpanTable>();
    std::vector<std::uint32_t> firstRow;
    std::size_t rows = 0;
    for (const Table& table : tables)
        rows += table->size();
    all->reserve(rows);
    for (const Table& table : tables) {
        const std::uint32_t first = all->size();
        firstRow.push_back(first);
        std::vector<std::uint32_t> text(table->strings.size());
        for (std::uint32_t id = 0; id < text.size(); ++id)
            text[id] = all->strings.intern(table->strings.text(id));
        const auto append = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
        append(all->startUnixNs, table->startUnixNs);
        append(all->durationNs, table->durationNs);
        append(all->kind, table->kind);
        append(all->status, table->status);
        append(all->state, table->state);
        append(all->flags, table->flags);
        append(all->trace, table->trace);
        append(all->id, table->id);
        for (std::uint32_t row = 0; row < table->size(); ++row) {
            all->parent.push_back(table->parent[row] == noRow ? noRow : table->parent[row] + first);
            all->name.push_back(text[table->name[row]]);
            all->service.push_back(text[table->service[row]]);
            all->track.push_back(text[table->track[row]]);
        }
    }
    all->details = [tables, firstRow](std::uint32_t row) {
        const auto after = std::upper_bound(firstRow.begin(), firstRow.end(), row);
        auto at = static_cast<std::size_t>(after - firstRow.begin()) - 1;
        return tables[at]->details ? tables[at]->details(row - firstRow[at]) : Span();
    };
    return all;
}

} // namespace spanglass::trace
