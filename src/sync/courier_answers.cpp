// SPDX-License-Identifier: GPL-3.0-or-later
// What a courier does with each answer: settle, halve, set aside, wait, pause.
#include <algorithm>

#include "sync/courier.h"

namespace spanglass::sync {
namespace {

/// Of what was accepted: it is delivered again when it has ended, and counts as delivered then.
std::int64_t stillRunning(const Parcel& parcel, const std::vector<Quarantined>& refused)
{
    return std::count_if(parcel.spans.begin(), parcel.spans.end(), [&](const Item& item) {
        return item.span.state == trace::State::running &&
               std::none_of(refused.begin(), refused.end(), [&](const auto& q) { return q.item == &item; });
    });
}

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

/// In order, so that what is settled is always a prefix: a part is tried whole, and where the answer asks for
/// it, its halves take its place.
Courier::Outcome Courier::deliverAll(const std::vector<Item>& items, const std::vector<ScoreItem>& scores,
                                     const TraceRows& traces, const Settle& settle, const Prepared* prepared)
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
        if (part.count == items.size() && !part.capped)
            parcel.prepared = prepared;
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
    if (settleWith(settle, part.first + part.count, delivered - stillRunning(parcel, refused), refused) ==
        Outcome::stopped)
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

} // namespace spanglass::sync
