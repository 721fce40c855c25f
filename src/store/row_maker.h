// SPDX-License-Identifier: GPL-3.0-or-later
/// Makes a span's row of what a journal said about it, and tells its trace what the span knows.
#pragma once

#include <string>

#include "store/contexts.h"
#include "store/database.h"
#include "store/payloads.h"
#include "store/pending_span.h"
#include "store/span_rows.h"
#include "store/trace_rows.h"

namespace spanglass::store {

class RowMaker
{
public:
    RowMaker(Database& database, Payloads& payloads, Contexts& contexts)
        : m_database(database), m_payloads(payloads), m_contexts(contexts)
    {
    }

    /// The columns that the journal knows, without the name.
    [[nodiscard]] static SpanRow rowOf(const JournalState& journal, const PendingSpan& pending,
                                       trace::State state);
    /// The entries as they are stored when the span is whole. Takes them.
    [[nodiscard]] static std::string detailsOf(PendingSpan& pending);
    /// Reads what the details mean into the row's columns and the trace; gives the words for the index.
    [[nodiscard]] std::string interpret(SpanRow& row, TraceSummary& trace, bool root);
    /// The words that the index has of this row as it stands in the store.
    [[nodiscard]] std::string wordsInIndex(const SpanRow& row);
    /// Times, name, service and the root's status.
    void noteTrace(TraceSummary& trace, const SpanRow& row, const PendingSpan& pending);
    /// The same details with large values replaced by references.
    [[nodiscard]] std::string withPayloads(std::string details);
    /// Such details are not kept, or no longer: their references are no uses any more.
    void release(std::string_view details);

private:
    Database& m_database;
    Payloads& m_payloads;
    Contexts& m_contexts;
    trace::Attributes m_attributes; ///< of the span at hand: keeps its room
};

} // namespace spanglass::store
