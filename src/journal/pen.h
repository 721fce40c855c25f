// SPDX-License-Identifier: Apache-2.0
/// Starts and ends as a Pen writes them; what else it writes is in <spanglass/detail/pen.h>.
#pragma once

#include <string_view>

#include <spanglass/detail/pen.h>

#include "journal/layout.h"
#include "journal/record.h"

namespace spanglass::journal {

using detail::Pen;
static_assert(Pen::chunkDataBytes == layout::chunkDataBytes);
static_assert(Pen::chunkHeaderBytes == sizeof(layout::ChunkHeader));
static_assert(Pen::endBytes == sizeof(layout::EndRecord));
static_assert(detail::spanHeadBytes == sizeof(layout::SpanRecord));
static_assert(detail::paddingShift == layout::paddingShift);

struct StartFields
{
    TraceId trace;
    SpanId span;
    SpanId parent;
    std::uint64_t ticks;
    std::uint32_t thread;
    std::uint16_t clockEpoch;
    Kind kind;
    Level level;
    std::uint8_t flags;
};

/// Bytes of a start record and of the room its end will need.
inline std::size_t startBytes(std::string_view name) noexcept
{
    return sizeof(layout::StartRecord) + layout::padded(name.size());
}

namespace recording {

/// `sameTrace` and `numbered` are known to the compiler where it matters; `mark` is the name's number in the
/// upper 16 bits.
template<bool sameTrace, bool numbered>
[[gnu::always_inline]] inline void writeStartAs(Pen& pen, const Pen::Place& place, const StartFields& fields,
                                                std::string_view name, std::uint64_t mark) noexcept
{
    const std::size_t texts = numbered ? 0 : layout::padded(name.size());
    const std::size_t bytes = sizeof(layout::StartRecord) + texts - (sameTrace ? layout::traceBytes : 0);
    constexpr std::uint64_t brief = (sameTrace ? std::uint64_t{layout::ofSubject} : 0) |
                                    (numbered ? std::uint64_t{layout::nameByNumber} : 0);
    char* to = place.data();
    Pen::fetchAhead(to);
    if (texts != 0)
        std::memset(to + bytes - 8, 0, 8);
    detail::putWord(to, pen.header(static_cast<std::uint64_t>(layout::RecordType::start),
                                   fields.flags | brief, bytes, numbered ? 0 : name.size()) |
                            (numbered ? mark : 0));
    detail::putWord(to, fields.ticks);
    if (!sameTrace) {
        detail::putWord(to, pen.traceHigh = fields.trace.high);
        detail::putWord(to, pen.traceLow = fields.trace.low);
    }
    detail::putWord(to, fields.span.value);
    detail::putWord(to, fields.parent.value);
    detail::putWord(to, static_cast<std::uint64_t>(fields.kind) |
                            static_cast<std::uint64_t>(fields.level) << 8 |
                            std::uint64_t{fields.clockEpoch} << 16 | std::uint64_t{fields.thread} << 32);
    if (texts != 0)
        detail::copyText(to, name.data(), name.size());
    pen.subject.store(fields.span.value, std::memory_order_relaxed);
    place.commit(layout::oneStart + bytes);
    pen.opened();
}

} // namespace recording

/// The caller has checked `fits(startBytes(name) + sizeof(EndRecord))`. `mark` has the name's number in the
/// upper 16 bits; 0: it has none. The trace is written only where it is another one than that of the chunk's
/// last start.
[[gnu::always_inline]] inline void writeStart(Pen& pen, const StartFields& fields, std::string_view name,
                                              std::uint64_t mark = 0) noexcept
{
    const Pen::Place place = pen.place();
    if (pen.isOf(fields.trace)) [[likely]] {
        if (mark != 0) [[likely]]
            recording::writeStartAs<true, true>(pen, place, fields, name, mark);
        else
            recording::writeStartAs<true, false>(pen, place, fields, name, mark);
    } else if (mark != 0) {
        recording::writeStartAs<false, true>(pen, place, fields, name, mark);
    } else {
        recording::writeStartAs<false, false>(pen, place, fields, name, mark);
    }
}

/// To `place`, where it fits.
[[gnu::always_inline]] inline void writeEnd(const Pen& pen, const Pen::Place& place, TraceId trace,
                                            SpanId span, std::uint64_t ticks, Status status,
                                            std::uint8_t flags, std::uint16_t clockEpoch) noexcept
{
    constexpr auto type = static_cast<std::uint64_t>(layout::RecordType::end);
    const std::uint64_t aux = static_cast<std::uint64_t>(status) | std::uint64_t{clockEpoch} << 2;
    char* to = place.data();
    if (pen.isAbout(span.value)) [[likely]] {
        detail::putWord(
            to, pen.header(type, flags | std::uint64_t{layout::ofSubject}, layout::briefEndBytes, aux));
        detail::putWord(to, ticks);
        place.commit(layout::briefEndBytes);
    } else {
        detail::putWord(to, pen.header(type, flags, sizeof(layout::EndRecord), aux));
        detail::putWord(to, ticks);
        detail::putWord(to, trace.high);
        detail::putWord(to, trace.low);
        detail::putWord(to, span.value);
        place.commit(sizeof(layout::EndRecord));
    }
}

[[gnu::always_inline]] inline void writeEnd(const Pen& pen, TraceId trace, SpanId span, std::uint64_t ticks,
                                            Status status, std::uint8_t flags,
                                            std::uint16_t clockEpoch) noexcept
{
    writeEnd(pen, pen.place(), trace, span, ticks, status, flags, clockEpoch);
}

} // namespace spanglass::journal
