// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/courier.h"

#include <algorithm>

namespace spanglass::sync {
namespace {

constexpr std::int64_t heldNs = 5'000'000'000; ///< a span of a running trace leaves so long after its own end

bool mayBeRetriedAtOnce(Verdict verdict)
{
    return verdict == Verdict::busy || verdict == Verdict::uncertain;
}

Quarantined quarantined(const Parcel& parcel, std::size_t index, std::string reason)
{
    if (index < parcel.spans.size())
        return {&parcel.spans[index], nullptr, std::move(reason)};
    return {nullptr, &parcel.scores[index - parcel.spans.size()], std::move(reason)};
}

/// Each index once, and only such as the parcel has: a server may repeat itself or invent.
std::vector<Quarantined> refusedOf(const Reply& reply, const Parcel& parcel)
{
    std::vector<bool> seen(parcel.size());
    std::vector<Quarantined> refused;
    for (const Rejected& rejected : reply.rejected) {
        if (rejected.index >= parcel.size() || seen[rejected.index])
            continue;
        seen[rejected.index] = true;
        refused.push_back(quarantined(parcel, rejected.index, rejected.reason));
    }
    return refused;
}

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
    } else if (deliverAll(window->items, {}, window->traces, settle) == Outcome::stopped) {
        return Milliseconds(0);
    }
    // What has waited for its batch does not wait for it again after a failure: the next try is when it was
    // announced.
    m_waitingSince.reset();
    m_health.sending = 0;
    return window->held && !window->more ? m_settings.poll : Milliseconds(0);
}

/// In order, so that what is settled is always a prefix: a part is tried whole, and where the answer asks for
/// it, its halves take its place.
Courier::Outcome Courier::deliverAll(const std::vector<Item>& items, const std::vector<ScoreItem>& scores,
                                     const TraceRows& traces, const Settle& settle)
{
    std::vector<Part> todo{{0, items.size() + scores.size(), false}};
    m_rested = false;
    m_lastWork = m_clock.now();
    while (!todo.empty()) {
        const Part part = todo.back();
        todo.pop_back();
        Parcel parcel;
        parcel.traces = &traces;
        parcel.capped = part.capped;
        if (scores.empty())
            parcel.spans = std::span(items).subspan(part.first, part.count);
        else
            parcel.scores = std::span(scores).subspan(part.first, part.count);
        const Reply reply = verified(parcel) ? Reply{Verdict::delivered, {}, {}, {}} : attempt(parcel);
        if (conclude(reply, part, parcel, todo, settle) == Outcome::stopped)
            return Outcome::stopped;
    }
    return Outcome::settled;
}

/// Whether all of an uncertain parcel turns out to be there. If only a part is, all goes again: same ids, one
/// copy.
bool Courier::verified(const Parcel& parcel)
{
    if (!m_uncertain)
        return false;
    const auto there = m_destination.verify(parcel);
    return there && there->size() >= parcel.size();
}

Reply Courier::attempt(const Parcel& parcel)
{
    const bool probe = m_breaker.state(m_clock.now()) == Breaker::State::halfOpen;
    Milliseconds wait = m_settings.firstRetry;
    for (int retry = 0;; ++retry) {
        Reply reply = m_destination.deliver(parcel);
        m_uncertain =
            reply.verdict == Verdict::uncertain || (m_uncertain && mayBeRetriedAtOnce(reply.verdict));
        if (probe || retry >= m_settings.immediateRetries || !mayBeRetriedAtOnce(reply.verdict))
            return reply;
        noteError(reply.message);
        Backoff jitter(m_settings.seed + static_cast<std::uint64_t>(retry), wait);
        m_sleep(jitter.next());
        wait *= 2;
    }
}

Courier::Outcome Courier::conclude(const Reply& reply, const Part& part, const Parcel& parcel,
                                   std::vector<Part>& todo, const Settle& settle)
{
    switch (reply.verdict) {
    case Verdict::delivered:
        return accept(reply, part, parcel, settle);
    case Verdict::bad:
        m_breaker.succeeded();
        if (part.count == 1)
            return refuse(reply, part, parcel, settle);
        break;
    case Verdict::tooLarge:
        m_breaker.succeeded();
        if (part.count == 1 && part.capped)
            return refuse(reply, part, parcel, settle);
        if (part.count == 1) {
            todo.push_back({part.first, 1, true});
            return Outcome::settled;
        }
        break;
    case Verdict::settings:
        m_breaker.succeeded();
        pauseFor(reply.message);
        return Outcome::stopped;
    case Verdict::throttled:
        m_breaker.succeeded();
        m_nextTry = m_clock.now() + reply.retryAfter.value_or(m_backoff.next());
        noteError(reply.message);
        m_stuck = true;
        say("waiting");
        return Outcome::stopped;
    case Verdict::cancelled:
        m_stuck = true;
        return Outcome::stopped;
    case Verdict::busy:
    case Verdict::uncertain:
        m_health.uncertain = m_uncertain ? static_cast<std::int64_t>(parcel.size()) : 0;
        failed(reply);
        return Outcome::stopped;
    }
    const std::size_t half = part.count / 2;
    todo.push_back({part.first + half, part.count - half, part.capped});
    todo.push_back({part.first, half, part.capped});
    return Outcome::settled;
}

Courier::Outcome Courier::accept(const Reply& reply, const Part& part, const Parcel& parcel,
                                 const Settle& settle)
{
    const std::vector<Quarantined> refused = refusedOf(reply, parcel);
    const auto delivered = static_cast<std::int64_t>(part.count - refused.size());
    if (settleWith(settle, part.first + part.count, delivered, refused) == Outcome::stopped)
        return Outcome::stopped;
    if (delivered > 0)
        m_refusedInARow = 0;
    succeeded(delivered);
    return Outcome::settled;
}

Courier::Outcome Courier::refuse(const Reply& reply, const Part& part, const Parcel& parcel,
                                 const Settle& settle)
{
    if (++m_refusedInARow > m_settings.refusedInARow) {
        pauseFor("refuses everything: " + reply.message + " (is this the right address?)");
        m_refusedInARow = 0;
        return Outcome::stopped;
    }
    noteError(reply.message);
    return settleWith(settle, part.first + 1, 0, {quarantined(parcel, 0, reply.message)});
}

Courier::Outcome Courier::settleWith(const Settle& settle, std::size_t upTo, std::int64_t delivered,
                                     const std::vector<Quarantined>& refused)
{
    if (auto settled = settle(upTo, delivered, refused); !settled) {
        // What is not written down is delivered again: the ids leave one copy.
        storeTrouble(settled.error());
        m_nextTry = m_clock.now() + m_settings.poll;
        m_stuck = true;
        return Outcome::stopped;
    }
    m_uncertain = false;
    m_health.uncertain = 0;
    return Outcome::settled;
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
        if (m_idle)
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
