// SPDX-License-Identifier: Apache-2.0
/// Making, attaching and retiring threads' states.
#include "tracer/thread_list.h"

#include <cxxabi.h>
#include <linux/membarrier.h>
#include <new>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "journal/clock.h"
#include "tracer/runtime.h"
#include "tracer/service_state.h"

namespace spanglass::detail {

namespace {

std::atomic<std::uint32_t> g_threads{0};
std::atomic<ThreadState*> g_freeThreads{nullptr};
std::atomic<bool> g_freeThreadsBusy{false};
std::atomic<ThreadState*> g_allThreads{nullptr};
std::atomic<ContextStack::Block*> g_allBlocks{nullptr};
pthread_key_t g_threadKey;
bool g_canBarrier = false;

/// Later than the destructors of thread_local objects, which may trace.
void threadEnds(void* state)
{
    auto* const thread = static_cast<ThreadState*>(state);
    t_thread = nullptr;
    {
        const PenGuard guard(*thread);
        if (thread->run == presentRun() && thread->recorder != nullptr)
            thread->recorder->leave(thread->pen);
        thread->endRun();
        thread->pen.reset();
    }
    thread->own.clear();
    thread->stack = &thread->own;
    while (g_freeThreadsBusy.exchange(true, std::memory_order_acquire)) {
    }
    thread->nextFree = g_freeThreads.load(std::memory_order_relaxed);
    g_freeThreads.store(thread, std::memory_order_relaxed);
    g_freeThreadsBusy.store(false, std::memory_order_release);
}

/// From memory that the kernel wipes in a forked child. The caller holds the free list.
ThreadState* newThread() noexcept
{
    constexpr std::size_t slabBytes = 16 << 10;
    static char* next = nullptr;
    static std::size_t left = 0;
    if (left < sizeof(ThreadState)) {
        void* const slab =
            ::mmap(nullptr, slabBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (slab == MAP_FAILED)
            return nullptr;
        ::madvise(slab, slabBytes, MADV_WIPEONFORK);
        next = static_cast<char*>(slab);
        left = slabBytes;
    }
    auto* const thread = new (next) ThreadState;
    next += sizeof(ThreadState);
    left -= sizeof(ThreadState);
    return thread;
}

ThreadState* unusedThread() noexcept
{
    while (g_freeThreadsBusy.exchange(true, std::memory_order_acquire)) {
    }
    ThreadState* thread = g_freeThreads.load(std::memory_order_relaxed);
    if (thread != nullptr)
        g_freeThreads.store(thread->nextFree, std::memory_order_relaxed);
    else
        thread = newThread();
    g_freeThreadsBusy.store(false, std::memory_order_release);
    return thread;
}

/// Waits until no thread is writing: a thread that begins to after the barrier sees what was stored before.
bool waitForPens(std::chrono::steady_clock::time_point deadline)
{
    if (!g_canBarrier)
        return false;
    ::syscall(SYS_membarrier, MEMBARRIER_CMD_PRIVATE_EXPEDITED, 0, 0);
    for (ThreadState* thread = g_allThreads.load(); thread != nullptr; thread = thread->nextOfAll)
        while (thread->isBusy()) {
            if (std::chrono::steady_clock::now() > deadline)
                return false;
            ::usleep(50);
        }
    return true;
}

} // namespace

thread_local constinit HotThread* t_thread __attribute__((tls_model("initial-exec"))) = nullptr;

void prepareThreads() noexcept
{
    ::pthread_key_create(&g_threadKey, threadEnds);
    g_canBarrier = ::syscall(SYS_membarrier, MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED, 0, 0) == 0;
}

/// First no span begins, then none that had begun is written to.
bool takePensAway(std::chrono::steady_clock::time_point deadline) noexcept
{
    for (ThreadState* thread = g_allThreads.load(); thread != nullptr; thread = thread->nextOfAll)
        thread->endRun();
    const bool noneBegins = waitForPens(deadline);
    for (ThreadState* thread = g_allThreads.load(); thread != nullptr; thread = thread->nextOfAll)
        thread->pen.forgetSubject();
    return noneBegins && waitForPens(deadline);
}

void endThreadsInChild() noexcept
{
    g_freeThreadsBusy.store(false);
    for (ThreadState* thread = g_allThreads.load(); thread != nullptr; thread = thread->nextOfAll) {
        thread->endRun();
        thread->setBusy(false);
        thread->listed = false;
    }
}

void forgetThreadStates() noexcept
{
    g_allThreads.store(nullptr);
    g_freeThreads.store(nullptr);
}

Frame* ContextStack::farFrame(std::uint32_t at) noexcept
{
    std::unique_ptr<Block>* block = &more;
    for (;; at -= blockFrames, block = &(*block)->next) {
        if (*block == nullptr) {
            block->reset(new (std::nothrow) Block);
            if (*block == nullptr)
                return nullptr;
            (*block)->nextOfAll = g_allBlocks.load();
            while (!g_allBlocks.compare_exchange_weak((*block)->nextOfAll, block->get())) {
            }
        }
        if (at < blockFrames)
            return &(*block)->frames[at];
    }
}

ThreadState* attach(std::uint32_t run) noexcept
{
    if (!isLive(run))
        return nullptr;
    auto* thread = static_cast<ThreadState*>(t_thread);
    if (thread == nullptr) {
        thread = unusedThread();
        if (thread == nullptr)
            return nullptr;
        ::pthread_setspecific(g_threadKey, thread);
        t_thread = thread;
    }
    if (!thread->listed) {
        thread->listed = true;
        thread->nextOfAll = g_allThreads.load();
        while (!g_allThreads.compare_exchange_weak(thread->nextOfAll, thread)) {
        }
    }
    if (thread->run != run) {
        // A new thread, a new run, or a forked child: nothing of before counts here.
        thread->pen.reset();
        thread->own.depth = 0;
        thread->stack = &thread->own;
        thread->setBusy(false);
        thread->random.seed();
        thread->number = g_threads.fetch_add(1, std::memory_order_relaxed) + 1;
        thread->recorder = presentRecorder();
        // {void* caughtExceptions; unsigned uncaughtExceptions}: fixed by the Itanium C++ ABI, 2.2.2.
        thread->uncaughtExceptions = reinterpret_cast<const unsigned*>(
            reinterpret_cast<const char*>(abi::__cxa_get_globals()) + sizeof(void*));
        const bool isShort = thread->recorder != nullptr && journal::clock::hasCounter() &&
                             !g_full.load(std::memory_order_relaxed);
        thread->run = run;
        thread->shortRun = isShort ? run : 0;
        if (presentRun() != run)
            thread->endRun(); // it ended meanwhile, and whoever ended it may not have seen this thread
    }
    return thread;
}

} // namespace spanglass::detail
