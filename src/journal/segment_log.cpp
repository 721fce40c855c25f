// SPDX-License-Identifier: Apache-2.0
/// Finding, checking and skipping blocks.
#include "journal/segment_log.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include "journal/crc32c.h"

namespace spanglass::journal {

using namespace layout;

namespace {

constexpr std::size_t windowBytes = 512 << 10;

std::uint32_t checksum(const BlockHeader& header, const char* records)
{
    const auto* behindCrc = reinterpret_cast<const char*>(&header) + offsetof(BlockHeader, blockSeq);
    return crc32c(records, header.bytes, crc32c(behindCrc, sizeof header - offsetof(BlockHeader, blockSeq)));
}

} // namespace

SegmentLog::SegmentLog(std::filesystem::path directory, std::uint32_t nonceTag)
    : m_directory(std::move(directory)), m_nonceTag(nonceTag)
{
}

Result<void> SegmentLog::refresh()
{
    m_bytes = 0;
    std::error_code error;
    std::map<std::string, Seg> known = std::exchange(m_segments, {});
    m_windowOf = nullptr;
    for (const auto& entry : std::filesystem::directory_iterator(m_directory, error)) {
        const std::string name = entry.path().filename().string();
        std::uint64_t number = 0;
        if (name.rfind("seg-", 0) != 0 ||
            std::from_chars(name.data() + 4, name.data() + name.size(), number).ptr !=
                name.data() + name.size())
            continue;
        m_nextSegmentNumber = std::max(m_nextSegmentNumber, number + 1);
        Seg& segment = m_segments[name];
        if (const auto before = known.find(name); before != known.end())
            segment = std::move(before->second);
        else if (auto file = File::open(entry.path(), O_RDONLY)) {
            segment.file = std::move(*file);
            segment.path = entry.path();
        } else {
            m_segments.erase(name);
            if (file.error().kind == ErrorKind::unavailable)
                continue; // removed meanwhile
            return tl::unexpected(file.error());
        }
        segment.bytes = segment.file.size();
        m_bytes += segment.bytes;
        findFirst(segment);
    }
    if (error)
        return fail(error == std::errc::no_such_file_or_directory ? ErrorKind::unavailable : ErrorKind::io,
                    m_directory.string() + ": " + error.message());
    return {};
}

/// Which block the segment begins with. A segment that was never written to begins with zeros; one whose
/// first block is damaged begins with the first good one.
void SegmentLog::findFirst(Seg& segment)
{
    BlockHeader header{};
    const auto got = segment.file.readAt(&header, sizeof header, 0);
    if (got == sizeof header && segment.checked != 0 && header.crc32c == segment.checked &&
        header.blockSeq == segment.firstBlock)
        return;
    segment.checked = 0;
    segment.firstBlock = segment.firstOffset = segment.knownBlock = segment.knownOffset = 0;
    const BlockHeader unwritten{};
    if (got < static_cast<std::ptrdiff_t>(sizeof header) ||
        std::memcmp(&header, &unwritten, sizeof header) == 0)
        return;
    Block block;
    if (load(segment, 0, header.blockSeq, true, block))
        segment.checked = header.crc32c;
    else if (!salvage(segment, 1, block))
        return;
    segment.firstBlock = block.header.blockSeq;
    segment.firstOffset = block.offset;
}

bool SegmentLog::headerAt(Seg& segment, std::uint64_t offset, BlockHeader& header) const
{
    return segment.file.readAt(&header, sizeof header, offset) == sizeof header &&
           header.magic == blockMagic && header.nonceTag == m_nonceTag &&
           offset + sizeof header + header.bytes <= segment.bytes;
}

/// The segment that holds the block if any does: the one with the greatest first block up to it.
SegmentLog::Seg* SegmentLog::segmentOf(std::uint64_t block)
{
    Seg* best = nullptr;
    for (auto& [name, segment] : m_segments)
        if (segment.firstBlock != 0 && segment.firstBlock <= block &&
            (best == nullptr || segment.firstBlock > best->firstBlock))
            best = &segment;
    return best;
}

SegmentLog::Seg* SegmentLog::segmentAfter(std::uint64_t block)
{
    Seg* best = nullptr;
    for (auto& [name, segment] : m_segments)
        if (segment.firstBlock > block && (best == nullptr || segment.firstBlock < best->firstBlock))
            best = &segment;
    return best;
}

/// Hops over headers to the place of `block`, or to the end of what is there before it.
bool SegmentLog::locate(Seg& segment, std::uint64_t block)
{
    if (segment.knownBlock < segment.firstBlock || segment.knownBlock > block) {
        segment.knownBlock = segment.firstBlock;
        segment.knownOffset = segment.firstOffset;
    }
    BlockHeader header{};
    while (segment.knownBlock < block) {
        if (!headerAt(segment, segment.knownOffset, header) || header.blockSeq != segment.knownBlock)
            return false;
        segment.knownOffset += sizeof header + header.bytes;
        ++segment.knownBlock;
    }
    return true;
}

const char* SegmentLog::bytesAt(Seg& segment, std::uint64_t offset, std::size_t count, bool fresh)
{
    const bool inside = m_windowOf == &segment && offset >= m_windowOffset &&
                        offset + count <= m_windowOffset + m_windowBytes;
    if (!inside || fresh) {
        if (m_window.size() < std::max(windowBytes, count))
            m_window.resize(std::max(windowBytes, count));
        const auto got = segment.file.readAt(m_window.data(), m_window.size(), offset);
        m_windowOf = &segment;
        m_windowOffset = offset;
        m_windowBytes = got < 0 ? 0 : static_cast<std::size_t>(got);
        if (m_windowBytes < count)
            return nullptr;
    }
    return m_window.data() + (offset - m_windowOffset);
}

/// Reads and checks the block at `offset`: the one wanted, or (not `exactly`) any later one.
bool SegmentLog::load(Seg& segment, std::uint64_t offset, std::uint64_t wanted, bool exactly, Block& block)
{
    // What the window holds may have been read before the block was written: look again before saying no.
    for (const bool fresh : {false, true}) {
        const char* at = bytesAt(segment, offset, sizeof(BlockHeader), fresh);
        if (at == nullptr)
            continue;
        std::memcpy(&block.header, at, sizeof(BlockHeader));
        const BlockHeader& header = block.header;
        if (header.magic != blockMagic || header.nonceTag != m_nonceTag ||
            (exactly ? header.blockSeq != wanted : header.blockSeq < wanted) ||
            offset + sizeof header + header.bytes > segment.bytes)
            continue;
        at = bytesAt(segment, offset, sizeof header + header.bytes, false);
        if (at == nullptr || checksum(header, at + sizeof header) != header.crc32c)
            continue;
        block.records = {at + sizeof header, header.bytes};
        block.segment = segment.path;
        block.offset = offset;
        segment.knownBlock = header.blockSeq + 1;
        segment.knownOffset = offset + sizeof header + header.bytes;
        return true;
    }
    return false;
}

/// A good block behind a bad one, anywhere in the segment: blocks begin at multiples of 8.
bool SegmentLog::salvage(Seg& segment, std::uint64_t wanted, Block& block)
{
    const std::string magic(reinterpret_cast<const char*>(&blockMagic), sizeof blockMagic);
    std::string all(segment.bytes, '\0');
    const auto got = segment.file.readAt(all.data(), all.size(), 0);
    if (got <= 0)
        return false;
    all.resize(static_cast<std::size_t>(got));
    const Seg* const after = segment.firstBlock != 0 ? segmentAfter(segment.firstBlock) : nullptr;
    const std::uint64_t end = after != nullptr ? after->firstBlock : UINT64_MAX;
    for (std::size_t at = all.find(magic); at != std::string::npos; at = all.find(magic, at + 1)) {
        if (at % 8 != 0 || at + sizeof(BlockHeader) > all.size())
            continue;
        BlockHeader header{};
        std::memcpy(&header, all.data() + at, sizeof header);
        if (header.blockSeq < wanted || header.blockSeq >= end || header.nonceTag != m_nonceTag)
            continue;
        if (load(segment, at, wanted, false, block))
            return true;
    }
    return false;
}

Result<bool> SegmentLog::next(std::uint64_t wanted, bool writerDead, Block& block)
{
    block.skipped = 0;
    if (wanted == 0) {
        const Seg* first = segmentAfter(0);
        if (first == nullptr)
            return false;
        wanted = first->firstBlock;
    }
    Seg* segment = segmentOf(wanted);
    if (segment != nullptr && locate(*segment, wanted) &&
        load(*segment, segment->knownOffset, wanted, true, block))
        return true;
    Seg* after = segmentAfter(wanted);
    if (after == nullptr && !writerDead)
        return false;
    // Later blocks exist, or none will come: what is unreadable here stays unreadable.
    bool found = segment != nullptr && salvage(*segment, wanted, block);
    while (!found && after != nullptr) {
        found = load(*after, after->firstOffset, after->firstBlock, true, block) ||
                salvage(*after, wanted, block);
        if (!found)
            after = segmentAfter(after->firstBlock);
    }
    if (found)
        block.skipped = block.header.blockSeq - wanted;
    return found;
}

std::string SegmentLog::preambleAt(Seg& segment, std::uint64_t offset)
{
    BlockHeader header{};
    if (!headerAt(segment, offset, header) || (header.flags & preamble) == 0)
        return {};
    std::string records(header.bytes, '\0');
    if (segment.file.readAt(records.data(), records.size(), offset + sizeof header) !=
            static_cast<std::ptrdiff_t>(records.size()) ||
        checksum(header, records.data()) != header.crc32c)
        return {};
    return records;
}

std::string SegmentLog::preambleFor(const Block& block)
{
    const auto found = m_segments.find(block.segment.filename().string());
    std::string records;
    if (found != m_segments.end() && block.header.preambleBack <= block.offset)
        records = preambleAt(found->second, block.offset - block.header.preambleBack);
    for (auto at = m_segments.begin(); records.empty() && at != m_segments.end(); ++at)
        records = preambleAt(at->second, 0);
    return records;
}

void SegmentLog::removeBefore(std::uint64_t block)
{
    std::erase_if(m_segments, [&](auto& entry) {
        const Seg* after = segmentAfter(entry.second.firstBlock);
        if (entry.second.firstBlock == 0 || after == nullptr || after->firstBlock > block)
            return false;
        ::unlink(entry.second.path.c_str());
        return true;
    });
    m_windowOf = nullptr;
}

} // namespace spanglass::journal
