// SPDX-License-Identifier: Apache-2.0
/// Reads the journals of a store, those of living recorders beside the recorder, and those of dead ones.
///
///     for (const JournalInfo& info : listJournals(storeDir)) {
///         auto reader = Reader::open(info);
///         reader->read(cursor, [](const RecordView& record) { … });   // everything not read before
///     }
///
/// The cursor says what was read; a caller that commits it in the same transaction as what it made of the
/// records sees each record exactly once, whatever dies when: a record seen in a chunk and later in a segment
/// is skipped by arithmetic. One Reader is used by one thread; any number of Readers may read one journal.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "journal/record.h"

namespace spanglass::journal {

/// One process's journal: `journals/NONCE/` in the store, and its chunks on tmpfs.
struct JournalInfo
{
    std::string nonce; ///< 32 hex digits, the identity
    std::filesystem::path directory;
    std::filesystem::path chunks; ///< empty where there are none (any more)
    std::int64_t pid = 0;
    std::string program;
    bool alive = false; ///< by its lock; never by pid alone
    bool batch = false; ///< written by a journal::Writer: read it to its CommitView before it counts
    std::uint64_t bytes = 0;
};

/// The journals of the store, oldest first. A store without any gives an empty list.
[[nodiscard]] Result<std::vector<JournalInfo>> listJournals(const std::filesystem::path& store);

/// Where reading stands. Opaque to callers; written and read back as bytes.
class Cursor
{
public:
    [[nodiscard]] static Result<Cursor> parse(std::string_view bytes); ///< empty bytes: the beginning
    [[nodiscard]] std::string bytes() const;

private:
    friend class Reader;
    std::uint64_t m_nextBlock = 0; ///< sequence number of the first block not read; 0: the first there is
    /// Up to where the chunks that are still in use were read, by chunk sequence number.
    std::map<std::uint32_t, std::uint32_t> m_gatheredTo;
};

struct ReadStats
{
    std::uint64_t records = 0;
    std::uint64_t bytes = 0;
    std::uint64_t damagedBlocks = 0; ///< passed over: their checksum was wrong, or their segment is gone
    /// The journal is at its end for good: its process is dead and all it left was read.
    bool complete = false;
};

class Reader
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Reader>> open(const JournalInfo& info);
    ~Reader();

    /// Hands every record behind `cursor` to `visit` and moves the cursor: blocks of the segments first, then
    /// what stands in the chunks only. Stops after about `maxBytes`; call again until `bytes` is 0. Asks anew
    /// whether the process lives.
    [[nodiscard]] Result<ReadStats> read(Cursor& cursor, const std::function<void(const RecordView&)>& visit,
                                         std::uint64_t maxBytes = 8u << 20);

    /// Tells a living recorder that every block before the cursor is safely in the store, so that it may
    /// recycle those segments; of a dead one, removes what is read to the end.
    Result<void> release(const Cursor& cursor);

private:
    Reader();
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace spanglass::journal
