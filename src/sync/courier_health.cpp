// SPDX-License-Identifier: GPL-3.0-or-later
// What a courier says of itself: its rate, its last success and failure, when it tries next.
#include <algorithm>
#include <cstdlib>

#include "sync/courier.h"

namespace spanglass::sync {

void Courier::takeOverFrom(const Health& before)
{
    m_health.lastSuccessUnixNs = before.lastSuccessUnixNs;
    m_health.lastError = before.lastError;
    m_health.lastErrorUnixNs = before.lastErrorUnixNs;
}

void Courier::succeeded(std::int64_t delivered)
{
    m_breaker.succeeded();
    m_backoff.reset();
    m_health.lastSuccessUnixNs = m_clock.unixNs();
    m_rateCount += delivered;
    const Milliseconds span = m_clock.now() - m_rateSince;
    if (span.count() >= 1000) {
        m_health.ratePerSecond =
            static_cast<double>(m_rateCount) * 1000.0 / static_cast<double>(span.count());
        m_rateSince = m_clock.now();
        m_rateCount = 0;
    }
}

void Courier::failed(const Reply& reply)
{
    const Milliseconds wait = reply.retryAfter.value_or(m_backoff.next());
    m_breaker.failed(m_clock.now());
    m_nextTry = m_clock.now() + wait;
    m_health.ratePerSecond = 0;
    noteError(reply.message);
    m_stuck = true;
    say(m_breaker.state(m_clock.now()) == Breaker::State::closed ? "waiting" : "failing");
}

void Courier::pauseFor(const std::string& reason)
{
    noteError(reason);
    m_stuck = m_blocked = true;
    if (auto paused = m_outbox.pause(reason); !paused)
        storeTrouble(paused.error());
    say("paused");
}

void Courier::noteError(const std::string& message)
{
    m_health.lastError = message;
    m_health.lastErrorUnixNs = m_clock.unixNs();
}

void Courier::storeTrouble(const Error& error)
{
    noteError("the local store: " + error.message);
}

std::int64_t Courier::wallAt(Milliseconds when) const
{
    return m_clock.unixNs() + (when - m_clock.now()).count() * 1'000'000;
}

void Courier::say(const char* state)
{
    m_health.state = state;
    m_health.breaker = name(m_breaker.state(m_clock.now()));
    const Milliseconds allowed = std::max(m_nextTry, m_breaker.allowedAt());
    m_health.nextTryUnixNs = m_stuck && allowed > m_clock.now() ? wallAt(allowed) : 0;
    if (m_stuck || m_idle) {
        m_health.sending = 0;
        m_health.sendingTo = m_health.uncertain > 0 ? m_health.sendingTo : 0;
        if (m_idle || m_blocked)
            m_health.ratePerSecond = 0;
    }
    // A countdown that only moves with the clock is no news.
    Health news = m_health;
    if (m_written && std::abs(news.nextTryUnixNs - m_written->nextTryUnixNs) < 100'000'000)
        news.nextTryUnixNs = m_written->nextTryUnixNs;
    if (m_written == news)
        return;
    if (m_outbox.setHealth(news))
        m_written = news;
}

} // namespace spanglass::sync
