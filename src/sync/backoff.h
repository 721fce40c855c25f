// SPDX-License-Identifier: GPL-3.0-or-later
/// How long to wait after a failure: exponential with full jitter (a random time between nothing and the
/// bound, so that many clients of a server that comes back do not all knock at once), or what the server
/// asked for.
#pragma once

#include <optional>
#include <random>
#include <string_view>

#include "sync/clock.h"

namespace spanglass::sync {

/// Nobody waits longer, whatever a server asks for.
inline constexpr Milliseconds longestWait = std::chrono::minutes(10);

class Backoff
{
public:
    explicit Backoff(std::uint64_t seed, Milliseconds first = std::chrono::seconds(1))
        : m_random(seed), m_first(first)
    {
    }

    /// The wait after one more failure in a row.
    Milliseconds next();
    /// The bound of the wait that `next` would draw from.
    [[nodiscard]] Milliseconds bound() const;
    void reset() { m_failures = 0; }

private:
    std::mt19937_64 m_random;
    Milliseconds m_first;
    int m_failures = 0;
};

/// `Retry-After` (RFC 9110, 10.2.3): seconds, or a date in HTTP's format; capped at `longestWait`, never
/// negative. Nothing for what is neither.
[[nodiscard]] std::optional<Milliseconds> retryAfter(std::string_view header, std::int64_t nowUnixNs);

} // namespace spanglass::sync
