// SPDX-License-Identifier: GPL-3.0-or-later
/// Sessions: traces that name the same one, as pages of lines and as the traces of one conversation.
///
///     auto page = store.sessions({.limit = 50});
///     auto turns = store.sessionTraces(page->rows.front().session);
///
/// A page costs as much as the traces it passes, not as all there are: an index has the traces with a session
/// by time, and a session stands where its last trace stands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/database.h"
#include "trace/trace_row.h"

namespace spanglass::store {

/// A session as a line of a list.
struct SessionRow
{
    std::string session;
    std::string title;              ///< the first question, or the first trace's name; at most 200 bytes
    std::string lastMessage;        ///< the last trace's answer, or its question; at most 200 bytes
    std::vector<std::string> users; ///< sorted, each once
    std::int64_t traces = 0;
    std::int64_t running = 0; ///< of these
    std::int64_t spans = 0;
    std::int64_t errors = 0;      ///< failed spans
    std::int64_t startUnixNs = 0; ///< of its first trace
    std::int64_t endUnixNs = 0;   ///< of its last span, as far as it is known
    trace::Tokens tokens;
    std::optional<Decimal> cost;
};

struct SessionQuery
{
    int limit = 100;        ///< 1…10,000
    std::string after = {}; ///< SessionPage::next of the page before
};

struct SessionPage
{
    std::vector<SessionRow> rows; ///< by their last trace's start, newest first
    std::string next;             ///< empty: there is no further page
};

[[nodiscard]] Result<SessionPage> readSessions(Database& database, const SessionQuery& query);

/// The traces of a session from its first to its last; of a longer one the last `limit`.
[[nodiscard]] Result<std::vector<trace::TraceRow>> readSessionTraces(Database& database,
                                                                     const std::string& session, int limit);

} // namespace spanglass::store
