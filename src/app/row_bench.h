// SPDX-License-Identifier: GPL-3.0-or-later
/// How long it takes from an agent's `start()` until the trace is a row of the window's list: through shared
/// memory, the keeper, SQLite and the model.
#pragma once

#include <filesystem>

#include "base/result.h"

namespace spanglass::app {

struct RowFigures
{
    double p50Ms = 0;
    double p99Ms = 0;
};

/// Starts `traces` spans one after the other in a new store below `directory`, and waits for each one's row.
/// Needs a QCoreApplication.
[[nodiscard]] Result<RowFigures> benchStartToRow(const std::filesystem::path& directory, int traces = 200);

} // namespace spanglass::app
