// SPDX-License-Identifier: Apache-2.0
/// Blocks, then chunks, each record once.
#include "journal/reader.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <fcntl.h>
#include <set>
#include <unistd.h>

#include "journal/chunk_view.h"
#include "journal/clock.h"
#include "journal/decoder.h"
#include "journal/identity.h"
#include "journal/segment_log.h"

namespace spanglass::journal {

namespace {

constexpr std::uint8_t cursorVersion = 1;
/// In a cursor: all of the chunk was read, though its recorder may not have recycled it yet.
constexpr std::uint32_t allRead = UINT32_MAX;

template<class T> void put(std::string& to, T value)
{
    to.append(reinterpret_cast<const char*>(&value), sizeof value);
}
template<class T> bool take(std::string_view& from, T& value)
{
    if (from.size() < sizeof value)
        return false;
    std::memcpy(&value, from.data(), sizeof value);
    from.remove_prefix(sizeof value);
    return true;
}

std::uint64_t directoryBytes(const std::filesystem::path& directory)
{
    std::uint64_t bytes = 0;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(directory, ignored)) {
        const auto size = entry.file_size(ignored);
        bytes += ignored ? 0 : size;
    }
    return bytes;
}

} // namespace

Result<std::vector<JournalInfo>> listJournals(const std::filesystem::path& store)
{
    std::vector<std::pair<std::filesystem::file_time_type, JournalInfo>> found;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(store / "journals", error)) {
        if (!entry.is_directory(error))
            continue;
        auto who = probe(entry.path());
        if (!who)
            continue; // being made or removed right now, or no journal
        JournalInfo info;
        info.nonce = who->identity.nonce;
        info.directory = entry.path();
        if (::access(who->identity.chunks.c_str(), F_OK) == 0)
            info.chunks = who->identity.chunks;
        info.pid = who->identity.pid;
        info.program = who->identity.program;
        info.alive = who->alive;
        info.batch = who->identity.batch;
        info.bytes = directoryBytes(entry.path());
        found.emplace_back(std::filesystem::last_write_time(entry.path() / "lock", error), std::move(info));
    }
    if (error && error != std::errc::no_such_file_or_directory)
        return fail(ErrorKind::io, (store / "journals").string() + ": " + error.message());
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::tie(a.first, a.second.nonce) < std::tie(b.first, b.second.nonce);
    });
    std::vector<JournalInfo> journals;
    for (auto& [time, info] : found)
        journals.push_back(std::move(info));
    return journals;
}

Result<Cursor> Cursor::parse(std::string_view bytes)
{
    Cursor cursor;
    if (bytes.empty())
        return cursor;
    std::uint8_t version = 0;
    std::uint32_t count = 0;
    if (!take(bytes, version) || version != cursorVersion || !take(bytes, cursor.m_nextBlock) ||
        !take(bytes, count) || bytes.size() != std::size_t{count} * 8)
        return fail(ErrorKind::format, "journal cursor: not one of this version");
    for (std::uint32_t chunkSeq = 0, to = 0; take(bytes, chunkSeq) && take(bytes, to);)
        cursor.m_gatheredTo[chunkSeq] = to;
    return cursor;
}

std::string Cursor::bytes() const
{
    std::string bytes;
    put(bytes, cursorVersion);
    put(bytes, m_nextBlock);
    put(bytes, static_cast<std::uint32_t>(m_gatheredTo.size()));
    for (const auto& [chunkSeq, to] : m_gatheredTo) {
        put(bytes, chunkSeq);
        put(bytes, to);
    }
    return bytes;
}

struct Reader::State
{
    State(JournalInfo journal, Identity identity)
        : info(std::move(journal)), who(std::move(identity)), log(info.directory, who.nonceTag())
    {
    }

    JournalInfo info;
    Identity who;
    SegmentLog log;
    Decoder decoder;
    std::unique_ptr<ChunkView> chunks;
    std::filesystem::path preambleOf; ///< the segment whose preamble the decoder knows
    bool dead = false;
    bool chunksReadable = true;   ///< or certainly not there
    std::uint64_t completeAt = 0; ///< the cursor's block where everything was read to the end; 0: not so
    Books lastBooks;
    std::string copied;

    void openChunks();
    bool readBlocks(Cursor& cursor, const Decoder::Visit& visit, std::uint64_t maxBytes, ReadStats& stats,
                    Error& error);
    void readChunks(Cursor& cursor, const Decoder::Visit& visit, std::uint64_t maxBytes, ReadStats& stats);
    void learnPreamble(const SegmentLog::Block& block);
    void handOutBlock(const SegmentLog::Block& block, Cursor& cursor, const Decoder::Visit& visit,
                      ReadStats& stats);
    void handOutBooks(const Decoder::Visit& visit);
    static void forgetRecycled(Cursor& cursor, const std::set<std::uint32_t>& present);
};

