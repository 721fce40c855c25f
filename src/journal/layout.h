// SPDX-License-Identifier: Apache-2.0
/// The bytes of a journal: the chunk file in shared memory, the records in chunks, the blocks in segments.
/// docs/journal-format.md says it in words with an example. Little-endian; every record is a multiple of 8
/// bytes.
#pragma once

#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace spanglass::journal::layout {

static_assert(std::endian::native == std::endian::little, "the journal's bytes are little-endian");
static_assert(std::atomic<std::uint64_t>::is_always_lock_free, "commit words live in shared memory");

// ── Records ────────────────────────────────────────────────────────────────────────────────────────────────

enum class RecordType : std::uint8_t
{
    start = 1,
    attribute = 2,
    status = 3,
    end = 4,
    event = 5,
    link = 6,
    payloadPart = 7,
    context = 8,
    books = 9,
    clock = 10,
    commit = 11,
    shortAttribute = 12,
    names = 13,
};

struct RecordHeader
{
    RecordType type;
    std::uint8_t flags;
    std::uint16_t tag; ///< the low bits of the chunk's sequence number: rejects stale bytes after power loss
    std::uint16_t words; ///< the record's size in units of 8 bytes, this header included
    std::uint16_t aux;   ///< its meaning is the type's
};
static_assert(sizeof(RecordHeader) == 8);

/// The *subject* at a place of a chunk is the span of the last start before it in the chunk's present life:
/// what follows a start is mostly about that span, and need not name it again.
struct Subject
{
    std::uint64_t traceHigh = 0;
    std::uint64_t traceLow = 0;
    std::uint64_t span = 0;
};
static_assert(sizeof(Subject) == 24);

/// Bits of a start's and an end's flags beside RecordFlag.
enum BriefFlag : std::uint8_t
{
    nameByNumber = 32, ///< start: aux is the name's number
    ofSubject = 64,    ///< start: its trace is the subject's, and absent; end: it is the subject's
};
inline constexpr std::size_t traceBytes = 16;
inline constexpr std::size_t briefEndBytes = 16;

/// flags: RecordFlag and BriefFlag; aux: bytes of the name, which is last, or its number.
struct StartRecord
{
    RecordHeader header;
    std::uint64_t ticks;
    std::uint64_t traceHigh; ///< these two only without `ofSubject`
    std::uint64_t traceLow;
    std::uint64_t span;
    std::uint64_t parent;
    std::uint8_t kind;
    std::uint8_t level;
    std::uint16_t clockEpoch; ///< which UTC offset its trace goes by
    std::uint32_t thread;
};
static_assert(sizeof(StartRecord) == 56);

/// flags: RecordFlag and BriefFlag; aux: status in the low 2 bits, clock epoch above.
struct EndRecord
{
    RecordHeader header;
    std::uint64_t ticks;
    std::uint64_t traceHigh; ///< these three only without `ofSubject`
    std::uint64_t traceLow;
    std::uint64_t span;
};
static_assert(sizeof(EndRecord) == 40);

/// shortAttribute: an attribute of the subject. flags: as of an attribute; aux: the key's number. What
/// follows is the number or the text that is its value.
///
/// names: aux of them, numbered from 1: u16 bytes of each, then the texts.

/// The head of an attribute, status, event, link or payload part: header and span, then the trace id where
/// flags has `withTrace`. The low 4 bits of flags are the ValueType, the high 3 bits count the zero bytes at
/// the record's end. What follows:
///   attribute    aux: bytes of the key · integer, boolean, real: 8 bytes of value, the key ·
///                text, json, bytes: the key, the value
///   status       aux: the status · the message
///   event        aux: bytes of the name · u64 ticks, u64 clock epoch · the name, the attributes as JSON
///   link         aux: bytes of the trace state · u64 trace high, trace low, span · the trace state, JSON
///   payloadPart  aux: bytes of the key · u64 offset, u64 total · the key, the bytes
struct SpanRecord
{
    RecordHeader header;
    std::uint64_t span;
};
static_assert(sizeof(SpanRecord) == 16);
inline constexpr std::uint8_t valueTypeMask = 0x0f;
inline constexpr std::uint8_t withTrace = 0x10;
inline constexpr unsigned paddingShift = 5;

