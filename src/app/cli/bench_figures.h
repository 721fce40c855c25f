// SPDX-License-Identifier: GPL-3.0-or-later
/// What a bench measured, by the names that docs/benchmarks.md explains; printed in this order.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/cli/options.h"

namespace spanglass::app {

using Figures = std::vector<std::pair<std::string, double>>;

/// `bench store`: gathering beside its floor, reading, and how small the chat agent's traces are stored.
[[nodiscard]] Result<Figures> benchStore(const Options& options);
/// `bench queries FILE`: the first page of every query of a list, on the store that is there.
[[nodiscard]] Result<Figures> benchQueries(const Options& options);

} // namespace spanglass::app
