// SPDX-License-Identifier: GPL-3.0-or-later
/// What lies beside the spans of a Chrome trace and belongs to one: instants become events of the span around
/// them, flows links between slices.
#pragma once

#include <string>
#include <vector>

#include "formats/chrome_tracks.h"

namespace spanglass::formats {

class ChromeLinks
{
public:
    /// Both remember where the event is; its span is known when all are there.
    void addInstant(std::uint32_t track, std::int64_t timeNs, std::uint64_t place);
    /// s, t or f.
    void addFlow(std::uint32_t track, const ChromeEvent& event);
    /// A slice with a bind_id: the second version of flows.
    void addBound(std::uint32_t row, const ChromeEvent& event);

    /// An instant belongs to the innermost span that is open on its track; one outside every span is only
    /// counted. A flow binds its start to the slice that encloses it, its end to the next slice on its thread
    /// or, with bp = "e", to the enclosing one: a link from the later to the earlier.
    void resolve(const ChromeTracks& tracks, const TableBuilder& builder, const trace::SpanTable& table,
                 ChromeDetails& details) const;

private:
    struct Instant
    {
        std::uint32_t track;
        std::int64_t timeNs;
        std::uint64_t place;
    };
    struct Flow
    {
        std::string id;
        std::uint32_t track;
        std::int64_t timeNs;
        char phase;
        bool enclosing;
    };
    struct Bound
    {
        std::string id;
        std::uint32_t row;
        bool in;
        bool out;
    };

    void placeInstants(std::size_t tracks, const TableBuilder& builder, const trace::SpanTable& table,
                       ChromeDetails& details) const;
    void linkFlows(const ChromeTracks& tracks, const TableBuilder& builder, const trace::SpanTable& table,
                   ChromeDetails& details) const;
    void linkBound(const TableBuilder& builder, const trace::SpanTable& table, ChromeDetails& details) const;

    std::vector<Instant> m_instants;
    std::vector<Flow> m_flows;
    std::vector<Bound> m_bound;
};

} // namespace spanglass::formats
