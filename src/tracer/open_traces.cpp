// SPDX-License-Identifier: Apache-2.0
/// Slots found by the trace id, whose bits are random, each under a lock that is held for a few stores.
#include "tracer/open_traces.h"

#include <cstring>
#include <sched.h>
#include <utility>

#include "tracer/span_access.h"

namespace spanglass::detail {

void Usage::add(const Usage& other) noexcept
{
    inputTokens += other.inputTokens;
    outputTokens += other.outputTokens;
    cost = cost + other.cost;
    hasTokens = hasTokens || other.hasTokens;
    hasCost = hasCost || other.hasCost;
}

class OpenTraces::Hold
{
public:
    explicit Hold(Slot& slot) noexcept : m_slot(slot)
    {
        while (m_slot.busy.exchange(true, std::memory_order_acquire))
            ::sched_yield();
    }
    ~Hold() { m_slot.busy.store(false, std::memory_order_release); }
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;

private:
    Slot& m_slot;
};

namespace {
/// In pages that cost nothing until they are used, and never destroyed: static destructors may trace.
union Forever {
    OpenTraces it;
    constexpr Forever() : it() {}
    ~Forever() {}
};
constinit Forever g_openTraces;
} // namespace

OpenTraces& openTraces() noexcept
{
    return g_openTraces.it;
}

void OpenTraces::Text::set(std::string_view text) noexcept
{
    size = static_cast<std::uint8_t>(bounded(text, textBytes).size());
    std::memcpy(bytes.data(), text.data(), size);
}

OpenTraces::Slot* OpenTraces::slotOf(TraceId trace) const noexcept
{
    const std::uint64_t key = keyOf(trace);
    for (std::size_t at = 0; at < probes; ++at) {
        Slot& slot = m_slots[(key / 2 + at) % slots];
        if (slot.key.load(std::memory_order_acquire) == key)
            return &slot;
    }
    return nullptr;
}

void OpenTraces::open(TraceId trace, SpanId root, std::string_view name) noexcept
{
    const std::uint64_t key = keyOf(trace);
    for (std::size_t at = 0; at < probes; ++at) {
        Slot& slot = m_slots[(key / 2 + at) % slots];
        if (slot.key.load(std::memory_order_relaxed) != 0)
            continue;
        const Hold hold(slot);
        std::uint64_t none = 0;
        if (!slot.key.compare_exchange_strong(none, key, std::memory_order_acq_rel))
            continue;
        slot.trace = trace;
        slot.root = root;
        slot.name.set(name);
        slot.project.size = 0;
        slot.sums = {};
        return;
    }
}

void OpenTraces::setProject(TraceId trace, std::string_view project) noexcept
{
    if (Slot* const slot = slotOf(trace)) {
        const Hold hold(*slot);
        if (slot->trace == trace)
            slot->project.set(project);
    }
}

void OpenTraces::setContext(TraceId trace, std::shared_ptr<TraceContext> context) noexcept
{
    if (Slot* const slot = slotOf(trace)) {
        const Hold hold(*slot);
        if (slot->trace == trace)
            slot->context.swap(context);
    }
}

void OpenTraces::add(TraceId trace, const TraceSums& sums) noexcept
{
    Slot* const slot = slotOf(trace);
    if (slot == nullptr)
        return;
    const Hold hold(*slot);
    if (slot->trace != trace)
        return;
    slot->sums.spans += sums.spans;
    slot->sums.errors += sums.errors;
    slot->sums.usage.add(sums.usage);
}

TraceSums OpenTraces::close(TraceId trace) noexcept
{
    Slot* const slot = slotOf(trace);
    if (slot == nullptr)
        return {};
    std::shared_ptr<TraceContext> context; // goes after the lock
    const Hold hold(*slot);
    if (slot->trace != trace)
        return {};
    context.swap(slot->context);
    slot->trace = {};
    slot->key.store(0, std::memory_order_release);
    return std::exchange(slot->sums, {});
}

TraceMetadata OpenTraces::metadataOf(const Slot& slot)
{
    TraceMetadata metadata;
    metadata.name = slot.name.view();
    metadata.trace = slot.trace;
    metadata.span = slot.root;
    metadata.project = slot.project.view();
    return metadata;
}

std::optional<TraceMetadata> OpenTraces::find(TraceId trace) const
{
    Slot* const slot = slotOf(trace);
    if (slot == nullptr)
        return {};
    const Hold hold(*slot);
    return slot->trace == trace ? std::optional(metadataOf(*slot)) : std::nullopt;
}

std::shared_ptr<TraceContext> OpenTraces::context(TraceId trace) const noexcept
{
    Slot* const slot = slotOf(trace);
    if (slot == nullptr)
        return nullptr;
    const Hold hold(*slot);
    return slot->trace == trace ? slot->context : nullptr;
}

std::vector<TraceMetadata> OpenTraces::all() const
{
    std::vector<TraceMetadata> traces;
    for (Slot& slot : m_slots) {
        if (slot.key.load(std::memory_order_acquire) == 0)
            continue;
        const Hold hold(slot);
        if (slot.trace.valid())
            traces.push_back(metadataOf(slot));
    }
    return traces;
}

void OpenTraces::clear() noexcept
{
    for (Slot& slot : m_slots) {
        if (slot.key.load(std::memory_order_acquire) == 0)
            continue;
        std::shared_ptr<TraceContext> context; // goes after the lock
        const Hold hold(slot);
        context.swap(slot.context);
        slot.trace = {};
        slot.key.store(0, std::memory_order_release);
    }
}

void OpenTraces::clearInChild() noexcept
{
    for (Slot& slot : m_slots)
        if (slot.busy.load(std::memory_order_relaxed))
            slot.busy.store(false, std::memory_order_relaxed);
    clear();
}

} // namespace spanglass::detail
