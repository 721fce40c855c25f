// SPDX-License-Identifier: GPL-3.0-or-later
/// The masking rules of the project the program runs in: what the tracer takes from `spanglass.json`, the
/// environment and `.env` holds for the receiver, imports and new destinations, too.
#pragma once

#include <string>
#include <vector>

namespace spanglass::app {

/// As base/masking.h takes them; empty where nothing is to be masked.
[[nodiscard]] std::vector<std::string> maskRules();

} // namespace spanglass::app
