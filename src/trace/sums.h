// SPDX-License-Identifier: GPL-3.0-or-later
/// Sums over a trace that count nothing twice: frameworks repeat on a parent what its children reported, so a
/// span counts only if no span below it reports the same kind of figure.
///
///     for (const Span& span : spans) sums.add(span);
///     sums.result().tokens.input
#pragma once

#include <unordered_map>
#include <vector>

#include "trace/span.h"

namespace spanglass::trace {

struct Totals
{
    std::int64_t spans = 0;
    std::int64_t errors = 0;
    Tokens tokens;
    std::optional<Decimal> cost;
};

/// Spans may come in any order, parents after children. Iterative; a cycle of parents is cut.
class Sums
{
public:
    void add(const Span& span);
    [[nodiscard]] Totals result() const;

private:
    struct Entry
    {
        SpanId id;
        SpanId parent;
        Tokens tokens;
        std::optional<Decimal> cost;
    };
    std::vector<Entry> m_entries; ///< of all spans: a plain one may stand between two that report
    std::int64_t m_errors = 0;
};

} // namespace spanglass::trace
