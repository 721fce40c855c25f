// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/clock_watch.h"

#include <ctime>
#include <fstream>
#include <sstream>

namespace spanglass::store {
namespace {

constexpr std::int64_t hourNs = 3600LL * 1'000'000'000;

std::int64_t clockNs(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

/// Whether `to` is where the clock has to be by now, going on from `from`. Clocks of other centuries do not
/// fit into a difference.
bool follows(const ClockReading& from, const ClockReading& to)
{
    std::int64_t wall = 0;
    if (__builtin_sub_overflow(to.unixNs, from.unixNs, &wall))
        return false;
    if (from.bootId != to.bootId)
        return wall >= -hourNs;
    std::int64_t apart = 0;
    return !__builtin_sub_overflow(wall, to.bootNs - from.bootNs, &apart) && apart <= hourNs &&
           apart >= -hourNs;
}

} // namespace

ClockReading ClockReading::now()
{
    ClockReading reading{clockNs(CLOCK_REALTIME), clockNs(CLOCK_BOOTTIME), {}};
    std::ifstream("/proc/sys/kernel/random/boot_id") >> reading.bootId;
    return reading;
}

std::string ClockReading::text() const
{
    return std::to_string(unixNs) + ' ' + std::to_string(bootNs) + ' ' + bootId;
}

std::optional<ClockReading> ClockReading::parse(const std::string& text)
{
    ClockReading reading;
    std::istringstream words(text);
    words >> reading.unixNs >> reading.bootNs >> reading.bootId;
    return words.fail() ? std::nullopt : std::optional(reading);
}

bool ClockWatch::believes(const ClockReading& now)
{
    const bool settled = m_jumped && m_jumped->bootId == now.bootId && follows(*m_jumped, now) &&
                         now.bootNs - m_jumped->bootNs >= hourNs;
    if (!m_believed || follows(*m_believed, now) || settled) {
        m_believed = now;
        m_jumped.reset();
        return true;
    }
    if (!m_jumped || !follows(*m_jumped, now))
        m_jumped = now;
    return false;
}

} // namespace spanglass::store