/// context: u32 bytes of the resource, u32 bytes of the scope, both texts.
/// commit:  u32 bytes of the batch, u32 bytes of the note, both texts.
struct TwoTextsRecord
{
    RecordHeader header;
    std::uint32_t firstBytes;
    std::uint32_t secondBytes;
};
static_assert(sizeof(TwoTextsRecord) == 16);

struct BooksRecord
{
    RecordHeader header;
    std::uint64_t created;
    std::uint64_t dropped;
};

/// How ticks become time: monotonic ns = monoNs + (ticks - ticks0) * nsPerTick, and UTC = monotonic + the
/// offset of the record's clock epoch. aux: how many epochs follow, i64 each.
struct ClockRecord
{
    RecordHeader header;
    std::uint64_t ticks0;
    std::int64_t mono0Ns;
    double nsPerTick;
};
static_assert(sizeof(ClockRecord) == 32);

[[nodiscard]] constexpr std::size_t padded(std::size_t bytes)
{
    return (bytes + 7) & ~std::size_t{7};
}

// ── Chunks ─────────────────────────────────────────────────────────────────────────────────────────────────

inline constexpr std::size_t chunkBytes = 32 << 10;

/// `commit` is chunkSeq << 32 | starts << 16 | bytes: one release store publishes a record, and the same word
/// tells a reader whether the chunk was recycled while it copied. `starts` counts the start records, so that
/// the books are exact at every instant.
struct alignas(64) ChunkHeader
{
    std::atomic<std::uint64_t> commit;
    /// Spans started in this chunk's earlier lives. The entry that holds is the one of the commit word's
    /// sequence number, so that recycling, two stores, is one step for the books.
    struct Past
    {
        std::atomic<std::uint64_t> chunkSeq;
        std::atomic<std::uint64_t> starts;
    };
    std::array<Past, 2> past;
};
static_assert(sizeof(ChunkHeader) == 64);
inline constexpr std::size_t chunkDataBytes = chunkBytes - sizeof(ChunkHeader);

[[nodiscard]] constexpr std::uint32_t chunkSeqOf(std::uint64_t commit)
{
    return static_cast<std::uint32_t>(commit >> 32);
}
[[nodiscard]] constexpr std::uint32_t startsOf(std::uint64_t commit)
{
    return static_cast<std::uint32_t>(commit >> 16) & 0xffff;
}
[[nodiscard]] constexpr std::uint32_t bytesOf(std::uint64_t commit)
{
    return static_cast<std::uint32_t>(commit) & 0xffff;
}
inline constexpr std::uint64_t oneStart = 1u << 16;

// ── The chunk file ─────────────────────────────────────────────────────────────────────────────────────────

inline constexpr std::uint64_t chunkFileMagic = 0x314b4e4843475053; // "SPGCHNK1"
inline constexpr std::uint32_t version = 2;
inline constexpr std::size_t maxClockEpochs = 1024;
inline constexpr std::size_t resourceBytes = 16 << 10;
inline constexpr std::size_t maxPoolBytes = 256 << 20;
inline constexpr std::size_t maxChunks = maxPoolBytes / chunkBytes;

/// Names and keys that are part of the program get a number each, so that a record needs no text for them.
/// They are never taken back. `count` is written last.
struct NameTable
{
    static constexpr std::size_t maxNames = 192;
    static constexpr std::size_t maxTextBytes = 6 << 10;

    std::atomic<std::uint32_t> count;
    std::array<std::uint16_t, maxNames> ends; ///< in `text`
    std::array<char, maxTextBytes> text;

    [[nodiscard]] std::string_view at(std::size_t index) const
    {
        const std::size_t begin = index == 0 ? 0 : ends[index - 1];
        const std::size_t end = ends[index];
        return begin <= end && end <= maxTextBytes ? std::string_view(text.data() + begin, end - begin)
                                                   : std::string_view();
    }
};

