// SPDX-License-Identifier: Apache-2.0
/// Draining, calibration, the watch over the wall clock, syncing, and the words for a disk that refuses.
#include "journal/drain.h"

#include <bit>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <pthread.h>
#include <unistd.h>

#include "base/text.h"
#include "journal/clock.h"
#include "journal/decoder.h"

namespace spanglass::journal {

using namespace layout;

namespace {

constexpr auto busyPause = std::chrono::milliseconds(5);
constexpr auto idlePause = std::chrono::milliseconds(50);
constexpr auto retryPause = std::chrono::milliseconds(250);
constexpr std::int64_t calibrationNs = 10'000'000;
/// The wall clock may differ by this much from monotonic time before new traces go by a new offset.
constexpr std::int64_t clockJumpNs = 5'000'000;

/// The host's signals are the host's threads' business, and SIGXFSZ must be no signal but EFBIG here.
std::thread quietThread(void (Drain::*body)(), Drain* drain, const char* name)
{
    sigset_t all;
    sigset_t before;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    std::thread thread;
    try {
        thread = std::thread(body, drain);
        ::pthread_setname_np(thread.native_handle(), name);
    } catch (...) {
        ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
        throw;
    }
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return thread;
}

std::string troubleText(int error, std::uint64_t notStored)
{
    const std::string spans = ": " + countText(static_cast<std::int64_t>(notStored)) + " spans not stored";
    switch (error) {
    case ENOSPC:
        return "disk full" + spans;
    case EDQUOT:
        return "the journals nobody has gathered are at their limit" + spans;
    case EFBIG:
        return "file size limit reached" + spans;
    default:
        return errorText("journal", error) + spans;
    }
}

} // namespace

Drain::Drain(ChunkPool& pool, SegmentWriter& writer, Options options)
    : m_pool(pool), m_writer(writer), m_options(std::move(options)), m_drained(maxChunks)
{
    m_writer.setPreamble([this] { return preamble(); });
    m_syncThread = quietThread(&Drain::runSync, this, "spanglass-sync");
    try {
        m_thread = quietThread(&Drain::run, this, "spanglass-drain");
    } catch (...) {
        {
            const std::lock_guard lock(m_mutex);
            m_drainEnded = true;
        }
        m_changed.notify_all();
        m_syncThread.join();
        throw;
    }
}

Drain::~Drain()
{
    stop(std::chrono::hours(1));
}

std::string Drain::preamble()
{
    ChunkFileHeader& header = m_pool.header();
    auto nsPerTick = std::bit_cast<double>(header.nsPerTick.load(std::memory_order_acquire));
    if (nsPerTick == 0) {
        nsPerTick = clock::nsPerTick({header.ticks0, header.mono0Ns}, calibrationNs);
        header.nsPerTick.store(std::bit_cast<std::uint64_t>(nsPerTick), std::memory_order_release);
    }
    const Books books = booksOf(header, reinterpret_cast<const char*>(&header), m_pool.chunks());
    return preambleOf(header, nsPerTick, books);
}

void Drain::run()
{
    auto lastHalfFull = Clock::now();
    auto lastSync = lastHalfFull;
    auto lastWatch = lastHalfFull;
    std::uint64_t syncedBlocks = 0;
    for (bool stopping = false; !stopping;) {
        m_bell.wait(m_wroteBlocks != syncedBlocks || m_error != 0 ? busyPause : idlePause);
        stopping = m_stop.load(std::memory_order_acquire);
        std::uint64_t asked = 0;
        {
            const std::lock_guard lock(m_mutex);
            asked = m_asked;
        }
        const auto now = Clock::now();
        const bool wanted = stopping || asked > m_written;
        if (wanted || now - lastWatch >= std::chrono::seconds(1)) {
            watchClock();
            lastWatch = now;
        }
        if (m_error != 0 && !wanted && now - m_lastTry < retryPause) {
            m_pool.growAhead();
            report(m_error);
            continue;
        }
        const bool halfFull = wanted || now - lastHalfFull >= m_options.halfFullEvery;
        const bool done = pass(halfFull);
        if (halfFull)
            lastHalfFull = now;
        if (done && halfFull && asked > m_written)
            postSync(asked);
        else if (m_wroteBlocks != syncedBlocks &&
                 (m_options.durable || stopping || now - lastSync >= m_options.syncEvery)) {
            postSync(0);
            lastSync = now;
            syncedBlocks = m_wroteBlocks;
        }
    }
    {
        const std::lock_guard lock(m_mutex);
        m_drainEnded = true;
    }
    m_changed.notify_all();
}

/// Writes what is full, and what is half full when asked to. True when all of it is written.
bool Drain::pass(bool halfFullToo)
{
    m_lastTry = Clock::now();
    m_pool.growAhead();
    const auto& full = m_pool.takeFull();
    m_pending.insert(m_pending.end(), full.begin(), full.end());
    int error = 0;
    std::size_t done = 0;
    for (; done < m_pending.size() && error == 0; ++done) {
        error = drainChunk(m_pending[done], true);
        if (error != 0)
            break;
        if (done % 16 == 15)
            m_pool.growAhead();
    }
    m_pending.erase(m_pending.begin(), m_pending.begin() + static_cast<std::ptrdiff_t>(done));
    if (halfFullToo && error == 0)
        for (std::uint32_t index = 0; index < m_pool.chunks() && error == 0; ++index)
            if (m_pool.isOpen(index))
                error = drainChunk(index, false);
    if (error == 0 && m_preambleStale.exchange(false, std::memory_order_acq_rel))
        error = m_writer.appendPreamble();
    if (error == EAGAIN)
        return false; // another recorder is growing its journal: next time
    if (error != 0 || m_error != 0)
        report(error);
    m_error = error;
    return error == 0;
}

int Drain::drainChunk(std::uint32_t index, bool last)
{
    const std::uint64_t word = m_pool.chunk(index).commit.load(std::memory_order_acquire);
    Drained& drained = m_drained[index];
    const std::uint32_t bytes = bytesOf(word);
    if (bytes == drained.to && !last)
        return 0;
    // Behind the word: whatever number a committed record has is known now, and is told before it.
    const std::uint32_t names = m_pool.header().names.count.load(std::memory_order_acquire);
    if (names > m_namesWritten) {
        if (const int error = m_writer.appendPreamble())
            return error;
        m_namesWritten = names;
    }
    const std::string_view records{m_pool.data(index) + drained.to, bytes - drained.to};
    const int error = m_writer.append(chunkSeqOf(word), drained.to, last ? std::uint32_t{lastOfChunk} : 0u,
                                      records, drained.subject);
    if (error != 0)
        return error;
    ++m_wroteBlocks;
    if (last) {
        drained = {};
        m_pool.recycle(index);
    } else {
        drained = {bytes, subjectAfter(records, chunkSeqOf(word), drained.subject)};
    }
    return 0;
}

/// New traces go by a new offset after a jump of the wall clock, or after the machine slept.
void Drain::watchClock()
{
    ChunkFileHeader& header = m_pool.header();
    const std::uint32_t epochs = header.clockEpochs.load(std::memory_order_relaxed);
    const std::int64_t offset = clock::utcNs() - clock::monoNs();
    const std::int64_t moved = offset - header.utcOffsetNs[epochs - 1].load(std::memory_order_relaxed);
    if (std::abs(moved) <= clockJumpNs || epochs >= maxClockEpochs)
        return;
    header.utcOffsetNs[epochs].store(offset, std::memory_order_relaxed);
    header.clockEpochs.store(epochs + 1, std::memory_order_release);
    refreshPreamble();
}

/// Says what keeps spans from the disk, and, once, that it is over.
void Drain::report(int error)
{
    const auto now = Clock::now();
    const Books books =
        booksOf(m_pool.header(), reinterpret_cast<const char*>(&m_pool.header()), m_pool.chunks());
    const bool over = error == 0 && m_error != 0;
    const bool isNews = over || error != m_error || (error != 0 && books.dropped != m_reportedDrops);
    if (!isNews || (!over && error == m_error && now - m_lastReport < std::chrono::seconds(1)))
        return;
    m_lastReport = now;
    m_reportedDrops = books.dropped;
    if (over)
        refreshPreamble(); // the books of the bad time
    if (m_options.trouble)
        m_options.trouble(error, over ? "journal: storing again; " +
                                            countText(static_cast<std::int64_t>(books.dropped)) +
                                            " spans were not stored"
                                      : troubleText(error, books.dropped));
}

void Drain::postSync(std::uint64_t ticket)
{
    {
        const std::lock_guard lock(m_mutex);
        for (auto& segment : m_writer.takeLeft())
            m_toSync.push_back(std::move(segment));
        if (m_writer.current() != nullptr)
            m_toSync.push_back(m_writer.current());
        m_written = std::max(m_written, ticket);
        m_syncWanted = true;
    }
    m_changed.notify_all();
}

void Drain::runSync()
{
    if (m_options.onceInBackground)
        m_options.onceInBackground();
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_syncWanted || m_drainEnded; });
        if (!m_syncWanted)
            break;
        m_syncWanted = false;
        const std::uint64_t ticket = m_written;
        const auto segments = std::exchange(m_toSync, {});
        lock.unlock();
        const bool good = syncSegments(segments);
        lock.lock();
        (good ? m_synced : m_failed) = ticket;
        m_changed.notify_all();
    }
    m_syncEnded = true;
    lock.unlock();
    m_changed.notify_all();
}

