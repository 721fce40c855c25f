// SPDX-License-Identifier: GPL-3.0-or-later
/// What the gatherer knows of spans that are not whole yet, per journal.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "journal/record.h"

namespace spanglass::store {

struct PendingSpan
{
    TraceId trace; ///< invalid until a record named it
    SpanId id;
    SpanId parent;
    Kind kind = Kind::span;
    Level level = Level::normal;
    Status status = Status::unset;
    std::uint8_t flags = 0; ///< RecordFlag of start and end
    std::uint32_t thread = 0;
    std::int64_t startNs = 0;
    std::int64_t endNs = 0;
    std::int64_t context = 0;
    std::string name;
    std::string entries; ///< as store/details.h writes them
    bool started = false;
    bool ended = false;
    bool hasParts = false; ///< of large values, among the entries
    bool touched = false;
    bool superseded = false; ///< it ended, and then its id was started again: a repeat, or another content
    /// Its row in the store, while that says "running". 0: none, for want of a start, or because another
    /// recorder's row with this id stands there.
    std::int64_t row = 0;
    std::size_t savedBytes = 0; ///< of the entries, in span_parts
    bool savedStart = false;
    std::vector<std::int64_t> savedParts;

    [[nodiscard]] bool isRoot() const { return !parent.valid() || (flags & journal::rootOfTrace) != 0; }
    void take(const journal::StartView& start, std::int64_t inContext);
    void take(const journal::EndView& end);
};

/// A recorder as the keeper knows it between commits.
struct JournalState
{
    std::int64_t id = 0;
    std::string cursor;
    std::int64_t lastNs = 0;
    std::int64_t created = 0;
    std::int64_t dropped = 0;
    std::int64_t stored = 0;
    std::int64_t duplicates = 0;
    std::int64_t context = 0;
    std::int64_t nextPart = 1;
    bool complete = false;
    bool dirty = false;
    std::string batch; ///< of an import, when its commit came
    std::string batchNote;
    using Pending = std::unordered_multimap<SpanId, PendingSpan>;
    Pending pending;
    std::vector<Pending::node_type> spare; ///< of spans that are done: the next ones take their places
    std::vector<PendingSpan*> touched;
    PendingSpan* last = nullptr; ///< that a record spoke of: the next one mostly speaks of it too

    /// The span that a record speaks of: the trace decides where the record and the span know it.
    PendingSpan& span(TraceId trace, SpanId spanId);
    PendingSpan& newSpan(SpanId spanId);
    PendingSpan& startedSpan(TraceId trace, SpanId spanId);
    void touch(PendingSpan& span);
    /// It is whole and written, or was never begun. The reference is gone afterwards.
    void forget(const PendingSpan& span);
    void sawTime(std::int64_t timeNs)
    {
        if (timeNs > lastNs)
            lastNs = timeNs;
    }
};

} // namespace spanglass::store
