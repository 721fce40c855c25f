// SPDX-License-Identifier: Apache-2.0
/// Appends blocks to a journal's segments: preallocated files that are recycled once they were gathered,
/// because fresh pages of the page cache cost several times what overwritten ones do.
///
/// Used by one thread. An error leaves the writer as it was: the same block may be appended again later.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "journal/file.h"
#include "journal/layout.h"

namespace spanglass::journal {

/// One `seg-N` file.
struct Segment
{
    File file;
    std::filesystem::path path;
    std::uint64_t bytes = 0;
    std::uint64_t lastBlock = 0; ///< the newest block in it
};

class SegmentWriter
{
public:
    struct Options
    {
        std::filesystem::path directory; ///< of the journal
        std::filesystem::path journals;  ///< of all journals, for the limit
        std::uint32_t nonceTag = 0;
        std::uint64_t nextBlock = 1;
        std::uint64_t nextSegment = 0;
        std::uint64_t limitBytes = std::uint64_t{1} << 30; ///< of all journals of the store together
        std::size_t segmentBytes = layout::segmentBytes;
    };
    explicit SegmentWriter(Options options);

    /// Records that every segment begins with: clock, context, books.
    void setPreamble(std::function<std::string()> preamble) { m_preamble = std::move(preamble); }

    /// 0 or an errno; EDQUOT: the store's limit is reached by journals nobody has gathered. `subject` is that
    /// of the first record, where it is none of this block.
    int append(std::uint32_t chunkSeq, std::uint32_t chunkOffset, std::uint32_t flags,
               std::string_view records, const layout::Subject& subject = {});
    /// Writes the preamble again, where it says something new.
    int appendPreamble();

    /// Gives back what is preallocated behind the last block; the next one goes to another segment.
    void trim();
    [[nodiscard]] std::uint64_t nextBlock() const { return m_options.nextBlock; }
    /// The segment written to, for fdatasync on another thread; null before the first block.
    [[nodiscard]] std::shared_ptr<Segment> current() const { return m_current; }
    /// Segments that were left since the last call and are not synced yet.
    [[nodiscard]] std::vector<std::shared_ptr<Segment>> takeLeft() { return std::exchange(m_left, {}); }

private:
    int nextSegment(std::size_t bytes);
    int makeSegment(std::size_t bytes);
    bool recycleSegment(std::size_t bytes);
    int writeBlock(std::uint32_t chunkSeq, std::uint32_t chunkOffset, std::uint32_t flags,
                   std::string_view records, const layout::Subject& subject = {});
    [[nodiscard]] std::uint64_t releasedBlock() const;
    void dropSpares();

    Options m_options;
    std::function<std::string()> m_preamble;
    std::vector<std::shared_ptr<Segment>> m_segments;
    std::vector<std::shared_ptr<Segment>> m_left;
    std::shared_ptr<Segment> m_current;
    std::uint64_t m_offset = 0;
    std::uint64_t m_preambleOffset = 0;
};

/// Bytes that all journals under `journals` take.
[[nodiscard]] std::uint64_t journalsBytes(const std::filesystem::path& journals);

} // namespace spanglass::journal
