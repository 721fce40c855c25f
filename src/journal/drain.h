// SPDX-License-Identifier: Apache-2.0
/// The thread that writes chunks to the journal, and the one that syncs what was written. All file work of a
/// recorder happens on these two; callers only ring the bell.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "journal/bell.h"
#include "journal/chunk_pool.h"
#include "journal/segment_writer.h"

namespace spanglass::journal {

class Drain
{
public:
    struct Options
    {
        std::chrono::milliseconds halfFullEvery{
            50}; ///< half-full chunks reach the journal at least this often
        std::chrono::milliseconds syncEvery{500};
        bool durable = false; ///< sync after every pass
        /// From these threads; at most one a second. `error` is an errno.
        std::function<void(int error, const std::string& message)> trouble;
        std::function<void()> onceInBackground; ///< runs on the sync thread at its start
    };
    Drain(ChunkPool& pool, SegmentWriter& writer, Options options);
    ~Drain();

    void hurry() noexcept { m_bell.ring(); }
    /// True when all that was committed before the call is on the disk.
    bool flush(std::chrono::milliseconds timeout) noexcept;
    /// Drains all, syncs, ends both threads; false when that took longer than `timeout` (they end later).
    bool stop(std::chrono::milliseconds timeout) noexcept;
    /// The resource changed.
    void refreshPreamble() noexcept { m_preambleStale.store(true, std::memory_order_release); }

private:
    using Clock = std::chrono::steady_clock;
    void run();
    bool pass(bool halfFullToo);
    int drainChunk(std::uint32_t index, bool last);
    void watchClock();
    void report(int error);
    void runSync();
    bool syncSegments(const std::vector<std::shared_ptr<Segment>>& segments);
    void postSync(std::uint64_t ticket);
    [[nodiscard]] std::string preamble();

    ChunkPool& m_pool;
    SegmentWriter& m_writer;
    Options m_options;
    Bell m_bell;
    /// Per chunk: how much of its present life is written, and what the records behind that are about.
    struct Drained
    {
        std::uint32_t to = 0;
        layout::Subject subject;
    };
    std::vector<Drained> m_drained;
    std::uint32_t m_namesWritten = 0;
    std::vector<std::uint32_t> m_pending; ///< full chunks not written yet
    std::uint64_t m_wroteBlocks = 0;
    int m_error = 0;
    Clock::time_point m_lastReport{};
    Clock::time_point m_lastTry{};
    std::uint64_t m_reportedDrops = 0;
    std::atomic<bool> m_preambleStale{false};
    std::atomic<bool> m_stop{false};

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::uint64_t m_asked = 0;   ///< newest flush wanted
    std::uint64_t m_written = 0; ///< newest flush whose data is in the segments
    std::uint64_t m_synced = 0;  ///< newest flush that is on the disk
    std::uint64_t m_failed = 0;  ///< newest flush that could not be synced
    bool m_syncWanted = false;
    bool m_drainEnded = false;
    bool m_syncEnded = false;
    std::vector<std::shared_ptr<Segment>> m_toSync;

    std::thread m_syncThread;
    std::thread m_thread;
};

/// Created and dropped spans of a chunk file, exact at every instant.
struct Books
{
    std::uint64_t created = 0;
    std::uint64_t dropped = 0;
    std::uint64_t lostEnds = 0;
};
[[nodiscard]] Books booksOf(const layout::ChunkFileHeader& header, const char* base, std::uint32_t chunks);

/// Clock, context and books of a chunk file as records.
[[nodiscard]] std::string preambleOf(const layout::ChunkFileHeader& header, double nsPerTick,
                                     const Books& books);

} // namespace spanglass::journal
