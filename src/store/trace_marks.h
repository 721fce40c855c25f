// SPDX-License-Identifier: GPL-3.0-or-later
/// Which kinds and models the spans of a trace have: what a query for them reads instead of the spans.
///
///     TraceMarks marks(database);
///     summary.marks.add(Kind::llm, "gpt-5-mini");
///     marks.write(summary.row, summary.marks);     // what is new since the last time
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "spanglass/types.h"
#include "store/database.h"

namespace spanglass::store {

/// Of one trace, as far as they are remembered: a trace with more models than that says some of them twice.
class MarkSet
{
public:
    void add(Kind kind, std::string_view model);

private:
    friend class TraceMarks;
    struct Mark
    {
        Kind kind;
        std::string model;
    };
    std::vector<Mark> m_marks;
    std::size_t m_written = 0;
};

class TraceMarks
{
public:
    explicit TraceMarks(Database& database);
    void write(std::int64_t traceRow, MarkSet& marks);

private:
    Statement m_insert;
};

} // namespace spanglass::store