bool Drain::syncSegments(const std::vector<std::shared_ptr<Segment>>& segments)
{
    bool good = true;
    for (const auto& segment : segments) {
        while (::fdatasync(segment->file.descriptor()) != 0) {
            if (errno == EINTR)
                continue;
            good = false;
            if (m_options.trouble)
                m_options.trouble(errno, errorText(segment->path.string(), errno) + " while syncing");
            break;
        }
    }
    return good;
}

bool Drain::flush(std::chrono::milliseconds timeout) noexcept
{
    const auto deadline =
        Clock::now() + std::min<std::chrono::milliseconds>(timeout, std::chrono::hours(24 * 365));
    std::unique_lock lock(m_mutex);
    if (m_drainEnded)
        return false;
    const std::uint64_t ticket = ++m_asked;
    m_bell.ring();
    m_changed.wait_until(lock, deadline,
                         [&] { return m_synced >= ticket || m_failed >= ticket || m_syncEnded; });
    return m_synced >= ticket;
}

bool Drain::stop(std::chrono::milliseconds timeout) noexcept
{
    if (!m_thread.joinable())
        return true;
    m_stop.store(true, std::memory_order_release);
    m_bell.ring();
    {
        std::unique_lock lock(m_mutex);
        if (!m_changed.wait_for(lock, timeout, [this] { return m_drainEnded && m_syncEnded; }))
            return false;
    }
    m_thread.join();
    m_syncThread.join();
    return true;
}

} // namespace spanglass::journal
