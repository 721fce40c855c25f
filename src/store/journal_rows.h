// SPDX-License-Identifier: GPL-3.0-or-later
/// The rows of `journals` and `span_parts`: what the keeper knows of a recorder between commits.
#pragma once

#include <string>
#include <string_view>

#include "store/database.h"
#include "store/pending_span.h"
#include "store/span_rows.h"

namespace spanglass::store {

class JournalRows
{
public:
    explicit JournalRows(Database& database);

    /// With its unfinished spans; id 0: there is no row yet.
    [[nodiscard]] JournalState load(const std::string& nonce, SpanRows& spans);
    void create(JournalState& journal, const std::string& nonce);
    /// Of a batch whose commit came, also its result.
    void write(const JournalState& journal);
    void savePart(std::int64_t journal, SpanId span, std::int64_t number, const std::string& traceBytes,
                  std::string_view details);
    void dropPart(std::int64_t journal, SpanId span, std::int64_t number);

private:
    void loadRunning(JournalState& journal, SpanRows& spans);
    void loadParts(JournalState& journal);

    Database& m_database;
    Statement m_select, m_insert, m_update, m_trace, m_parts, m_savePart, m_writeBatch, m_dropPart;
};

} // namespace spanglass::store
