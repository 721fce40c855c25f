// SPDX-License-Identifier: GPL-3.0-or-later
/// Spans by the name of a trace or of a file: what the verbs that show spans begin with.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/result.h"
#include "store/store.h"
#include "trace/span_table.h"

namespace spanglass::app {

using Table = std::shared_ptr<const trace::SpanTable>;

/// The store with what every journal held when this was asked.
[[nodiscard]] Result<store::Store> gatheredStore(const std::filesystem::path& directory);

/// A trace of the store by its id, after gathering.
[[nodiscard]] Result<Table> tableOfTrace(const std::filesystem::path& store, const std::string& traceId);

/// A trace file of any format we read; `-` is standard input.
[[nodiscard]] Result<Table> tableOfFile(const std::string& file);

/// What `source` names: a file where there is one of that name, else a trace of the store.
[[nodiscard]] Result<Table> tableOf(const std::filesystem::path& store, const std::string& source);

} // namespace spanglass::app
