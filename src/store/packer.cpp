// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/packer.h"

#include <algorithm>
#include <limits>
#include <map>

#include "store/detail_blocks.h"
#include "store/trace_rows.h"

namespace spanglass::store {
namespace {

constexpr std::int64_t endOfRows = std::numeric_limits<std::int64_t>::max();
/// Pages that one step gives back.
constexpr const char* giveBackSome = "PRAGMA incremental_vacuum(500)";

std::size_t bytesOf(const std::vector<DetailEntry>& entries)
{
    std::size_t bytes = 0;
    for (const DetailEntry& entry : entries)
        bytes += entry.details.size();
    return bytes;
}

/// Pieces of at most about a block, of like sizes.
std::vector<std::vector<DetailEntry>> inPieces(std::vector<DetailEntry> entries)
{
    const std::size_t count = std::max<std::size_t>(1, (bytesOf(entries) + blockBytes / 2) / blockBytes);
    const std::size_t most = bytesOf(entries) / count + 1;
    std::vector<std::vector<DetailEntry>> pieces(1);
    std::size_t bytes = 0;
    for (DetailEntry& entry : entries) {
        if (bytes >= most) {
            pieces.emplace_back();
            bytes = 0;
        }
        bytes += entry.details.size();
        pieces.back().push_back(std::move(entry));
    }
    return pieces;
}

} // namespace

Packer::Packer(Database& database)
    : m_database(database),
      m_next(database.prepare("SELECT id FROM span_details WHERE id >= ?1 ORDER BY id LIMIT 1")),
      m_running(database.prepare("SELECT running FROM traces WHERE id = ?1")),
      m_rows(database.prepare("SELECT id, data FROM span_details WHERE id BETWEEN ?1 AND ?2 ORDER BY id")),
      m_before(database.prepare(
          "SELECT id, last, data FROM detail_blocks WHERE id <= ?1 ORDER BY id DESC LIMIT 1")),
      m_after(database.prepare("SELECT id FROM detail_blocks WHERE id > ?1 ORDER BY id LIMIT 1")),
      m_removeRow(database.prepare("DELETE FROM span_details WHERE id = ?1")),
      m_removeBlock(database.prepare("DELETE FROM detail_blocks WHERE id = ?1"))
{
    // What moves leaves nothing behind: a deleted prompt must not be found where it once stood.
    database.execute("PRAGMA secure_delete = ON");
}

Result<bool> Packer::step()
{
    if (m_givingBack) {
        m_givingBack = !giveBackPages();
        auto done = m_database.result();
        return done ? Result<bool>(!m_givingBack) : tl::unexpected(done.error());
    }
    Transaction transaction(m_database);
    if (!findNext()) {
        m_from = 0;
        // After much was packed most of the file may be free; a little is used again soon.
        const std::int64_t free = m_database.integer("PRAGMA freelist_count");
        m_givingBack = m_database.integer("PRAGMA auto_vacuum") == 2 && free > 64 &&
                       free * 4 > m_database.integer("PRAGMA page_count");
        auto done = transaction.commit();
        return done ? Result<bool>(!m_givingBack) : tl::unexpected(done.error());
    }
    m_after.bind(1, m_from);
    const std::int64_t to = m_after.next() ? m_after.integer(0) - 1 : endOfRows;
    m_after.reset();
    Block before = blockBefore(m_from);
    if (before.damaged && before.last >= m_from) {
        m_from = before.last + 1; // stays for salvage; what replaces its spans keeps its own rows
        return false;
    }
    const std::vector<DetailEntry> own = readOwn(to);
    if (!own.empty()) {
        m_from = own.back().row + 1;
        pack(own, std::move(before));
    }
    if (auto done = transaction.commit(); !done)
        return tl::unexpected(done.error());
    return false;
}

/// Moves m_from to the next row of a trace that does not run.
bool Packer::findNext()
{
    while (m_next.bind(1, m_from).next()) {
        m_from = m_next.integer(0);
        m_next.reset();
        const bool running = m_running.bind(1, traceOfSpan(m_from)).next() && m_running.integer(0) > 0;
        m_running.reset();
        if (!running)
            return true;
        m_from = lastSpanOf(traceOfSpan(m_from)) + 1;
    }
    return false;
}

/// From m_from on, at most a block's worth, up to `to` or the next trace that runs.
std::vector<DetailEntry> Packer::readOwn(std::int64_t to)
{
    std::vector<DetailEntry> own;
    std::size_t bytes = 0;
    std::int64_t trace = traceOfSpan(m_from);
    m_rows.bind(1, m_from).bind(2, to);
    while (bytes < blockBytes && m_rows.next()) {
        const std::int64_t row = m_rows.integer(0);
        if (traceOfSpan(row) != trace) {
            trace = traceOfSpan(row);
            const bool running = m_running.bind(1, trace).next() && m_running.integer(0) > 0;
            m_running.reset();
            if (running)
                break;
        }
        own.push_back({row, m_rows.text(1)});
        bytes += own.back().details.size();
    }
    m_rows.reset();
    return own;
}

Packer::Block Packer::blockBefore(std::int64_t row)
{
    Block found;
    if (!m_before.bind(1, row).next())
        return found;
    found.id = m_before.integer(0);
    found.last = m_before.integer(1);
    const auto block = DetailBlock::unpack(found.id, m_before.bytes(2));
    m_before.reset();
    found.damaged = !block;
    if (block)
        found.entries = block->entries();
    return found;
}

/// The block before takes part where it has some of these spans already, or is small.
void Packer::pack(const std::vector<DetailEntry>& own, Block before)
{
    std::map<std::int64_t, std::string> together;
    const bool overlaps = before.id != 0 && before.last >= own.front().row;
    const bool small = before.id != 0 && !before.damaged && bytesOf(before.entries) < blockBytes / 2;
    if (overlaps || small) {
        for (DetailEntry& entry : before.entries)
            together.insert_or_assign(entry.row, std::move(entry.details));
        m_removeBlock.bind(1, before.id).run();
    }
    for (const DetailEntry& entry : own) {
        together.insert_or_assign(entry.row, entry.details);
        m_removeRow.bind(1, entry.row).run();
    }
    std::vector<DetailEntry> entries;
    for (auto& [row, details] : together) {
        if (!details.empty())
            entries.push_back({row, std::move(details)});
    }
    if (entries.empty())
        return;
    for (const auto& piece : inPieces(std::move(entries)))
        writeBlock(m_database, piece);
}

/// True when none is left.
bool Packer::giveBackPages()
{
    Statement some = m_database.prepare(giveBackSome);
    some.run();
    return m_database.integer("PRAGMA freelist_count") == 0;
}

} // namespace spanglass::store
