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

struct Pen
{
    static constexpr std::size_t chunkDataBytes = (32 << 10) - 64;
    static constexpr std::size_t endBytes = 40;
    static constexpr std::uint64_t noSubject = ~std::uint64_t{0};
    /// Ends that every chunk keeps room for at most; deeper nests fall back on the pool's reserve.
    static constexpr std::size_t maxEndsReserved = 128;
    /// The largest record that fits into any fresh chunk.
    static constexpr std::size_t largestRecord = chunkDataBytes - maxEndsReserved * endBytes;

    char* at = nullptr;    ///< the next record
    char* limit = nullptr; ///< for all but ends
    /// The chunk's commit word is this plus `at`: publishing a record is one addition and one store.
    std::uint64_t bias = 0;
    std::atomic<std::uint64_t>* commitWord = nullptr; ///< of the chunk; null: the thread has none
    std::uint64_t tagBits = 0;                        ///< the chunk's tag, where a header has it
    /// The span of the chunk's last start: records about it need not name it. Whoever retires the recorder
    /// makes it `noSubject`.
    std::atomic<std::uint64_t> subject{noSubject};
    char* end = nullptr;         ///< of the chunk
    std::uint64_t traceHigh = 0; ///< of the chunk's last start
    std::uint64_t traceLow = 0;
    std::uint32_t index = 0; ///< the chunk's
    std::uint32_t openSpans = 0;

    Pen() = default;
    Pen(const Pen&) = delete;
    Pen& operator=(const Pen&) = delete;
    /// As it was at first.
    void reset() noexcept
    {
        at = limit = end = nullptr;
        commitWord = nullptr;
        subject.store(noSubject, std::memory_order_relaxed);
        openSpans = 0;
    }
    [[nodiscard]] bool isAbout(std::uint64_t span) const noexcept
    {
        return subject.load(std::memory_order_relaxed) == span;
    }
    void forgetSubject() noexcept { subject.store(noSubject, std::memory_order_relaxed); }

    /// Begins to write to a chunk, behind the `bytes` that its commit word `word` tells.
    void begin(char* data, std::size_t bytes, std::uint64_t word) noexcept
    {
        at = data + bytes;
        end = data + chunkDataBytes;
        bias = word - reinterpret_cast<std::uintptr_t>(at);
        tagBits = (word >> 32 & 0xffff) << 16;
        forgetSubject();
        traceHigh = traceLow = 0;
        reserveEnds();
    }

    [[nodiscard]] bool fits(std::size_t bytes) const noexcept
    {
        return limit - at >= static_cast<std::ptrdiff_t>(bytes);
    }
    [[nodiscard]] bool fitsEnd() const noexcept { return end - at >= static_cast<std::ptrdiff_t>(endBytes); }

    void commit(std::size_t bytes) noexcept { commitTo(at + bytes); }
    void commitTo(char* behind) noexcept
    {
        at = behind;
        commitWord->store(bias + reinterpret_cast<std::uintptr_t>(behind), std::memory_order_release);
    }

    /// The drain thread has read these lines on another core: asking for them back a few spans ahead hides
    /// what that takes, which is several times the cost of a record.
    void fetchAhead() const noexcept
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
    void reserveEnds() noexcept
    {
        limit = end - (openSpans < maxEndsReserved ? openSpans : maxEndsReserved) * endBytes;
    }
    void opened() noexcept
    {
        if (++openSpans <= maxEndsReserved)
            limit -= endBytes;
    }
    void closed() noexcept
    {
        if (openSpans == 0)
            return; // it was opened by another thread
        if (openSpans-- <= maxEndsReserved)
            limit += endBytes;
    }
};

/// Stores eight bytes and steps behind them.
inline void putWord(char*& to, std::uint64_t word) noexcept
{
    std::memcpy(to, &word, sizeof word);
    to += sizeof word;
}

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
    char* to = pen.at;
    std::memset(to + bytes - 8, 0, 8);
    putWord(to, pen.header(type, valueType | (-texts & 7) << paddingShift, bytes, aux));
    putWord(to, span);
    (putWord(to, static_cast<std::uint64_t>(fixed)), ...);
    copyText(to, first.data(), first.size());
    copyText(to + first.size(), second.data(), second.size());
    pen.commit(bytes);
}

inline constexpr std::uint64_t shortAttributeRecord = 12;

/// Writes an attribute of the pen's subject whose key has a number; `mark` is that in the upper 16 bits and
/// the record's type. False: there is no room.
template<class... Words>
[[nodiscard, gnu::always_inline]] inline bool
writeShortAttribute(Pen& pen, std::uint64_t mark, std::uint64_t valueType, std::string_view text,
                    Words... fixed) noexcept
{
    const std::size_t bytes = 8 + sizeof...(fixed) * 8 + padded(text.size());
    char* to = pen.at;
    char* const behind = to + bytes;
    if (behind > pen.limit) [[unlikely]]
        return false;
    if (text.size() % 8 != 0)
        std::memset(behind - 8, 0, 8);
    const std::uint64_t flags = valueType | (-text.size() & 7) << paddingShift;
    putWord(to, mark | pen.tagBits | (flags << 8 | std::uint64_t{bytes / 8} << 32));
    (putWord(to, static_cast<std::uint64_t>(fixed)), ...);
    copyText(to, text.data(), text.size());
    pen.commitTo(behind);
    return true;
}

} // namespace spanglass::detail
