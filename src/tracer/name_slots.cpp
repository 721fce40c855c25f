// SPDX-License-Identifier: Apache-2.0
/// Giving names their numbers.
#include "tracer/name_slots.h"

#include <atomic>

#include "tracer/runtime.h"

namespace spanglass::detail {

namespace {
std::atomic<bool> g_namesBusy{false};
} // namespace

constinit std::array<NameSlot, nameSlots> g_names{};

/// Never waits: where another thread is at it, the name goes as text this time.
std::uint64_t numberName(std::uint64_t hash, std::string_view name) noexcept
{
    auto* const thread = static_cast<ThreadState*>(t_thread);
    NameSlot& slot = g_names[placeOf(hash)];
    if (thread == nullptr || slot.hash.load(std::memory_order_relaxed) != 0)
        return 0;
    const PenGuard guard(*thread);
    const std::uint32_t run = thread->run.load();
    if (!guard || run == 0 || run != presentRun() || thread->recorder == nullptr ||
        g_namesBusy.exchange(true, std::memory_order_acquire))
        return 0;
    std::uint64_t mark = 0;
    if (slot.hash.load(std::memory_order_relaxed) == 0) {
        if (const std::uint64_t number = thread->recorder->addName(name)) {
            mark = number << 48;
            slot.mark.store(mark, std::memory_order_relaxed);
            slot.hash.store(hash, std::memory_order_release);
        }
    }
    g_namesBusy.store(false, std::memory_order_release);
    return mark;
}

void forgetNames() noexcept
{
    for (NameSlot& slot : g_names)
        slot.hash.store(0);
}

void unlockNamesInChild() noexcept
{
    g_namesBusy.store(false);
}

} // namespace spanglass::detail
