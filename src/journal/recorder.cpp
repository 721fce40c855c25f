// SPDX-License-Identifier: Apache-2.0
/// Opening a journal: its directory and lock, its chunks, its threads.
#include "journal/recorder.h"

#include <algorithm>
#include <cstring>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "journal/adoption.h"

namespace spanglass::journal {
namespace {

/// Containers give 64 MB of shared memory: less than a busy agent may need.
constexpr std::uint64_t smallSharedMemory = 64 << 20;
constexpr const char* sharedMemory = "/dev/shm";

struct ChunkPlace
{
    std::filesystem::path directory;
    std::size_t maxBytes = 0;
    bool onDisk = false;
    std::string warning;
};

ChunkPlace choosePlace(const Recorder::Options& options, const std::filesystem::path& journal)
{
    if (!options.chunkDirectory.empty())
        return {options.chunkDirectory, options.maxPoolBytes, false, {}};
    const auto directory = std::filesystem::path(sharedMemory) / ("spanglass-" + std::to_string(::geteuid()));
    struct statvfs space
    {
    };
    std::string why;
    if (::statvfs(sharedMemory, &space) != 0)
        why = errorText(sharedMemory, errno);
    else if (std::uint64_t{space.f_blocks} * space.f_frsize <= smallSharedMemory ||
             std::uint64_t{space.f_bavail} * space.f_frsize < (8u << 20))
        why = std::string(sharedMemory) + " is small";
    else if (auto made = makePrivateDirectory(directory); !made)
        why = made.error().message;
    else
        return {directory,
                std::min<std::size_t>(options.maxPoolBytes, std::size_t{space.f_bavail} * space.f_frsize / 2),
                false,
                {}};
    return {journal, std::min<std::size_t>(options.maxPoolBytes, 64 << 20), true,
            why + ": recording through memory of " + journal.string() +
                ", where a slow disk can stall the program"};
}

} // namespace

Result<std::unique_ptr<Recorder>> Recorder::open(const Options& options)
{
    const FileSizeSignalGuard guard;
    std::unique_ptr<Recorder> recorder(new Recorder);
    const auto journals = options.store / "journals";
    if (auto made = makePrivateDirectory(options.store); !made)
        return tl::unexpected(made.error());
    if (auto made = makePrivateDirectory(journals); !made)
        return tl::unexpected(made.error());
    recorder->m_identity = Identity::ofThisProcess();
    recorder->m_directory = journals / recorder->m_identity.nonce;
    if (auto made = makePrivateDirectory(recorder->m_directory); !made)
        return tl::unexpected(made.error());
    if (auto opened = recorder->openPool(options); !opened) {
        std::error_code ignored;
        std::filesystem::remove_all(recorder->m_directory, ignored);
        return tl::unexpected(opened.error());
    }
    SegmentWriter::Options segments;
    segments.directory = recorder->m_directory;
    segments.journals = journals;
    segments.nonceTag = recorder->m_identity.nonceTag();
    segments.limitBytes = options.journalsLimitBytes;
    segments.segmentBytes = options.segmentBytes;
    recorder->m_writer = std::make_unique<SegmentWriter>(std::move(segments));
    Drain::Options drain;
    drain.durable = options.durable;
    drain.onceInBackground = [store = options.store,
                              chunks = std::filesystem::path(recorder->m_identity.chunks)] {
        static_cast<void>(adoptAll(store));
        sweepChunks(chunks.parent_path());
    };
    if (options.warn)
        drain.trouble = [warn = options.warn](int, const std::string& message) { warn(message); };
    recorder->m_drain = std::make_unique<Drain>(*recorder->m_pool, *recorder->m_writer, std::move(drain));
    return recorder;
}

Result<void> Recorder::openPool(const Options& options)
{
    const ChunkPlace place = choosePlace(options, m_directory);
    if (!place.warning.empty() && options.warn)
        options.warn(place.warning);
    ChunkPool::Options pool;
    pool.file = place.directory / (place.onDisk ? "chunks" : m_identity.nonce + ".chunks");
    pool.maxBytes = place.maxBytes;
    pool.onDisk = place.onDisk;
    pool.journal = std::filesystem::absolute(m_directory);
    m_identity.chunks = pool.file.string();
    // The lock first: chunks without a locked journal would look like a dead process's.
    auto lock = lockIdentity(m_directory, m_identity);
    if (!lock)
        return tl::unexpected(lock.error());
    m_lock = std::move(*lock);
    auto created = ChunkPool::create(pool, m_identity);
    if (!created)
        return tl::unexpected(created.error());
    m_pool = std::move(*created);
    layout::ChunkFileHeader& header = m_pool->header();
    const std::size_t bytes = std::min(options.resourceJson.size(), layout::resourceBytes);
    if (bytes == options.resourceJson.size()) {
        std::memcpy(header.resource.data(), options.resourceJson.data(), bytes);
        header.resourceSize.store(static_cast<std::uint32_t>(bytes), std::memory_order_release);
    }
    return {};
}

Recorder::~Recorder()
{
    stop(std::chrono::hours(1));
}

bool Recorder::turn(Pen& pen, std::size_t bytes, bool forEnd) noexcept
{
    const bool taken = m_pool->take(pen, bytes, forEnd);
    if (!taken || m_pool->runningLow())
        m_drain->hurry();
    return taken;
}

Books Recorder::books() noexcept
{
    return booksOf(m_pool->header(), reinterpret_cast<const char*>(&m_pool->header()), m_pool->chunks());
}

bool Recorder::stop(std::chrono::milliseconds timeout) noexcept
{
    if (!m_drain || !m_drain->stop(timeout))
        return false;
    m_pool->close();
    m_writer->trim();
    return true;
}

void Recorder::abandonInChild() noexcept
{
    m_lock.close();
}

} // namespace spanglass::journal
