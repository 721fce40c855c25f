// SPDX-License-Identifier: Apache-2.0
/// Reads the blocks of a journal in order, over all its segments, beside a writer that recycles them.
///
/// A block counts when its number, its journal and its checksum are right. A damaged block is skipped where
/// later ones are there to prove that it is no unfinished tail.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "journal/file.h"
#include "journal/layout.h"

namespace spanglass::journal {

class SegmentLog
{
public:
    SegmentLog(std::filesystem::path directory, std::uint32_t nonceTag);

    struct Block
    {
        layout::BlockHeader header{};
        std::string_view records; ///< valid until the next call
        std::filesystem::path segment;
        std::uint64_t offset = 0;
        std::uint64_t skipped = 0; ///< blocks before this one that were damaged or are gone
    };

    /// Looks which segments there are now. Call before a round of `next`.
    Result<void> refresh();
    /// The block numbered `wanted` (0: the first there is); false at the end. `writerDead`: nothing will be
    /// appended any more, so look for good blocks behind a bad one.
    [[nodiscard]] Result<bool> next(std::uint64_t wanted, bool writerDead, Block& block);
    /// The records of the preamble that holds for `block`; of another segment where that is damaged.
    [[nodiscard]] std::string preambleFor(const Block& block);

    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }
    [[nodiscard]] std::uint64_t nextSegmentNumber() const { return m_nextSegmentNumber; }
    /// Removes the segments whose blocks are all before `block`.
    void removeBefore(std::uint64_t block);

private:
    struct Seg
    {
        std::filesystem::path path;
        File file;
        std::uint64_t bytes = 0;
        std::uint64_t firstBlock = 0;
        std::uint64_t firstOffset = 0; ///< 0, unless the first block is damaged
        std::uint32_t checked = 0;     ///< checksum of the first block when it was found good
        /// A place known from reading: block `knownBlock` begins at `knownOffset`.
        std::uint64_t knownBlock = 0;
        std::uint64_t knownOffset = 0;
    };

    void findFirst(Seg& segment);
    Seg* segmentOf(std::uint64_t block);
    Seg* segmentAfter(std::uint64_t block);
    bool locate(Seg& segment, std::uint64_t block);
    bool headerAt(Seg& segment, std::uint64_t offset, layout::BlockHeader& header) const;
    bool load(Seg& segment, std::uint64_t offset, std::uint64_t wanted, bool exactly, Block& block);
    const char* bytesAt(Seg& segment, std::uint64_t offset, std::size_t count, bool fresh);
    [[nodiscard]] std::string preambleAt(Seg& segment, std::uint64_t offset);
    bool salvage(Seg& segment, std::uint64_t wanted, Block& block);

    std::filesystem::path m_directory;
    std::uint32_t m_nonceTag;
    std::map<std::string, Seg> m_segments;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_nextSegmentNumber = 0;

    const Seg* m_windowOf = nullptr;
    std::uint64_t m_windowOffset = 0;
    std::size_t m_windowBytes = 0;
    std::string m_window;
};

} // namespace spanglass::journal
