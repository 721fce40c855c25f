// SPDX-License-Identifier: GPL-3.0-or-later
/// A circuit breaker: five failed attempts in a row open it, so that a server that is down is left alone;
/// after 60 seconds it lets one probe through, whose outcome closes or opens it again. An attempt counts
/// once, however often it was retried inside; answers that show a living server (400, 401, 413, 429) do not
/// count.
#pragma once

#include <array>
#include <string_view>

#include "sync/clock.h"

namespace spanglass::sync {

class Breaker
{
public:
    enum class State
    {
        closed,
        open,
        halfOpen
    };

    explicit Breaker(int failures = 5, Milliseconds rest = std::chrono::seconds(60))
        : m_limit(failures), m_rest(rest)
    {
    }

    [[nodiscard]] State state(Milliseconds now) const
    {
        return m_failures < m_limit ? State::closed : now < m_openUntil ? State::open : State::halfOpen;
    }
    /// When the next attempt is allowed; the past where it is now.
    [[nodiscard]] Milliseconds allowedAt() const
    {
        return m_failures < m_limit ? Milliseconds::min() : m_openUntil;
    }

    void succeeded() { m_failures = 0; }
    void failed(Milliseconds now)
    {
        if (++m_failures >= m_limit)
            m_openUntil = now + m_rest;
    }
    /// The user asked for a try now: an open breaker becomes half-open.
    void probeNow(Milliseconds now) { m_openUntil = std::min(m_openUntil, now); }

private:
    int m_limit;
    Milliseconds m_rest;
    int m_failures = 0;
    Milliseconds m_openUntil = Milliseconds::min();
};

inline constexpr std::array<std::string_view, 3> breakerNames{"closed", "open", "half-open"};
[[nodiscard]] constexpr std::string_view name(Breaker::State state)
{
    return breakerNames[static_cast<std::size_t>(state)];
}

} // namespace spanglass::sync
