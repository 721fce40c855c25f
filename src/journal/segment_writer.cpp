// SPDX-License-Identifier: Apache-2.0
/// Blocks with their checksums, new segments, recycled ones, and the limit over all journals of a store.
#include "journal/segment_writer.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/uio.h>
#include <unistd.h>

#include "journal/crc32c.h"
#include "journal/identity.h"

namespace spanglass::journal {

using namespace layout;

namespace {
constexpr std::size_t sparesKept = 4;
} // namespace

SegmentWriter::SegmentWriter(Options options) : m_options(std::move(options)) {}

int SegmentWriter::append(std::uint32_t chunkSeq, std::uint32_t chunkOffset, std::uint32_t flags,
                          std::string_view records, const Subject& subject)
{
    const std::size_t bytes = sizeof(BlockHeader) + sizeof(Subject) + records.size();
    if (m_current == nullptr || m_offset + bytes > m_current->bytes)
        if (const int error = nextSegment(bytes))
            return error;
    return writeBlock(chunkSeq, chunkOffset, flags, records, subject);
}

int SegmentWriter::appendPreamble()
{
    if (m_current == nullptr || !m_preamble)
        return 0; // the first segment will begin with it
    const std::string records = m_preamble();
    if (m_offset + sizeof(BlockHeader) + records.size() > m_current->bytes)
        return nextSegment(0); // which begins with it
    const std::uint64_t offset = m_offset;
    const int error = writeBlock(0, 0, preamble, records);
    if (error == 0)
        m_preambleOffset = offset;
    return error;
}

int SegmentWriter::writeBlock(std::uint32_t chunkSeq, std::uint32_t chunkOffset, std::uint32_t flags,
                              std::string_view records, const Subject& subject)
{
    struct Head
    {
        BlockHeader header;
        Subject subject;
    } head{{}, subject};
    BlockHeader& header = head.header;
    const bool hasSubject = subject.span != 0;
    const std::size_t headBytes = sizeof header + (hasSubject ? sizeof subject : 0);
    header.magic = blockMagic;
    header.blockSeq = m_options.nextBlock;
    header.bytes = static_cast<std::uint32_t>(headBytes - sizeof header + records.size());
    header.chunkSeq = chunkSeq;
    header.chunkOffset = chunkOffset;
    header.flags = flags | (hasSubject ? std::uint32_t{withSubject} : 0u);
    header.preambleBack =
        (flags & preamble) != 0 ? 0 : static_cast<std::uint32_t>(m_offset - m_preambleOffset);
    header.nonceTag = m_options.nonceTag;
    const auto* bytes = reinterpret_cast<const char*>(&head);
    constexpr std::size_t behindCrc = offsetof(BlockHeader, blockSeq);
    header.crc32c = crc32c(records.data(), records.size(), crc32c(bytes + behindCrc, headBytes - behindCrc));

    const iovec both[2] = {{&head, headBytes}, {const_cast<char*>(records.data()), records.size()}};
    ssize_t written = 0;
    do
        written = ::pwritev(m_current->file.descriptor(), both, 2, static_cast<off_t>(m_offset));
    while (written < 0 && errno == EINTR);
    if (written < 0)
        return errno;
    const auto done = static_cast<std::size_t>(written);
    if (done < headBytes + records.size()) {
        // A short write: the rest piece by piece, so that the error behind it shows.
        std::string whole(bytes, headBytes);
        whole += records;
        if (const int error =
                m_current->file.writeAt(whole.data() + done, whole.size() - done, m_offset + done))
            return error;
    }
    m_current->lastBlock = m_options.nextBlock++;
    m_offset += headBytes + records.size();
    return 0;
}

int SegmentWriter::nextSegment(std::size_t bytes)
{
    const std::string records = m_preamble ? m_preamble() : std::string();
    const std::size_t needed = bytes + (m_preamble ? sizeof(BlockHeader) + records.size() : 0);
    const auto before = m_current;
    if (!recycleSegment(needed))
        if (const int error = makeSegment(needed))
            return error;
    if (before != nullptr)
        m_left.push_back(before);
    m_offset = 0;
    m_preambleOffset = 0;
    dropSpares();
    const int error = m_preamble ? writeBlock(0, 0, preamble, records) : 0;
    if (error != 0)
        m_current = nullptr; // no segment without its preamble
    return error;
}

bool SegmentWriter::recycleSegment(std::size_t bytes)
{
    const std::uint64_t released = releasedBlock();
    for (const auto& segment : m_segments) {
        const bool gathered = segment->lastBlock == 0 || segment->lastBlock < released;
        if (segment == m_current || !gathered || segment->bytes < bytes)
            continue;
        m_current = segment;
        return true;
    }
    return false;
}

int SegmentWriter::makeSegment(std::size_t bytes)
{
    // The limit is over all recorders of the store: one of them at a time counts and grows.
    const auto limitPath = m_options.journals / "limit.lock";
    auto limitLock = File::open(limitPath, O_RDWR | O_CREAT);
    if (limitLock && !tryLock(*limitLock))
        return EAGAIN;
    const std::uint64_t taken = journalsBytes(m_options.journals);
    std::size_t size = std::max(m_options.segmentBytes, padded(bytes));
    const std::size_t smallest =
        std::max(std::min(smallestSegmentBytes, m_options.segmentBytes), padded(bytes));
    // On a small disk a segment leaves room for the store that is to take it up.
    std::error_code unknown;
    const auto disk = std::filesystem::space(m_options.journals, unknown);
    while (!unknown && size > smallest && size > disk.available / 8)
        size = std::max(size / 2, smallest);
    int error = EDQUOT;
    auto segment = std::make_shared<Segment>();
    segment->path = m_options.directory / ("seg-" + std::to_string(m_options.nextSegment));
    for (;; size = std::max(size / 2, smallest)) {
        if (taken + size <= m_options.limitBytes) {
            auto file = File::open(segment->path, O_RDWR | O_CREAT | O_EXCL);
            if (!file)
                return errno != 0 ? errno : EIO;
            error = file->allocate(0, size);
            if (error == 0) {
                segment->file = std::move(*file);
                segment->bytes = size;
                ++m_options.nextSegment;
                m_segments.push_back(segment);
                m_current = std::move(segment);
                return 0;
            }
            ::unlink(segment->path.c_str());
        }
        if (size == smallest)
            return error;
    }
}

void SegmentWriter::trim()
{
    if (m_current == nullptr)
        return;
    if (m_current->lastBlock == 0)
        ::unlink(m_current->path.c_str());
    else if (::ftruncate(m_current->file.descriptor(), static_cast<off_t>(m_offset)) == 0)
        m_current->bytes = m_offset;
    m_left.push_back(std::exchange(m_current, nullptr));
}

void SegmentWriter::dropSpares()
{
    const std::uint64_t released = releasedBlock();
    std::size_t spares = 0;
    std::erase_if(m_segments, [&](const auto& segment) {
        if (segment == m_current || segment->lastBlock >= released || ++spares <= sparesKept)
            return false;
        ::unlink(segment->path.c_str());
        return true;
    });
}

/// Blocks before this one are safely in the store: the keeper says so in a file beside the segments.
std::uint64_t SegmentWriter::releasedBlock() const
{
    std::uint64_t block = 0;
    const auto file = File::open(m_options.directory / "released", O_RDONLY);
    if (!file || file->readAt(&block, sizeof block, 0) != sizeof block)
        return 0;
    return std::min(block, m_options.nextBlock);
}

std::uint64_t journalsBytes(const std::filesystem::path& journals)
{
    std::uint64_t bytes = 0;
    std::error_code ignored;
    for (auto at = std::filesystem::recursive_directory_iterator(journals, ignored);
         at != std::filesystem::recursive_directory_iterator(); at.increment(ignored)) {
        const auto size = at->is_regular_file(ignored) ? at->file_size(ignored) : 0;
        if (!ignored)
            bytes += size;
    }
    return bytes;
}

} // namespace spanglass::journal
