// SPDX-License-Identifier: GPL-3.0-or-later
/// Deletes traces with everything that is theirs: rows, words in the full-text index, large values that
/// nobody else uses, scores, what a destination refused. In short transactions, so that the keeper and others
/// go on beside it.
///
///     Deleter deleter(database);
///     deleter.add(traceRows);
///     while (deleter.more()) { auto done = deleter.step(); … }
///
/// A trace is out of every list with its first transaction; the spans of a large one follow, also after a
/// kill: `resume()` goes on with what was begun. Bytes in free pages, in the index's older segments and in
/// the WAL are the Scrubber's work.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include "base/result.h"
#include "store/database.h"

namespace spanglass::store {

struct Deleted
{
    std::int64_t traces = 0;
    std::int64_t spans = 0;
    std::int64_t payloads = 0; ///< large values that nothing else uses
    std::int64_t bytes = 0;    ///< of details before they were packed, and payloads as they were stored
};

class Deleter
{
public:
    explicit Deleter(Database& database);
    ~Deleter();

    /// Rows of `traces`; those that run or are gone are passed over.
    void add(const std::vector<std::int64_t>& traceRows);
    /// What an earlier process began.
    void resume();
    [[nodiscard]] bool more() const { return !m_waiting.empty(); }
    /// One transaction. After an error nothing of it happened, and the next call tries again with less: a
    /// full disk may have room for a small one.
    [[nodiscard]] Result<void> step();
    [[nodiscard]] const Deleted& done() const { return m_done; }

private:
    struct Statements;
    struct Work
    {
        std::int64_t trace = 0;
        bool begun = false; ///< its row is gone already
    };

    [[nodiscard]] Result<void> transact(Deleted& now, std::size_t& finished);
    [[nodiscard]] bool beginTrace(const Work& work, Deleted& now);
    [[nodiscard]] std::int64_t deleteSpans(std::int64_t trace, std::int64_t most, Deleted& now);

    Database& m_database;
    std::unique_ptr<Statements> m_statements;
    std::deque<Work> m_waiting;
    std::int64_t m_spansAtOnce;
    Deleted m_done;
};

} // namespace spanglass::store
