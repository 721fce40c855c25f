// SPDX-License-Identifier: GPL-3.0-or-later
/// Makes anew what follows from the rows that were saved: trace rows that are missing, sums, the full-text
/// index, the uses of large values, the counts.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/contexts.h"
#include "store/database.h"
#include "store/payloads.h"
#include "store/row_maker.h"
#include "store/salvage.h"
#include "store/span_rows.h"
#include "store/trace_words.h"

namespace spanglass::store {

class Rebuilder
{
public:
    /// `traceIds`: of trace rows, from the index, for those whose row was lost. `livingNonces`: recorders
    /// whose journal goes on; spans of all others that run are interrupted.
    Rebuilder(Database& database, std::map<std::int64_t, TraceId> traceIds,
              std::set<std::string> livingNonces, SalvageReport& report);

    [[nodiscard]] Result<void> run();

private:
    void unpackDetails();
    void checkPayloads();
    void noteJournals();
    void visitSpans();
    void beginTrace(std::int64_t traceRow);
    void addSpan(SpanRow row, std::int64_t changed);
    void finishTrace();
    void interrupt(SpanRow& row);
    void writeUses();
    void writeTotals();

    Database& m_database;
    std::map<std::int64_t, TraceId> m_traceIds;
    std::set<std::string> m_livingNonces;
    SalvageReport& m_report;
    Payloads m_payloads;
    Contexts m_contexts;
    RowMaker m_maker;
    SpanRows m_spans;
    TraceWords m_words;
    std::unordered_map<std::int64_t, std::int64_t> m_lastNs; ///< of recorders, by row
    std::set<std::int64_t> m_living;                         ///< of these, those whose journal goes on
    std::unordered_map<std::int64_t, std::int64_t> m_uses;
    std::unique_ptr<TraceSummary> m_trace;
    std::int64_t m_changed = 0; ///< of the trace at hand
    std::vector<std::pair<SpanRow, std::int64_t>> m_mended;
};

} // namespace spanglass::store
