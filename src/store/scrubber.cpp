// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/scrubber.h"

#include <algorithm>
#include <sqlite3.h>
#include <vector>

#include "store/reserve.h"
#include "store/settings.h"

namespace spanglass::store {
namespace {

constexpr const char* dueName = "scrub";
/// Pages of the index that one step merges, and pages that one step gives back: some tens of milliseconds.
constexpr int pagesAtOnce = 500;
/// Fewer where the disk is nearly full: what is done at once must fit the log.
int pagesNow(const Database& database)
{
    constexpr std::int64_t fewest = 8, freeBytesPerPage = 32 * 1024;
    const std::int64_t fit = freeBytes(database.file().parent_path()) / freeBytesPerPage;
    return static_cast<int>(std::clamp<std::int64_t>(fit, fewest, pagesAtOnce));
}

} // namespace

void Scrubber::request(Database& database)
{
    writeSetting(database, dueName, "");
}

bool Scrubber::isDue(Database& database)
{
    return readSetting(database, dueName).has_value();
}

Result<bool> Scrubber::step()
{
    if (!m_merged) {
        m_merged = mergeWords();
    } else if (!m_contextsLooked) {
        m_contextsLooked = removeContexts();
    } else if (giveBackPages()) {
        if (auto done = m_database.result(); !done)
            return tl::unexpected(done.error());
        // The mark goes first: it must not be what the WAL begins anew with.
        removeSetting(m_database, dueName);
        if (auto done = m_database.result(); !done)
            return tl::unexpected(done.error());
        if (m_database.emptyWal())
            return true;
        request(m_database);
    }
    if (auto done = m_database.result(); !done)
        return tl::unexpected(done.error());
    return false;
}

/// A merge of all segments into one, in pieces: the words of deleted rows are in none afterwards.
bool Scrubber::mergeWords()
{
    const int most = pagesNow(m_database);
    const std::string pages = std::to_string(m_begun ? most : -most);
    m_begun = true;
    const int before = sqlite3_total_changes(m_database.handle());
    m_database.execute(
        ("INSERT INTO trace_words (trace_words, rank) VALUES ('merge', " + pages + ")").c_str());
    // FTS5: "if the difference is less than 2, the merge was a no-op".
    return sqlite3_total_changes(m_database.handle()) - before < 2;
}

/// Resources that no span names any more. Looking through all spans takes a second in a large store, so that
/// it is done without the right to write; whatever was written meanwhile, it is done again.
bool Scrubber::removeContexts()
{
    const std::int64_t before = m_database.integer("SELECT change_counter FROM totals");
    std::vector<std::int64_t> unused;
    Statement select =
        m_database.prepare("SELECT id FROM contexts WHERE id NOT IN (SELECT DISTINCT context FROM spans)");
    while (select.next())
        unused.push_back(select.integer(0));
    if (unused.empty())
        return true;
    Transaction transaction(m_database);
    if (m_database.integer("SELECT change_counter FROM totals") != before)
        return false;
    Statement remove = m_database.prepare("DELETE FROM contexts WHERE id = ?1");
    for (const std::int64_t context : unused)
        remove.bind(1, context).run();
    m_database.execute("UPDATE totals SET deletions = deletions + 1");
    (void)transaction.commit();
    return true;
}

bool Scrubber::giveBackPages()
{
    if (m_database.integer("PRAGMA freelist_count") == 0 || m_database.integer("PRAGMA auto_vacuum") != 2)
        return true;
    Statement vacuum =
        m_database.prepare("PRAGMA incremental_vacuum(" + std::to_string(pagesNow(m_database)) + ")");
    vacuum.run();
    return m_database.integer("PRAGMA freelist_count") == 0;
}

} // namespace spanglass::store
