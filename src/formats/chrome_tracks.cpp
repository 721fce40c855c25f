// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/chrome_tracks.h"

#include <algorithm>

#include "base/saturated.h"

namespace spanglass::formats {
namespace {

void nestRows(ChromeTracks::Track& track, trace::SpanTable& table)
{
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        if (table.startUnixNs[a] != table.startUnixNs[b])
            return table.startUnixNs[a] < table.startUnixNs[b];
        return chromeEndNs(table, a) > chromeEndNs(table, b);
    };
    if (!std::is_sorted(track.rows.begin(), track.rows.end(), before))
        std::stable_sort(track.rows.begin(), track.rows.end(), before);
    std::vector<std::uint32_t> path;
    for (const std::uint32_t row : track.rows) {
        const std::int64_t end = chromeEndNs(table, row);
        const std::int64_t start = table.startUnixNs[row];
        while (!path.empty()) {
            const std::int64_t around = chromeEndNs(table, path.back());
            if (around >= end && around >= start && (around != start || end <= start))
                break;
            path.pop_back();
        }
        table.parent[row] = path.empty() ? trace::noRow : path.back();
        path.push_back(row);
    }
}

std::string laneName(const ChromeTracks::Track& track, const ChromeTrack& names)
{
    const std::string process = names.processName.empty() ? track.process : names.processName;
    if (track.thread.empty())
        return process + ": " + track.category;
    return process + " / " + (names.threadName.empty() ? track.thread : names.threadName);
}

} // namespace

std::int64_t chromeEndNs(const trace::SpanTable& table, std::uint32_t row)
{
    const std::int64_t duration = table.durationNs[row];
    return duration == trace::unfinished
               ? INT64_MAX
               : saturatedAdd(table.startUnixNs[row], std::max<std::int64_t>(duration, 0));
}

std::uint32_t ChromeTracks::ofThread(const ChromeEvent& event)
{
    // Runs of events of one thread are the rule.
    if (m_lastThread < m_tracks.size() && m_tracks[m_lastThread].process == event.process &&
        m_tracks[m_lastThread].thread == event.thread && m_tracks[m_lastThread].category.empty())
        return m_lastThread;
    std::string key(event.process);
    key.push_back('\0');
    key += event.thread;
    m_lastThread = numberOf(key, event, false);
    return m_lastThread;
}

std::uint32_t ChromeTracks::ofOperation(const ChromeEvent& event)
{
    std::string key("\1");
    key += event.category;
    key.push_back('\0');
    key += event.scope;
    key.push_back('\0');
    key += event.id;
    if (event.idIsLocal) {
        key.push_back('\0');
        key += event.process;
    }
    return numberOf(key, event, true);
}

std::uint32_t ChromeTracks::numberOf(const std::string& key, const ChromeEvent& event, bool async)
{
    const auto [found, isNew] = m_numbers.try_emplace(key, static_cast<std::uint32_t>(m_tracks.size()));
    if (isNew) {
        Track made;
        made.process = event.process;
        if (async)
            made.category = event.category.empty() ? std::string_view("async") : event.category;
        else
            made.thread = event.thread;
        m_tracks.push_back(std::move(made));
    }
    return found->second;
}

void ChromeTracks::takeName(const ChromeEvent& event)
{
    if (event.name == "process_name")
        m_processNames[std::string(event.process)] = event.argumentName;
    else if (event.name == "thread_name")
        m_threadNames[{std::string(event.process), std::string(event.thread)}] = event.argumentName;
}

void ChromeTracks::nest(trace::SpanTable& table)
{
    for (Track& track : m_tracks)
        nestRows(track, table);
}

std::vector<std::uint32_t> ChromeTracks::name(TableBuilder& builder, std::vector<ChromeTrack>& names) const
{
    trace::SpanTable& table = builder.table();
    std::vector<std::uint32_t> service(m_tracks.size());
    std::vector<std::uint32_t> lane(m_tracks.size());
    for (std::size_t at = 0; at < m_tracks.size(); ++at) {
        const Track& track = m_tracks[at];
        ChromeTrack of;
        of.process = track.process;
        of.thread = track.thread;
        if (const auto name = m_processNames.find(track.process); name != m_processNames.end())
            of.processName = name->second;
        if (const auto name = m_threadNames.find({track.process, track.thread}); name != m_threadNames.end())
            of.threadName = name->second;
        service[at] = table.strings.intern(of.processName);
        lane[at] = table.strings.intern(laneName(track, of));
        names.push_back(std::move(of));
    }
    const auto& contexts = builder.contexts();
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        table.service[row] = service[contexts[row]];
        table.track[row] = lane[contexts[row]];
    }
    return lane;
}

} // namespace spanglass::formats
