// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/courier.h"

#include <algorithm>

namespace spanglass::sync {
namespace {

constexpr std::int64_t heldNs = 5'000'000'000; ///< a span of a running trace leaves so long after its own end

} // namespace

Courier::Courier(Outbox& outbox, Destination& destination, const Clock& clock,
                 const CourierSettings& settings, std::function<void(Milliseconds)> sleep)
    : m_outbox(outbox), m_destination(destination), m_clock(clock), m_settings(settings),
      m_sleep(std::move(sleep)), m_backoff(settings.seed),
      m_breaker(settings.breakerFailures, settings.breakerRest), m_lastWork(clock.now()),
      m_rateSince(clock.now())
{
}

Milliseconds Courier::step(bool flush)
{
    m_idle = false;
    m_stuck = false;
    m_blocked = false;
    const auto orders = m_outbox.orders();
    if (!orders) {
        storeTrouble(orders.error());
        return m_settings.poll;
    }
    noteOrders(*orders);
    if (orders->removed || orders->paused) {
        m_stuck = m_blocked = true;
        say(orders->removed ? "stopped" : "paused");
        return m_settings.poll;
    }
    if (const Milliseconds wait = untilAllowed(); wait.count() > 0) {
        m_stuck = true;
        m_blocked = m_breaker.state(m_clock.now()) == Breaker::State::open;
        say(m_blocked ? "failing" : "waiting");
        return std::min(wait, m_settings.poll);
    }
    return deliverSomething(flush);
}

void Courier::noteOrders(const Orders& orders)
{
    if (m_retryRequests && *m_retryRequests != orders.retryRequests) {
        m_nextTry = m_clock.now();
        m_breaker.probeNow(m_clock.now());
        m_refusedInARow = 0;
    }
    m_retryRequests = orders.retryRequests;
}

Milliseconds Courier::untilAllowed() const
{
    const Milliseconds allowed = std::max(m_nextTry, m_breaker.allowedAt());
    return allowed > m_clock.now() ? allowed - m_clock.now() : Milliseconds(0);
}

Milliseconds Courier::deliverSomething(bool flush)
{
    if (deliverRetries() || deliverScores())
        return Milliseconds(0);
    if (m_stuck)
        return Milliseconds(0);
    const Milliseconds wait = deliverLane(flush);
    if (m_idle && !m_rested && m_clock.now() - m_lastWork >= m_settings.restAfter) {
        m_destination.rest();
        m_rested = true;
    }
    return wait;
}

/// True where something was settled.
bool Courier::deliverRetries()
{
    const auto window = m_outbox.retries(m_settings.limits);
    if (!window) {
        storeTrouble(window.error());
        return false;
    }
    if (window->items.empty())
        return false;
    std::size_t settled = 0;
    const Outcome outcome =
        deliverAll(window->items, {}, window->traces,
                   [&](std::size_t upTo, std::int64_t, const std::vector<Quarantined>& refused) {
                       std::vector<const Item*> delivered;
                       for (std::size_t i = settled; i < upTo; ++i) {
                           const Item* item = &window->items[i];
                           if (std::none_of(refused.begin(), refused.end(),
                                            [&](const auto& q) { return q.item == item; }))
                               delivered.push_back(item);
                       }
                       settled = upTo;
                       return m_outbox.settleRetries(delivered, refused);
                   });
    return outcome == Outcome::settled;
}

bool Courier::deliverScores()
{
    if (m_stuck || !m_destination.wantsScores())
        return false;
    const auto scores = m_outbox.scores(m_settings.limits.spans / 10 + 1);
    if (!scores) {
        storeTrouble(scores.error());
        return false;
    }
    if (scores->empty())
        return false;
    const TraceRows none;
    const Outcome outcome =
        deliverAll({}, *scores, none,
                   [&](std::size_t upTo, std::int64_t delivered, const std::vector<Quarantined>& refused) {
                       return m_outbox.settleScores((*scores)[upTo - 1].id, delivered, refused);
                   });
    return outcome == Outcome::settled;
}

/// New spans are not to wait behind the work of an outage.
void Courier::splitBacklog()
{
    auto lanes = m_outbox.lanes();
    if (!lanes || lanes->all().size() >= Lanes::most)
        return;
    const auto waiting = m_outbox.waiting(lanes->all().back(), m_settings.backlogSpans + 1);
    const auto end = m_outbox.end();
    if (!waiting || !end || *waiting <= m_settings.backlogSpans)
        return;
    lanes->split(*end);
    if (auto settled = m_outbox.settle(*lanes, 0, {}); !settled)
        storeTrouble(settled.error());
}

Milliseconds Courier::deliverLane(bool flush)
{
    splitBacklog();
    auto lanes = m_outbox.lanes();
    if (!lanes) {
        storeTrouble(lanes.error());
        return m_settings.poll;
    }
    const std::size_t index = lanes->turn(m_round++);
    const Lane lane = lanes->all()[index];
    const bool open = index + 1 == lanes->all().size();
    const auto waiting = m_outbox.waiting(lane, static_cast<std::int64_t>(m_settings.batchSpans));
    if (!waiting) {
        storeTrouble(waiting.error());
        return m_settings.poll;
    }
    if (*waiting == 0) {
        if (!open) {
            lanes->exhausted(index);
            if (auto settled = m_outbox.settle(*lanes, 0, {}); !settled)
                storeTrouble(settled.error());
            return Milliseconds(0);
        }
        m_waitingSince.reset();
        m_idle = lanes->all().size() == 1;
        if (m_idle) {
            m_rateSince = m_clock.now(); // a rate is of work, not of the rest before it
            m_rateCount = 0;
            say("idle");
        }
        return m_idle ? m_settings.poll : Milliseconds(0);
    }
    if (open && !flush && *waiting < static_cast<std::int64_t>(m_settings.batchSpans)) {
        if (!m_waitingSince)
            m_waitingSince = m_clock.now();
        const Milliseconds left = *m_waitingSince + m_settings.batchDelay - m_clock.now();
        if (left.count() > 0) {
            m_health.sending = 0;
            say("waiting");
            return lanes->all().size() == 1 ? std::min(left, m_settings.poll) : Milliseconds(0);
        }
    }
    const bool half = m_breaker.state(m_clock.now()) == Breaker::State::halfOpen;
    Limits limits = m_settings.limits;
    if (half) // the probe need not be large
        limits.spans = std::min(limits.spans, m_settings.batchSpans);
    const auto window = m_outbox.read(lane, limits, m_destination.wantsRunning(), flush ? 0 : heldNs);
    if (!window) {
        storeTrouble(window.error());
        return m_settings.poll;
    }
    m_health.sending = static_cast<std::int64_t>(window->items.size());
    m_health.sendingTo = window->end.changed;
    if (!window->items.empty())
        say(lanes->all().size() > 1 || window->more ? "catching up" : "sending");
    const auto settle = [&](std::size_t upTo, std::int64_t delivered,
                            const std::vector<Quarantined>& refused) {
        const bool all = upTo == window->items.size();
        lanes->advance(index, all ? window->end : window->items[upTo - 1].position);
        return m_outbox.settle(*lanes, delivered, refused);
    };
    if (window->items.empty()) {
        if (window->end > lane.from) {
            if (auto settled = settle(0, 0, {}); !settled)
                storeTrouble(settled.error());
        }
    } else if (deliverAll(window->items, {}, window->traces, settle, window->prepared.get()) ==
               Outcome::stopped) {
        return Milliseconds(0);
    }
    // What has waited for its batch does not wait for it again after a failure: the next try is when it was
    // announced.
    m_waitingSince.reset();
    m_health.sending = 0;
    return window->held && !window->more ? m_settings.poll : Milliseconds(0);
}

} // namespace spanglass::sync
