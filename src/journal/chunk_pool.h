// SPDX-License-Identifier: Apache-2.0
/// The chunks of a process: shared memory that outlives it, handed to threads and back without locks.
///
/// A thread fills a chunk and hands it over for a free one; the drain thread writes full chunks to the
/// journal and frees them. The pool grows to its limit; there, `take` says no and the caller drops and
/// counts. Some chunks are kept for end records only.
#pragma once

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "journal/file.h"
#include "journal/identity.h"
#include "journal/layout.h"
#include "journal/pen.h"

namespace spanglass::journal {

class ChunkPool
{
public:
    struct Options
    {
        std::filesystem::path file;
        std::size_t initialBytes = 1 << 20;
        std::size_t maxBytes = layout::maxPoolBytes;
        bool onDisk = false;           ///< the file is no tmpfs: callers must not grow it
        std::filesystem::path journal; ///< its directory, for whoever finds the chunks alone
    };
    [[nodiscard]] static Result<std::unique_ptr<ChunkPool>> create(const Options& options,
                                                                   const Identity& identity);
    ~ChunkPool();

    // ── Any thread ──
    /// Hands over the pen's chunk and gives it another with room for `bytes`. On false the pen is as it was.
    [[nodiscard]] bool take(Pen& pen, std::size_t bytes, bool forEnd) noexcept;
    /// The thread ends: its half-full chunk is for the next one.
    void leave(Pen& pen) noexcept;
    /// A number for a name that is part of the program, from 1; 0 when there is no room. One thread at a
    /// time.
    [[nodiscard]] std::uint32_t addName(std::string_view name) noexcept;
    void countDropped(layout::DropReason reason) noexcept;
    void countLostEnd() noexcept { header().lostEnds.fetch_add(1, std::memory_order_relaxed); }
    [[nodiscard]] layout::ChunkFileHeader& header() noexcept { return *m_header; }
    /// Few chunks are free: the drain thread should hurry.
    [[nodiscard]] bool runningLow() const noexcept
    {
        return m_free.load(std::memory_order_relaxed) <
               std::max(m_total.load(std::memory_order_relaxed) / 4, leastFree);
    }

    // ── The drain thread ──
    /// Chunks handed over since the last call, oldest first.
    [[nodiscard]] const std::vector<std::uint32_t>& takeFull();
    [[nodiscard]] layout::ChunkHeader& chunk(std::uint32_t index) noexcept;
    [[nodiscard]] const char* data(std::uint32_t index) noexcept;
    [[nodiscard]] std::uint32_t chunks() const noexcept;
    [[nodiscard]] bool isOpen(std::uint32_t index) const noexcept;
    /// All of the chunk is in the journal: it is free under a new sequence number.
    void recycle(std::uint32_t index) noexcept;
    /// Keeps enough chunks free; 0 or an errno.
    int growAhead() noexcept;
    /// Gives the memory of all free chunks back; nothing can be taken after it.
    void close() noexcept;
    void unlink() noexcept;

private:
    /// A stack of chunk indices; the count in the upper half keeps a slow popper from being fooled.
    class Stack
    {
    public:
        void push(std::uint32_t index, std::atomic<std::uint32_t>* next) noexcept;
        [[nodiscard]] bool pop(std::uint32_t& index, const std::atomic<std::uint32_t>* next) noexcept;
        [[nodiscard]] std::uint32_t takeAll() noexcept; ///< index + 1 of the first; 0: none

    private:
        std::atomic<std::uint64_t> m_head{0};
    };

    static constexpr std::uint32_t leastFree = 16;

    ChunkPool() = default;
    Result<void> map(const Options& options, const Identity& identity);
    int grow(std::uint32_t count, bool keepFirst, std::uint32_t& first) noexcept;
    [[nodiscard]] bool next(std::uint32_t& index, std::size_t bytes, bool forEnd) noexcept;
    void handOver(Pen& pen) noexcept;
    void setState(std::uint32_t index, layout::ChunkState state) noexcept;

    File m_file;
    std::filesystem::path m_path;
    char* m_base = nullptr;
    std::size_t m_mappedBytes = 0;
    layout::ChunkFileHeader* m_header = nullptr;
    std::uint32_t m_limit = 0; ///< chunks
    bool m_onDisk = false;

    std::unique_ptr<std::atomic<std::uint32_t>[]> m_next;
    Stack m_freeStack;
    Stack m_halfStack;
    Stack m_fullStack;
    Stack m_reserveStack;
    std::atomic<std::uint32_t> m_free{0};
    std::atomic<std::uint32_t> m_total{0};
    std::atomic<std::uint32_t> m_reserved{0};
    std::atomic<std::uint32_t> m_nextSeq{1};
    std::atomic<bool> m_closed{false};
    std::vector<std::uint32_t> m_taken;
};

/// Blocks SIGXFSZ on this thread while it may extend a file: the write then fails with EFBIG.
class FileSizeSignalGuard
{
public:
    FileSizeSignalGuard() noexcept;
    ~FileSizeSignalGuard();
    FileSizeSignalGuard(const FileSizeSignalGuard&) = delete;
    FileSizeSignalGuard& operator=(const FileSizeSignalGuard&) = delete;

private:
    bool m_wasBlocked = false;
};

} // namespace spanglass::journal
