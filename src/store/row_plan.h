// SPDX-License-Identifier: GPL-3.0-or-later
/// The span rows that one commit will write, collected first: they are written in the order of their ids, so
/// that the tables grow at their end, which the full-text index wants too.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "store/span_rows.h"
#include "store/trace_rows.h"
#include "store/trace_words.h"

namespace spanglass::store {

struct PlannedRow
{
    SpanRow row;
    TraceSummary* trace = nullptr;
    bool update = false;
    std::optional<std::string> oldWords; ///< that the index has of this span
    std::string words;                   ///< empty: none yet
};

class RowPlan
{
public:
    RowPlan(SpanRows& spans, TraceWords& words) : m_spans(spans), m_words(words) {}

    void add(PlannedRow&& made);
    /// Every row with this id that the store has, or will have after this commit.
    [[nodiscard]] std::vector<SpanRow> rowsOf(const TraceSummary& trace, SpanId id);
    /// Sets the flag on those of them that wait here.
    void addFlags(const TraceSummary& trace, SpanId id, std::uint8_t flags);
    void write(std::int64_t changed);
    void clear();

private:
    struct Key
    {
        std::int64_t traceRow;
        SpanId id;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct KeyHash
    {
        std::size_t operator()(const Key& key) const
        {
            return std::hash<SpanId>{}(key.id) ^ static_cast<std::size_t>(key.traceRow);
        }
    };
    void writeRow(const PlannedRow& made, std::int64_t changed);
    using RowsById = std::unordered_multimap<Key, std::size_t, KeyHash>;
    /// The places in m_rows of the span's rows.
    [[nodiscard]] std::pair<RowsById::const_iterator, RowsById::const_iterator>
    planned(const TraceSummary& trace, SpanId id);

    SpanRows& m_spans;
    TraceWords& m_words;
    /// Large: they are not moved while others come, and the next commit takes them and their memory over.
    std::deque<PlannedRow> m_rows;
    std::size_t m_used = 0; ///< of m_rows, by this commit
    /// Of the first m_indexed rows; few spans are asked for again before their commit, so it is made then.
    RowsById m_byId;
    std::size_t m_indexed = 0;
};

} // namespace spanglass::store
