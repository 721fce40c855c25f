// SPDX-License-Identifier: GPL-3.0-or-later
/// A trace document as columns: what a view of a million spans needs at hand, and a way to the rest.
///
/// Row order is the order of the source; `parent` names a row. The columns have one entry per row and are
/// plain vectors so that layouts read them in bulk. What is big (attributes, events, input, output) is
/// fetched per span through `details()`, which decodes it from where it lies.
///
/// A table is filled by one thread and then shared as `std::shared_ptr<const SpanTable>`; a growing document
/// is a sequence of tables.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "trace/span.h"
#include "trace/string_table.h"

namespace spanglass::trace {

inline constexpr std::uint32_t noRow = 0xffffffffu;
/// In `durationNs`: the span has not ended.
inline constexpr std::int64_t unfinished = -1;

struct SpanTable
{
    StringTable strings;

    std::vector<std::int64_t> startUnixNs;
    std::vector<std::int64_t> durationNs; ///< `unfinished` while running
    std::vector<std::uint32_t> parent;    ///< a row, or noRow
    std::vector<std::uint32_t> name;      ///< in strings
    std::vector<std::uint32_t> service;   ///< in strings
    std::vector<std::uint32_t> track;     ///< thread or process lane, in strings; 0: none
    std::vector<Kind> kind;
    std::vector<Status> status;
    std::vector<State> state;
    std::vector<std::uint8_t> flags; ///< SpanFlag
    std::vector<TraceId> trace;
    std::vector<SpanId> id;

    /// Reads the rest of one span; set by whoever made the table. Threads: any, one call at a time.
    std::function<Span(std::uint32_t row)> details;

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(startUnixNs.size()); }
    /// Makes room for `rows` rows in every column.
    void reserve(std::size_t rows);
    /// Appends a row from a whole span; the parent is resolved later by `linkParents`.
    std::uint32_t append(const Span& span);
    /// Resolves parents by (trace, id), flags orphans, and cuts every cycle once, at its earliest span.
    /// `parentIds` has one entry per row; an invalid id is a root. Of several rows with one id the
    /// earliest is the parent, and all of them are flagged as duplicates. Iterative: depth is no limit.
    void linkParents(const std::vector<SpanId>& parentIds);
    /// Cuts every cycle that `parent` holds; for tables whose parents were known as rows.
    void cutCycles();
};

/// Finds rows by (trace, id) in constant time. Holds row numbers only; the table must stay and not change.
class RowIndex
{
public:
    explicit RowIndex(const SpanTable& table);
    /// The first row with this id, or noRow.
    [[nodiscard]] std::uint32_t find(TraceId trace, SpanId id) const;
    /// For every row that repeats an earlier row's (trace, id): the repeat and the earlier one.
    struct Repeat
    {
        std::uint32_t row;
        std::uint32_t first;
    };
    [[nodiscard]] const std::vector<Repeat>& repeats() const { return m_repeats; }

private:
    [[nodiscard]] std::size_t slotOf(TraceId trace, SpanId id) const;

    const SpanTable& m_table;
    std::vector<std::uint32_t> m_slots; // row + 1; 0 is free
    std::vector<Repeat> m_repeats;
};

} // namespace spanglass::trace
