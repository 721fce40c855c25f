// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/chrome_own.h"

namespace spanglass::formats {

void ChromeOwn::read(std::string_view key, std::string_view value)
{
    if (key == chrome::traceId)
        m_event.trace = TraceId::fromHex(value);
    else if (key == chrome::spanId)
        m_event.id = SpanId::fromHex(value);
    else if (key == chrome::parentSpanId)
        m_event.parent = SpanId::fromHex(value);
    else if (key == chrome::status)
        m_event.status = value == "error" ? Status::error : value == "ok" ? Status::ok : Status::unset;
}

void ChromeOwn::takeRow(Row& row, std::uint32_t number, std::uint32_t threadTrack)
{
    row.trace = m_event.trace;
    row.id = m_event.id;
    row.parent = m_event.parent;
    row.status = m_event.status == Status::unset ? row.status : m_event.status;
    m_rows.push_back({number, threadTrack});
}

void ChromeOwn::takeInstant(std::uint64_t place, TableBuilder& builder, ChromeDetails& details)
{
    // An instant of ours stands behind its span; where two spans have one id, that tells which.
    const trace::SpanTable& table = builder.table();
    if (!m_rows.empty() && table.trace[m_rows.back().row] == m_event.trace &&
        table.id[m_rows.back().row] == m_event.id)
        details.instants.emplace(builder.place(m_rows.back().row), place);
    else
        m_instants.push_back({m_event.trace, m_event.id, place});
}

void ChromeOwn::link(TableBuilder& builder, ChromeDetails& details)
{
    if (m_rows.empty())
        return;
    trace::SpanTable& table = builder.table();
    const trace::RowIndex index(table);
    for (const OwnRow& own : m_rows) {
        const SpanId parent = builder.parentId(own.row);
        table.parent[own.row] = index.find(table.trace[own.row], parent);
        if (parent.valid() && table.parent[own.row] == trace::noRow)
            table.flags[own.row] |= trace::flagOrphan;
    }
    for (const Instant& instant : m_instants) {
        if (const std::uint32_t row = index.find(instant.trace, instant.span); row != trace::noRow)
            details.instants.emplace(builder.place(row), instant.place);
    }
}

void ChromeOwn::setTracks(const std::vector<std::uint32_t>& lanes, trace::SpanTable& table) const
{
    for (const OwnRow& own : m_rows)
        table.track[own.row] = lanes[own.threadTrack];
}

} // namespace spanglass::formats
