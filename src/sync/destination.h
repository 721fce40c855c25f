// SPDX-License-Identifier: GPL-3.0-or-later
/// Somewhere spans are delivered to, as a courier sees it. Implementations translate a protocol into these
/// few verdicts and know nothing of retries, breakers or the outbox.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sync/clock.h"
#include "sync/parcel.h"

namespace spanglass::sync {

enum class Verdict
{
    delivered, ///< acknowledged, except for `Reply::rejected`
    busy,      ///< not now: no connection, 5xx, locks; nothing of it is there
    uncertain, ///< sent, and no answer: it may be there
    throttled, ///< 429: a living server that wants us to wait
    bad,       ///< 400: something in it is refused for good
    tooLarge,  ///< 413
    settings,  ///< 401, 403, 404, redirects, a wrong database: nothing helps but mending a setting
    cancelled, ///< stop() was called
};

struct Rejected
{
    std::size_t index = 0; ///< in the parcel: spans first, then scores
    std::string reason;
};

struct Reply
{
    Verdict verdict = Verdict::busy;
    std::string message; ///< the cause, and for `settings` which one to mend; scrubbed of secrets
    std::optional<Milliseconds> retryAfter;
    std::vector<Rejected> rejected; ///< of a delivered parcel: refused for good, all else is there
};

class Destination
{
public:
    virtual ~Destination() = default;

    /// One attempt, with a total deadline of its own. May be called with the same content again at any time:
    /// the same ids leave one copy.
    virtual Reply deliver(const Parcel& parcel) = 0;
    /// Of a delivery what needs no connection, so that it can be done while another one is under way:
    /// thread-safe beside `deliver`, which then finds it in the parcel. Null where there is nothing of the
    /// kind.
    [[nodiscard]] virtual std::shared_ptr<const Prepared> prepare(const Parcel&) const { return nullptr; }
    /// Whether it could deliver: server, credentials, schema.
    virtual Reply check() = 0;
    /// Of a parcel whose fate is uncertain: which of its spans are there already (indices). Nothing where
    /// that cannot be asked; delivering again is right then, too.
    virtual std::optional<std::vector<std::size_t>> verify(const Parcel&) { return std::nullopt; }

    /// Also spans that have not ended.
    [[nodiscard]] virtual bool wantsRunning() const { return false; }
    [[nodiscard]] virtual bool wantsScores() const { return false; }
    /// Closes what is pooled; the next delivery opens it again.
    virtual void rest() {}
    /// Ends what runs now with `cancelled`, from any thread; for good.
    virtual void stop() {}
};

} // namespace spanglass::sync
