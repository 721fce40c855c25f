// SPDX-License-Identifier: GPL-3.0-or-later
/// Which traces the retention policy lets go. Picks only; deleting is the Deleter's work.
///
/// By age: what ended longer ago than the policy says; by count and by size: the oldest. A trace that runs
/// stays. What a destination has not got yet stays too, unless the policy says otherwise, and is counted. By
/// itself the keeper lets at most a quarter of the traces go by age at once: more is a clock that jumped, or
/// a decision that a person makes with `spanglass retain`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/database.h"
#include "store/settings.h"

namespace spanglass::store {

struct Victims
{
    std::vector<std::int64_t> traceRows; ///< oldest first
    std::int64_t undelivered = 0;        ///< of these, only where the policy says so
    std::int64_t keptUndelivered = 0;    ///< beyond a limit, and kept
    std::string held;                    ///< why nothing goes by age; empty: nothing stands against it
};

struct RetentionQuestion
{
    RetentionPolicy policy;
    std::int64_t nowUnixNs = 0;
    bool clockBelieved = true;
    bool asked = false; ///< by a person: no limit on how much goes
    int most = 10'000;  ///< victims of one answer
};

[[nodiscard]] Result<Victims> pickVictims(Database& database, const RetentionQuestion& question);

/// Bytes of the store's file that hold something.
[[nodiscard]] std::int64_t bytesInUse(Database& database);

} // namespace spanglass::store