Reader::Reader() = default;
Reader::~Reader() = default;

Result<std::unique_ptr<Reader>> Reader::open(const JournalInfo& info)
{
    auto who = probe(info.directory);
    if (!who)
        return tl::unexpected(who.error());
    std::unique_ptr<Reader> reader(new Reader);
    reader->m_state = std::make_unique<State>(info, who->identity);
    return reader;
}

/// The chunks tell the clock and the resource before the first segment does.
void Reader::State::openChunks()
{
    if (chunks != nullptr || who.chunks.empty())
        return;
    auto opened = ChunkView::open(who.chunks, who.nonceBytes());
    // Adopted, never finished, or in another container: the segments have all there is. Anything else may
    // pass.
    chunksReadable =
        opened || opened.error().kind == ErrorKind::unavailable || opened.error().kind == ErrorKind::format;
    if (!opened)
        return;
    chunks = std::move(*opened);
}

Result<ReadStats> Reader::read(Cursor& cursor, const std::function<void(const RecordView&)>& visit,
                               std::uint64_t maxBytes)
{
    State& state = *m_state;
    ReadStats stats;
    // Liveness first: what a process wrote before it died is there when we look for it afterwards.
    const auto who = probe(state.info.directory);
    state.dead = who ? !who->alive : who.error().kind == ErrorKind::unavailable;
    state.completeAt = 0;
    state.openChunks();
    if (auto refreshed = state.log.refresh(); !refreshed)
        return tl::unexpected(refreshed.error());
    state.decoder.beginRound();
    Error error;
    const bool atEnd = state.readBlocks(cursor, visit, maxBytes, stats, error);
    if (!error.message.empty())
        return tl::unexpected(error);
    if (atEnd && state.chunks != nullptr)
        state.readChunks(cursor, visit, maxBytes, stats);
    else if (atEnd && state.dead && state.chunksReadable)
        State::forgetRecycled(cursor, {});
    if (atEnd && state.dead && state.chunksReadable && stats.bytes == 0) {
        stats.complete = true;
        state.completeAt = std::max<std::uint64_t>(cursor.m_nextBlock, 1);
    }
    return stats;
}

void Reader::State::learnPreamble(const SegmentLog::Block& block)
{
    if (preambleOf == block.segment && decoder.knowsClock() && block.skipped == 0)
        return;
    const std::string records = log.preambleFor(block);
    decoder.decode(records, 0, [](const RecordView&) {});
    preambleOf = block.segment;
}

/// True at the end of the blocks.
bool Reader::State::readBlocks(Cursor& cursor, const Decoder::Visit& visit, std::uint64_t maxBytes,
                               ReadStats& stats, Error& error)
{
    SegmentLog::Block block;
    while (stats.bytes < maxBytes) {
        const auto found = log.next(cursor.m_nextBlock, dead, block);
        if (!found) {
            error = found.error();
            return false;
        }
        if (!*found)
            return true;
        stats.damagedBlocks += block.skipped;
        handOutBlock(block, cursor, visit, stats);
        cursor.m_nextBlock = block.header.blockSeq + 1;
    }
    return false;
}

void Reader::State::handOutBlock(const SegmentLog::Block& block, Cursor& cursor, const Decoder::Visit& visit,
                                 ReadStats& stats)
{
    const layout::BlockHeader header = block.header;
    std::string_view records = block.records;
    std::string kept;
    if (header.preambleBack != 0 &&
        (preambleOf != block.segment || !decoder.knowsClock() || block.skipped != 0)) {
        kept = std::string(records);
        records = kept;
        learnPreamble(block);
    }
    if (header.flags & layout::preamble)
        preambleOf = block.segment;
    stats.bytes += sizeof header + records.size();
    layout::Subject subject;
    if ((header.flags & layout::withSubject) != 0 && records.size() >= sizeof subject) {
        std::memcpy(&subject, records.data(), sizeof subject);
        records.remove_prefix(sizeof subject);
    }
    std::uint32_t seen = 0;
    if (header.chunkSeq != 0) {
        std::uint32_t& to = cursor.m_gatheredTo[header.chunkSeq];
        seen = to > header.chunkOffset ? to - header.chunkOffset : 0;
        to = std::max(to, header.chunkOffset + layout::chunkBytesOf(header));
        if (header.flags & layout::lastOfChunk)
            to = allRead;
    }
    stats.records += decoder.decode(records, header.chunkSeq, visit, seen, subject);
}

