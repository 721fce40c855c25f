// SPDX-License-Identifier: GPL-3.0-or-later
/// The threads and asynchronous operations of a Chrome trace: which events are of one, how the rows on one
/// nest, and what it is called.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "formats/chrome_events.h"
#include "formats/table_builder.h"

namespace spanglass::formats {

/// When the row ends, the end of time where it has not ended.
[[nodiscard]] std::int64_t chromeEndNs(const trace::SpanTable& table, std::uint32_t row);

class ChromeTracks
{
public:
    /// A thread, or one asynchronous operation (cat + id): rows on it nest.
    struct Track
    {
        std::string process;             ///< pid as text
        std::string thread;              ///< tid as text; empty for asynchronous ones
        std::string category;            ///< of asynchronous ones
        std::vector<std::uint32_t> rows; ///< of synchronous ones, to be nested by containment
        std::vector<std::uint32_t> open; ///< rows that have begun and not ended
    };

    /// The number of the track an event is on; made where it is new.
    [[nodiscard]] std::uint32_t ofThread(const ChromeEvent& event);
    [[nodiscard]] std::uint32_t ofOperation(const ChromeEvent& event);
    [[nodiscard]] Track& operator[](std::uint32_t track) { return m_tracks[track]; }
    [[nodiscard]] const Track& operator[](std::uint32_t track) const { return m_tracks[track]; }
    [[nodiscard]] std::size_t size() const { return m_tracks.size(); }

    /// An event of metadata: names of processes and threads.
    void takeName(const ChromeEvent& event);
    /// Sets the parents of all rows on threads: a span lies in the last one before it that has not ended when
    /// it ends. Leaves `rows` sorted by start.
    void nest(trace::SpanTable& table);
    /// The service of every row whose context is its track, and the lane's name of each track.
    std::vector<std::uint32_t> name(TableBuilder& builder, std::vector<ChromeTrack>& names) const;

private:
    std::uint32_t numberOf(const std::string& key, const ChromeEvent& event, bool async);

    std::vector<Track> m_tracks;
    std::uint32_t m_lastThread = 0;
    std::unordered_map<std::string, std::uint32_t> m_numbers;
    std::unordered_map<std::string, std::string> m_processNames;
    std::map<std::pair<std::string, std::string>, std::string> m_threadNames;
};

} // namespace spanglass::formats
