// SPDX-License-Identifier: GPL-3.0-or-later
/// The rows of `spans` and their details, one at a time. What belongs in them is the gatherer's affair.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"
#include "store/detail_blocks.h"
#include "store/trace_rows.h"
#include "trace/span.h"

namespace spanglass::store {

/// A span as it lies in the store: its columns in `span`, the rest encoded.
struct SpanRow
{
    std::int64_t row = 0;
    std::int64_t journal = 0;
    std::int64_t context = 0;
    std::int64_t variant = 0;
    std::uint32_t thread = 0;
    trace::Span span;
    std::string details;

    [[nodiscard]] SpanFigures figures() const;
    /// It says what the other one says, whoever recorded it; entries that came late may stand behind that.
    [[nodiscard]] bool repeats(const SpanRow& other) const;
};

/// The columns that readSpanRow reads, in its order.
extern const char* const spanColumns;
/// A row selected with `spanColumns`. The trace's id is not among them.
[[nodiscard]] SpanRow readSpanRow(const Statement& row);

class SpanRows
{
public:
    explicit SpanRows(Database& database);

    void insert(const SpanRow& row, std::int64_t changed);
    void update(const SpanRow& row, std::int64_t changed);
    void touch(std::int64_t row, std::int64_t changed);
    void addFlags(std::int64_t row, std::uint8_t flags, std::int64_t changed);

    /// All variants of a span, in the order of their rows.
    [[nodiscard]] std::vector<SpanRow> find(std::int64_t traceRow, SpanId id);
    /// The row that came from this journal; `row` 0: none. The trace may be unknown.
    [[nodiscard]] SpanRow findOfJournal(SpanId id, std::int64_t journal);
    [[nodiscard]] std::vector<SpanRow> runningOf(std::int64_t journal);

private:
    DetailBlocks m_details;
    Statement m_insert, m_update, m_touch, m_addFlags, m_find, m_findOfJournal, m_running;
};

} // namespace spanglass::store
