// SPDX-License-Identifier: GPL-3.0-or-later
/// What `spanglass doctor` says of deliveries: whether there is a keychain, and of each destination whether
/// it could deliver, what is in the way, and what to do about it. Looks only: makes no tables, sends no
/// spans.
#pragma once

#include <string>

#include "store/deliveries.h"
#include "sync/clock.h"

namespace spanglass::sync {

struct Inspection
{
    enum class Verdict
    {
        ok,
        warning, ///< may be well later, or elsewhere
        error,   ///< stays so until somebody mends it
    };
    Verdict verdict = Verdict::ok;
    std::string found;  ///< never holds a secret
    std::string advice; ///< what to do; empty when all is well
};

[[nodiscard]] Inspection inspectKeychain();
/// Asks the destination, for `deadline` at most per question.
[[nodiscard]] Inspection inspect(const store::DestinationRow& row,
                                 Milliseconds deadline = std::chrono::seconds(5));

} // namespace spanglass::sync
