// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/pending_span.h"

namespace spanglass::store {
namespace {

/// Room for a few attributes, so that the entries are not moved while they come.
constexpr std::size_t usualEntryBytes = 240;

} // namespace

void PendingSpan::take(const journal::StartView& start, std::int64_t inContext)
{
    trace = start.trace;
    parent = start.parent;
    kind = start.kind;
    level = start.level;
    flags = static_cast<std::uint8_t>(flags | start.flags);
    thread = start.thread;
    startNs = start.startUnixNs;
    name = start.name;
    context = inContext;
    started = true;
}

/// Of two ends the first counts.
void PendingSpan::take(const journal::EndView& end)
{
    if (ended)
        return;
    trace = end.trace;
    status = end.status;
    flags = static_cast<std::uint8_t>(flags | end.flags);
    endNs = end.endUnixNs;
    ended = true;
}

PendingSpan& JournalState::span(TraceId trace, SpanId spanId)
{
    if (last != nullptr && last->id == spanId && last->trace == trace && !last->superseded)
        return *last;
    const auto [first, end] = pending.equal_range(spanId);
    for (auto known = first; known != end; ++known) {
        PendingSpan& span = known->second;
        if (span.superseded)
            continue;
        if (!trace.valid() || !span.trace.valid() || span.trace == trace) {
            if (trace.valid())
                span.trace = trace;
            last = &span;
            return span;
        }
    }
    PendingSpan& made = newSpan(spanId);
    made.id = spanId;
    made.trace = trace;
    made.entries.reserve(usualEntryBytes);
    last = &made;
    return made;
}

/// In the place of one that is done, where there is such a place.
PendingSpan& JournalState::newSpan(SpanId spanId)
{
    if (spare.empty())
        return pending.emplace(spanId, PendingSpan())->second;
    auto node = std::move(spare.back());
    spare.pop_back();
    node.key() = spanId;
    node.mapped() = PendingSpan();
    return pending.insert(std::move(node))->second;
}

PendingSpan& JournalState::startedSpan(TraceId trace, SpanId spanId)
{
    PendingSpan& known = span(trace, spanId);
    if (!known.started || !known.ended)
        return known;
    known.superseded = true;
    return span(trace, spanId);
}

void JournalState::touch(PendingSpan& span)
{
    if (!span.touched) {
        span.touched = true;
        touched.push_back(&span);
    }
}

void JournalState::forget(const PendingSpan& span)
{
    const auto [first, end] = pending.equal_range(span.id);
    for (auto known = first; known != end; ++known) {
        if (&known->second == &span) {
            last = nullptr;
            spare.push_back(pending.extract(known));
            return;
        }
    }
}

} // namespace spanglass::store
