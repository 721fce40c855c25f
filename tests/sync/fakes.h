// SPDX-License-Identifier: GPL-3.0-or-later
/// A clock that is moved by hand, an outbox in memory, and a destination that misbehaves on demand.
#pragma once

#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <set>

#include "sync/destination.h"
#include "sync/outbox.h"

namespace spanglass::sync {

class FakeClock final : public Clock
{
public:
    [[nodiscard]] Milliseconds now() const override { return m_now; }
    [[nodiscard]] std::int64_t unixNs() const override
    {
        return 1'700'000'000'000'000'000 + m_now.count() * 1'000'000;
    }
    void pass(Milliseconds time) { m_now += time; }

private:
    Milliseconds m_now{1000};
};

/// The log is a vector of spans; position k is the k-th.
class FakeOutbox final : public Outbox
{
public:
    Result<Orders> orders() override { return theOrders; }
    Result<void> pause(const std::string& reason) override
    {
        theOrders.paused = true;
        pausedFor = reason;
        return {};
    }
    Result<Lanes> lanes() override { return theLanes; }
    Result<std::int64_t> waiting(const Lane& lane, std::int64_t most) override
    {
        const std::int64_t to =
            std::min<std::int64_t>(lane.to.changed, static_cast<std::int64_t>(log.size()));
        return std::clamp<std::int64_t>(to - lane.from.changed, 0, most);
    }
    Result<ChangePosition> end() override { return ChangePosition{static_cast<std::int64_t>(log.size()), 0}; }
    Result<Window> read(const Lane& lane, const Limits& limits, bool, std::int64_t) override
    {
        Window window;
        window.end = lane.from;
        for (std::int64_t k = lane.from.changed + 1; k <= static_cast<std::int64_t>(log.size()); ++k) {
            if (lane.to < ChangePosition{k, 0})
                break;
            if (window.items.size() == limits.spans) {
                window.more = true;
                break;
            }
            Item item;
            item.position = {k, 0};
            item.span = log[static_cast<std::size_t>(k - 1)];
            window.items.push_back(item);
            window.end = item.position;
        }
        largestWindow = std::max(largestWindow, window.items.size());
        return window;
    }
    Result<void> settle(const Lanes& lanes, std::int64_t count,
                        const std::vector<Quarantined>& refused) override
    {
        if (failSettles > 0 && --failSettles >= 0)
            return fail(ErrorKind::io, "disk full");
        theLanes = lanes;
        delivered += count;
        for (const Quarantined& q : refused)
            quarantine[q.item->span.id.value] = q.reason;
        return {};
    }
    Result<std::vector<ScoreItem>> scores(std::size_t) override { return theScores; }
    Result<void> settleScores(std::int64_t upTo, std::int64_t, const std::vector<Quarantined>&) override
    {
        std::erase_if(theScores, [&](const ScoreItem& score) { return score.id <= upTo; });
        return {};
    }
    Result<Window> retries(const Limits&) override
    {
        Window window;
        for (const std::uint64_t id : again) {
            Item item;
            item.span.id = {id};
            window.items.push_back(item);
        }
        return window;
    }
    Result<void> settleRetries(const std::vector<const Item*>& done,
                               const std::vector<Quarantined>& refused) override
    {
        for (const Item* item : done) {
            quarantine.erase(item->span.id.value);
            again.erase(item->span.id.value);
        }
        for (const Quarantined& q : refused) {
            quarantine[q.item->span.id.value] = q.reason;
            again.erase(q.item->span.id.value);
        }
        return {};
    }
    Result<void> setHealth(const Health& news) override
    {
        health = news;
        states.push_back(news.state);
        return {};
    }

    void add(int spans)
    {
        for (int i = 0; i < spans; ++i) {
            trace::Span span;
            span.id = {log.size() + 1};
            span.trace = {1, log.size() / 10 + 1};
            log.push_back(span);
        }
    }

    std::vector<trace::Span> log;
    std::vector<ScoreItem> theScores;
    std::set<std::uint64_t> again;
    std::map<std::uint64_t, std::string> quarantine;
    Orders theOrders;
    Lanes theLanes;
    Health health;
    std::vector<std::string> states;
    std::string pausedFor;
    std::int64_t delivered = 0;
    std::size_t largestWindow = 0;
    int failSettles = 0;
};

/// Answers from a script, else takes everything; remembers what it took, by id.
class FakeDestination final : public Destination
{
public:
    Reply deliver(const Parcel& parcel) override
    {
        sizes.push_back(parcel.size());
        if (parcel.capped)
            ++cappedSeen;
        Reply reply{Verdict::delivered, {}, {}, {}};
        if (rule)
            reply = rule(parcel);
        if (!script.empty()) {
            reply = script.front();
            script.pop_front();
        }
        const bool arrives =
            reply.verdict == Verdict::delivered || (reply.verdict == Verdict::uncertain && keepsUncertain);
        if (arrives) {
            for (std::size_t i = 0; i < parcel.spans.size(); ++i) {
                if (std::none_of(reply.rejected.begin(), reply.rejected.end(),
                                 [&](auto& r) { return r.index == i; }))
                    ++taken[parcel.spans[i].span.id.value];
            }
            scoresTaken += parcel.scores.size();
        }
        return reply;
    }
    Reply check() override { return {Verdict::delivered, {}, {}, {}}; }
    std::optional<std::vector<std::size_t>> verify(const Parcel& parcel) override
    {
        if (!canVerify)
            return std::nullopt;
        ++verifications;
        std::vector<std::size_t> there;
        for (std::size_t i = 0; i < parcel.spans.size(); ++i) {
            if (taken.contains(parcel.spans[i].span.id.value))
                there.push_back(i);
        }
        return there;
    }
    [[nodiscard]] bool wantsScores() const override { return true; }
    void rest() override { ++rests; }

    std::function<Reply(const Parcel&)> rule;
    std::deque<Reply> script;
    std::map<std::uint64_t, int> taken;
    std::vector<std::size_t> sizes;
    std::size_t scoresTaken = 0;
    int cappedSeen = 0;
    int verifications = 0;
    int rests = 0;
    bool keepsUncertain = false;
    bool canVerify = false;
};

} // namespace spanglass::sync
