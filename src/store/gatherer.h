// SPDX-License-Identifier: GPL-3.0-or-later
/// Makes rows of records. Takes them journal by journal, in any order within a journal, and writes what
/// became of them together with the cursors in one transaction, so that every record counts exactly once.
///
///     Gatherer gatherer(database);
///     auto cursor = gatherer.begin(nonce);                      // where the last commit stood
///     for (record : …) gatherer.add(record);
///     gatherer.end(cursor after them, complete);
///     gatherer.commit();
///
/// A failed commit leaves the store as it was and forgets everything taken since the last one: begin() says
/// again where to go on. Used by one thread, on a connection of its own; whoever uses it holds the keeper's
/// lock.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "journal/record.h"
#include "store/database.h"

namespace spanglass::store {

struct GatherStats
{
    std::int64_t records = 0;
    std::int64_t spans = 0; ///< started, changed or ended in this round
    /// Rows that were remembered are gone: nothing was written, everything taken is forgotten, and begin()
    /// says again where to go on.
    bool startOver = false;
};

class Gatherer
{
public:
    explicit Gatherer(Database& database);
    ~Gatherer();

    /// Turns to a journal; gives its cursor as it was last given to end(), empty for a new one.
    [[nodiscard]] Result<std::string> begin(const std::string& nonce);
    void add(const journal::RecordView& record);
    /// `complete`: nothing will come any more; what has not ended is interrupted.
    void end(std::string cursor, bool complete);
    /// Records taken since the last commit.
    [[nodiscard]] std::int64_t taken() const;
    [[nodiscard]] Result<GatherStats> commit();
    /// Forgets everything taken since the last commit, as a failed commit does.
    void abandon();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace spanglass::store
