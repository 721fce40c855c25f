// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/detail_blocks.h"

#include <QRandomGenerator>
#include <algorithm>
#include <sqlite3.h>

namespace spanglass::store {

struct DetailBlocks::Statements
{
    explicit Statements(Database& database)
        : own(database.prepare("SELECT data FROM span_details WHERE id = ?1")),
          place(database.prepare(
              "SELECT id, last, stamp FROM detail_blocks WHERE id <= ?1 ORDER BY id DESC LIMIT 1")),
          block(database.prepare("SELECT data FROM detail_blocks WHERE id = ?1")),
          insert(database.prepare("INSERT INTO span_details (id, form, data) VALUES (?1, 0, ?2)")),
          replace(
              database.prepare("INSERT OR REPLACE INTO span_details (id, form, data) VALUES (?1, 0, ?2)")),
          remove(database.prepare("DELETE FROM span_details WHERE id = ?1")),
          removeBlock(database.prepare("DELETE FROM detail_blocks WHERE id = ?1"))
    {
    }
    Statement own, place, block, insert, replace, remove, removeBlock;
};

namespace {

void answer(sqlite3_context* context, int, sqlite3_value** values)
{
    auto* details = static_cast<DetailBlocks*>(sqlite3_user_data(context));
    const std::string_view found = details->detailsOf(sqlite3_value_int64(values[0]));
    sqlite3_result_blob64(context, found.empty() ? "" : found.data(), found.size(), SQLITE_TRANSIENT);
}

} // namespace

DetailBlocks::DetailBlocks(Database& database) : m_database(database) {}
DetailBlocks::~DetailBlocks() = default;

void DetailBlocks::offer()
{
    sqlite3_create_function_v2(m_database.handle(), "details_of", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY, this,
                               answer, nullptr, nullptr, nullptr);
}

DetailBlocks::Statements* DetailBlocks::statements()
{
    if (m_statements == nullptr && m_database.ok())
        m_statements = std::make_unique<Statements>(m_database);
    if (!m_database.ok() && m_statements != nullptr && m_database.errorCode() == SQLITE_ERROR)
        m_statements.reset(); // the tables were not there yet
    return m_statements.get();
}

std::string_view DetailBlocks::detailsOf(std::int64_t spanRow)
{
    Statements* use = statements();
    if (use == nullptr)
        return {};
    if (use->own.bind(1, spanRow).next()) {
        m_own = use->own.bytes(0);
        use->own.reset();
        return m_own;
    }
    const DetailBlock* block = blockWith(*use, spanRow);
    return block == nullptr ? std::string_view() : block->find(spanRow);
}

/// Another connection may have written the block anew since it was unpacked here: its stamp says so.
const DetailBlock* DetailBlocks::blockWith(Statements& use, std::int64_t spanRow)
{
    if (!use.place.bind(1, spanRow).next())
        return nullptr;
    const std::int64_t id = use.place.integer(0);
    const bool spans = spanRow <= use.place.integer(1);
    const std::int64_t stamp = use.place.integer(2);
    use.place.reset();
    if (!spans)
        return nullptr;
    for (const auto& cached : m_cache) {
        if (cached && cached->id == id && cached->stamp == stamp)
            return &cached->block;
    }
    if (!use.block.bind(1, id).next())
        return nullptr;
    auto block = DetailBlock::unpack(id, use.block.bytes(0));
    use.block.reset();
    if (!block)
        return nullptr;
    auto& room = m_cache[m_oldest++ % m_cache.size()];
    room = Cached{id, stamp, std::move(*block)};
    return &room->block;
}

void DetailBlocks::insert(std::int64_t spanRow, std::string_view details)
{
    if (Statements* use = statements(); use != nullptr && !details.empty())
        use->insert.bind(1, spanRow).bindBlob(2, details).run();
}

void DetailBlocks::replace(std::int64_t spanRow, std::string_view details)
{
    if (Statements* use = statements())
        use->replace.bind(1, spanRow).bindBlob(2, details).run();
}

void DetailBlocks::remove(const std::vector<std::int64_t>& spanRows)
{
    Statements* use = statements();
    if (use == nullptr)
        return;
    for (const std::int64_t row : spanRows)
        use->remove.bind(1, row).run();
    for (std::size_t at = 0; at < spanRows.size();)
        at += cutBlock(*use, spanRows, at);
}

/// A damaged block goes whole: nobody could say what is left of the spans in it.
std::size_t DetailBlocks::cutBlock(Statements& use, const std::vector<std::int64_t>& spanRows, std::size_t at)
{
    if (!use.place.bind(1, spanRows[at]).next())
        return 1;
    const std::int64_t id = use.place.integer(0);
    const std::int64_t last = use.place.integer(1);
    use.place.reset();
    if (spanRows[at] > last)
        return 1;
    const auto from = spanRows.begin() + static_cast<std::ptrdiff_t>(at);
    const auto to = std::upper_bound(from, spanRows.end(), last);
    std::vector<DetailEntry> kept;
    if (const DetailBlock* block = blockWith(use, spanRows[at]))
        kept = block->entries();
    std::erase_if(kept, [&](const DetailEntry& entry) { return std::binary_search(from, to, entry.row); });
    use.removeBlock.bind(1, id).run();
    if (!kept.empty())
        writeBlock(m_database, kept);
    return static_cast<std::size_t>(to - from);
}

std::vector<std::int64_t> DetailBlocks::unpackAll()
{
    std::vector<std::int64_t> damaged;
    Statements* use = statements();
    if (use == nullptr)
        return damaged;
    Statement blocks = m_database.prepare("SELECT id, data FROM detail_blocks ORDER BY id");
    Statement keepNewer =
        m_database.prepare("INSERT OR IGNORE INTO span_details (id, form, data) VALUES (?1, 0, ?2)");
    while (blocks.next()) {
        const auto block = DetailBlock::unpack(blocks.integer(0), blocks.bytes(1));
        if (!block) {
            damaged.push_back(blocks.integer(0));
            continue;
        }
        for (const DetailEntry& entry : block->entries())
            keepNewer.bind(1, entry.row).bindBlob(2, entry.details).run();
    }
    m_database.execute("DELETE FROM detail_blocks");
    return damaged;
}

void writeBlock(Database& database, const std::vector<DetailEntry>& entries)
{
    const std::string frame = packDetails(entries);
    const std::uint64_t stamp = QRandomGenerator::system()->generate64() >> 17;
    Statement insert =
        database.prepare("INSERT INTO detail_blocks (id, last, stamp, data) VALUES (?1, ?2, ?3, ?4)");
    insert.bind(1, entries.front().row).bind(2, entries.back().row);
    insert.bind(3, static_cast<std::int64_t>(stamp)).bindBlob(4, frame).run();
}

} // namespace spanglass::store
