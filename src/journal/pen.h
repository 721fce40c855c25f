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

/// The caller has checked `fits(startBytes(name) + sizeof(EndRecord))`.
inline void writeStart(Pen& pen, const StartFields& fields, std::string_view name) noexcept
{
    const std::size_t bytes = startBytes(name);
    char* to = pen.at;
    std::memset(to + bytes - 8, 0, 8);
    detail::putWord(to, pen.header(static_cast<std::uint64_t>(layout::RecordType::start), fields.flags, bytes,
                                   name.size()));
    detail::putWord(to, fields.ticks);
    detail::putWord(to, fields.trace.high);
    detail::putWord(to, fields.trace.low);
    detail::putWord(to, fields.span.value);
    detail::putWord(to, fields.parent.value);
    detail::putWord(to, static_cast<std::uint64_t>(fields.kind) |
                            static_cast<std::uint64_t>(fields.level) << 8 |
                            std::uint64_t{fields.clockEpoch} << 16 | std::uint64_t{fields.thread} << 32);
    detail::copyText(to, name.data(), name.size());
    pen.commit(bytes, layout::oneStart);
    pen.opened();
}

inline void writeEnd(Pen& pen, TraceId trace, SpanId span, std::uint64_t ticks, Status status,
                     std::uint8_t flags, std::uint16_t clockEpoch) noexcept
{
    constexpr std::size_t bytes = sizeof(layout::EndRecord);
    char* to = pen.at;
    detail::putWord(to, pen.header(static_cast<std::uint64_t>(layout::RecordType::end), flags, bytes,
                                   static_cast<std::uint64_t>(status) | std::uint64_t{clockEpoch} << 2));
    detail::putWord(to, ticks);
    detail::putWord(to, trace.high);
    detail::putWord(to, trace.low);
    detail::putWord(to, span.value);
    pen.commit(bytes);
}

} // namespace spanglass::journal
