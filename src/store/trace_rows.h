// SPDX-License-Identifier: GPL-3.0-or-later
/// The rows of `traces` as the keeper works on them: loaded when a span of theirs comes, summed in memory,
/// written once per commit.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/database.h"
#include "store/trace_marks.h"
#include "store/trace_sums.h"
#include "trace/labels.h"
#include "trace/span.h"
#include "trace/trace_row.h"

namespace spanglass::store {

/// A span's row id is its trace's row id << 26 | its number.
inline constexpr int spanNumberBits = 26;
inline constexpr std::int64_t maxSpanNumber = (std::int64_t{1} << spanNumberBits) - 1;
[[nodiscard]] constexpr std::int64_t firstSpanOf(std::int64_t traceRow)
{
    return traceRow << spanNumberBits;
}
[[nodiscard]] constexpr std::int64_t lastSpanOf(std::int64_t traceRow)
{
    return firstSpanOf(traceRow) | maxSpanNumber;
}
[[nodiscard]] constexpr std::int64_t traceOfSpan(std::int64_t spanRow)
{
    return spanRow >> spanNumberBits;
}

/// What one span adds to its trace.
struct SpanFigures
{
    SpanId id;
    SpanId parent;
    trace::State state = trace::State::ended;
    bool failed = false;
    trace::Tokens tokens;
    std::optional<Decimal> cost;
    Kind kind = Kind::span;
    std::string_view model; ///< of the row that this was made of
};

struct TraceSummary
{
    enum NameRank : std::uint8_t
    {
        unnamed,
        fromSpan,
        fromRoot,
        fromLabel,
    };

    std::int64_t row = 0;
    TraceId id;
    std::string name;
    NameRank nameRank = unnamed;
    Status rootStatus = Status::unset;
    std::int64_t startNs = 0;
    std::int64_t endNs = 0;
    std::int64_t spans = 0;
    std::int64_t running = 0;
    std::int64_t interrupted = 0;
    std::int64_t errors = 0;
    std::int64_t nextNumber = 1;
    trace::Tokens tokens;
    std::optional<Decimal> cost;
    std::uint8_t flags = 0;
    std::string service;
    trace::Labels labels;

    TraceSums sums; ///< of all its spans; `tokens` and `cost` are what they give, when it is written

    MarkSet marks;

    std::size_t counted = 0; ///< of the sums' spans, by TraceRows

    bool stored = false; ///< there is a row
    bool fresh = false;  ///< made in this batch: none of its spans are stored
    bool touched = false;

    [[nodiscard]] trace::TraceStatus status() const;
    void add(const SpanFigures& span);
    void remove(const SpanFigures& span);
    /// Brings `tokens` and `cost` up to date.
    void sum();
    void offerName(const std::string& candidate, NameRank rank);
    /// What a span knows of its trace; a root's word goes before the others'.
    void offerLabels(trace::Labels offered, bool root);
};

class TraceRows
{
public:
    explicit TraceRows(Database& database);

    /// The trace, from memory, from its row, or new. Marks it as touched.
    [[nodiscard]] TraceSummary& touch(TraceId id);
    [[nodiscard]] TraceSummary* touchRow(std::int64_t row);
    /// Writes what was touched; gives the number of new traces.
    std::int64_t write(std::int64_t changed);
    /// After a rollback: everything is read anew.
    void forget();

private:
    TraceSummary& remember(TraceSummary summary);
    void loadSums(TraceSummary& summary);
    void forgetSome();

    Database& m_database;
    Statement m_select, m_selectRow, m_figures, m_insert, m_update;
    TraceMarks m_marks;
    std::unordered_map<TraceId, std::unique_ptr<TraceSummary>> m_known;
    std::vector<TraceSummary*> m_touched;
    TraceSummary* m_last = nullptr; ///< that was touched: most spans follow one of their own trace
    std::size_t m_spans = 0;        ///< in the sums of what is remembered
    std::int64_t m_nextRow = 0;
};

} // namespace spanglass::store
