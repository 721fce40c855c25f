// SPDX-License-Identifier: Apache-2.0
/// The pool's mapping, its stacks, growth and recycling.
#include "journal/chunk_pool.h"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "journal/clock.h"

namespace spanglass::journal {

using namespace layout;

FileSizeSignalGuard::FileSizeSignalGuard() noexcept
{
    sigset_t block;
    sigset_t before;
    ::sigemptyset(&block);
    ::sigaddset(&block, SIGXFSZ);
    ::pthread_sigmask(SIG_BLOCK, &block, &before);
    m_wasBlocked = ::sigismember(&before, SIGXFSZ) == 1;
}

FileSizeSignalGuard::~FileSizeSignalGuard()
{
    if (m_wasBlocked)
        return;
    sigset_t set;
    ::sigemptyset(&set);
    ::sigaddset(&set, SIGXFSZ);
    const timespec now{};
    while (::sigtimedwait(&set, nullptr, &now) > 0) {
    }
    ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

void ChunkPool::Stack::push(std::uint32_t index, std::atomic<std::uint32_t>* next) noexcept
{
    std::uint64_t head = m_head.load(std::memory_order_relaxed);
    do
        next[index].store(static_cast<std::uint32_t>(head), std::memory_order_relaxed);
    while (!m_head.compare_exchange_weak(head, ((head >> 32) + 1) << 32 | (index + 1),
                                         std::memory_order_release, std::memory_order_relaxed));
}

bool ChunkPool::Stack::pop(std::uint32_t& index, const std::atomic<std::uint32_t>* next) noexcept
{
    std::uint64_t head = m_head.load(std::memory_order_acquire);
    while (static_cast<std::uint32_t>(head) != 0) {
        const auto top = static_cast<std::uint32_t>(head) - 1;
        const std::uint32_t below = next[top].load(std::memory_order_relaxed);
        if (m_head.compare_exchange_weak(head, ((head >> 32) + 1) << 32 | below, std::memory_order_acquire,
                                         std::memory_order_acquire)) {
            index = top;
            return true;
        }
    }
    return false;
}

std::uint32_t ChunkPool::Stack::takeAll() noexcept
{
    std::uint64_t head = m_head.load(std::memory_order_relaxed);
    while (!m_head.compare_exchange_weak(head, ((head >> 32) + 1) << 32, std::memory_order_acquire,
                                         std::memory_order_relaxed)) {
    }
    return static_cast<std::uint32_t>(head);
}

Result<std::unique_ptr<ChunkPool>> ChunkPool::create(const Options& options, const Identity& identity)
{
    std::unique_ptr<ChunkPool> pool(new ChunkPool);
    const FileSizeSignalGuard guard;
    if (auto mapped = pool->map(options, identity); !mapped)
        return tl::unexpected(mapped.error());
    return pool;
}

Result<void> ChunkPool::map(const Options& options, const Identity& identity)
{
    auto file = File::open(options.file, O_RDWR | O_CREAT | O_EXCL);
    if (!file)
        return tl::unexpected(file.error());
    m_file = std::move(*file);
    m_path = options.file;
    m_onDisk = options.onDisk;
    m_limit = static_cast<std::uint32_t>(std::min(options.maxBytes / layout::chunkBytes, maxChunks));
    m_mappedBytes = chunkFileHeaderBytes + m_limit * layout::chunkBytes;
    if (const int error = m_file.allocate(0, chunkFileHeaderBytes)) {
        unlink();
        return fail(ErrorKind::io, errorText(m_path.string(), error));
    }
    void* base = ::mmap(nullptr, m_mappedBytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_NORESERVE,
                        m_file.descriptor(), 0);
    if (base == MAP_FAILED) {
        unlink();
        return fail(ErrorKind::io, errorText(m_path.string(), errno));
    }
    m_base = static_cast<char*>(base);
    m_header = reinterpret_cast<ChunkFileHeader*>(m_base);
    m_next = std::make_unique<std::atomic<std::uint32_t>[]>(m_limit);
    m_taken.reserve(m_limit);

    m_header->version = layout::version;
    m_header->headerBytes = chunkFileHeaderBytes;
    m_header->chunkBytes = layout::chunkBytes;
    m_header->nonce = identity.nonceBytes();
    m_header->pid = identity.pid;
    const auto note = [](auto& field, const std::string& text) {
        text.copy(field.data(), std::min(text.size(), field.size() - 1));
    };
    note(m_header->startTime, identity.startTime);
    note(m_header->pidNamespace, identity.pidNamespace);
    note(m_header->directory, options.journal.string());
    clock::source();
    const clock::Pair begin = clock::pair();
    m_header->ticks0 = begin.ticks;
    m_header->mono0Ns = begin.monoNs;
    if (clock::source() != clock::Source::counter)
        m_header->nsPerTick = std::bit_cast<std::uint64_t>(1.0);
    m_header->utcOffsetNs[0] = clock::utcNs() - clock::monoNs();
    m_header->clockEpochs = 1;
    std::uint32_t first = 0;
    const auto count =
        static_cast<std::uint32_t>(std::max<std::size_t>(options.initialBytes / layout::chunkBytes, 8));
    if (const int error = grow(std::min(count, m_limit), false, first)) {
        unlink();
        return fail(ErrorKind::io, errorText(m_path.string(), error));
    }
    m_header->magic.store(chunkFileMagic, std::memory_order_release);
    return {};
}

ChunkPool::~ChunkPool()
{
    if (m_base != nullptr)
        ::munmap(m_base, m_mappedBytes);
}

ChunkHeader& ChunkPool::chunk(std::uint32_t index) noexcept
{
    return *reinterpret_cast<ChunkHeader*>(m_base + chunkFileHeaderBytes +
                                           std::size_t{index} * layout::chunkBytes);
}

const char* ChunkPool::data(std::uint32_t index) noexcept
{
    return reinterpret_cast<const char*>(&chunk(index)) + sizeof(ChunkHeader);
}

std::uint32_t ChunkPool::chunks() const noexcept
{
    return std::min(m_header->chunks.load(std::memory_order_acquire), m_limit);
}

bool ChunkPool::isOpen(std::uint32_t index) const noexcept
{
    return static_cast<ChunkState>(m_header->table[index].load(std::memory_order_acquire)) ==
           ChunkState::open;
}

void ChunkPool::setState(std::uint32_t index, ChunkState state) noexcept
{
    const std::uint64_t seq = chunk(index).commit.load(std::memory_order_relaxed) >> 32;
    m_header->table[index].store(seq << 32 | static_cast<std::uint64_t>(state), std::memory_order_release);
}

/// Makes `count` chunks more; `keepFirst`: the first is not for the free list but for the caller.
int ChunkPool::grow(std::uint32_t count, bool keepFirst, std::uint32_t& first) noexcept
{
    first = m_header->chunks.fetch_add(count, std::memory_order_acq_rel);
    if (first >= m_limit) {
        m_header->chunks.fetch_sub(count, std::memory_order_acq_rel);
        return ENOMEM;
    }
    count = std::min(count, m_limit - first);
    const std::size_t offset = chunkFileHeaderBytes + std::size_t{first} * layout::chunkBytes;
    const std::size_t bytes = std::size_t{count} * layout::chunkBytes;
    if (const int error = m_file.allocate(offset, bytes)) {
        // Given back, unless another thread grew meanwhile: then these numbers stay unused.
        std::uint32_t end = first + count;
        m_header->chunks.compare_exchange_strong(end, first);
        return error;
    }
#ifdef MADV_POPULATE_WRITE
    ::madvise(m_base + offset, bytes, MADV_POPULATE_WRITE);
#endif
    for (std::uint32_t at = 0; at < count; ++at) {
        const std::uint32_t index = first + at;
        const std::uint64_t seq = m_nextSeq.fetch_add(1, std::memory_order_relaxed);
        chunk(index).past[0].chunkSeq.store(seq, std::memory_order_relaxed);
        chunk(index).commit.store(seq << 32, std::memory_order_release);
        setState(index, ChunkState::unused);
        m_total.fetch_add(1, std::memory_order_relaxed);
        if (at == 0 && keepFirst)
            continue;
        if (index % 16 == 15) {
            m_reserveStack.push(index, m_next.get());
            m_reserved.fetch_add(1, std::memory_order_relaxed);
        } else {
            m_freeStack.push(index, m_next.get());
            m_free.fetch_add(1, std::memory_order_relaxed);
        }
    }
    return 0;
}

int ChunkPool::growAhead() noexcept
{
    if (m_closed.load(std::memory_order_relaxed) || !runningLow() || m_total.load() >= m_limit)
        return 0;
    std::uint32_t first = 0;
    const FileSizeSignalGuard guard;
    return grow(std::max<std::uint32_t>(m_total.load() / 8, 32), false, first);
}

bool ChunkPool::next(std::uint32_t& index, std::size_t bytes, bool forEnd) noexcept
{
    while (m_halfStack.pop(index, m_next.get())) {
        const std::uint32_t used = bytesOf(chunk(index).commit.load(std::memory_order_acquire));
        if (chunkDataBytes - used >= bytes + 1024)
            return true;
        setState(index, ChunkState::full);
        m_fullStack.push(index, m_next.get());
    }
    if (m_closed.load(std::memory_order_acquire))
        return false;
    if (m_freeStack.pop(index, m_next.get())) {
        m_free.fetch_sub(1, std::memory_order_relaxed);
        return true;
    }
    if (forEnd && m_reserveStack.pop(index, m_next.get())) {
        m_reserved.fetch_sub(1, std::memory_order_relaxed);
        return true;
    }
    // The drain thread grows the pool ahead of need; a burst that outruns it takes memory itself, as malloc
    // would. Never where that could wait for a disk.
    if (m_onDisk || m_total.load(std::memory_order_relaxed) >= m_limit)
        return false;
    const FileSizeSignalGuard guard;
    return grow(4, true, index) == 0;
}

bool ChunkPool::take(Pen& pen, std::size_t bytes, bool forEnd) noexcept
{
    std::uint32_t index = 0;
    if (!next(index, bytes, forEnd))
        return false;
    handOver(pen);
    ChunkHeader& header = chunk(index);
    pen.begin(header.commit, index);
    setState(index, ChunkState::open);
    return true;
}

void ChunkPool::handOver(Pen& pen) noexcept
{
    if (!pen.hasChunk())
        return;
    setState(pen.index, ChunkState::full);
    m_fullStack.push(pen.index, m_next.get());
    pen.dropChunk();
}

void ChunkPool::leave(Pen& pen) noexcept
{
    if (!pen.hasChunk())
        return;
    m_halfStack.push(pen.index, m_next.get());
    pen.reset();
}

std::uint32_t ChunkPool::addName(std::string_view name) noexcept
{
    NameTable& names = m_header->names;
    const std::uint32_t count = names.count.load(std::memory_order_relaxed);
    const std::size_t begin = count == 0 ? 0 : names.ends[count - 1];
    if (count == NameTable::maxNames || name.size() > NameTable::maxTextBytes - begin)
        return 0;
    name.copy(names.text.data() + begin, name.size());
    names.ends[count] = static_cast<std::uint16_t>(begin + name.size());
    names.count.store(count + 1, std::memory_order_release);
    return count + 1;
}

void ChunkPool::countDropped(DropReason reason) noexcept
{
    m_header->dropped[static_cast<std::size_t>(reason)].fetch_add(1, std::memory_order_relaxed);
}

const std::vector<std::uint32_t>& ChunkPool::takeFull()
{
    m_taken.clear();
    for (std::uint32_t at = m_fullStack.takeAll(); at != 0;
         at = m_next[at - 1].load(std::memory_order_relaxed))
        m_taken.push_back(at - 1);
    std::reverse(m_taken.begin(), m_taken.end());
    return m_taken;
}

void ChunkPool::recycle(std::uint32_t index) noexcept
{
    ChunkHeader& header = chunk(index);
    const std::uint64_t word = header.commit.load(std::memory_order_relaxed);
    const std::uint64_t newSeq = m_nextSeq.fetch_add(1, std::memory_order_relaxed);
    ChunkHeader::Past& now =
        header.past[header.past[0].chunkSeq.load(std::memory_order_relaxed) == chunkSeqOf(word) ? 0 : 1];
    ChunkHeader::Past& after = &now == &header.past[0] ? header.past[1] : header.past[0];
    after.starts.store(now.starts.load(std::memory_order_relaxed) + startsOf(word),
                       std::memory_order_relaxed);
    after.chunkSeq.store(newSeq, std::memory_order_relaxed);
    header.commit.store(newSeq << 32, std::memory_order_release);
    setState(index, ChunkState::unused);
    if (m_reserved.load(std::memory_order_relaxed) < m_total.load(std::memory_order_relaxed) / 16) {
        m_reserveStack.push(index, m_next.get());
        m_reserved.fetch_add(1, std::memory_order_relaxed);
    } else {
        m_freeStack.push(index, m_next.get());
        m_free.fetch_add(1, std::memory_order_relaxed);
    }
}

void ChunkPool::close() noexcept
{
    m_closed.store(true, std::memory_order_release);
    std::uint32_t index = 0;
    while (m_freeStack.pop(index, m_next.get())) {
        m_free.fetch_sub(1, std::memory_order_relaxed);
        // The header line stays: the books are in it.
        ::fallocate(m_file.descriptor(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE,
                    static_cast<off_t>(chunkFileHeaderBytes + std::size_t{index} * layout::chunkBytes + 4096),
                    static_cast<off_t>(layout::chunkBytes - 4096));
    }
}

void ChunkPool::unlink() noexcept
{
    ::unlink(m_path.c_str());
}

} // namespace spanglass::journal
