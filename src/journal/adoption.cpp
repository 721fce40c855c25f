// SPDX-License-Identifier: Apache-2.0
/// Moving a dead process's chunks into its journal, and sweeping up chunk files whose journal is gone.
#include "journal/adoption.h"

#include <cerrno>
#include <fcntl.h>
#include <map>
#include <unistd.h>

#include "journal/chunk_view.h"
#include "journal/clock.h"
#include "journal/decoder.h"
#include "journal/identity.h"
#include "journal/segment_log.h"
#include "journal/segment_writer.h"

namespace spanglass::journal {

namespace {

struct Rest
{
    std::uint32_t chunkSeq = 0;
    std::uint32_t offset = 0;
    layout::Subject subject; ///< at `offset`
    std::string records;
};

struct Written
{
    std::uint64_t nextBlock = 1;
    std::uint64_t nextSegment = 0;
    std::map<std::uint32_t, std::uint32_t> drainedTo; ///< by chunk sequence number
};

Result<Written> whatIsWritten(const std::filesystem::path& directory, std::uint32_t nonceTag)
{
    SegmentLog log(directory, nonceTag);
    if (auto refreshed = log.refresh(); !refreshed)
        return tl::unexpected(refreshed.error());
    Written written;
    SegmentLog::Block block;
    for (std::uint64_t wanted = 0;; wanted = written.nextBlock) {
        const auto found = log.next(wanted, true, block);
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            break;
        written.nextBlock = block.header.blockSeq + 1;
        std::uint32_t& to = written.drainedTo[block.header.chunkSeq];
        to = std::max(to, block.header.chunkOffset + layout::chunkBytesOf(block.header));
    }
    written.nextSegment = log.nextSegmentNumber();
    return written;
}

/// What stands in the chunks and in no block. Where the machine was started anew meanwhile, pages may be
/// stale: only records that carry their chunk's tag count.
std::vector<Rest> whatIsLeft(ChunkView& chunks, const Written& written)
{
    std::vector<Rest> left;
    for (std::uint32_t index = 0; index < chunks.chunks(); ++index) {
        const std::uint64_t word = chunks.word(index);
        Rest rest{layout::chunkSeqOf(word), 0, {}, {}};
        if (const auto known = written.drainedTo.find(rest.chunkSeq); known != written.drainedTo.end())
            rest.offset = known->second;
        if (word == 0 || !chunks.copy(index, rest.offset, word, rest.records))
            continue;
        rest.subject = subjectAfter(std::string_view(rest.records).substr(0, rest.offset), rest.chunkSeq, {});
        rest.records.erase(0, rest.offset);
        left.push_back(std::move(rest));
    }
    return left;
}

Result<void> moveRest(const JournalInfo& journal, const Identity& who, ChunkView& chunks)
{
    auto written = whatIsWritten(journal.directory, who.nonceTag());
    if (!written)
        return tl::unexpected(written.error());
    const auto left = whatIsLeft(chunks, *written);

    const layout::ChunkFileHeader& header = chunks.header();
    auto nsPerTick = std::bit_cast<double>(header.nsPerTick.load(std::memory_order_acquire));
    if (!(nsPerTick > 0))
        nsPerTick = who.bootId == bootId() ? clock::nsPerTick({header.ticks0, header.mono0Ns}, 1'000'000) : 1;
    const std::string preamble = preambleOf(header, nsPerTick, chunks.books());
    std::size_t bytes = preamble.size() + sizeof(layout::BlockHeader);
    for (const Rest& rest : left)
        bytes += sizeof(layout::BlockHeader) + sizeof(layout::Subject) + rest.records.size();

    SegmentWriter::Options options;
    options.directory = journal.directory;
    options.journals = journal.directory.parent_path();
    options.nonceTag = who.nonceTag();
    options.nextBlock = written->nextBlock;
    options.nextSegment = written->nextSegment;
    options.segmentBytes = bytes;
    SegmentWriter writer(std::move(options));
    writer.setPreamble([&] { return preamble; });
    int error = left.empty() ? writer.append(0, 0, 0, {}) : 0;
    for (const Rest& rest : left)
        if (error == 0)
            error =
                writer.append(rest.chunkSeq, rest.offset, layout::lastOfChunk, rest.records, rest.subject);
    if (error != 0)
        return fail(error == EDQUOT || error == EAGAIN ? ErrorKind::unavailable : ErrorKind::io,
                    errorText(journal.directory.string(), error));
    while (::fdatasync(writer.current()->file.descriptor()) != 0)
        if (errno != EINTR)
            return fail(ErrorKind::io, errorText(writer.current()->path.string(), errno));
    return {};
}

} // namespace

Result<void> adopt(const JournalInfo& journal)
{
    const auto lockPath = journal.directory / "adopt";
    auto lock = File::open(lockPath, O_RDWR | O_CREAT);
    if (!lock)
        return tl::unexpected(lock.error());
    if (!tryLock(*lock))
        return {};
    const auto who = probe(journal.directory);
    if (!who)
        return tl::unexpected(who.error());
    if (who->alive || who->identity.chunks.empty())
        return {};
    auto chunks = ChunkView::open(who->identity.chunks, who->identity.nonceBytes());
    if (chunks) {
        if (auto moved = moveRest(journal, who->identity, **chunks); !moved)
            return moved;
    } else if (chunks.error().kind != ErrorKind::format) {
        // Gone already; or it cannot be read now, and stays.
        return chunks.error().kind == ErrorKind::unavailable ? Result<void>{}
                                                             : tl::unexpected(chunks.error());
    }
    if (::unlink(who->identity.chunks.c_str()) != 0 && errno != ENOENT)
        return fail(ErrorKind::io, errorText(who->identity.chunks, errno));
    return {};
}

Result<void> adoptAll(const std::filesystem::path& store)
{
    auto journals = listJournals(store);
    if (!journals)
        return tl::unexpected(journals.error());
    Result<void> result;
    for (const JournalInfo& journal : *journals) {
        if (journal.alive || journal.chunks.empty())
            continue;
        if (auto adopted = adopt(journal); !adopted)
            result = adopted;
    }
    return result;
}

void sweepChunks(const std::filesystem::path& directory)
{
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(directory, ignored)) {
        if (entry.path().extension() != ".chunks")
            continue;
        auto file = File::open(entry.path(), O_RDONLY);
        if (!file || file->size() < layout::chunkFileHeaderBytes)
            continue;
        std::string bytes(offsetof(layout::ChunkFileHeader, ticks0), '\0');
        if (file->readAt(bytes.data(), bytes.size(), 0) != static_cast<std::ptrdiff_t>(bytes.size()))
            continue;
        const auto text = [&](std::size_t offset, std::size_t size) {
            return std::string(bytes.data() + offset, ::strnlen(bytes.data() + offset, size));
        };
        using Header = layout::ChunkFileHeader;
        std::uint64_t magic = 0;
        std::int64_t pid = 0;
        std::memcpy(&magic, bytes.data(), sizeof magic);
        std::memcpy(&pid, bytes.data() + offsetof(Header, pid), sizeof pid);
        const std::string journal = text(offsetof(Header, directory), sizeof(Header::directory));
        if (magic != layout::chunkFileMagic || journal.empty() ||
            text(offsetof(Header, pidNamespace), sizeof(Header::pidNamespace)) != ownPidNamespace() ||
            runs(pid, text(offsetof(Header, startTime), sizeof(Header::startTime))))
            continue;
        if (::access(journal.c_str(), F_OK) != 0 && errno == ENOENT)
            ::unlink(entry.path().c_str());
    }
}

} // namespace spanglass::journal
