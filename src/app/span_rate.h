// SPDX-License-Identifier: GPL-3.0-or-later
/// How many spans a second come in, from a counter that is read now and then.
///
///     SpanRate rate;
///     rate.add(nowMs, 1000);
///     rate.add(nowMs + 500, 1200);
///     rate.perSecond(nowMs + 500);     // 400
///
/// Over the last two seconds; 0 before there are two readings, and when nothing came for so long.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>

namespace spanglass::app {

class SpanRate
{
public:
    /// A counter that went down (spans were deleted) begins anew.
    void add(std::int64_t nowMs, std::int64_t spans)
    {
        if (!m_readings.empty() && spans < m_readings.back().spans)
            m_readings.clear();
        m_readings.push_back({nowMs, spans});
        // One reading older than the window stays: from it the first spans within the window are counted.
        while (m_readings.size() > 2 && m_readings[1].ms < nowMs - windowMs)
            m_readings.pop_front();
    }
    [[nodiscard]] double perSecond(std::int64_t nowMs) const
    {
        if (m_readings.size() < 2 || m_readings.back().ms < nowMs - windowMs)
            return 0;
        const auto spans = static_cast<double>(m_readings.back().spans - m_readings.front().spans);
        // A pause before the burst is not part of it.
        const std::int64_t beginMs = std::max(m_readings.front().ms, nowMs - windowMs);
        return spans * 1000 / static_cast<double>(std::max<std::int64_t>(nowMs - beginMs, 100));
    }

private:
    static constexpr std::int64_t windowMs = 2000;
    struct Reading
    {
        std::int64_t ms;
        std::int64_t spans;
    };
    std::deque<Reading> m_readings;
};

} // namespace spanglass::app
