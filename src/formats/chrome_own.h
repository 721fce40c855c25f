// SPDX-License-Identifier: GPL-3.0-or-later
/// What our own export adds to Chrome's events: ids, parents and status of spans. Spans that bring their ids
/// know their parents better than their places do.
///
///     own.begin();                                     // for each event
///     own.read(key, value);                            // for each of its arguments
///     if (own.whole()) own.takeRow(row, rowNumber, threadTrack);
///     own.link(builder, details);                      // when all are there
#pragma once

#include <string_view>
#include <vector>

#include "formats/chrome_events.h"
#include "formats/table_builder.h"

namespace spanglass::formats {

class ChromeOwn
{
public:
    void begin() { m_event = {}; }
    void read(std::string_view key, std::string_view value);
    /// The event at hand brought its ids.
    [[nodiscard]] bool whole() const { return m_event.trace.valid() && m_event.id.valid(); }

    /// The event at hand is the row of this number, to be.
    void takeRow(Row& row, std::uint32_t number, std::uint32_t threadTrack);
    /// The event at hand is an instant, which stands at `place`.
    void takeInstant(std::uint64_t place, TableBuilder& builder, ChromeDetails& details);

    void link(TableBuilder& builder, ChromeDetails& details);
    /// Spans lie where they ran: `lanes` are the tracks of threads.
    void setTracks(const std::vector<std::uint32_t>& lanes, trace::SpanTable& table) const;

private:
    struct Event
    {
        TraceId trace;
        SpanId id;
        SpanId parent;
        Status status = Status::unset;
    };
    struct OwnRow
    {
        std::uint32_t row;
        std::uint32_t threadTrack;
    };
    struct Instant
    {
        TraceId trace;
        SpanId span;
        std::uint64_t place;
    };

    Event m_event;
    std::vector<OwnRow> m_rows;
    std::vector<Instant> m_instants;
};

} // namespace spanglass::formats
