// SPDX-License-Identifier: Apache-2.0
/// What a thread writes with: its place in the chunk it owns, and records about a span, written in place.
/// Public only so that setting an attribute is inlined into the caller; programs use <spanglass/tracer.h>.
///
/// A Pen belongs to one thread. `commit()` publishes a record with one release store: what was committed
/// survives the death of the process. There is always room left for the ends of the spans that this thread
/// has open, so that a stored start never looks interrupted for want of memory.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <spanglass/types.h>

namespace spanglass::detail {

inline constexpr unsigned paddingShift = 5;
inline constexpr std::size_t spanHeadBytes = 16;
[[nodiscard]] constexpr std::size_t padded(std::size_t bytes) noexcept
{
    return (bytes + 7) & ~std::size_t{7};
}

/// Copies without a call: most names and keys are a few words long, and keys are known to the compiler.
[[gnu::always_inline]] inline void copyText(char* to, const char* from, std::size_t bytes) noexcept
{
    if (bytes > 64) {
        std::memcpy(to, from, bytes);
    } else if (bytes >= 8) {
        for (std::size_t at = 0; at + 8 < bytes; at += 8)
            std::memcpy(to + at, from + at, 8);
        std::memcpy(to + bytes - 8, from + bytes - 8, 8);
    } else if (bytes >= 4) {
        std::memcpy(to, from, 4);
        std::memcpy(to + bytes - 4, from + bytes - 4, 4);
    } else {
        for (std::size_t at = 0; at < bytes; ++at)
            to[at] = from[at];
    }
}

/// Up to eight bytes as a number; of a literal, the compiler knows it.
[[nodiscard, gnu::always_inline]] inline std::uint64_t wordOf(const char* text, std::size_t bytes) noexcept
{
    std::uint64_t word = 0;
    if (bytes >= 8) {
        std::memcpy(&word, text, 8);
        return word;
    }
    if (bytes >= 4) {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::memcpy(&first, text, 4);
        std::memcpy(&last, text + bytes - 4, 4);
        return first | std::uint64_t{last} << (8 * (bytes - 4));
    }
    if (bytes >= 1)
        word = static_cast<unsigned char>(text[0]);
    if (bytes >= 2)
        word |= std::uint64_t{static_cast<unsigned char>(text[1])} << 8;
    if (bytes >= 3)
        word |= std::uint64_t{static_cast<unsigned char>(text[2])} << 16;
    return word;
}

// Between two readings of the processor's counter some hundred instructions cost nothing: they are done while
// it is read. Every further one costs a tenth of a nanosecond. So what follows is about having few of them.

/// Stores eight bytes and steps behind them.
[[gnu::always_inline]] inline void putWord(char*& to, std::uint64_t word) noexcept
{
    std::memcpy(to, &word, sizeof word);
    to += sizeof word;
}

/// Stores the text, filled up with zeros to whole words.
[[gnu::always_inline]] inline void putText(char* to, const char* text, std::size_t bytes) noexcept
{
    if (bytes <= 8) {
        if (bytes > 0)
            putWord(to, wordOf(text, bytes));
        return;
    }
    const std::size_t whole = bytes / 8 * 8;
    if (bytes > 64)
        std::memcpy(to, text, whole);
    else
        for (std::size_t at = 0; at < whole; at += 8)
            std::memcpy(to + at, text + at, 8);
    if (bytes != whole) {
        // The last eight bytes, without those of them that are written already.
        const std::uint64_t last = wordOf(text + bytes - 8, 8) >> (8 * (whole + 8 - bytes));
        std::memcpy(to + whole, &last, sizeof last);
    }
}

using TwoWords = std::uint64_t __attribute__((vector_size(16)));
static_assert(sizeof(TwoWords) == 16);

/// The commit word of no chunk: nothing fits behind it.
inline constinit std::atomic<std::uint64_t> noChunk{0xffff};

struct Pen
{
    static constexpr std::uint32_t chunkHeaderBytes = 64;
    static constexpr std::uint32_t chunkDataBytes = (32 << 10) - chunkHeaderBytes;
    static constexpr std::uint32_t endBytes = 40;
    static constexpr std::uint64_t noSubject = 0;
    /// Ends that every chunk keeps room for at most; deeper nests fall back on the pool's reserve.
    static constexpr std::uint32_t maxEndsReserved = 128;
    /// The largest record that fits into any fresh chunk.
    static constexpr std::uint32_t largestRecord = chunkDataBytes - maxEndsReserved * endBytes;

    /// The chunk's: chunkSeq << 32 | starts << 16 | bytes. It says where the next record goes, too: nobody
    /// else writes it, so a place of the pen's own would only have to be kept beside it.
    std::atomic<std::uint64_t>* commitWord = &noChunk;
    /// The span of the chunk's last start: records about it need not name it. Whoever retires the recorder
    /// makes it `noSubject`.
    std::atomic<std::uint64_t> subject{noSubject};
    std::uint64_t tagBits = 0;   ///< the chunk's tag, where a header has it
    std::uint64_t traceHigh = 0; ///< of the chunk's last start
    std::uint64_t traceLow = 0;
    std::uint32_t index = 0; ///< the chunk's
    /// Of the chunk's data, for all but ends: what the ends of open spans will need is left.
    std::uint32_t room = chunkDataBytes;
    std::uint32_t openBeyond = 0; ///< spans for whose ends nothing is left any more

