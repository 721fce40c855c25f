// SPDX-License-Identifier: GPL-3.0-or-later
/// Delivers one destination's outbox: takes what waits, tries, and decides what each answer means. A state
/// machine without threads or sockets; `step` does the next thing and says when it wants to be called again.
///
///     Courier courier(outbox, destination, clock);
///     for (;;) wait(courier.step());
///
/// What it promises: an item is settled only after the destination acknowledged it or refused it for good
/// (then it is in the quarantine, with the reason); ids never change between attempts; nothing is dropped for
/// being tried often; memory is bounded by one window.
#pragma once

#include <functional>
#include <random>

#include "sync/backoff.h"
#include "sync/breaker.h"
#include "sync/destination.h"
#include "sync/outbox.h"

namespace spanglass::sync {

struct CourierSettings
{
    std::size_t batchSpans = 100;                      ///< so many leave at once,
    Milliseconds batchDelay = std::chrono::seconds(5); ///< or what there is after so long
    Limits limits = {};                                ///< of one request
    int immediateRetries = 3;                          ///< inside one attempt
    Milliseconds firstRetry = Milliseconds(100);       ///< before the first of them
    int breakerFailures = 5;
    Milliseconds breakerRest = std::chrono::seconds(60);
    Milliseconds poll = Milliseconds(500);             ///< while nothing waits
    Milliseconds restAfter = std::chrono::seconds(60); ///< idle connections are closed
    std::int64_t backlogSpans = 20'000;                ///< from here on new spans get a lane of their own
    int refusedInARow = 100;                           ///< whoever refuses so many refuses everything: pause
    std::uint64_t seed = std::random_device{}();
};

class Courier
{
public:
    /// `sleep` waits inside an attempt; it returns early when delivery is to stop.
    Courier(Outbox& outbox, Destination& destination, const Clock& clock, const CourierSettings& settings,
            std::function<void(Milliseconds)> sleep);

    /// What an earlier courier of this destination last said: its last success and its last failure are still
    /// the last ones.
    void takeOverFrom(const Health& before);

    /// The next thing to do; returns how long nothing needs to be done. `flush`: does not wait for a batch to
    /// fill.
    Milliseconds step(bool flush = false);

    /// The last step found nothing that waits or is held back.
    [[nodiscard]] bool idle() const { return m_idle; }
    /// The last step was kept from trying: paused, open breaker, waiting for a retry.
    [[nodiscard]] bool stuck() const { return m_stuck; }
    /// Stuck for longer than a retry takes: paused, or the breaker is open.
    [[nodiscard]] bool blocked() const { return m_blocked; }
    [[nodiscard]] const Health& health() const { return m_health; }

private:
    struct Part
    {
        std::size_t first = 0;
        std::size_t count = 0;
        bool capped = false;
    };
    enum class Outcome
    {
        settled, ///< go on
        stopped, ///< this window has to wait
    };
    using Settle = std::function<Result<void>(std::size_t upTo, std::int64_t delivered,
                                              const std::vector<Quarantined>& refused)>;

    void noteOrders(const Orders& orders);
    Milliseconds untilAllowed() const;
    Milliseconds deliverSomething(bool flush);
    bool deliverRetries();
    bool deliverScores();
    Milliseconds deliverLane(bool flush);
    void splitBacklog();

    Outcome deliverAll(const std::vector<Item>& items, const std::vector<ScoreItem>& scores,
                       const TraceRows& traces, const Settle& settle, const Prepared* prepared = nullptr);
    Reply attempt(const Parcel& parcel);
    bool verified(const Parcel& parcel);
    Outcome conclude(const Reply& reply, const Part& part, const Parcel& parcel, std::vector<Part>& todo,
                     const Settle& settle);
    Outcome accept(const Reply& reply, const Part& part, const Parcel& parcel, const Settle& settle);
    Outcome refuse(const Reply& reply, const Part& part, const Parcel& parcel, const Settle& settle);
    Outcome settleWith(const Settle& settle, std::size_t upTo, std::int64_t delivered,
                       const std::vector<Quarantined>& refused);

    void succeeded(std::int64_t delivered);
    void failed(const Reply& reply);
    void pauseFor(const std::string& reason);
    void noteError(const std::string& message);
    void storeTrouble(const Error& error);
    void say(const char* state);
    [[nodiscard]] std::int64_t wallAt(Milliseconds when) const;

    Outbox& m_outbox;
    Destination& m_destination;
    const Clock& m_clock;
    CourierSettings m_settings;
    std::function<void(Milliseconds)> m_sleep;
    Backoff m_backoff;
    Breaker m_breaker;
    Health m_health;
    std::optional<Health> m_written; ///< none yet: whoever asks sees nobody at work
    Milliseconds m_nextTry = Milliseconds::min();
    std::optional<Milliseconds> m_waitingSince; ///< when the present batch began to fill
    Milliseconds m_lastWork{0};
    Milliseconds m_rateSince{0};
    std::int64_t m_rateCount = 0;
    std::optional<std::int64_t> m_retryRequests;
    std::size_t m_round = 0;
    int m_refusedInARow = 0;
    bool m_uncertain = false; ///< the last attempt of what is at the front may have arrived
    bool m_idle = false;
    bool m_stuck = false;
    bool m_blocked = false;
    bool m_rested = true;
};

} // namespace spanglass::sync
