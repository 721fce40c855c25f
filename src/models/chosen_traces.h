// SPDX-License-Identifier: GPL-3.0-or-later
/// Which traces a query's merged flame graph is made of: by its pages, as far as the spans go.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "trace/trace_row.h"

namespace spanglass::models {

struct ChosenTraces
{
    std::vector<TraceId> traces;
    bool complete = true; ///< the query finds no more than these
};

/// `readPage` answers a TraceQuery with a Result<TracePage>. The last trace taken may go beyond `mostSpans`.
template<class ReadPage>
Result<ChosenTraces> chooseTraces(trace::TraceQuery query, std::int64_t mostSpans, ReadPage readPage)
{
    query.limit = 10'000;
    std::int64_t spans = 0;
    ChosenTraces chosen;
    do {
        const Result<trace::TracePage> page = readPage(query);
        if (!page)
            return tl::unexpected(page.error());
        for (const trace::TraceRow& row : page->rows) {
            chosen.complete = spans < mostSpans;
            if (!chosen.complete)
                break;
            chosen.traces.push_back(row.id);
            spans += row.spans;
        }
        query.after = page->next;
    } while (chosen.complete && !query.after.empty());
    return chosen;
}

} // namespace spanglass::models
