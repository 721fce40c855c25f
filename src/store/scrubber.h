// SPDX-License-Identifier: GPL-3.0-or-later
/// Removes what deleting leaves behind: words in older segments of the full-text index, free pages of the
/// file, and the WAL. Only the keeper does it, a short step at a time; a setting says that it is due, so that
/// the next keeper goes on.
#pragma once

#include "base/result.h"
#include "store/database.h"

namespace spanglass::store {

class Scrubber
{
public:
    explicit Scrubber(Database& database) : m_database(database) {}

    /// Asks whoever keeps the store for it; inside the caller's transaction, or by itself.
    static void request(Database& database);
    [[nodiscard]] static bool isDue(Database& database);

    /// One step of at most some tens of milliseconds; true when all is done. The last step needs the WAL for
    /// itself: while others read an older state of the store it is tried again.
    [[nodiscard]] Result<bool> step();

private:
    [[nodiscard]] bool mergeWords();
    [[nodiscard]] bool removeContexts();
    [[nodiscard]] bool giveBackPages();

    Database& m_database;
    bool m_merged = false;
    bool m_contextsLooked = false;
    bool m_begun = false;
};

} // namespace spanglass::store