    Pen() = default;
    Pen(const Pen&) = delete;
    Pen& operator=(const Pen&) = delete;
    /// As it was at first.
    void reset() noexcept
    {
        dropChunk();
        room = chunkDataBytes;
        openBeyond = 0;
    }
    void dropChunk() noexcept
    {
        commitWord = &noChunk;
        forgetSubject();
    }
    [[nodiscard]] bool hasChunk() const noexcept { return commitWord != &noChunk; }
    [[nodiscard]] bool isAbout(std::uint64_t span) const noexcept
    {
        return subject.load(std::memory_order_relaxed) == span;
    }
    [[nodiscard]] bool isOf(const TraceId& trace) const noexcept
    {
        return ((traceLow ^ trace.low) | (traceHigh ^ trace.high)) == 0;
    }
    void forgetSubject() noexcept { subject.store(noSubject, std::memory_order_relaxed); }

    /// Begins to write to the chunk that has this commit word, behind what is there.
    void begin(std::atomic<std::uint64_t>& chunk, std::uint32_t chunkIndex) noexcept
    {
        commitWord = &chunk;
        index = chunkIndex;
        tagBits = (chunk.load(std::memory_order_relaxed) >> 32 & 0xffff) << 16;
        forgetSubject();
        traceHigh = traceLow = 0;
    }

    /// Where the next record goes.
    struct Place
    {
        std::atomic<std::uint64_t>* commitWord;
        std::uint64_t word;

        [[nodiscard]] std::size_t used() const noexcept { return word & 0xffff; }
        [[nodiscard]] char* data() const noexcept
        {
            return reinterpret_cast<char*>(commitWord) + chunkHeaderBytes + used();
        }
        /// Publishes what was written to the `bytes` behind it.
        void commit(std::size_t bytes) const noexcept
        {
            commitWord->store(word + bytes, std::memory_order_release);
        }
    };
    [[nodiscard]] Place place() const noexcept
    {
        return {commitWord, commitWord->load(std::memory_order_relaxed)};
    }
    [[nodiscard]] bool fits(const Place& place, std::size_t bytes) const noexcept
    {
        return place.used() + bytes <= room;
    }
    [[nodiscard]] bool fits(std::size_t bytes) const noexcept { return fits(place(), bytes); }
    [[nodiscard]] static bool fitsEnd(const Place& place) noexcept
    {
        return place.used() + endBytes <= chunkDataBytes;
    }
    [[nodiscard]] bool fitsEnd() const noexcept { return fitsEnd(place()); }

    /// The drain thread has read these lines on another core: asking for them back a few spans ahead hides
    /// what that takes, which is several times the cost of a record.
    static void fetchAhead([[maybe_unused]] const char* at) noexcept
    {
#if defined(__x86_64__)
        asm volatile("prefetchw %0" : : "m"(at[768]));
        asm volatile("prefetchw %0" : : "m"(at[832]));
#endif
    }

    /// A RecordHeader as one word: fields written one by one would make the copy wait for all of them.
    [[nodiscard]] std::uint64_t header(std::uint64_t type, std::uint64_t flags, std::uint64_t bytes,
                                       std::uint64_t aux) const noexcept
    {
        return type | (flags & 0xff) << 8 | tagBits | (bytes / 8) << 32 | aux << 48;
    }

    /// Keeps room for the ends of the spans this thread has open.
    void opened() noexcept
    {
        if (room > chunkDataBytes - maxEndsReserved * endBytes) [[likely]]
            room -= endBytes;
        else
            ++openBeyond;
    }
    void closed() noexcept
    {
        if (openBeyond > 0) [[unlikely]]
            --openBeyond;
        else if (room < chunkDataBytes) [[likely]] // else it was opened by another thread
            room += endBytes;
    }
};

/// Head of a record about a span: `fixedWords` numbers, then two texts.
inline constexpr std::size_t sizeAboutSpan(std::size_t fixedWords, std::size_t textBytes) noexcept
{
    return spanHeadBytes + fixedWords * 8 + padded(textBytes);
}

/// Writes an attribute, status, event, link or payload part; docs/journal-format.md says what is what.
template<class... Words>
inline void writeSpanRecord(Pen& pen, std::uint64_t type, std::uint64_t span, std::uint64_t valueType,
                            std::size_t aux, std::string_view first, std::string_view second,
                            Words... fixed) noexcept
{
    const std::size_t texts = first.size() + second.size();
    const std::size_t bytes = spanHeadBytes + sizeof...(fixed) * 8 + padded(texts);
    const Pen::Place place = pen.place();
    char* to = place.data();
    std::memset(to + bytes - 8, 0, 8);
    putWord(to, pen.header(type, valueType | (-texts & 7) << paddingShift, bytes, aux));
    putWord(to, span);
    (putWord(to, static_cast<std::uint64_t>(fixed)), ...);
    copyText(to, first.data(), first.size());
    copyText(to + first.size(), second.data(), second.size());
    place.commit(bytes);
}

inline constexpr std::uint64_t shortAttributeRecord = 12;

/// Writes an attribute of the pen's subject whose key has a number; `mark` is that in the upper 16 bits.
/// False: there is no room.
template<class... Words>
[[nodiscard, gnu::always_inline]] inline bool
writeShortAttribute(Pen& pen, std::uint64_t mark, std::uint64_t valueType, std::string_view text,
                    Words... fixed) noexcept
{
    const std::size_t bytes = 8 + sizeof...(fixed) * 8 + padded(text.size());
    const Pen::Place place = pen.place();
    if (!pen.fits(place, bytes)) [[unlikely]]
        return false;
    const std::uint64_t flags = valueType | (-text.size() & 7) << paddingShift;
    char* to = place.data();
    putWord(to, mark | pen.tagBits | (shortAttributeRecord | flags << 8 | std::uint64_t{bytes / 8} << 32));
    (putWord(to, static_cast<std::uint64_t>(fixed)), ...);
    putText(to, text.data(), text.size());
    place.commit(bytes);
    return true;
}

} // namespace spanglass::detail
