// SPDX-License-Identifier: GPL-3.0-or-later
/// The project's masking rules and the destinations that are there already.
///
///     bringMaskRules(deliveries, {"*_token", "builtin"});
///
/// Each destination gets the rules it lacks. None is ever taken away: a process that runs in another project,
/// or in none, must not lay bare what one masked. Who wants a rule gone states the destination anew.
#pragma once

#include <string>
#include <vector>

#include "store/deliveries.h"

namespace spanglass::sync {

/// `own`, and behind them what `project` has beside them and can be understood.
[[nodiscard]] std::vector<std::string> withProjectRules(std::vector<std::string> own,
                                                        const std::vector<std::string>& project);
/// Writes nothing where nothing is lacking.
[[nodiscard]] Result<void> bringMaskRules(store::Deliveries& deliveries,
                                          const std::vector<std::string>& project);

} // namespace spanglass::sync