void Reader::State::readChunks(Cursor& cursor, const Decoder::Visit& visit, std::uint64_t maxBytes,
                               ReadStats& stats)
{
    if (!decoder.knowsClock()) {
        const auto& header = chunks->header();
        auto nsPerTick = std::bit_cast<double>(header.nsPerTick.load(std::memory_order_acquire));
        if (!(nsPerTick > 0) && who.bootId == bootId())
            nsPerTick = clock::nsPerTick({header.ticks0, header.mono0Ns}, 1'000'000);
        decoder.setClock(header.ticks0, header.mono0Ns, nsPerTick > 0 ? nsPerTick : 1, {});
        decoder.setContext(chunks->resourceJson(), {});
    }
    // New traces may go by an offset that no preamble in a segment tells yet.
    decoder.setUtcOffsets([&] {
        std::vector<std::int64_t> offsets;
        const auto& header = chunks->header();
        const auto epochs =
            std::min<std::size_t>(header.clockEpochs.load(std::memory_order_acquire), layout::maxClockEpochs);
        for (std::size_t epoch = 0; epoch < epochs; ++epoch)
            offsets.push_back(header.utcOffsetNs[epoch].load(std::memory_order_relaxed));
        return offsets;
    }());
    const std::uint32_t count = chunks->chunks();
    std::vector<std::uint64_t> words(count);
    for (std::uint32_t index = 0; index < count; ++index)
        words[index] = chunks->word(index);
    // Behind the words: whatever number a committed record has is known then.
    decoder.setNames(chunks->names());
    std::set<std::uint32_t> present;
    for (std::uint32_t index = 0; index < count; ++index) {
        const std::uint64_t word = words[index];
        if (word == 0)
            continue;
        present.insert(layout::chunkSeqOf(word));
        if (stats.bytes >= maxBytes)
            continue;
        const auto known = cursor.m_gatheredTo.find(layout::chunkSeqOf(word));
        const std::uint32_t from = known != cursor.m_gatheredTo.end() ? known->second : 0;
        if (!chunks->copy(index, from, word, copied))
            continue;
        cursor.m_gatheredTo[layout::chunkSeqOf(word)] = layout::bytesOf(word);
        stats.bytes += copied.size() - from;
        stats.records += decoder.decode(copied, layout::chunkSeqOf(word), visit, from);
    }
    forgetRecycled(cursor, present);
    handOutBooks(visit);
}

/// A chunk that was read to its end and is recycled never comes back under that number.
void Reader::State::forgetRecycled(Cursor& cursor, const std::set<std::uint32_t>& present)
{
    std::erase_if(cursor.m_gatheredTo, [&](const auto& chunk) {
        return chunk.second == allRead && !present.contains(chunk.first);
    });
}

void Reader::State::handOutBooks(const Decoder::Visit& visit)
{
    const Books books = chunks->books();
    if (books.created == lastBooks.created && books.dropped == lastBooks.dropped)
        return;
    lastBooks = books;
    visit(BooksView{books.created, books.dropped});
}

Result<void> Reader::release(const Cursor& cursor)
{
    State& state = *m_state;
    if (state.dead) {
        if (state.completeAt == 0 || state.completeAt != std::max<std::uint64_t>(cursor.m_nextBlock, 1)) {
            state.log.removeBefore(cursor.m_nextBlock);
            return {};
        }
        // Not while somebody moves the chunks' rest into the journal.
        const auto adopting = File::open(state.info.directory / "adopt", O_RDWR | O_CREAT);
        if (adopting && !tryLock(*adopting))
            return fail(ErrorKind::unavailable, state.info.directory.string() + ": is being adopted");
        state.chunks.reset();
        std::error_code error;
        if (!state.who.chunks.empty())
            ::unlink(state.who.chunks.c_str());
        std::filesystem::remove_all(state.info.directory, error);
        if (error)
            return fail(ErrorKind::io, state.info.directory.string() + ": " + error.message());
        return {};
    }
    auto file = File::open(state.info.directory / "released", O_RDWR | O_CREAT);
    if (!file)
        return tl::unexpected(file.error());
    const std::uint64_t block = cursor.m_nextBlock;
    if (const int error = file->writeAt(&block, sizeof block, 0))
        return fail(ErrorKind::io, errorText((state.info.directory / "released").string(), error));
    return {};
}

} // namespace spanglass::journal
