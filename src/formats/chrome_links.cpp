// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/chrome_links.h"

#include <algorithm>
#include <unordered_map>

namespace spanglass::formats {
namespace {

/// Of rows sorted by start: the last that began at `timeNs` or before and has not ended then, going up where
/// it has. noRow: none.
std::uint32_t rowAround(const trace::SpanTable& table, const std::vector<std::uint32_t>& rows,
                        std::int64_t timeNs)
{
    const auto after = std::upper_bound(rows.begin(), rows.end(), timeNs, [&](std::int64_t time, auto row) {
        return time < table.startUnixNs[row];
    });
    if (after == rows.begin())
        return trace::noRow;
    std::uint32_t row = *(after - 1);
    while (row != trace::noRow && chromeEndNs(table, row) < timeNs)
        row = table.parent[row];
    return row;
}

std::uint32_t rowAfter(const trace::SpanTable& table, const std::vector<std::uint32_t>& rows,
                       std::int64_t timeNs)
{
    const auto at = std::lower_bound(rows.begin(), rows.end(), timeNs, [&](auto row, std::int64_t time) {
        return table.startUnixNs[row] < time;
    });
    return at == rows.end() ? trace::noRow : *at;
}

} // namespace

void ChromeLinks::addInstant(std::uint32_t track, std::int64_t timeNs, std::uint64_t place)
{
    m_instants.push_back({track, timeNs, place});
}

void ChromeLinks::addFlow(std::uint32_t track, const ChromeEvent& event)
{
    m_flows.push_back({std::string(event.id), track, event.timeNs, event.phase, event.enclosing});
}

void ChromeLinks::addBound(std::uint32_t row, const ChromeEvent& event)
{
    m_bound.push_back({std::string(event.bindId), row, event.flowIn, event.flowOut});
}

void ChromeLinks::resolve(const ChromeTracks& tracks, const TableBuilder& builder,
                          const trace::SpanTable& table, ChromeDetails& details) const
{
    if (!m_instants.empty())
        placeInstants(tracks.size(), builder, table, details);
    linkFlows(tracks, builder, table, details);
    linkBound(builder, table, details);
}

void ChromeLinks::placeInstants(std::size_t tracks, const TableBuilder& builder,
                                const trace::SpanTable& table, ChromeDetails& details) const
{
    std::vector<std::vector<std::uint32_t>> rowsOf(tracks);
    const auto& contexts = builder.contexts();
    for (std::uint32_t row = 0; row < table.size(); ++row)
        rowsOf[contexts[row]].push_back(row);
    for (auto& rows : rowsOf)
        std::stable_sort(rows.begin(), rows.end(),
                         [&](auto a, auto b) { return table.startUnixNs[a] < table.startUnixNs[b]; });
    for (const Instant& instant : m_instants) {
        const std::uint32_t row = rowAround(table, rowsOf[instant.track], instant.timeNs);
        if (row != trace::noRow)
            details.instants.emplace(builder.place(row), instant.place);
    }
}

void ChromeLinks::linkFlows(const ChromeTracks& tracks, const TableBuilder& builder,
                            const trace::SpanTable& table, ChromeDetails& details) const
{
    std::unordered_map<std::string, std::uint32_t> from;
    for (const Flow& flow : m_flows) {
        const auto& rows = tracks[flow.track].rows; // sorted by start
        const std::uint32_t bound = flow.phase == 'f' && !flow.enclosing
                                        ? rowAfter(table, rows, flow.timeNs)
                                        : rowAround(table, rows, flow.timeNs);
        if (bound == trace::noRow)
            continue;
        if (flow.phase != 's') {
            if (const auto start = from.find(flow.id); start != from.end() && start->second != bound)
                details.links.emplace(builder.place(bound), table.id[start->second]);
        }
        from[flow.id] = bound;
    }
}

void ChromeLinks::linkBound(const TableBuilder& builder, const trace::SpanTable& table,
                            ChromeDetails& details) const
{
    std::vector<std::uint32_t> byTime(m_bound.size());
    for (std::uint32_t at = 0; at < byTime.size(); ++at)
        byTime[at] = at;
    std::stable_sort(byTime.begin(), byTime.end(), [&](auto a, auto b) {
        return table.startUnixNs[m_bound[a].row] < table.startUnixNs[m_bound[b].row];
    });
    std::unordered_map<std::string, std::uint32_t> from;
    for (const std::uint32_t at : byTime) {
        const Bound& bound = m_bound[at];
        if (const auto start = from.find(bound.id); bound.in && start != from.end())
            details.links.emplace(builder.place(bound.row), table.id[start->second]);
        if (bound.out)
            from[bound.id] = bound.row;
    }
}

} // namespace spanglass::formats