enum class DropReason : std::uint8_t
{
    memory, ///< the pool was at its limit: the disk is full or slower than the program
    nested, ///< a signal handler interrupted the tracer on the same thread
};
inline constexpr std::size_t dropReasons = 2;

/// Offset 0 of the chunk file. `magic` is written last.
struct ChunkFileHeader
{
    std::atomic<std::uint64_t> magic;
    std::uint32_t version;
    std::uint32_t headerBytes; ///< where chunk 0 begins
    std::uint32_t chunkBytes;
    std::atomic<std::uint32_t> chunks; ///< how many exist
    std::array<std::uint8_t, 16> nonce;

    /// Whose it is, for whoever finds the file without its journal: texts end with a zero byte.
    std::int64_t pid;
    std::array<char, 24> startTime;
    std::array<char, 40> pidNamespace;
    std::array<char, 1024> directory;

    std::uint64_t ticks0;
    std::int64_t mono0Ns;
    std::atomic<std::uint64_t> nsPerTick; ///< bits of a double; 0: not known yet
    std::atomic<std::uint32_t> clockEpochs;
    std::atomic<std::uint32_t> resourceSize;

    std::array<std::atomic<std::uint64_t>, dropReasons> dropped;
    std::atomic<std::uint64_t> lostEnds; ///< ended spans that will look interrupted

    alignas(64) std::array<std::atomic<std::int64_t>, maxClockEpochs> utcOffsetNs;
    std::array<char, resourceBytes> resource;
    /// chunkSeq << 32 | ChunkState per chunk, written at hand-over: scanning 1,000 chunks reads 8 KB.
    alignas(64) std::array<std::atomic<std::uint64_t>, maxChunks> table;
    NameTable names;
};
inline constexpr std::size_t chunkFileHeaderBytes =
    (sizeof(ChunkFileHeader) + chunkBytes - 1) / chunkBytes * chunkBytes;
static_assert(chunkFileHeaderBytes == 96 << 10, "part of the format");

enum class ChunkState : std::uint32_t
{
    unused = 0, ///< on the free list
    open = 1,   ///< a thread writes to it, or left it half full
    full = 2,   ///< waits for the drain thread
};

// ── Segments ───────────────────────────────────────────────────────────────────────────────────────────────

inline constexpr std::uint32_t blockMagic = 0x42475053; // "SPGB"

/// A block: this header, then `bytes` bytes of records, the next block behind them. In a recycled segment a
/// block with another blockSeq than the next, or a wrong CRC, is the end of the log.
struct BlockHeader
{
    std::uint32_t magic;
    std::uint32_t crc32c;   ///< over the rest of the header and the records
    std::uint64_t blockSeq; ///< from 1, without gaps over all segments of the journal
    std::uint32_t bytes;
    std::uint32_t chunkSeq; ///< 0: not from a chunk (clock, context, books, imports)
    std::uint32_t chunkOffset;
    std::uint32_t flags; ///< BlockFlag
    std::uint32_t
        preambleBack;       ///< how far before this block the segment's last preamble begins; 0: it is one
    std::uint32_t nonceTag; ///< the first bytes of the journal's nonce
};
static_assert(sizeof(BlockHeader) == 40);

enum BlockFlag : std::uint32_t
{
    lastOfChunk = 1, ///< the chunk's sequence number ends with this block
    preamble = 2,    ///< clock, context, books and names: a segment begins with one
    withSubject = 4, ///< a Subject stands before the records, which is none of the chunk's bytes
};

inline constexpr std::size_t segmentBytes = 8 << 20;
inline constexpr std::size_t smallestSegmentBytes = 256 << 10;

/// Bytes of a block that are its chunk's.
[[nodiscard]] constexpr std::uint32_t chunkBytesOf(const BlockHeader& header)
{
    const std::uint32_t before = (header.flags & withSubject) != 0 ? sizeof(Subject) : 0;
    return header.bytes < before ? 0 : header.bytes - before;
}

} // namespace spanglass::journal::layout
