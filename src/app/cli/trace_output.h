// SPDX-License-Identifier: GPL-3.0-or-later
/// A list of traces as the verbs `traces` and `sessions` print it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "trace/trace_row.h"

namespace spanglass::app {

/// For each trace the state of its delivery by the destination's name: pending, sending, delivered, ….
using SyncStates = std::map<TraceId, std::map<std::string, std::string>>;

/// Empty where the store has no destinations.
[[nodiscard]] Result<SyncStates> syncStates(const std::filesystem::path& store,
                                            const std::vector<trace::TraceRow>& rows);

/// `{traces: […], next}`; `next` empty: null.
[[nodiscard]] std::string tracesJson(const std::vector<trace::TraceRow>& rows, const SyncStates& states,
                                     const std::string& next);
/// A table, its columns named above; nothing at all without rows.
[[nodiscard]] std::string tracesText(const std::vector<trace::TraceRow>& rows, std::int64_t nowUnixNs);

[[nodiscard]] std::int64_t nowUnixNs();

} // namespace spanglass::app
