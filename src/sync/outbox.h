// SPDX-License-Identifier: GPL-3.0-or-later
/// What waits for one destination, and what became of it: durable, and visible to every process. Nothing
/// leaves it but by `settle`, which moves the position in the log and writes the quarantine in one
/// transaction.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/deliveries.h"
#include "sync/lanes.h"
#include "sync/parcel.h"

namespace spanglass::sync {

struct Limits
{
    std::size_t spans = 5000;
    std::size_t bytes = 4u << 20; ///< one larger span is still taken, alone
};

/// What a look into the log found.
struct Window
{
    std::vector<Item> items;
    TraceRows traces;
    ChangePosition end; ///< everything up to here was looked at: items, and rows that need no delivery
    bool more = false;  ///< the limits cut it
    bool held = false;  ///< stopped at a span whose trace still runs and which ended less than 5 s ago
    std::shared_ptr<const Prepared> prepared = nullptr; ///< of all its items, where they were read ahead
};

struct Quarantined
{
    const Item* item = nullptr;
    const ScoreItem* score = nullptr;
    std::string reason;
};

/// What `sync status` and the panel show; a row per destination.
using Health = store::DeliveryHealth;

/// What others want of the courier, read before every step.
struct Orders
{
    bool paused = false;
    bool removed = false;
    std::int64_t retryRequests = 0; ///< grows with every "retry now"
};

class Outbox
{
public:
    virtual ~Outbox() = default;

    virtual Result<Orders> orders() = 0;
    /// Stops delivery until the user resumes it; `reason` names the setting to mend.
    virtual Result<void> pause(const std::string& reason) = 0;

    virtual Result<Lanes> lanes() = 0;
    /// How many spans lie in the lane, counted up to `most`.
    virtual Result<std::int64_t> waiting(const Lane& lane, std::int64_t most) = 0;
    virtual Result<ChangePosition> end() = 0; ///< of the log, now
    virtual Result<Window> read(const Lane& lane, const Limits& limits, bool withRunning,
                                std::int64_t heldAfterNs) = 0;
    /// In one transaction: the position, what was refused, and how many were delivered.
    virtual Result<void> settle(const Lanes& lanes, std::int64_t delivered,
                                const std::vector<Quarantined>& refused) = 0;

    virtual Result<std::vector<ScoreItem>> scores(std::size_t limit) = 0;
    virtual Result<void> settleScores(std::int64_t upTo, std::int64_t delivered,
                                      const std::vector<Quarantined>& refused) = 0;

    /// Quarantined spans that the user wants tried again.
    virtual Result<Window> retries(const Limits& limits) = 0;
    virtual Result<void> settleRetries(const std::vector<const Item*>& delivered,
                                       const std::vector<Quarantined>& refused) = 0;

    virtual Result<void> setHealth(const Health& health) = 0;
};

} // namespace spanglass::sync
