// SPDX-License-Identifier: Apache-2.0
/// The journal of this process: opened in a store, written by any thread through a Pen, drained behind.
///
///     auto recorder = Recorder::open({.store = directory});
///     Pen pen;                                                     // one per thread
///     if ((*recorder)->room(pen, bytes)) writeStart(pen, …);       // committed: survives kill -9
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "journal/chunk_pool.h"
#include "journal/drain.h"
#include "journal/identity.h"

namespace spanglass::journal {

class Recorder
{
public:
    struct Options
    {
        std::filesystem::path store;
        /// Where chunks live; empty: /dev/shm/spanglass-UID, or the store where that is missing or small.
        std::filesystem::path chunkDirectory;
        std::size_t maxPoolBytes = layout::maxPoolBytes;
        std::uint64_t journalsLimitBytes = std::uint64_t{1} << 30;
        std::size_t segmentBytes = layout::segmentBytes;
        bool durable = false;
        std::string resourceJson; ///< at most 16 KB
        /// What a person should know: one line each, from any thread, seldom.
        std::function<void(const std::string& message)> warn;
    };
    [[nodiscard]] static Result<std::unique_ptr<Recorder>> open(const Options& options);
    ~Recorder();

    // ── Any thread ──
    /// Room for a record of `bytes` and the end of its span; may hand over the pen's chunk. Never waits.
    [[nodiscard]] bool room(Pen& pen, std::size_t bytes) noexcept
    {
        return pen.fits(bytes) || turn(pen, bytes, false);
    }
    [[nodiscard]] bool roomForEnd(Pen& pen) noexcept
    {
        return pen.fitsEnd() || turn(pen, sizeof(layout::EndRecord), true);
    }
    void leave(Pen& pen) noexcept { m_pool->leave(pen); }
    [[nodiscard]] std::uint32_t addName(std::string_view name) noexcept { return m_pool->addName(name); }
    void countDropped(layout::DropReason reason) noexcept { m_pool->countDropped(reason); }
    void countLostEnd() noexcept { m_pool->countLostEnd(); }
    [[nodiscard]] std::uint16_t clockEpoch() noexcept
    {
        return static_cast<std::uint16_t>(m_pool->header().clockEpochs.load(std::memory_order_acquire) - 1);
    }
    [[nodiscard]] Books books() noexcept;
    [[nodiscard]] const Identity& identity() const { return m_identity; }
    [[nodiscard]] const std::filesystem::path& directory() const { return m_directory; }

    /// True when all that was committed before the call is on the disk.
    bool flush(std::chrono::milliseconds timeout) noexcept { return m_drain->flush(timeout); }
    /// Drains, syncs and ends the threads. What is written afterwards stays in the chunks for whoever adopts
    /// them.
    bool stop(std::chrono::milliseconds timeout) noexcept;
    /// In a forked child: lets go of what belongs to the parent, and touches nothing else.
    void abandonInChild() noexcept;

private:
    Recorder() = default;
    bool turn(Pen& pen, std::size_t bytes, bool forEnd) noexcept;
    Result<void> openPool(const Options& options);

    Identity m_identity;
    std::filesystem::path m_directory;
    File m_lock;
    std::unique_ptr<ChunkPool> m_pool;
    std::unique_ptr<SegmentWriter> m_writer;
    std::unique_ptr<Drain> m_drain;
};

} // namespace spanglass::journal
